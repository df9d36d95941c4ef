"""Pairing the denials of two texts by where they stand: which "không" has no counterpart, and which "not" has none."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

from summarizer.facts.denials import SECOND_VI, Denial, plainly_denies, soft_denials
from summarizer.facts.denied import contrary_of, denied_english, denied_words, vietnamese_of
from summarizer.facts.nearness import WINDOW_TOKENS
from summarizer.facts.tables import word_list
from summarizer.facts.tokens import Tokens

SOFT_WINDOW = 0.15  # of a sentence: how far a word that may deny stands from what it is the counterpart of
FAR = 0.8  # of a sentence: farther from its place no "unknown" stands for a "không"
# of a sentence: by so much the "not" of "not unlikely" ranks behind "unlikely", which denies alone, and any "not"
# behind "not only" as the counterpart of "không chỉ"
BEHIND = 0.15
BEHIND_TOKENS = 3  # at least so many tokens
SAME = 0.3  # of a sentence: so much nearer are two denials of one word, "không biết" and "unaware"
YIELDS = 0.1  # of a sentence: by so much farther off a word that denies outright is still preferred to one that may
REACH = 3  # tokens after a denial in which the word that doubles it stands
LITOTES = word_list("litotes")
GOVERNED_VI = 2  # tokens after "không" whose own denial belongs to it: "không gặp khó khăn"
MARKS = frozenset("\"“”'‘’")


NOMINAL = frozenset(["no", "without", "none", "nothing", "nobody", "neither", "nor"])  # "without fail" doubles nothing


class Item(NamedTuple):
    """A word that denies, or may: what it is, the token it doubles ("not unlikely"), what it denies in Vietnamese."""

    place: int
    strong: bool
    idiom: bool
    soft: bool
    doubles: int | None
    words: frozenset[str]


class Pairing(NamedTuple):
    """By tokens: the outright denials without counterpart in the other text, and the source's with a sure one."""

    lost: list[int]
    added: list[int]
    kept: set[int]


def pairing(source: Tokens, target: Tokens, mine: list[Denial], theirs: list[Denial]) -> Pairing:
    """The denials without counterpart; the nearest words that deny, or may, are each other's counterparts.

    Example: nothing of "không biết" and "unaware"; the "not" of "không biết" and "not unaware". The counterpart of a
    denial is certain where it is a denial, too: "không biết" and "did not know".
    """
    one, two = items(source, "vi", mine, target), items(target, "en", theirs, source)
    pairs = paired(one, two, source.count, target.count)
    back = {y: x for x, y in pairs.items()}
    lost = [x.place for x in one if x.strong and x.place not in pairs and x.doubles in (None, *pairs)]
    added = [y.place for y in two if y.strong and y.place not in back and not excused(target, y, back, one)]
    certain = {(x.place, y.place) for x, y in product(one, two) if (x.strong or x.idiom) and (y.strong or y.idiom)}
    return Pairing(lost, added, {place for place, other in pairs.items() if (place, other) in certain})


def excused(target: Tokens, item: Item, back: dict[int, int], sources: list[Item]) -> bool:
    """True for the "not" of "not uncommon", which is "phổ biến", or "không hiếm" with both its words."""
    if item.doubles is None:
        return False
    partner = back.get(item.doubles)
    if partner is None:
        return target.lows[item.doubles] in LITOTES
    return any(source.place == partner and source.doubles is not None for source in sources)


def items(tokens: Tokens, language: str, found: list[Denial], other: Tokens) -> list[Item]:
    """All words of a text that deny, or may, in reading order; "neither" twice, for it denies two things."""
    reach = GOVERNED_VI if language == "vi" else 0
    inside = {index for denial in found for index in range(denial.start, denial.end + reach * denial.strong)}
    softs = sorted(set(soft_denials(tokens, language, other)) - inside)
    seconds = set(softs) if language == "en" else {i for i in range(tokens.count) if tokens.lows[i] in SECOND_VI}
    seconds.update(denial.start for denial in found if denial.strong)
    result = []
    for denial in found:
        doubles = second(tokens, denial, seconds) if denial.strong else None
        words = denied_by(tokens, denial) if language == "en" else frozenset(denied_words(tokens, denial))
        result.append(Item(denial.start, denial.strong, not denial.strong, False, doubles, words))
        if tokens.lows[denial.start] == "neither":
            result.append(Item(denial.start, False, False, True, None, words))
    return result + [
        Item(place, False, False, not plainly_denies(low, language), None, contraries(low, language))
        for place, low in ((place, tokens.lows[place]) for place in softs)
    ]


def contraries(low: str, language: str) -> frozenset[str]:
    """The Vietnamese words that an English word may deny by its form: "biết" of "unknown"."""
    return contrary_of(low) if language == "en" else frozenset()


def denied_by(target: Tokens, denial: Denial) -> frozenset[str]:
    """The Vietnamese words that an English denial may deny: "biết" of "did not know"."""
    index = denied_english(target, denial) if denial.strong else None
    return frozenset() if index is None else vietnamese_of(target.lows[index])


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


def reach_of(one: Item, two: Item) -> float:
    """How far apart, in sentences, two words may deny the same: "Không bật X thì Y" is "Y if X is not enabled"."""
    if one.soft or two.soft:
        return SOFT_WINDOW
    return 1.0 if one.strong and two.strong else FAR


def paired(one: list[Item], two: list[Item], count: int, other: int) -> dict[int, int]:
    """The counterparts by token, the nearest first; a word that may deny takes one that may, too.

    A word that only may deny leaves its counterpart to one that does and has none, unless that stands much farther off.
    """
    least = WINDOW_TOKENS / max(1, min(count, other))
    behind = max(BEHIND, BEHIND_TOKENS / max(1, other))
    distances: dict[tuple[int, int], float] = {}
    for (rank, x), (order, y) in product(enumerate(one), enumerate(two)):
        distance = abs(x.place / count - y.place / other)
        same = not x.words.isdisjoint(y.words)
        if same or distance <= max(reach_of(x, y), least):
            distance += behind * (y.doubles is not None) + behind * (x.idiom != y.idiom)
            distances[rank, order] = distance - SAME * same
    nearest = sorted(distances, key=lambda pair: (distances[pair], pair))
    pairs: dict[int, int] = {}
    back: dict[int, int] = {}
    for rank, order in nearest:
        if rank not in pairs and order not in back:
            pairs[rank], back[order] = order, rank
    for rank, order in nearest:
        if (rank in pairs) == (order in back):
            continue
        rival = (rank, pairs[rank]) if rank in pairs else (back[order], order)
        comer, loser = (two[order], two[rival[1]]) if rank in pairs else (one[rank], one[rival[0]])
        if comer.strong and not loser.strong and distances[rank, order] - distances[rival] < YIELDS:
            del pairs[rival[0]], back[rival[1]]
            pairs[rank], back[order] = order, rank
    return {one[rank].place: two[order].place for rank, order in pairs.items()}
