"""English dates: days with months in either order, years, decades, weekdays, quarters."""

from __future__ import annotations

from decimal import Decimal

from summarizer.facts import calendar
from summarizer.facts.base import Fact, Part, Reading
from summarizer.facts.building import make, single
from summarizer.facts.iso_dates import iso_date
from summarizer.facts.numbers_en import ORDINALS, TENS, read_below_hundred
from summarizer.facts.numerals import integer
from summarizer.facts.phrases import PhraseTable
from summarizer.facts.tables import forms, rows, word_list
from summarizer.facts.tokens import Tokens

MONTHS = calendar.names("month", "en")
WEEKDAYS = calendar.names("weekday", "en")
HOLIDAYS = PhraseTable(
    (form, day) for role, day, _, _, english in rows("calendar") if role == "holiday" for form in forms(english)
)
ENDINGS = frozenset(["st", "nd", "rd", "th"])
DASHES = frozenset("-–—")
# English words that are months only when a day or a year stands beside them
MODAL = word_list("no month alone")
BEFORE_MONTH = word_list("before month")
NO_NAMES = word_list("beside names")
DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
# what makes the figure before it no day of a month: 7:00, 7 a.m., 7%
NO_DAY_BEFORE = frozenset([":", "%", "percent", "am", "pm", "a", "p", "o'clock", "million", "billion", "trillion"])
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def read_day(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A day of the month at token `index`, with or without its ending: "22nd" -> 22."""
    day = integer(tokens.lows[index], 1, 31)
    if day is None:
        word = tokens.lows[index]
        small = read_below_hundred(tokens, index) if word in TENS else None
        if small is not None and small[2] and small[0] <= 31:
            return small[0], small[1]
        if word in ORDINALS and ORDINALS[word] <= 30:
            return ORDINALS[word], index + 1
        return None
    if tokens.lows[index + 1] in ENDINGS and tokens.glued(index + 1):
        return day, index + 2
    return day, index + 1


def read_year(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The year after a month or a day: ", 2017" or "of 2017"."""
    lows = tokens.lows
    if lows[index] in (",", "of", ".", "'", "’"):
        index += 1
    if lows[index] == "in" and lows[index - 1] != "of":
        index += 1
    year = integer(lows[index], 100, 2199)
    if (
        year is None
        or len(lows[index]) < (4 if lows[index - 1] == "," else 3)
        or (lows[index + 1] == "," and lows[index + 2].isdecimal() and tokens.glued(index + 2))
    ):
        return None
    return year, index + 1


def read_month(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A date that begins with its month: "February 22, 2024", "Sept 3-5", "May 2021"; the index after, or `index`."""
    lows = tokens.lows
    word = tokens.words[index]
    if not word[0].isupper():
        return index
    month = MONTHS[lows[index]]
    start = index + 1
    if lows[start] == "." and len(word) < 5:
        start += 1
    if lows[start] == "the":
        start += 1
    possessive = word.endswith(("'s", "’s"))  # "February's 4-1 win"
    day = (
        read_day(tokens, start)
        if not possessive and (lows[start] not in ("first", "second", "third") or lows[start - 1] == "the")
        else None
    )
    if day is not None and day[1] > start + 1 and lows[day[1]] in ("century", "quarter"):
        day = None
    keys: Part
    if day is None:
        year = read_year(tokens, start)
        modal = lows[index] in MODAL and lows[index - 1] not in BEFORE_MONTH
        if year is None and (modal or (lows[index] in MODAL and index == 0)):
            return index
        keys = (f"m{month}",)
        reading: Reading = (keys,) if year is None else (keys, (Decimal(year[0]),))
        end = start if year is None else year[1]
        if year is None and tokens.lows[end - 1] == ".":
            end -= 1
        out.append(make(tokens, index, end, "date", f"month {month}", (reading,)))
        return end
    first, days, end = index, [day[0]], day[1]
    while (lows[end] in DASHES or lows[end] in ("and", "to", "through", "until")) and (
        more := read_day(tokens, end + 1)
    ) is not None:
        if lows[end] not in DASHES and (
            lows[more[1]] in MONTHS
            or not lows[end + 1].isdecimal()
            or lows[more[1]] in NO_DAY_BEFORE
            or more[0] <= days[-1]
        ):
            break  # "September 18 to 7:00": no days 18 to 7
        if lows[end] == "and":
            out.append(make(tokens, first, end, "date", f"{month}-{days}", (day_parts(month, days),)))
            first, days = end + 1, []
        days.append(more[0])
        end = more[1]
    year = read_year(tokens, end)
    parts = day_parts(month, days)
    if year is not None:
        parts, end = (*parts, (Decimal(year[0]),)), year[1]
    out.append(make(tokens, first, end, "date", f"{month}-{days}", (parts,)))
    return end


def day_parts(month: int, days: list[int]) -> Reading:
    """The reading of days of one month."""
    return tuple((f"d{month}-{number}", f"D{number}") for number in days)


def read_day_first(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A date that begins with its day: "22 February 2024", "the 22nd of February", "3-5 May"; the index after, or 0."""
    lows = tokens.lows
    day = read_day(tokens, index)
    if day is None:
        return 0
    first, days, end = index, [day[0]], day[1]
    if (lows[end] in DASHES or lows[end] in ("and", "to")) and (more := read_day(tokens, end + 1)) is not None:
        after = more[1] + 1 if lows[more[1]] == "of" else more[1]
        if lows[after] in MONTHS and tokens.words[after][0].isupper():
            if lows[end] == "and":
                before = day_parts(MONTHS[lows[after]], days)
                out.append(make(tokens, index, end, "date", f"{MONTHS[lows[after]]}-{days}", (before,)))
                first, days = end + 1, []
            days.append(more[0])
            end = more[1]
    if lows[end] == "of":
        end += 1
    month = MONTHS.get(lows[end])
    if month is None or not tokens.words[end][0].isupper():
        return 0
    if lows[end + 1] == "." and len(lows[end]) < 5:
        end += 1
    year = read_year(tokens, end + 1)
    parts = day_parts(month, days)
    end += 1
    if year is not None and lows[end] != "in":
        parts, end = (*parts, (Decimal(year[0]),)), year[1]
    out.append(make(tokens, first, end, "date", f"{month}-{days}", (parts,)))
    return end


def read_weekday(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A weekday; the index after it, or `index` when the word is none."""
    word = tokens.words[index]
    if not word[0].isupper() or (len(word) < 6 and (tokens.lows[index] in MODAL or in_name(tokens, index))):
        return index
    value = WEEKDAYS[tokens.lows[index]]
    out.append(make(tokens, index, index + 1, "date", f"weekday {value}", single(f"w{value}")))
    return index + 1


def read_weekend(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """The weekend, which may stand for Saturday and Sunday."""
    out.append(make(tokens, index, index + 1, "date", "weekend", ((("w7",), ("w1",)),), firm=False))
    return index + 1


def read_holiday(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A holiday of the calendar, which may stand for its day: "Christmas Day"; the index after it, or `index`."""
    found = HOLIDAYS.match(tokens.lows, index)
    if found is None or not tokens.words[index][0].isupper():
        return index
    day, end = found
    out.append(make(tokens, index, end, "date", day, single(f"d{day}"), firm=False))
    return end


def in_name(tokens: Tokens, index: int) -> bool:
    """True for a short word among other words with capitals, as in "Hoang Thu Trang"."""
    for beside in (index - 1, index + 1):
        word = tokens.words[beside] if beside >= 0 else ""
        if word[:1].isupper() and word.isalpha():
            low = tokens.lows[beside]
            if low not in MONTHS and low not in WEEKDAYS and low not in NO_NAMES:
                return True
    return False


def read_iso_date(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A date in figures with its year first, "2024-02-22" or "2024-02"; the index after it, or 0."""
    found = iso_date(tokens, index)
    if found is None:
        return 0
    year, month, day, end = found
    keys: Part = (f"m{month}",) if day is None else (f"d{month}-{day}",)
    out.append(make(tokens, index, end, "date", tokens.slice(index, end), ((keys, (Decimal(year),)),)))
    return end


def read_decade(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A decade in digits, "1990s" or "'90s"; the index after it, or 0."""
    word = tokens.lows[index]
    ending = index + 1
    if tokens.lows[ending] in ("'", "’") and tokens.lows[ending + 1] == "s":
        ending += 1
    if tokens.lows[ending] != "s" or not tokens.glued(ending) or word[-1] != "0" or not word.isdecimal():
        return 0
    if len(word) == 4:
        keys: Part = (f"s{word}", Decimal(word))
    elif len(word) == 2:
        keys = (f"s19{word}", f"s20{word}", Decimal(word))
    else:
        return 0
    out.append(make(tokens, index, ending + 1, "date", f"{word}s", ((keys,),)))
    return ending + 1


def read_decade_word(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A decade in words: "the nineties"."""
    value = DECADES[tokens.lows[index]]
    out.append(make(tokens, index, index + 1, "date", f"{value}s", single(f"s19{value}", Decimal(value)), firm=False))
    return index + 1


def read_short_quarter(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A quarter of the year in short, "Q3"; the index after it."""
    out.append(make(tokens, index, index + 1, "date", tokens.words[index], single(f"q{tokens.lows[index][1]}")))
    return index + 1


def read_quarter(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A quarter of the year: "third quarter"; the index after it, or `index`."""
    value = QUARTERS.get(tokens.lows[index])
    if value is None or tokens.lows[index + 1] not in ("quarter", "quarters"):
        return index
    out.append(make(tokens, index, index + 2, "date", f"Q{value}", single(f"q{value}", f"f{value}/4")))
    return index + 2
