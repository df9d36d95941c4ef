"""Assigning the facts of a translation to the facts of its source: by value, one to one, each verdict with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from summarizer.facts.base import Fact, FactMatch, Key
from summarizer.facts.board import LOOK, Board
from summarizer.facts.units import compatible, converts

FAMILIES = {
    "number": "figure",
    "percent": "figure",
    "money": "figure",
    "quantity": "figure",
    "range": "figure",
    "ordinal": "figure",
    "reference": "figure",
    "code": "figure",
    "date": "date",
    "time": "time",
}


def match_figures(sources: Sequence[Fact], targets: Sequence[Fact]) -> list[FactMatch]:
    """The verdicts on all facts with a value; facts that are not firm appear only when found or changed."""
    board = Board(targets)
    results: list[FactMatch] = []
    left: list[Fact] = []
    for source in sorted(sources, key=lambda fact: not fact.firm):
        taken = (board.take_reading(reading, source) for reading in source.readings)
        target = next((t for t in taken if t is not None), None)
        if target is None:
            left.append(source)
        else:
            results.append(verdict(source, targets[target]))
    known = keys_of(sources)
    unmatched = keys_of(left)
    loose = [t for t, fact in enumerate(targets) if t not in board.chosen and not explained(fact, unmatched)]
    for t in board.unmet(known):
        reason = f'a part of "{targets[t].text}" has no counterpart in the source'
        results.append(FactMatch("added", targets[t].kind, None, targets[t], reason))
    for source in left:
        results.extend(settle(source, board, loose))
    for t in loose:
        fact = targets[t]
        if fact.firm:
            results.append(FactMatch("added", fact.kind, None, fact, f'"{fact.text}" has no counterpart in the source'))
    return results


def keys_of(facts: Sequence[Fact]) -> set[Key]:
    """All keys of the facts."""
    return {key for fact in facts for reading in fact.readings for part in reading for key in part}


def explained(target: Fact, known: set[Key]) -> bool:
    """True when each part of a reading of the target repeats a value that the source states somewhere."""
    return any(all(any(key in known for key in part) for part in reading) for reading in target.readings)


def verdict(source: Fact, target: Fact) -> FactMatch:
    """The verdict on a source fact whose value was found in `target`."""
    if isinstance(target.value, str) and target.value.startswith("comma "):
        return FactMatch(
            "changed", source.kind, source, target, f'"{target.text}" is not how English writes the figure'
        )
    if source.unit in ("%", "pp") and not target.unit and source.kind == "percent" and target.kind == "number":
        return FactMatch("changed", source.kind, source, target, f'the percent sign of "{source.text}" is missing')
    if source.kind == "time" and target.kind == "time":
        one, two = str(source.value), str(target.value)
        if (
            one[-1] in "ap"
            and two[-1] in "ap"
            and one[-1] != two[-1]
            and not one.startswith("12")
            and not two.startswith("12")
        ):
            return FactMatch(
                "changed",
                "time",
                source,
                target,
                f'"{source.text}" and "{target.text}" are in different halves of the day',
            )
    if source.kind == "reference" and target.kind == "reference":
        mine = source.readings[0][0][0]
        if isinstance(mine, str) and mine.startswith("r:") and mine not in target.readings[0][0]:
            return FactMatch("changed", "reference", source, target, f'"{source.text}" became "{target.text}"')
    return FactMatch("found", source.kind, source, target, "same value")


def settle(source: Fact, board: Board, loose: list[int]) -> list[FactMatch]:
    """The verdict on a source fact without its value in the translation: converted, changed, or missing."""
    family = FAMILIES.get(source.kind)
    clash = unit_clash(source, board)
    if clash is not None:
        if clash in loose:
            loose.remove(clash)
        board.chosen.setdefault(clash, 0)
        board.owner.setdefault(clash, source)
        target = board.targets[clash]
        return [
            FactMatch("changed", source.kind, source, target, f'"{source.text}" became "{target.text}": another unit')
        ]
    best, best_score = -1, -1
    for t in loose[:LOOK]:
        target = board.targets[t]
        if FAMILIES.get(target.kind) != family or (not source.firm and not target.firm):
            continue
        if (
            isinstance(source.value, Decimal)
            and isinstance(target.value, Decimal)
            and converts(source.value, source.unit, target.value, target.unit)
        ):
            loose.remove(t)
            return [FactMatch("found", source.kind, source, target, f'"{target.text}" is "{source.text}" converted')]
        score = (
            (4 if source.unit == target.unit else 0)
            + (2 if source.kind == target.kind else 0)
            + (1 if target.firm else 0)
        )
        if score > best_score:
            best, best_score = t, score
    partial = partly_placed(source, board)
    if partial is not None:
        target = board.targets[partial]
        if partial in loose:
            loose.remove(partial)
        return (
            [FactMatch("changed", source.kind, source, target, f'only a part of "{source.text}" is in "{target.text}"')]
            if source.firm
            else []
        )
    if best >= 0:
        target = board.targets[best]
        loose.remove(best)
        return [FactMatch("changed", source.kind, source, target, f'"{source.text}" became "{target.text}"')]
    if not source.firm:
        return []
    return [FactMatch("missing", source.kind, source, None, f'"{source.text}" is not in the translation')]


def unit_clash(source: Fact, board: Board) -> int | None:
    """The free target fact with the value of the source but a unit that contradicts."""
    if not source.unit or not source.firm:
        return None
    for key in source.readings[0][0]:
        for t, _, _ in board.live(key):
            if not compatible(source.unit, board.targets[t].unit):
                return t
    return None


def partly_placed(source: Fact, board: Board) -> int | None:
    """The target fact that holds some part, not all, of a source fact with several parts."""
    for reading in source.readings:
        if len(reading) < 2:
            continue
        for part in reading:
            place = board.free(part, source)
            if place is not None:
                board.take(place, source)
                return place[0]
    return None
