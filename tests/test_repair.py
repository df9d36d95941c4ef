"""Repair is bounded, keeps only what is better, records every change, and patches only what is safe by value."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.repair import Attempt, describe, lost_english, patch, patch_names, repair
from summarizer.results import Repair
from summarizer.verification import CUT_OFF, Verdict, verify

SOURCE = "Tổng vốn đầu tư đạt 1.500 tỷ đồng, tăng 12,5% so với năm 2023."
RIGHT = "Total investment reached 1.5 trillion dong, up 12.5% from 2023."
ONE_WRONG = "Total investment reached 1.5 billion dong, up 12.5% from 2023."
TWO_WRONG = "Total investment reached 1.5 billion dong, up 2.5% from 2023."
TWO_LOST = "Total investment rose greatly from the year 2023."


def attempt(english: str) -> Attempt:
    return Attempt(english, verify(SOURCE, english))


def step(english: str | None, seen: list[str] | None = None) -> Callable[[Attempt], Attempt | None]:
    """A step that always comes to the same text, or declines; `seen` keeps what it was given."""

    def take(best: Attempt) -> Attempt | None:
        if seen is not None:
            seen.append(best.english)
        return None if english is None else attempt(english)

    return take


def test_a_right_draft_is_left_alone() -> None:
    seen: list[str] = []
    assert repair(attempt(RIGHT), [("retry", step(ONE_WRONG, seen))]) == (attempt(RIGHT), ())
    assert seen == []


def test_repair_ends_with_the_first_right_version() -> None:
    seen: list[str] = []
    best, repairs = repair(attempt(ONE_WRONG), [("retry", step(RIGHT)), ("pieces", step(RIGHT, seen))])
    assert best == attempt(RIGHT)
    assert repairs == (Repair("retry", ONE_WRONG, RIGHT, "1.500 tỷ đồng changed"),)
    assert seen == []


def test_each_step_starts_from_the_best_version_and_is_recorded_if_it_helps() -> None:
    seen: list[str] = []
    steps = [("retry", step(TWO_WRONG, seen)), ("pieces", step(ONE_WRONG, seen)), ("patch", step(None, seen))]
    best, repairs = repair(attempt(TWO_WRONG), steps)  # type: ignore[arg-type]
    assert seen == [TWO_WRONG, TWO_WRONG, ONE_WRONG]  # once each, and then it ends
    assert best == attempt(ONE_WRONG)
    assert [(one.step, one.before, one.after) for one in repairs] == [("pieces", TWO_WRONG, ONE_WRONG)]


@pytest.mark.parametrize("other", [ONE_WRONG, TWO_WRONG, None])
def test_a_step_that_does_not_help_leaves_no_trace(other: str | None) -> None:
    assert repair(attempt(ONE_WRONG), [("retry", step(other))]) == (attempt(ONE_WRONG), ())


def test_the_records_form_a_chain_from_the_draft_to_the_result() -> None:
    steps = [("retry", step(TWO_WRONG)), ("candidate", step(ONE_WRONG)), ("pieces", step(RIGHT))]
    best, repairs = repair(attempt(TWO_LOST + " chưa"), steps)  # type: ignore[arg-type]
    texts = [repairs[0].before, *(one.after for one in repairs)]
    assert texts[0] == TWO_LOST + " chưa"
    assert texts[-1] == best.english == RIGHT
    assert all(one.after == other.before for one, other in pairwise(repairs))


@pytest.mark.parametrize(
    ("source", "english", "patched"),
    [
        (SOURCE, ONE_WRONG, RIGHT),
        (SOURCE, TWO_WRONG, RIGHT),  # two wrong ones of different kinds are no riddle
        (SOURCE, RIGHT, None),
        (SOURCE, TWO_LOST, None),  # nothing to put them in the place of
        ("Có 5 nam và 7 nữ.", "There were 6 men and 8 women.", None),  # two of a kind: which is which?
        ("Có 5 người.", "There were 5 people and 8 dogs.", None),  # added, with no counterpart
        ("Họp ngày 22/2 ở Huế.", "They met on 23 February in Huế.", "They met on 22 February in Huế."),
        ("Giá gạo tăng trong tháng qua.", "The price of rice fell last month.", None),  # a verb is no figure
        ("Không có ai bị thương.", "Some people were hurt.", None),
        ("Họ đến Hàn Quốc.", "They came to China.", "They came to South Korea."),
        ("Họ đến Lào Cai.", "They came to Laos Cai.", None),  # "Lao Cai Cai": that is for patch_names
    ],
)
def test_patch(source: str, english: str, patched: str | None) -> None:
    assert patch(english, verify(source, english).report.problems) == patched


@given(st.integers(100, 10**7), st.integers(100, 10**7), st.sampled_from(["người", "%", "triệu đồng", "km"]))
def test_patch_puts_one_wrong_figure_right(right: int, wrong: int, unit: str) -> None:
    word = {"người": " people", "%": "%", "triệu đồng": " million dong", "km": " km"}[unit]
    source = f"Con số đó là {right:,} {unit}.".replace(",", ".").replace(" %", "%")
    english = f"The figure is {wrong:,}{word}."
    patched = patch(english, verify(source, english).report.problems)
    assert patched is not None or verify(source, english).ok
    assert verify(source, patched or english).ok


@pytest.mark.parametrize(
    ("source", "english", "patched"),
    [
        ("Ông Tô Lâm đến Lào Cai.", "Mr. Tô Lâm came to Laos Cai.", "Mr. Tô Lâm came to Lao Cai."),
        ("Ông Tô Lâm nói.", "Mr. Tô Lân spoke.", "Mr. Tô Lâm spoke."),
        ("Ông Trần Văn Đức nói.", "Mr. Đức Văn Trần spoke.", "Mr. Trần Văn Đức spoke."),  # turned around
        ("Ông Tô Lâm đến Lào Cai.", "Mr. Tô Lâm came to Hanoi.", None),  # another name, no misspelled one
        ("Họ đến Lào Cai.", "They came to Laos Cai and Lào Cài.", None),  # not missing: one of them is right
        ("Họ đến Lào Cai.", "They came to Lao Kai and Lao Cay.", None),  # two lookalikes: which one?
        ("Họ ở Bắc Ninh.", "Bak Ninh is no Bak Ninhian, Bak Ninh.", "Bac Ninh is no Bak Ninhian, Bac Ninh."),
        ("Họ đến.", "They came.", None),
    ],
)
def test_patch_names(source: str, english: str, patched: str | None) -> None:
    assert patch_names(english, verify(source, english).report.problems) == patched


@pytest.mark.parametrize(
    ("source", "english", "description", "lost"),
    [
        (SOURCE, RIGHT, "", []),
        (SOURCE, ONE_WRONG, "1.500 tỷ đồng changed", ["1.5 trillion dong"]),
        (SOURCE, TWO_LOST, "1.500 tỷ đồng missing; 12,5% missing", ["1.5 trillion dong", "12.5%"]),
        ("Có 5 người.", "There were 5 người and 8 dogs.", "8 added; người changed", []),
    ],
)
def test_what_is_wrong_is_told(source: str, english: str, description: str, lost: list[str]) -> None:
    verdict = verify(source, english)
    assert describe(verdict) == description
    assert lost_english(verdict) == lost


def test_a_cut_off_version_is_no_better_than_a_wrong_one() -> None:
    cut = Attempt(RIGHT, Verdict(attempt(RIGHT).verdict.report, (CUT_OFF,)))
    assert repair(attempt(ONE_WRONG), [("retry", lambda best: cut)]) == (attempt(ONE_WRONG), ())
