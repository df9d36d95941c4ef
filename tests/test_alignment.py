"""Sentences of a translation and their sources: left out, added, split and joined."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.alignment import align
from summarizer.checking import check_document
from summarizer.glossary import load_glossary

GLOSSARY = load_glossary(None)
SOURCE = [
    "Ngày 22/2, Bộ trưởng Tô Lâm đến thăm và làm việc tại tỉnh Lào Cai.",
    "Tỉnh có 18 chỉ tiêu đạt trên 70% kế hoạch của cả nhiệm kỳ.",
    "Mưa lớn gây ngập nhiều tuyến đường ở thành phố.",
    "Giá gạo xuất khẩu tăng 3% so với tháng trước.",
]
ENGLISH = [
    "On February 22, Minister Tô Lâm paid a working visit to Lao Cai Province.",
    "In the province, 18 targets have passed 70% of the plan for the whole term.",
    "Heavy rain flooded many roads in the city.",
    "Rice export prices rose 3% from the month before.",
]


def beads(source: list[str], english: list[str]) -> list[tuple[list[int], list[int]]]:
    """The aligned indexes as lists."""
    return [(list(bead.source), list(bead.target)) for bead in align(source, english, GLOSSARY)]


@pytest.mark.parametrize("left_out", range(4))
def test_a_sentence_left_out_or_added_stands_alone(left_out: int) -> None:
    rest = [text for index, text in enumerate(ENGLISH) if index != left_out]
    found = beads(SOURCE, rest)
    assert ([left_out], []) in found
    assert len(found) == 4
    rest = [text for index, text in enumerate(SOURCE) if index != left_out]
    assert ([], [left_out]) in beads(rest, ENGLISH)


def test_sentences_may_be_joined_and_split() -> None:
    joined = [f"{ENGLISH[0][:-1]}, and {ENGLISH[1][0].lower()}{ENGLISH[1][1:]}", *ENGLISH[2:]]
    assert beads(SOURCE, joined) == [([0, 1], [0]), ([2], [1]), ([3], [2])]
    assert beads([f"{SOURCE[0][:-1]}; {SOURCE[1]}", *SOURCE[2:]], ENGLISH) == [([0], [0, 1]), ([1], [2]), ([2], [3])]


@given(st.lists(st.sampled_from(SOURCE), max_size=12), st.lists(st.sampled_from(ENGLISH), max_size=12))
def test_every_sentence_is_in_exactly_one_bead(source: list[str], english: list[str]) -> None:
    found = align(source, english, GLOSSARY)
    assert list(chain.from_iterable(bead.source for bead in found)) == list(range(len(source)))
    assert list(chain.from_iterable(bead.target for bead in found)) == list(range(len(english)))


def test_a_document_is_checked_sentence_by_sentence() -> None:
    source = "\n\n".join(SOURCE)
    assert all(pair.report.ok for pair in check_document(source, "\n\n".join(ENGLISH)))
    wrong = "\n\n".join([ENGLISH[0], ENGLISH[3].replace("3%", "18%")])
    problems = [(list(pair.source), match) for pair in check_document(source, wrong) for match in pair.report.problems]
    assert [(place, match.status, match.kind) for place, match in problems] == [
        ([2], "missing", "content"),
        ([3], "missing", "content"),
        ([4], "changed", "percent"),
    ]
    fact = problems[2][1].source
    assert fact is not None
    assert source[fact.start_char : fact.end_char] == fact.text == "3%"
