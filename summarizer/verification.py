"""Source sentence and its English -> verdict: the facts compared, and what is wrong with the English besides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from summarizer.article import PartialDate
from summarizer.facts import compare, find_source_facts
from summarizer.facts.base import FactMatch, FactReport
from summarizer.facts.name_matching import EnglishWords
from summarizer.facts.names_vi import families, read_names
from summarizer.facts.syllables import fold, is_vietnamese
from summarizer.facts.tokens import Tokens
from summarizer.facts.untranslated import check_untranslated
from summarizer.normalization import CAPITALS

MAX_LENGTH_RATIO = 2.2  # English words to Vietnamese syllables; human translations of news: 0.45 to 1.3, median 0.75
MIN_LENGTH_RATIO = 0.28
MIN_SYLLABLES = 8  # shorter sentences vary too much to judge by length
REPEATED_WORDS = 4  # the same run of this many words
REPEATED_TIMES = 3  # so often is a loop, not style; a list in the source may repeat itself as often
DOUBTED = frozenset({"number", "ordinal", "approximation", "negation", "name"})
CUT_OFF = "cut off by the length limit"
LABEL_SYLLABLES = 3  # "Lưu ý:", "Ghi chú:" : a label at the head of the source

# Huynh Van Minh : two or more capitalized words
NAME_RUN = re.compile(rf"[{CAPITALS}][^\W\d_]+(?: [{CAPITALS}][^\W\d_]+)+")
WORD = re.compile(r"[^\W\d_]+")
# Chinese, Japanese, Korean, Thai, Cyrillic, Arabic : a multilingual model that loses its way
FOREIGN_SCRIPT = re.compile(
    r"[\u0400-\u04ff\u0600-\u06ff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]"
)
# "Here is the translation:", "Note: ...", "Sure, here is ..." : the model speaks instead of translating
CHATTER = re.compile(
    r"^(?:(?:sure|certainly)[,!.] ?(?:here|i\b|the translation)|here (?:is|are)\b.{0,40}\btranslat)"
    r"|^(?:english|vietnamese|translation|note|output|required|sentence|bullet|headline|title|summary)\s*:"
    r"|\bas an ai\b|\btranslat(?:ed|ion) (?:of|from|into) (?:the )?(?:vietnamese|english)\b|```|<\|",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of one translated sentence."""

    report: FactReport
    defects: tuple[str, ...] = ()  # one line each: "wrong script: '明'"

    @property
    def ok(self) -> bool:
        """True when every fact is found, none was added, and the English has no defect."""
        return self.report.ok and not self.defects

    @property
    def doubts(self) -> list[FactMatch]:
        """The facts that nothing contradicts but nothing confirms either: no alarm, but worth one new try."""
        return [match for match in self.report.matches if match.weak and match.kind in DOUBTED]

    @property
    def weight(self) -> tuple[int, int]:
        """How bad it is, to rank candidates: lost facts and defects first, then doubts."""
        return len(self.report.problems) + len(self.defects), len(self.doubts)


def verify(
    source: str,
    english: str,
    *,
    cut_off: bool = False,
    date: PartialDate | None = None,
    known: Sequence[str] = (),
    unknown: Sequence[str] = (),
) -> Verdict:
    """The verdict on `english` as the translation of the Vietnamese sentence `source`.

    Args:
        cut_off: a model stopped at its length limit.
        date, known: as in `compare`.
        unknown: words of the source that the model's vocabulary cannot write.
    """
    defects = [*([CUT_OFF] if cut_off else []), *find_form_defects(source, english, known)]
    if lost := [word for word in dict.fromkeys(unknown) if word not in english]:
        defects.append(f"unknown to the model: '{' '.join(lost)}'")
    return Verdict(compare(source, english, date, known), (*defects, *find_length_defects(source, english)))


def find_defects(source: str, english: str) -> list[str]:
    """What an editor would refuse besides wrong facts and lengths, one line each."""
    left = vietnamese_left(source, english)
    return [*([f"Vietnamese left: '{' '.join(left)}'"] if left else []), *find_form_defects(source, english)]


def find_form_defects(source: str, english: str, known: Sequence[str] = ()) -> list[str]:
    """The defects that the comparison of the facts does not report; it does report words left in Vietnamese."""
    defects = []
    if foreign := next((sign for sign in FOREIGN_SCRIPT.findall(english) if sign not in source), None):
        defects.append(f"wrong script: '{foreign}'")
    defects += [f"name not in the source: '{name}'" for name in invented_names(source, english, known)]
    if (chatter := CHATTER.search(english)) and not excused(chatter.group(), source):
        defects.append(f"chatter: '{chatter.group()}'")
    words = english.lower().split()
    if not words:
        defects.append("nothing translated")
    if loop := repeated_run(words, most_repeated_pair(source)):
        defects.append(f"repeated: '{loop}'")
    return defects


def find_length_defects(source: str, english: str) -> list[str]:
    """One line when `english` is too long or too short to be a translation of `source`."""
    words, syllables = len(english.split()), len(source.split())
    if not words or syllables < MIN_SYLLABLES:
        return []
    if words > MAX_LENGTH_RATIO * syllables:
        return [f"too long: {words} words for {syllables} syllables"]
    if words < MIN_LENGTH_RATIO * syllables:
        return [f"too short: {words} words for {syllables} syllables"]
    return []


def excused(chatter: str, source: str) -> bool:
    """True when the source itself speaks so, or begins with a label: "Note:" is the English of "Lưu ý:"."""
    has_label = ":" in " ".join(source.split()[:LABEL_SYLLABLES])
    return CHATTER.search(source) is not None or (chatter.endswith(":") and has_label)


def vietnamese_left(source: str, english: str) -> list[str]:
    """Words of `english` that are Vietnamese and no name, in reading order."""
    names = read_names(source_tokens := Tokens(source))
    matches = check_untranslated(names, source_tokens, EnglishWords(Tokens(english)))
    return [match.target.text for match in matches if match.target is not None]


def invented_names(source: str, english: str, known: Sequence[str] = ()) -> list[str]:
    """Vietnamese names of the English of which no word stands in the source or in a known name: a person never there.

    Example: invented_names("Ông Vịnh nói.", "Mr. Huynh Van Minh said.") == ["Huynh Van Minh"]
    """
    writings = [source, *known, *(english for fact in find_source_facts(source) for english in fact.english)]  # TP.HCM
    own = {fold(word) for writing in writings for word in WORD.findall(writing)}
    family_names = {fold(name) for name in families()}
    names = []
    for run in NAME_RUN.finditer(english):
        for vietnamese, words in groupby(run.group().split(), is_vietnamese):
            written = list(words)
            name = [fold(word) for word in written]
            if vietnamese and len(name) > 1 and name[0] in family_names and own.isdisjoint(name):
                names.append(" ".join(written))
    return names


def repeated_run(words: list[str], source_times: int = 0) -> str | None:
    """The first run of words that a text of the model holds three times, and oftener than its source repeats itself."""
    seen: Counter[tuple[str, ...]] = Counter()
    for start in range(len(words) - REPEATED_WORDS + 1):
        run = tuple(words[start : start + REPEATED_WORDS])
        seen[run] += 1
        if seen[run] >= REPEATED_TIMES and seen[run] > source_times:
            return " ".join(run)
    return None


def most_repeated_pair(source: str) -> int:
    """How often the most frequent pair of syllables stands in `source`: 2 in "UBND tỉnh A, UBND tỉnh B"."""
    return max(Counter(pairwise(source.lower().split())).values(), default=0)
