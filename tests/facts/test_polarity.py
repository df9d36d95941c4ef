"""Negation and direction: the words that deny, the words that only look so, and what each side may stand for."""

import pytest

from summarizer.facts.polarity import check_direction, check_negation, denials, denying_form
from summarizer.facts.tokens import Tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("không có ma túy", ["không"]),
        ("chưa đến nơi", ["chưa"]),
        ("hàng không", []),
        ("không khí lạnh", []),
        ("không chỉ đẹp mà còn rẻ", []),
        ("chẳng hạn như vậy", []),
        ("chưa đến 10%", []),  # a bound
        ("anh có đến không?", []),  # a question
        ("không biết, không nghe", ["không", "không"]),
    ],
)
def test_vietnamese_denials(text: str, words: list[str]) -> None:
    tokens = Tokens(text)
    assert [tokens.words[index] for index in denials(tokens, "vi")] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("he did not go", ["not"]),
        ("he didn’t go", ["didn’t"]),
        ("not only good", []),
        ("cosmonaut No. 11", []),
        ("No one came", ["No"]),
        ("without injuries", ["without"]),
    ],
)
def test_english_denials(text: str, words: list[str]) -> None:
    tokens = Tokens(text)
    assert [tokens.words[index] for index in denials(tokens, "en")] == words


@pytest.mark.parametrize(
    ("word", "denies"), [("unknown", True), ("homeless", True), ("under", False), ("union", False)]
)
def test_words_that_deny_by_their_form(word: str, denies: bool) -> None:
    assert denying_form(word) is denies


@pytest.mark.parametrize(
    ("source", "translation", "statuses"),
    [
        ("anh không đến", "he did not come", ["found"]),
        ("anh không đến", "he came", ["missing"]),
        ("anh không hài lòng", "he was unhappy", ["found"]),
        ("anh không đến, không gọi", "he did not come, did not call", ["found", "found"]),
        ("anh không đến, không gọi", "he did not come, but called", ["missing", "found"]),
        ("anh đến", "he did not come", ["added"]),
        ("anh từ chối", "he did not accept", []),  # to refuse is not to accept
        ("anh dừng lại và không nói", "he stopped and spoke", ["missing"]),  # "stopped" is "dừng", and denies nothing
        ("anh đến", "he came", []),
    ],
)
def test_check_negation(source: str, translation: str, statuses: list[str]) -> None:
    assert [match.status for match in check_negation(Tokens(source), Tokens(translation))] == statuses


@pytest.mark.parametrize(
    ("source", "translation", "alarm"),
    [
        ("giá tăng", "prices rose", False),
        ("giá tăng", "prices fell", True),
        ("giá giảm", "prices increased", True),
        ("giá giảm", "prices were cut", False),
        ("giá tăng rồi giảm", "prices rose, then fell", False),
        ("anh ngã", "he fell", False),  # no movement of a quantity
    ],
)
def test_check_direction(source: str, translation: str, alarm: bool) -> None:
    assert bool(check_direction(Tokens(source), Tokens(translation))) is alarm
