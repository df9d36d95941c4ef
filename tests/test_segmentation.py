"""The seed as it must come out, that not one character is lost, and that time grows with length."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outlines import NEWS_SENTENCES, SEEDS, dense_text, news_text

from summarizer.article import Article, PartialDate
from summarizer.segmentation import segment
from summarizer.sentences import split_sentences

LAO_CAI = next(path for path in SEEDS if path.name == "lao-cai-2024-02.txt")


def test_the_seed() -> None:
    article = segment("lao-cai.txt", LAO_CAI.read_text(encoding="utf-8"))
    assert article.date == PartialDate(2024, 2)
    assert article.segments[0].text.startswith("Tại Hội nghị, Bộ trưởng Bộ Công an Tô Lâm")
    assert [p.segments[0].text for p in article.paragraphs if p.kind == "caption"] == [
        "Bộ trưởng Tô Lâm làm việc với Ban Thường vụ Tỉnh ủy Lào Cai.",
        "Đại tướng Tô Lâm phát biểu tại buổi làm việc.",
        "Bộ trưởng Tô Lâm thăm, động viên, giao nhiệm vụ cho lực lượng Công an Lào Cai.",
    ]
    assert {p.kind for p in article.paragraphs} == {"body", "caption"}
    assert len(article.paragraphs) == 14
    assert len(article.segments) == 17


# ---- nothing is lost

LAYOUT_MARKS = set("#-*+•·▪●◦–—_=~>|")


def check_lossless(article: Article, text: str) -> None:
    """The segments lie in order, each as the text has it, with nothing but whitespace and layout marks between."""
    assert article.text == text
    assert [s.id for s in article.segments] == list(range(1, len(article.segments) + 1))
    pieces, position = [], 0
    for one in article.segments:
        assert position <= one.start_char < one.end_char <= len(text)
        assert one.text == text[one.start_char : one.end_char] == one.text.strip()
        pieces += [text[position : one.start_char], one.text]
        position = one.end_char
    pieces.append(text[position:])
    assert "".join(pieces) == text
    gaps = "".join(pieces[::2])
    if article.date is not None:
        gaps = re.sub(r"[\d/():.,;|]|date|ngày|tháng|năm", "", gaps, flags=re.IGNORECASE)
    assert all(char.isspace() or char in LAYOUT_MARKS for char in gaps)
    assert all(paragraph.segments for paragraph in article.paragraphs)


@given(st.text(max_size=120) | dense_text | news_text, st.sampled_from(["-", "a.txt", "a.md"]))
def test_segmentation_is_lossless(text: str, name: str) -> None:
    check_lossless(segment(name, text), text)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_the_seeds_are_lossless(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    check_lossless(segment(str(path), text), text)


# ---- speed

PATTERNS = [
    *(
        "Ông đến. ",
        "A. ",
        "1. ",
        ". ",
        '."',
        ".)",
        "(",
        ")",
        '"',
        '" ',
        "“",
        "”",
        "...",
        "TP. ",
        ".    ",
        "\n",
        "a\n",
        ".\n",
    ),
    *(
        "- ",
        "# ",
        "* * ",
        "> ",
        "date 2024-02 ",
        "thứ hai, ",
        "nói: “A. B ",
        ".[1]",
        "Á.Á",
        "(trái ",
        "Ảnh ",
        "Tô Lâm. ",
    ),
    *("a b c d e f. ", "“A b c d e f. ", "Tô Lâm thăm.\n\n", "và các tỉnh miền núi phía Bắc, miền Trung và miền Nam\n"),
]


@pytest.mark.parametrize("pattern", PATTERNS, ids=repr)
def test_time_grows_linearly(pattern: str) -> None:
    def fastest(size: int) -> float:
        text = pattern * (size // len(pattern))
        times = []
        for _ in range(3):
            begin = time.process_time()
            segment("a.md", text)
            times.append(time.process_time() - begin)
        return min(times)

    # 8 times the text: linear code takes 8 times as long, quadratic code 64 times; 1 ms covers the clock
    assert fastest(40_000) < 32 * (fastest(5_000) + 0.001)


def test_ten_thousand_sentences() -> None:
    text = "\n\n".join([" ".join(NEWS_SENTENCES)] * 800)
    assert len(segment("a.txt", text).segments) == 800 * len(NEWS_SENTENCES)
    assert len(split_sentences(text)) == 800 * len(NEWS_SENTENCES)
