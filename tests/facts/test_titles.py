"""Offices must not become others, within their group and beyond it."""

import pytest

from summarizer.facts import compare


@pytest.mark.parametrize(
    ("source", "translation", "wrong"),
    [
        ("Công điện 98/CĐ-TTg của Thủ tướng", "Dispatch 98/CD-TTg of the President", "President"),
        ("Tổng thống phát biểu", "The Prime Minister spoke", "Prime Minister"),
        ("Thứ trưởng phát biểu", "The Minister spoke", "Minister"),
        ("Bộ trưởng phát biểu", "The Deputy Minister spoke", "Deputy Minister"),
        ("Phó Chủ tịch phát biểu", "The Chairman spoke", "Chairman"),
        ("Chủ tịch nước phát biểu", "The Prime Minister spoke", "Prime Minister"),
        ("Trung tá phát biểu", "The Major spoke", "Major"),
        ("Thủ tướng phát biểu", "The Premier spoke", None),
        ("Thủ tướng phát biểu", "The PM spoke", None),
        ("Thủ tướng và Tổng thống gặp nhau", "The Prime Minister and the President met", None),
        ("Thủ tướng gặp hiệu trưởng", "The government's leader met the university president", None),
        ("Chủ tịch tập đoàn phát biểu", "The group's president spoke", None),
    ],
)
def test_offices(source: str, translation: str, wrong: str | None) -> None:
    problems = [problem for problem in compare(source, translation).problems if problem.kind == "person"]
    assert [problem.target and problem.target.text for problem in problems] == ([] if wrong is None else [wrong])


def test_the_office_is_shown_as_english_writes_it() -> None:
    match = compare("Thủ tướng phát biểu", "The Prime Minister spoke").matches[0]
    assert match.target is not None
    assert (match.target.text, match.target.start_char, match.weak) == ("Prime Minister", 4, False)


def test_an_office_that_is_not_named_is_found_weakly() -> None:
    match = compare("Thủ tướng phát biểu", "He spoke").matches[0]
    assert (match.status, match.target, match.weak) == ("found", None, True)
