"""Facts and terms -> a source sentence with their English already written into it.

A small model copies what stands in its source far better than it converts it: "1.500 tỷ đồng" comes out as
"1.5 billion", "1.5 trillion dong" comes out as it is. The method is code-switching for lexical constraints
(Song et al. 2019, "Code-Switching for Enhancing NMT with Pre-Specified Translation"); here it needs no training,
only worked examples of the same kind in the prompt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.facts.base import Fact
from summarizer.glossary import Term

# Facts whose Vietnamese writing means something else, or nothing, to an English reader.
WRITTEN_IN = frozenset({"percent", "money", "quantity", "range", "date", "time", "ordinal", "reference", "place"})
# 30.000, 24, but not "hai", "một số": small number words are often no count, and the model knows them
DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Constraint:
    """One span of the source, in code points, half open, and the English that takes its place."""

    start_char: int
    end_char: int
    english: str
    ordinal: bool = False


def find_constraints(facts: Sequence[Fact], terms: Sequence[Term]) -> list[Constraint]:
    """What is to be written into the source, in order and without overlap: of two that overlap the longer stays."""
    wanted = [
        Constraint(fact.start_char, fact.end_char, fact.english[0], fact.kind == "ordinal")
        for fact in facts
        if fact.english and (fact.kind in WRITTEN_IN or (fact.kind == "number" and DIGIT.search(fact.text)))
    ]
    wanted += [Constraint(term.start_char, term.end_char, term.entry.target) for term in terms]
    kept: list[Constraint] = []
    for one in sorted(wanted, key=lambda one: (one.start_char - one.end_char, one.start_char)):
        if all(one.end_char <= other.start_char or other.end_char <= one.start_char for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start_char)


def write_in(source: str, constraints: Sequence[Constraint]) -> str:
    """`source` with the constraints in place of their spans; an ordinal goes before the term that it follows.

    Example: "Đại hội Đảng toàn quốc lần thứ XIII" -> "13th National Party Congress"
    """
    pieces: list[str] = []
    end = 0
    for one in constraints:
        between = source[end : one.start_char]
        if one.ordinal and pieces and not between.strip():
            pieces[-1:] = [one.english, " ", pieces[-1]]
        else:
            pieces += [between, one.english]
        end = one.end_char
    return "".join([*pieces, source[end:]])
