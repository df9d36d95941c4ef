"""What a result says of itself: marks at the right place, statuses, counts, the key-fact table."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.article import Article, PartialDate, Segment
from summarizer.results import Brief, Bullet, KeyFact, Repair, TranslatedParagraph, TranslatedSentence, Translation
from summarizer.verification import verify

Make = Callable[..., TranslatedSentence]
SOURCE = "Tổng vốn đầu tư đạt 1.500 tỷ đồng, tăng 12,5% so với năm 2023."


@pytest.mark.parametrize(
    ("source", "english", "marked"),
    [
        ("Có 500 người.", "There were 500 people.", "There were 500 people."),
        # changed: the mark stands right behind the wrong writing and holds the source's
        ("Có 500 người.", "There were 600 people.", "There were 600 [? 500] people."),
        (
            SOURCE,
            "It was 1.5 billion dong, up 2% on 2023.",
            "It was 1.5 billion dong [? 1.500 tỷ đồng], up 2% [? 12,5%] on 2023.",
        ),
        # missing: it has no place, so it stands at the end
        ("Có 500 người ở Huế.", "There were people in Huế.", "There were people in Huế. [? 500]"),
        ("Có 5 người.", "There were 5 people and 8 dogs.", "There were 5 people and 8 [? not in the source] dogs."),
        ("Trời sẽ mưa to.", "It sẽ rain hard.", "It sẽ [? sẽ] rain hard."),
        ("Vốn đạt 1.500\ntỷ đồng.", "Capital was high.", "Capital was high. [? 1.500 tỷ đồng]"),  # a mark is one line
        ("Có 500 người.", "", "[? nothing translated] [? 500]"),
    ],
)
def test_marked(source: str, english: str, marked: str, sentence: Make) -> None:
    assert sentence(source, english).marked == marked


@given(st.lists(st.integers(2, 99999), min_size=1, max_size=4), st.lists(st.integers(2, 99999), max_size=4))
def test_without_its_marks_the_text_is_the_english(right: list[int], written: list[int]) -> None:
    source = f"Có {', '.join(f'{number} con' for number in right)} ở đây."
    english = f"There are {', '.join(f'{number} of them' for number in written)} here."
    result = TranslatedSentence(Segment(1, source, 0, len(source)), english, verify(source, english))
    problems = len(result.verdict.report.problems) + len(result.verdict.defects)
    assert result.marked.count("[? ") == problems
    plain = result.marked
    for match in result.verdict.report.problems:
        plain = plain.replace(f" [? {match.source.text if match.source else 'not in the source'}]", "", 1)
    for defect in result.verdict.defects:
        plain = plain.replace(f" [? {defect}]", "", 1)
    assert plain == english


def test_status(sentence: Make) -> None:
    mended = (Repair("patch", "600", "500", "500 changed"),)
    assert sentence("Có 500 người.", "There were 500 people.").status == "verified"
    assert sentence("Có 500 người.", "There were 500 people.", repairs=mended).status == "repaired"
    assert sentence("Có 500 người.", "There were 600 people.").status == "unverified"
    assert sentence("Có 500 người.", "There were 600 people.", repairs=mended).status == "unverified"
    assert sentence("Có 500 người.", "There were 500 people.", cut_off=True).status == "unverified"


def test_key_facts(sentence: Make) -> None:
    mended = (Repair("patch", "2%", "12.5%", "12,5% changed; 1.500 tỷ đồng changed"),)
    english = "Total investment reached 1.5 billion dong, up 12.5% from 2023."
    facts = translation(sentence(SOURCE, english, 3, repairs=mended)).facts
    assert [(fact.source, fact.kind, fact.english, fact.sentence, fact.status) for fact in facts] == [
        ("1.500 tỷ đồng", "money", "1.5 billion dong", 3, "unverified"),
        ("12,5%", "percent", "12.5%", 3, "repaired"),
        ("2023", "date", "2023", 3, "verified"),
    ]
    assert facts[0].reason == '"1.500 tỷ đồng" became "1.5 billion dong"'


def test_a_fact_counts_as_repaired_only_by_its_own_name(sentence: Make) -> None:
    mended = (Repair("retry", "", "", "22/2 missing"),)  # "2" was right all the time, though "22/2" holds a "2"
    facts = translation(sentence("Ngày 22/2 có 2 người.", "On 22 February there were 2 people.", repairs=mended)).facts
    assert [(fact.source, fact.status) for fact in facts] == [("22/2", "repaired"), ("2", "verified")]


def test_missing_fact_has_no_english(sentence: Make) -> None:
    (fact,) = translation(sentence("Có 500 người ở đây.", "There are people here.")).facts
    assert fact == KeyFact("number", "500", "", 1, "unverified", '"500" is not in the translation')


@pytest.mark.parametrize(
    ("source", "english", "facts"),
    [
        ("Bà Trần Thị Lan đến Huế.", "Ms. Tran Thi Lan came to Hue.", {"Trần Thị Lan": "Tran Thi Lan", "Huế": "Hue"}),
        ("Không có ai đến.", "Nobody came, not one.", {"Không": "Nobody"}),
        ("Không có ai đến.", "Nobody came, in another year.", {"Không": "Nobody"}),
    ],
)
def test_kept_names_and_denials_are_shown_as_the_english_writes_them(
    source: str, english: str, facts: dict[str, str], sentence: Make
) -> None:
    assert {fact.source: fact.english for fact in translation(sentence(source, english)).facts} == facts


def translation(*sentences: TranslatedSentence) -> Translation:
    """Each sentence as a paragraph of its own."""
    paragraphs = tuple(TranslatedParagraph("body", (sentence,)) for sentence in sentences)
    return Translation(Article("a.txt", "", PartialDate(2024, 2), ()), paragraphs, "scripted | test")


def test_translation_joins_its_sentences(sentence: Make) -> None:
    good, bad = sentence("Có 5 người.", "There were 5 people."), sentence("Có 7 nam.", "There were 8 men.", 2)
    whole = translation(good, bad, sentence("Hết.", "", 3))
    assert str(whole) == whole.text == "There were 5 people.\n\nThere were 8 [? 7] men.\n\n" + whole.segments[2].marked
    assert whole.count == "2 of 3 sentences translated"
    assert [match.status for match in whole.report.matches] == ["found", "changed"]
    assert not whole.ok
    assert translation(good).ok
    assert translation(good).report.ok


def test_brief_passes_on_its_translation(sentence: Make) -> None:
    whole = translation(sentence("Có 5 người.", "There were 5 people."))
    brief = Brief("Title", False, (Bullet("There were 5 people.", (1,)),), whole)
    assert (brief.name, str(brief.date), brief.signature) == ("a.txt", "2024-02", "scripted | test")
    assert (brief.paragraphs, brief.facts, brief.report) == (whole.paragraphs, whole.facts, whole.report)
    assert brief.ok


def test_results_are_frozen(sentence: Make) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        translation(sentence("Có 5 người.", "There were 5 people.")).signature = ""  # type: ignore[misc]
