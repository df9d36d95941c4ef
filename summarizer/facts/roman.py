"""Roman numerals below 50, as congresses, centuries and wars are numbered."""

from __future__ import annotations

import re

# XIII | XLIX: a well-formed numeral below 50; "MIX" and "DC" are left to be words
ROMAN = re.compile(r"(XL|X{0,3})(IX|IV|V?I{0,3})")
VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def roman_value(word: str) -> int | None:
    """The value of a Roman numeral in capitals: "XIII" -> 13; None for any other word."""
    if not word or word[0] not in VALUES or ROMAN.fullmatch(word) is None:
        return None
    values = [VALUES[letter] for letter in word]
    return sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))
