"""Vietnamese dates: days, months, years, quarters, decades, centuries and weekdays."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from summarizer.article import PartialDate
from summarizer.facts import calendar, writing
from summarizer.facts.base import Fact, Part, Reading
from summarizer.facts.building import make, single
from summarizer.facts.numbers_vi import read_number
from summarizer.facts.numerals import integer
from summarizer.facts.roman import roman_value
from summarizer.facts.tokens import Tokens

MONTHS = calendar.names("month", "vi")
WEEKDAYS = calendar.names("weekday", "vi")
DASHES = frozenset("-–—")
RANGE_WORDS = frozenset(["đến", "tới"])


def read_month(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The month named at token `index` (after "tháng") and the index after it: "mười một" -> 11."""
    lows = tokens.lows
    pair = MONTHS.get(f"{lows[index]} {lows[index + 1]}")
    if pair is not None:
        return pair, index + 2
    value = integer(lows[index], 1, 12) or MONTHS.get(lows[index])
    return None if value is None else (value, index + 1)


def read_year(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The year after a month, with or without "năm", comma, slash or dash: ", 2017" -> 2017."""
    lows = tokens.lows
    if lows[index] in ("năm", ",", "/", ".") or lows[index] in DASHES:
        index += 1
    value = integer(lows[index], 1000, 2199) if len(lows[index]) == 4 else None
    if value is None and lows[index - 1] == "năm":
        value = integer(lows[index], 100, 2199)
    return None if value is None else (value, index + 1)


def calendar_fact(
    tokens: Tokens, first: int, end: int, day: int | None, month: int | None, year: int | None, date: PartialDate | None
) -> Fact:
    """The fact of a day, a month or both, with its year where the text has one."""
    keys: Part
    if day is not None and month is not None:
        keys = (f"d{month}-{day}",)
    elif month is not None:
        keys = (f"m{month}",)
    else:
        keys = (f"o{day}", f"D{day}", Decimal(day or 0))
    reading: Reading = (keys,) if year is None else (keys, (Decimal(year),))
    value = f"{'-' if year is None else year}-{'-' if month is None else f'{month:02d}'}"
    if day is not None:
        value += f"-{day:02d}"
        english = writing.day(day, month, year, date.year if date else None)
    else:
        name = calendar.MONTH_NAMES[month or 1]
        english = (name,) if year is None else (f"{name} {year}", f"{name}, {year}")
        if year is None and date is not None:
            english = (name, f"{name} {date.year}")
    return make(tokens, first, end, "date", value, (reading,), english=english)


def read_day_word(tokens: Tokens, index: int, out: list[Fact], date: PartialDate | None) -> int:
    """A date that begins with "ngày", "mùng" or "mồng"; returns the index after it, or `index` when none is there."""
    lows = tokens.lows
    start = index + 1
    if lows[start] in ("mùng", "mồng"):
        start += 1
    day = integer(lows[start], 1, 31)
    if day is None:
        if lows[index] in ("mùng", "mồng"):
            number = read_number(tokens, start)
            if number is not None and number.values[0] <= 10:
                out.append(calendar_fact(tokens, start, number.end, int(number.values[0]), None, None, date))
                return number.end
        return index
    listed = lows[start + 1] in ("và", ",", "đến", "tới") and lows[start + 2].isdecimal()
    if lows[start + 1] == "/" or lows[start + 1] in DASHES or listed:
        return index  # the figure reader knows 22/2, 5-7/3 and 5 và 6/3
    return read_day_month(tokens, start, out, date, firm_day=True) or index


def read_day_month(tokens: Tokens, index: int, out: list[Fact], date: PartialDate | None, *, firm_day: bool) -> int:
    """A date "24 tháng 9 [năm 1759]" at its day; returns the index after it, or 0 when none is there."""
    lows = tokens.lows
    day = integer(lows[index], 1, 31)
    if day is None:
        return 0
    if lows[index + 1] == "tháng":
        month = read_month(tokens, index + 2)
        if month is not None and (firm_day or tokens.words[index + 2] != "năm"):
            year = read_year(tokens, month[1])
            end = month[1] if year is None else year[1]
            out.append(calendar_fact(tokens, index, end, day, month[0], year[0] if year else None, date))
            return end
    if not firm_day:
        return 0
    month_after = None
    if lows[index + 1] in ("đến", "tới", "và", ",") and lows[index + 2] == "ngày" and lows[index + 4] in ("/", "tháng"):
        month_after = integer(lows[index + 5], 1, 12)  # "từ ngày 26 đến ngày 28/6"
    out.append(calendar_fact(tokens, index, index + 1, day, month_after, None, date))
    return index + 1


def read_month_word(tokens: Tokens, index: int, out: list[Fact], date: PartialDate | None) -> int:
    """A month that begins with "tháng"; returns the index after it, or `index` when none is there."""
    month = read_month(tokens, index + 1)
    if month is None:
        return index
    year = read_year(tokens, month[1])
    listed = read_months(tokens, index, out, date) if year is None else index
    if listed > index:
        return listed
    end = month[1] if year is None else year[1]
    out.append(calendar_fact(tokens, index, end, None, month[0], year[0] if year else None, date))
    return end


def read_months(tokens: Tokens, index: int, out: list[Fact], date: PartialDate | None) -> int:
    """Several months after one "tháng", each a fact: "tháng 3 - 5", "tháng 3, 4 và 5"; `index` when it is but one."""
    lows = tokens.lows
    places = [index + 1]
    end = index + 2
    while (lows[end] in (",", "và") or lows[end] in DASHES) and integer(lows[end + 1], 1, 12) is not None:
        places.append(end + 1)
        end += 2
    values = [integer(lows[place], 1, 12) or 0 for place in places]
    rising = all(one < two for one, two in pairwise(values))
    if len(places) < 2 or not rising or lows[end] in ("/", "%", ":") or lows[end - 2] == ",":
        return index
    if lows[end - 2] == "và" and lows[end][:1].isalpha() and lows[end] not in ("năm", "tới", "vừa", "này", "hằng"):
        return index  # "tháng 3 và 5 người"
    year = read_year(tokens, end) if lows[end] in ("/", "năm") else None
    for place, value in zip(places, values, strict=True):
        last = place == places[-1]
        stop = year[1] if year and last else place + 1
        first = index if place == places[0] else place
        out.append(calendar_fact(tokens, first, stop, None, value, year[0] if year and last else None, date))
    return year[1] if year else end


def year_fact(tokens: Tokens, first: int, end: int, year: int) -> Fact:
    """The fact of a year."""
    return make(tokens, first, end, "date", str(year), single(Decimal(year)), english=writing.year(year))


def read_year_word(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """Years after "năm", "thập niên", "thập kỷ": one, a range, or a decade; returns the index after it, or `index`."""
    lows = tokens.lows
    start = index + 1
    decade = lows[index] != "năm" or lows[index - 1] in ("những", "các")
    if lows[index] != "năm" and lows[start] in ("năm", "những"):
        start += 1
    word = lows[start]
    year = integer(word, 100, 2199) if len(word) >= 3 else None
    if decade and year is None and len(word) == 2 and word.isdecimal() and word[1] == "0":
        year = 1900 + int(word)
    if year is None:
        return index
    if decade and year % 10 == 0:
        keys: Part = (f"s{year}", Decimal(year))
        english = (f"the {year}s", f"{year}s")
        first = index - 1 if lows[index - 1] in ("thập", "những", "các") else index
        out.append(make(tokens, first, start + 1, "date", f"{year}s", ((keys,),), english=english))
        return start + 1
    if (lows[start + 1] in DASHES or lows[start + 1] in RANGE_WORDS) and lows[start + 2].isdecimal():
        last = lows[start + 2]
        full = integer(word[: len(word) - len(last)] + last if len(last) < len(word) else last, year, 2199)
        if full is not None and (len(last) in (2, 4)):
            reading = ((Decimal(year),), (Decimal(full), Decimal(last)))
            words = (f"{year}-{full}", f"{year} to {full}", f"from {year} to {full}")
            out.append(make(tokens, start, start + 3, "range", (year, full), (reading,), english=words))
            return start + 3
    out.append(year_fact(tokens, start, start + 1, year))
    return start + 1


def read_quarter(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A quarter of a year after "quý": "quý III" -> third quarter; returns the index after it, or `index`."""
    word = tokens.words[index + 1]
    value = integer(word, 1, 4) or roman_value(word)
    if value is None or value > 4:
        return index
    name = writing.QUARTERS[value - 1]
    year = read_year(tokens, index + 2)
    if year is None:
        english: tuple[str, ...] = (name, f"Q{value}")
        out.append(make(tokens, index, index + 2, "date", f"Q{value}", single(f"q{value}"), english=english))
        return index + 2
    english = (f"{name} of {year[0]}", f"Q{value} {year[0]}")
    reading: Reading = ((f"q{value}",), (Decimal(year[0]),))
    out.append(make(tokens, index, year[1], "date", f"{year[0]}-Q{value}", (reading,), english=english))
    return year[1]


def read_century(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A century after "thế kỷ" ("thứ" may stand between); `index` is the token after it."""
    start = index + 1 if tokens.lows[index] == "thứ" else index
    word = tokens.words[start]
    value = integer(word, 1, 30) or roman_value(word)
    end = start + 1
    if value is None:
        number = read_number(tokens, start)
        if number is None or number.values[0] > 30:
            return index
        value, end = int(number.values[0]), number.end
    english = tuple(f"{text} century" for text in writing.ordinal(value))
    keys: Part = (f"o{value}", Decimal(value), f"s{(value - 1) * 100}")
    out.append(make(tokens, index - 2, end, "date", f"C{value}", ((keys,),), unit="century", english=english))
    return end


def read_weekday(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The weekday that may stand after "thứ" (1 = Sunday) and the index after it."""
    value = WEEKDAYS.get(tokens.lows[index])
    return None if value is None else (value, index + 1)
