"""The word lists of the data folder, read once and when first needed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `facts_NAME.tsv` as tuples of cells; lines that begin with "#" are comments.

    Example: rows("numbers")[0] == ("vi", "digit", "một", "1").
    """
    text = (DATA / f"facts_{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


def forms(cell: str) -> list[str]:
    """The writings in one cell: "percent|per cent" -> ["percent", "per cent"]."""
    return [form for form in cell.split("|") if form]


@cache
def word_list(role: str) -> frozenset[str]:
    """The words of one role in `facts_words.tsv`: "ngoái" in word_list("after year")."""
    return frozenset(word for row in rows("words") if row[0] == role for word in row[1].split("|"))
