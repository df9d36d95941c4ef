"""Negation: what is denied must stay denied.

Two kinds of evidence. Where the word under a denial is known, it must not stand undenied in the other language.
Where it is not, the whole sentence must leave no other reading: a strong word on one side, and not even a weak one on
the other.
"""

from __future__ import annotations

from functools import partial

from summarizer.facts.base import Fact, FactMatch
from summarizer.facts.building import make
from summarizer.facts.denials import Denial, read_denials, soft_denials, soft_near
from summarizer.facts.denied import added_denial, asserted, lost_denial
from summarizer.facts.nearness import WINDOW_TOKENS
from summarizer.facts.tokens import Tokens

MANY = 8  # a text with more denials than this is compared by their number alone
FAR = 0.4  # of a sentence: farther from its place no "not" stands for a "không"


def check_negation(source: Tokens, target: Tokens) -> list[FactMatch]:
    """The verdict on the negation of a sentence: lost, added, or kept."""
    all_mine, all_theirs = read_denials(source, "vi"), read_denials(target, "en")
    if not all_mine and not all_theirs:
        return []
    mine = [denial.start for denial in all_mine if denial.strong]
    theirs = [denial.start for denial in all_theirs if denial.strong]
    kept = kept_denials(source, target, mine, theirs)
    lost = lost_denial(source, all_mine, target, partial(deniers, target, "en", all_theirs, source))
    if lost is None and is_lost(source, target, all_mine, all_theirs):
        lost = next(denial for denial in all_mine if denial.strong)
    if lost is not None:
        return with_lost(kept, source, lost)
    added = added_denial(target, all_theirs, source, partial(deniers, source, "vi", all_mine, target))
    if added is None and theirs and surplus(source, target, all_mine, all_theirs) > 0:
        added = next(denial for denial in all_theirs if denial.strong)
    if added is not None:
        extra = make(target, added.start, added.end, "negation", "negation", ())
        return [*kept, FactMatch("added", "negation", None, extra, f'"{extra.text}" denies, the source does not')]
    return kept


def deniers(tokens: Tokens, language: str, found: list[Denial], other: Tokens) -> list[int]:
    """The tokens that deny, or may, whatever stands near them."""
    return [denial.start for denial in found] + list(soft_denials(tokens, language, other))


def with_lost(kept: list[FactMatch], source: Tokens, lost: Denial) -> list[FactMatch]:
    """The verdicts on the denials of the source, of which one is lost."""
    fact = denial_fact(source, lost.start)
    reason = f'"{fact.text}" denies, the translation does not'
    rest = [match for match in kept if match.source != fact]
    return [FactMatch("missing", "negation", fact, None, reason), *rest]


def kept_denials(source: Tokens, target: Tokens, mine: list[int], theirs: list[int]) -> list[FactMatch]:
    """The denials of the source as found, in order with those of the translation; weakly where these are fewer."""
    found = []
    for rank, fact in enumerate(denial_facts(source, mine)):
        there = theirs[rank] if rank < len(theirs) else None
        if there is None:
            found.append(FactMatch("found", "negation", fact, None, "other words may deny it", weak=True))
        else:
            english = make(target, there, there + 1, "negation", "negation", ())
            found.append(FactMatch("found", "negation", fact, english, "the sentence still denies"))
    return found


def is_lost(source: Tokens, target: Tokens, mine: list[Denial], theirs: list[Denial]) -> bool:
    """True when the translation denies less often, has no word that may stand for it, and could say the opposite."""
    strong = [denial for denial in mine if denial.strong]
    lost = len(strong) - sum(denial.strong for denial in theirs)
    return (
        lost > 0
        and soft_near(target, "en", source, [denial.start for denial in strong]) + exempt(target, theirs) < lost
        and sum(asserted(source, denial, target) is not False for denial in strong) >= lost
    )


def surplus(source: Tokens, target: Tokens, mine: list[Denial], theirs: list[Denial]) -> int:
    """How many denials of the translation nothing in the source accounts for."""
    strong = [denial.start for denial in mine if denial.strong]
    places = [denial.start for denial in theirs if denial.strong]
    free, soft = exempt(source, mine), soft_near(source, "vi", target, places)
    count = len(places) - len(strong) - soft
    if not strong:
        return count - max(0, free - soft_near(target, "en", source, strong))
    return count - free if count > free or free or soft else misplaced(source, target, strong, places)


def distance(expected: float, place: int) -> float:
    """How many tokens lie between a place and where it is expected."""
    return abs(place - expected)


def misplaced(source: Tokens, target: Tokens, mine: list[int], theirs: list[int]) -> int:
    """How many denials of the translation stand far from every denial of the source that is still to be matched."""
    if len(theirs) > MANY:
        return 0
    left = list(mine)
    found = 0
    for there in theirs:
        expected = there * source.count / target.count
        nearest = min(left, key=partial(distance, expected), default=None)
        if nearest is not None and distance(expected, nearest) <= max(FAR * source.count, WINDOW_TOKENS):
            left.remove(nearest)
        else:
            found += 1
    return found


def denial_fact(source: Tokens, index: int) -> Fact:
    """The fact that the word at the token denies something."""
    return make(source, index, index + 1, "negation", "negation", (), english=("not",))


def denial_facts(source: Tokens, places: list[int]) -> list[Fact]:
    """The facts that the words at these tokens deny something."""
    return [denial_fact(source, index) for index in places]


def exempt(tokens: Tokens, found: list[Denial]) -> int:
    """How many phrases like "không rõ" and "no doubt" the text has, which the other language may deny and need not."""
    return sum(not denial.strong for denial in found) + tokens.lows.count("neither")  # "neither" denies two things
