"""The line that dates an article: "date 2024-02", "(22/2/2024)", "Thứ Năm, 22/02/2024 - 10:30 (GMT+7)"."""

from __future__ import annotations

import datetime
import re
from itertools import islice
from typing import NamedTuple

from summarizer.article import PartialDate

MAX_LINES_TO_DATE = 3  # the date stands first, or alone on a line right under the title

# a line that is not blank, from its first word
LINE = re.compile(r"\S.*")
# 2024 | 2024-02 | 2024-02-22 | 22/2/2024 | 2/2024 | 22 tháng 2 năm 2024
_DATE = (
    r"(?P<date>\d{4}(?:-\d{1,2}){0,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}/\d{4}"
    r"|\d{1,2} tháng \d{1,2}(?: năm|,) \d{4})(?![\d/-])"
)
_TIME = r"\d{1,2}[:hg]\d{2}(?::\d{2})?"
# [, 10:30 (GMT+7)] at the end of a line
_REST_OF_LINE = rf"[ \t,|–-]*(?:{_TIME})?[ \t]*(?:\(?(?:GMT|UTC)[^)\n]{{0,8}}\)?)?[ \t.]*(?=\n|\Z)"
# date 2024-02 Tại Hội nghị | date: 22/02/2024 | date: 2024-02-22T10:30:00+07:00
KEYED_DATE = re.compile(
    rf"date[ \t]*:?[ \t]*{_DATE}(?:T\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?(?:{_REST_OF_LINE}|[,;.|]?(?=\s))",
    re.IGNORECASE,
)
# (22/2/2024) | (ngày 22/2/2024, 10:30)
BRACKETED_DATE = re.compile(rf"\((?:ngày )?{_DATE}(?:[ ,-]+{_TIME})?\)", re.IGNORECASE)
# Ngày 22/2/2024, 10:30 | Thứ Năm, 22/02/2024 - 10:30 (GMT+7) | Cập nhật lúc 10:30, ngày 22 tháng 2 năm 2024
LINE_DATE = re.compile(
    rf"(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|cập nhật|ngày đăng|lúc|ngày|{_TIME})[ \t,:|–-]+){{0,4}}"
    rf"{_DATE}{_REST_OF_LINE}",
    re.IGNORECASE,
)


class DateLine(NamedTuple):
    date: PartialDate | None
    start: int
    end: int


def find_date_line(text: str) -> DateLine:
    """The date line and its span; without one the date is None and the span empty.

    Example: find_date_line(" date 2024-02 Tại Hội nghị") == DateLine(PartialDate(2024, 2), 1, 13)
    """
    for number, line in enumerate(islice(LINE.finditer(text), MAX_LINES_TO_DATE)):
        for pattern in (KEYED_DATE, BRACKETED_DATE, LINE_DATE):
            found = pattern.match(text, line.start())
            date = _parse_date(found["date"]) if found else None
            if not found or not date or (pattern is LINE_DATE and not date.day):
                continue  # "2024" alone on a line may be a heading
            if number == 0 or not text[found.end() : line.end()].strip():
                return DateLine(date, found.start(), found.end())
    return DateLine(None, 0, 0)


def _parse_date(text: str) -> PartialDate | None:
    """The date of "2024-02", "22/2/2024" or "22 tháng 2 năm 2024"; None if the calendar lacks it."""
    parts = [int(figure) for figure in re.findall(r"\d+", text)]
    if parts[-1] > 31:
        parts.reverse()
    try:
        datetime.date(*[*parts, 1, 1][:3])
    except ValueError:
        return None
    return PartialDate(*parts)
