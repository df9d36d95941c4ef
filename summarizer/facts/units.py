"""Units and currencies: how both languages write them, and which of them convert into each other."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from summarizer.facts.phrases import PhraseTable
from summarizer.facts.tables import forms, rows


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: `factor` is its size in the base unit of the dimension, None where it does not convert (money)."""

    id: str
    dimension: str
    factor: Decimal | None
    singular: str
    plural: str


@cache
def units() -> dict[str, Unit]:
    """All units by id: units()["km"].factor == Decimal(1000)."""
    table = {}
    for identifier, dimension, factor, singular, plural, *_ in rows("units"):
        table[identifier] = Unit(identifier, dimension, Decimal(factor) if factor else None, singular, plural)
    return table


@cache
def unit_phrases(language: str) -> PhraseTable[str]:
    """The unit words of "vi" or "en", each with its unit id; the first row that claims a word keeps it."""
    column = 5 if language == "vi" else 6
    entries: dict[str, str] = {}
    for row in rows("units"):
        for form in forms(row[column]):
            entries.setdefault(form, row[0])
    return PhraseTable(entries.items())


DOLLARS = frozenset({"USD", "AUD", "CAD", "SGD", "HKD", "NZD", "TWD"})
POUNDS = frozenset({"GBP", "lb", "FKP"})
DEGREES = frozenset({"°C", "°F", "deg"})
SAME_WORD = (
    DOLLARS,
    POUNDS,
    DEGREES,
    frozenset({"cent", "penny"}),
    frozenset({"day", "night"}),
    frozenset({"%", "pp"}),
    frozenset({"MXN", "PHP"}),
    frozenset({"CHF", "FRF"}),
)


def compatible(source: str, target: str) -> bool:
    """True when a translation may write unit `target` for unit `source`: equal, unknown, or one word for both.

    Example: compatible("AUD", "USD") holds, for "$5" may be either; compatible("VND", "CNY") does not.
    """
    if source == target or not source or not target:
        return True
    return any(source in group and target in group for group in SAME_WORD)


def converts(value: Decimal, source: str, other: Decimal, target: str) -> bool:
    """True when both quantities are the same size within 1 %, e.g. 10000 m and 10 km, 5 km and 3.1 miles."""
    table = units()
    if source not in table or target not in table or source == target:
        return False
    one, two = table[source], table[target]
    if one.dimension != two.dimension or one.factor is None or two.factor is None:
        return False
    left, right = value * one.factor, other * two.factor
    return abs(left - right) * 100 <= max(abs(left), abs(right))
