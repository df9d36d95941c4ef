"""Negation: the words that deny, the words that only look so, and what each side may stand for."""

import pytest

from summarizer.facts.polarity import check_negation, denials, denying_form
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
        ("anh không biết", "he knew", ["missing"]),
        ("anh không biết", "he ran", ["found"]),  # what is denied is not said either
        ("anh bất lực", "he could not help it", []),
        ("anh không ngừng nói", "he did not stop talking", []),
        ("anh không lâu sau đến", "he came not long after", []),
        ("anh từ chối", "he did not accept", []),  # to refuse is not to accept
        ("anh dừng lại và không nói", "he stopped and spoke", ["missing"]),  # "stopped" is "dừng", and denies nothing
        ("anh đến", "he came", []),
    ],
)
def test_check_negation(source: str, translation: str, statuses: list[str]) -> None:
    assert [match.status for match in check_negation(Tokens(source), Tokens(translation))] == statuses


def test_a_denial_far_from_its_place_is_added() -> None:
    source = "Ông không nhận tiền của công ty, rồi đến thành phố, gặp bạn cũ và ở lại đó suốt mùa hè năm ấy"
    right = "He did not take money from the firm, then went to the city, met old friends and stayed for the summer"
    wrong = "He was impartial to the firm, then went to the city, met old friends and did not stay for the summer"
    assert [match.status for match in check_negation(Tokens(source), Tokens(right))] == ["found"]
    assert [match.status for match in check_negation(Tokens(source), Tokens(wrong))] == ["found", "added"]
