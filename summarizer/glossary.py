"""Vietnamese terms with the one English form that the translation is to use; the longest match wins.

Where two matches overlap, maximum matching over the whole sentence decides (Chen & Liu 1992, "Word identification for
Mandarin Chinese sentences"): the cover with the fewest words left over and the fewest terms.
"""

from __future__ import annotations

import csv
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from summarizer.errors import GlossaryError

# PGS.TS, GD&ĐT, TP.HCM, Hà Nội : a word is letters and digits; what stands between two words belongs to the term
WORD = re.compile(r"[^\W_]+")

# Two spellings of one syllable, both in print: compared as one, never changed in a text.
# hòa | tỏa | khỏe | THỦY : the old place of the tone mark where a syllable ends in oa, oe or uy; the new one: hoà, THUỶ
OLD_TONE = re.compile(r"(?:[òóỏõọ][ae]|[ùúủũụ]y)(?![^\W_])", re.IGNORECASE)
# kỳ | lý | sỹ | quý : y as the only vowel after h, k, l, m, s, t or qu alone is also written i; not thúy, tây, y
FREE_Y = re.compile(r"(?<![^\W_])(?:[hklmst]|qu)[yỳýỷỹỵ](?![^\W_])", re.IGNORECASE)
I_FOR_Y = str.maketrans("yỳýỷỹỵYỲÝỶỸỴ", "iìíỉĩịIÌÍỈĨỊ")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a glossary file."""

    source: str
    target: str
    field: str = ""
    origin: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """An entry found in a text, with its span in code points, half open."""

    entry: Entry
    start_char: int
    end_char: int


class Glossary:
    """Entries, the longest match first. One with a capital in its source matches exactly, others in any case.

    Where matches overlap, those are taken that leave the fewest words uncovered, in the fewest terms. Two spellings of
    one syllable are the same: Uỷ ban and Ủy ban, kì and kỳ.

    Args:
        entries: a later entry replaces an earlier one of the same source; an empty target removes it.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries: dict[str, Entry] = {}
        for entry in entries:
            key = fold(entry.source)
            self._entries.pop(key, None)
            if entry.target:
                self._entries[key] = entry
        self._longest = max((len(WORD.findall(source)) for source in self._entries), default=0)

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    @cached_property
    def digest(self) -> str:
        """Eight hex digits that change with any entry; part of every signature."""
        rows = "\n".join(sorted(f"{entry.source}\t{entry.target}" for entry in self._entries.values()))
        return hashlib.sha256(rows.encode()).hexdigest()[:8]

    def find(self, text: str, beside: Sequence[tuple[int, int]] = ()) -> list[Term]:
        """The terms of `text` in order, without overlap.

        Args:
            text: NFC text.
            beside: spans of figures; a term may hold one whole, but not a part of one.
        Example:
            "Chủ tịch UBND tỉnh nói" gives one term, "Chủ tịch UBND tỉnh", and not also "UBND".
        """
        text = respell(text)
        words = list(WORD.finditer(text))
        # for each word: how many words are left uncovered from there on, in how many terms, the term that begins
        # there, and the word after it
        best: list[tuple[int, int, Entry | None, int]] = [(0, 0, None, 0)] * (len(words) + 1)
        for first in reversed(range(len(words))):
            choices: list[tuple[int, int, Entry | None, int]] = [
                (best[after][0], best[after][1] + 1, entry, after)
                for entry, after in self._matches(text, words, first)
                if not any(cuts(words[first].start(), words[after - 1].end(), span) for span in beside)
            ]
            choices.append((best[first + 1][0] + 1, best[first + 1][1], None, first + 1))
            best[first] = min(choices, key=lambda choice: choice[:2])
        found = []
        first = 0
        while first < len(words):
            entry, after = best[first][2:]
            if entry is not None:
                found.append(Term(entry, words[first].start(), words[after - 1].end()))
            first = after
        return found

    def _matches(self, text: str, words: list[re.Match[str]], first: int) -> Iterator[tuple[Entry, int]]:
        """The entries that start at word `first`, the longest first, each with the index after its last word."""
        for after in range(min(first + self._longest, len(words)), first, -1):
            written = " ".join(text[words[first].start() : words[after - 1].end()].split())
            entry = self._entries.get(written.lower())
            if entry is None:
                continue
            if written == respell(entry.source) or (entry.source.islower() and not is_name(written, entry)):
                yield entry, after


def is_name(written: str, entry: Entry) -> bool:
    """True where plain words stand with a capital each: "Hòa Bình", "Kiên Cường" are names, not peace and steadfast."""
    return " " in written and written.istitle() and entry.target.islower()


def fold(text: str) -> str:
    """The form under which terms are compared: NFC, `respell`, lower case, single spaces.

    Example: fold("Uỷ  ban") == fold("ủy ban")
    """
    return " ".join(respell(unicodedata.normalize("NFC", text)).lower().split())


def respell(text: str) -> str:
    """NFC text with one spelling of each syllable that has two; every character keeps its place, capitals stay.

    Example: respell("Tòa") == respell("Toà"), respell("bác sỹ") == respell("bác sĩ")
    """
    return FREE_Y.sub(lambda found: found[0].translate(I_FOR_Y), OLD_TONE.sub(_move_tone, text))


def _move_tone(found: re.Match[str]) -> str:
    """òa -> oà: the tone mark from the first vowel to the second."""
    letters = unicodedata.normalize("NFD", found[0])  # o, the mark, a
    return unicodedata.normalize("NFC", letters[0] + letters[2] + letters[1])


def cuts(start_char: int, end_char: int, span: tuple[int, int]) -> bool:
    """True when a term there would hold a part of the span, but not the whole, or nothing more than it."""
    apart = end_char <= span[0] or span[1] <= start_char
    return not apart and not (start_char <= span[0] and span[1] <= end_char)


def load_glossary(own: Path | None = None) -> Glossary:
    """The entries that come with the package, changed by those of the user's file `own`.

    Args:
        own: TSV with the columns source and target, further ones optional, with or without a header line.
    Raises:
        GlossaryError: the file cannot be read, or a line has no target column.
    """
    entries: list[Entry] = []
    for path in sorted((Path(__file__).parent / "data").glob("glossary_*.tsv")):
        entries += parse(path.name, path.read_text(encoding="utf-8"))
    if own is not None:
        try:
            entries += parse(str(own), own.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError) as exc:
            raise GlossaryError(f"{own}: cannot be read as UTF-8 text ({exc})") from exc
    return Glossary(entries)


def parse(name: str, text: str) -> list[Entry]:
    """The rows of one glossary file; empty lines and lines that start with # are passed over."""
    entries = []
    for number, row in enumerate(csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE), 1):
        cells = [unicodedata.normalize("NFC", cell.strip()) for cell in row]
        if not any(cells) or cells[0].startswith("#") or cells[:2] == ["source", "target"]:
            continue
        if len(cells) < 2 or not WORD.search(cells[0]):
            raise GlossaryError(f"{name}, line {number}: expected 'Vietnamese<TAB>English', found '{' '.join(cells)}'")
        entries.append(Entry(*cells[:5]))
    return entries
