"""Vietnamese figures with what belongs to them: unit, currency, range, fraction, clock time, multiple."""

from __future__ import annotations

from decimal import Decimal

from summarizer.article import PartialDate
from summarizer.facts import writing
from summarizer.facts.amounts_vi import read_share
from summarizer.facts.attachments_vi import complete
from summarizer.facts.base import Fact, FactKind, Part, Reading
from summarizer.facts.building import make
from summarizer.facts.codes_vi import read_mixed, read_phone
from summarizer.facts.dates_vi import DASHES, RANGE_WORDS, calendar_fact, read_day_month
from summarizer.facts.iso_dates import iso_date
from summarizer.facts.numbers_vi import Number, read_number
from summarizer.facts.numerals import integer
from summarizer.facts.references_vi import code_fact, is_code
from summarizer.facts.slashes_vi import read_day_list, read_day_range, read_slash
from summarizer.facts.tables import word_list
from summarizer.facts.times_vi import HOUR_WORDS, read_colon, read_hours, time_fact
from summarizer.facts.tokens import Tokens
from summarizer.facts.unit_words_vi import UNITS, read_sign, read_unit
from summarizer.facts.units import units

AGES = frozenset(["tuổi"])
YEAR_DIGITS = 4
SMALL = Decimal(10)
TENTHS = frozenset(range(10, 100, 10))


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
    if is_negative(tokens, first, number):
        number = Number(tuple(-value for value in number.values), number.end, number.in_digits, number.scaled)
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
        return complete(tokens, first, ranged, out)
    if lows[end] == "phần" and not unit and not number.scaled:
        share = read_share(tokens, index, number, end, out)
        if share:
            return share
    out.append(figure_fact(tokens, first, end, number, unit))
    return complete(tokens, first, end, out)


def is_negative(tokens: Tokens, first: int, number: Number) -> bool:
    """True when "âm" or a minus sign, which is no dash between figures, stands before the figure."""
    if not first:
        return False
    before = tokens.lows[first - 1]
    if before == "âm":
        return number.in_digits or number.values[0] > 1
    return before in ("-", "−") and number.in_digits and tokens.glued(first) and not tokens.glued(first - 1)


def figure_fact(tokens: Tokens, first: int, end: int, number: Number, unit: str) -> Fact:
    """The fact of one figure with its unit."""
    value = number.values[0]
    keys: Part = number.values
    if unit == "%":
        keys = (*keys, *(f"f1/{int(100 / v)}" for v in number.values if v in (50, 25, 20)))
        keys = (*keys, *(f"f{int(v / 10)}/10" for v in number.values if v in TENTHS))
    elif unit == "month" and value == 6:
        keys = (*keys, "f1/2")  # "6 tháng đầu năm": the first half of the year
    elif unit in ("hour",):
        keys = (f"t{int(value) % 12 * 60}", *keys) if value <= 24 and value == int(value) else keys
    elif len(tokens.words[first]) == 4 and tokens.words[first][0] == "0" and tokens.words[first].isdecimal():
        keys = (*keys, f"t{int(tokens.words[first][:2]) % 12 * 60 + int(tokens.words[first][2:])}")
    if number.bare and number.scaled and len(keys) == 1:
        firm = True
    else:
        firm = number.in_digits or value > SMALL or (bool(unit) and value > 1) or counted(tokens, first, end, value)
    if (
        not unit
        and number.in_digits
        and number.end == first + 1
        and len(tokens.words[first]) == 4
        and 1900 <= value <= 2100
    ):
        english = (
            (writing.digits(value), *writing.year(int(value)))
            if "." in tokens.words[first]
            else writing.year(int(value))
        )
    else:
        english = writing.quantity(value, unit)
    if tokens.lows[first - 1] in ("hiệp", "top", "số") and first and value == 1 and not unit:
        firm = False  # the first half, number one
    if unit == "year" and tokens.lows[end - 1] == "tuổi":
        plain = writing.digits(value)
        english = (f"{plain} years old", f"{plain}-year-old", f"aged {plain}", plain)
    return make(tokens, first, end, kind_of(unit, number), value, ((keys,),), unit=unit, english=english, firm=firm)


NO_COUNT = word_list("no count")
BEFORE_NO_COUNT = word_list("before no count")


def counted(tokens: Tokens, first: int, end: int, value: Decimal) -> bool:
    """True for a small number word that can only be a count: "sáu điểm", not "Ba Lan", "ngã ba", "năm ông"."""
    if (
        value < 3
        or (tokens.lows[first] == "năm" and not is_five(tokens, first))
        or f"{tokens.lows[first]} {tokens.lows[end]}" in NO_COUNT
        or (first and tokens.lows[first - 1] in BEFORE_NO_COUNT)
    ):
        return False
    return not (tokens.words[first][0].isupper() and tokens.words[end][:1].isupper())


# what is counted by "năm" where it can be no year: "năm cao ốc", "năm chiếc xe"
AFTER_FIVE = word_list("after five")
BEFORE_SPAN = word_list("before span")  # "trong năm": during the year


def is_five(tokens: Tokens, index: int) -> bool:
    """True for a "năm" that counts: "năm cao ốc mới" (five), not "trong năm người dân" (in the year the people)."""
    following = tokens.lows[index + 1]
    return tokens.lows[index - 1] not in BEFORE_SPAN and (
        following in AFTER_FIVE or f"{following} {tokens.lows[index + 2]}" in AFTER_FIVE
    )


def read_special(tokens: Tokens, index: int, out: list[Fact], date: PartialDate | None) -> int:
    """What digits may begin besides a plain figure: code, day, time, slash, phone; the index after it, or 0."""
    lows = tokens.lows
    word = lows[index]
    if is_code(word):
        out.append(code_fact(tokens, index, index + 1))
        return index + 1
    if word == "19" and index > 1 and lows[index - 2] == "covid" and tokens.glued(index):
        return index + 1  # the 19 of COVID-19
    if not word.isdecimal() and word[-3] in "hg":
        hour, minute = int(word[:-3]), int(word[-2:])
        return time_fact(tokens, index, index + 1, hour, minute, out) if hour <= 24 and minute < 60 else 0
    following = lows[index + 1]
    if following == "-" and len(word) == 4 and (iso := iso_date(tokens, index)) is not None:
        year_, month_, day_, end = iso
        out.append(calendar_fact(tokens, index, end, day_, month_, year_, date))
        return end
    if following == "tháng":
        return read_day_month(tokens, index, out, date, firm_day=False)
    if following == "/" and tokens.glued(index + 1) and tokens.glued(index + 2) and lows[index + 2].isdecimal():
        return read_slash(tokens, index, out, date)
    if following == ":" and tokens.glued(index + 1) and lows[index + 2].isdecimal() and tokens.glued(index + 2):
        return read_colon(tokens, index, out)
    if following[:1] == "m" and following[1:].isdecimal() and len(following) < 4 and tokens.glued(index + 1):
        value = Decimal(f"{word}.{following[1:]}") if word.isdecimal() else Decimal(0)
        english = writing.quantity(value, "m")
        if value:
            single_ = (((value,),),)
            out.append(make(tokens, index, index + 2, "quantity", value, single_, unit="m", english=english))
            return index + 2
    if following in HOUR_WORDS:
        return read_hours(tokens, index, out)
    ranged = following in DASHES or (following in RANGE_WORDS and lows[index - 1] in ("từ", "ngày"))
    if ranged and lows[index + 3] == "/" and lows[index + 4].isdecimal():
        day_range = read_day_range(tokens, index, out)
        if day_range:
            return day_range
    if following in (",", "và"):
        day_list = read_day_list(tokens, index, out, date)
        if day_list:
            return day_list
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


def read_range(tokens: Tokens, first: int, number: Number, unit: str, end: int, out: list[Fact]) -> int:
    """The range that the figure begins: 15-20 %, 50 - 70%, 3 đến 4 triệu; the index after it, or 0."""
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
    year = last.end == start + 1 and integer(lows[start], 1900, 2199) is not None
    if year and (unit or number.scaled) and not read_unit(tokens, last.end, last)[0]:
        return 0  # "1.500 tỷ đồng đến 2030"
    last_unit, stop = read_unit(tokens, last.end, last)
    low, high = number.values[0], last.values[0]
    if last_unit and lows[stop] == "rưỡi":
        high, stop = high + Decimal("0.5"), stop + 1
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
    if not final_unit and (all(1900 <= v <= 2100 for v in (low, high)) or are_years(lows[first], lows[start])):
        english = (f"{low}-{high}", f"{low} to {high}")
    out.append(make(tokens, first, stop, "range", (low, high), (reading,), unit=final_unit, english=english))
    return stop


def are_years(first: str, last: str) -> bool:
    """True for two figures of four digits without a point: "1469-1539"."""
    return all(len(word) == YEAR_DIGITS and word.isdecimal() and word[0] in "12" for word in (first, last))


def read_year_or_five(tokens: Tokens, index: int, out: list[Fact], date: PartialDate | None) -> int:
    """The word "năm" where no year follows: five when something is counted, else nothing."""
    lows = tokens.lows
    following = lows[index + 1]
    if following not in TENS_AND_SCALES and (
        following in NOT_FIVE_BEFORE or (index and lows[index - 1] in NOT_FIVE_AFTER)
    ):
        return index
    return read_figure(tokens, index, out, date)


TENS_AND_SCALES = frozenset(["mươi", "trăm", "chục", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ"])
NOT_FIVE_BEFORE = word_list("after year")
NOT_FIVE_AFTER = word_list("before year")
