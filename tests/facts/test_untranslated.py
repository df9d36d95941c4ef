"""Words left in Vietnamese are told; names, loanwords and words of other languages are not."""

import pytest

from summarizer.facts import compare


@pytest.mark.parametrize(
    ("source", "translation", "left"),
    [
        ("nặng 200 pao trên Trái Đất", "weighs 200 pao on Earth", ["pao"]),
        ("Trời sẽ mưa to.", "It sẽ rain hard.", ["sẽ"]),
        ("Bão Gonu đạt đỉnh", "Bão Gonu peaked", ["Bão"]),
        ("triều đại Vua Sejong", "the reign of Vua Sejong", ["Vua"]),
        ("Liên đoàn Judo Toàn Nhật Bản", "the Japan Judo Toàn Federation", ["Toàn"]),
        ("Máy bay trực thăng đã giải cứu họ", "The May bay helicopter rescued them", ["May"]),
        ("Trung Tâm Dự Báo Bão Quốc Gia", "the Trung Tâm dự Báo Bão Quốc Gia", ["dự"]),
        ("ông Trần Văn Đức đến Huế", "Trần Văn Đức came to Huế", []),
        ("ông Đức nói", "Mr. Đức said", []),
        ("phố Hàng Bông", "Hàng Bông Street", []),
        ("mặc áo dài truyền thống", "in a traditional ao dai", []),  # taken over by English
        ("quán cà phê", "the café", []),
        ("đoàn Cirque du Soleil", "the Cirque du Soleil", []),  # a word of the foreign name beside it
        ("xem website.com.vn", "see website.com.vn", []),
        ("Tour 2024", "Tour 2024", []),
        ("", "", []),
    ],
)
def test_words_left_in_vietnamese(source: str, translation: str, left: list[str]) -> None:
    problems = [match for match in compare(source, translation).problems if match.kind == "untranslated"]
    assert [problem.target and problem.target.text for problem in problems] == left


def test_the_word_is_shown_in_both_texts() -> None:
    (problem,) = compare("Trời sẽ mưa to.", "It sẽ rain hard.").problems
    assert problem.source is not None
    assert problem.target is not None
    assert (problem.source.start_char, problem.target.start_char) == (5, 3)
    assert (problem.status, problem.reason) == ("changed", '"sẽ" is left in Vietnamese')
