"""Looking for the names of a source in its translation: without signs, with English endings, short forms allowed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from summarizer.facts.base import Fact, FactMatch, Reading
from summarizer.facts.building import make
from summarizer.facts.places import AMBIGUOUS, english_forms, english_places
from summarizer.facts.spelling import SHORT, inflected, resembles, same_name
from summarizer.facts.syllables import fold
from summarizer.facts.tables import forms, rows, word_list
from summarizer.facts.tokens import Tokens

VIETNAMESE = frozenset("ơưăđêôạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")  # letters of transliterations: Phanxicô
COUNTRY_WORDS = frozenset(["country", "nation", "nationwide", "country's", "nation's", "nationally"])
BODY_WORDS = frozenset(["agency", "organization", "organisation", "bureau", "commission", "institute", "association"])
SMALL = frozenset(["of", "the", "and", "for", "on", "in", "to", "a", "an", "de"])
LOOSE = 4  # words that may stand among the words of one name, e.g. initials


Akin = Callable[[str, str], bool]  # are a folded name and a folded word one?


def akin_of(source: Fact) -> Akin:
    """What tells the English writings of a fact: those of places have the endings of their peoples."""
    return inflected if source.kind == "place" else same_name


class EnglishWords:
    """The words of a translation, folded, for looking names up."""

    __slots__ = ("capital", "folded", "joined", "tokens", "words")

    def __init__(self, tokens: Tokens) -> None:
        folded = [fold(low) for low in tokens.lows[: tokens.count]]
        self.folded = folded
        self.tokens = tokens
        self.words = set(folded)
        self.capital = {low for low, word in zip(folded, tokens.words, strict=False) if not word.islower()}
        self.joined = " " + " ".join(folded) + " "

    def holds(self, key: str, akin: Akin) -> bool:
        """True when the folded phrase stands in the text, with a plural or other ending on its last word."""
        if " " in key or not key.isalpha():
            return f" {key}" in self.joined
        return key in self.words or key + "s" in self.words or self.has_akin(key, akin)

    def locate(self, key: str, akin: Akin) -> tuple[int, int] | None:
        """The first token of a folded phrase that the text holds, and the index after it."""
        parts = key.split(" ")
        if len(parts) == 1 and key.isalpha():
            if key in self.words:
                index = self.folded.index(key)
                return index, index + 1
            fits = (
                index
                for index, low in enumerate(self.folded)
                if low == key + "s" or (len(key) > SHORT and low in self.capital and akin(key, low))
            )
            place = next(fits, None)
            return None if place is None else (place, place + 1)
        size = len(parts)
        for index in range(len(self.folded) - size + 1):
            if self.folded[index : index + size - 1] == parts[:-1] and self.folded[index + size - 1].startswith(
                parts[-1]
            ):
                return index, index + size
        return None

    def span(self, parts: Reading, akin: Akin) -> Fact | None:
        """The words of the text that stand for the parts of a name, from the first to the last of them."""
        found = [
            place
            for part in parts
            if (place := next(filter(None, (self.locate(str(key), akin) for key in part)), None))
        ]
        if not found:
            return None
        first, end = min(place[0] for place in found), max(place[1] for place in found)
        if end - first > len(found) + LOOSE:  # met in two places: the first is named
            first, end = found[0]
        return make(self.tokens, first, end, "name", "", ())

    def initials(self, acronym: str) -> bool:
        """True when words of the text in a row begin with the letters of an acronym; small words are passed over."""
        letters = [low[0] for low in self.folded if low.isalpha() and low not in SMALL]
        return fold(acronym) in "".join(letters)

    def has_akin(self, key: str, akin: Akin) -> bool:
        """True when a word of the text is the name with another ending or another spelling."""
        return len(key) > SHORT and any(akin(key, word) for word in self.capital)


def match_names(sources: Sequence[Fact], tokens: Tokens, english: EnglishWords) -> list[FactMatch]:
    """The verdicts on the names of a source; the same name twice is looked for once."""
    results = []
    known: dict[object, FactMatch] = {}
    named = {str(key) for source in sources for part in source.readings[0] for key in part}
    for source in sources:
        verdict = known.get(source.value)
        if verdict is None:
            verdict = judge(source, english)
            if verdict.status == "missing" and source.kind == "place":
                verdict = judge_place(source, sources, english)
            if is_metonym(verdict):
                reason = "named by its capital or its country"
                verdict = replace(verdict, status="found", reason=reason, weak=True)
            if verdict.status == "missing" and (reason := excuse(source, tokens, english, named)):
                verdict = FactMatch("found", source.kind, source, None, reason, weak=True)
            if verdict.status in ("missing", "changed") and source.kind in SPELLED_KINDS:
                verdict = judge_spelling(verdict, source, english, named)
            known[source.value] = verdict
        results.append(replace(verdict, kind=source.kind, source=source))
    return results


def is_metonym(verdict: FactMatch) -> bool:
    """True for a place whose capital or country is named in its stead."""
    source, target = verdict.source, verdict.target
    if verdict.status != "changed" or source is None or target is None or source.kind != "place":
        return False
    return fold(target.text) in metonyms(str(source.value))


SPELLED_KINDS = ("name", "person")
REACH = 9  # words of an organization's name before the country in it
ACRONYM_REACH = 4  # tokens from a name to the acronym in brackets that stands for it


def excuse(source: Fact, tokens: Tokens, english: EnglishWords, named: set[str]) -> str:
    """Why a name that is not in the translation need not be a mistake, "" when nothing speaks for it.

    `named` are all names of the source: what translates one of them stands for no other.
    """
    if source.kind in SPELLED_KINDS and source.text.isascii() and abbreviated(source, english):
        return "the name abbreviated"
    if source.kind == "name" and not VIETNAMESE.isdisjoint(source.text.lower()):
        return "a name in Vietnamese spelling, which English writes in its own"
    if source.kind in ("place", "name") and any(
        word in english.words and word not in named for word in metonyms(str(source.value))
    ):
        return "named by its capital or its country"
    if source.kind == "place" and not COUNTRY_WORDS.isdisjoint(english.words) and not strangers(tokens, english):
        return "called the country"
    first = tokens.find(source.start_char)
    end = tokens.find(source.end_char)
    if source.kind == "acronym":
        if english.initials(source.text):
            return "written out"
        if any(word.replace("l", "I") == source.text for word in english.tokens.words):
            return "written with a small l for a capital I"
        return "" if BODY_WORDS.isdisjoint(english.words) else "called by what it is"
    for index in range(end, min(end + ACRONYM_REACH, tokens.count)):
        word = tokens.words[index]
        if tokens.words[index - 1] == "(" and word.isupper() and len(word) > 1 and fold(word) in english.words:
            return "part of a name that its acronym stands for"
    if (
        source.kind == "place"
        and any(
            f"{tokens.lows[index]} {tokens.lows[index + 1]}" in BODIES and tokens.words[index][0].isupper()
            for index in range(max(0, first - REACH), first)
        )
        and not any(english.folded[index - 1] == "of" for index in strangers(tokens, english))
    ):
        return "part of the name of a body"
    return ""


# Ủy ban, Hiệp hội: the first words of the names of bodies, which English often gives without their country
BODIES = word_list("body")


def judge_spelling(verdict: FactMatch, source: Fact, english: EnglishWords, named: set[str]) -> FactMatch:
    """The verdict on a name that is not met: what a bad translation made of it is shown whole, if it is there.

    Example: "Jaromir Jagr" became "Jarmir Jagr". No other name of the source is taken for a misspelling.
    """

    def is_near(name: str, word: str) -> bool:
        return same_name(name, word) or (word not in named and resembles(name, word))

    other = english.span(source.readings[0], is_near)
    if other is None or other == verdict.target:
        return verdict
    return FactMatch("changed", source.kind, source, other, f'"{source.text}" became "{other.text}"')


def strangers(tokens: Tokens, english: EnglishWords) -> list[int]:
    """The words of the English with a capital that may be names the source does not have."""
    own = {fold(low) for low in tokens.lows[: tokens.count]}
    return [
        index
        for index, (word, low) in enumerate(zip(english.tokens.words, english.folded, strict=False))
        if word[0].isupper() and word.isalpha() and low not in own and low not in TITLES and low not in english_places()
    ]


def abbreviated(source: Fact, english: EnglishWords) -> bool:
    """True when the text has the first letters of a name of several words: "LA", "NYC"."""
    letters = "".join(str(part[0])[0] for part in source.readings[0])
    return len(letters) > 1 and any(
        word.isupper() and word.lower().startswith(letters) and len(word) <= len(letters) + 1
        for word in english.tokens.words[: english.tokens.count]
    )


@cache
def metonyms(place: str) -> frozenset[str]:
    """The folded words that may stand for a country or a capital: "beijing" for "China", and the other way round."""
    found: set[str] = set()
    for country, capitals in rows("metonyms"):
        names = {country, *forms(capitals)}
        if fold(place) in {fold(name) for name in names}:
            for name in names:
                found.update(key for key in english_forms(name) if " " not in key)
    return frozenset(found)


def judge_place(source: Fact, sources: Sequence[Fact], english: EnglishWords) -> FactMatch:
    """The verdict on a place that is not named: another one in its stead, or none.

    A country of one syllable ("Anh", "Đức") that has no other in its stead is taken to be implied.
    """
    own = Counter(str(fact.value) for fact in sources)
    named = {fold(word) for fact in sources for word in fact.text.split()}
    for index, low in enumerate(english.folded):
        meant = english_places().get(low)
        if meant is None or low in named or english.tokens.words[index].islower():
            continue
        said = next((place for place in meant if place in own), None)
        if said is not None:
            own[said] -= 1  # "Anh ... Ý" must not become "British ... British"
            if own[said] >= 0 or source.text.lower() not in AMBIGUOUS:
                continue
        other = make(english.tokens, index, index + 1, "place", low, ())
        return FactMatch("changed", "place", source, other, f'"{source.text}" became "{other.text}"')
    if source.text.lower() in AMBIGUOUS:
        return FactMatch("found", "place", source, None, "not named, and no other place in its stead", weak=True)
    return FactMatch("missing", "place", source, None, f'"{source.text}" is not in the translation')


def judge(source: Fact, english: EnglishWords) -> FactMatch:
    """The verdict on one name."""
    parts, akin = source.readings[0], akin_of(source)
    lost = [part[0] for part in parts if not any(english.holds(str(key), akin) for key in part)]
    if not lost:
        return FactMatch("found", source.kind, source, english.span(parts, akin), "same name")
    if len(lost) < len(parts):
        there = english.span(parts, akin)
        if shortened(source, [str(part[0]) for part in parts], english):
            return FactMatch("found", source.kind, source, there, "the name in a shorter form", weak=True)
        reason = f'of "{source.text}" only a part is in the translation'
        return FactMatch("changed", source.kind, source, there, reason)
    return FactMatch("missing", source.kind, source, None, f'"{source.text}" is not in the translation')


def shortened(source: Fact, parts: Sequence[str], english: EnglishWords) -> bool:
    """True when the translation gives only some words of a name, and puts no other name beside them.

    "Brett Kavanaugh" may become "Kavanaugh"; it must not become "Brian Kavanaugh".
    """
    kept = {part for part in parts if english.holds(part, same_name)}
    if (parts[-1] not in kept and parts[0] not in kept) or (len(parts) > 2 and len(kept) == len(parts) - 1):
        return False
    own = {fold(word) for word in source.text.lower().split()}
    words, count = english.tokens.words, english.tokens.count
    for index, low in enumerate(english.folded):
        if low not in kept and not any(same_name(part, low) for part in kept if len(part) > SHORT):
            continue
        for beside in (index - 1, index + 1):
            if 0 <= beside < count and words[beside][0].isupper() and is_other(english.folded[beside], own):
                return False
    return True


def is_other(word: str, own: set[str]) -> bool:
    """True for a word that belongs to another name: no title, no small word, no word of the name itself."""
    return word.isalpha() and word not in own and word not in TITLES


TITLES = word_list("beside names")
