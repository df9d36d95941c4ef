"""Vietnamese number grammar: digits with scale words, number words, and their mixtures."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from summarizer.facts.numerals import vietnamese_values
from summarizer.facts.tables import rows, word_list
from summarizer.facts.tokens import Tokens


def _words(*roles: str) -> dict[str, int]:
    return {word: int(value) for language, role, word, value in rows("numbers") if language == "vi" and role in roles}


DIGITS = _words("digit")  # một, hai ... chín
UNITS = {**_words("digit", "unit"), "năm": 0}  # after mươi and mười "năm" is the year: hai mươi năm = 20 years
del UNITS["năm"]
ZEROS_AFTER_POINT = {**_words("digit", "unit", "zero")}
SCALES = _words("scale")
FILLERS = _words("filler")
STARTS = frozenset({*DIGITS, "mười", "không", "nửa", "âm"})

BILLION = frozenset(["tỷ", "tỉ"])  # what stands before it is multiplied as a whole: hai nghìn ba trăm tỷ
# scale words that are part of another word: tỷ lệ (ratio), triệu chứng (symptom), vạn vật (all things)
NOT_SCALES = word_list("no scale")


def is_scale(lows: list[str], index: int) -> bool:
    """True when the token is a scale word and no part of another word."""
    return lows[index] in SCALES and f"{lows[index]} {lows[index + 1]}" not in NOT_SCALES


@dataclass(frozen=True, slots=True)
class Number:
    """A number phrase: its values (more than one only for "2,375"), the index after it, and how it is written."""

    values: tuple[Decimal, ...]
    end: int
    in_digits: bool  # begins with a digit
    scaled: bool  # holds a scale word, trăm or chục
    bare: tuple[Decimal, ...] = ()  # the values before the scale word: 1.500 in "1.500 tỷ"


def read_tens(lows: list[str], index: int) -> tuple[int, int] | None:
    """The value from 1 to 99 in words at token `index`, and the index after it: hai mươi lăm -> 25."""
    word = lows[index]
    following = lows[index + 1]
    if word == "mười":
        unit = UNITS.get(following)
        return (10, index + 1) if unit is None else (10 + unit, index + 2)
    digit = DIGITS.get(word)
    if digit is None:
        return None
    if following == "mươi":
        unit = UNITS.get(lows[index + 2])
        return (digit * 10, index + 2) if unit is None else (digit * 10 + unit, index + 3)
    if following == "chục":
        return digit * 10, index + 2
    if following in ("mốt", "lăm", "nhăm") and digit > 1:
        return digit * 10 + UNITS[following], index + 2
    return digit, index + 1


def read_group(lows: list[str], index: int) -> tuple[int, int] | None:
    """The value from 0 to 999 in words at token `index`, and the index after it: một trăm linh năm -> 105."""
    if lows[index + 1] != "trăm":
        return read_tens(lows, index)
    digit = 0 if lows[index] == "không" else DIGITS.get(lows[index])
    if digit is None:
        return None
    value, end = digit * 100, index + 2
    if lows[end] == "rưỡi":
        return value + 50, end + 1
    if lows[end] in FILLERS:
        unit = DIGITS.get(lows[end + 1]) or UNITS.get(lows[end + 1])
        return (value, end) if unit is None else (value + unit, end + 2)
    if lows[end] == "mười" or lows[end + 1] == "mươi":
        rest = read_tens(lows, end)
        if rest is not None:
            return value + rest[0], rest[1]
    return value, end


def read_scale(lows: list[str], index: int) -> tuple[int, int]:
    """The product of the scale words below "tỷ" at token `index` and the index after them; none gives 1.

    Example: "nghìn" -> 1000, "trăm nghìn" -> 100000, "chục triệu" -> 10000000.
    """
    scale = 1
    while lows[index] not in BILLION and is_scale(lows, index):
        scale *= SCALES[lows[index]]
        index += 1
    if scale == 1 and lows[index] in ("trăm", "chục"):
        small = 100 if lows[index] == "trăm" else 10
        larger, end = read_scale(lows, index + 1) if lows[index + 1] in SCALES else (1, index + 1)
        return small * larger, end
    return scale, index


def read_decimals(lows: list[str], index: int) -> tuple[Decimal, int] | None:
    """The decimals in words after "phẩy": không năm -> 0.05."""
    digits = ""
    while lows[index] in ZEROS_AFTER_POINT and len(digits) < 12:
        digits += str(ZEROS_AFTER_POINT[lows[index]])
        index += 1
    return (Decimal("0." + digits), index) if digits else None


def read_plain(tokens: Tokens, index: int) -> tuple[tuple[Decimal, ...], int] | None:
    """The values of one numeral or word group without its scale: "1.500" -> (1500,), "hai mươi" -> (20,)."""
    lows = tokens.lows
    word = lows[index]
    if "0" <= word[:1] <= "9":
        values = vietnamese_values(word)
        return (values, index + 1) if values else None
    if word in FRACTION_SIGNS:
        return (FRACTION_SIGNS[word],), index + 1
    group = read_group(lows, index)
    if group is None:
        return None
    value, end = Decimal(group[0]), group[1]
    if lows[end] == "phẩy":
        decimals = read_decimals(lows, end + 1)
        if decimals is not None:
            return (value + decimals[0],), decimals[1]
    return (value,), end


FRACTION_SIGNS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}


def read_number(tokens: Tokens, index: int) -> Number | None:
    """The number phrase at token `index`, or None.

    Example: "1.500 tỷ đồng" -> 1500000000000; "2 tỷ 500 triệu" -> 2500000000; "hai triệu rưỡi" -> 2500000.
    """
    lows = tokens.lows
    first = read_plain(tokens, index)
    if first is None:
        return None
    bare, end = first
    in_digits = lows[index][0].isdigit()
    scale, end = read_scale(lows, end)
    total = bare
    if scale > 1:
        total = tuple(value * scale for value in (bare[:1] if scale >= 1000 else bare))  # "2,375 triệu" has decimals
        if len(total) == 1 and lows[end] != "rưỡi":
            rest, end = read_smaller(tokens, end, scale, in_digits)
            total = (total[0] + rest,)
    while lows[end] in BILLION and is_scale(lows, end):
        total, scale, end = (total[0] * 10**9,), 10**9, end + 1
        if lows[end] not in BILLION and lows[end] != "rưỡi":
            rest, end = read_smaller(tokens, end, scale, in_digits)
            total = (total[0] + rest,)
    if scale == 1:
        return Number(bare, end, in_digits, not in_digits and "trăm" in lows[index:end], bare)
    if lows[end] == "phẩy" and not in_digits and (decimals := read_decimals(lows, end + 1)) is not None:
        return Number((total[0] + decimals[0],), decimals[1], False, True, bare[:1])
    if lows[end] == "rưỡi":
        return Number(tuple(value + Decimal(scale) / 2 for value in total), end + 1, in_digits, True, bare[:1])
    return Number(total, end, in_digits, True, bare[:1])


def read_smaller(tokens: Tokens, index: int, scale: int, in_digits: bool) -> tuple[Decimal, int]:
    """What follows a scaled number with smaller scales: after "1 triệu" the "200 nghìn"; or (0, index)."""
    lows = tokens.lows
    rest = Decimal(0)
    while scale >= 1000:
        linked = lows[index] in FILLERS and not in_digits
        following = read_plain(tokens, index + 1 if linked else index)
        if following is None or len(following[0]) > 1:
            break
        value, end = following[0][0], following[1]
        smaller, end = read_scale(lows, end)
        if smaller >= scale or value * smaller >= scale:
            break
        whole = linked or value >= 10 or lows[index] == "không"
        if smaller == 1 and (in_digits or not whole) and not (lows[end] in BILLION and is_scale(lows, end)):
            break  # "2 nghìn 5" and "hai nghìn năm" are left alone: the second may be 2000 years
        rest += value * smaller
        index, scale = end, smaller
    return rest, index


def parse_number(text: str) -> Decimal:
    """The value of a Vietnamese number phrase and nothing else.

    Args:
        text: digits, words or both, e.g. "âm 1,6", "hai mươi lăm", "2 tỷ 500 triệu".
    Raises:
        ValueError: the text is no number, or more than a number.

    Example: parse_number("một trăm linh năm") == Decimal(105).
    """
    tokens = Tokens(text)
    if tokens.lows[0] == "không" and tokens.count == 1:
        return Decimal(0)
    start = 1 if tokens.lows[0] == "âm" else 0
    if tokens.lows[start] == "không" and tokens.lows[start + 1] == "phẩy":
        decimals = read_decimals(tokens.lows, start + 2)
        number = None if decimals is None else Number((decimals[0],), decimals[1], False, False)
    else:
        number = read_number(tokens, start)
    if number is None or number.end != tokens.count:
        raise ValueError(f"no Vietnamese number: '{text}'")
    return -number.values[0] if start else number.values[0]
