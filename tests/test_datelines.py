"""Which line dates an article, and which date belongs to a sentence."""

from __future__ import annotations

import pytest
from outlines import BODY

from summarizer.article import PartialDate
from summarizer.segmentation import segment


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("date 2024-02", PartialDate(2024, 2)),
        ("date 2024", PartialDate(2024)),
        ("date 2024-02-22", PartialDate(2024, 2, 22)),
        ("Date: 2024-2-5", PartialDate(2024, 2, 5)),
        ("date: 22/02/2024", PartialDate(2024, 2, 22)),
        ("date: 02/2024", PartialDate(2024, 2)),
        ("date: 2024-02-22T10:30:00+07:00", PartialDate(2024, 2, 22)),
        ("(22/2/2024)", PartialDate(2024, 2, 22)),
        ("(Ngày 22/2/2024, 10:30)", PartialDate(2024, 2, 22)),
        ("Ngày 22/2/2024, 10:30", PartialDate(2024, 2, 22)),
        ("22.02.2024", PartialDate(2024, 2, 22)),
        ("22-2-2024 | 7h05", PartialDate(2024, 2, 22)),
        ("Thứ Năm, 22/02/2024 - 10:30 (GMT+7)", PartialDate(2024, 2, 22)),
        ("Chủ nhật, ngày 25 tháng 2 năm 2024", PartialDate(2024, 2, 25)),
        ("Cập nhật lúc 10:30, ngày 22/2/2024.", PartialDate(2024, 2, 22)),
        ("10:30 22/02/2024", PartialDate(2024, 2, 22)),
        ("date 2024-13", None),  # no such month
        ("date: 30/02/2024", None),
        ("31/4/2024", None),
        ("2024", None),  # alone, a year may be a heading
        ("date của cuộc họp", None),
        ("22/2", None),  # no year
    ],
)
def test_the_date_line(line: str, date: PartialDate | None) -> None:
    for text in (f"{line}\n\n{BODY}", f" {line}\n{BODY}", f"Bộ trưởng thăm Lào Cai\n{line}\n\n{BODY}"):
        article = segment("a.txt", text)
        assert article.date == date
        assert any(line in s.text or s.text in line for s in article.segments) == (date is None)
        assert article.segments[-1].text == BODY


@pytest.mark.parametrize("line", ["date 2024-02", "date: 22/02/2024,", "(22/2/2024)", "date 2024-02-22T10:30Z"])
def test_the_date_may_stand_before_the_first_sentence(line: str) -> None:
    article = segment("-", f" {line} {BODY} Hết.")
    assert [s.text for s in article.segments] == [BODY, "Hết."]
    assert article.date is not None


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 22/2/2024, Bộ trưởng Tô Lâm thăm Lào Cai.",  # the date belongs to the sentence
        "22/2/2024 là ngày hội. Hết.",
        "Update 2024-02 đã có. Hết.",
        f"{BODY}\n\n{BODY}\n\n{BODY}\n\n22/2/2024",  # too far down
    ],
)
def test_dates_of_sentences_stay(text: str) -> None:
    article = segment("a.txt", text)
    assert article.date is None
    assert article.segments[0].start_char == 0


def test_a_time_after_the_date_stays_in_the_sentence() -> None:
    article = segment("a.txt", "date 2024-02 7h30 sáng, ông đến Lào Cai.")
    assert [s.text for s in article.segments] == ["7h30 sáng, ông đến Lào Cai."]
