"""A draft whose check failed -> a better one: bounded, recorded, and marked when nothing helps."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from summarizer.facts.base import Fact, FactMatch
from summarizer.facts.syllables import fold
from summarizer.normalization import CAPITALS
from summarizer.results import Repair, RepairStep
from summarizer.verification import CUT_OFF, Verdict


@dataclass(frozen=True, slots=True)
class Attempt:
    """One English version of a sentence and the verdict on it."""

    english: str
    verdict: Verdict


# Kinds whose English stands for itself; a verb ("fell"), a "not" or a quotation mark fits only into its own sentence.
PATCHED = frozenset(
    {"number", "percent", "money", "quantity", "range", "date", "time", "ordinal", "reference", "code", "approximation"}
    | {"person", "place", "organization", "name", "acronym"}
)

# similarity of two folded names: "laos cai" and "lao cai" 0.93, "to lan" and "to lam" 0.83, "ha nam" and "ha noi" 0.67
LOOKALIKE = 0.8
MIN_HEAD = 3
# Laos Cai, Tô Lân : capitalized words in a row
NAME_RUN = re.compile(rf"[{CAPITALS}][\w-]*(?: [{CAPITALS}][\w-]*)*")

Step = tuple[RepairStep, Callable[[Attempt], Attempt | None]]
Edit = Callable[[str, Sequence[FactMatch]], str | None]  # English, what is wrong with it -> better English, or None


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


def edit_steps(judge: Callable[[str, bool], Attempt]) -> list[Step]:
    """The steps that need no model, in their order.

    Args:
        judge: gives the verdict on an edited version; the flag tells that it comes from a draft that was cut off.
    """

    def step_of(edit: Edit) -> Step:
        def edited(best: Attempt) -> Attempt | None:
            english = edit(best.english, best.verdict.report.problems)
            return judge(english, CUT_OFF in best.verdict.defects) if english else None

        return "patch", edited

    return [step_of(edit) for edit in (patch, patch_names)]


def patch(english: str, problems: Sequence[FactMatch]) -> str | None:
    """`english` with every wrong figure or name of `PATCHED` replaced that has exactly one counterpart, or None.

    Safe by value: a fact is replaced only where one source fact and one output fact of the same kind are
    unmatched; what stands there is then the canonical English of the source fact.
    """
    wrong = [
        match
        for match in problems
        if match.status == "changed"
        and match.kind in PATCHED
        and match.source
        and match.target
        and match.source.english
        and sum(other.kind == match.kind for other in problems) == 1
        and (match.kind != "place" or is_whole_name(english, match.target))
    ]
    if not wrong:
        return None
    start_of_last = len(english)
    for match in sorted(wrong, key=lambda match: match.target.start_char if match.target else 0, reverse=True):
        assert match.source is not None  # for the type checker: chosen so above
        assert match.target is not None
        if match.target.end_char > start_of_last:  # lies in what has been replaced
            continue
        start_of_last = match.target.start_char
        english = english[: match.target.start_char] + match.source.english[0] + english[match.target.end_char :]
    return english


def is_whole_name(english: str, fact: Fact) -> bool:
    """False for "Laos" in "Laos Cai": what is replaced must not leave half a name behind."""
    return any(run.span() == (fact.start_char, fact.end_char) for run in NAME_RUN.finditer(english))


def patch_names(english: str, problems: Sequence[FactMatch]) -> str | None:
    """`english` with every misspelled name put right that has exactly one lookalike there, or None.

    Example: with "Lào Cai" in the source, "Laos Cai has allocated ..." -> "Lao Cai has allocated ..."
    """
    patched = english
    for match in problems:
        if match.source and match.kind in ("person", "place", "name"):
            alike = [run for run in NAME_RUN.finditer(patched) if looks_like(run.group(), match.source.text)]
            if len({run.group() for run in alike}) == 1:
                for run in reversed(alike):
                    patched = patched[: run.start()] + spelling(match.source) + patched[run.end() :]
    return patched if patched != english else None


def spelling(name: Fact) -> str:
    """How the English is to write a name: a person as the source does, a place by its English name."""
    return name.text if name.kind == "person" or not name.english else name.english[0]


def looks_like(written: str, name: str) -> bool:
    """True when `written` is `name` misspelled, turned around or with its head run together: "Laos" for "Lào Cai"."""
    one, other = fold(written), fold(name)
    if one == other:
        return False
    turned = sorted(one.split()) == sorted(other.split())
    head = other.split()[0]
    run_together = " " not in one and len(head) >= MIN_HEAD and one.startswith(head) and len(one) <= len(other)
    return turned or run_together or difflib.SequenceMatcher(None, one, other).ratio() >= LOOKALIKE


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
