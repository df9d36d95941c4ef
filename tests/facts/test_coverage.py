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
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert sentences(Tokens(text)) == count


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
