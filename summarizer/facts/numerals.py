"""Digit strings by the habits of both languages: which values "1.500", "1,500" and "3.5" may have."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

# 1.500 | 12.345.678: groups of three after points
POINT_GROUPS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
# 1,500 | 12,345,678: groups of three after commas
COMMA_GROUPS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
# 1.500,25: Vietnamese groups with decimals
POINT_GROUPS_COMMA = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+,\d+")
# 1,500.25: English groups with decimals
COMMA_GROUPS_POINT = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+\.\d+")
# 1,00,000: groups of the Indian habit
LAKH_GROUPS = re.compile(r"[1-9]\d?(?:,\d{2})+,\d{3}")


@lru_cache(maxsize=8192)
def vietnamese_values(digits: str) -> tuple[Decimal, ...]:
    """Every value a Vietnamese digit string may have, the likeliest first; () for what is no number (20.08.2024).

    The point groups thousands and the comma marks decimals; "10,000" and "3.5" follow the English habit, which
    Vietnamese texts about foreign matters use too. Only "2,375" is left with two values.
    """
    if digits.isdigit():
        return (Decimal(digits),)
    if POINT_GROUPS.fullmatch(digits):
        return (Decimal(digits.replace(".", "")),)
    if POINT_GROUPS_COMMA.fullmatch(digits):
        return (Decimal(digits.replace(".", "").replace(",", ".")),)
    if COMMA_GROUPS_POINT.fullmatch(digits):
        return (Decimal(digits.replace(",", "")),)
    if COMMA_GROUPS.fullmatch(digits):
        grouped = Decimal(digits.replace(",", ""))
        if digits.count(",") > 1 or digits.endswith("0"):
            return (grouped,)
        return (Decimal(digits.replace(",", ".")), grouped)
    if digits.count(",") + digits.count(".") == 1:
        return (Decimal(digits.replace(",", ".")),)
    return ()


@lru_cache(maxsize=8192)
def english_values(digits: str) -> tuple[Decimal, ...]:
    """The value of an English digit string; () for what is no number (1.2.3).

    A decimal comma ("3,5") and point groups ("1.500.000") are read as what they can only mean;
    see `is_english` for whether an English reader reads them so.
    """
    if digits.isdigit():
        return (Decimal(digits),)
    if COMMA_GROUPS.fullmatch(digits) or COMMA_GROUPS_POINT.fullmatch(digits) or LAKH_GROUPS.fullmatch(digits):
        return (Decimal(digits.replace(",", "")),)
    if POINT_GROUPS_COMMA.fullmatch(digits):
        return (Decimal(digits.replace(".", "").replace(",", ".")),)
    if digits.count(".") > 1 and POINT_GROUPS.fullmatch(digits):
        return (Decimal(digits.replace(".", "")),)
    if digits.count(",") + digits.count(".") == 1:
        return (Decimal(digits.replace(",", ".")),)
    return ()


def is_english(digits: str) -> bool:
    """True when the digit string is written by English habit: "1,500.5" is, "3,5" and "1.500.000" are not."""
    if "," not in digits:
        return digits.count(".") < 2
    return bool(COMMA_GROUPS.fullmatch(digits) or COMMA_GROUPS_POINT.fullmatch(digits) or LAKH_GROUPS.fullmatch(digits))


def integer(word: str, low: int, high: int) -> int | None:
    """The value of a digit string within bounds; None for anything else."""
    if not word.isdecimal() or len(word) > 4:
        return None
    value = int(word)
    return value if low <= value <= high else None
