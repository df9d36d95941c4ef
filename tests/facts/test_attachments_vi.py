"""Words around a figure that English writes as a part of it: their span, and what a patch puts in their place."""

import pytest

from summarizer.facts import compare, find_source_facts


@pytest.mark.parametrize(
    ("text", "span", "english"),
    [
        ("tâm bão số 4 cách bờ", "số 4", "No. 4"),
        ("trong số 24 chỉ tiêu", "24", "24"),  # among
        ("tổng số 24 người", "24", "24"),
        ("con số 183.000", "183.000", "183,000"),
        ("một số 5 người", "5", "5"),
        ("gió mạnh cấp 10", "cấp 10", "force 10"),
        ("gió giật cấp 8-9", "cấp 8-9", "force 8-9"),
        ("rủi ro cấp 3", "cấp 3", "level 3"),
        ("18 năm tù", "18 năm tù", "18 years in prison"),
        ("18 năm tù giam", "18 năm tù giam", "18 years in prison"),
        ("9 tháng tù treo", "9 tháng tù treo", "9 months in prison, suspended"),
        ("7 - 15 năm tù", "7 - 15 năm tù", "7-15 years in prison"),
    ],
)
def test_the_span_takes_in_what_the_english_says(text: str, span: str, english: str) -> None:
    (fact,) = [fact for fact in find_source_facts(text) if fact.kind in ("number", "range", "quantity")]
    assert (fact.text, fact.english[0]) == (span, english)
    assert text[fact.start_char : fact.end_char] == span


def test_a_school_level_need_not_be_a_figure() -> None:
    assert compare("trường cấp 3", "a high school").ok
    assert compare("trường cấp 3", "a level 3 school").ok


@pytest.mark.parametrize(
    ("source", "translation", "patched"),
    [
        ("tâm bão số 4", "the eye of storm No. 5", "the eye of storm No. 4"),
        ("tâm bão số 4", "the eye of storm number 5", "the eye of storm No. 4"),
        ("gió mạnh cấp 10", "winds of force 11", "winds of force 10"),
        ("gió mạnh cấp 10", "winds of level 11", "winds of force 10"),
        ("phạt 18 năm tù", "got 8 years", "got 18 years in prison"),
    ],
)
def test_a_patch_repeats_no_word(source: str, translation: str, patched: str) -> None:
    (problem,) = compare(source, translation).problems
    assert problem.source is not None
    assert problem.target is not None
    fact, wrong = problem.source, problem.target
    assert translation[: wrong.start_char] + fact.english[0] + translation[wrong.end_char :] == patched
