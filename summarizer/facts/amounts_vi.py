"""Vietnamese fractions, multiples and vague amounts: một phần ba, gấp đôi, hàng triệu, nửa triệu."""

from __future__ import annotations

from decimal import Decimal

from summarizer.facts import writing
from summarizer.facts.base import Fact, Part
from summarizer.facts.building import make, single
from summarizer.facts.numbers_vi import NOT_SCALES, Number, read_number
from summarizer.facts.slashes_vi import SHARES
from summarizer.facts.tokens import Tokens
from summarizer.facts.unit_words_vi import read_unit
from summarizer.facts.units import units


def read_share(tokens: Tokens, index: int, number: Number, end: int, out: list[Fact]) -> int:
    """A fraction in words: "một phần ba" -> one third; 0 when none is there."""
    if tokens.lows[end + 1] in ("trăm", "nghìn", "ngàn"):
        return 0
    below = 4 if tokens.lows[end + 1] == "tư" else 0
    stop = end + 2
    if not below:
        last = read_number(tokens, end + 1)
        if last is None or last.values[0] != int(last.values[0]) or not 2 <= last.values[0] <= 1000:
            return 0
        below, stop = int(last.values[0]), last.end
    above = int(number.values[0])
    english = SHARES.get((above, below), (f"{above}/{below}",))
    out.append(make(tokens, index, stop, "number", f"{above}/{below}", single(f"f{above}/{below}"), english=english))
    return stop


def read_multiple(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A multiple after "gấp": đôi, ba, rưỡi, 1,12 lần; returns the index after it, or `index`."""
    lows = tokens.lows
    start = index + 1
    while lows[start] in ("khoảng", "gần", "hơn", "tới", "đến", "trên", "lên"):
        start += 1
    if lows[start] in ("đôi", "rưỡi"):
        value, end = (Decimal(2), start + 1) if lows[start] == "đôi" else (Decimal("1.5"), start + 1)
    else:
        number = read_number(tokens, start)
        if number is None:
            return index
        value, end = number.values[0], number.end
        if lows[end] == "lần":
            end += 1
            if lows[end] == "rưỡi":
                value, end = value + Decimal("0.5"), end + 1
        elif number.in_digits:
            return index
    firm = tokens.lows[start][0].isdecimal() or value > 2
    keys: Part = (f"x{value.normalize()}", value)
    out.append(make(tokens, index, end, "number", value, ((keys,),), english=writing.times(value), firm=firm))
    return end


def read_vague(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A vague amount after "hàng", "nhiều", "vài", "mấy": hàng triệu -> millions; the index after it, or `index`."""
    lows = tokens.lows
    start = index + 1
    scale = 1
    end = start
    while lows[end] in VAGUE_SCALES and f"{lows[end]} {lows[end + 1]}" not in NOT_SCALES:
        scale *= VAGUE_SCALES[lows[end]]
        end += 1
    if end == start:
        return index
    unit, stop = read_unit(tokens, end, Number((Decimal(scale),), end, False, True))
    word = VAGUE_WORDS.get(scale, "many")
    suffix = f" {units()[unit].plural}" if unit and units()[unit].dimension == "money" else ""
    english = (f"{word}{' of' + suffix if suffix else ''}",)
    if lows[index] in ("vài", "mấy"):
        english = (f"a few {SINGULARS[scale]}{suffix}" if scale in SINGULARS else word,)
    keys: Part = (f"v{scale}",)
    if unit and units()[unit].dimension != "money":
        stop, unit = end, ""
    firm = lows[index] != "nhiều" or scale >= 1000
    out.append(make(tokens, index, stop, "number", f"v{scale}", ((keys,),), unit=unit, english=english, firm=firm))
    return stop


NEAR_SCALE = ("hơn", "gần", "cả", "ngót")  # words before a scale that counts alone: hơn trăm, cả nghìn


def read_bare_scale(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A scale without a count: "trăm" of "hơn trăm người" is a hundred; the index after it, or `index`."""
    lows = tokens.lows
    scale = 1
    end = index + 1
    while lows[end] in VAGUE_SCALES and f"{lows[end]} {lows[end + 1]}" not in NOT_SCALES:
        scale *= VAGUE_SCALES[lows[end]]
        end += 1
    if scale < SMALLEST_BARE:
        return index
    keys: Part = (Decimal(scale), f"v{scale}")
    english = (f"a {SINGULARS[scale]}",) if scale in SINGULARS else (VAGUE_WORDS.get(scale, "many"),)
    out.append(make(tokens, index + 1, end, "number", Decimal(scale), ((keys,),), english=english))
    return end


SMALLEST_BARE = 100  # "hơn chục" may be any small number


VAGUE_SCALES = {
    "chục": 10,
    "tá": 10,
    "trăm": 100,
    "nghìn": 1000,
    "ngàn": 1000,
    "vạn": 10_000,
    "triệu": 10**6,
    "tỷ": 10**9,
    "tỉ": 10**9,
}


VAGUE_WORDS = {
    10: "dozens",
    100: "hundreds",
    1000: "thousands",
    10_000: "tens of thousands",
    100_000: "hundreds of thousands",
    10**6: "millions",
    10**7: "tens of millions",
    10**8: "hundreds of millions",
    10**9: "billions",
    10**10: "tens of billions",
    10**11: "hundreds of billions",
    10**12: "trillions",
    10**13: "tens of trillions",
    10**14: "hundreds of trillions",
}


SINGULARS = {10: "dozen", 100: "hundred", 1000: "thousand", 10**6: "million", 10**9: "billion", 10**12: "trillion"}


PAIRS = {"đôi": 2, "cặp": 2, "kép": 2, "song": 2, "nhị": 2, "lưỡng": 2, "tam": 3, "tứ": 4, "ngũ": 5, "lục": 6, "bát": 8}


def read_pair(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A number in other words, đôi (pair), tam (three): it explains an English number and is never missed."""
    value = Decimal(PAIRS[tokens.lows[index]])
    out.append(make(tokens, index, index + 1, "number", value, single(value, f"o{value}"), firm=False))
    return index + 1


# half a year is six months: what "nửa" before a unit of time may also be called, in the next smaller unit
HALVES = {"năm": 6, "tháng": 15, "ngày": 12, "giờ": 30, "tiếng": 30, "phút": 30, "thế kỷ": 50, "thập kỷ": 5}
NEAR_HALF = frozenset(["hơn", "gần", "quá", "khoảng", "trên", "dưới", "chừng", "đến", "tới"])
HALVED = frozenset(["số", "dân", "tổng", "diện", "thời"])


def read_half(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A half: "nửa triệu" -> 500,000, "nửa năm" -> half a year, "một nửa" -> half; returns the index after it."""
    lows = tokens.lows
    scale = VAGUE_SCALES.get(lows[index + 1], 0)
    if scale >= 1000 and f"{lows[index + 1]} {lows[index + 2]}" not in NOT_SCALES:
        value = Decimal(scale) / 2
        unit, end = read_unit(tokens, index + 2, Number((value,), index + 2, False, True))
        english = writing.quantity(value, unit)
        out.append(
            make(
                tokens,
                index,
                end,
                "money" if is_money(unit) else "number",
                value,
                single(value),
                unit=unit,
                english=english,
            )
        )
        return end
    whole = index > 0 and lows[index - 1] == "một"
    first = index - 1 if whole else index
    if whole and out and out[-1].end_char == tokens.ends[first]:
        out.pop()  # the "một" of "một nửa"
    size = 2 if f"{lows[index + 1]} {lows[index + 2]}" in HALVES else 1
    other = HALVES.get(" ".join(lows[index + 1 : index + 1 + size]))
    if other is not None and not whole and lows[index + 1 + size] not in ("đầu", "cuối", "sau", "đêm"):
        unit, end = read_unit(tokens, index + 1, Number((Decimal(1),), index + 1, True, False))
        name = units()[unit].singular
        english = (f"half {'an' if name == 'hour' else 'a'} {name}", f"half-{name}")
        out.append(make(tokens, index, end, "number", "1/2", single("f1/2", Decimal(other)), english=english))
        return end
    firm = whole or lows[index + 1] in HALVED or (index > 0 and lows[index - 1] in NEAR_HALF)
    out.append(make(tokens, first, index + 1, "number", "1/2", single("f1/2"), english=("half",), firm=firm))
    return index + 1


def is_money(unit: str) -> bool:
    """True for the id of a currency."""
    return bool(unit) and units()[unit].dimension == "money"
