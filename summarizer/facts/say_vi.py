"""A number in Vietnamese words; `numbers_vi.parse_number` reads them back."""

from __future__ import annotations

from decimal import Decimal

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
SCALES = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"))


def say(value: Decimal) -> str:
    """The value in words: Decimal("-1.05") -> "âm một phẩy không năm", Decimal(105) -> "một trăm linh năm"."""
    if value < 0:
        return f"âm {say(-value)}"
    whole, _, decimals = f"{value:f}".partition(".")
    words = say_whole(int(whole))
    decimals = decimals.rstrip("0")
    return f"{words} phẩy {' '.join(DIGITS[int(digit)] for digit in decimals)}" if decimals else words


def say_whole(value: int) -> str:
    """A whole number from zero on in words."""
    for scale, word in SCALES:
        if value >= scale:
            rest = value % scale
            said = f"{say_whole(value // scale)} {word}"
            return f"{said} {say_group(rest, full=True) if rest < 1000 else say_padded(rest, scale)}" if rest else said
    return say_group(value, full=False)


def say_padded(rest: int, scale: int) -> str:
    """What follows a scale word, with the scale words it has itself."""
    below = next((smaller, word) for smaller, word in SCALES if smaller < scale and rest >= smaller)
    lead, last = divmod(rest, below[0])
    said = f"{say_group(lead, full=False)} {below[1]}"
    if not last:
        return said
    return f"{said} {say_group(last, full=True) if last < 1000 else say_padded(last, below[0])}"


def say_group(value: int, *, full: bool) -> str:
    """A number below 1000; `full` names the hundreds even when there are none: 5 -> "không trăm linh năm"."""
    hundreds, rest = divmod(value, 100)
    if not hundreds and not full:
        return say_tens(rest)
    said = f"{DIGITS[hundreds]} trăm"
    if not rest:
        return said
    return f"{said} linh {DIGITS[rest]}" if rest < 10 else f"{said} {say_tens(rest)}"


def say_tens(value: int) -> str:
    """A number below 100: 15 -> "mười lăm", 21 -> "hai mươi mốt"."""
    tens, unit = divmod(value, 10)
    if not tens:
        return DIGITS[unit]
    word = {1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(unit, DIGITS[unit])
    said = "mười" if tens == 1 else f"{DIGITS[tens]} mươi"
    return f"{said} {word}" if unit else said
