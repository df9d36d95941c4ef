"""Wrong figures and places of a translation -> versions with one of them put right; safe by value, never a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from summarizer.facts.base import Fact, FactReport
from summarizer.facts.dictionary_en import holds
from summarizer.facts.places import first_forms, levels, phrase_key
from summarizer.facts.syllables import is_vietnamese
from summarizer.glossary import Glossary, load_glossary
from summarizer.normalization import CAPITALS

# Kinds whose English stands for itself; a verb ("fell"), a "not" or a quotation mark fits only into its own sentence.
# Those of one group take each other's place: "5 km" for "5", but no year for "the 15th".
GROUPS = (
    frozenset(["number", "percent", "money", "quantity", "range"]),
    *(frozenset([kind]) for kind in ("date", "time", "ordinal", "reference", "code", "approximation", "acronym")),
)
# 1,500 | 2.3 billion | 1.500 : a figure in digits with its scale word; not the 2 of "km2" and "km<sup>2"
FIGURE = re.compile(r"(?<![\w>.,])\d+(?:[.,]\d+)*(?: (?:thousand|million|billion|trillion))?")
# July, Tuesday, five : begins with a letter
LETTER = re.compile(r"[^\W\d_]")
# Italian, British, Chinese, French, Greek, Israeli, Thai, Swiss : what English makes of the name of a country
ADJECTIVE = re.compile(r"(?:an|ese|ish|ch|ek|ic|li|qi|ni|ai|iss|ine|ino)$")
# Laos Cai, Tô Lân, O'Sadnessy : capitalized words in a row
NAME_RUN = re.compile(rf"[{CAPITALS}][\w-]*(?:['’][{CAPITALS}]\w+)?(?: [{CAPITALS}][\w-]*(?:['’][{CAPITALS}]\w+)?)*")
# Vautivier's, Njala’s : the ending that a name takes along
POSSESSIVE = re.compile(r"['’]s$")


def patch_figures(source: str, english: str, report: FactReport) -> Iterator[str]:
    """`english` with one wrong figure replaced, once for each that has exactly one counterpart.

    Safe by value: a figure is replaced only where one source fact and one output fact of its kind are unmatched.
    A small word that may be no figure ("hai") replaces nothing, and only a range takes the place of "1-0".

    Example: with "1.500 tỷ đồng" in the source, "reached 1.5 billion dong" -> "reached 1.5 trillion dong"
    """
    problems = report.problems
    for match in problems:
        group = next((group for group in GROUPS if match.kind in group), None)
        if match.status != "changed" or group is None or match.source is None or match.target is None:
            continue
        alone = sum(other.kind == match.kind for other in problems) == 1
        sure = match.source.firm and (match.source.kind == "range" or match.target.kind != "range")
        if alone and sure and match.source.english and match.target.kind in group:
            yield replace_span(english, match.target, written_like(match.source, match.target))


def written_like(source: Fact, target: Fact) -> str:
    """The English of a source figure in the manner of what stands there: its unit is kept, words stay words.

    Example: "1040 km" for "140 km" -> "1,040 km", not "1,040 kilometers"; "ba" for "five" -> "three"
    """
    best = source.english[0]
    figures = FIGURE.findall(best)
    same_unit = source.kind in GROUPS[0] and source.unit == target.unit
    if same_unit and len(FIGURE.findall(target.text)) == len(figures) == 1:
        return FIGURE.sub(figures[0], target.text)
    manner = LETTER.match(target.text) is None
    return next((form for form in source.english if (LETTER.match(form) is None) == manner), best)


def patch_places(source: str, english: str, report: FactReport) -> Iterator[str]:
    """`english` with one wrong place replaced: another one in its stead, or its Vietnamese name left there.

    Examples: with "Ý" in the source, "the British fleet" -> "the Italian fleet"; "in Ba Lan" -> "in Poland"
    """
    lost = [match for match in report.problems if match.kind == "place" and match.source and match.source.english]
    for match in lost:
        assert match.source is not None  # for the type checker: chosen so above
        yield from without_exonym(english, match.source)
        target = match.target
        if len(lost) == 1 and target and is_whole(english, target) and same_level(match.source, target):
            yield replace_span(english, target, in_role(match.source, target.text))


def is_whole(english: str, target: Fact) -> bool:
    """False for "Laos" in "Laos Cai": what is replaced must not leave half a name behind.

    A word of English that begins the sentence is no part of the name: "The British fleet".
    """
    start, end = target.start_char, target.end_char
    runs = (run.span() for run in NAME_RUN.finditer(english))
    first, last = next((run for run in runs if run[0] <= start < run[1]), (start, end))
    before = english[first:start].split()
    return last <= end and (not before or (first == 0 and all(holds(word.lower(), "word") for word in before)))


def without_exonym(english: str, place: Fact) -> Iterator[str]:
    """`english` with the Vietnamese name of a place replaced by its English one, if that is another: "Na Uy"."""
    if place.text.isascii() and " " not in place.text:
        return
    exonym = re.compile(rf"(?<![\w-]){re.escape(place.text)}(?![\w-])", re.IGNORECASE)
    found = list(exonym.finditer(english))
    if found and not any(has_vietnamese_neighbor(english, one) for one in found):
        yield exonym.sub(place.english[0], english)


def has_vietnamese_neighbor(english: str, found: re.Match[str]) -> bool:
    """True where another Vietnamese word stands beside a name: "Lưu Vực Sông Ấn" must be translated as a whole."""
    beside = (*english[: found.start()].split(" ")[-2:-1], *english[found.end() :].split(" ")[1:2])
    return any(not word.isascii() and is_vietnamese(word) for word in beside)


def same_level(source: Fact, target: Fact) -> bool:
    """True for two countries or two regions; "Hinduism" stands in nobody's stead."""
    return not levels(source.english[0]).isdisjoint(levels(target.text))


def in_role(place: Fact, written: str) -> str:
    """The English of a place as a noun or an adjective, whichever stands there: "Italian" for "British"."""
    if levels(written) and ADJECTIVE.search(written) and not is_noun(written):
        return next((form for form in place.english[1:] if ADJECTIVE.search(form)), place.english[0])
    return place.english[0]


def is_noun(written: str) -> bool:
    """True for the name of a place as English gives it first: "Japan", "Iran"; not "British"."""
    return phrase_key(written) in first_forms()


def patch_untranslated(source: str, english: str, report: FactReport) -> Iterator[str]:
    """`english` with one thing that was left in Vietnamese translated: the unit of a figure, or a term of the glossary.

    Examples: "200 pao" -> "200 pounds", "the khí tượng office" -> "the meteorology office"
    """
    left = [match.target for match in report.problems if match.kind == "untranslated" and match.target]
    for match in report.matches:
        if match.status == "found" and match.source and match.source.unit and match.target:
            units = [word for word in left if is_its_unit(word, match.source, match.target)]
            for unit in units:
                yield replace_text(english, match.target.start_char, unit.end_char, match.source.english[0])
    for term in glossary().find(source) if left else []:
        written = source[term.start_char : term.end_char]
        for found in re.finditer(rf"(?<![\w-]){re.escape(written)}(?![\w-])", english, re.IGNORECASE):
            touched = any(found.start() <= word.start_char < found.end() for word in left)
            if touched and not term.entry.field.startswith("unit") and not has_vietnamese_neighbor(english, found):
                yield replace_text(english, *found.span(), term.entry.target)


@cache
def glossary() -> Glossary:
    """The glossary that comes with the package."""
    return load_glossary()


def is_its_unit(word: Fact, source: Fact, target: Fact) -> bool:
    """True for the Vietnamese unit that stands behind its figure: "pao" after "200"."""
    behind = 0 <= word.start_char - target.end_char <= 1
    return behind and word.text.lower() in source.text.lower().split() and bool(source.english)


def replace_span(english: str, target: Fact, words: str) -> str:
    """`english` with `words` in the place of a fact."""
    return replace_text(english, target.start_char, target.end_char, words)


def replace_text(english: str, start: int, end: int, words: str) -> str:
    """`english` with `words` in the place of a stretch, which hands on its possessive ending and its capital.

    Example: "Vautivier's work" -> "Vautier's work"; "9:30 p.m." keeps one point at its end.
    """
    old, rest = english[start:end], english[end:]
    ending = POSSESSIVE.search(old)
    if ending and not POSSESSIVE.search(words):
        words += ending.group()
    if old[:1].isupper() and words[:1].islower():
        words = words[0].upper() + words[1:]
    if words.endswith(".") and rest.startswith("."):
        rest = rest[1:]
    return english[:start] + words + rest
