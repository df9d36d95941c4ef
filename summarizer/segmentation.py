"""Normalized text -> Article: its date, its paragraphs with their kinds, its sentences.

Lossless: the segments and what lies between them, in order, are the text again. Only whitespace, layout marks (bullets,
Markdown signs, rules) and the date line lie between.
"""

from __future__ import annotations

from summarizer.article import Article, Paragraph, Segment
from summarizer.datelines import find_date_line
from summarizer.kinds import classify
from summarizer.paragraphs import read_blocks
from summarizer.sentences import split_sentences

MARKDOWN_SUFFIXES = (".md", ".markdown")


def segment(name: str, text: str) -> Article:
    """The article in `text`: its date, paragraphs and sentences; the offsets of the segments are those of `text`.

    Args:
        name: the path as given; .md allows quote marks (>) before a line.
        text: normalized text.

    Example: [s.text for s in segment("-", "date 2024-02 Một câu. Hai câu.").segments] == ["Một câu.", "Hai câu."]
    """
    date, date_start, date_end = find_date_line(text)
    blocks = read_blocks(text, date_start, date_end, is_markdown=name.lower().endswith(MARKDOWN_SUFFIXES))
    spans = [split_sentences(text[block.start : block.end]) for block in blocks]
    kinds = classify(text, blocks, [len(block_spans) for block_spans in spans])
    paragraphs: list[Paragraph] = []
    next_id = 1
    for block, kind, block_spans in zip(blocks, kinds, spans, strict=True):
        segments = []
        for start, end in block_spans:
            start_char, end_char = block.start + start, block.start + end
            segments.append(Segment(next_id, text[start_char:end_char], start_char, end_char))
            next_id += 1
        paragraphs.append(Paragraph(kind, tuple(segments)))
    return Article(name, text, date, tuple(paragraphs))
