"""Quotes and brackets: which close again, and whether a sentence may end inside them."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

MIN_QUOTED_WORDS = 5  # syllables on either side of a cut inside a quote: "Không. Tôi không biết gì" stays whole
MAX_WHOLE_QUOTE_WORDS = 40  # a longer quote is cut between its sentences; a shorter one stays with its speaker
MAX_BRACKET_CHARS = 400  # nothing is cut inside a bracket; a longer pair is taken for a stray mark

# the marks that come in pairs: "…" “…” «…» (…) […] {…}
PAIRED = re.compile(r"[\"“”«»()\[\]{}]")
# năm 2024.[1] : a note number belongs to the sentence before it
NOTE = re.compile(r"\[\d{1,3}\]")

_BRACKETS = {")": "(", "]": "[", "}": "{"}
_CLOSING = frozenset(")]}”»\"'’*_")


class _Pair(NamedTuple):
    opening: int
    closing: int
    is_quote: bool


def _find_pairs(text: str) -> list[_Pair]:
    """The brackets and quotes of `text` that close again, properly nested; stray marks are left out."""
    pairs: list[_Pair] = []
    stack: list[tuple[str, int]] = []
    open_count: Counter[str] = Counter()  # looked up before the stack is: a stray mark must cost nothing
    for mark in PAIRED.finditer(text):
        char, at = mark.group(), mark.start()
        kind = '"' if char in "“”" else "«" if char == "»" else _BRACKETS.get(char, char)
        if not _closes(text, at, is_open=open_count[kind] > 0):
            stack.append((kind, at))
            open_count[kind] += 1
            continue
        while open_count[kind]:
            top, opening = stack.pop()
            open_count[top] -= 1
            if top == kind:
                pairs.append(_Pair(opening, at, kind in '"«'))
                break
    return pairs


def _closes(text: str, at: int, *, is_open: bool) -> bool:
    """Whether the mark at `at` closes a pair; the straight quote is judged by its neighbors."""
    char = text[at]
    if char != '"':
        return char in "”»)]}"
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    may_open = not before or before.isspace() or before in "([{“«‘:–—/*_"
    may_close = not after or after.isspace() or after in ".,;:!?…)]}”’–—/*_"
    return may_close if may_open != may_close else is_open


class Enclosures:
    """The brackets and quotes around a position of one paragraph; positions are asked in rising order."""

    def __init__(self, text: str) -> None:
        pairs = _find_pairs(text)
        self._text = text
        self._openings = {pair.opening for pair in pairs}
        self._opening_of = {pair.closing: pair.opening for pair in pairs if pair.is_quote}
        lasting = [pair for pair in pairs if pair.is_quote or pair.closing - pair.opening <= MAX_BRACKET_CHARS]
        self._events = sorted([(p.opening, p) for p in lasting] + [(p.closing, p) for p in lasting])
        self._next_event = 0
        self._around: list[_Pair] = []
        self._quote_words = 0

    def end_of_closers(self, end: int) -> tuple[int, int | None]:
        """Where the closing marks after `end` end, and where the last quote closed by them opens."""
        text, opening = self._text, None
        while end < len(text):
            note = NOTE.match(text, end)
            if note:
                end = note.end()
            elif text[end] in _CLOSING and end not in self._openings:
                opening = self._opening_of.get(end, opening)
                end += 1
            elif text[end] == " " and text.startswith('"', end + 1) and end + 1 in self._opening_of:  # ở lại. "
                opening = self._opening_of[end + 1]
                end += 2
            else:
                break
        return end, opening

    def allow_cut(self, start: int, end: int, following: int) -> bool:
        """Whether one sentence may end at `end` and the next start at `following`.

        Never inside a bracket; inside a quote only if it is long and both sides are whole sentences.
        """
        while self._next_event < len(self._events) and self._events[self._next_event][0] < end:
            at, pair = self._events[self._next_event]
            self._next_event += 1
            if at == pair.closing:
                self._around.pop()
                continue
            self._around.append(pair)
            if len(self._around) == 1 and pair.is_quote:
                self._quote_words = len(self._text[pair.opening : pair.closing].split())
        if not self._around:
            return True
        quote = self._around[0]
        if len(self._around) > 1 or not quote.is_quote or self._quote_words <= MAX_WHOLE_QUOTE_WORDS:
            return False
        before = self._text[max(start, quote.opening + 1, end - 200) : end].split()
        after = self._text[following : min(quote.closing, following + 200)].split()[:MIN_QUOTED_WORDS]
        return (
            min(len(before), len(after)) >= MIN_QUOTED_WORDS  # both sides are sentences,
            and not any(word[-1] in ".!?…" for word in after[:-1])  # not calls such as "Vâng. Đúng thế."
        )
