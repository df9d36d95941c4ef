"""Given names that stand alone mean the person named in full; common words with a capital do not."""

from __future__ import annotations

import pytest

from summarizer.persons import Persons

COURT = (
    "Bị cáo Đỗ Khắc Vịnh, 52 tuổi, bị phạt 16 năm tù.",
    "Theo bản án, Vịnh chỉ đạo bà Nghiêm Thị Bích Thảo lập hồ sơ.",
    "Vịnh đã bị tạm giam.",
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vịnh đã bị tạm giam.", [("Đỗ Khắc Vịnh", 0)]),  # at the head, since it stands alone elsewhere
        ("Theo bản án, Vịnh nói.", [("Đỗ Khắc Vịnh", 13)]),
        ("Ông Vịnh nói.", [("Đỗ Khắc Vịnh", 4)]),  # an address may have a capital
        ("Thảo luận kéo dài.", []),  # "Thảo" never stood alone: here it is a part of "discussion"
        ("Ông Trần Văn Vịnh nói.", []),  # another person's full name
        ("Vịnh Hạ Long đẹp.", []),  # a capitalized neighbor: a place
        ("một vịnh biển", []),
        ("", []),
    ],
)
def test_find(text: str, found: list[tuple[str, int]]) -> None:
    terms = Persons(COURT).find(text)
    assert [(term.entry.target, term.start_char) for term in terms] == found
    assert all(text[term.start_char : term.end_char] == term.entry.source for term in terms)


def test_two_persons_of_one_given_name_are_known_by_neither() -> None:
    persons = Persons([*COURT, "Ông Trần Quang Vịnh khai khác."])
    assert persons.find("Theo bản án, Vịnh nói.") == []


def test_without_sentences_nobody_is_known() -> None:
    assert Persons([]).find("Vịnh nói.") == []
