"""Vietnamese texts: codes of letters and digits, and telephone numbers; both stay as they are."""

from __future__ import annotations

import re
from decimal import Decimal

from summarizer.facts.base import Fact, Part
from summarizer.facts.building import make, single
from summarizer.facts.tables import word_list
from summarizer.facts.tokens import Tokens


def read_mixed(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A code of digits and letters, "39C"; 0 when the letters are a scale or number word."""
    letters = tokens.words[index + 1]
    if not letters.isascii() or not letters[0].isupper():
        return 0
    out.append(make_mixed(tokens, index, index + 2))
    return index + 2


def make_mixed(tokens: Tokens, first: int, end: int) -> Fact:
    """The fact of a code like "39C" or "A1GP"; its digits alone count as a loose match."""
    text = tokens.slice(first, end)
    keys: Part = ("c:" + text.lower(), *digits_of(text))
    return make(tokens, first, end, "code", text, ((keys,),), english=(text,), firm=text.lower() not in FORMULAS)


def digits_of(text: str) -> tuple[Decimal, ...]:
    """The number in a code, which the other side may write apart: "39C" -> 39, "F16" (F-16) -> 16; () for "H5N1"."""
    found = DIGITS.findall(text)
    return (Decimal(found[0]),) if len(found) == 1 else ()


# 39C, 802.11n, F16, x100m: the numbers among the letters
DIGITS = re.compile(r"\d{1,9}(?:\.\d{1,9})?")
FORMULAS = word_list("formula")  # substances that English names in words as well


HOTLINES = frozenset(["1800", "1900"])  # the first group of a paid or free number: "1900 9095"


def read_phone(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A telephone number in groups of digits, "0800 555 111", or in one piece of 8 to 12 digits after a zero; or 0."""
    end = index + 1
    while (
        tokens.lows[end + 1] != "/"
        and tokens.words[end].isdecimal()
        and 2 <= len(tokens.words[end]) <= 4
        and end - index < 6
    ):
        end += 1
    words = tokens.words[index:end]
    joined = "".join(words)
    if not (8 <= len(joined) <= 12) or (end - index < 3 and joined[0] != "0" and words[0] not in HOTLINES):
        return 0
    text = tokens.slice(index, end)
    out.append(make(tokens, index, end, "code", text, single("c:" + joined), english=(text,)))
    return end
