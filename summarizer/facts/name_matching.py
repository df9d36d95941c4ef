"""Looking for the names of a source in its translation: without signs, with English endings, short forms allowed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.facts.base import Fact, FactMatch
from summarizer.facts.building import make
from summarizer.facts.places import AMBIGUOUS, english_places
from summarizer.facts.syllables import fold
from summarizer.facts.tables import word_list
from summarizer.facts.tokens import Tokens

# ll, tt
DOUBLED = re.compile(r"(.)\1+")
# what English makes of a name: Maldives -> Maldivian, Copernicus -> Copernican, Singapore -> Singaporean
ENDINGS = word_list("name ending")
SHORT = 3  # names of up to so many letters must be met exactly


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

    def holds(self, key: str) -> bool:
        """True when the folded phrase stands in the text, with a plural or other ending on its last word."""
        if " " in key or not key.isalpha():
            return f" {key}" in self.joined
        return key in self.words or key + "s" in self.words or self.akin(key)

    def akin(self, key: str) -> bool:
        """True when a word of the text is the name with another ending or another spelling."""
        return len(key) > SHORT and any(similar(key, word) for word in self.capital)


def similar(name: str, word: str) -> bool:
    """True for two writings of one name: "hungary" and "hungarian", "valetta" and "valletta"; not "iran" and "iraq"."""
    size = len(name)
    if abs(size - len(word)) > 5 or name[:2] != word[:2]:
        return False
    if any(
        word.startswith(name[: size - cut]) and word[size - cut :] in ENDINGS for cut in (0, 1, 2, 3) if size - cut >= 4
    ):
        return True
    return size > 4 and single_letters(name) == single_letters(word)


def single_letters(word: str) -> str:
    """The word with doubled letters made single: "valletta" -> "valeta"."""
    return DOUBLED.sub(r"\1", word)


def match_names(sources: Sequence[Fact], target: Tokens) -> list[FactMatch]:
    """The verdicts on the names of a source; the same name twice is looked for once."""
    if not sources:
        return []
    english = EnglishWords(target)
    results = []
    known: dict[object, FactMatch] = {}
    for source in sources:
        verdict = known.get(source.value)
        if verdict is None:
            verdict = judge(source, english)
            if verdict.status == "missing" and source.kind == "place":
                verdict = judge_place(source, sources, english)
            known[source.value] = verdict
        results.append(FactMatch(verdict.status, source.kind, source, verdict.target, verdict.reason))
    return results


def judge_place(source: Fact, sources: Sequence[Fact], english: EnglishWords) -> FactMatch:
    """The verdict on a place that is not named: another one in its stead, or none.

    A country of one syllable ("Anh", "Đức") that has no other in its stead is taken to be implied.
    """
    own = {str(fact.value) for fact in sources}
    named = {fold(word) for fact in sources for word in fact.text.split()}
    for index, low in enumerate(english.folded):
        meant = english_places().get(low)
        if meant is None or not meant.isdisjoint(own) or low in named or english.tokens.words[index].islower():
            continue
        other = make(english.tokens, index, index + 1, "place", low, ())
        return FactMatch("changed", "place", source, other, f'"{source.text}" became "{other.text}"')
    if source.text.lower() in AMBIGUOUS:
        return FactMatch("found", "place", source, None, "not named, and no other place in its stead")
    return FactMatch("missing", "place", source, None, f'"{source.text}" is not in the translation')


def judge(source: Fact, english: EnglishWords) -> FactMatch:
    """The verdict on one name."""
    parts = source.readings[0]
    lost = [part[0] for part in parts if not any(english.holds(str(key)) for key in part)]
    if not lost:
        return FactMatch("found", source.kind, source, None, "same name")
    if len(lost) < len(parts) and shortened(source, [str(part[0]) for part in parts], english):
        return FactMatch("found", source.kind, source, None, "the name in a shorter form")
    if len(lost) < len(parts):
        return FactMatch("changed", source.kind, source, None, f'of "{source.text}" only a part is in the translation')
    return FactMatch("missing", source.kind, source, None, f'"{source.text}" is not in the translation')


def shortened(source: Fact, parts: Sequence[str], english: EnglishWords) -> bool:
    """True when the translation gives only some words of a name, and puts no other name beside them.

    "Brett Kavanaugh" may become "Kavanaugh"; it must not become "Brian Kavanaugh".
    """
    kept = {part for part in parts if english.holds(part)}
    if (parts[-1] not in kept and parts[0] not in kept) or (len(parts) > 2 and len(kept) == len(parts) - 1):
        return False
    own = {fold(word) for word in source.text.lower().split()}
    words, count = english.tokens.words, english.tokens.count
    for index, low in enumerate(english.folded):
        if low not in kept and not any(similar(part, low) for part in kept if len(part) > SHORT):
            continue
        for beside in (index - 1, index + 1):
            if 0 <= beside < count and words[beside][0].isupper() and is_other(english.folded[beside], own):
                return False
    return True


def is_other(word: str, own: set[str]) -> bool:
    """True for a word that belongs to another name: no title, no small word, no word of the name itself."""
    return word.isalpha() and word not in own and word not in TITLES


TITLES = word_list("beside names")
