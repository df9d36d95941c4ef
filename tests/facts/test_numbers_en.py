"""English numbers: digits, words, scales, and the round trip through the words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.facts.numbers_en import parse_number
from summarizer.facts.say_en import say


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,500", "1500"),
        ("1.5", "1.5"),
        ("1.500", "1.5"),  # the point marks decimals, even before three digits
        ("1.500.000", "1500000"),  # two points can only group
        ("3,5", "3.5"),  # left from the Vietnamese; the value is clear, the writing is reported elsewhere
        ("1,00,000", "100000"),
        ("1.5 trillion", "1.5e12"),
        ("1,500 billion", "1.5e12"),
        ("2.3bn", "2.3e9"),
        ("five", "5"),
        ("twenty-five", "25"),
        ("two hundred and five", "205"),
        ("two thousand five", "2005"),
        ("two hundred thousand", "200000"),
        ("one and a half", "1.5"),
        ("two-and-a-half million", "2500000"),
        ("two dozen", "24"),
        ("one point zero five", "1.05"),
        ("minus 1.6", "-1.6"),
    ],
)
def test_parse_number(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "and", "1.2.3", "five people", "hello"])
def test_parse_number_refuses_what_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match="no English number"):
        parse_number(text)


numbers = st.one_of(
    st.sampled_from([0, 1, 13, 20, 21, 100, 105, 1000, 1005, 10**6, 10**9, 10**12, 10**15]).map(Decimal),
    st.integers(min_value=-(10**15), max_value=10**15).map(Decimal),
    st.decimals(min_value=-(10**9), max_value=10**9, places=6, allow_nan=False, allow_infinity=False),
)


@given(numbers)
def test_parse_reads_what_say_says(value: Decimal) -> None:
    assert parse_number(say(value)) == value
