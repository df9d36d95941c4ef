"""Words of the source that the translation leaves in Vietnamese: "200 pao", "Bão Gonu", "May bay helicopter".

Names keep their Vietnamese form; words that English has taken over from Vietnamese are no mistake either.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.facts.base import Fact, FactMatch
from summarizer.facts.building import make
from summarizer.facts.dictionary_en import is_english
from summarizer.facts.names_vi import LOANWORDS, capital_syllable
from summarizer.facts.syllables import fold, is_vietnamese
from summarizer.facts.tables import word_list
from summarizer.facts.tokens import Tokens

GLUE = frozenset(".-/@_")
MIN_LETTERS = 3  # of each word of a pair without signs: "may bay"


def check_untranslated(names: Sequence[Fact], source: Tokens, target: Tokens) -> list[FactMatch]:
    """The words of the English that are Vietnamese, each with its place in the source.

    Example: "Bão Gonu đạt sức gió ..." -> "Bão Gonu reached winds ...": "Bão" is left, "Gonu" is a name.
    """
    places = left_alone(names, source, target)
    places.update(left_before_names(names, source, target))
    places.update(left_without_signs(names, source, target))
    return [left(source, places[index], target, index) for index in sorted(places)]


def left_alone(names: Sequence[Fact], source: Tokens, target: Tokens) -> dict[int, int]:
    """Words in lower case that both texts have and English has not, each with its token in the source."""
    strange = [index for index in range(target.count) if is_foreign_token(target, index)]
    if not strange:
        return {}
    first: dict[str, int] = {}
    beside = {at for fact in names for at in (source.find(fact.start_char) - 1, source.find(fact.end_char))}
    for at in range(source.count):
        if source.words[at].isascii() and (at in beside or not is_vietnamese(source.words[at])):
            continue  # a word of the foreign name beside it: "Cirque du Soleil"
        first.setdefault(source.lows[at], at)
    return {index: first[target.words[index]] for index in strange if target.words[index] in first}


def is_foreign_token(tokens: Tokens, index: int) -> bool:
    """True for a word in lower case that may be Vietnamese, and is no part of an address: "nhc.noaa.gov"."""
    word = tokens.words[index]
    if not word.islower() or not word.isalpha() or len(word) < 2 or not is_foreign(word):
        return False
    return not (tokens.glued(index) and tokens.lows[index - 1] in GLUE)


def is_foreign(word: str) -> bool:
    """True for a word of which English knows nothing, or that has signs which English drops."""
    if not word.isascii():
        return word not in word_list("english with signs")
    return word not in LOANWORDS and not is_english(word)


def left_before_names(names: Sequence[Fact], source: Tokens, target: Tokens) -> dict[int, int]:
    """Words with a capital before a foreign name that stay as they are: "Vua Sejong", "Quận Paro", "Toàn Nhật Bản"."""
    found: dict[int, int] = {}
    before = {source.find(fact.start_char) - 1 for fact in names if is_abroad(fact)}
    taken = {index for fact in names for index in range(source.find(fact.start_char), source.find(fact.end_char))}
    for at in before - taken:
        if at < 0 or not capital_syllable(source, at) or not is_foreign(source.lows[at]):
            continue
        word = source.words[at]
        found.update({index: at for index in range(target.count) if target.words[index] == word})
    return found


def is_abroad(fact: Fact) -> bool:
    """True for a name that is not Vietnamese: one of foreign letters, or a place that English calls otherwise."""
    if fact.kind == "place":
        return bool(fact.english) and fold(fact.english[0]) != fold(fact.text)
    return fact.kind in ("name", "person") and not is_vietnamese(fact.text.split()[0])


def left_without_signs(names: Sequence[Fact], source: Tokens, target: Tokens) -> dict[int, int]:
    """Two words in a row that the English keeps without their signs: "May bay" for "Máy bay"."""
    plain = [fold(low) for low in target.lows[: target.count]]
    pairs = {pair: index for index, pair in enumerate(zip(plain, plain[1:], strict=False))}
    found: dict[int, int] = {}
    if not pairs:
        return found
    taken = {source.find(fact.start_char) for fact in names}
    for at in range(source.count - 1):
        one, two = source.lows[at], source.lows[at + 1]
        if (one.isascii() and two.isascii()) or not source.words[at + 1].islower() or at in taken:
            continue
        index = pairs.get((fold(one), fold(two)))
        if index is None or min(len(one), len(two)) < MIN_LETTERS or f"{one} {two}" in word_list("taken over"):
            continue
        if target.lows[index] != one or target.lows[index + 1] != two:
            found[index] = at
    return found


def left(source: Tokens, at: int, target: Tokens, index: int) -> FactMatch:
    """The verdict on one word that is left."""
    mine = make(source, at, at + 1, "untranslated", "untranslated", ())
    other = make(target, index, index + 1, "untranslated", "untranslated", ())
    return FactMatch("changed", "untranslated", mine, other, f'"{other.text}" is left in Vietnamese')
