"""Negation: the words that deny, the words that only look so, and what each side may stand for."""

import pytest

from summarizer.facts import compare
from summarizer.facts.denials import denials, denying_form, read_denials
from summarizer.facts.denied import denied_words, vietnamese_of
from summarizer.facts.polarity import check_negation
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
        ("kiểm tra xem có lỗi không, rồi chạy", []),  # a question
        ("kiểm tra đã xong chưa trước khi chạy", []),
        ("họ có điện, còn chúng tôi thì không.", ["không"]),  # an answer
        ("nếu không thể đến", ["không"]),  # "nếu không" alone is "otherwise"
        ("số không có dấu", ["không"]),  # "số không" alone is zero
        ("không lưu trữ", ["không"]),  # "không lưu" alone is air traffic control
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
    ("word", "denies"),
    [
        ("unknown", True),
        ("homeless", True),
        ("inimitable", True),
        ("nonprinting", True),
        ("under", False),
        ("union", False),
        ("undead", False),
        ("nonetheless", False),
    ],
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
        ("anh không biết", "he ran", ["missing"]),
        ("anh không biết", "he was unaware", ["found"]),
        ("anh không đồng ý", "he disagreed", ["found"]),  # the contrary by its form
        ("anh không đồng ý nhưng tôi không quan tâm", "he may disagree but I do care", ["missing", "found"]),
        ("nó không cần thiết", "it was needed", ["missing"]),  # an idiom, but its word is stated
        ("nó không cần thiết", "it was idle", []),
        ("không chỉ anh mà cả em", "not only he but also his brother", []),
        ("chỉ anh đến", "not only he came", ["added"]),
        ("anh không bị thương", "he was not unhurt", ["found", "added"]),
        ("điều đó phổ biến", "that is not uncommon", []),  # an understatement
        ("điều đó không hiếm", "that is not uncommon", ["found"]),
        ("đó là điều không thể tránh khỏi", "that was not inevitable", ["added"]),
        ("việc đó được thực thi không nhân nhượng", "it was carried out without fail", ["found"]),
        ("Không phải tất cả đều ủng hộ", "Not all were supportive", ["found"]),
        ("anh không gặp khó khăn", "he was barely troubled", ["found"]),  # "khó" belongs to "không"
        ("nó rất khó xảy ra, anh nói", "it is not unlikely to happen, he said", ["added"]),  # "khó" is "unlikely"
        ("cô không chỉ biết hát mà còn biết nhảy", "she could not sing not only but dance", ["added"]),
        ("tôi nghĩ anh không nên đi", "I do not think he should go", ["found"]),  # the denial moved up
        ("anh bất lực", "he could not help it", []),
        ("anh không ngừng nói", "he did not stop talking", []),
        ("anh không lâu sau đến", "he came not long after", []),
        ("anh từ chối", "he did not accept", []),  # to refuse is not to accept
        ("anh dừng lại và không nói", "he stopped and spoke", ["missing"]),  # "stopped" is "dừng", and denies nothing
        (
            "Không bật tùy chọn này thì sẽ thay toàn câu",
            "The whole sentence is replaced if it is not enabled",
            ["found"],
        ),
        ("Không ai biết mục đích của những mặt nạ này", "The purpose of the masks they wear is unknown", ["found"]),
        ("tính năng này không khác gì cũ", "this feature is the same as before", []),
        ("đó là người không minh bạch", "that is a dubious man", ["found"]),
        ("công thức nếu đối số khác số nguyên", "the formula if the argument is not an integer", []),
        ("lời nhắc là “I don’t know”", "the prompt is “I don’t know”", ["found"]),  # the same words on both sides
        ("gõ lệnh no hoặc yes", "type no or yes", []),
        ("đó không phải là không có hại", "it is not without harm", []),
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


def test_idioms_and_bounds_are_no_outright_denials() -> None:
    assert [denial.strong for denial in read_denials(Tokens("không ít người không đến 5 lần"), "vi")] == [False, False]
    assert [denial.strong for denial in read_denials(Tokens("not only he, nobody came"), "en")] == [False, True]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("không biết", ["biết"]),
        ("không được đồng ý", ["đồng ý"]),  # the longer word
        ("không cần phải dùng", ["cần phải", "dùng"]),
        ("không cần thiết", ["cần thiết"]),  # an idiom that denies one word
        ("không sớm thì muộn", []),  # an idiom that denies none
        ("không Hamlin", []),
    ],
)
def test_denied_words(text: str, words: list[str]) -> None:
    tokens = Tokens(text)
    assert denied_words(tokens, read_denials(tokens, "vi")[0]) == words


@pytest.mark.parametrize(
    ("word", "vietnamese"), [("knew", "biết"), ("improved", "cải thiện"), ("surviving", "qua khỏi")]
)
def test_vietnamese_of(word: str, vietnamese: str) -> None:
    assert vietnamese in vietnamese_of(word)


def test_long_texts_are_compared_by_number() -> None:
    source, right = "Anh không đến. " * 400, "He did not come. " * 400
    assert {match.status for match in check_negation(Tokens(source), Tokens(right))} == {"found"}
    wrong = right.replace("did not come", "came", 1)
    assert "missing" in {match.status for match in check_negation(Tokens(source), Tokens(wrong))}


@pytest.mark.parametrize(
    ("english", "kept"),
    [
        ("communes without crime, social evils or drugs", True),  # one denial for the series
        ("communes with no crime, no social evils and no drugs", True),
        ("communes without crime, with social evils and drugs", False),
        ("communes with crime, social evils or drugs", False),
    ],
)
def test_one_denial_covers_a_series(english: str, kept: bool) -> None:
    source = "xã không có tội phạm, không có tệ nạn, không có ma túy"
    assert compare(source, english).ok is kept
