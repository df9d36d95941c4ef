"""Repair is bounded, keeps only what is better, records every change, and edits only what is safe by value."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.repair import MAX_EDITS, Attempt, describe, edit_steps, lost_english, repair
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


def edited(source: str, english: str) -> str | None:
    """What the steps without a model make of a translation, None when they leave it alone."""

    def judge(text: str, cut_off: bool = False) -> Attempt:
        return Attempt(text, verify(source, text, cut_off=cut_off))

    best, repairs = repair(judge(english), edit_steps(source, judge))
    return best.english if repairs else None


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
        ("Họp ngày 22/2 ở Huế.", "They met on February 23 in Huế.", "They met on February 22 in Huế."),  # in its manner
        ("Họp ngày 22/2 ở Huế.", "They met on 23rd of May in Huế.", "They met on 22 February in Huế."),  # as a whole
        ("Đảo cách bờ 1040 km.", "The island is 140 km away.", "The island is 1,040 km away."),  # the unit stays
        ("Rộng 755.688 km2.", "It covers 755.688 km2.", "It covers 755,688 km2."),  # whose 2 is no figure
        ("Họp lúc 9 giờ 30 sáng.", "They met at 9:30 p.m.", "They met at 9:30 a.m."),  # one point at the end
        ("Ông sống từ 1469–1539 ở đó.", "He lived there (14691539).", "He lived there (1469-1539)."),  # years
        ("Chuyến bay CG4684 bị hủy.", "The Twin flight was canceled.", None),  # a code stands for no number word
        ("Một người nặng 200 pao.", "A person weighing 200 pao.", "A person weighing 200 pounds."),
        ("Loại vi-rút này mới.", "This type of vi-rút is new.", "This type of virus is new."),  # the glossary knows
        ("Chelsea dẫn trước một nửa trận đấu.", "Chelsea led 1-0 in the match.", None),  # a score is no half
        ("Hai tuyển thủ này đều dành ba điểm.", "Each boasts three points from four.", None),  # "hai" is in "each"
        ("Giá gạo tăng trong tháng qua.", "The price of rice fell last month.", None),  # a verb is no figure
        ("Không có ai bị thương.", "Some people were hurt.", None),
    ],
)
def test_figures_and_words(source: str, english: str, patched: str | None) -> None:
    assert edited(source, english) == patched


@given(st.integers(100, 10**7), st.integers(100, 10**7), st.sampled_from(["người", "%", "triệu đồng", "km"]))
def test_one_wrong_figure_is_put_right(right: int, wrong: int, unit: str) -> None:
    word = {"người": " people", "%": "%", "triệu đồng": " million dong", "km": " km"}[unit]
    source = f"Con số đó là {right:,} {unit}.".replace(",", ".").replace(" %", "%")
    english = f"The figure is {wrong:,}{word}."
    patched = edited(source, english)
    assert patched is not None or verify(source, english).ok
    assert verify(source, patched or english).ok


@pytest.mark.parametrize(
    ("source", "english", "patched"),
    [
        ("Họ đến Hàn Quốc.", "They came to China.", "They came to South Korea."),
        (
            "Hạm đội của Ý đã rời Ai Cập.",
            "The British fleet left Egypt.",
            "The Italian fleet left Egypt.",
        ),  # an adjective
        ("Họ đến Ba Lan.", "They came to Ba Lan.", "They came to Poland."),
        ("Nền Văn Minh Lưu Vực Sông Ấn.", "The Nền Văn Minh Lưu Vực Sông Ấn.", None),  # no half of a name
        ("Mọi tôn giáo Ấn Độ đều cổ.", "All Hindu religions are old.", None),  # no country is replaced by a faith
    ],
)
def test_places(source: str, english: str, patched: str | None) -> None:
    assert edited(source, english) == patched


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
        ("Phim của Vautier rất hay.", "Vautivier's films are good.", "Vautier's films are good."),  # the ending stays
        ("Họ phá hủy Phnom Phen.", "They destroyed Phnom Penh.", None),  # the slip is the source's
    ],
)
def test_misspelled_names(source: str, english: str, patched: str | None) -> None:
    assert edited(source, english) == patched


@pytest.mark.parametrize(
    ("source", "english", "patched"),
    [
        # a part of the name is there, a stranger stands for the rest
        ("Họ xem Sesame Street.", "They watch Escondido Street.", "They watch Sesame Street."),
        ("Họ gặp Stephen Colbert.", "They met Stephen Collier's team.", "They met Stephen Colbert's team."),
        (
            "Tòa Birmingham Crown xử.",
            "The Crown Court tried it.",
            "The Birmingham Crown Court tried it.",
        ),
        ("Ông bị giam ở nhà tù Korydallus.", "He was in Koryd Mondovì prison.", "He was in Korydallus prison."),
        # a name from nowhere, and one that is missing
        ("Thẩm phán Glynn ra lệnh.", "Judge Gianni gave the order.", "Judge Glynn gave the order."),
        ("Họ tổ chức CowParade.", "They held Cow Poutade.", "They held CowParade."),  # both words stand for it
        ("Leonov là phi hành gia.", "Leonvi Leonov is an astronaut.", "Leonov is an astronaut."),  # a stammer
        ("Bhutan rất đẹp.", "Bilbao is very beautiful.", "Bhutan is very beautiful."),
        ("Ủy ban IOC đồng ý.", "The ICC agreed.", "The IOC agreed."),
        ("Người Aryan mang tiếng Phạn đến.", "They brought Sanskrit.", None),  # Sanskrit translates another name
        ("Guinness và Glynn đến.", "Gianni came.", None),  # two are missing: which one?
    ],
)
def test_strangers(source: str, english: str, patched: str | None) -> None:
    assert edited(source, english) == patched


def test_edits_are_bounded_and_of_a_cut_off_draft_stay_cut_off() -> None:
    seen: list[bool] = []

    def judge(text: str, cut_off: bool) -> Attempt:
        """Every version is a little better than the one before."""
        seen.append(cut_off)
        problems = attempt(ONE_WRONG).verdict.report
        return Attempt(f"{ONE_WRONG}{'!' * len(seen)}", Verdict(problems, (CUT_OFF,) * (100 - len(seen))))

    ((name, step_of_edits),) = edit_steps(SOURCE, judge)
    first = Attempt(ONE_WRONG, Verdict(attempt(ONE_WRONG).verdict.report, (CUT_OFF,) * 100))
    assert name == "patch"
    assert step_of_edits(first) is not None
    assert seen == [True] * MAX_EDITS


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
