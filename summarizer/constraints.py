"""Facts and terms -> a source sentence with their English already written into it.

A small model copies what stands in its source far better than it converts it: "1.500 tỷ đồng" comes out as
"1.5 billion", "1.5 trillion dong" comes out as it is. The method is code-switching for lexical constraints
(Song et al. 2019, "Code-Switching for Enhancing NMT with Pre-Specified Translation"); here it needs no training,
only worked examples of the same kind in the prompt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.facts.base import Fact
from summarizer.glossary import Term
from summarizer.normalization import CAPITALS
from summarizer.plurals import marks_plural, plural

# Facts whose Vietnamese writing means something else, or nothing, to an English reader.
WRITTEN_IN = frozenset(
    {"number", "percent", "money", "quantity", "range", "date", "time", "ordinal", "reference", "place"}
)
# ba, hai năm : a number that the Vietnamese writes as a word stays a word
IN_WORDS = re.compile(r"[^\d]+")
UP_TO_TEN = re.compile(r"(?:two|three|four|five|six|seven|eight|nine|ten)(?: [^\d]+)?")
# February 22, 2024 : as the American press writes days
MONTH_FIRST = re.compile(r"[A-Z][a-z]+ \d{1,2}(?:, \d{4})?")
# 1.200 m, 160km/h, 250-400 mm : a symbol is the same in both languages
UNIT_SYMBOL = re.compile(r"\d ?(km/h|km|cm|mm|m|kg|ha)$")
FIGURE = re.compile(r"\d[\d.,-]*(?= [a-z])")
# Fields of the glossary: "commune" is written in anywhere, "province" only before its name
UNITS = frozenset({"unit", "unit of a name"})
OTHER_WORDS = frozenset({"verb", "adjective", "adverb", "phrase"})
# provincial Party Committee, Department of Health, police force : the name of the place goes before the level or body
LEVEL = re.compile(
    r"\b(?:provincial|municipal|district|commune-level|Department of|police"
    r"|People's (?:Court|Committee|Council|Procuracy))\b"
)
# Deputy Director | Quality Management Department : "of the" goes between an office and its body
OFFICE = re.compile(
    r"\b(?:Chair(?:man|woman)|Chief|Commander|Director|Director General|Head|President|Rector|Secretary)$"
)
BODY = re.compile(
    r"\b(?:Academy|Administration|Agency|Assembly|Association|Authority|Bank|Board|Bureau|Cent(?:er|ral)|Command|Committee"
    r"|Company|Corporation|Council|Court|Department|Federation|Fund|Group|Hospital|Inspectorate|Institute|Ministry|Office"
    r"|Party|Procuracy|School|Union|University|police)\b"
)
# 14 | bank : a noun behind a count is plural
COUNT = re.compile(
    r"(?!1$|0\b)\d[\d,.]*(?: (?:m|b|tr)illion)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
)
# hai | tỉnh : several places
COUNTED = re.compile(r"(?:\d|\b(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)) $", re.IGNORECASE)
MARKER_CHARS = 12  # of the longest word that makes a noun plural
# this morning | February 22 : a comma goes before the date
TODAY = re.compile(r"\bthis (?:morning|noon|afternoon|evening)$")
# 9,000 | 2018 : "in" goes between a figure and its year
YEAR = re.compile(r"[12]\d{3}")
AMOUNTS = frozenset({"number", "percent", "money", "quantity"})
# Tân Hóa, 12A : every word begins with a capital
CAPITALIZED = re.compile(rf"(?: [{CAPITALS}][^\W\d_]*)+")
SENTENCE_ENDS = ("", ".", "!", "?", ":", '"', "“")
# Resolution of the | National Party Congress : an ordinal belongs to the last noun
OF = re.compile(r"^(.*\bof (?:the )?|)(.*)$")


@dataclass(frozen=True, slots=True)
class Constraint:
    """One span of the source, in code points, half open, and the English that takes its place."""

    start_char: int
    end_char: int
    english: str
    kind: str  # of the fact, or what `kind_of` gives


def find_constraints(facts: Sequence[Fact], terms: Sequence[Term]) -> list[Constraint]:
    """What is to be written into the source, in order and without overlap.

    Of two that overlap, a term that holds a whole figure goes first, then figures, then terms, the longer first.
    A term whose English is its Vietnamese only shields its words from shorter terms: "xã hội" from "xã".
    """
    named = [Constraint(term.start_char, term.end_char, term.entry.target, kind_of(term.entry.field)) for term in terms]
    kept: list[Constraint] = []
    for one in sorted(
        [*(figure for figure in figures(facts) if not any(surrounds(term, figure) for term in named)), *named],
        key=lambda one: (one in named, one.start_char - one.end_char),
    ):
        if apart(one, kept):
            kept.append(one)
    shields = {(term.start_char, term.end_char) for term in terms if term.entry.target == term.entry.source}
    starts = {one.start_char for one in kept}
    # "trên 70%" -> "more than 70%": a hedge is written in only with its figure; elsewhere "trên" is "on"
    for fact in facts:
        if fact.kind == "approximation" and fact.english and fact.end_char + 1 in starts and apart(fact, kept):
            kept.append(Constraint(fact.start_char, fact.end_char, fact.english[0], fact.kind))
    return sorted(
        (one for one in kept if (one.start_char, one.end_char) not in shields), key=lambda one: one.start_char
    )


def figures(facts: Sequence[Fact]) -> list[Constraint]:
    """The facts that are written into the source, wherever no term holds them."""
    return [
        Constraint(fact.start_char, fact.end_char, writing(fact), fact.kind)
        for fact in facts
        if fact.english and fact.kind in WRITTEN_IN and fact.value != 1  # "một" is "a" more often than "one"
    ]


def kind_of(field: str) -> str:
    """The kind of a glossary entry: a unit of place names, a word that is no noun, or a term."""
    if field in UNITS:
        return field
    return "word" if field in OTHER_WORDS else "term"


def writing(fact: Fact) -> str:
    """The English of a figure: "1,200 m" where the Vietnamese writes "m", "February 22" of "22/2" and "22 February".

    What is written in words stays so up to ten: "three" of "ba", "two years" of "hai năm".
    """
    symbol, figure = UNIT_SYMBOL.search(fact.text), FIGURE.match(fact.english[0])
    if fact.kind in ("quantity", "range") and symbol and figure:
        return f"{figure.group()} {symbol.group(1)}"
    wanted = None
    if fact.kind == "date":
        wanted = MONTH_FIRST
    elif fact.kind in ("number", "quantity") and IN_WORDS.fullmatch(fact.text):
        wanted = UP_TO_TEN
    return next((english for english in fact.english if wanted and wanted.fullmatch(english)), fact.english[0])


def apart(one: Constraint | Fact, others: Sequence[Constraint]) -> bool:
    """True when no span of `others` overlaps that of `one`."""
    return all(one.end_char <= other.start_char or other.end_char <= one.start_char for other in others)


def surrounds(term: Constraint, figure: Constraint) -> bool:
    """True when the figure is a part of the term: "Đại hội XIII của Đảng"."""
    return (
        term.start_char <= figure.start_char
        and figure.end_char <= term.end_char
        and term.end_char - term.start_char > figure.end_char - figure.start_char
    )


def write_in(source: str, constraints: Sequence[Constraint]) -> str:
    """`source` with the constraints in place of their spans, in English word order where two stand side by side.

    Example: "Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII" -> "Resolution of the 13th National Party Congress"
    """
    pieces: list[str] = []
    end_char = 0
    for one in join_neighbors(source, [one for one in constraints if not begins_name(source, one)]):
        pieces += [source[end_char : one.start_char], one.english]
        end_char = one.end_char
    return "".join([*pieces, source[end_char:]])


def begins_name(source: str, one: Constraint) -> bool:
    """True for a unit that is the first word of a name: "Cầu" (bridge) in "quận Cầu Giấy", not in "cầu Long Biên"."""
    return (
        one.kind == "unit of a name"
        and source[one.start_char : one.end_char].istitle()
        and source[: one.start_char].rstrip()[-1:] not in SENTENCE_ENDS
    )


def join_neighbors(source: str, constraints: Sequence[Constraint]) -> list[Constraint]:
    """The constraints, those made one that stand side by side and take another order in English.

    Vietnamese puts the name and the ordinal behind the noun: "xã Tân Hóa", "Tỉnh ủy Lào Cai", "Đại hội lần thứ XIII".
    """
    joined: list[Constraint] = []
    for one in constraints:
        for part in (one, name_after(source, one, constraints)) if one.kind in UNITS else (one,):
            if part is None:
                continue
            right = in_number(source, part)
            while joined and (english := turn(joined[-1], source[joined[-1].end_char : right.start_char], right)):
                left = joined.pop()
                kind = "place" if left.kind in UNITS else "term"
                right = Constraint(left.start_char, right.end_char, english, kind)
            if right.kind != "name":
                joined.append(right)
    return [one for one in joined if one.kind != "unit of a name"]


def in_number(source: str, one: Constraint) -> Constraint:
    """The constraint, plural where the word before its noun asks for it: "các ngân hàng" -> "banks".

    A unit of several places is no unit of one of them: "hai tỉnh Hà Tĩnh và Quảng Bình", "các xã".
    """
    before = source[max(0, one.start_char - MARKER_CHARS) : one.start_char]
    if one.kind == "unit of a name" and not source[one.end_char + 1 : one.end_char + 2].isupper():
        return one  # "những đường nứt": no streets
    if one.kind not in ("term", *UNITS) or not (marks_plural(before) or (one.kind in UNITS and COUNTED.search(before))):
        return one
    return replace(one, english=plural(one.english), kind="term")


def turn(left: Constraint, between: str, right: Constraint) -> str | None:
    """The English of two neighbors in English order, None where they stay as they are.

    Example: "commune" + "Tân Hóa" -> "Tân Hóa Commune"; "provincial police" + "Lao Cai" -> "Lao Cai provincial police";
    "Director" + "Department of Health" -> "Director of the Department of Health"; "9,000" + "2018" -> "9,000 in 2018";
    "100%" + "commune" -> "100% of communes"
    """
    if left.kind in AMOUNTS and between == " năm " and YEAR.fullmatch(right.english):
        return f"{left.english} in {right.english}"
    if between != " ":
        return None
    if left.kind == "percent" and right.kind in ("term", *UNITS):
        return f"{left.english} of {plural(right.english) if right.kind in UNITS else right.english}"
    if right.kind == "date" and TODAY.search(left.english):
        return f"{left.english}, {right.english}"
    if right.kind == "ordinal" and left.kind == "term":
        return OF.sub(rf"\g<1>{right.english} \g<2>", left.english, count=1)
    if right.kind in ("place", "name"):
        if left.kind in UNITS:
            return f"{right.english} {left.english.title()}"
        if left.kind == "term" and LEVEL.search(left.english):
            return LEVEL.sub(rf"{right.english} \g<0>", left.english, count=1)
    if left.kind == "number" and right.kind == "term" and COUNT.fullmatch(left.english):
        return f"{left.english} {plural(right.english)}"
    if left.kind == right.kind == "term" and OFFICE.search(left.english) and BODY.search(right.english):
        return f"{left.english} of the {right.english}"
    return None


def name_after(source: str, unit: Constraint, constraints: Sequence[Constraint]) -> Constraint | None:
    """The capitalized words right behind a unit, up to the next constraint: "Tân Hóa" behind "xã"."""
    limit = min((one.start_char for one in constraints if one.start_char > unit.start_char), default=len(source))
    if name := CAPITALIZED.match(source, unit.end_char, limit):
        return Constraint(unit.end_char + 1, name.end(), name.group().strip(), "name")
    return None
