"""Direction: a rise must not become a fall.

Speaks up only when the place leaves no other reading: a movement on one side, only the opposite movement on the other.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from summarizer.facts.base import FactMatch
from summarizer.facts.building import make
from summarizer.facts.nearness import WINDOW, WINDOW_TOKENS, near
from summarizer.facts.phrases import PhraseTable
from summarizer.facts.tables import forms, rows, word_list
from summarizer.facts.tokens import Tokens


@cache
def strict_words(language: str) -> frozenset[str]:
    """Single words that are movements in either direction: "tăng", "fell"."""
    return frozenset(
        form for row in rows("directions") if row[0] == language and row[2] == "strict" for form in forms(row[3])
    )


@cache
def _movements(language: str) -> dict[tuple[str, str], PhraseTable[bool]]:
    table: dict[tuple[str, str], list[str]] = {}
    for row in rows("directions"):
        if row[0] == language:
            table.setdefault((row[1], row[2]), []).extend(forms(row[3]))
    return {key: PhraseTable((form, True) for form in words) for key, words in table.items()}


def movements(tokens: Tokens, table: PhraseTable[bool]) -> list[tuple[int, int]]:
    """The places where a phrase of the table stands: its first token and the index after it."""
    lows, first = tokens.lows, table.by_first
    found: list[tuple[int, int]] = []
    if first.keys().isdisjoint(lows):
        return found
    index = 0
    while index < tokens.count:
        if lows[index] in first and (match := table.match(lows, index)) is not None:
            found.append((index, match[1]))
            index = match[1]
        else:
            index += 1
    return found


DENIALS = frozenset(["không", "chưa", "chẳng"])
DENIED_REACH = 3  # tokens before a movement in which a denial of it stands
RATES = word_list("rate")
PLAIN = word_list("plain movement")
BOUNDS = word_list("bound of a figure")
MANY = 16  # in a text with more movements than this, one word may account for several
# words of a level, which say nothing of the way that led there: "risen to their lowest level"
STATES = frozenset(["low", "lowest", "high", "highest"])


def check_direction(source: Tokens, target: Tokens) -> list[FactMatch]:
    """The verdict on the direction: changed when the English, about where the movement stands, has only the opposite.

    An opposite word that has a counterpart of its own in the source, about where it stands, is that word's translation.
    Where the English leaves no doubt ("decreased"), any word of the source that may be a movement counts as one.
    """
    vietnamese, english = _movements("vi"), _movements("en")
    for mine, other in (("up", "down"), ("down", "up")):
        turned = movements(target, english[other, "strict"])
        if not turned:
            continue
        others = [first for first, _ in movements(source, vietnamese[other, "wide"])]
        rivals = {first for first, _ in [*turned, *movements(target, english[other, "wide"])]}
        explained = accounted(sorted(rivals), target.count, others, source.count)
        own = [first for first, _ in movements(target, english[mine, "wide"]) if moves(target, first)]
        left: dict[str, list[tuple[int, int]]] = {}
        for start, end in turned:
            if start in explained:
                continue
            role = "wide" if target.lows[start] in PLAIN else "strict"
            if role not in left:
                left[role] = unkept(source, vietnamese[mine, role], own, target.count)
            moved = turned_from(source, left[role], start / target.count)
            if moved is not None:
                return [turn(source, moved, target, (start, end), mine)]
    return []


def unkept(source: Tokens, table: PhraseTable[bool], own: list[int], count: int) -> list[tuple[int, int]]:
    """The movements of the source in reading order, those left out that the English has too, at `own`."""
    moved = [place for place in movements(source, table) if not is_denied(source, place[0])]
    kept = accounted([first for first, _ in moved], source.count, own, count)
    return [place for place in moved if place[0] not in kept]


def turned_from(source: Tokens, moved: list[tuple[int, int]], share: float) -> tuple[int, int] | None:
    """The movement of the source that stands about at `share` of its length."""
    if not moved:
        return None
    rank = nearest(share * source.count, [first for first, _ in moved])
    far = abs(moved[rank][0] - share * source.count) > WINDOW * source.count + WINDOW_TOKENS
    return None if far else moved[rank]


def turn(source: Tokens, moved: tuple[int, int], target: Tokens, wrong: tuple[int, int], mine: str) -> FactMatch:
    """The verdict on a movement that became its opposite."""
    english = ("increase" if mine == "up" else "decrease",)
    fact = make(source, *moved, "direction", mine, (), english=english)
    there = make(target, *wrong, "direction", "down" if mine == "up" else "up", ())
    return FactMatch("changed", "direction", fact, there, f'"{fact.text}" became "{there.text}"')


def is_denied(source: Tokens, index: int) -> bool:
    """True for a movement that does not take place, or is only the name of a rate: "không đạt được", "tỉ lệ tăng"."""
    if source.lows[index - 1] in RATES and index:
        return True
    return not DENIALS.isdisjoint(source.lows[max(0, index - DENIED_REACH) : index])


def moves(target: Tokens, index: int) -> bool:
    """False for a level and for the bound of a figure, which say nothing of a movement: "lowest", "over 10 billion"."""
    if target.lows[index] in STATES:
        return False
    after = target.lows[index + 1 : index + 4]
    return not (target.lows[index] in BOUNDS and any(low[:1].isdecimal() or low in "$€£" for low in after if low))


def accounted(places: list[int], count: int, others: list[int], other: int) -> set[int]:
    """The places that have a counterpart of their own about where they stand, the nearest pairs first."""
    window = max(WINDOW, WINDOW_TOKENS / max(1, other))
    if len(places) > MANY or len(others) > MANY:
        return {place for place in places if near(place, count, others, other)}
    distances = sorted((abs(x / count - y / other), x, y) for x in places for y in others)
    found: dict[int, int] = {}
    for distance, x, y in distances:
        if distance <= window and x not in found and y not in found.values():
            found[x] = y
    return set(found)


def nearest(expected: float, places: list[int]) -> int:
    """The rank of the place that lies nearest to where one is expected."""
    after = bisect_left(places, expected)
    if after == len(places) or (after and expected - places[after - 1] <= places[after] - expected):
        return after - 1
    return after
