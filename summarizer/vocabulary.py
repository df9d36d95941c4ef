"""The words that segmentation and the language check look for, read once and when first needed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources


def read_rows(file_name: str) -> Iterator[list[str]]:
    """The rows of a tab-separated file of summarizer/data, without comments and header."""
    lines = resources.files("summarizer").joinpath("data", file_name).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    next(rows)
    return rows


@cache
def read_words(role: str) -> frozenset[str]:
    """The words of one role in data/segment_words.tsv, e.g. "opener" -> {"Theo", "Sau", ...}."""
    return frozenset(row[1] for row in read_rows("segment_words.tsv") if row[0] == role)


@cache
def read_abbreviations() -> dict[str, str]:
    """Abbreviation with its final mark -> what may follow: {"TS.": "name", "Ts.": "name", "v.v.": "end", ...}."""
    rules = {row[0]: row[1] for row in read_rows("abbreviations.tsv")}
    with_one_capital = {name.capitalize(): rule for name, rule in rules.items() if name[0].isupper()}
    return with_one_capital | rules


def phrase_end(lowered: list[str], at: int, role: str) -> int:
    """Where the longest phrase of a role that starts at word `at` ends, 0 if none does."""
    phrases = read_words(role)
    return next((end for end in range(min(at + 4, len(lowered)), at, -1) if " ".join(lowered[at:end]) in phrases), 0)


def has_phrase(lowered: list[str], role: str) -> bool:
    """Whether a phrase of the role stands anywhere in the words, all in lower case."""
    return any(phrase_end(lowered, at, role) for at in range(len(lowered)))
