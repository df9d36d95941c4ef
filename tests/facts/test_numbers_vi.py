"""Vietnamese numbers: digits, words, scales, and the round trip through the words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.facts.numbers_vi import parse_number, read_number
from summarizer.facts.say_vi import say
from summarizer.facts.tokens import Tokens


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.500", "1500"),  # the point groups thousands
        ("1.234.567", "1234567"),
        ("2,5", "2.5"),  # the comma is the decimal mark
        ("1,05", "1.05"),  # not 1.5: the zero counts
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),  # English habit, unmistakable
        ("10,000", "10000"),  # English habit: nobody writes three decimals that end in zero
        ("3.5", "3.5"),  # English habit: no group of three
        ("0,125", "0.125"),
        ("1.500 tỷ", "1.5e12"),
        ("30.000 tỷ", "3e13"),
        ("3 nghìn tỷ", "3e12"),
        ("1 triệu tỷ", "1e15"),
        ("1 triệu 200 nghìn", "1200000"),
        ("2 tỷ 500 triệu", "2.5e9"),
        ("2,375 triệu", "2375000"),  # before a scale word the comma marks decimals
        ("2 triệu rưỡi", "2500000"),
        ("5 chục", "50"),
        ("3 vạn", "30000"),
        ("năm", "5"),
        ("mười một", "11"),
        ("hai mươi lăm", "25"),
        ("hai mươi tư", "24"),
        ("ba mươi mốt", "31"),
        ("hai lăm", "25"),  # spoken short form
        ("một trăm linh năm", "105"),
        ("một trăm lẻ năm", "105"),
        ("một trăm rưỡi", "150"),
        ("hai trăm năm mươi", "250"),
        ("năm trăm", "500"),
        ("hai nghìn không trăm hai mươi tư", "2024"),
        ("hai nghìn ba trăm tỷ", "2.3e12"),  # what stands before tỷ is multiplied as a whole
        ("một phẩy không năm", "1.05"),
        ("âm 1,6", "-1.6"),
        ("âm mười lăm", "-15"),
        ("½", "0.5"),
    ],
)
def test_parse_number(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "tỷ lệ", "mươi", "20.08.2024", "hai người", "không khí"])
def test_parse_number_refuses_what_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match="no Vietnamese number"):
        parse_number(text)


def test_after_muoi_the_word_nam_is_the_year() -> None:
    number = read_number(Tokens("hai mươi năm"), 0)
    assert number is not None
    assert number.values == (Decimal(20),)
    assert number.end == 2


def test_a_ratio_is_no_billion() -> None:
    number = read_number(Tokens("hai tỷ lệ"), 0)
    assert number is not None
    assert number.values == (Decimal(2),)


def test_three_decimals_have_two_values() -> None:
    number = read_number(Tokens("2,375 km"), 0)
    assert number is not None
    assert set(number.values) == {Decimal("2.375"), Decimal(2375)}


numbers = st.one_of(
    st.sampled_from([0, 1, 5, 10, 15, 21, 100, 105, 110, 1000, 1005, 10**6, 10**9, 10**12, 10**15]).map(Decimal),
    st.integers(min_value=-(10**15), max_value=10**15).map(Decimal),
    st.decimals(min_value=-(10**9), max_value=10**9, places=6, allow_nan=False, allow_infinity=False),
)


@given(numbers)
def test_parse_reads_what_say_says(value: Decimal) -> None:
    assert parse_number(say(value)) == value
