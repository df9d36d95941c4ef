"""What a fact is, and what comparing two sets of facts yields."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Literal

FactKind = Literal[
    "number", "percent", "money", "quantity", "range", "date", "time", "ordinal", "reference", "person", "place",
    "organization", "name", "acronym", "negation", "direction", "approximation", "quote", "code",
]
Status = Literal["found", "changed", "missing", "added"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One checkable statement in a text: what it is, where it stands and what it is worth.

    `value` is exact (Decimal, a date, a folded name), never a float. `english` holds the accepted English
    writings of a source fact, the best first; it is empty for a fact of the translation.
    """

    kind: FactKind
    text: str  # as written
    start_char: int  # code points of the NFC text, half open
    end_char: int
    value: Hashable
    unit: str = ""  # "VND", "%", "km" ...; "" where the value has none
    english: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FactMatch:
    """The verdict on one fact: every source fact ends as exactly one of found, changed, missing."""

    status: Status
    kind: FactKind
    source: Fact | None  # None when the fact was added
    target: Fact | None  # None when the fact is missing
    reason: str  # one line: why this verdict


@dataclass(frozen=True, slots=True)
class FactReport:
    """All verdicts on one sentence pair, or on a whole article."""

    matches: tuple[FactMatch, ...] = ()

    @property
    def problems(self) -> tuple[FactMatch, ...]:
        """The verdicts that a reader must be told of: changed, missing, added."""
        return tuple(match for match in self.matches if match.status != "found")

    @property
    def ok(self) -> bool:
        """True when every source fact is found and nothing was added."""
        return not self.problems
