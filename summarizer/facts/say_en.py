"""A number in English words; `numbers_en.parse_number` reads them back."""

from __future__ import annotations

from decimal import Decimal

SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = ((10**15, "quadrillion"), (10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))


def say(value: Decimal) -> str:
    """The value in words: Decimal("-1.05") -> "minus one point zero five", Decimal(105) -> "one hundred five"."""
    if value < 0:
        return f"minus {say(-value)}"
    whole, _, decimals = f"{value:f}".partition(".")
    words = say_whole(int(whole))
    decimals = decimals.rstrip("0")
    return f"{words} point {' '.join(SMALL[int(digit)] for digit in decimals)}" if decimals else words


def say_whole(value: int) -> str:
    """A whole number from zero on in words."""
    for scale, word in SCALES:
        if value >= scale:
            rest = value % scale
            said = f"{say_whole(value // scale)} {word}"
            return f"{said} {say_whole(rest)}" if rest else said
    return say_group(value)


def say_group(value: int) -> str:
    """A number below 1000: 342 -> "three hundred forty-two"."""
    hundreds, rest = divmod(value, 100)
    words = [f"{SMALL[hundreds]} hundred"] if hundreds else []
    if rest < 20 and (rest or not hundreds):
        words.append(SMALL[rest])
    elif rest:
        words.append(TENS[rest // 10 - 2] + (f"-{SMALL[rest % 10]}" if rest % 10 else ""))
    return " ".join(words)
