"""English written into a Vietnamese sentence: which spans, in which order, and that nothing else changes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.article import PartialDate
from summarizer.constraints import Constraint, find_constraints, write_in
from summarizer.facts import find_source_facts
from summarizer.facts.base import Fact, FactKind
from summarizer.glossary import Entry, Glossary, Term

TERMS = Glossary(
    [
        Entry("Đại hội Đảng toàn quốc", "National Party Congress"),
        Entry("Bộ Chính trị", "Politburo"),
        Entry("vốn đầu tư", "investment"),
        Entry("tỷ đồng", "billion dong"),
        Entry("thành phố", "city"),
    ]
)


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("đạt 1.500 tỷ đồng vốn đầu tư", "đạt 1.5 trillion dong investment"),  # a term lies in the amount
        ("tăng 12,5% so với năm trước", "tăng 12.5% so với năm trước"),
        ("Đại hội Đảng toàn quốc lần thứ XIII", "13th National Party Congress"),  # the ordinal goes before its term
        ("lần thứ XIII Đại hội Đảng toàn quốc", "13th National Party Congress"),
        ("Nghị quyết 12 của Bộ Chính trị", "Resolution 12 của Politburo"),
        ("có hai người và 30.000 con cá", "có hai người và 30,000 con cá"),  # "hai" alone is often no count
        ("có mười bốn người", "có 14 người"),
        ("Ông nói không có ai ở đây.", "Ông nói không có ai ở đây."),  # a denial is not written in
        ("Chào buổi sáng.", "Chào buổi sáng."),
        ("", ""),
    ],
)
def test_write_in(source: str, written: str) -> None:
    assert write_in(source, find_constraints(find_source_facts(source), TERMS.find(source))) == written


def test_the_date_of_the_article_does_not_stand_in_the_text() -> None:
    facts = find_source_facts("sáng 22/2 tại Lào Cai", PartialDate(2024, 2))
    assert write_in("sáng 22/2 tại Lào Cai", find_constraints(facts, [])).startswith("sáng February 22 tại ")


def fact(kind: FactKind, text: str, start_char: int, *english: str) -> Fact:
    return Fact(kind, text, start_char, start_char + len(text), text, english=english)


@pytest.mark.parametrize(
    ("facts", "terms", "kept"),
    [
        ([fact("money", "1 tỷ", 0, "1 billion")], [], [(0, 4, "1 billion")]),
        ([fact("money", "1 tỷ", 0)], [], []),  # no English is known
        ([fact("person", "Lan", 0, "Lan")], [], []),  # a name stays as it is
        ([fact("number", "ba", 0, "3", "three")], [], [(0, 2, "three")]),  # a word stays a word
        ([fact("number", "24", 0, "24"), fact("range", "24-30", 0, "24 to 30")], [], [(0, 5, "24 to 30")]),
        ([fact("number", "24", 3, "24")], [Term(Entry("a", "A"), 0, 4)], [(3, 5, "24")]),  # a figure before a term
        ([fact("number", "24", 2, "24")], [Term(Entry("a", "A"), 0, 4)], [(0, 4, "A")]),  # unless it holds all of it
        ([], [Term(Entry("xã hội", "xã hội"), 0, 6)], []),  # shields its words, and is not written
        (
            [fact("approximation", "gần", 0, "nearly"), fact("number", "24", 4, "24")],
            [],
            [(0, 3, "nearly"), (4, 6, "24")],  # a hedge goes with its figure
        ),
        ([fact("approximation", "gần", 0, "nearly"), fact("number", "24", 5, "24")], [], [(5, 7, "24")]),
        (
            [fact("approximation", "gần", 4, "nearly"), fact("number", "24", 8, "24")],
            [Term(Entry("con số gần", "figure close to"), 0, 7)],
            [(0, 7, "figure close to"), (8, 10, "24")],  # a hedge that a term holds is no hedge of its own
        ),
        ([fact("number", "24", 4, "24")], [Term(Entry("a", "A"), 0, 4)], [(0, 4, "A"), (4, 6, "24")]),  # side by side
    ],
)
def test_find_constraints(facts: list[Fact], terms: list[Term], kept: list[tuple[int, int, str]]) -> None:
    found = find_constraints(facts, terms)
    assert [(one.start_char, one.end_char, one.english) for one in found] == kept


KINDS: list[FactKind] = ["money", "date", "person", "approximation"]


@given(
    st.text(alphabet="ab 12.", min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 29), st.integers(1, 8), st.sampled_from(KINDS))),
    st.lists(st.tuples(st.integers(0, 29), st.integers(1, 8))),
)
def test_what_is_not_constrained_stays(
    source: str, facts: list[tuple[int, int, FactKind]], terms: list[tuple[int, int]]
) -> None:
    size = len(source)
    found = find_constraints(
        [Fact(kind, "x", at, min(at + length, size), "x", english=("E",)) for at, length, kind in facts if at < size],
        [Term(Entry("x", "E"), at, min(at + length, size)) for at, length in terms if at < size],
    )
    assert all(one.end_char <= other.start_char for one, other in pairwise(found))
    outside = list(source)
    for one in reversed(found):
        outside[one.start_char : one.end_char] = "E"
    assert write_in(source, found) == "".join(outside)


def test_an_ordinal_changes_places_only_with_what_stands_right_before_it() -> None:
    term, ordinal = Constraint(0, 1, "Congress", "term"), Constraint(2, 3, "13th", "ordinal")
    assert write_in("C x", [term, ordinal]) == "13th Congress"
    assert write_in("C-x", [term, ordinal]) == "Congress-13th"
    assert write_in("C x", [ordinal]) == "C 13th"


UNITS = Glossary(
    [
        Entry("xã", "commune", "unit"),
        Entry("xã hội", "xã hội", "trap"),
        Entry("tỉnh", "province", "unit of a name"),
        Entry("Tỉnh ủy", "provincial Party Committee"),
        Entry("Đại hội Đảng bộ tỉnh", "provincial Party Congress"),
        Entry("Nghị quyết Đại hội Đảng toàn quốc", "Resolution of the National Party Congress"),
        Entry("cầu", "bridge", "unit of a name"),
        Entry("giám đốc", "Director"),
        Entry("sở y tế", "Department of Health"),
        Entry("lực lượng công an", "police force"),
        Entry("ngân hàng", "bank"),
        Entry("sáng nay", "this morning"),
        Entry("giảm", "fall", "verb"),
    ]
)


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("đưa người dân xã Tân Hóa đi", "đưa người dân Tân Hóa Commune đi"),  # the name goes before its unit
        ("100% xã đã có trạm", "100% of communes đã có trạm"),  # a unit without a name
        ("về tỉnh Lào Cai", "về Lao Cai Province"),
        ("tỉnh cho biết", "tỉnh cho biết"),  # "tỉnh" is written in before a name only
        ("an sinh xã hội", "an sinh xã hội"),  # a shield keeps "xã" out
        ("Tỉnh ủy Lào Cai họp", "Lao Cai provincial Party Committee họp"),  # the place goes before the level
        ("Đại hội Đảng bộ tỉnh Lào Cai lần thứ XVI", "16th Lao Cai provincial Party Congress"),
        ("Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII", "Resolution of the 13th National Party Congress"),
        ("sáng nay 22/2", "this morning, February 22"),
        ("90% ngân hàng", "90% of bank"),
        ("xã, Tân Hóa", "commune, Tân Hóa"),  # not side by side
        ("qua cầu Bến Lội", "qua Bến Lội Bridge"),
        ("tại quận Cầu Giấy cũ", "tại quận Cau Giay cũ"),  # "Cầu" begins the name itself
        ("ở Cầu Bươu", "ở Cầu Bươu"),
        ("lực lượng Công an Lào Cai", "Lao Cai police force"),
        ("Giám đốc Sở Y tế Hà Nội", "Director of the Hanoi Department of Health"),  # an office, its body and the place
        ("các ngân hàng và 14 ngân hàng", "các banks và 14 banks"),
        ("một ngân hàng, 1 ngân hàng", "một bank, 1 bank"),
        ("các giảm, 14 giảm", "các fall, 14 fall"),  # no noun
        ("từ gần 9.000 năm 2018", "từ nearly 9,000 in 2018"),  # the year of a figure
    ],
)
def test_neighbors_take_english_order(source: str, written: str) -> None:
    assert write_in(source, find_constraints(find_source_facts(source), UNITS.find(source))) == written
