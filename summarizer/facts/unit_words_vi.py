"""The units and currencies that stand beside a Vietnamese figure."""

from __future__ import annotations

from summarizer.facts.numbers_vi import Number
from summarizer.facts.numerals import integer
from summarizer.facts.tables import word_list
from summarizer.facts.tokens import Tokens
from summarizer.facts.units import unit_phrases

UNITS = unit_phrases("vi")


SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW"}


CODES = {"usd": "USD", "us$": "USD", "vnd": "VND", "vnđ": "VND", "eur": "EUR", "us": "USD"}


# unit words that are also common words: a unit only after digits, or after a scale word
AFTER_DIGITS = word_list("unit after digits")


def read_unit(tokens: Tokens, index: int, number: Number) -> tuple[str, int]:
    """The unit at token `index` and the index after it; ("", index) when none stands there."""
    lows = tokens.lows
    if lows[index] not in UNITS:
        return "", index
    found = UNITS.match(lows, index)
    if found is None:
        return "", index
    unit, end = found
    if end == index + 1 and lows[index] in AFTER_DIGITS and not (number.in_digits or number.scaled):
        return "", index
    if unit == "year" and integer(lows[end], 1000, 2199) is not None:
        return "", index  # "9.000 năm 2018": 9,000 in 2018
    if lows[index] == "m" and lows[end] == "²":
        return "m2", end + 1
    if unit == "year" and lows[end] == "tuổi":
        end += 1
    return unit, end


def read_sign(tokens: Tokens, index: int) -> tuple[str, int]:
    """The currency sign before token `index` and its first token: "US$2" -> ("USD", index - 2)."""
    if not index:
        return "", index
    before = tokens.lows[index - 1]
    if before in SIGNS:
        unit, first = SIGNS[before], index - 1
        if (
            before == "$"
            and first
            and tokens.glued(first)
            and tokens.lows[first - 1] in ("us", "a", "c", "s", "hk", "nz")
        ):
            letter = tokens.lows[first - 1]
            unit = {"us": "USD", "a": "AUD", "c": "CAD", "s": "SGD", "hk": "HKD", "nz": "NZD"}[letter]
            first -= 1
        return unit, first
    if before in CODES and tokens.words[index - 1].isupper() and before != "us":
        return CODES[before], index - 1
    return "", index
