"""A translation made by anyone against its source: no model, one verdict a line, or one a sentence of a document."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.alignment import align
from summarizer.errors import InputError
from summarizer.facts import compare
from summarizer.facts.base import Fact, FactMatch, FactReport
from summarizer.glossary import load_glossary
from summarizer.normalization import normalize
from summarizer.persons import Persons
from summarizer.segmentation import segment


@dataclass(frozen=True, slots=True)
class CheckedPair:
    """Sentences that belong together, by their 1-based numbers, and the report on them; one side may be empty."""

    source: range
    target: range
    report: FactReport


def check_lines(source: Sequence[str], translation: Sequence[str]) -> Iterator[FactReport]:
    """One report for each pair of lines; an empty pair has an empty report.

    Raises:
        InputError: the two texts have different numbers of lines.
    """
    if len(source) != len(translation):
        raise InputError(
            f"the source has {len(source)} lines, the translation {len(translation)}; --lines needs one for one"
        )
    for vietnamese, english in zip(source, translation, strict=True):
        yield compare(normalize(vietnamese), normalize(english))


def check_document(source: str, translation: str) -> list[CheckedPair]:
    """The reports on the sentences of a document, in order; those left out and those added have a report of their own.

    Args:
        source: a Vietnamese text.
        translation: its English, in about the same order.
    Returns:
        Pairs whose facts have their offsets in the normalized texts.
    """
    article, english = segment("source", normalize(source)), segment("translation", normalize(translation))
    mine, theirs = article.segments, english.segments
    places = [(one.start_char, one.end_char) for one in mine]
    other_places = [(one.start_char, one.end_char) for one in theirs]
    persons = Persons(one.text for one in mine)
    pairs = []
    for bead in align([one.text for one in mine], [one.text for one in theirs], load_glossary(None)):
        start, end = span(bead.source, places)
        other_start, other_end = span(bead.target, other_places)
        text, other = article.text[start:end], english.text[other_start:other_end]
        if not other:
            matches = [FactMatch("missing", "content", whole(text), None, "the sentence is not in the translation")]
        elif not text:
            matches = [FactMatch("added", "content", None, whole(other), "the sentence is not in the source")]
        else:
            matches = list(compare(text, other, article.date, persons.known(text)).matches)
        moved = tuple(
            replace(match, source=shifted(match.source, start), target=shifted(match.target, other_start))
            for match in matches
        )
        pairs.append(CheckedPair(numbers(bead.source), numbers(bead.target), FactReport(moved)))
    return pairs


def span(indexes: range, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """From the start of the first sentence to the end of the last; (0, 0) of none."""
    return (spans[indexes[0]][0], spans[indexes[-1]][1]) if indexes else (0, 0)


def numbers(indexes: range) -> range:
    """The 1-based numbers of sentences: range(0, 2) -> range(1, 3)."""
    return range(indexes.start + 1, indexes.stop + 1)


def whole(text: str) -> Fact:
    """A whole sentence as a fact."""
    return Fact("content", text, 0, len(text), "content")


def shifted(fact: Fact | None, offset: int) -> Fact | None:
    """The fact with its place in the document."""
    return fact and replace(fact, start_char=fact.start_char + offset, end_char=fact.end_char + offset)


def line_json(number: int, report: FactReport) -> str:
    """The JSON object of one line: {"line": 1, "ok": false, "problems": [...]}."""
    problems = [problem_json(match) for match in report.problems]
    return json.dumps({"line": number, "ok": report.ok, "problems": problems}, ensure_ascii=False)


def document_json(pairs: Sequence[CheckedPair]) -> str:
    """The JSON object of a document, each problem with its sentences: {"ok": false, "problems": [...]}."""
    problems = [
        {"source_sentences": list(pair.source), "translation_sentences": list(pair.target), **problem_json(match)}
        for pair in pairs
        for match in pair.report.problems
    ]
    return json.dumps({"ok": not problems, "problems": problems}, ensure_ascii=False)


def problem_json(match: FactMatch) -> dict[str, str | None]:
    """One verdict that is not "found"."""
    return {
        "kind": match.kind,
        "status": match.status,
        "source": match.source.text if match.source else None,
        "translation": match.target.text if match.target else None,
        "reason": match.reason,
    }
