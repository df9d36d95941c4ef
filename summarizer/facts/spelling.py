"""Are two words one name? With English endings, in another transliteration, or with a slip of the source put right.

All words are folded: lower case, without signs.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache, lru_cache

from summarizer.facts.dictionary_en import is_english, is_name
from summarizer.facts.tables import rows, word_list

# ll, tt
DOUBLED = re.compile(r"(.)\1+")
# what English makes of the name of a country: Maldives -> Maldivian, Singapore -> Singaporean
ENDINGS = word_list("name ending")
# what English adds to any name: Copernicus -> Copernicuses, Sikh -> Sikhism
ADDED = word_list("added ending")
INITIALS = frozenset("cgkq")
SHORT = 3  # names of up to so many letters must be met exactly
STEM = 4  # letters that stay when a name gets an ending
MAX_ENDING = 5  # letters by which the two may differ in length
LONG = 7  # letters of a name in which a slip of the source is seen
SLIP = 0.85  # likeness of a name with one slip to the right one: "etherlred" and "ethelred" 0.94
LIKE = 0.6  # likeness of a name to what a bad translation makes of it: "phondey" and "phodney" 0.86


@lru_cache(maxsize=65536)
def inflected(name: str, word: str) -> bool:
    """True for a place and what English makes of it: "hungary" and "hungarian"; not "iran" and "iraq"."""
    if abs(len(name) - len(word)) > MAX_ENDING or name[:2] != word[:2]:
        return False
    return ends_in(name, word, ENDINGS) or (len(name) > STEM and single_letters(name) == single_letters(word))


@lru_cache(maxsize=65536)
def same_name(name: str, word: str) -> bool:
    """True for two writings of one name: "copernicus" and "copernican", "gaddafi" and "qaddafi".

    Two names that English knows are two names, however close: not "arias" and "aria", nor "marie" and "maria".
    """
    if name == word:
        return True
    if len(name) <= SHORT or abs(len(name) - len(word)) > MAX_ENDING or not one_beginning(name, word):
        return False
    if word.startswith(name) and word[len(name) :] in ADDED:
        return True
    if is_name(word) and (ends_in(name, word, ADDED) or (not is_name(name) and inflected(name, word))):
        return True
    return len(name) > STEM and (sound(name) == sound(word) or is_correction(name, word))


def one_beginning(name: str, word: str) -> bool:
    """True for words with one first letter, or two of those that transliterations take for each other: q, g, k."""
    return name[:1] == word[:1] or (name[:1] in INITIALS and word[:1] in INITIALS)


def ends_in(name: str, word: str, endings: frozenset[str]) -> bool:
    """True when the word is the name, or the name without up to three letters, with one of the endings."""
    return any(
        word.startswith(name[: len(name) - cut]) and word[len(name) - cut :] in endings
        for cut in (0, 1, 2, 3)
        if len(name) - cut >= STEM
    )


def is_correction(name: str, word: str) -> bool:
    """True when the source misspells a name that the English has right: "etherlred" and "ethelred"."""
    return (
        len(name) >= LONG
        and name[:1] == word[:1]
        and is_name(word)
        and not is_name(name)
        and SequenceMatcher(None, name, word, autojunk=False).ratio() >= SLIP
    )


def resembles(name: str, word: str) -> bool:
    """True for a word that a bad translation may have made of a name: "thrashers" and "thashers"."""
    return (
        len(name) > SHORT
        and word[:1] == name[:1]
        and SequenceMatcher(None, name, word, autojunk=False).ratio() >= LIKE
        and not is_english(word)
    )


def single_letters(word: str) -> str:
    """The word with doubled letters made single: "valletta" -> "valeta"."""
    return DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The word with one letter for all transliterations of a sound: "qaddafi", "gaddafi" -> "gadafi"."""
    word = single_letters(word)
    for letters, letter in spellings():
        word = letters.sub(letter, word)
    return word


@cache
def spellings() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The groups of letters that transliterations take for each other, each with the letter that stands for them."""
    return tuple((re.compile(letters), letter) for letters, letter in rows("spellings"))
