"""How near a figure is: "gần", "hơn", "khoảng" must not turn around on the way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from summarizer.facts.base import Fact, FactMatch
from summarizer.facts.tables import forms, rows

REACH = 26  # code points before the figure in which the word may stand
FIGURES = frozenset(["number", "percent", "money", "quantity", "range"])
# what may stand between the word and the figure: "more than $5", "hơn 5"
BETWEEN = "$€£¥ "
CONTRADICTIONS = frozenset(
    [
        ("near", "over"),
        ("over", "near"),
        ("near", "least"),
        ("least", "near"),
        ("under", "over"),
        ("over", "under"),
        ("under", "least"),
        ("least", "under"),
        ("over", "most"),
        ("most", "over"),
        ("least", "most"),
        ("most", "least"),
    ]
)


@cache
def _senses(language: str) -> dict[str, str]:
    return {form: row[1] for row in rows("approximations") if row[0] == language for form in forms(row[2])}


def phrases(language: str) -> frozenset[str]:
    """All words that say how near a figure is: "gần", "more than"."""
    return frozenset(_senses(language))


def sense_before(text: str, fact: Fact, language: str) -> tuple[str, int] | None:
    """The sense of the word before a figure and its first code point: "gần 183.000" -> ("near", ...), or None."""
    end = fact.start_char
    start = max(0, end - REACH)
    window = text[start:end].lower()
    trimmed = window.rstrip(BETWEEN)
    table = _senses(language)
    words = trimmed.split(" ")
    for size in (3, 2, 1):
        phrase = " ".join(words[-size:])
        if phrase in table:
            return table[phrase], start + len(trimmed) - len(phrase)
    return None


# "12 ca trên 100.000 dân": 12 cases per 100,000 people
PER = re.compile(r"\d [^\W\d_]+(?: [^\W\d_]+)? trên $", re.IGNORECASE)
ROUND = frozenset(10**zeros for zeros in range(2, 7))


def is_rate(text: str, fact: Fact) -> bool:
    """True when the "trên" before a round figure is "per": "12 người trên một vạn dân"."""
    return fact.value in ROUND and PER.search(text, 0, fact.start_char) is not None


def approximation_fact(text: str, fact: Fact, language: str) -> Fact | None:
    """The fact that a figure is approximate, as a fact of its own."""
    found = sense_before(text, fact, language)
    if found is None or (language == "vi" and is_rate(text, fact)):
        return None
    sense, start = found
    word = text[start : fact.start_char].rstrip(BETWEEN)
    english = ENGLISH[sense] if language == "vi" else ()
    return Fact("approximation", word, start, start + len(word), sense, english=english)


ENGLISH = {
    "about": ("about", "around", "approximately"),
    "near": ("nearly", "almost"),
    "under": ("less than", "under", "below"),
    "over": ("more than", "over"),
    "least": ("at least",),
    "most": ("at most", "up to"),
}


def source_approximations(text: str, facts: Sequence[Fact]) -> list[Fact]:
    """The approximations that stand before the figures of a Vietnamese text."""
    found = (approximation_fact(text, fact, "vi") for fact in facts if fact.kind in FIGURES and fact.firm)
    return [fact for fact in found if fact is not None]


def check_approximations(source: str, target: str, matches: Sequence[FactMatch]) -> list[FactMatch]:
    """The verdicts on the approximations of figures: kept, turned around, or missing with their figure."""
    results = []
    for match in matches:
        if match.source is None or match.source.kind not in FIGURES or not match.source.firm:
            continue
        mine = approximation_fact(source, match.source, "vi")
        if mine is None:
            continue
        if match.target is None and match.status == "found":
            results.append(FactMatch("found", "approximation", mine, None, "its figure is not said", weak=True))
            continue
        if match.target is None:
            results.append(
                FactMatch("missing", "approximation", mine, None, f'"{match.source.text}" is missing with it')
            )
            continue
        theirs = approximation_fact(target, match.target, "en")
        if theirs is not None and (mine.value, theirs.value) in CONTRADICTIONS:
            reason = f'"{mine.text} {match.source.text}" became "{theirs.text} {match.target.text}"'
            results.append(FactMatch("changed", "approximation", mine, theirs, reason))
        elif theirs is None:
            results.append(
                FactMatch("found", "approximation", mine, None, "not said, and nothing contradicts it", weak=True)
            )
        else:
            results.append(FactMatch("found", "approximation", mine, theirs, "nothing contradicts it"))
    return results
