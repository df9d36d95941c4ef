"""Brief or Translation -> Markdown, JSON or plain text. The JSON fields are described in docs/json.md."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, get_args

from summarizer.article import Segment
from summarizer.checking import problem_json
from summarizer.facts.base import Fact
from summarizer.results import Brief, KeyFact, SentenceStatus, TranslatedParagraph, Translation

SCHEMA = 1
STATUSES: tuple[SentenceStatus, ...] = get_args(SentenceStatus)
SUFFIXES = {"md": ".md", "json": ".json", "txt": ".txt"}


def render(result: Brief | Translation, output_format: str) -> str:
    """`result` as text in one of the formats of `SUFFIXES`; ends with a line break."""
    if output_format == "json":
        return json.dumps(to_json(result), ensure_ascii=False, indent=2) + "\n"
    if isinstance(result, Brief):
        return brief_markdown(result) if output_format == "md" else brief_text(result)
    return translation_markdown(result) if output_format == "md" else f"{result.text}\n"


def render_many(results: Sequence[Brief | Translation], output_format: str, *, several: bool) -> str:
    """The results of a run in one text: a JSON array if `several` inputs were given, or one result after the other."""
    if output_format == "json" and several:
        return json.dumps([to_json(result) for result in results], ensure_ascii=False, indent=2) + "\n"
    return "\n".join(render(result, output_format) for result in results)


def to_json(result: Brief | Translation) -> dict[str, Any]:
    """The documented JSON object; a translation has the same fields without title and bullets."""
    translation = result.translation if isinstance(result, Brief) else result
    head: dict[str, Any] = {"schema": SCHEMA, "name": translation.article.name}
    if isinstance(result, Brief):
        head |= {
            "title": result.title,
            "title_made": result.title_made,
            "bullets": [{"text": bullet.text, "sources": list(bullet.sources)} for bullet in result.bullets],
        }
    statuses = [sentence.status for sentence in translation.segments]
    counts: dict[str, int] = {status: statuses.count(status) for status in STATUSES}
    return head | {
        "date": str(translation.article.date) if translation.article.date else None,
        "paragraphs": [paragraph_json(paragraph) for paragraph in translation.paragraphs],
        "facts": [
            {
                "kind": fact.kind,
                "source": fact.source,
                "english": fact.english,
                "sentence": fact.sentence,
                "status": fact.status,
                "reason": fact.reason,
            }
            for fact in translation.facts
        ],
        "report": {
            "sentences": len(statuses),
            **counts,
            "sent_to_fallback": translation.sent,
            "problems": [problem_json(match) for match in translation.report.problems],
        },
        "signature": translation.signature,
    }


def paragraph_json(paragraph: TranslatedParagraph) -> dict[str, Any]:
    """One paragraph with its sentences; "english" bears the marks, as the reader is to see it."""
    return {
        "kind": paragraph.kind,
        "sentences": [
            {
                "id": sentence.segment.id,
                "source": sentence.segment.text,
                "english": sentence.marked,
                "status": sentence.status,
                "repairs": [
                    {"step": repair.step, "before": repair.before, "after": repair.after, "reason": repair.reason}
                    for repair in sentence.repairs
                ],
            }
            for sentence in paragraph.sentences
        ],
    }


def brief_markdown(brief: Brief) -> str:
    """The Markdown brief: title, date, bullets, translation, key facts, count, signature."""
    return "\n".join(
        [
            f"# {title_line(brief)}\n",
            *([f"Date: {brief.date}\n"] if brief.date else []),
            "## Summary\n",
            *(f"- {bullet.text} {source_ids(bullet.sources)}" for bullet in brief.bullets),
            "",
            translation_markdown(brief.translation),
        ]
    )


def translation_markdown(translation: Translation) -> str:
    """The translation by paragraph with sentence numbers, the key-fact table, the count and the signature."""
    return "\n".join(
        [
            "## Translation\n",
            *(f"{paragraph_line(paragraph, '**', '*')}\n" for paragraph in translation.paragraphs),
            "## Key facts\n",
            "| fact | Vietnamese | English | where | status |",
            "| --- | --- | --- | --- | --- |",
            *(fact_row(fact) for fact in translation.facts),
            "",
            f"{closing(translation)}\n",
            f"`{translation.signature}`\n",
        ]
    )


def brief_text(brief: Brief) -> str:
    """The brief as plain text, without the key-fact table."""
    return "\n".join(
        [
            title_line(brief),
            *([str(brief.date)] if brief.date else []),
            "",
            *(f"* {bullet.text} {source_ids(bullet.sources)}" for bullet in brief.bullets),
            "",
            *(f"{paragraph_line(paragraph, '', '')}\n" for paragraph in brief.paragraphs),
            closing(brief.translation),
            brief.signature,
            "",
        ]
    )


def source_facts(
    results: Sequence[tuple[str, Sequence[tuple[Segment, Fact]]]], output_format: str, *, several: bool
) -> str:
    """The facts of sources that are not translated: JSON as in `render_many`, a Markdown table, or one fact a line."""
    if output_format == "json":
        articles = [{"name": name, "facts": [fact_json(*found) for found in facts]} for name, facts in results]
        return json.dumps(articles if several else articles[0], ensure_ascii=False, indent=2) + "\n"
    lines = []
    for name, facts in results:
        if output_format == "md":
            lines += [f"# {escape(name)}\n", "| fact | Vietnamese | English | where |", "| --- | --- | --- | --- |"]
        for segment, fact in facts:
            cells = (fact.kind, fact.text, fact.english[0] if fact.english else "", f"[{segment.id}]")
            if output_format == "md":
                lines.append(f"| {' | '.join(map(escape, cells))} |")
            else:
                lines.append("\t".join((name, *(" ".join(cell.split()) for cell in cells))))
    return "\n".join([*lines, ""])


def fact_json(segment: Segment, fact: Fact) -> dict[str, Any]:
    """One fact of a source; offsets are code points of its sentence."""
    return {
        "kind": fact.kind,
        "source": fact.text,
        "english": list(fact.english),
        "sentence": segment.id,
        "start_char": fact.start_char,
        "end_char": fact.end_char,
    }


def title_line(brief: Brief) -> str:
    """The title; one that the source does not have says so."""
    return f"{brief.title} (title made from the lead)" if brief.title_made else brief.title


def paragraph_line(paragraph: TranslatedParagraph, strong: str, emphasis: str) -> str:
    """One paragraph, each sentence behind its number; headings strong, captions emphasized and named."""
    text = " ".join(f"[{sentence.segment.id}] {sentence.marked}" for sentence in paragraph.sentences)
    if paragraph.kind == "caption":
        return f"{emphasis}Caption: {text}{emphasis}"
    return f"{strong}{text}{strong}" if paragraph.kind in ("title", "heading") else text


def source_ids(sources: Sequence[int]) -> str:
    """(3) -> "[3]", (3, 7) -> "[3, 7]"."""
    return f"[{', '.join(map(str, sources))}]"


def fact_row(fact: KeyFact) -> str:
    """One row of the key-fact table."""
    cells = (fact.kind, fact.source, fact.english or "-", f"[{fact.sentence}]", fact.status)
    return "| " + " | ".join(escape(cell) for cell in cells) + " |"


def escape(cell: str) -> str:
    """A table cell: no line break, no bar, and no backslash that would free the bar behind it."""
    return " ".join(cell.split()).replace("\\", "\\\\").replace("|", "\\|")


def closing(translation: Translation) -> str:
    """ "26 of 26 sentences translated; 61 key facts: 58 verified, 2 repaired, 1 unverified."."""
    statuses = [fact.status for fact in translation.facts]
    counts = ", ".join(f"{statuses.count(status)} {status}" for status in STATUSES)
    return f"{translation.count}; {len(statuses)} key facts: {counts}."
