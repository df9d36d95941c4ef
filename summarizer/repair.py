"""A draft whose check failed -> a better one: bounded, recorded, and marked when nothing helps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from summarizer.facts.base import FactMatch
from summarizer.results import Repair, RepairStep
from summarizer.verification import Verdict


@dataclass(frozen=True, slots=True)
class Attempt:
    """One English version of a sentence and the verdict on it."""

    english: str
    verdict: Verdict


Step = tuple[RepairStep, Callable[[Attempt], Attempt | None]]


def repair(first: Attempt, steps: Sequence[Step]) -> tuple[Attempt, tuple[Repair, ...]]:
    """The best version that the steps reach, and the record of every change; a step that does not help leaves no trace.

    Args:
        first: the draft.
        steps: tried in this order until the verdict is clean; each gets the best version so far and may decline (None).
    """
    best = first
    repairs: list[Repair] = []
    for name, step in steps:
        if best.verdict.ok:
            break
        attempt = step(best)
        if attempt is not None and attempt.verdict.weight < best.verdict.weight:
            repairs.append(Repair(name, best.english, attempt.english, describe(best.verdict)))
            best = attempt
    return best, tuple(repairs)


def patch(english: str, problems: Sequence[FactMatch]) -> str | None:
    """`english` with every wrong figure or name replaced that has exactly one counterpart, or None.

    Safe by value: a fact is replaced only where one source fact and one output fact of the same kind are
    unmatched; what stands there is then the canonical English of the source fact.
    """
    wrong = [
        match
        for match in problems
        if match.status == "changed" and match.source and match.target and match.source.english
        and sum(other.kind == match.kind for other in problems) == 1
    ]
    if not wrong:
        return None
    for match in sorted(wrong, key=lambda match: match.target.start_char if match.target else 0, reverse=True):
        assert match.source and match.target  # for the type checker: chosen so above
        english = english[: match.target.start_char] + match.source.english[0] + english[match.target.end_char :]
    return english


def describe(verdict: Verdict) -> str:
    """What is wrong, one line: "1.500 tỷ đồng changed: ...; Vietnamese left: 'của'"."""
    facts = [
        f"{match.source.text if match.source else match.target.text if match.target else ''} {match.status}"
        for match in verdict.report.problems
    ]
    return "; ".join([*facts, *verdict.defects])


def lost_english(verdict: Verdict) -> list[str]:
    """The English of the source facts that the draft lost or changed, for the prompt of the next try."""
    return [match.source.english[0] for match in verdict.report.problems if match.source and match.source.english]
