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
        ("anh ngã", "he fell", False),  # no movement of a quantity
    ],
)  # fmt: skip
def test_check_direction(source: str, translation: str, alarm: bool) -> None:
    assert bool(check_direction(Tokens(source), Tokens(translation))) is alarm
