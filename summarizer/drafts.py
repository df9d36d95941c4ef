"""What a model made of a sentence, and the finish that every draft gets: one line, whole figures, names as they are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from summarizer.article import PartialDate
from summarizer.facts import Fact
from summarizer.facts.syllables import fold
from summarizer.results import RepairStep

WORD = re.compile(r"[^\W\d_]+")
GROUPED = re.compile(r"\d+(?:[.,]\d+)+")  # 6,725 and 8.5, which a model may write "6, 725" and "8. 5"


@dataclass(frozen=True, slots=True)
class Draft:
    """What the model made of one sentence."""

    english: str
    cut_off: bool = False
    unknown: tuple[str, ...] = ()  # words of the source that the model's vocabulary cannot write


# a further draft, given the English of what the last one lost; None where there is nothing to try
Try = tuple[RepairStep, Callable[[Sequence[str]], Draft | None]]


class Translating(Protocol):
    """What makes drafts of sentences; it knows nothing of what is checked afterwards."""

    def expect(self, sources: Sequence[str]) -> None:
        """Learn which sentences will come, so that they may be translated together."""
        ...

    def translate(self, source: str, date: PartialDate | None = None) -> Draft:
        """The first draft of a sentence."""
        ...

    def alternatives(self, source: str) -> list[Draft]:
        """Further drafts that have been made with the first one and cost nothing, the likeliest first."""
        ...

    def tries(self, source: str, seed: int, date: PartialDate | None = None) -> list[Try]:
        """Further drafts that cost time, in the order in which to try them."""
        ...

    def disagrees(self, source: str) -> bool:
        """True when most alternatives state other facts than the first draft."""
        ...

    def remember(self, source: str, english: str, date: PartialDate | None = None) -> None:
        """Learn what a sentence has become in the end."""
        ...


def finish(english: str, source: str, facts: Sequence[Fact]) -> str:
    """The model's text as a draft of `source`, whose facts are given."""
    return begin_alike(spell_names(close_figures(tidy(english), facts), facts), source)


def tidy(text: str) -> str:
    """The model's text in NFC (offsets of facts count on it), on one line, with plain quotation marks."""
    return " ".join(unicodedata.normalize("NFC", text).replace("“", '"').replace("”", '"').split())


def begin_alike(english: str, source: str) -> str:
    """`english` with a capital at its first letter where the source has one: a term written in has none."""
    first = WORD.search(english)
    begin = WORD.search(source)
    if first is None or begin is None or not begin.group()[0].isupper() or re.search(r"\d", english[: first.start()]):
        return english
    return english[: first.start()] + first.group()[0].upper() + english[first.start() + 1 :]


def close_figures(english: str, facts: Iterable[Fact]) -> str:
    """`english` with the figures of the source in one piece: "6, 725" becomes "6,725" where that is a fact."""
    for figure in {figure for fact in facts for writing in fact.english[:1] for figure in GROUPED.findall(writing)}:
        english = english.replace(figure.replace(",", ", ").replace(".", ". "), figure)
    return english


def spell_names(english: str, facts: Iterable[Fact]) -> str:
    """`english` with every person's name as the source writes it: "Tổ Lam" and "To Lam" become "Tô Lâm"."""
    for name in {fact.text for fact in facts if fact.kind == "person" and " " in fact.text}:
        plain = [fold(word) for word in name.split()]
        words = list(WORD.finditer(english))
        for first in range(len(words) - len(plain), -1, -1):  # from the end, so that spans stay true
            run = words[first : first + len(plain)]
            written = [word.group() for word in run]
            if " ".join(written) != english[run[0].start() : run[-1].end()]:  # a comma between them: two names
                continue
            if [fold(word) for word in written] == plain and all(word[0].isupper() for word in written):
                english = english[: run[0].start()] + name + english[run[-1].end() :]
    return english
