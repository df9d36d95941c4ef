"""Assigning the facts of a translation to the facts of its source: by value, one to one, each verdict with a reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from summarizer.facts.amounts_vi import PAIRS
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
    ordered = sorted(sources, key=lambda fact: not fact.firm)
    firm = sum(fact.firm for fact in ordered)
    for rank, source in enumerate(ordered):
        if rank == firm:  # before "both" takes "two weeks", it is settled that "hai ngày" became them
            left = [lost for lost in left if not clashes(lost, board, results)]
        taken = (board.take_reading(reading, source) for reading in source.readings)
        target = next((t for t in taken if t is not None), None)
        if target is None:
            left.append(source)
        else:
            results.append(verdict(source, targets[target]))
    left = [lost for lost in left if not clashes(lost, board, results)]
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
        if fact.kind == "code" and explained(fact, known):
            continue  # "H5N1" said again
        if fact.firm and (is_count(fact) or not spelled_small(fact)):
            results.append(FactMatch("added", fact.kind, None, fact, f'"{fact.text}" has no counterpart in the source'))
    return results


YEAR = re.compile(r"\b[12]\d{3}\b")
# No. 4 | number 4 | force 10 | level 10: the word before a figure that a writing of the source fact has too
LEADING_WORD = re.compile(r"(?:\b(?:no|number|force|level|category|grade|class)\b\.? ?|#)\Z", re.IGNORECASE)


def widen(match: FactMatch, translation: str) -> FactMatch:
    """The match with its English figure widened by the word before it, where the source fact has that word: "No. 4"."""
    source, target = match.source, match.target
    if source is None or target is None or not source.text.lower().startswith(("số ", "cấp ")):
        return match
    if not target.text[:1].isdigit():
        return match
    word = LEADING_WORD.search(translation, 0, target.start_char)
    if word is None:
        return match
    text = translation[word.start() : target.end_char]
    return replace(match, target=replace(target, text=text, start_char=word.start()))


def is_quoted(match: FactMatch, source: str) -> bool:
    """True for an addition that the source has letter by letter, in a name: "Saturday Night Live", "Bali Nine"."""
    target = match.target
    return (
        match.source is None
        and target is not None
        and target.kind in ("date", "number")
        and target.text.isalpha()
        and target.text[0].isupper()
        and target.text in source
    )


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
    bare = source.unit in ("%", "pp") and not target.unit and any(letter.isdecimal() for letter in target.text)
    if bare and source.kind == "percent" and target.kind == "number":
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
    if source.kind == target.kind == "date" and (year := strange_year(source, target)):
        return FactMatch("changed", "date", source, target, f'{year} is not the year of "{source.text}"')
    if source.kind == "reference" and target.kind == "reference":
        mine = source.readings[0][0][0]
        if isinstance(mine, str) and mine.startswith("r:") and mine not in target.readings[0][0]:
            return FactMatch("changed", "reference", source, target, f'"{source.text}" became "{target.text}"')
    return FactMatch("found", source.kind, source, target, "same value")


def strange_year(source: Fact, target: Fact) -> str | None:
    """The year of an English day that the source does not have and the date of the article, if known, does not give.

    Where no date is known, as in single lines, a year may come from what stands around them. The year before the
    article's is allowed: in January "31/12" is a day of last year.
    """
    added = [year for year in YEAR.findall(target.text) if year not in source.text]
    given = {int(year) for english in source.english for year in YEAR.findall(english)}
    return next((year for year in added if given and not given & {int(year), int(year) + 1}), None)


SMALL = Decimal(10)  # number words up to here come and go in free translation: "met hai lần" is "met again"
FEW = Decimal(3)  # "hai" is often said by a plural or by "the other"; a count from three on is not left out
COUNTED = frozenset(["number", "quantity", "ordinal"])


def spelled_small(fact: Fact) -> bool:
    """True for a small number in words: "three", "hai năm", "thứ ba"; digits are always meant."""
    return (
        fact.kind in COUNTED
        and isinstance(fact.value, Decimal)
        and fact.value <= SMALL
        and not any(letter.isdigit() for letter in fact.text)
    )


def is_count(fact: Fact) -> bool:
    """True for a number from three on."""
    return isinstance(fact.value, Decimal) and fact.value >= FEW


def clashes(source: Fact, board: Board, results: list[FactMatch]) -> bool:
    """True when the value of the source stands in the translation with a unit that contradicts; records the verdict."""
    clash = unit_clash(source, board)
    if clash is None:
        return False
    board.chosen.setdefault(clash, 0)
    board.owner.setdefault(clash, source)
    target = board.targets[clash]
    reason = f'"{source.text}" became "{target.text}": another unit'
    results.append(FactMatch("changed", source.kind, source, target, reason))
    return True


def settle(source: Fact, board: Board, loose: list[int]) -> list[FactMatch]:
    """The verdict on a source fact without its value in the translation: converted, changed, or missing."""
    if not source.firm and not (spelled_small(source) and source.value != 1 and source.text.lower() not in PAIRS):
        return []
    family = FAMILIES.get(source.kind)
    best, best_score = -1, -1
    for t in loose[:LOOK]:
        target = board.targets[t]
        if FAMILIES.get(target.kind) != family or (not source.firm and not target.firm):
            continue
        implied = not target.firm and target.text.lower().startswith(("a ", "an ", "half "))
        if (
            isinstance(source.value, Decimal)
            and isinstance(target.value, Decimal)
            and converts(source.value, source.unit, target.value, target.unit)
        ):
            loose.remove(t)
            return [FactMatch("found", source.kind, source, target, f'"{target.text}" is "{source.text}" converted')]
        if implied:
            continue
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
    if spelled_small(source) and not (source.firm and is_count(source)):
        if not source.firm and "hai" not in source.text.lower().split():
            return []
        return [FactMatch("found", source.kind, source, None, "a small number that nothing contradicts", weak=True)]
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
