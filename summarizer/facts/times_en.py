"""English times of day: 9:30 am, 5pm, noon; and scores, which look alike."""

from __future__ import annotations

from decimal import Decimal

from summarizer.facts.base import Fact, Part, Reading
from summarizer.facts.building import make, single
from summarizer.facts.numerals import integer
from summarizer.facts.tokens import Tokens

CLOCK_WORDS = {"noon": 12, "midday": 12, "midnight": 0}


def read_colon(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A clock time 9:30 or a score 4:0."""
    one, two = tokens.lows[index], tokens.lows[index + 2]
    hour, minute = (int(one) if len(one) < 5 else 99), (int(two) if len(two) < 5 else 99)
    if hour <= 24 and minute < 60 and len(two) == 2:
        return time_fact(tokens, index, index + 3, hour, minute, out, loose=True)
    reading: Reading = ((Decimal(one),), (Decimal(two),))
    out.append(make(tokens, index, index + 3, "number", f"{one}:{two}", (reading,)))
    return index + 3


def read_hour(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """An hour with its half of the day: "5am", "4.40 am", "10 o'clock"; 0 when none is there."""
    lows = tokens.lows
    following = lows[index + 1]
    if following in ("a", "p") and not (lows[index + 2] == "." and lows[index + 3] == "m"):
        return 0
    one, _, two = lows[index].partition(".")
    if integer(one, 0, 24) is None or (two and integer(two, 0, 59) is None):
        return 0
    return time_fact(tokens, index, index + 1, int(one), int(two or 0), out)


def time_fact(
    tokens: Tokens, first: int, end: int, hour: int, minute: int, out: list[Fact], *, loose: bool = False
) -> int:
    """Append the fact of a time of day; returns the index after it."""
    lows = tokens.lows
    part = "p" if hour > 12 else ""
    if lows[end] in ("am", "pm"):
        part, end = lows[end][0], end + 1
    elif lows[end] in ("a", "p") and lows[end + 1] == "." and lows[end + 2] == "m":
        part, end = lows[end], end + 3
    elif lows[end] in ("o'clock", "o’clock"):
        end += 1
    keys: Part = (f"t{hour % 12 * 60 + minute}",)
    if not minute:
        keys = (*keys, Decimal(hour)) if hour < 13 else (*keys, Decimal(hour), Decimal(hour - 12))
    readings: tuple[Reading, ...] = ((keys,),)
    if loose:
        readings += (((Decimal(hour),), (Decimal(minute),)),)
    out.append(make(tokens, first, end, "time", f"{hour}:{minute:02d}{part}", readings))
    return end


def read_clock_word(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """Noon and midnight."""
    hour = CLOCK_WORDS[tokens.lows[index]]
    out.append(make(tokens, index, index + 1, "time", f"{hour}:00", single("t0"), firm=False))
    return index + 1
