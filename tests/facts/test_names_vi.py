"""Names in Vietnamese: what is one, what only looks like one, and how English may write it."""

import pytest

from summarizer.facts.names_vi import read_names
from summarizer.facts.places import match_place
from summarizer.facts.syllables import fold, is_vietnamese
from summarizer.facts.tokens import Tokens


@pytest.mark.parametrize("word", ["Lâm", "nguyễn", "Kim", "an", "quyết", "nghiêng", "Đắk"])
def test_vietnamese_syllables(word: str) -> None:
    assert is_vietnamese(word) is (word != "Đắk")  # a name of the highlands, no syllable of Vietnamese


@pytest.mark.parametrize("word", ["Trump", "Reid", "Vidal", "Jong", "Whitehall", "FIFA", "Zayat"])
def test_foreign_words(word: str) -> None:
    assert not is_vietnamese(word)


def test_fold_takes_all_signs_away() -> None:
    assert fold("Đắk Lắk") == "dak lak"
    assert fold("L’Oréal") == "l'oreal"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("gặp Tô Lâm tại Lào Cai", [("person", "Tô Lâm"), ("place", "Lào Cai")]),
        ("bà Nguyễn Thị Kim Ngân", [("person", "Nguyễn Thị Kim Ngân")]),
        ("Ông Reid lái xe", [("person", "Reid")]),
        ("Kim Jong Un đến Nga", [("name", "Kim Jong Un"), ("place", "Nga")]),
        ("ở Hàn Quốc và Triều Tiên", [("place", "Hàn Quốc"), ("place", "Triều Tiên")]),
        ("Thành phố Hồ Chí Minh", [("place", "Thành phố Hồ Chí Minh")]),
        ("Theo Pittman, trời đẹp", [("name", "Pittman")]),  # "Theo" is Vietnamese: according to
        ("chị Nga và anh Đức", []),  # given names, no countries
        ("Anh ấy là người Anh", [("place", "Anh")]),
        ("27 triệu bảng Anh", []),  # the currency, not the country
        ("tiếng Pháp", [("place", "Pháp")]),
        ("Hội nghị Trung ương", []),
        ("UBND tỉnh Quảng Bình", [("acronym", "UBND"), ("place", "Quảng Bình")]),
        ("xem video trên Internet", []),  # words that Vietnamese uses as its own
        ("David O'Shannessy nói", [("name", "David O'Shannessy")]),
        ("ngôi sao Kim Kardashian", [("name", "Kim Kardashian")]),  # no planet
        ("TIN MỚI NHẤT HÔM NAY", []),  # a headline in capitals
    ],
)
def test_read_names(text: str, names: list[tuple[str, str]]) -> None:
    assert [(fact.kind, fact.text) for fact in read_names(Tokens(text))] == names


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Hàn Quốc", "South Korea"),
        ("Mỹ", "United States"),
        ("Lào", "Laos"),
        ("Thổ Nhĩ Kỳ", "Turkey"),
        ("Liên Hợp Quốc", "United Nations"),
        ("châu Âu", "Europe"),
        ("Bình Nhưỡng", "Pyongyang"),
        ("Hà Giang", "Ha Giang"),  # a province until 2025
        ("Đắk Lắk", "Dak Lak"),
        ("Hà Nội", "Hanoi"),
        ("Bát Xát", "Bat Xat"),  # a district until 2025
        ("Sao Kim", "Venus"),
        ("sao Kim", "Venus"),
        ("sông Ấn", "Indus"),
        ("Quý Châu", "Guizhou"),
    ],
)
def test_places_and_their_english(text: str, english: str) -> None:
    found = match_place(Tokens(text), 0)
    assert found is not None
    assert found[0].english[0] == english


def test_a_place_needs_its_capitals() -> None:
    assert match_place(Tokens("nga ngố"), 0) is None
