"""What is found in English: kind, span and value of each fact."""

from decimal import Decimal

import pytest

from summarizer.facts import find_target_facts


@pytest.mark.parametrize(
    ("text", "kind", "span", "value", "unit"),
    [
        ("a fortune of $2.3 billion", "money", "$2.3 billion", Decimal("2.3e9"), "USD"),
        ("for £125m, three", "money", "£125m", Decimal("1.25e8"), "GBP"),
        ("1,500 billion dong", "money", "1,500 billion dong", Decimal("1.5e12"), "VND"),
        ("about 90 percent of", "percent", "90 percent", Decimal(90), "%"),
        ("minus 1.6 degrees Celsius", "quantity", "minus 1.6 degrees Celsius", Decimal("-1.6"), "°C"),
        ("the 48-year-old bridge", "quantity", "48-year-old", Decimal(48), "year"),
        ("speeds over 160km/h", "quantity", "160km/h", Decimal(160), "km/h"),
        ("two-dozen awards", "number", "two-dozen", Decimal(24), ""),
        ("half a million people", "number", "half a million", Decimal(500000), ""),
        ("tens of thousands left", "number", "tens of thousands", "v10000", ""),
        ("from 50% to 70%", "range", "50% to 70%", (Decimal(50), Decimal(70)), "%"),
        ("on September 24, 1759", "date", "September 24, 1759", "9-[24]", ""),
        ("on the 22nd of February", "date", "22nd of February", "2-[22]", ""),
        ("in May 2021", "date", "May 2021", "month 5", ""),
        ("in the 1990s", "date", "1990s", "1990s", ""),
        ("the third quarter", "date", "third quarter", "Q3", ""),
        ("on Friday's flight", "date", "Friday's", "weekday 6", ""),
        ("the 37th-largest", "ordinal", "37th", Decimal(37), ""),
        ("the 19th century", "ordinal", "19th century", Decimal(19), "century"),
        ("at 9:30 am local", "time", "9:30 am", "9:30a", ""),
        ("around 5 p.m. today", "time", "5 p.m", "5:00p", ""),
        ("under Resolution No. 12", "reference", "Resolution No. 12", "resolution 12", ""),
        ("Decree 168/2024/ND-CP", "reference", "Decree 168/2024/ND-CP", "168/2024/ND-CP", ""),
        ("on 2024-02-22", "date", "2024-02-22", "2024-02-22", ""),
        ("about 1.5 billion dong to 2030", "money", "1.5 billion dong", Decimal("1.5e9"), "VND"),
        ("call 0800 555 111", "code", "0800 555 111", "0800555111", ""),
        ("flight CG4684 left", "code", "CG4684", "cg4684", ""),
    ],
)
def test_fact(text: str, kind: str, span: str, value: object, unit: str) -> None:
    found = [fact for fact in find_target_facts(text) if fact.kind == kind]
    assert [(fact.text, fact.value, fact.unit) for fact in found] == [(span, value, unit)]


def test_days_and_times_are_told_apart() -> None:
    facts = find_target_facts("From 7:00 on September 18 to 7:00 on September 20")
    assert [(fact.kind, fact.text) for fact in facts] == [
        ("time", "7:00"), ("date", "September 18"), ("time", "7:00"), ("date", "September 20"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Hoang Thu Trang came",  # no Thursday
        "You may go",
        "We march on",
        "per second",
        "one of them",
        "Sat down",
        "half of it",
    ],
)
def test_words_that_only_look_like_facts(text: str) -> None:
    assert find_target_facts(text) == []
