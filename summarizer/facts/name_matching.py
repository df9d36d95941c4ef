"""Looking for the names of a source in its translation: folded, with endings, a spelling apart where it is long enough."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.facts.base import Fact, FactMatch
from summarizer.facts.syllables import fold
from summarizer.facts.tokens import Tokens

SHORT = 3  # names of up to so many letters must be met exactly


class EnglishWords:
    """The words of a translation, folded, for looking names up."""

    __slots__ = ("joined", "tokens", "words")

    def __init__(self, tokens: Tokens) -> None:
        folded = [fold(low) for low in tokens.lows[: tokens.count]]
        self.tokens = tokens
        self.words = set(folded)
        self.joined = " " + " ".join(folded) + " "

    def holds(self, key: str) -> bool:
        """True when the folded phrase stands in the text, with a plural or other ending on its last word."""
        if " " in key or not key.isalpha():
            return f" {key}" in self.joined
        return key in self.words or key + "s" in self.words or self.akin(key)

    def akin(self, key: str) -> bool:
        """True when a word of the text is the name with another ending or another spelling."""
        return len(key) > SHORT and any(similar(key, word) for word in self.words)


def similar(name: str, word: str) -> bool:
    """True for two writings of one name: "hungary" and "hungarian", "krushchev" and "khrushchev"; not "iran" and "iraq"."""
    size = len(name)
    if abs(size - len(word)) > 4 or name[0] != word[0] and size < 6:
        return False
    shared = 0
    for one, two in zip(name, word, strict=False):
        if one != two:
            break
        shared += 1
    if shared >= 4 and shared >= min(size, len(word)) - 1 - size // 6:
        return True
    return size >= 5 and within(name, word, 1 if size < 8 else 2)


def within(one: str, two: str, limit: int) -> bool:
    """True when `one` becomes `two` by at most `limit` letters put in, left out or exchanged."""
    if abs(len(one) - len(two)) > limit:
        return False
    row = list(range(len(two) + 1))
    for i, letter in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, other in enumerate(two, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (letter != other))
        if min(row) > limit:
            return False
    return row[-1] <= limit


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
            known[source.value] = verdict
        results.append(FactMatch(verdict.status, source.kind, source, None, verdict.reason))
    return results


def judge(source: Fact, english: EnglishWords) -> FactMatch:
    """The verdict on one name."""
    parts = source.readings[0]
    lost = [part[0] for part in parts if not any(english.holds(str(key)) for key in part)]
    if not lost:
        return FactMatch("found", source.kind, source, None, "same name")
    if len(lost) < len(parts):
        return FactMatch("changed", source.kind, source, None, f'of "{source.text}" only a part is in the translation')
    return FactMatch("missing", source.kind, source, None, f'"{source.text}" is not in the translation')
