"""Countries, regions, provinces and districts: how Vietnamese and English write them, as data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from summarizer.facts.syllables import fold
from summarizer.facts.tables import forms, rows, word_list
from summarizer.facts.tokens import Tokens

# everyday words, or given names, when nothing speaks for the country: Anh (he), Áo (shirt), Ý (idea), Đức, Nga
AMBIGUOUS = word_list("ambiguous place")


@dataclass(frozen=True, slots=True)
class Place:
    """One place: its level ("country", "region", "province", "district") and its English forms, the best first."""

    level: str
    english: tuple[str, ...]
    keys: tuple[str, ...]  # the English forms folded, words joined by single spaces


Entry = tuple[tuple[str, ...], tuple[bool, ...], Place]  # lower-case words, which of them must be capitals, the place


def words_of(form: str) -> list[str]:
    """The tokens of a name: "U.S." -> ["U", ".", "S", "."]; names of letters and spaces, the many, are merely split."""
    if form.replace(" ", "").isalpha():
        return form.split()
    scanned = Tokens(form)
    return scanned.words[: scanned.count]


@cache
def phrase_key(form: str) -> str:
    """An English form as the comparison sees it: tokens folded and joined by spaces, "U.S." -> "u . s ."."""
    return " ".join(fold(word).removesuffix("'s") for word in words_of(form))


@cache
def vietnamese_places() -> dict[str, list[Entry]]:
    """All places by the first lower-case word of their Vietnamese form, longest form first."""
    table: dict[str, list[Entry]] = {}
    spelled = [("region", *row) for row in rows("transliterations")]
    for level, vietnamese, english in (*rows("places"), *spelled):
        words = tuple(forms(english))
        best = words
        if level in ("province", "district"):
            best = (words[0], vietnamese) if words[0] != vietnamese else words
        place = Place(level, best, tuple(dict.fromkeys(phrase_key(form) for form in words)))
        for form in forms(vietnamese):
            written = words_of(form)
            lows = tuple(word.lower() for word in written)
            capitals = tuple(word[0].isupper() for word in written)
            table.setdefault(lows[0], []).append((lows, capitals, place))
    for bucket in table.values():
        bucket.sort(key=lambda entry: len(entry[0]), reverse=True)
    return table


def match_place(tokens: Tokens, index: int) -> tuple[Place, int] | None:
    """The place whose Vietnamese name stands at token `index`, and the index after it; capitals must agree."""
    bucket = vietnamese_places().get(tokens.lows[index])
    if bucket is None:
        return None
    for words, capitals, place in bucket:
        end = index + len(words)
        if tuple(tokens.lows[index:end]) == words and all(
            word[0].isupper() for word, capital in zip(tokens.words[index:end], capitals, strict=True) if capital
        ):
            return place, end
    return None


@cache
def _english_forms() -> dict[str, frozenset[str]]:
    return {
        phrase_key(forms(english)[0]): frozenset(phrase_key(form) for form in forms(english))
        for _, _, english in rows("places")
    }


def english_forms(name: str) -> frozenset[str]:
    """All English forms of a place, folded: "China" -> "china", "chinese"; a name not in the table is its own."""
    key = phrase_key(name)
    return _english_forms().get(key, frozenset([key]))


@cache
def english_places() -> dict[str, frozenset[str]]:
    """English words for countries and regions, folded, each with the best English of the places it may mean."""
    table: dict[str, set[str]] = {}
    for level, _, english in rows("places"):
        if level in ("country", "region"):
            words = forms(english)
            for form in words:
                table.setdefault(phrase_key(form), set()).add(words[0])
    return {key: frozenset(names) for key, names in table.items() if " " not in key and len(key) > 2}


@cache
def english_words() -> frozenset[str]:
    """All folded words of the English writings of places: "emirates" of "United Arab Emirates"."""
    writings = (form for _, _, english in rows("places") for form in forms(english))
    return frozenset(word for writing in writings for word in phrase_key(writing).split())


@cache
def _levels() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for level, _, english in rows("places"):
        for form in forms(english):
            table.setdefault(phrase_key(form), set()).add(level)
    return {key: frozenset(found) for key, found in table.items()}


def levels(name: str) -> frozenset[str]:
    """What an English writing of a place may be: "British" -> {"country"}; empty when it is none of the table."""
    return _levels().get(phrase_key(name), frozenset())


@cache
def first_forms() -> frozenset[str]:
    """The places of the table by their best English writing, folded: "japan", "south korea"."""
    return frozenset(phrase_key(forms(english)[0]) for _, _, english in rows("places"))
