"""Source sentence and its English -> verdict: the facts compared, and what is wrong with the English besides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.article import PartialDate
from summarizer.facts import compare
from summarizer.facts.base import FactReport

MAX_LENGTH_RATIO = 2.2  # English words to Vietnamese syllables; human translations of news: 0.45 to 1.3, median 0.75
MIN_LENGTH_RATIO = 0.28
MIN_SYLLABLES = 8  # shorter sentences vary too much to judge by length
REPEATED_WORDS = 4  # the same run of this many words three times over is a loop, not style

LOANWORDS = frozenset({"café", "cliché", "fiancé", "fiancée", "façade", "naïve", "résumé"})  # English words, though written so

WORD = re.compile(r"[^\W\d_]+")
# Chinese, Japanese, Korean, Thai, Cyrillic, Arabic : a multilingual model that loses its way
FOREIGN_SCRIPT = re.compile(r"[\u0400-\u04ff\u0600-\u06ff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]")
# "Here is the translation:", "Note: ...", "Sure, ..." : the model speaks instead of translating
CHATTER = re.compile(
    r"^(?:sure\b|certainly\b|here (?:is|are)\b.{0,40}\btranslat|(?:english|vietnamese|translation|note|output)\s*:)"
    r"|\bas an ai\b|\btranslat(?:ed|ion) (?:of|from|into) (?:the )?(?:vietnamese|english)\b|```|<\|",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of one translated sentence."""

    report: FactReport
    defects: tuple[str, ...] = ()  # one line each: "Vietnamese left: 'của'"

    @property
    def ok(self) -> bool:
        """True when every fact is found, none was added, and the English has no defect."""
        return self.report.ok and not self.defects

    @property
    def weight(self) -> int:
        """How bad it is, to rank candidates: a lost fact weighs as much as a defect."""
        return len(self.report.problems) + len(self.defects)


def verify(source: str, english: str, *, cut_off: bool = False, date: PartialDate | None = None) -> Verdict:
    """The verdict on `english` as the translation of the Vietnamese sentence `source`."""
    defects = [*(["cut off by the length limit"] if cut_off else []), *find_defects(source, english)]
    return Verdict(compare(source, english, date=date), tuple(defects))


def find_defects(source: str, english: str) -> list[str]:
    """What an editor would refuse besides wrong facts, one line each."""
    defects = []
    if foreign := FOREIGN_SCRIPT.search(english):
        if foreign.group() not in source:
            defects.append(f"wrong script: '{foreign.group()}'")
    if left := vietnamese_left(source, english):
        defects.append(f"Vietnamese left: '{' '.join(left)}'")
    if chatter := CHATTER.search(english):
        if not CHATTER.search(source):
            defects.append(f"chatter: '{chatter.group()}'")
    words = english.lower().split()
    syllables = len(source.split())
    if not words:
        defects.append("nothing translated")
    elif syllables >= MIN_SYLLABLES:
        if len(words) > MAX_LENGTH_RATIO * syllables:
            defects.append(f"too long: {len(words)} words for {syllables} syllables")
        elif len(words) < MIN_LENGTH_RATIO * syllables:
            defects.append(f"too short: {len(words)} words for {syllables} syllables")
    if loop := repeated_run(words):
        defects.append(f"repeated: '{loop}'")
    return defects


def vietnamese_left(source: str, english: str) -> list[str]:
    """Words of `english` that are Vietnamese and no name: they hold Vietnamese letters and stand in lower case in both texts."""
    in_source = set(WORD.findall(source.lower()))
    return [
        word
        for word in WORD.findall(english)
        if word.islower() and not word.isascii() and word in in_source and word not in LOANWORDS
    ]


def repeated_run(words: list[str]) -> str | None:
    """The first run of words that stands three times in a text of the model, or None."""
    seen: dict[tuple[str, ...], int] = {}
    for start in range(len(words) - REPEATED_WORDS + 1):
        run = tuple(words[start : start + REPEATED_WORDS])
        seen[run] = seen.get(run, 0) + 1
        if seen[run] == 3:
            return " ".join(run)
    return None
