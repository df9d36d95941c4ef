"""What a fact is, and what comparing two sets of facts yields."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

FactKind = Literal[
    "number",
    "percent",
    "money",
    "quantity",
    "range",
    "date",
    "time",
    "ordinal",
    "reference",
    "person",
    "place",
    "organization",
    "name",
    "acronym",
    "negation",
    "direction",
    "approximation",
    "quote",
    "code",
    "content",
    "untranslated",
]
Status = Literal["found", "changed", "missing", "added"]

Key = Decimal | str
"""What two writings of one value share: Decimal("1500"), "o13" (13th), "d2-22" (22 February), "t450" (7:30)."""

Part = tuple[Key, ...]
"""One value of a fact by all its keys, the most telling first: ("o13", Decimal(13))."""

Reading = tuple[Part, ...]
"""The parts that must all be met, e.g. both ends of a range, or the day and the year of a date."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One checkable statement in a text: what it is, where it stands and what it is worth.

    `value` is exact (Decimal, a date, a folded name), never a float. `english` holds the accepted English
    writings of a source fact, the best first; it is empty for a fact of the translation.
    `readings` are what the comparison uses: the fact is kept when all parts of one of its readings are.
    A fact that is not `firm` ("one", "half", a word that may be no number at all) is matched where it can
    be, and never missed.
    """

    kind: FactKind
    text: str  # as written
    start_char: int  # code points of the NFC text, half open
    end_char: int
    value: Hashable
    unit: str = ""  # "VND", "%", "km" ...; "" where the value has none
    english: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = field(default=(), repr=False, compare=False)
    firm: bool = field(default=True, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class FactMatch:
    """The verdict on one fact: every source fact ends as exactly one of found, changed, missing."""

    status: Status
    kind: FactKind
    source: Fact | None  # None when the fact was added
    target: Fact | None  # None when the fact is missing
    reason: str  # one line: why this verdict
    weak: bool = False  # "found" for want of a contradiction: no news for a reader, but less than a full match


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
