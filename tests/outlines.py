"""What the tests of segmentation share: articles as outlines, sentences to build texts of, texts to try."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from summarizer.segmentation import segment
from summarizer.sentences import split_sentences

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
BODY = "Bộ trưởng Tô Lâm đã thăm và làm việc với Ban Thường vụ Tỉnh ủy Lào Cai trong ngày 22/2."
NEWS_SENTENCES = [
    "Ngày 22/2, Bộ trưởng Tô Lâm thăm Lào Cai.",
    "PGS.TS. Nguyễn Văn An và BS. Lê Hà làm việc tại TP. Hồ Chí Minh.",
    "Tỉnh dành khoảng 1.500 tỷ đồng, tăng 7,4% so với năm 2023.",
    'Ông nói: "Chúng tôi không để ai bị đói".',
    '"Bao giờ xong?", bà hỏi.',
    "Có 18/24 chỉ tiêu đạt trên 70% (còn lại đạt 50 - 70%).",
    "Vì sao giá vàng tăng?",
    "Hãy chờ đợi!",
    "Trang bocongan.gov.vn đưa tin...",
    "Bị cáo Nguyễn Văn B. khai nhận đã lấy 3,2 tỷ đồng theo Điều 353 Bộ luật Hình sự 2015.",
    "“Đề thi không đánh đố”, ông Hiển nói.",
    "Rau, củ, quả, v.v. đều tăng giá trong quý III/2024.",
    "100% xã đã bố trí điều tra viên.",
]

news_text = st.lists(
    st.sampled_from(NEWS_SENTENCES)
    | st.sampled_from(
        ["TP.", "Q. 1", "v.v.", "A.", "1.500", '"', "“", "”", "(", ")", "...", "?!", "- ", "# ", "> ", "1. "]
    )
    | st.sampled_from(
        ["\n", "\n\n", " ", "\t", "date 2024-02 ", "Ngày 22/2/2024\n", "Ảnh: TTXVN", "---\n", "Kết quả\n"]
    ),
    max_size=25,
).map(" ".join)
dense_text = st.text(st.sampled_from('aAđĐ1.!?…"“”()[]*_#->|:;, \n\t\r\u2028\u00a0'), max_size=60)


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


def outline(text: str, name: str = "a.txt") -> list[tuple[str, list[str]]]:
    return [(p.kind, [s.text for s in p.segments]) for p in segment(name, text).paragraphs]


def kinds(text: str, name: str = "a.txt") -> list[str]:
    return [paragraph.kind for paragraph in segment(name, text).paragraphs]
