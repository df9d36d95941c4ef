"""A translation made by anyone against its source: no model, one verdict a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from summarizer.errors import InputError
from summarizer.facts import compare
from summarizer.facts.base import FactMatch, FactReport
from summarizer.normalization import normalize


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


def line_json(number: int, report: FactReport) -> str:
    """The JSON object of one line: {"line": 1, "ok": false, "problems": [...]}."""
    problems = [problem_json(match) for match in report.problems]
    return json.dumps({"line": number, "ok": report.ok, "problems": problems}, ensure_ascii=False)


def problem_json(match: FactMatch) -> dict[str, str | None]:
    """One verdict that is not "found"."""
    return {
        "kind": match.kind,
        "status": match.status,
        "source": match.source.text if match.source else None,
        "translation": match.target.text if match.target else None,
        "reason": match.reason,
    }
