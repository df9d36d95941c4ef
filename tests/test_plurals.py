"""English plurals of noun phrases, and the Vietnamese words that ask for them."""

from __future__ import annotations

import pytest

from summarizer.plurals import marks_plural, plural


@pytest.mark.parametrize(
    ("term", "several"),
    [
        ("bank", "banks"),
        ("state bank", "state banks"),
        ("city", "cities"),
        ("survey", "surveys"),
        ("church", "churches"),
        ("tax", "taxes"),
        ("policeman", "policemen"),
        ("human", "humans"),
        ("child", "children"),
        ("street child", "street children"),
        ("equipment", "equipment"),  # has no plural
        ("authorities", "authorities"),  # is plural
        ("head of department", "heads of department"),  # the noun before the complement
        ("Minister", "Ministers"),
        ("estimated", "estimates"),  # a participle where a marker makes it a noun
        ("injured", "injured"),
        ("seed", "seeds"),
    ],
)
def test_plural(term: str, several: str) -> None:
    assert plural(term) == several
    assert plural(several) == several  # a plural stays


@pytest.mark.parametrize(
    ("before", "several"),
    [("theo các ", True), ("Những ", True), ("một số ", True), ("một ", False), ("ác ", False), ("các", False)],
)
def test_marks_plural(before: str, several: bool) -> None:
    assert marks_plural(before) is several
