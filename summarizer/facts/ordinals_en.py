"""English ordinals: 13th, third, twenty-first; and the fractions that look alike."""

from __future__ import annotations

from decimal import Decimal

from summarizer.facts.amounts_en import DENOMINATORS
from summarizer.facts.base import Fact, Part
from summarizer.facts.building import make, single
from summarizer.facts.dates_en import DASHES, read_day_first
from summarizer.facts.numbers_en import ORDINALS
from summarizer.facts.tokens import Tokens


def read_rank(tokens: Tokens, first: int, end: int, value: int, out: list[Fact]) -> int:
    """Append an ordinal, "13th" or "thirteenth"; a century keeps its unit."""
    keys: Part = (f"o{value}", Decimal(value))
    unit = ""
    start = end + 1 if tokens.lows[end] in DASHES else end
    if tokens.lows[start] in ("century", "centuries"):
        unit, end = "century", start + 1
    firm = value > 2 or tokens.lows[first].isdecimal()
    out.append(make(tokens, first, end, "ordinal", Decimal(value), ((keys,),), unit=unit, firm=firm))
    return end


def read_ordinal_word(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """An ordinal in words, or the day of a month: "third", "first of May"."""
    dated = (
        read_day_first(tokens, index, out)
        if tokens.words[index + 1][:1].isupper() or tokens.lows[index + 1] == "of"
        else 0
    )
    if dated:
        return dated
    word = tokens.lows[index]
    if word == "second" and tokens.lows[index - 1] in ("per", "a", "split", "every", "each", "/") and index:
        return index + 1
    if word in DENOMINATORS and index and tokens.lows[index - 1] in ("a", "one", "final", "last", "-"):
        value = DENOMINATORS[word]
        out.append(
            make(
                tokens,
                index,
                index + 1,
                "number",
                f"1/{value}",
                single(f"f1/{value}", f"o{value}", Decimal(value)),
                firm=False,
            )
        )
        return index + 1
    return read_rank(tokens, index, index + 1, ORDINALS[word], out)
