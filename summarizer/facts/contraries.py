"""What English says without a denial: "không khác" is "same", "không còn" is "former"."""

from __future__ import annotations

from functools import cache

from summarizer.facts.denials import Denial
from summarizer.facts.tables import forms, rows
from summarizer.facts.tokens import Tokens

FAR = 0.25  # of a sentence: how far from the place of the denial its contrary may stand
FAR_TOKENS = 6  # at least so many tokens
WHOLE = 3  # letters of the longest form of the table that is a whole word
WORDS = 3  # syllables of the longest Vietnamese words in the table
REACH = 3  # tokens after the denial at which one of these may begin: "tốt" of "không thật tốt"


@cache
def _contraries() -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    """The English contraries of each Vietnamese word: whole words, and how longer ones begin."""
    found: dict[str, set[str]] = {}
    for words, english in rows("contraries"):
        for word in forms(words):
            found.setdefault(word, set()).update(forms(english))
    return {
        word: (
            frozenset(form for form in said if len(form) <= WHOLE),
            tuple(form for form in said if len(form) > WHOLE),
        )
        for word, said in found.items()
    }


def said_by_contrary(source: Tokens, denial: Denial, target: Tokens) -> bool:
    """True when the English has the contrary of what is denied: "similar" for "không khác nhau"."""
    table = _contraries()
    start = denial.start + 1
    expected = denial.start * target.count / max(1, source.count)
    reach = max(FAR * target.count, FAR_TOKENS)
    near = target.lows[max(0, int(expected - reach)) : min(target.count, int(expected + reach) + 1)]
    for index in range(start, min(start + REACH, source.count)):
        for size in range(1, WORDS + 1):
            contraries = table.get(" ".join(source.lows[index : index + size]))
            if contraries is not None and has_any(near, *contraries):
                return True
    return False


def has_any(lows: list[str], whole: frozenset[str], stems: tuple[str, ...]) -> bool:
    """True when a word is one of the whole words or begins with one of the stems."""
    return any(low in whole or low.startswith(stems) for low in lows)
