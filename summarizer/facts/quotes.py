"""Quotations: what the source quotes, the translation must not say in its own name."""

from __future__ import annotations

import re

from summarizer.facts.base import Fact, FactMatch
from summarizer.facts.tables import word_list
from summarizer.facts.tokens import Tokens

MIN_WORDS = 4  # shorter quotations are titles and terms, which English may print without marks
# "..." | “...” | «...» | ‘...’: one pair of marks and what stands between, no other mark inside
QUOTATION = re.compile(r"\"([^\"“”]{8,})\"|“([^\"“”]{8,})”|«([^«»]{8,})»|‘([^‘’]{8,})’")
SENTENCE_ENDS = ".,!?…"
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


def check_quotes(quotes: list[Fact], source: Tokens, target: Tokens) -> list[FactMatch]:
    """The verdicts on the quotations of a source: all missing when the translation has no quotation mark at all.

    Reported speech says as well who speaks, and a name or a term needs no marks: only a sentence that the
    translation states in its own name is missed.
    """
    if not quotes or MARK.search(target.text):
        return [FactMatch("found", "quote", fact, None, "the translation quotes") for fact in quotes]
    reported = not word_list("attribution").isdisjoint(target.lows)
    results = []
    for fact in quotes:
        if reported or not is_speech(fact, source.text):
            results.append(FactMatch("found", "quote", fact, None, "said without quotation marks", weak=True))
        else:
            results.append(FactMatch("missing", "quote", fact, None, "the translation has no quotation marks"))
    return results


def is_speech(quote: Fact, text: str) -> bool:
    """True for a whole sentence, which ends in a mark or follows a colon: not the term "Anh hùng Liên Xô"."""
    return quote.text[-2] in SENTENCE_ENDS or text[: quote.start_char].rstrip().endswith(":")
