"""Dates in figures with the year first, which both languages write alike: 2024-02-22."""

from __future__ import annotations

from summarizer.facts.numerals import integer
from summarizer.facts.tokens import Tokens


def iso_date(tokens: Tokens, index: int) -> tuple[int, int, int | None, int] | None:
    """Year, month, day and the index after a date like "2024-02-22"; without a day it needs a zero or "date"."""
    lows = tokens.lows
    if lows[index + 1] != "-" or not (tokens.glued(index + 1) and tokens.glued(index + 2)) or len(lows[index + 2]) != 2:
        return None
    year, month = integer(lows[index], 1000, 2199), integer(lows[index + 2], 1, 12)
    if year is None or month is None:
        return None
    if lows[index + 3] == "-" and tokens.glued(index + 4) and len(lows[index + 4]) == 2:
        day = integer(lows[index + 4], 1, 31)
        return None if day is None else (year, month, day, index + 5)
    dated = index > 0 and (lows[index - 1] == "date" or (lows[index - 1] == ":" and lows[index - 2] == "date"))
    return (year, month, None, index + 3) if dated or lows[index + 2][0] == "0" else None
