"""Words of the source that the translation leaves in Vietnamese: "200 pao", "Bão Gonu", "May bay helicopter".

Names keep their Vietnamese form; words that English has taken over from Vietnamese are no mistake either.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from summarizer.facts.base import Fact, FactMatch
from summarizer.facts.building import make
from summarizer.facts.dictionary_en import is_english
from summarizer.facts.name_matching import EnglishWords
from summarizer.facts.names_vi import LOANWORDS, capital_syllable
from summarizer.facts.syllables import fold, is_vietnamese
from summarizer.facts.tables import word_list
from summarizer.facts.tokens import Tokens

GLUE = frozenset(".-/@_")
MIN_LETTERS = 3  # of each word of a pair without signs: "may bay"


def check_untranslated(names: Sequence[Fact], source: Tokens, target: EnglishWords) -> list[FactMatch]:
    """The words of the English that are Vietnamese, each with its place in the source.

    Example: "Bão Gonu đạt sức gió ..." -> "Bão Gonu reached winds ...": "Bão" is left, "Gonu" is a name.
    """
    places = left_alone(names, source, target.tokens)
    places.update(left_before_names(names, source, target.tokens))
    places.update(left_without_signs(names, source, target))
    return [left(source, places[index], target.tokens, index) for index in sorted(places)]


def left_alone(names: Sequence[Fact], source: Tokens, target: Tokens) -> dict[int, int]:
    """Words in lower case that both texts have and English has not, each with its token in the source."""
    shared = set(source.lows).intersection(target.words)
    strange = {word for word in shared if len(word) > 1 and word.isalpha() and is_foreign(word)}
    if not strange:
        return {}
    first: dict[str, int] = {}
    beside = {at for fact in names for at in (source.find(fact.start_char) - 1, source.find(fact.end_char))}
    for at in range(source.count):
        word = source.lows[at]
        if word in strange and not (word.isascii() and (at in beside or not is_vietnamese(word))):
            first.setdefault(word, at)  # no word of the foreign name beside it: "Cirque du Soleil"
    return {
        index: first[word]
        for index, word in enumerate(target.words)
        if word in first and not (target.glued(index) and target.lows[index - 1] in GLUE)
    }


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
        if source.lows[at] in word_list("foreign given name"):
            continue  # "Theo Walcott"
        word = source.words[at]
        found.update({index: at for index in range(target.count) if target.words[index] == word})
    return found


def is_abroad(fact: Fact) -> bool:
    """True for a name that is not Vietnamese: one of foreign letters, or a place that English calls otherwise."""
    if fact.kind == "place":
        return bool(fact.english) and fold(fact.english[0]) != fold(fact.text)
    return fact.kind in ("name", "person") and not is_vietnamese(fact.text.split()[0])


def left_without_signs(names: Sequence[Fact], source: Tokens, target: EnglishWords) -> dict[int, int]:
    """Two words in a row that the English keeps without their signs: "May bay" for "Máy bay"."""
    words = target.words
    kept = [at for at, low in enumerate(source.lows) if len(low) >= MIN_LETTERS and fold(low) in words]
    pairs = [at for at, following in pairwise(kept) if following == at + 1 and source.words[following].islower()]
    if not pairs:
        return {}
    taken = {source.find(fact.start_char) for fact in names}
    english = {pair: index for index, pair in enumerate(pairwise(target.folded))}
    found = {}
    for at in pairs:
        one, two = source.lows[at], source.lows[at + 1]
        index = english.get((fold(one), fold(two)))
        if index is None or at in taken or f"{one} {two}" in word_list("taken over"):
            continue
        if (target.tokens.lows[index], target.tokens.lows[index + 1]) != (one, two):
            found[index] = at
    return found


def left(source: Tokens, at: int, target: Tokens, index: int) -> FactMatch:
    """The verdict on one word that is left."""
    mine = make(source, at, at + 1, "untranslated", "untranslated", ())
    other = make(target, index, index + 1, "untranslated", "untranslated", ())
    return FactMatch("changed", "untranslated", mine, other, f'"{other.text}" is left in Vietnamese')
