"""What English says without a denial by the contrary of what Vietnamese denies."""

import pytest

from summarizer.facts.contraries import said_by_contrary
from summarizer.facts.denials import read_denials
from summarizer.facts.tokens import Tokens


@pytest.mark.parametrize(
    ("source", "translation", "said"),
    [
        ("nó không khác cái kia", "it is similar to the other", True),
        ("nó không khác cái kia", "it is far from the other", False),
        ("nước sông không thật ổn định", "the river is fickle", True),  # a word may stand between
        ("anh không còn là giám đốc", "he is an ex director", True),  # a short form
        ("anh không còn là giám đốc", "he is an exact director", False),  # which is a whole word
        ("họ không ngủ, " + "rồi ăn tối, " * 12 + "và về", "they slept, " + "then dined, " * 12 + "awake", False),
    ],
)
def test_said_by_contrary(source: str, translation: str, said: bool) -> None:
    tokens = Tokens(source)
    assert said_by_contrary(tokens, read_denials(tokens, "vi")[0], Tokens(translation)) is said
