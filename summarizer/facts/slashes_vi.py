"""Vietnamese figures with a slash: 22/2, 3/2024, 7/63, 20-22/3."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from summarizer.article import PartialDate
from summarizer.facts import calendar, writing
from summarizer.facts.base import Fact, Reading
from summarizer.facts.building import make
from summarizer.facts.dates_vi import calendar_fact, read_day_month, read_month
from summarizer.facts.numerals import integer
from summarizer.facts.tables import word_list
from summarizer.facts.tokens import Tokens

RANK_WORDS = frozenset(["thứ", "hạng", "xếp", "đứng", "được", "có", "tại", "ở"])


DATE_WORDS = word_list("before date")


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
    english: tuple[str, ...]
    ranked = before in RANK_WORDS and before not in ("tại", "ở")
    start = index - 1 if before == "thứ" else index
    if 1 <= first <= 31 and 1 <= second <= 12 and not ranked and (first > second or before in DATE_WORDS):
        if (first, second) == (24, 7) and before not in DATE_WORDS:  # "around the clock"
            always: Reading = ((Decimal(24),), (Decimal(7),))
            both: Reading = (("f24/7",),)
            english = ("24/7", "around the clock")
            out.append(make(tokens, index, end, "number", "24/7", (both, always), english=english, firm=False))
            return end
        fact = calendar_fact(tokens, index, end, first, second, None, date)
        loose: Reading = ((f"f{first}/{second}",),)
        out.append(make(tokens, index, end, "date", fact.value, (*fact.readings, loose), english=fact.english))
        return end
    readings: tuple[Reading, ...] = (((f"f{first}/{second}",),), ((Decimal(first), f"o{first}"), (Decimal(second),)))
    if 1 <= first <= 31 and 1 <= second <= 12:
        readings += (((f"d{second}-{first}",),),)
    english = (f"{first}/{second}", f"{first} of {second}", f"{first} out of {second}")
    if before in ("thứ", "hạng"):
        rank = writing.ordinal(first)[0]
        english = (f"{rank} of {second}", f"{rank} out of {second}", f"{rank} among {second}", f"{first}/{second}")
    elif (first, second) == (1, 2):
        english = ("half", "one half", *english)
    elif (first, second) in SHARES:
        english = (*SHARES[first, second], *english)
    round_ = before == "vòng" and first == 1  # "vòng 1/8": the round of 16
    if round_:
        readings += (((Decimal(2 * second),),),)
    if second > 12 and first > 1000 and len(two) == 2:  # the season 2019/20
        readings += (((Decimal(first),), (Decimal(first // 100 * 100 + second), Decimal(second))),)
    firm = not round_ and (first, second) != (24, 24)  # "24/24" is "around the clock"
    out.append(make(tokens, start, end, "number", f"{first}/{second}", readings, english=english, firm=firm))
    return end


SHARES = {
    (1, 3): ("one third", "a third", "one-third"),
    (2, 3): ("two thirds", "two-thirds"),
    (1, 4): ("a quarter", "one quarter", "one fourth"),
    (3, 4): ("three quarters", "three-quarters", "three fourths"),
    (1, 5): ("one fifth", "a fifth"),
    (1, 10): ("one tenth", "a tenth"),
}


def read_day_range(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """Days of one month from first to last: "20-22/3", with or without the year; 0 when the numbers are no days."""
    words = tokens.words
    first, last, month = (
        integer(words[index], 1, 31),
        integer(words[index + 2], 1, 31),
        integer(words[index + 4], 1, 12),
    )
    if first is None or last is None or month is None or first >= last:
        return 0
    end = index + 5
    year = integer(words[end + 1], 1000, 2199) if words[end] == "/" else None
    if year is not None:
        end += 2
    reading: Reading = ((f"d{month}-{first}",), (f"d{month}-{last}",))
    if year is not None:
        reading += ((Decimal(year),),)
    name, tail = calendar.MONTH_NAMES[month], f" {year}" if year else ""
    english = (f"{first}-{last} {name}{tail}", f"{name} {first}-{last}" + (f", {year}" if year else ""))
    out.append(make(tokens, index, end, "date", (month, first, last, year), (reading,), english=english))
    return end


def read_day_list(tokens: Tokens, index: int, out: list[Fact], date: PartialDate | None) -> int:
    """Several days of one month, each a fact: "26 và 27/6", "ngày 4, 5 tháng Mười"; 0 when the numbers are no days."""
    lows = tokens.lows
    days = [index]
    end = index + 1
    while lows[end] in (",", "và") and integer(lows[end + 1], 1, 31) is not None and len(days) < 10:
        days.append(end + 1)
        end += 2
    month = integer(lows[end + 1], 1, 12) if lows[end] == "/" else None
    if lows[end] == "tháng" and (named_month := read_month(tokens, end + 1)) is not None:
        month = named_month[0]
    values = [integer(lows[place], 1, 31) for place in days]
    named = index > 0 and lows[index - 1] in DATE_WORDS
    if month is None or len(days) < 2 or None in values or not (named or "và" in lows[index:end]):
        return 0
    if not all(one < two for one, two in pairwise(int(lows[place]) for place in days)):
        return 0
    for place in days[:-1]:
        out.append(calendar_fact(tokens, place, place + 1, int(lows[place]), month, None, date))
    if lows[end] == "tháng":
        return read_day_month(tokens, days[-1], out, date, firm_day=True)
    return read_slash(tokens, days[-1], out, date)
