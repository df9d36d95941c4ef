"""Vietnamese times of day: 7h30, 8 giờ 46 phút sáng, 9:30; and scores, which look alike."""

from __future__ import annotations

from decimal import Decimal

from summarizer.facts import writing
from summarizer.facts.base import Fact, Part, Reading
from summarizer.facts.building import make
from summarizer.facts.numerals import integer
from summarizer.facts.tokens import Tokens

DAY_PARTS = {"sáng": "a", "trưa": "", "chiều": "p", "tối": "p", "đêm": "", "khuya": ""}


HOUR_WORDS = frozenset(["giờ", "h", "g", "tiếng"])


def read_colon(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A clock time 9:30 or a score 4:0."""
    one, two = tokens.words[index], tokens.words[index + 2]
    if len(one) > 4 or len(two) > 4:
        return 0
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
    dated = lows[after] in ("ngày", "cùng", "hôm") and lows[after + 1] not in ("công", "lễ")
    clock = lows[after] in DAY_PARTS or dated or lows[index + 1] in ("h", "g") or lows[index - 1] in ("lúc", "hồi")
    if not clock or (lows[index + 1] == "g" and not tokens.glued(index + 1)):
        return 0
    return time_fact(tokens, index, after, hour, 0, out)


def time_fact(
    tokens: Tokens, first: int, end: int, hour: int, minute: int, out: list[Fact], *, loose: bool = False
) -> int:
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
