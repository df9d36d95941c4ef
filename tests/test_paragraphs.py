"""Where paragraphs end, and which lines are one."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outlines import NEWS_SENTENCES, SEEDS, kinds, outline, sentences

from summarizer.article import PartialDate
from summarizer.segmentation import segment


def test_blank_lines_separate_paragraphs() -> None:
    text = "Một câu. Hai câu.\n\n\n  \nBa câu.\n"
    assert outline(text) == [("body", ["Một câu.", "Hai câu."]), ("body", ["Ba câu."])]


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    text = "Ông đến Lào Cai. Bà đi.\nHọ về Hà Nội.\nHết."
    assert outline(text) == [
        ("body", ["Ông đến Lào Cai.", "Bà đi."]),
        ("body", ["Họ về Hà Nội."]),
        ("body", ["Hết."]),
    ]


def wrap(text: str, width: int) -> str:
    """Each paragraph of `text` hard-wrapped."""
    return "\n\n".join(
        textwrap.fill(paragraph, width, break_long_words=False, break_on_hyphens=False)
        for paragraph in re.split(r"\n\s*\n", text.strip())
    )


def test_a_dash_or_a_number_may_start_a_wrapped_line() -> None:
    text = (
        "Báo cáo của Ủy ban nhân dân tỉnh cho thấy hầu hết các chỉ tiêu do đại hội đề ra đến nay đạt từ 50 - 70% và "
        "còn tăng nhanh hơn nữa trong tháng 10. Trái lại, số ca mắc mới giảm nhiều so với cùng kỳ của năm trước đó."
    )
    seen = set()
    for width in range(50, 100):
        wrapped = wrap(text, width)
        seen |= {start for start in ("\n- 70%", "\n10. ") if start in wrapped}
        assert [" ".join(part.split()) for _, parts in outline(wrapped) for part in parts] == sentences(text)
    assert seen == {"\n- 70%", "\n10. "}


def test_a_wrapped_paragraph_ends_at_its_short_line() -> None:
    text = (
        "Bộ trưởng Tô Lâm đánh giá cao kết quả Lào Cai đã đạt được\n"
        "trong thời gian qua và cảm ơn.\n"
        "Lào Cai dành nguồn lực khoảng 1.500 tỷ đồng để đầu tư cho\n"
        "lực lượng Công an đến năm 2030.\n"
    )
    assert [len(words) for _, words in outline(text)] == [1, 1]


def test_lines_of_verse_and_lists_are_not_joined() -> None:
    text = "Tham dự có:\nông An\nbà Bình\nông Chi\n"
    assert [words for _, words in outline(text)] == [["Tham dự có:"], ["ông An"], ["bà Bình"], ["ông Chi"]]


@pytest.mark.parametrize("width", range(50, 121, 7))
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_wrapping_changes_no_sentence(path: Path, width: int) -> None:
    text = path.read_text(encoding="utf-8").strip()
    unwrapped = [(kind, [" ".join(words.split()) for words in parts]) for kind, parts in outline(wrap(text, width))]
    expected = [(kind, [" ".join(words.split()) for words in parts]) for kind, parts in outline(text)]
    assert [parts for _, parts in unwrapped] == [parts for _, parts in expected]
    assert [k for k, _ in unwrapped if k != "heading"] == [k for k, _ in expected if k != "heading"]


FOUR_LINES = [
    "Bộ trưởng Tô Lâm đánh giá cao kết quả mà tỉnh Lào Cai đã đạt",
    "được trong thời gian qua, đồng thời ủng hộ các dự án của tỉnh.",
    "Lào Cai dành nguồn lực khoảng một nghìn năm trăm tỷ đồng cho",
    "lực lượng Công an và các xã vùng cao đến hết năm hai nghìn ba.",
]


WIDE_TITLE = "Bộ trưởng Tô Lâm thăm Lào Cai và cam kết sẽ dành hàng nghìn tỷ đồng cho lực lượng"


@pytest.mark.parametrize(
    ("lines", "paragraph_count"),
    [
        (FOUR_LINES, 1),
        (["  " + FOUR_LINES[0], FOUR_LINES[1], "  " + FOUR_LINES[2], FOUR_LINES[3]], 2),
        ([WIDE_TITLE, *FOUR_LINES * 3], 2),
        (["Bản tin của các đài", FOUR_LINES[1], *FOUR_LINES[2:]], 2),
        (["Tham dự có ông An", "và bà Lê Thị Bình", "và ông Trần Chi"], 3),
        ([*("Lào Cai", "Hà Nội", "Huế", "Vinh", "Đà Lạt"), *FOUR_LINES[:2]], 7),
    ],
    ids=["full lines", "indents", "wide title", "short line", "narrow lines", "a single break proves nothing"],
)
def test_which_lines_are_joined(lines: list[str], paragraph_count: int) -> None:
    assert len(outline("\n".join(lines))) == paragraph_count


def test_list_items() -> None:
    text = "Nhiệm vụ gồm:\n- Xây dựng lực lượng;\n* Giữ an ninh. Phòng tội phạm.\n+ 5 việc khác\n• Hết\n"
    assert [words for _, words in outline(text)] == [
        ["Nhiệm vụ gồm:"],
        ["Xây dựng lực lượng;"],
        ["Giữ an ninh.", "Phòng tội phạm."],
        ["5 việc khác"],
        ["Hết"],
    ]
    assert kinds(text) == ["body"] * 5


def test_numbers_of_items_are_kept_and_signs_of_figures_too() -> None:
    text = "Kết quả như sau.\n\n1. Kinh tế tăng 5%\n2. Nhiệt độ thấp\n-5 độ C ở Sa Pa.\n> 70% đạt.\n"
    assert [words for _, words in outline(text)][1:] == [
        ["1. Kinh tế tăng 5%"],
        ["2. Nhiệt độ thấp"],
        ["-5 độ C ở Sa Pa."],
        ["> 70% đạt."],
    ]
    assert kinds(text) == ["body"] * 5


def test_markdown() -> None:
    text = (
        "# Bão số 4 vào miền Trung.\n\ndate: 2024-09-20\n\n---\n\n## Thiệt hại\n\n9 người chết. **4 người** mất tích."
        "\n\n> Không để ai bị đói.\n\n* Một\n* Hai\n\n# Phần sau\n\n***\n"
    )
    assert outline(text, "bao.md") == [
        ("title", ["Bão số 4 vào miền Trung."]),
        ("heading", ["Thiệt hại"]),
        ("body", ["9 người chết.", "**4 người** mất tích."]),
        ("body", ["Không để ai bị đói."]),
        ("body", ["Một"]),
        ("body", ["Hai"]),
        ("heading", ["Phần sau"]),
    ]
    assert segment("bao.md", text).date == PartialDate(2024, 9, 20)


@given(st.lists(st.lists(st.sampled_from(NEWS_SENTENCES), min_size=1, max_size=4), min_size=1, max_size=6))
def test_paragraphs_are_kept(paragraphs: list[list[str]]) -> None:
    text = "\n\n".join(map(" ".join, paragraphs))
    assert [parts for _, parts in outline(text)] == paragraphs
