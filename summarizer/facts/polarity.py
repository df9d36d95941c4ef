"""Negation: what is denied must stay denied.

Two kinds of evidence. Where the word under a denial is known, it must not stand undenied in the other language.
And each word that denies outright must have a word that denies, or may, about where it stands.
"""

from __future__ import annotations

from functools import partial

from summarizer.facts.base import Fact, FactMatch
from summarizer.facts.building import make
from summarizer.facts.contraries import said_by_contrary
from summarizer.facts.denial_pairs import pairing
from summarizer.facts.denials import Denial, read_denials, soft_denials
from summarizer.facts.denied import added_denial, lost_denial
from summarizer.facts.tokens import Tokens

MANY = 16  # a text with more denials than this, or with
LONG = 1000  # more tokens than this, is compared by their number alone
NOTHING = Tokens("")
OR = frozenset(["or", "nor"])
SERIES_TOKENS = 10  # from one denial of a series to the next


def check_negation(source: Tokens, target: Tokens) -> list[FactMatch]:
    """The verdict on the negation of a sentence: lost, added, or kept."""
    mine, theirs = read_denials(source, "vi"), read_denials(target, "en")
    if not mine and not theirs:
        return []
    kept = kept_denials(source, target, mine, theirs)
    if max(len(mine), len(theirs)) > MANY or max(source.count, target.count) > LONG:
        return compare_counts(kept, source, target, mine, theirs)
    rest = pairing(source, target, mine, theirs)
    doubtful = [
        denial for denial in mine if denial.start not in rest.kept and not said_by_contrary(source, denial, target)
    ]
    lost = lost_denial(source, doubtful, target, partial(deniers, target, "en", theirs, source))
    if lost is None:
        series = denies_series(target, theirs)
        left = (denial for denial in doubtful if denial.start in rest.lost)
        lost = next((denial for denial in left if not (series and in_series(source, denial, mine))), None)
    if lost is not None:
        return with_lost(kept, source, lost)
    added = added_denial(target, theirs, source, partial(deniers, source, "vi", mine, target))
    if added is None and rest.added:
        added = next(denial for denial in theirs if denial.start == rest.added[0])
    if added is not None:
        return [*kept, added_match(target, added)]
    return kept


def denies_series(target: Tokens, theirs: list[Denial]) -> bool:
    """True where one English denial covers a series: "without crime, social evils or drugs"."""
    return any(denial.strong and not OR.isdisjoint(target.lows[denial.end : target.count]) for denial in theirs)


def in_series(source: Tokens, denial: Denial, mine: list[Denial]) -> bool:
    """True for each denial of a series: of "không có tội phạm, không có ma túy"."""
    return any(
        source.lows[later.start - 1] == ","
        and 0 < later.start - earlier.start <= SERIES_TOKENS
        and source.lows[later.start] == source.lows[earlier.start]
        for earlier in mine
        for later in mine
        if denial in (earlier, later)
    )


def compare_counts(
    kept: list[FactMatch], source: Tokens, target: Tokens, mine: list[Denial], theirs: list[Denial]
) -> list[FactMatch]:
    """The verdicts on a long text, in which no denial is told from the others: are there enough that may be theirs?"""
    one = [denial for denial in mine if denial.strong]
    two = [denial for denial in theirs if denial.strong]
    if len(one) > len(theirs) + sum(1 for _ in soft_denials(target, "en", NOTHING)):
        return with_lost(kept, source, one[-1])
    if len(two) > len(mine) + sum(1 for _ in soft_denials(source, "vi", NOTHING)):
        return [*kept, added_match(target, two[-1])]
    return kept


def added_match(target: Tokens, denial: Denial) -> FactMatch:
    """The verdict that the translation denies what the source does not."""
    extra = make(target, denial.start, denial.end, "negation", "negation", ())
    return FactMatch("added", "negation", None, extra, f'"{extra.text}" denies, the source does not')


def deniers(tokens: Tokens, language: str, found: list[Denial], other: Tokens) -> list[int]:
    """The tokens that deny, or may, whatever stands near them."""
    return [denial.start for denial in found] + list(soft_denials(tokens, language, other))


def with_lost(kept: list[FactMatch], source: Tokens, lost: Denial) -> list[FactMatch]:
    """The verdicts on the denials of the source, of which one is lost."""
    fact = denial_fact(source, lost.start)
    reason = f'"{fact.text}" denies, the translation does not'
    rest = [match for match in kept if match.source != fact]
    return [FactMatch("missing", "negation", fact, None, reason), *rest]


def kept_denials(source: Tokens, target: Tokens, mine: list[Denial], theirs: list[Denial]) -> list[FactMatch]:
    """The denials of the source as found, in order with those of the translation; weakly where these are fewer."""
    found = []
    english = [denial for denial in theirs if denial.strong]
    strong = [denial for denial in mine if denial.strong]
    series = denies_series(target, theirs)
    for rank, fact in enumerate(denial_facts(source, [denial.start for denial in strong])):
        if series and in_series(source, strong[rank], mine):
            rank = min(rank, len(english) - 1)
        if rank >= len(english):
            found.append(FactMatch("found", "negation", fact, None, "other words may deny it", weak=True))
        else:
            there = make(target, english[rank].start, english[rank].end, "negation", "negation", ())
            found.append(FactMatch("found", "negation", fact, there, "the sentence still denies"))
    return found


def denial_fact(source: Tokens, index: int) -> Fact:
    """The fact that the word at the token denies something."""
    return make(source, index, index + 1, "negation", "negation", (), english=("not",))


def denial_facts(source: Tokens, places: list[int]) -> list[Fact]:
    """The facts that the words at these tokens deny something."""
    return [denial_fact(source, index) for index in places]
