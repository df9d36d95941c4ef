"""Sentences are counted and lengths compared."""

import pytest

from summarizer.facts.coverage import check_coverage, sentences
from summarizer.facts.tokens import Tokens


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Không có dấu chấm", 1),
        ("Một câu. Hai câu. Ba câu!", 3),
        ("TP. Hồ Chí Minh là một thành phố.", 1),  # an abbreviation ends no sentence
        ('Ông nói: "Tôi đi."', 1),
        ("Rồi sao? Không biết...", 2),
        ("1.500 người và 2.5 km.", 1),
        ("Nó có lợi cho “photon”. Các nhà khoa học biết.", 2),  # the mark after a quotation
        ("Ông đã đi. Bà ở lại.", 2),  # a short syllable
        ("Đó là tiếng E-xtô-ni-a. Nó có chữ Õ.", 2),  # a syllable, no abbreviation
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(Tokens(text))) == count


SOURCE = "Ông nói đùa về những lời chỉ trích mà ông sẽ nhận được. Sau đó ông rời hội trường cùng vợ và các con."


@pytest.mark.parametrize(
    ("translation", "complete"),
    [
        ("He joked about the criticism he would get. Then he left the hall with his wife and children.", True),
        ("He joked about the criticism he would get, then left the hall with his wife and children.", True),
        ("He joked about the criticism he would get.", False),
        ("", False),
    ],
)
def test_check_coverage(translation: str, complete: bool) -> None:
    assert (check_coverage(Tokens(SOURCE), Tokens(translation)) == []) is complete


def test_a_short_sentence_that_is_left_out() -> None:
    source = "Cuộc điều tra đã được mở. Đây là máy bay chính của quân đội Nga và quân đội Xô Viết từ năm 1970 tới nay."
    rest = "It has been a major component of Russian and Soviet forces since 1970."
    assert check_coverage(Tokens(source), Tokens(f"An inquiry was opened. {rest}")) == []
    assert check_coverage(Tokens(source), Tokens(rest)) != []
