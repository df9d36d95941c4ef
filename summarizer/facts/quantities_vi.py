"""Vietnamese figures with what belongs to them: unit, currency, range, fraction, clock time, multiple."""

from __future__ import annotations

from decimal import Decimal

from summarizer.article import PartialDate
from summarizer.facts import writing
from summarizer.facts.base import Fact, FactKind, Part, Reading
from summarizer.facts.building import make, single
from summarizer.facts.dates_vi import DASHES, RANGE_WORDS, calendar_fact, integer, read_day_month
from summarizer.facts.numbers_vi import NOT_AFTER_SCALE, Number, read_number
from summarizer.facts.references_vi import code_fact, is_code
from summarizer.facts.tokens import Tokens
from summarizer.facts.units import unit_phrases, units

UNITS = unit_phrases("vi")
SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW"}
CODES = {"usd": "USD", "us$": "USD", "vnd": "VND", "vnđ": "VND", "eur": "EUR", "us": "USD"}
# unit words that are also common words: a unit only after digits, or after a scale word
AFTER_DIGITS = frozenset(
    ["đ", "l", "g", "m", "h", "w", "c", "f", "b", "t", "đô", "bảng", "tệ", "thùng", "lượng", "khối", "nút", "tạ", "mẫu",
     "cân", "ký", "kí", "pao", "bạt", "đêm", "hôm", "xu", "độ", "quý", "in", "mi", "lít", "đồng", "âu", "mb", "gb", "tb"]
)
AGES = frozenset(["tuổi"])
DAY_PARTS = {"sáng": "a", "trưa": "", "chiều": "p", "tối": "p", "đêm": "", "khuya": ""}
HOUR_WORDS = frozenset(["giờ", "h", "g", "tiếng"])
RANK_WORDS = frozenset(["thứ", "hạng", "xếp", "đứng", "được", "có", "tại", "ở"])
DATE_WORDS = frozenset(["ngày", "sáng", "chiều", "tối", "đêm", "trưa", "hôm", "nay", "qua", "kia", "vào", "từ", "đến", "tới", "trước"])
SMALL = Decimal(10)


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
        if before == "$" and first and tokens.glued(first) and tokens.lows[first - 1] in ("us", "a", "c", "s", "hk", "nz"):
            letter = tokens.lows[first - 1]
            unit = {"us": "USD", "a": "AUD", "c": "CAD", "s": "SGD", "hk": "HKD", "nz": "NZD"}[letter]
            first -= 1
        return unit, first
    if before in CODES and tokens.words[index - 1].isupper() and before != "us":
        return CODES[before], index - 1
    return "", index


def kind_of(unit: str, number: Number) -> FactKind:
    """The kind of a figure by its unit."""
    if not unit:
        return "number"
    dimension = units()[unit].dimension
    if dimension == "money":
        return "money"
    return "percent" if unit in ("%", "pp", "‰") else "quantity"


def read_figure(tokens: Tokens, index: int, out: list[Fact], date: PartialDate | None) -> int:
    """The figure at token `index`, a digit string or a number word; returns the index after it, or `index`."""
    lows = tokens.lows
    word = lows[index]
    if "0" <= word[0] <= "9":
        special = read_special(tokens, index, out, date)
        if special:
            return special
    number = read_number(tokens, index)
    if number is None:
        return index
    sign, first = read_sign(tokens, index)
    if first and lows[first - 1] == "âm" or (lows[first - 1] in ("-", "−") and tokens.glued(first) and not tokens.glued(first - 1)):
        if first and number.in_digits:
            number = Number(tuple(-value for value in number.values), number.end, True, number.scaled)
            first -= 1
    unit, end = read_unit(tokens, number.end, number)
    if not unit:
        unit = sign
    if lows[end] == "rưỡi" and unit:
        number = Number((number.values[0] + Decimal("0.5"),), end, number.in_digits, number.scaled)
        end += 1
    if not unit and index and lows[index - 1] in AGES:
        unit = "year"
    ranged = read_range(tokens, first, number, unit, end, out)
    if ranged:
        return ranged
    if lows[end] == "phần" and not unit and not number.scaled:
        share = read_share(tokens, index, number, end, out)
        if share:
            return share
    out.append(figure_fact(tokens, first, end, number, unit))
    return end


def figure_fact(tokens: Tokens, first: int, end: int, number: Number, unit: str) -> Fact:
    """The fact of one figure with its unit."""
    value = number.values[0]
    keys: Part = number.values
    if unit == "%":
        keys = (*keys, *(f"f1/{int(100 / v)}" for v in number.values if v in (50, 25, 20)))
    elif unit in ("hour",):
        keys = (*keys, f"t{int(value) % 12 * 60}") if value <= 24 and value == int(value) else keys
    elif len(tokens.words[first]) == 4 and tokens.words[first][0] == "0" and tokens.words[first].isdecimal():
        keys = (*keys, f"t{int(tokens.words[first][:2]) % 12 * 60 + int(tokens.words[first][2:])}")
    if number.bare and number.scaled and len(keys) == 1:
        firm = True
    else:
        firm = number.in_digits or value > SMALL or (bool(unit) and value > 1)
    if not unit and number.in_digits and number.end == first + 1 and len(tokens.words[first]) == 4 and 1900 <= value <= 2100:
        english = (writing.digits(value), *writing.year(int(value))) if "." in tokens.words[first] else writing.year(int(value))
    elif tokens.lows[first - 1] == "số" and first and not unit:
        english = (f"No. {value}", f"number {value}", *writing.number(value))
    else:
        english = writing.quantity(value, unit)
    if tokens.lows[first - 1] in ("hiệp", "top", "số") and first and value == 1 and not unit:
        firm = False  # the first half, number one
    if unit == "year" and tokens.lows[end - 1] == "tuổi":
        plain = writing.digits(value)
        english = (f"{plain} years old", f"{plain}-year-old", f"aged {plain}", plain)
    return make(
        tokens, first, end, kind_of(unit, number), value, ((keys,),), unit=unit, english=english, firm=firm
    )


def read_special(tokens: Tokens, index: int, out: list[Fact], date: PartialDate | None) -> int:
    """What digits may begin besides a plain figure: code, day, time, slash, phone; the index after it, or 0."""
    lows = tokens.lows
    word = lows[index]
    if is_code(word):
        out.append(code_fact(tokens, index, index + 1))
        return index + 1
    if not word.isdecimal() and word[-3] in "hg":
        hour, minute = int(word[:-3]), int(word[-2:])
        return time_fact(tokens, index, index + 1, hour, minute, out) if hour <= 24 and minute < 60 else 0
    following = lows[index + 1]
    if following == "tháng":
        return read_day_month(tokens, index, out, date, firm_day=False)
    if following == "/" and tokens.glued(index + 1) and tokens.glued(index + 2) and lows[index + 2].isdecimal():
        return read_slash(tokens, index, out, date)
    if following == ":" and tokens.glued(index + 1) and lows[index + 2].isdecimal() and tokens.glued(index + 2):
        return read_colon(tokens, index, out)
    if following in HOUR_WORDS:
        return read_hours(tokens, index, out)
    if following in DASHES and lows[index + 3] == "/" and tokens.glued(index + 4) and lows[index + 4].isdecimal():
        return read_day_range(tokens, index, out, date)
    if word.count(".") == 2 and not word.count(","):
        day, month, year = word.split(".")
        if integer(day, 1, 31) and integer(month, 1, 12) and integer(year, 1000, 2199):
            out.append(calendar_fact(tokens, index, index + 1, int(day), int(month), int(year), date))
            return index + 1
    if word.isdecimal() and (word[0] == "0" or len(word) >= 3):
        phone = read_phone(tokens, index, out)
        if phone:
            return phone
    if "." in word and following == "giờ":
        return 0
    if following[:1].isalpha() and tokens.glued(index + 1) and UNITS.match(lows, index + 1) is None:
        return read_mixed(tokens, index, out)
    return 0


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
    return make(tokens, first, end, "code", text, single("c:" + text.lower()), english=(text,))


def read_slash(tokens: Tokens, index: int, out: list[Fact], date: PartialDate | None) -> int:
    """22/2, 22/2/2024, 7/63, 3/2024, 24/7: the words around decide the kind, the readings allow the others."""
    lows, words = tokens.lows, tokens.words
    one, two = words[index], words[index + 2]
    if not one.isdecimal() or len(one) > 4 or len(two) > 4:
        return 0
    first, second = int(one), int(two)
    end = index + 3
    if lows[end] == "/" and integer(lows[end + 1], 1000, 2199) and 1 <= first <= 31 and 1 <= second <= 12:
        out.append(calendar_fact(tokens, index, end + 2, first, second, int(lows[end + 1]), date))
        return end + 2
    if 1 <= first <= 12 and 1000 <= second <= 2199:
        out.append(calendar_fact(tokens, index, end, None, first, second, date))
        return end
    before = lows[index - 1] if index else ""
    ranked = before in RANK_WORDS and before not in ("tại", "ở")
    if 1 <= first <= 31 and 1 <= second <= 12 and not ranked and (first > second or before in DATE_WORDS):
        fact = calendar_fact(tokens, index, end, first, second, None, date)
        loose: Reading = ((f"f{first}/{second}",),)
        out.append(make(tokens, index, end, "date", fact.value, (*fact.readings, loose), english=fact.english))
        return end
    readings: tuple[Reading, ...] = (((f"f{first}/{second}",),), ((Decimal(first), f"o{first}"), (Decimal(second),)))
    if 1 <= first <= 31 and 1 <= second <= 12:
        readings += (((f"d{second}-{first}",),),)
    english: tuple[str, ...] = (f"{first}/{second}", f"{first} of {second}", f"{first} out of {second}")
    if before in ("thứ", "hạng"):
        rank = writing.ordinal(first)[0]
        english = (f"{rank} of {second}", f"{rank} out of {second}", f"{rank} among {second}", f"{first}/{second}")
    elif (first, second) == (1, 2):
        english = ("half", "one half", *english)
    elif (first, second) in SHARES:
        english = (*SHARES[first, second], *english)
    out.append(make(tokens, index, end, "number", f"{first}/{second}", readings, english=english))
    return end


SHARES = {
    (1, 3): ("one third", "a third", "one-third"),
    (2, 3): ("two thirds", "two-thirds"),
    (1, 4): ("a quarter", "one quarter", "one fourth"),
    (3, 4): ("three quarters", "three-quarters", "three fourths"),
    (1, 5): ("one fifth", "a fifth"),
    (1, 10): ("one tenth", "a tenth"),
}


def read_day_range(tokens: Tokens, index: int, out: list[Fact], date: PartialDate | None) -> int:
    """Days of one month: "20-22/3", with or without the year; 0 when the numbers are no days."""
    words = tokens.words
    first, last, month = integer(words[index], 1, 31), integer(words[index + 2], 1, 31), integer(words[index + 4], 1, 12)
    if first is None or last is None or month is None:
        return 0
    end = index + 5
    year = integer(words[end + 1], 1000, 2199) if words[end] == "/" else None
    if year is not None:
        end += 2
    reading: Reading = ((f"d{month}-{first}",), (f"d{month}-{last}",))
    if year is not None:
        reading += ((Decimal(year),),)
    name, tail = writing.MONTH_NAMES[month], f" {year}" if year else ""
    english = (f"{first}-{last} {name}{tail}", f"{name} {first}-{last}" + (f", {year}" if year else ""))
    out.append(make(tokens, index, end, "date", (month, first, last, year), (reading,), english=english))
    return end


def read_colon(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A clock time 9:30 or a score 4:0."""
    one, two = tokens.words[index], tokens.words[index + 2]
    hour, minute = int(one) if one.isdecimal() else 99, int(two)
    if hour <= 24 and minute < 60 and len(two) == 2:
        return time_fact(tokens, index, index + 3, hour, minute, out, loose=True)
    if one.isdecimal():
        reading: Reading = ((Decimal(hour),), (Decimal(minute),))
        text = tokens.slice(index, index + 3)
        out.append(make(tokens, index, index + 3, "number", text, (reading,), english=(text, f"{hour}-{minute}")))
        return index + 3
    return 0


def read_hours(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A clock time with an hour word: 7h30, 8 giờ 46 phút sáng, 3 giờ rưỡi, 7.55 giờ; 0 for a plain number of hours."""
    lows = tokens.lows
    word = lows[index]
    if lows[index + 1] == "tiếng":
        return 0
    after = index + 2
    if not word.isdecimal():
        one, _, two = word.partition(".")
        if integer(one, 0, 24) is not None and len(two) == 2 and integer(two, 0, 59) is not None:
            return time_fact(tokens, index, after, int(one), int(two), out)
        return 0
    hour = integer(word, 0, 24)
    if hour is None:
        return 0
    minute = integer(lows[after], 0, 59)
    if minute is not None and (tokens.glued(after) or lows[after + 1] == "phút" or (len(lows[after]) == 2)):
        after += 2 if lows[after + 1] in ("phút", "p", "'") else 1
        return time_fact(tokens, index, after, hour, minute, out)
    if lows[after] == "rưỡi":
        return time_fact(tokens, index, after + 1, hour, 30, out)
    clock = lows[after] in DAY_PARTS or lows[index + 1] in ("h", "g") or lows[index - 1] in ("lúc", "hồi")
    if not clock or (lows[index + 1] == "g" and not tokens.glued(index + 1)):
        return 0
    return time_fact(tokens, index, after, hour, 0, out)


def time_fact(tokens: Tokens, first: int, end: int, hour: int, minute: int, out: list[Fact], *, loose: bool = False) -> int:
    """Append the fact of a time of day, with the part of the day where it is said; returns the index after it."""
    lows = tokens.lows
    if lows[end] == "giờ":
        end += 1
    part = "p" if hour > 12 else ""
    if lows[end] in DAY_PARTS:
        part = part or DAY_PARTS[lows[end]]
        end += 1
    keys: Part = (f"t{hour % 12 * 60 + minute}",)
    if not minute:
        keys = (*keys, Decimal(hour))
        if hour > 12:
            keys = (*keys, Decimal(hour - 12))
    readings: tuple[Reading, ...] = ((keys,),)
    if loose:
        readings += (((Decimal(hour),), (Decimal(minute),)),)
    english = writing.clock(hour, minute, part)
    out.append(make(tokens, first, end, "time", f"{hour}:{minute:02d}{part}", readings, english=english))
    return end


def read_phone(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A telephone number in groups of digits, "0800 555 111", or in one piece of 9 to 11 digits after a zero; else 0."""
    end = index + 1
    while tokens.lows[end + 1] != "/" and tokens.words[end].isdecimal() and 2 <= len(tokens.words[end]) <= 4 and end - index < 6:
        end += 1
    joined = "".join(tokens.words[index:end])
    if not (8 <= len(joined) <= 12) or (end - index < 3 and joined[0] != "0"):
        return 0
    text = tokens.slice(index, end)
    out.append(make(tokens, index, end, "code", text, single("c:" + joined), english=(text,)))
    return end


def read_range(tokens: Tokens, first: int, number: Number, unit: str, end: int, out: list[Fact]) -> int:
    """The range that the figure begins: 15-20 %, 50 - 70%, 3 đến 4 triệu; the index after it, or 0 when it begins none."""
    lows = tokens.lows
    if lows[end] not in DASHES and lows[end] not in RANGE_WORDS:
        return 0
    if len(number.values) > 1 or not (lows[end + 1][:1].isdecimal() or lows[end] in RANGE_WORDS):
        return 0
    if lows[end] in RANGE_WORDS and not number.in_digits and not number.scaled and not unit and lows[first - 1] != "từ":
        return 0
    start = end + 1
    if lows[start] == "năm":
        return 0  # "đến năm 2030"
    if "0" <= lows[start][:1] <= "9" and (is_code(lows[start]) or lows[start + 1] in ("/", ":", "tháng")):
        return 0
    last = read_number(tokens, start)
    if last is None or len(last.values) > 1:
        return 0
    last_unit, stop = read_unit(tokens, last.end, last)
    low, high = number.values[0], last.values[0]
    keys: Part = (low,)
    if last.scaled and not number.scaled and last.bare and low <= last.bare[0]:
        scale = high / last.bare[0] if last.bare[0] else Decimal(1)
        low = low * scale
        keys = (low, *keys)
    if unit and last_unit and unit != last_unit:
        return 0
    if not unit and not last_unit and lows[end] in RANGE_WORDS and not (lows[first - 1] == "từ" or last.scaled):
        return 0
    if not (number.in_digits or number.scaled) and not last.scaled and low <= SMALL and not last_unit:
        return 0
    final_unit = last_unit or unit
    reading: Reading = (keys, (high,))
    text_dash = lows[end] in DASHES
    english = writing.span(low, high, final_unit)
    if text_dash and not final_unit and not last.scaled:
        english = (f"{writing.digits(low)}-{writing.digits(high)}", *english)
    if all(1900 <= v <= 2100 for v in (low, high)) and not final_unit:
        english = (f"{low}-{high}", f"{low} to {high}")
    out.append(make(tokens, first, stop, "range", (low, high), (reading,), unit=final_unit, english=english))
    return stop


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
    """A vague amount after "hàng", "nhiều", "vài", "mấy": hàng triệu -> millions; returns the index after it, or `index`."""
    lows = tokens.lows
    start = index + 1
    scale = 1
    end = start
    while lows[end] in VAGUE_SCALES and lows[end + 1] not in NOT_AFTER_SCALE:
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
    firm = lows[index] == "hàng"
    out.append(make(tokens, index, stop, "number", f"v{scale}", ((keys,),), unit=unit, english=english, firm=firm))
    return stop


VAGUE_SCALES = {
    "chục": 10, "tá": 10, "trăm": 100, "nghìn": 1000, "ngàn": 1000, "vạn": 10_000, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9
}
VAGUE_WORDS = {
    10: "dozens", 100: "hundreds", 1000: "thousands", 10_000: "tens of thousands", 100_000: "hundreds of thousands",
    10**6: "millions", 10**7: "tens of millions", 10**8: "hundreds of millions", 10**9: "billions",
    10**10: "tens of billions", 10**11: "hundreds of billions", 10**12: "trillions",
    10**13: "tens of trillions", 10**14: "hundreds of trillions",
}
SINGULARS = {10: "dozen", 100: "hundred", 1000: "thousand", 10**6: "million", 10**9: "billion", 10**12: "trillion"}


def read_pair(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """Two in other words: đôi, cặp, kép, song; it explains a "two" and is never missed."""
    out.append(make(tokens, index, index + 1, "number", Decimal(2), single(Decimal(2)), firm=False))
    return index + 1


def read_half(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A half: "nửa triệu" -> 500,000, "một nửa" -> half; returns the index after it."""
    lows = tokens.lows
    scale = VAGUE_SCALES.get(lows[index + 1], 0)
    if scale >= 1000 and lows[index + 2] not in NOT_AFTER_SCALE:
        value = Decimal(scale) / 2
        out.append(make(tokens, index, index + 2, "number", value, single(value), english=writing.number(value)))
        return index + 2
    out.append(make(tokens, index, index + 1, "number", "1/2", single("f1/2"), english=("half",), firm=False))
    return index + 1


def read_year_or_five(tokens: Tokens, index: int, out: list[Fact], date: PartialDate | None) -> int:
    """The word "năm" where no year follows: five when something is counted, else nothing."""
    lows = tokens.lows
    following = lows[index + 1]
    if following not in TENS_AND_SCALES and (following in NOT_FIVE_BEFORE or (index and lows[index - 1] in NOT_FIVE_AFTER)):
        return index
    return read_figure(tokens, index, out, date)


TENS_AND_SCALES = frozenset(["mươi", "trăm", "chục", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ"])
NOT_FIVE_BEFORE = frozenset(
    "tuổi nay ngoái sau trước tới qua học đó này kia kể đầu cuối tài thứ mới , . ; ) và là được sẽ đã để trở liên".split()
)
NOT_FIVE_AFTER = frozenset("hàng hằng mỗi mọi cả nhiều các những vài đầu cuối giữa một theo từng quanh tất lâu bao mấy trăm nghìn ngàn triệu vạn chục".split())
