"""Pairing the denials of two texts by where they stand: which "không" has no counterpart, and which "not" has none."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

from summarizer.facts.denials import SOFT_VI, Denial, soft_denials
from summarizer.facts.nearness import WINDOW, WINDOW_TOKENS
from summarizer.facts.tables import word_list
from summarizer.facts.tokens import Tokens

FAR = 0.4  # of a sentence: farther from its place no "not" stands for a "không"
DOUBLED = 0.15  # of a sentence: by so much the "not" of "not unlikely" ranks behind "unlikely", which denies alone
DOUBLED_TOKENS = 3  # at least so many tokens
MANY = 16  # a text with more denials than this is compared by their number alone
REACH = 3  # tokens after a denial in which the word that doubles it stands
LITOTES = word_list("litotes")
MARKS = frozenset("\"“”'‘’")


NOMINAL = frozenset(["no", "without", "none", "nothing", "nobody", "neither", "nor"])  # "without fail" doubles nothing


class Item(NamedTuple):
    """A word that denies, or may: its token, whether it denies outright, and the item it doubles ("not unlikely")."""

    place: int
    strong: bool
    soft: bool
    doubles: int | None


class Unpaired(NamedTuple):
    """The outright denials of both texts that have no counterpart in the other, by their tokens."""

    lost: list[int]
    added: list[int]


def unpaired(source: Tokens, target: Tokens, mine: list[Denial], theirs: list[Denial]) -> Unpaired:
    """The denials without counterpart; the nearest words that deny, or may, are each other's counterparts.

    Example: nothing of "không biết" and "unaware"; the "not" of "không biết" and "not unaware".
    """
    if len(mine) > MANY or len(theirs) > MANY:
        return counted(mine, theirs)
    one, two = items(source, "vi", mine, target), items(target, "en", theirs, source)
    pairs = paired(one, two, source.count, target.count)
    back = {y: x for x, y in pairs.items()}
    lost = [x.place for x in one if x.strong and x.place not in pairs and x.doubles in (None, *pairs)]
    added = [y.place for y in two if y.strong and y.place not in back and not excused(target, y, back, one)]
    return Unpaired(lost, added)


def excused(target: Tokens, item: Item, back: dict[int, int], sources: list[Item]) -> bool:
    """True for the "not" of "not uncommon", which is "phổ biến", or "không hiếm" with both its words."""
    if item.doubles is None:
        return False
    partner = back.get(item.doubles)
    if partner is None:
        return target.lows[item.doubles] in LITOTES
    return any(source.place == partner and source.doubles is not None for source in sources)


def counted(mine: list[Denial], theirs: list[Denial]) -> Unpaired:
    """The denials that one text has more than the other, the last ones."""
    one = [denial.start for denial in mine if denial.strong]
    two = [denial.start for denial in theirs if denial.strong]
    return Unpaired(one[len(theirs) :], two[len(mine) :])


def items(tokens: Tokens, language: str, found: list[Denial], other: Tokens) -> list[Item]:
    """All words of a text that deny, or may, in reading order; "neither" twice, for it denies two things."""
    inside = {index for denial in found for index in range(denial.start, denial.end)}
    softs = set(soft_denials(tokens, language, other)) - inside
    seconds = softs if language == "en" else {i for i in range(tokens.count) if tokens.lows[i] in SOFT_VI}
    seconds = seconds | {denial.start for denial in found if denial.strong}
    result = [
        Item(denial.start, denial.strong, False, second(tokens, denial, seconds) if denial.strong else None)
        for denial in found
    ]
    result += [Item(denial.start, False, True, None) for denial in found if tokens.lows[denial.start] == "neither"]
    return result + [Item(index, False, True, None) for index in softs]


def second(tokens: Tokens, denial: Denial, seconds: set[int]) -> int | None:
    """The word that a denial denies and that denies itself: "unlikely" of "not so unlikely", "hiếm" of "không hiếm"."""
    if tokens.lows[denial.start] in NOMINAL:
        return None
    for index in range(denial.end, min(denial.end + REACH, tokens.count)):
        low = tokens.lows[index]
        if index in seconds:
            return index
        if low not in BETWEEN and low not in MARKS and not low.endswith("ly"):
            return None
    return None


BETWEEN = word_list("between not and denied") | word_list("auxiliary")


def paired(one: list[Item], two: list[Item], count: int, other: int) -> dict[int, int]:
    """The counterparts by token, the nearest first; at least one of a pair denies outright or is an idiom."""
    ranked = []
    least = WINDOW_TOKENS / max(1, min(count, other))
    behind = max(DOUBLED, DOUBLED_TOKENS / max(1, other))
    for x, y in product(one, two):
        if x.soft and y.soft:
            continue
        distance = abs(x.place / count - y.place / other)
        if distance <= max(WINDOW if x.soft or y.soft else FAR, least):
            ranked.append((distance + behind * (y.doubles is not None), x.place, y.place, id(x), id(y)))
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, x_index, y_index, x_id, y_id in sorted(ranked):
        if x_id not in used and y_id not in used:
            used.update((x_id, y_id))
            pairs[x_index] = y_index
    return pairs
