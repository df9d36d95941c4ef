"""Is a word English? A dictionary of the desk, with inflected, compound and prefixed forms derived."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from string import ascii_lowercase

from summarizer.facts.tables import rows, word_list

SUFFIXES = ("s", "es", "d", "ed", "ing", "ly", "r", "er", "rs", "ers", "ness")
MIN_STEM = 3  # letters before a suffix, after a prefix, and of each part of a compound
MIN_SLIP = 8  # letters of a word in which one letter may be wrong and it is still known for what it is


@cache
def entries(role: str) -> frozenset[str]:
    """The folded entries of one role of the dictionary: "word", "name", "person" or "short"."""
    return frozenset("|".join(row[1] for row in rows("english") if row[0] == role).split("|"))


def stems(word: str) -> Iterator[str]:
    """What is left of a word without each ending that it has: "walkers" -> "walker", "walk"."""
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= MIN_STEM:
            yield word[: -len(suffix)]


def holds(word: str, *roles: str) -> bool:
    """True when the folded word, or its stem, is an entry of one of the roles."""
    forms = (word, *stems(word))
    return any(not entries(role).isdisjoint(forms) for role in roles)


def is_name(word: str) -> bool:
    """True for a folded word that English knows as a name: "bologna", "ethelred", "mongol"."""
    return holds(word, "name", "person")


@lru_cache(maxsize=65536)
def is_english(word: str) -> bool:
    """True for a folded word that an English text may hold as its own: "walked", "monday", "pureland", "redesign".

    Given names and surnames are not among them: who bears them must be named in the source.
    """
    return (
        holds(word, "word", "name", "short")
        or is_compound(word)
        or any(holds(rest, "word") for rest in without_prefix(word))
    )


def without_prefix(word: str) -> Iterator[str]:
    """What follows a prefix that English puts before any word: "denuclearize" -> "nuclearize"."""
    for prefix in word_list("english prefix"):
        if word.startswith(prefix) and len(word) - len(prefix) > MIN_STEM:
            yield word[len(prefix) :]


def is_compound(word: str) -> bool:
    """True for two words written as one: "sealion", "crimestoppers"."""
    return any(
        word[:cut] in entries("word") and holds(word[cut:], "word") for cut in range(MIN_STEM, len(word) - MIN_STEM + 1)
    )


@lru_cache(maxsize=4096)
def is_slip(word: str) -> bool:
    """True for a long English word with one letter too many, missing, wrong or misplaced: "transportaion"."""
    return len(word) >= MIN_SLIP and any(holds(near, "word", "name") for near in neighbors(word))


def neighbors(word: str) -> Iterator[str]:
    """The words that are one letter, or two letters that change places, away."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield head + tail[1:]
        yield head + tail[1:2] + tail[:1] + tail[2:]
        for letter in ascii_lowercase:
            yield head + letter + tail
            yield head + letter + tail[1:]
