"""What a run yields: translated sentences, bullets, a brief. All frozen; rendering only reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from summarizer.article import Article, ParagraphKind, PartialDate, Segment
from summarizer.facts.base import FactKind, FactMatch, FactReport
from summarizer.facts.syllables import fold
from summarizer.verification import Verdict

SentenceStatus = Literal["verified", "repaired", "unverified"]
RepairStep = Literal["candidate", "retry", "pieces", "patch", "fallback"]


@dataclass(frozen=True, slots=True)
class Repair:
    """One change that was made to a draft because its check failed."""

    step: RepairStep
    before: str
    after: str
    reason: str  # what was wrong before, one line


@dataclass(frozen=True, slots=True)
class TranslatedSentence:
    """One source sentence with its English, the verdict on it, and every repair that led there."""

    segment: Segment
    english: str
    verdict: Verdict
    repairs: tuple[Repair, ...] = ()

    @property
    def status(self) -> SentenceStatus:
        """ "verified": right at the first try; "repaired": right now; "unverified": something is left, and marked."""
        if not self.verdict.ok:
            return "unverified"
        return "repaired" if self.repairs else "verified"

    @property
    def marked(self) -> str:
        """The English with [? ...] at every fact that could not be verified, so that no reader takes it on trust."""
        english = self.english
        tail = [f"[? {defect}]" for defect in self.verdict.defects]
        inside: list[tuple[int, str]] = []
        for match in self.verdict.report.problems:
            mark = f"[? {problem_text(match)}]"
            if match.target is None:
                tail.append(mark)
            else:
                inside.append((match.target.end_char, mark))
        for end_char, mark in sorted(inside, reverse=True):
            english = f"{english[:end_char]} {mark}{english[end_char:]}"
        return " ".join(filter(None, [english, *tail]))


@dataclass(frozen=True, slots=True)
class TranslatedParagraph:
    """One paragraph, sentence by sentence."""

    kind: ParagraphKind
    sentences: tuple[TranslatedSentence, ...]


@dataclass(frozen=True, slots=True)
class KeyFact:
    """One row of the key-fact table."""

    kind: FactKind
    source: str  # as the Vietnamese writes it
    english: str  # as the translation writes it; "" when it is missing there
    sentence: int  # id of the source sentence
    status: SentenceStatus
    reason: str


@dataclass(frozen=True)
class Translation:
    """An article in English; str() gives the text, paragraph by paragraph."""

    article: Article
    paragraphs: tuple[TranslatedParagraph, ...]
    signature: str
    sent: int | None = None  # sentences that went to the fallback model, None without one

    @property
    def segments(self) -> list[TranslatedSentence]:
        """All sentences in reading order."""
        return [sentence for paragraph in self.paragraphs for sentence in paragraph.sentences]

    @property
    def report(self) -> FactReport:
        """The verdicts of all sentences in one report."""
        return FactReport(tuple(match for sentence in self.segments for match in sentence.verdict.report.matches))

    @property
    def ok(self) -> bool:
        """True when every sentence is verified or repaired."""
        return all(sentence.verdict.ok for sentence in self.segments)

    @property
    def text(self) -> str:
        """The English with its marks; paragraphs are separated by one empty line."""
        return "\n\n".join(
            " ".join(sentence.marked for sentence in paragraph.sentences) for paragraph in self.paragraphs
        )

    @property
    def count(self) -> str:
        """ "62 of 62 sentences translated"."""
        done = sum(bool(sentence.english) for sentence in self.segments)
        sent = "" if self.sent is None else f", {self.sent} sent to the fallback model"
        return f"{done} of {len(self.segments)} sentences translated{sent}"

    @property
    def facts(self) -> list[KeyFact]:
        """Every key fact of the source in reading order, then nothing: what was added is in the report and marked."""
        return [fact for sentence in self.segments for fact in key_facts(sentence)]

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Bullet:
    """One line of the summary and the ids of the source sentences that it rests on."""

    text: str
    sources: tuple[int, ...]


@dataclass(frozen=True)
class Brief:
    """The main result: title, bullets, the translation, and the proof."""

    title: str
    title_made: bool  # True when the source has no title and this one was made from its lead
    bullets: tuple[Bullet, ...]
    translation: Translation

    @property
    def name(self) -> str:
        """The article's path as given, "-" for standard input."""
        return self.translation.article.name

    @property
    def date(self) -> PartialDate | None:
        """The article's own date line, if it has one."""
        return self.translation.article.date

    @property
    def paragraphs(self) -> tuple[TranslatedParagraph, ...]:
        """The translation by paragraph."""
        return self.translation.paragraphs

    @property
    def facts(self) -> list[KeyFact]:
        """The key-fact table."""
        return self.translation.facts

    @property
    def report(self) -> FactReport:
        """The verdicts of all sentences in one report."""
        return self.translation.report

    @property
    def signature(self) -> str:
        """Everything that made this result: version, engine, prompts, glossary, seed."""
        return self.translation.signature

    @property
    def ok(self) -> bool:
        """True when every sentence is verified or repaired."""
        return self.translation.ok


def key_facts(sentence: TranslatedSentence) -> Iterator[KeyFact]:
    """The source facts of one sentence as rows of the table, in reading order."""
    mended = {problem for repair in sentence.repairs for problem in repair.reason.split("; ")}
    placed = [(match.source, match) for match in sentence.verdict.report.matches if match.source]
    for source, match in sorted(placed, key=lambda one: one[0].start_char):
        status: SentenceStatus = "verified"
        if match.status != "found" or match.weak:
            status = "unverified"  # a fact that is merely not contradicted is no found fact
        elif not mended.isdisjoint({f"{source.text} changed", f"{source.text} missing"}):
            status = "repaired"
        english = target_text(match, sentence.english)
        yield KeyFact(match.kind, source.text, english, sentence.segment.id, status, match.reason)


def problem_text(match: FactMatch) -> str:
    """What a mark says: the Vietnamese of a lost fact, or what is wrong."""
    if match.kind == "content":
        return "incomplete"
    return " ".join(match.source.text.split()) if match.source else "not in the source"


def target_text(match: FactMatch, english: str) -> str:
    """How the translation writes the fact, or "" where it does not, or where only the whole sentence says it."""
    if match.target:
        return match.target.text
    if match.source and match.status == "found":
        folded = fold(english)
        for writing in (*match.source.english, match.source.text):
            place = re.search(rf"(?<!\w){re.escape(fold(writing))}(?!\w)", folded)
            if place and len(folded) == len(english):  # so that the places are the same
                return english[place.start() : place.end()]
    return ""
