"""The units and currencies that stand beside an English figure."""

from __future__ import annotations

from summarizer.facts.dates_en import DASHES
from summarizer.facts.numbers_en import Number
from summarizer.facts.tokens import Tokens
from summarizer.facts.units import unit_phrases

UNITS = unit_phrases("en")


SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW", "₹": "INR"}


DOLLAR_LETTERS = {
    "us": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "s": "SGD",
    "hk": "HKD",
    "nz": "NZD",
    "nt": "TWD",
}


CODES = {"usd": "USD", "vnd": "VND", "eur": "EUR", "gbp": "GBP", "vnđ": "VND"}


GLUED_ONLY = frozenset(["m", "l", "g", "h", "c", "f", "w", "in", "đ", "nm", "mi", "t", "rs", "mb"])


def read_unit(tokens: Tokens, index: int, number: Number) -> tuple[str, int]:
    """The unit at token `index`, behind a hyphen too ("five-year"), and the index after it; ("", index) for none."""
    lows = tokens.lows
    start = index
    if lows[index] in DASHES and tokens.glued(index) and tokens.glued(index + 1):
        start += 1
    if lows[start] not in UNITS:
        return "", index
    found = UNITS.match(lows, start)
    if found is None:
        return "", index
    unit, end = found
    if (
        end == start + 1
        and lows[start] in GLUED_ONLY
        and not (number.in_digits and (tokens.glued(start) or lows[start] == "m"))
    ):
        return "", index
    if end == start + 1 and tokens.words[start] == "C" and number.in_digits is False:
        return "", index
    if unit == "second" and end == start + 1 and lows[start] == "second" and not (start > index or number.value == 1):
        return "", index
    return unit, end


def read_sign(tokens: Tokens, index: int) -> tuple[str, int]:
    """The currency before token `index` and its first token: "US$2" -> ("USD", index - 2)."""
    if not index:
        return "", index
    before = tokens.lows[index - 1]
    if before in SIGNS:
        if before == "$" and index > 1 and tokens.glued(index - 1) and tokens.lows[index - 2] in DOLLAR_LETTERS:
            return DOLLAR_LETTERS[tokens.lows[index - 2]], index - 2
        return SIGNS[before], index - 1
    if before in CODES and tokens.words[index - 1].isupper():
        return CODES[before], index - 1
    return "", index
