"""Names in the English that the source does not have, and that no dictionary explains: "Mr. Hally", "Hsievih".

A capitalized word that is no English word must stand in the source, or be the English of one of its names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.facts.base import Fact, FactMatch
from summarizer.facts.building import make
from summarizer.facts.dictionary_en import is_english, is_slip
from summarizer.facts.name_matching import VIETNAMESE, EnglishWords
from summarizer.facts.names_vi import capital_syllable, starts_sentence
from summarizer.facts.places import english_words
from summarizer.facts.spelling import same_name
from summarizer.facts.syllables import fold, is_vietnamese
from summarizer.facts.tables import word_list
from summarizer.facts.tokens import Tokens

# Hsievih, O'Shannessy's, Tượngvi : a capital, then small letters; no acronym, not even in the plural (TVs)
NAME = re.compile(r"[^\W\d_](?:['’][^\W\d_])?[^\W\d_A-ZĐ]{2,}(?:['’][^\W\d_]+)*")
TITLES = word_list("beside names")
MIN_HEAD = 3  # letters
WIDE = ("content", "quote", "negation", "direction")  # facts that span words of any kind


def check_strange_names(
    names: Sequence[Fact], source: Tokens, english: EnglishWords, matches: Sequence[FactMatch], known: Sequence[str]
) -> list[FactMatch]:
    """The capitalized words of a translation that come neither from the source nor from the `known` names, as added.

    Example: "Anh ở khách sạn" -> "Anhvi stayed at the hotel": "Anhvi" is added.
    """
    target = english.tokens
    kept = set(source.words)
    found = [
        index
        for index, word in enumerate(target.words)
        if word[:1].isupper() and word not in kept and is_strange(target, index)
    ]
    if not found:
        return []
    explained = {token for match in matches if match.target is not None for token in spanned(match.target, target)}
    own = source_words(names, source) | {fold(word) for name in known for word in name.split()}
    found = [index for index in found if index not in explained and not is_own(plain(target, index), own)]
    if found and has_untold_name(told(matches, source), source, english):
        found = [index for index in found if is_mangled(target.lows[index], own)]
    found = [index for index in found if not is_slip(plain(target, index))]
    return [added(target, first, end) for first, end in runs(found)]


def spanned(fact: Fact, tokens: Tokens) -> range:
    """The tokens of a fact."""
    return range(tokens.find(fact.start_char), tokens.find(fact.end_char))


def plain(tokens: Tokens, index: int) -> str:
    """The folded word without the apostrophe and what follows it: "Borellino's" -> "borellino"."""
    return fold(tokens.lows[index]).split("'")[0]


def is_strange(tokens: Tokens, index: int) -> bool:
    """True for a word with a capital that is neither English, nor a place, nor a prefix: not "Trans-Antarctic"."""
    word = plain(tokens, index)
    if is_english(word) or word in english_words() or word in TITLES or NAME.fullmatch(tokens.words[index]) is None:
        return False
    return not (tokens.lows[index + 1] == "-" and tokens.glued(index + 1) and word in word_list("english prefix"))


def source_words(names: Sequence[Fact], source: Tokens) -> set[str]:
    """All that the English may take from the source: its words, and the English writings of its names."""
    words = {fold(low) for low in source.lows[: source.count]}
    for fact in names:
        for writing in fact.english:
            words.update(fold(word) for word in writing.replace("-", " ").split())
    return words


def is_own(word: str, own: set[str]) -> bool:
    """True for a word of the source, with its ending or in another spelling."""
    return word in own or any(same_name(name, word) for name in own if name[:1] == word[:1])


def is_mangled(low: str, own: set[str]) -> bool:
    """True for what is no name at all: with Vietnamese letters, or a word of the source with a tail: "Vuavi"."""
    word = fold(low)
    return not VIETNAMESE.isdisjoint(low) or any(word.startswith(name) for name in own if len(name) >= MIN_HEAD)


def told(matches: Sequence[FactMatch], source: Tokens) -> set[int]:
    """The tokens of the source that belong to a name, a date or a figure."""
    facts = [match.source for match in matches if match.source is not None and match.source.kind not in WIDE]
    return {index for fact in facts for index in spanned(fact, source)}


def has_untold_name(known: set[int], source: Tokens, english: EnglishWords) -> bool:
    """True when the source has a Vietnamese name that the English may write in its own way: "Quý Châu", Guizhou.

    A name that the English keeps, letter by letter, explains nothing else.
    """
    return any(
        source.words[index][0].isupper()
        and index not in known
        and not starts_sentence(source, index)
        and (is_vietnamese_name(source, index, known, english) or is_transliterated(source, index))
        for index in range(source.count)
    )


def is_vietnamese_name(source: Tokens, index: int, known: set[int], english: EnglishWords) -> bool:
    """True for a Vietnamese syllable with a capital, in a name of several words that the English does not keep.

    "Lục Bàn", "Bộ Công", "Huấn dân": the words after the first may have small letters.
    """
    if not capital_syllable(source, index) or index + 1 in known or not source.words[index + 1].isalpha():
        return False
    if source.words[index + 1].islower() and source.words[index].isascii():
        return False  # "Theo", "Trong" after a mark that ends no sentence
    return not english.words.issuperset((fold(source.lows[index]), fold(source.lows[index + 1])))


def is_transliterated(source: Tokens, index: int) -> bool:
    """True for a foreign name in Vietnamese spelling: "Pu-tin", "Phanxicô"."""
    low = source.lows[index]
    if source.lows[index + 1] == "-" and source.glued(index + 1) and source.glued(index + 2):
        return source.words[index + 2].islower()
    return not VIETNAMESE.isdisjoint(low) and not is_vietnamese(low)


def runs(indexes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The runs of neighbors, each with its first index and the one after its last: [2, 3, 7] -> (2, 4), (7, 8)."""
    for at, index in enumerate(indexes):
        if at == 0 or indexes[at - 1] != index - 1:
            first = index
        if at + 1 == len(indexes) or indexes[at + 1] != index + 1:
            yield first, index + 1


def added(target: Tokens, first: int, end: int) -> FactMatch:
    """The verdict on one name from nowhere."""
    fact = make(target, first, end, "name", fold(target.slice(first, end)), ())
    return FactMatch("added", "name", None, fact, f'"{fact.text}" is no English word and not in the source')
