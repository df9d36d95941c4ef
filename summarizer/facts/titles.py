"""Offices and ranks: a minister must not become a deputy minister, nor a colonel a lieutenant colonel.

Speaks up only where the right title is nowhere in the translation and another one of its group is.
"""

from __future__ import annotations

from functools import cache

from summarizer.facts.base import Fact, FactMatch
from summarizer.facts.building import make
from summarizer.facts.phrases import PhraseTable
from summarizer.facts.tables import forms, rows
from summarizer.facts.tokens import Tokens

Title = tuple[str, str]  # its group and its Vietnamese name
Entry = tuple[tuple[Title, ...], int, int]  # what an English title may mean, its first token, the index after it
Groups = dict[str, list[Entry]]

# groups of which one must not become another: a prime minister is no president
OFFICES = ("minister", "president", "chair", "secretary")
# English titles that mean one office only, wherever they stand
SUPREME = frozenset(["prime minister", "deputy prime minister", "president", "vice president", "deputy minister"])
BESIDE = "beside"  # offices that are not checked, but explain an English title


@cache
def vietnamese_titles() -> PhraseTable[Title]:
    """Titles by their Vietnamese names."""
    return PhraseTable((form, (row[0], row[1])) for row in rows("titles") for form in forms(row[1]))


@cache
def english_titles() -> PhraseTable[tuple[Title, ...]]:
    """English titles, each with all Vietnamese ones it may stand for: "Vice President" for two."""
    table: dict[str, list[Title]] = {}
    for group, vietnamese, english in rows("titles"):
        for form in forms(english):
            table.setdefault(form.lower(), []).append((group, vietnamese))
    return PhraseTable((form, tuple(titles)) for form, titles in table.items())


@cache
def writings() -> dict[Title, tuple[str, ...]]:
    """The English writings of a title, best first."""
    return {(row[0], row[1]): tuple(forms(row[2])) for row in rows("titles")}


def read_titles(tokens: Tokens) -> list[tuple[Title, int, int]]:
    """The titles of a Vietnamese text: the title, its first token and the index after it; BESIDE ones too."""
    table = vietnamese_titles()
    first, lows = table.by_first, tokens.lows
    found = []
    index = 0
    while index < tokens.count:
        if lows[index] in first and (match := table.match(lows, index)) is not None:
            if not (index and lows[index - 1] == "ban"):  # "Ban Bí thư" is the Secretariat, no secretary
                found.append((match[0], index, match[1]))
            index = match[1]
        else:
            index += 1
    return found


def english_groups(tokens: Tokens) -> Groups:
    """The titles of an English text by group."""
    table = english_titles()
    first, lows = table.by_first, tokens.lows
    found: Groups = {}
    index = 0
    while index < tokens.count:
        if lows[index] in first and (match := table.match(lows, index)) is not None:
            for group in dict.fromkeys(group for group, _ in match[0]):
                found.setdefault(group, []).append((match[0], index, match[1]))
            index = match[1]
        else:
            index += 1
    return found


def check_titles(source: Tokens, target: Tokens) -> list[FactMatch]:
    """The verdicts on the titles of a sentence; those that are translated in another way count as kept."""
    titles = read_titles(source)
    if not titles:
        return []
    english = english_groups(target)
    wanted = {title for title, _, _ in titles}
    results = []
    for title, start, end in titles:
        if title[0] == BESIDE:
            continue
        here = english.get(title[0], [])
        fact = title_fact(source, title, start, end)
        same = next((entry for entry in here if title in entry[0]), None)
        if same is not None:
            there = make(target, same[1], same[2], "person", title[1], ())
            results.append(FactMatch("found", "person", fact, there, "same office"))
            continue
        strange = [entry for entry in (*here, *other_offices(title[0], english, target)) if wanted.isdisjoint(entry[0])]
        if strange:
            wrong = make(target, strange[0][1], strange[0][2], "person", title[0], ())
            results.append(FactMatch("changed", "person", fact, wrong, f'"{fact.text}" became "{wrong.text}"'))
        else:
            results.append(FactMatch("found", "person", fact, None, "no other office in its place", weak=True))
    return results


def other_offices(group: str, english: Groups, target: Tokens) -> list[Entry]:
    """The heads of state and of government in an English text, which no office of another group may become."""
    if group not in OFFICES:
        return []
    return [
        entry
        for other in OFFICES
        if other != group
        for entry in english.get(other, [])
        if target.slice(entry[1], entry[2]).lower() in SUPREME
    ]


def title_fact(tokens: Tokens, title: Title, start: int, end: int) -> Fact:
    """The fact of an office or a rank."""
    return make(tokens, start, end, "person", title[1], (), english=writings()[title])
