"""Addresses stay as they are, and quotations stay quoted."""

import pytest

from summarizer.facts import compare
from summarizer.facts.quotes import read_quotes
from summarizer.facts.verbatim import masked, read_addresses


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("Gửi về toa.soan@bao24.vn.", ["toa.soan@bao24.vn"]),
        ("Xem (https://bao.vn/tin-2024?id=7).", ["https://bao.vn/tin-2024?id=7"]),
        ("Xem www.bao24.vn, hoặc @bao24h", ["www.bao24.vn", "@bao24h"]),
        ("5@ 6 / 7", []),
    ],
)
def test_read_addresses(text: str, addresses: list[str]) -> None:
    found = read_addresses(text)
    assert [fact.text for fact in found] == addresses
    assert len(masked(text, found)) == len(text)


@pytest.mark.parametrize(
    ("source", "translation", "problems"),
    [
        ("Gửi về tin@bao24.vn trước 22/2", "Write to tin@bao24.vn before 22 February", []),
        ("Gửi về tin@bao24.vn", "Write to tin@bao25.vn", ["code"]),
        ("Gửi về tin@bao24.vn", "Write to us", ["code"]),
        ('Ông nói: "Chúng ta phải xây dựng nền tảng."', 'He said: "We must build the foundation."', []),
        ('Ông nói: "Chúng ta phải xây dựng nền tảng."', "He said: 'We must build the foundation.'", []),
        ('Ông nói: "Chúng ta phải xây dựng nền tảng."', "It's time that we build the foundation.", ["quote"]),
        ('Ông nói: "Chúng ta phải xây dựng nền tảng."', "He said that we must build the foundation.", []),
        ('danh hiệu "Anh hùng Liên bang Xô viết"', "the title of Hero of the Soviet Union", []),
    ],
)
def test_kept_or_lost(source: str, translation: str, problems: list[str]) -> None:
    assert [problem.kind for problem in compare(source, translation).problems] == problems


def test_short_quotations_are_titles_and_terms() -> None:
    assert read_quotes('gọi là "thẻ xanh" của Mỹ') == []
    assert [fact.text for fact in read_quotes("nói “tôi sẽ đi ngay hôm nay” rồi đi")] == ["“tôi sẽ đi ngay hôm nay”"]
