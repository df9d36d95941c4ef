"""Names in the English that the source does not have, and that no dictionary explains: "Mr. Hally", "Hsievih".

A capitalized word that is no English word must stand in the source, or be the English of one of its names.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.facts.base import Fact, FactMatch
from summarizer.facts.building import make
from summarizer.facts.dictionary_en import is_english, is_slip
from summarizer.facts.names_vi import capital_syllable, starts_sentence
from summarizer.facts.places import english_words
from summarizer.facts.spelling import same_name
from summarizer.facts.syllables import fold
from summarizer.facts.tables import word_list
from summarizer.facts.tokens import Tokens

MIN_LETTERS = 3
TITLES = word_list("beside names")
VIETNAMESE = frozenset("ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")  # letters of no other language
WIDE = ("content", "quote", "negation", "direction")  # facts that span words of any kind


def check_strange_names(names: Sequence[Fact], source: Tokens, target: Tokens, matches: Sequence[FactMatch]) -> list[FactMatch]:
    """The capitalized words of a translation that come from nowhere, as added names.

    Example: "Massa phải ngồi ngoài" -> "Massavi must sit out": "Massavi" is added, unless it stands for "Massa" already.
    """
    explained = {token for match in matches if match.target is not None for token in spanned(match.target, target)}
    found: list[int] = [
        index
        for index in range(target.count)
        if index not in explained and is_candidate(target, index) and not is_english(plain(target, index))
    ]
    if not found:
        return []
    own = source_words(names, source)
    found = [index for index in found if not is_own(plain(target, index), own)]
    if found and has_untold_name(told(matches, source), source, target):
        found = [index for index in found if not VIETNAMESE.isdisjoint(target.lows[index])]
    return [added(target, index) for index in found if not is_slip(plain(target, index))]


def spanned(fact: Fact, tokens: Tokens) -> range:
    """The tokens of a fact."""
    return range(tokens.find(fact.start_char), tokens.find(fact.end_char))


def plain(tokens: Tokens, index: int) -> str:
    """The folded word without the apostrophe and what follows it: "Borellino's" -> "borellino"."""
    return fold(tokens.lows[index]).split("'")[0]


def is_candidate(tokens: Tokens, index: int) -> bool:
    """True for a word that may be a name: a capital, then small letters; no acronym in the plural, no part of a compound."""
    word = tokens.words[index]
    if not word[0].isupper() or len(plain(tokens, index)) < MIN_LETTERS or not word[1:].replace("'", "").replace("’", "").isalpha():
        return False
    if sum(letter.isupper() for letter in word) > 1 or tokens.lows[index] in TITLES or plain(tokens, index) in english_words():
        return False
    return not (tokens.lows[index + 1] == "-" and tokens.glued(index + 1) and plain(tokens, index) in word_list("english prefix"))


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


def told(matches: Sequence[FactMatch], source: Tokens) -> set[int]:
    """The tokens of the source that belong to a name, a date or a figure."""
    facts = [match.source for match in matches if match.source is not None and match.source.kind not in WIDE]
    return {index for fact in facts for index in spanned(fact, source)}


def has_untold_name(known: set[int], source: Tokens, target: Tokens) -> bool:
    """True when the source has a name in Vietnamese that the English may write in a way of its own: "Quý Châu", Guizhou.

    A name that the English keeps, letter by letter, explains nothing else.
    """
    english = {fold(low) for low in target.lows[: target.count]}
    return any(
        capital_syllable(source, index)
        and capital_syllable(source, index + 1)
        and known.isdisjoint((index, index + 1))
        and not starts_sentence(source, index)
        and not english.issuperset((fold(source.lows[index]), fold(source.lows[index + 1])))
        for index in range(source.count - 1)
    )


def added(target: Tokens, index: int) -> FactMatch:
    """The verdict on one name from nowhere."""
    fact = make(target, index, index + 1, "name", plain(target, index), ())
    return FactMatch("added", "name", None, fact, f'"{fact.text}" is no English word and not in the source')
