"""A draft whose check failed -> a better one: bounded, recorded, and marked when nothing helps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from summarizer.facts.base import FactReport
from summarizer.patching import patch_figures, patch_places, patch_untranslated
from summarizer.renaming import (
    patch_completed,
    patch_doubled,
    patch_lookalikes,
    patch_parts,
    patch_strange_lookalikes,
    patch_strangers,
)
from summarizer.results import Repair, RepairStep
from summarizer.verification import CUT_OFF, Verdict


@dataclass(frozen=True, slots=True)
class Attempt:
    """One English version of a sentence and the verdict on it."""

    english: str
    verdict: Verdict


Step = tuple[RepairStep, Callable[[Attempt], Attempt | None]]
# source, English, the verdict on its facts -> versions with one change each, the surest first
Edit = Callable[[str, str, FactReport], Iterator[str]]

EDITS: tuple[Edit, ...] = (
    patch_figures,
    patch_places,
    patch_lookalikes,
    patch_parts,
    patch_doubled,
    patch_strange_lookalikes,
    patch_completed,
    patch_strangers,
    patch_untranslated,
)
MAX_EDITS = 10  # of one draft


def repair(first: Attempt, steps: Sequence[Step]) -> tuple[Attempt, tuple[Repair, ...]]:
    """The best version that the steps reach, and the record of every change; a step that does not help leaves no trace.

    Args:
        first: the draft.
        steps: tried in this order until the verdict is clean; each gets the best version so far and may decline (None).
            A draft with mere doubts gets the "retry" alone.
    """
    best = first
    repairs: list[Repair] = []
    for name, step in steps:
        if best.verdict.ok and not (name == "retry" and best.verdict.doubts):
            continue
        attempt = step(best)
        if attempt is not None and attempt.verdict.weight < best.verdict.weight:
            repairs.append(Repair(name, best.english, attempt.english, describe(best.verdict)))
            best = attempt
    return best, tuple(repairs)


def edit_steps(source: str, judge: Callable[[str, bool], Attempt]) -> list[Step]:
    """The steps that need no model, in their order.

    Args:
        source: the Vietnamese sentence.
        judge: gives the verdict on an edited version; the flag tells that it comes from a draft that was cut off.
    """

    def edited(best: Attempt) -> Attempt | None:
        cut_off = CUT_OFF in best.verdict.defects
        first = best
        for _ in range(MAX_EDITS):
            versions = (text for edit in EDITS for text in edit(source, best.english, best.verdict.report))
            tries = (judge(text, cut_off) for text in versions if text != best.english)
            better = next((attempt for attempt in tries if attempt.verdict.weight < best.verdict.weight), None)
            if better is None:
                break
            best = better
        return None if best is first else best

    return [("patch", edited)]


def describe(verdict: Verdict) -> str:
    """What is wrong, one line: "1.500 tỷ đồng changed; của changed; wrong script: '明'"."""
    facts = [
        f"{match.source.text if match.source else match.target.text if match.target else ''} {match.status}"
        for match in verdict.report.problems
    ]
    doubts = [f"{match.source.text} doubtful" for match in verdict.doubts if match.source]
    return "; ".join([*facts, *verdict.defects, *doubts])


def lost_english(verdict: Verdict) -> list[str]:
    """The English of the source facts that the draft lost or changed, for the prompt of the next try."""
    lost = (*verdict.report.problems, *verdict.doubts)
    return [match.source.english[0] for match in lost if match.source and match.source.english]
