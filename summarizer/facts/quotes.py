"""Quotations: what the source quotes, the translation must not say in its own name."""

from __future__ import annotations

import re

from summarizer.facts.base import Fact, FactMatch

MIN_WORDS = 4  # shorter quotations are titles and terms, which English may print without marks
# "..." | “...” | «...» | ‘...’: one pair of marks and what stands between, no other mark inside
QUOTATION = re.compile(r"\"([^\"“”]{8,})\"|“([^\"“”]{8,})”|«([^«»]{8,})»|‘([^‘’]{8,})’")
# any double mark, or a single one before a word; the apostrophe of "it's" is none
MARK = re.compile(r"[\"“”«»‘]|(?:^|\s)'")


def read_quotes(text: str) -> list[Fact]:
    """The quotations of a text that have MIN_WORDS words at least, marks included.

    A sentence that is nothing but a quotation is left out: where a speech goes on, English closes the marks later.
    """
    if not any(mark in text for mark in '"“«‘'):
        return []
    return [
        Fact("quote", match.group(), match.start(), match.end(), "quote")
        for match in QUOTATION.finditer(text)
        if len(match.group().split()) >= MIN_WORDS and len(match.group()) < 0.9 * len(text.strip())
    ]


def check_quotes(quotes: list[Fact], translation: str) -> list[FactMatch]:
    """The verdicts on the quotations of a source: all missing when the translation has no quotation mark at all."""
    kept = not quotes or MARK.search(translation) is not None
    results = []
    for fact in quotes:
        if kept:
            results.append(FactMatch("found", "quote", fact, None, "the translation quotes"))
        else:
            results.append(FactMatch("missing", "quote", fact, None, "the translation has no quotation marks"))
    return results
