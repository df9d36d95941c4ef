"""English writings of values: what is written into a sentence must be read back as the same value."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.facts import compare, find_source_facts, writing
from summarizer.facts.numbers_en import parse_number


@pytest.mark.parametrize(
    ("value", "best"),
    [
        (3, "3"),
        (1500, "1,500"),
        (2_500_000, "2.5 million"),
        (10**12, "1 trillion"),
        ("0.5", "0.5"),
        ("-1.6", "minus 1.6"),
    ],
)
def test_number(value: object, best: str) -> None:
    assert writing.number(Decimal(str(value)))[0] == best


@pytest.mark.parametrize(
    ("value", "text"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (13, "13th"), (21, "21st"), (112, "112th")]
)
def test_ordinal(value: int, text: str) -> None:
    assert writing.ordinal(value)[0] == text


@given(st.integers(min_value=0, max_value=10**15).map(Decimal) | st.decimals(0, 10**6, places=3))
def test_every_writing_of_a_number_is_read_back_as_its_value(value: Decimal) -> None:
    assert {parse_number(text) for text in writing.number(value)} == {value}


SOURCES = """
1.500 tỷ đồng|2,3 tỷ USD|125 triệu bảng|3,5%|âm 1,6 độ C|160 km/h|28 tuổi|1.234 km²|30.000|1/3|3 đến 4 triệu đồng|22/2
ngày 5 tháng 3 năm 2024|tháng 9 năm 2007|quý III/2024|thế kỷ XX|những năm 1990|thứ Ba tới|lần thứ XIII|thứ 7/63|15h|0h
7h30 sáng|12h trưa|Nghị quyết số 11|Điều 353|168/2024/NĐ-CP|gấp 1,12 lần|gấp ba lần|một phần ba|hàng triệu|số 9
hàng chục nghìn|20-22/3|26 và 27/6|năm 1995-1996|Lào Cai|Hàn Quốc|ông Tô Lâm|LHQ|FIFA|50-70%
"""


@pytest.mark.parametrize("source", SOURCES.strip().replace("\n", "|").split("|"))
def test_every_writing_of_a_fact_is_accepted_in_its_place(source: str) -> None:
    facts = find_source_facts(source)
    assert facts
    for fact in facts:
        assert fact.english
        for text in fact.english:
            report = compare(source, f"This is {text} here.")
            lost = [match for match in report.problems if match.source == fact]
            assert not lost, (text, lost)
