"""What is denied: does the word under a denial stand in the other language, and does it stand there undenied?

Rests on a table of the Vietnamese words that are often denied, each with its English: "không biết" -> "knew".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from summarizer.facts.denials import Denial
from summarizer.facts.nearness import WINDOW, WINDOW_TOKENS
from summarizer.facts.tables import forms, rows, word_list
from summarizer.facts.tokens import Tokens

STEM = 4  # shorter forms of the table are whole words
LONGEST_STEM = 14
KEY = 3  # syllables of the longest Vietnamese words in the table
# words between a denial and the word it denies
AUXILIARIES = word_list("auxiliary")
PASSED_OVER = word_list("between not and denied")
RAISING = word_list("raising")
PREFIXES = tuple(word_list("denying prefix"))
VERBAL = frozenset(["not", "cannot", "never"])  # they deny what follows; "no damage was reported" denies the verb
GOVERNED = 4  # tokens after the denial in which that word is looked for
BREAKS = word_list("end of denial")
BEFORE, AFTER = 6, 3  # tokens before and after a word in which a denial of it stands


@cache
def _english() -> tuple[frozenset[str], dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """The Vietnamese words of the table, and these by their English: by whole words, and by how longer ones begin."""
    whole: dict[str, set[str]] = {}
    stems: dict[str, set[str]] = {}
    for word, english in rows("denied"):
        for stem in forms(english):
            (stems if len(stem) >= STEM else whole).setdefault(stem, set()).add(word)
    keys = frozenset(word for word, _ in rows("denied"))
    return keys, frozen(whole), frozen(stems)


def frozen(table: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    """The table with sets that stay as they are."""
    return {form: frozenset(words) for form, words in table.items()}


@lru_cache(maxsize=16384)
def vietnamese_of(word: str) -> frozenset[str]:
    """The Vietnamese words of the table that an English word may stand for: "knew" -> {"biết", "hiểu", ...}."""
    _, whole, stems = _english()
    found = set(whole.get(word, ()))
    for size in range(STEM, min(len(word), LONGEST_STEM) + 1):
        found.update(stems.get(word[:size], ()))
    return frozenset(found)


def key_at(source: Tokens, index: int, end: int) -> str | None:
    """The longest word of the table that begins at the token and ends before `end`: "đồng ý" before "đồng"."""
    keys = _english()[0]
    for size in range(min(KEY, end - index), 0, -1):
        key = " ".join(source.lows[index : index + size])
        if key in keys:
            return key
    return None


def denied_words(source: Tokens, denial: Denial) -> list[str]:
    """The words of the table that a Vietnamese denial denies: "cần phải" and "dùng" of "không cần phải dùng".

    An idiom must be the denial of such a word altogether: "cần thiết" of "không cần thiết", nothing of "không ít thì".
    """
    start = denial.start + 1
    if not denial.strong:
        whole = " ".join(source.lows[start : denial.end])
        return [whole] if whole in _english()[0] else []
    found = []
    for index in range(start, min(start + GOVERNED, source.count)):
        key = key_at(source, index, source.count)
        if key is not None and (" " in key or key not in AUXILIARIES):
            found.append(key)
        if source.lows[index] not in AUXILIARIES:
            break
    return found


def undenied(tokens: Tokens, places: list[int], expected: float, deniers: Iterable[int]) -> bool:
    """True when a word stands about where it is expected, and none of its places is near one that denies it."""
    window = max(WINDOW * tokens.count, WINDOW_TOKENS)
    return any(abs(place - expected) <= window for place in places) and not any(
        place - BEFORE <= denier <= place + AFTER
        and BREAKS.isdisjoint(tokens.lows[min(denier, place) : max(denier, place)])
        for denier in deniers
        for place in places
    )


@lru_cache(maxsize=16384)
def contrary_of(word: str) -> frozenset[str]:
    """The Vietnamese words of the table whose contrary an English word is by its form: "disagreed" -> {"đồng ý"}."""
    prefix = next((prefix for prefix in PREFIXES if word.startswith(prefix)), "")
    return vietnamese_of(word[len(prefix) :]) if prefix else frozenset()


def has_contrary(target: Tokens, key: str) -> bool:
    """True when the English holds the contrary of a Vietnamese word: "undisclosed" for "không tiết lộ"."""
    return any(key in contrary_of(low) for low in target.lows[: target.count])


def lost_denial(source: Tokens, mine: list[Denial], target: Tokens, deniers: Callable[[], list[int]]) -> Denial | None:
    """The first denial of the source whose word the English states undenied: "không biết" -> "knew"."""
    for denial in mine:
        expected = denial.start * target.count / source.count
        for key in denied_words(source, denial):
            places = [place for place in range(target.count) if key in vietnamese_of(target.lows[place])]
            if places and not has_contrary(target, key) and undenied(target, places, expected, deniers()):
                return denial
    return None


def denied_english(target: Tokens, denial: Denial) -> int | None:
    """The token that an English denial denies: "located" of "was not yet located"; None when that is not sure."""
    if target.lows[denial.start] not in VERBAL and not target.lows[denial.start].endswith("n't"):
        return None
    for index in range(denial.end, min(denial.end + GOVERNED, target.count)):
        low = target.lows[index]
        if not low.isalpha() or low in RAISING:
            return None
        if low not in PASSED_OVER and not low.endswith("ly"):
            return index
    return None


def added_denial(
    target: Tokens, theirs: list[Denial], source: Tokens, deniers: Callable[[], list[int]]
) -> Denial | None:
    """The first denial of the English whose word the source states undenied: "được xác định" -> "was not located"."""
    for denial in theirs:
        index = denied_english(target, denial) if denial.strong else denial.end - 1
        words = vietnamese_of(target.lows[index]) if index is not None else frozenset()
        if index is None or not words:
            continue
        places = places_of(source, words)
        if places and undenied(source, places, index * source.count / target.count, deniers()):
            return denial
    return None


def places_of(source: Tokens, words: frozenset[str]) -> list[int]:
    """Where one of the Vietnamese words begins."""
    lows = source.lows
    return [
        place
        for place in range(source.count)
        if lows[place] in words
        or f"{lows[place]} {lows[place + 1]}" in words
        or f"{lows[place]} {lows[place + 1]} {lows[place + 2]}" in words
    ]
