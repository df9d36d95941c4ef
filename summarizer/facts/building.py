"""Making a fact from a run of tokens."""

from __future__ import annotations

from collections.abc import Hashable

from summarizer.facts.base import Fact, FactKind, Key, Reading
from summarizer.facts.tokens import Tokens


def make(
    tokens: Tokens,
    first: int,
    end: int,
    kind: FactKind,
    value: Hashable,
    readings: tuple[Reading, ...],
    *,
    unit: str = "",
    english: tuple[str, ...] = (),
    firm: bool = True,
) -> Fact:
    """The fact written by tokens `first` up to, not including, `end`."""
    start_char, end_char = tokens.starts[first], tokens.ends[end - 1]
    return Fact(kind, tokens.text[start_char:end_char], start_char, end_char, value, unit, english, readings, firm)


def single(*keys: Key) -> tuple[Reading, ...]:
    """The readings of a fact with one value, known by any of `keys`."""
    return ((keys,),)
