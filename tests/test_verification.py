"""What an editor would refuse besides wrong facts, and what is no reason to refuse anything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.verification import (
    CUT_OFF,
    find_defects,
    find_length_defects,
    invented_names,
    most_repeated_pair,
    repeated_run,
    verify,
)

RAIN = "Ngày mai trời sẽ có mưa rất to ở phía bắc."
CLEAN = "It will rain hard in the north tomorrow."


@pytest.mark.parametrize(
    ("source", "english", "defects"),
    [
        (RAIN, CLEAN, []),
        (RAIN, "", ["nothing translated"]),
        (RAIN, " \n ", ["nothing translated"]),
        (RAIN, "Tomorrow trời sẽ rain.", ["Vietnamese left: 'trời sẽ'"]),
        ("Ông Trần Văn Đức đến Đà Nẵng.", "Trần Văn Đức came to Đà Nẵng.", []),  # names keep their letters
        ("Ông ăn phở ở quán cà phê.", "He ate phở in a café.", ["Vietnamese left: 'phở'"]),  # but "café" is English
        (RAIN, "Tomorrow 明天 it will rain.", ["wrong script: '明'"]),
        (RAIN, "Завтра it will rain.", ["wrong script: 'З'"]),
        ("Chữ 明 có nghĩa là sáng.", "The sign 明 means bright.", []),  # the source has it
        ("Chữ 明 có nghĩa là sáng.", "The sign 明 means 亮.", ["wrong script: '亮'"]),  # and only that one
        (RAIN, f"Here is the English translation: {CLEAN}", ["chatter: 'Here is the English translat'"]),
        (RAIN, f"Sure, here you go: {CLEAN}", ["chatter: 'Sure, here'"]),
        (RAIN, f"English: {CLEAN}", ["chatter: 'English:'"]),
        (RAIN, f"Note: {CLEAN}", ["chatter: 'Note:'"]),
        ("Lưu ý: trời sẽ mưa.", "Note: it will rain.", []),  # a label of the source
        (RAIN, f"{CLEAN} <|im_end|>", ["chatter: '<|'"]),
        (RAIN, f"```\n{CLEAN}\n```", ["chatter: '```'"]),
        (RAIN, f"{CLEAN} As an AI, I do not know.", ["chatter: 'As an AI'"]),
        ("Chắc chắn trời sẽ mưa.", "Certainly it will rain.", []),  # a word of the translation
        ("Bản dịch thơ Pháp của ông", "His translation of French poems", []),
        (RAIN, "it will rain it " * 5, ["repeated: 'it will rain it'"]),
        (
            "UBND tỉnh A, UBND tỉnh B, UBND tỉnh C họp.",
            "The People's Committee of A, the People's Committee of B and the People's Committee of C met.",
            [],  # a list of the source repeats itself
        ),
        (
            "UBND tỉnh A, UBND tỉnh B, UBND tỉnh C họp.",
            "The People's Committee of A " * 4,
            ["repeated: 'the people's committee of'"],  # but not as often as this
        ),
    ],
)
def test_find_defects(source: str, english: str, defects: list[str]) -> None:
    assert find_defects(source, english) == defects


@pytest.mark.parametrize(
    ("syllables", "words", "defects"),
    [
        (10, 3, []),
        (10, 2, ["too short: 2 words for 10 syllables"]),
        (10, 22, []),
        (10, 23, ["too long: 23 words for 10 syllables"]),
        (7, 1, []),  # too short to judge: "Bà nói như vậy vào hôm qua" may be "So she said"
        (7, 40, []),
        (10, 0, []),  # said once, as "nothing translated"
    ],
)
def test_find_length_defects(syllables: int, words: int, defects: list[str]) -> None:
    assert find_length_defects("à " * syllables, "a " * words) == defects


@pytest.mark.parametrize(
    ("words", "run"),
    [
        ("a b c d a b c d a b c d", "a b c d"),
        ("a b c d a b c d", None),
        ("a a a a a a", "a a a a"),  # runs may overlap
        ("a b c x a b c y a b c z", None),  # three words are a phrase
        ("", None),
    ],
)
def test_repeated_run(words: str, run: str | None) -> None:
    assert repeated_run(words.split()) == run


@pytest.mark.parametrize(("source", "times"), [("", 0), ("a", 0), ("a b", 1), ("A b, a B, a b", 2)])
def test_most_repeated_pair(source: str, times: int) -> None:
    assert most_repeated_pair(source) == times


def test_verdict_joins_facts_and_defects() -> None:
    verdict = verify("Có 500 người.", "There are 600 người 明.")
    assert [match.kind for match in verdict.report.problems] == ["number", "untranslated"]
    assert verdict.defects == ("wrong script: '明'",)  # what the report has is not told twice
    assert verdict.weight == (3, 0)
    assert not verdict.ok


def test_clean_translation_is_ok() -> None:
    verdict = verify("Có 500 người ở đây.", "There are 500 people here.")
    assert verdict.ok
    assert verdict.weight == (0, 0)


def test_cut_off_translation_is_never_ok() -> None:
    verdict = verify("Có 500 người ở đây.", "There are 500 people here.", cut_off=True)
    assert verdict.defects == (CUT_OFF,)
    assert not verdict.ok


@given(st.text(), st.text())
def test_any_text_gets_a_verdict(source: str, english: str) -> None:
    verdict = verify(source, english)
    assert verdict.ok == (verdict.weight[0] == 0)


@pytest.mark.parametrize(
    ("source", "english", "invented"),
    [
        ("Tại tòa, Vịnh thừa nhận.", "Vice President Huynh Van Minh admitted it.", ["Huynh Van Minh"]),
        ("Ông Trần Văn Minh nói.", "Mr. Tran Van Minh said.", []),  # without its marks it is the same name
        ("Vịnh nói.", "Đỗ Khắc Vịnh said.", []),  # the full name of a person of the article
        ("Ông ấy đến Hà Nội.", "He came to Ha Noi.", []),
        ("Họ nói.", "The National Assembly said.", []),  # English words are no Vietnamese name
    ],
)
def test_a_name_that_the_source_does_not_hold_is_a_defect(source: str, english: str, invented: list[str]) -> None:
    assert invented_names(source, english) == invented
    assert [one for one in find_defects(source, english) if "name not" in one] == [
        f"name not in the source: '{name}'" for name in invented
    ]


def test_a_person_named_in_full_elsewhere_is_nobody_new() -> None:
    source, english = "Vịnh khai nhận đã lấy 3 tỷ đồng.", "Đỗ Khắc Vịnh admitted taking 3 billion dong."
    assert [match.status for match in verify(source, english).report.problems] == ["added"]
    assert verify(source, english, known=["Đỗ Khắc Vịnh"]).ok
    assert not verify(source, english, known=["Đỗ Văn Vịnh"]).ok
