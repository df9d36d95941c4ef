"""The frozen values that travel the chain from reading to rendering: an article, its paragraphs and its sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ParagraphKind = Literal["title", "heading", "body", "caption"]


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date whose day, or day and month, may be unknown; str() gives "2024", "2024-02" or "2024-02-22"."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Segment:
    """One source sentence; article.text[start_char:end_char] == text, in code points."""

    id: int  # 1-based, in reading order
    text: str
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the article; captions are translated but never summarized."""

    kind: ParagraphKind
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One normalized and segmented source article."""

    name: str  # the path as given, "-" for standard input
    text: str  # normalized; segments and the text between them joined give it back
    date: PartialDate | None
    paragraphs: tuple[Paragraph, ...]

    @property
    def segments(self) -> list[Segment]:
        """All sentences in reading order, ids 1, 2, 3 ..."""
        return [segment for paragraph in self.paragraphs for segment in paragraph.segments]
