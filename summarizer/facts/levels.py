"""A level or a step: "giảm còn 5%" is "to 5%", "giảm 5%" is "by 5%", and neither may become the other.

Speaks up only where both languages say it outright: a verb of movement right before the figure, in English with
"to" or "by" between.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from summarizer.facts.approximations import phrases
from summarizer.facts.base import Fact, FactMatch
from summarizer.facts.directions import strict_words
from summarizer.facts.tables import word_list
from summarizer.facts.tokens import Tokens

Level = Literal["to", "by"]

FIGURES = frozenset(["number", "percent", "money", "quantity", "range"])
TO_VI = word_list("to vi")
LINKS = TO_VI | word_list("to or by vi")
MANNERS = word_list("manner")  # words between a verb and its figure: tăng mạnh lên 5%
MANNER_REACH = 2  # so many of them at most
VERB_REACH = 5  # tokens before "to" or "by" in which the English verb stands


def check_levels(source: Tokens, target: Tokens, matches: Sequence[FactMatch]) -> list[FactMatch]:
    """The figures that were found but turned from a level into a step, or from a step into a level."""
    results = []
    for match in matches:
        if match.status != "found" or match.source is None or match.target is None or match.kind not in FIGURES:
            continue
        theirs = level_en(target, match.target)
        if theirs is None:
            continue
        mine = level_vi(source, match.source)
        if mine is None or mine[0] == theirs[0]:
            continue
        fact = stretched(source, match.source, mine[1], (f"{mine[0]} {match.source.english[0]}",))
        wrong = stretched(target, match.target, theirs[1], ())
        results.append(FactMatch("changed", "direction", fact, wrong, f'"{fact.text}" became "{wrong.text}"'))
    return results


def stretched(tokens: Tokens, fact: Fact, first: int, english: tuple[str, ...]) -> Fact:
    """The fact of a movement, from token `first` to the end of the figure."""
    start = tokens.starts[first]
    text = tokens.text[start : fact.end_char]
    return Fact("direction", text, start, fact.end_char, "level", english=english)


def before(tokens: Tokens, fact: Fact, language: str) -> int:
    """The last token before a figure and before the words that say how near it is; -1 when there is none."""
    index = tokens.find(fact.start_char) - 1
    table = phrases(language)
    moved = True
    while moved and index >= 0:
        moved = False
        if tokens.lows[index] in "$€£¥":
            index, moved = index - 1, True
        for size in (3, 2, 1):
            start = index - size + 1
            if start >= 0 and " ".join(tokens.lows[start : index + 1]) in table:
                index, moved = start - 1, True
                break
    return index


def level_vi(tokens: Tokens, fact: Fact) -> tuple[Level, int] | None:
    """What a Vietnamese verb right before a figure says, and its token: "giảm còn" -> "to", "giảm" -> "by"."""
    index = before(tokens, fact, "vi")
    links: list[str] = []
    while index >= 0 and tokens.lows[index] in LINKS and len(links) < 3:
        links.append(tokens.lows[index])
        index -= 1
    level: Level = "to" if any(link in TO_VI for link in links) else "by"
    if links and level == "by":
        return None  # "giảm đến 80%" is either
    for _ in range(MANNER_REACH):
        if index >= 0 and tokens.lows[index] in MANNERS:
            index -= 1
    return (level, index) if index >= 0 and tokens.lows[index] in strict_words("vi") else None


def level_en(tokens: Tokens, fact: Fact) -> tuple[Level, int] | None:
    """What "to" or "by" right before an English figure says, and its token; None without a verb of movement."""
    index = before(tokens, fact, "en")
    if index < 1 or tokens.lows[index] not in ("to", "by"):
        return None
    level: Level = "to" if tokens.lows[index] == "to" else "by"
    verbs = tokens.lows[max(0, index - VERB_REACH) : index]
    if "from" in verbs or "between" in verbs or not any(verb in strict_words("en") for verb in verbs):
        return None
    return level, index
