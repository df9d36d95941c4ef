"""Garbled names of a translation -> versions with one of them put right; only where one thing stands in its stead."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from summarizer.facts.base import Fact, FactMatch, FactReport
from summarizer.facts.dictionary_en import holds, is_english, is_name
from summarizer.facts.places import english_words
from summarizer.facts.roman import roman_value
from summarizer.facts.strange_names import WIDE
from summarizer.facts.syllables import fold
from summarizer.facts.tables import word_list
from summarizer.normalization import CAPITALS
from summarizer.patching import NAME_RUN, POSSESSIVE, glossary, replace_text

NAMES = frozenset(["person", "place", "name"])
# similarity of two folded names: "laos cai" and "lao cai" 0.93, "to lan" and "to lam" 0.83, "ha nam" and "ha noi" 0.67
LOOKALIKE = 0.8
MIN_HEAD = 3
SMALL = frozenset(["the", "of", "and"])
TITLES = word_list("beside names")
WORD = re.compile(r"[^\W_]+")
# ALSA, ICC, RSPCA : capital letters in a row
ACRONYM = re.compile(r"\b[A-Z]{2,}\b")
# a sentence begins here: the start of the text, or after a mark that ends a sentence
SENTENCE_START = re.compile(r"(?:\A|[.!?:]\s+)[\"“‘'(]*\Z")

Span = tuple[int, int]


class Setting:
    """A source and its translation with what is known of them: which words come from where."""

    def __init__(self, source: str, english: str, report: FactReport) -> None:
        self.source = source
        self.english = english
        self.problems = report.problems
        facts = [match.source for match in report.matches if match.source and match.kind not in WIDE]
        self._facts = facts
        self._told = [(fact.start_char, fact.end_char) for fact in facts]
        writings = [source, *(writing for fact in facts for writing in fact.english)]
        self._own = {fold(word) for writing in writings for word in WORD.findall(writing)}
        self._plain = {fold(word.group()) for word in WORD.finditer(source) if not self.is_told(word.start())}
        self._taken = [
            (match.target.start_char, match.target.end_char)
            for match in report.matches
            if match.status == "found" and match.target and match.kind not in WIDE
        ]

    def is_free(self, start: int, end: int) -> bool:
        """True for a stretch of the English that no fact of the source explains."""
        words = {fold(word) for word in WORD.findall(POSSESSIVE.sub("", self.english[start:end]))}
        taken = any(first < end and start < last for first, last in self._taken)
        return not taken and self._own.isdisjoint(words)

    def is_told(self, char: int) -> bool:
        """True for a place of the source that belongs to one of its facts."""
        return any(start <= char < end for start, end in self._told)

    def is_clear(self) -> bool:
        """True when every name of the source is known; one that is not may be what a strange word translates.

        "tiếng Phạn" is Sanskrit: no other name of its sentence is to be put where "Sanskrit" stands.
        """
        words = {fold(word) for word in WORD.findall(self.english)}
        for term in glossary().find(self.source):
            target = {fold(word) for word in WORD.findall(term.entry.target)} - SMALL
            if target and target <= words:
                self._told.append((term.start_char, term.end_char))
                self._own.update(target)
        return all(
            self.is_told(word.start())
            for word in WORD.finditer(self.source)
            if word.group()[0].isupper() and not SENTENCE_START.search(self.source[: word.start()])
        )

    def lost(self, *kinds: str) -> list[FactMatch]:
        """The source names of some kinds that are not in the translation at all, each once."""
        found = {
            match.source.value: match
            for match in self.problems
            if match.source and match.kind in kinds and match.status == "missing"
        }
        return list(found.values())

    def others(self, name: Fact) -> list[str]:
        """The other names of the source."""
        return [fact.text for fact in self._facts if fact.kind in NAMES and fact.value != name.value]

    def is_mangled(self, added: Fact) -> bool:
        """True for a word of the source with a tail that is no name: "Phavi" for "Pha"."""
        heads = {word for word in self._plain if len(word) >= MIN_HEAD}
        return any(fold(added.text).startswith(head) for head in heads)

    @property
    def added(self) -> list[Fact]:
        """The names of the translation that come from nowhere."""
        new = (match.target for match in self.problems if match.status == "added" and match.kind == "name")
        return [target for target in new if target is not None]


def patch_lookalikes(source: str, english: str, report: FactReport) -> Iterator[str]:
    """`english` with one misspelled name put right that has exactly one lookalike there.

    Example: with "Lào Cai" in the source, "Laos Cai has allocated ..." -> "Lao Cai has allocated ..."
    """
    for match in report.problems:
        if match.source and match.kind in NAMES:
            name = match.source
            alike = [run.span() for run in NAME_RUN.finditer(english) if looks_like(run.group(), name.text)]
            yield from replace_all(english, alike, name)


def patch_strange_lookalikes(source: str, english: str, report: FactReport) -> Iterator[str]:
    """`english` with a name from nowhere put right that is a garbled name of the source: "Leonvi" for "Leonov"."""
    names = [match.source for match in report.matches if match.source and match.kind in ("person", "name")]
    for strange in Setting(source, english, report).added:
        written = POSSESSIVE.sub("", strange.text)
        alike = {name.text: name for name in names if looks_like(written, name.text)}
        if len(alike) == 1:
            yield replace_text(english, strange.start_char, strange.end_char, spelling(*alike.values()))


def patch_doubled(source: str, english: str, report: FactReport) -> Iterator[str]:
    """`english` without a word from nowhere that only stammers the name after it: "Leonvi Leonov" -> "Leonov"."""
    known = {fold(word) for word in WORD.findall(source)}
    for strange in Setting(source, english, report).added:
        following = WORD.match(english, strange.end_char + 1)
        if following and following.group()[0] == strange.text[0] and fold(following.group()) in known:
            yield english[: strange.start_char] + english[following.start() :]


def patch_parts(source: str, english: str, report: FactReport) -> Iterator[str]:
    """`english` with one name put right of which a part is there, and strangers stand for the rest.

    Examples: "Stephen Collier" -> "Stephen Colbert", "Escondido Street" -> "Sesame Street"
    """
    setting = Setting(source, english, report)
    for match in report.problems:
        if match.source is None or match.kind not in NAMES or match.status != "changed":
            continue
        windows = find_windows(setting, match.source)
        yield from replace_all(english, windows, match.source)


def find_windows(setting: Setting, name: Fact) -> list[Span]:
    """The stretches of as many capitalized words as the name has, one of them in its place, the others free."""
    size = len(name.text.split())
    own = words_of(name.text)
    found: dict[Span, int] = {}
    for run in NAME_RUN.finditer(setting.english):
        words = [(run.start() + word.start(), run.start() + word.end()) for word in re.finditer(r"\S+", run.group())]
        for first in range(len(words) - size + 1):
            window = words[first : first + size]
            written = [fold(setting.english[start:end]) for start, end in window]
            kept = [one == two for one, two in zip(written, own, strict=True)]
            shared = {word for word, same in zip(own, kept, strict=True) if same} - SMALL
            strangers = [span for span, same in zip(window, kept, strict=True) if not same]
            if shared and strangers and all(is_stranger(setting, name, *span) for span in strangers):
                end = window[-1][1]
                for following in words[first + size :]:  # "Makis Triantafyl Pythagorean"
                    if not is_nobody(setting, *following):
                        break
                    end = following[1]
                found[window[0][0], end] = len(shared)
    most = max(found.values(), default=0)
    return [span for span, count in found.items() if count == most]


def is_stranger(setting: Setting, name: Fact, start: int, end: int) -> bool:
    """True for a word that may stand for a part of the name: it is free and no title, or small as "the" in it."""
    word = fold(setting.english[start:end])
    if word in SMALL:
        return word in fold(name.text).split()
    return word not in TITLES and setting.is_free(start, end)


def is_nobody(setting: Setting, start: int, end: int) -> bool:
    """True for a free word that is a name or nothing at all: no English word."""
    word = fold(POSSESSIVE.sub("", setting.english[start:end]))
    common = holds(word, "word", "short") or (is_english(word) and not is_name(word))
    return not common and word not in TITLES and setting.is_free(start, end)


def patch_completed(source: str, english: str, report: FactReport) -> Iterator[str]:
    """`english` with one name given whole of which only a part is there.

    Examples: "Hitoshi" -> "Hitoshi Saito", "Koryd Mondovì" -> "Korydallus": what stands behind comes from nowhere
    """
    setting = Setting(source, english, report)
    for match in report.problems:
        name, target = match.source, match.target
        if name and target and match.kind in NAMES and match.status == "changed" and name.kind != "place":
            behind = [fact for fact in setting.added if fact.start_char == target.end_char + 1]
            alone = sum(other.kind == match.kind and other.target not in behind for other in report.problems) == 1
            if alone and fold(target.text) not in SMALL and not is_better(target.text, name.text):
                start, end = begin_of(setting, name, target), (behind or [target])[0].end_char
                yield replace_text(english, start, end, spelling(name))


def begin_of(setting: Setting, name: Fact, target: Fact) -> int:
    """Where the name begins of which the target is the last word: "Fatima Mantovalos" for "Petros Mantouvalos"."""
    before = re.search(rf"([{CAPITALS}][^\W_]+) \Z", setting.english[: target.start_char])
    if before and len(target.text.split()) < len(name.text.split()) and is_nobody(setting, *before.span(1)):
        return before.start(1)
    return target.start_char


def patch_strangers(source: str, english: str, report: FactReport) -> Iterator[str]:
    """`english` with the one strange name replaced by the one name of the source that is missing.

    Example: with "Glynn" in the source, "Judge Gianni issued a ban" -> "Judge Glynn issued a ban"
    """
    setting = Setting(source, english, report)
    lost = setting.lost(*NAMES, "acronym")
    if len(lost) != 1 or lost[0].source is None:
        return
    name = lost[0].source
    if len(setting.added) == 1:
        added = setting.added[0]
        start = start_of(english, added, name)
        own = setting.is_mangled(added) or any(looks_like(added.text, other) for other in setting.others(name))
        if start is not None and not own:
            yield replace_text(english, start, added.end_char, spelling(name))
    elif not setting.added and setting.is_clear():
        spans = find_acronyms(setting) if name.kind == "acronym" else find_strangers(setting)
        if len(spans) == 1:
            yield replace_text(english, *spans[0], spelling(name))


def start_of(english: str, added: Fact, name: Fact) -> int | None:
    """Where the strange name begins: "Cow Poutade" stands for "CowParade" with both words.

    None after a word of the name itself: "Lao Kai" is a lookalike of "Lào Cai", and not the only one perhaps.
    """
    before = re.search(rf"([{CAPITALS}]\w+) \Z", english[: added.start_char])
    if before is None:
        return added.start_char
    low = fold(before.group(1))
    if low in words_of(name.text):
        return None
    return before.start() if " " not in name.text and fold(name.text).startswith(low) else added.start_char


def find_acronyms(setting: Setting) -> list[Span]:
    """The acronyms of the translation that nothing in the source explains."""
    found = (one for one in ACRONYM.finditer(setting.english) if roman_value(one.group()) is None)
    return [one.span() for one in found if setting.is_free(*one.span())]


def find_strangers(setting: Setting) -> list[Span]:
    """The runs of names in the translation that nothing in the source explains: "Tijuana", "Kilimanjaro"."""
    found = []
    for run in NAME_RUN.finditer(setting.english):
        words = [(run.start() + word.start(), run.start() + word.end()) for word in re.finditer(r"\S+", run.group())]
        free = (span for span in words if is_nobody(setting, *span))
        strangers = [span for span in free if is_known_name(setting.english[slice(*span)])]
        if strangers:
            found.append((strangers[0][0], strangers[-1][1]))
    return found


def is_known_name(word: str) -> bool:
    """True for a word that English knows as a name of somebody or somewhere."""
    low = fold(POSSESSIVE.sub("", word))
    return is_name(low) or low in english_words()


def replace_all(english: str, spans: Sequence[Span], name: Fact) -> Iterator[str]:
    """`english` with the name in all these places, if they hold one and the same thing."""
    if len({english[start:end] for start, end in spans}) != 1:
        return
    for start, end in reversed(spans):
        if is_better(english[start:end], name.text):
            return
        english = replace_text(english, start, end, spelling(name))
    yield english


def spelling(name: Fact) -> str:
    """How the English is to write a name: a person as the source does, a place by its English name."""
    return name.text if name.kind == "person" or not name.english else name.english[0]


def is_better(written: str, name: str) -> bool:
    """True when the source has the slip and the English is right: "Phnom Penh" for "Phnom Phen"."""
    pairs = [(one, two) for one, two in zip(words_of(written), words_of(name), strict=False) if one != two]
    return bool(pairs) and all(
        one in english_words() and two not in english_words() and sorted(one) == sorted(two) for one, two in pairs
    )


def words_of(name: str) -> list[str]:
    """The folded words of a name."""
    return fold(name).split()


def looks_like(written: str, name: str) -> bool:
    """True when `written` is `name` misspelled, turned around or with its head run together: "Laos" for "Lào Cai"."""
    one, other = fold(written), fold(name)
    if one == other:
        return False
    turned = sorted(one.split()) == sorted(other.split())
    head = other.split()[0]
    run_together = " " not in one and len(head) >= MIN_HEAD and one.startswith(head) and len(one) <= len(other)
    return turned or run_together or difflib.SequenceMatcher(None, one, other).ratio() >= LOOKALIKE
