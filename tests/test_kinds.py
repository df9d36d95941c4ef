"""Which paragraphs are titles, headings, captions."""

from __future__ import annotations

import pytest
from outlines import BODY, kinds


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        ("Bộ trưởng Tô Lâm thăm Lào Cai", "title"),
        ("GDP tăng 7,4%: vì sao?", "title"),  # a question may be a title
        ("Bộ trưởng Tô Lâm thăm Lào Cai.", "body"),  # a final point makes a sentence
        ("Kính gửi các đồng chí:", "body"),
        ("từ ngày 22/2", "body"),  # no title starts small
        (" ".join(["Từ"] * 21), "body"),  # over 20 words
        ("- Thăm Lào Cai", "body"),
    ],
)
def test_the_title(first: str, kind: str) -> None:
    assert kinds(f"{first}\n\n{BODY}") == [kind, "body"]
    assert kinds(f"date 2024-02\n{first}\n\n{BODY}") == [kind, "body"]


def test_a_lone_phrase_is_body() -> None:
    assert kinds("Bộ trưởng Tô Lâm thăm Lào Cai") == ["body"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Tiêm bù tại 31 tỉnh, thành phố", "heading"),
        ("1. Phát triển kinh tế", "heading"),  # a numbered line that stands alone
        ("Kết quả cụ thể như sau:", "body"),
        ("Không bỏ lại ai phía sau!", "body"),
        ('"Không bỏ lại ai"', "body"),  # a quote
        ("và các địa phương khác", "body"),
        (" ".join(["Từ"] * 16), "body"),
        ("Đại tướng Tô Lâm phát biểu tại buổi làm việc.", "caption"),
        ("Đại tướng Tô Lâm phát biểu tại buổi làm việc", "caption"),
        ("Bộ trưởng Tô Lâm (thứ hai từ trái sang) và cán bộ Lào Cai.", "caption"),
        ("Các đại biểu dự buổi làm việc.", "caption"),
        ("Quang cảnh buổi làm việc.", "caption"),
        ("Học sinh lớp 12 trường THPT Chu Văn An trong giờ ôn tập môn Toán.", "caption"),
        ("Nước lũ bao vây một ngôi nhà ở huyện Lệ Thủy, sáng 20/9.", "caption"),
        ("Ảnh: TTXVN", "caption"),
        ("(Ảnh: Bộ Công an)", "caption"),
        ("Ảnh minh họa: AFP", "caption"),
        ("Hơn 30 cán bộ dự buổi làm việc. Ảnh: TTXVN", "caption"),  # a credit settles it
        ("Hơn 30 cán bộ dự buổi làm việc (Ảnh: TTXVN).", "caption"),
        ("Lũ ở Lào Cai. (Nguồn: AFP/TTXVN)", "caption"),
        ("Bộ trưởng Tô Lâm thăm 5 xã của Lào Cai.", "body"),  # a figure
        ('Bộ trưởng Tô Lâm phát biểu: "Phải dựa vào dân".', "body"),  # a quote
        ("Bộ trưởng Tô Lâm cho biết sẽ tiếp tục thăm Lào Cai.", "body"),  # told, not shown
        ("Bộ trưởng Tô Lâm đã thăm Lào Cai.", "body"),
        ("Bộ trưởng Tô Lâm không thăm Lào Cai.", "body"),
        ("Bộ trưởng Tô Lâm thăm Lào Cai. Ông gặp dân.", "body"),  # two sentences
        ("Bộ trưởng Lê Nam thăm Lào Cai.", "body"),  # a name that the article has only here
        ("Lào Cai đón Tô Lâm.", "body"),  # a place is no person
        ("Các bị cáo có quyền kháng cáo.", "body"),  # no act that can be seen
        ("Ảnh hưởng của bão rất lớn: nhiều nhà sập.", "body"),  # "ảnh hưởng" is influence
    ],
)
def test_headings_and_captions(line: str, kind: str) -> None:
    assert kinds(f"{BODY}\n\n{line}\n\n{BODY}") == ["body", kind, "body"]


def test_numbered_items_are_no_headings() -> None:
    assert kinds(f"{BODY}\n\n1. Kinh tế\n\n2. Văn hóa\n\n{BODY}") == ["body"] * 4


def test_the_first_paragraph_is_no_caption() -> None:
    lead = "Bộ trưởng Tô Lâm thăm Lào Cai."
    assert kinds(f"{lead}\n\n{BODY}\n\n{lead}") == ["body", "body", "caption"]
