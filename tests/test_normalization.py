"""What normalization cleans, and what it must leave alone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.normalization import normalize


@pytest.mark.parametrize(
    ("raw", "normal"),
    [
        ("Bo\u0302\u0323 tru\u031bo\u031b\u0309ng", "Bộ trưởng"),  # decomposed letters are composed
        ("\u1ebd\u0302", "\u1ebd\u0302"),  # tilde before circumflex is no Vietnamese letter and stays as typed
        ("e\u0323\u0302", "ệ"),  # dot and circumflex in either order are the same letter
        ("hoà, hòa, thuỷ, thủy", "hoà, hòa, thuỷ, thủy"),  # old and new tone mark places both stay
        ("a\u0340a\u0341", "àá"),  # the deprecated Vietnamese tone marks of Unicode
        ("\ufeffNgày 22/2", "Ngày 22/2"),  # byte order mark
        ("Lào\u200b Cai\u200d\u2060", "Lào Cai"),  # zero-width characters
        ("Nghi\u0323\u200b quyê\u200b\u0301t", "Nghị quyết"),  # a letter and its mark meet again
        ("tuyên\u00adtruyền", "tuyêntruyền"),  # the soft hyphen is no letter and no space
        ("\u200fLào\u202a Cai\u202c", "Lào Cai"),  # direction marks
        ("a\x00b\x07c\x7fd\x9fe", "abcde"),  # control characters
        ("12\x1f30", "12 30"),  # a control separator is a space: it must not glue figures
        ("1\u00a0500 tỷ, 1\u202f500, 50\u2009%", "1 500 tỷ, 1 500, 50 %"),  # spaces inside figures stay spaces
        ("Hà\u3000Nội", "Hà Nội"),  # ideographic space
        ("a\r\nb\rc\x85d\u2028e\u2029f\x0cg\x0bh", "a\nb\nc\nd\ne\nf\ng\nh"),  # every line end
        ("a\r\n\r\nb", "a\n\nb"),  # a blank line stays one blank line
        ("a\tb\n\tc  d ", "a\tb\n\tc  d "),  # tabs, double and outer spaces are layout and stay
        ("1.500,5 ½ ¾ m² m³ 30℃ 5‰ ①", "1.500,5 ½ ¾ m² m³ 30℃ 5‰ ①"),  # compatibility forms stay: m² is not m2
        ("“Tốt” ‘tốt’ «tốt» – — …", "“Tốt” ‘tốt’ «tốt» – — …"),  # quotation marks and dashes stay
        ("ｈ１２", "ｈ１２"),  # full-width letters stay: no guess
        ("", ""),
    ],
)
def test_normalize(raw: str, normal: str) -> None:
    assert normalize(raw) == normal


ANY_TEXT = st.text(max_size=80) | st.text(
    st.sampled_from(
        "aeoăâêôơưđAĐ15.,\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b\r\n\t \u200b\u00a0\u2000\u2028\ufeff\x00\x1f"
    ),
    max_size=80,
)


@given(ANY_TEXT)
def test_normalizing_twice_changes_nothing(text: str) -> None:
    once = normalize(text)
    assert normalize(once) == once


@given(ANY_TEXT)
def test_the_result_is_clean(text: str) -> None:
    normal = normalize(text)
    assert unicodedata.is_normalized("NFC", normal)
    assert all(char in "\n\t" or unicodedata.category(char) != "Cc" for char in normal)
    assert {char for char in normal if char.isspace()} <= {" ", "\n", "\t"}


@given(ANY_TEXT)
def test_no_visible_character_is_lost(text: str) -> None:
    def visible(raw: str) -> str:
        return unicodedata.normalize("NFC", "".join(c for c in raw if unicodedata.category(c)[0] not in "CZ"))

    assert visible(normalize(text)) == visible(text)
