"""A rise must not become a fall."""

import pytest

from summarizer.facts.directions import check_direction
from summarizer.facts.tokens import Tokens


@pytest.mark.parametrize(
    ("source", "translation", "alarm"),
    [
        ("giá tăng", "prices rose", False),
        ("giá tăng", "prices fell", True),
        ("giá giảm", "prices increased", True),
        ("giá giảm", "prices were cut", False),
        ("giá tăng rồi giảm", "prices rose, then fell", False),
        ("xuất khẩu giảm đến mức thấp nhất", "exports had risen to their lowest level", True),
        ("anh nói thêm rằng sau nhiều năm trời chờ đợi thì cuối cùng giá giảm", "he added that after many years of "
         "waiting prices finally rose", True),  # "thêm" stands elsewhere
        ("anh ngã", "he fell", False),
        ("anh ngã", "he rose", True),
        ("nó phát triển thành hãng lớn", "it has developed into a big firm", False),
        ("nó phát triển thành hãng", "it has shrunk to a firm", True),
        ("nó không phát triển", "it declined", False),  # what is denied moves the other way
        ("giá tăng hơn 5%", "prices fell by over 5%", True),  # "over 5%" is no rise
        ("giá tăng còn lượng giảm", "prices rose while the amount fell", False),
        ("vốn phát triển, giá giảm", "capital grew, prices rose", True),  # "phát triển" is "grew" and nothing else
    ],
)  # fmt: skip
def test_check_direction(source: str, translation: str, alarm: bool) -> None:
    assert bool(check_direction(Tokens(source), Tokens(translation))) is alarm
