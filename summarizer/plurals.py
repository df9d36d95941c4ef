"""English plurals of glossary terms, for nouns that the Vietnamese marks as several: "các ngân hàng" -> "banks"."""

from __future__ import annotations

import re
from functools import cache

from summarizer.vocabulary import read_rows

# city, company : y after a consonant becomes ies
Y_END = re.compile(r"(?<=[^aeiou])y$")
# bus, box, church, dish : an e goes before the s
HISS_END = re.compile(r"(?:ss|us|x|z|ch|sh)$")
# policeman, fisherman, but not human, German
MAN_END = re.compile(r"(?<!hu)(?<!Ger)(?<!Ro)(?<!tal)man$")
# head | of department : the noun that takes the plural stands before its complement
COMPLEMENT = re.compile(r" (?:of|for|to|in|on|at|by|with|from|against|under|per) ")


@cache
def _writings() -> dict[str, str]:
    """Nouns with a plural of their own, those that keep one form included: {"child": "children", "fish": "fish"}."""
    rows = [row for row in read_rows("plurals.tsv") if row[0] != "marker"]
    return {writing: writing for _, _, writing in rows} | {word: writing or word for _, word, writing in rows}


@cache
def _marked() -> re.Pattern[str]:
    """A text that ends with a word after which a Vietnamese noun is plural: "theo các "."""
    markers = "|".join(word for role, word, _ in read_rows("plurals.tsv") if role == "marker")
    return re.compile(rf"(?<!\w)(?:{markers}) $", re.IGNORECASE)


def marks_plural(before: str) -> bool:
    """True when what stands before a Vietnamese noun makes it plural. Example: marks_plural("theo các ")."""
    return _marked().search(before) is not None


def plural(term: str) -> str:
    """The plural of an English noun phrase, unchanged where it has none or is plural.

    Example: plural("state bank") == "state banks", plural("head of department") == "heads of department"
    """
    if found := COMPLEMENT.search(term):
        return plural(term[: found.start()]) + term[found.start() :]
    start, _, noun = term.rpartition(" ")
    written = _writings().get(noun)
    if written is None:
        written = _by_rule(noun)
    return f"{start} {written}" if start else written


def _by_rule(noun: str) -> str:
    if not noun.isalpha() or noun.endswith(("men", "ed")) or (noun.endswith("s") and not HISS_END.search(noun)):
        return noun
    if MAN_END.search(noun):
        return noun[:-2] + "en"
    if Y_END.search(noun):
        return noun[:-1] + "ies"
    return noun + ("es" if HISS_END.search(noun) else "s")
