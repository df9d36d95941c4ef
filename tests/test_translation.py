"""What the model is asked, what becomes of its answer, and where a sentence may be cut."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.article import PartialDate
from summarizer.clauses import join_clauses, split_clauses
from summarizer.drafts import Draft, begin_alike, close_figures, spell_names, tidy
from summarizer.engines import Generation
from summarizer.engines.scripted import ScriptedEngine
from summarizer.facts import find_source_facts
from summarizer.glossary import Entry, Glossary
from summarizer.persons import Persons
from summarizer.prompting import Prompt, Prompts
from summarizer.translation import MAX_EARLIER_CHARACTERS, Translator

GLOSSARY = Glossary([Entry("Bộ Chính trị", "Politburo"), Entry("vốn đầu tư", "investment")])
PERSONS = Persons(["Bị cáo Đỗ Khắc Vịnh, 52 tuổi.", "Sau đó Vịnh khai nhận."])
PROMPTS = Prompts(
    translate=Prompt("translate", "Vietnamese: {source}\nEnglish:"),
    repair=Prompt("repair", "Vietnamese: {source}\nRequired: {facts}\nEnglish:"),
    bullet=Prompt("bullet", "{sentence}"),
    title=Prompt("title", "{sentence}"),
)
TWO_CLAUSES = "Tổng vốn đầu tư đạt 1.500 tỷ đồng; không có ai bị thương ở đây."


class RecordingEngine(ScriptedEngine):
    """A ScriptedEngine that keeps the settings of every request too."""

    def __init__(self, *answers: str | Generation) -> None:
        super().__init__(lambda prompt: answers[len(self.prompts) - 1])
        self.settings: list[dict[str, Any]] = []

    def generate(self, prompt: str, **settings: Any) -> Generation:
        self.settings.append(settings)
        return super().generate(prompt, **settings)


def translator(*answers: str | Generation) -> tuple[Translator, RecordingEngine]:
    engine = RecordingEngine(*answers)
    return Translator(engine, GLOSSARY, PROMPTS, PERSONS), engine


def test_first_draft_has_figures_and_terms_written_in_and_is_greedy() -> None:
    one, engine = translator(" The Politburo met on 22 February 2024. ")
    draft = one.translate("Bộ Chính trị họp ngày 22/2.", PartialDate(2024, 2))
    assert draft == Draft("The Politburo met on 22 February 2024.")
    assert engine.prompts == ["Vietnamese: Politburo họp ngày February 22.\nEnglish:"]
    expected = {"max_new_tokens": 64, "stop": ("\n",), "temperature": 0.0, "seed": 0, "head": "Vietnamese: "}
    assert engine.settings == [expected]


def test_a_person_known_from_another_sentence_is_written_in_full() -> None:
    one, engine = translator("Vịnh said so.")
    one.translate("Sau đó Vịnh nói như vậy.")
    assert engine.prompts == ["Vietnamese: Sau đó Đỗ Khắc Vịnh nói như vậy.\nEnglish:"]


def test_retry_names_what_was_lost() -> None:
    one, engine = translator("It reached 1.5 trillion dong.")
    one.retry("Đạt 1.500 tỷ đồng.", ["1.5 trillion dong", "12.5%"])
    assert engine.prompts == ["Vietnamese: Đạt 1.5 trillion dong.\nRequired: 1.5 trillion dong; 12.5%\nEnglish:"]
    assert engine.settings[0]["temperature"] == 0


def test_earlier_sentences_are_shown_until_they_are_too_many_or_another_prompt_comes() -> None:
    _, engine = translator(*["So it is."] * 5)
    with_examples = replace(PROMPTS, translate=Prompt("translate", "News.\n\nVietnamese: {source}\nEnglish:"))
    one = Translator(engine, GLOSSARY, with_examples, PERSONS)

    def shown() -> list[str]:
        one.translate("Vậy đó.")
        return [text.rpartition("English: ")[2] for text in engine.prompts[-1].split("\n\n")[1:-1]]

    assert shown() == []
    one.remember("Đạt 1.500 tỷ đồng.", "It reached 1.5 trillion dong.")
    one.remember("Đúng.", "Right.")
    assert shown() == ["It reached 1.5 trillion dong.", "Right."]
    assert "Vietnamese: Đạt 1.5 trillion dong.\n" in engine.prompts[-1]  # as the model was shown it
    one.retry("Sai.", ["wrong"])
    assert shown() == ["Right."]
    one.remember("Dài.", "x" * MAX_EARLIER_CHARACTERS)
    assert shown() == ["x" * MAX_EARLIER_CHARACTERS]


@pytest.mark.parametrize(
    ("english", "source", "begun"),
    [
        ("however, it rained.", "Tuy nhiên, trời mưa.", "However, it rained."),
        ('"cavalry came', "“Kỵ binh đến", '"Cavalry came'),
        ("iPhone", "chiếc iPhone", "iPhone"),
        ("40 people came", "Bốn mươi người đến", "40 people came"),
        ("", "A", ""),
    ],
)
def test_english_begins_with_a_capital_where_the_source_does(english: str, source: str, begun: str) -> None:
    assert begin_alike(english, source) == begun


def test_another_candidate_is_sampled_by_the_seed() -> None:
    one, engine = translator("It reached 1.5 trillion dong.")
    one.sample("Đạt 1.500 tỷ đồng.", 7)
    assert engine.settings[0]["temperature"] > 0
    assert engine.settings[0]["seed"] == 7


@pytest.mark.parametrize(("size", "limit"), [(10, 64), (100, 75), (1000, 750)])
def test_room_for_the_answer_grows_with_the_source(size: int, limit: int) -> None:
    one, engine = translator("x")
    one.translate("à" * size)
    assert engine.settings[0]["max_new_tokens"] == limit


def test_cut_off_answer_is_said() -> None:
    one, _ = translator(Generation("The total of", "length"))
    assert one.translate("Tổng vốn đầu tư") == Draft("The total of", cut_off=True)


def test_pieces_are_translated_one_by_one() -> None:
    one, engine = translator("Total investment reached 1.5 trillion dong.", "No one was injured here.")
    english = "Total investment reached 1.5 trillion dong; No one was injured here."
    assert one.translate_pieces(TWO_CLAUSES) == Draft(english)
    assert [prompt.splitlines()[0] for prompt in engine.prompts] == [
        "Vietnamese: Tổng investment đạt 1.5 trillion dong;",
        "Vietnamese: không có ai bị thương ở đây.",
    ]


def test_one_cut_off_piece_cuts_off_the_sentence() -> None:
    one, _ = translator("Total investment reached 1.5 trillion dong", Generation("nobody was", "length"))
    assert one.translate_pieces(TWO_CLAUSES) == Draft("Total investment reached 1.5 trillion dong; nobody was", True)


def test_a_sentence_of_one_clause_has_no_pieces() -> None:
    one, engine = translator()
    assert one.translate_pieces("Không có ai bị thương trong vụ việc này.") is None
    assert engine.prompts == []


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        (" a  b\n c\t", "a b c"),
        ("“We came,” he said.", '"We came," he said.'),
        ("\u00a01.5\u202ftrillion", "1.5 trillion"),
        ("To\u0302 La\u0302m", "Tô Lâm"),  # composed, or the offsets of facts would point elsewhere
        ("", ""),
    ],
)
def test_tidy(text: str, tidied: str) -> None:
    assert tidy(text) == tidied


@pytest.mark.parametrize(
    ("source", "english", "closed"),
    [
        ("Có 6.725 người.", "There were 6, 725 people.", "There were 6,725 people."),
        ("Dài 8,5 km.", "It is 8. 5 km long.", "It is 8.5 km long."),
        ("Đạt 1.234.567 đồng.", "It was 1, 234, 567 dong.", "It was 1,234,567 dong."),
        ("Có 6 nam, 725 nữ.", "There were 6, 725 of them women.", "There were 6, 725 of them women."),  # no fact
    ],
)
def test_close_figures(source: str, english: str, closed: str) -> None:
    assert close_figures(english, find_source_facts(source)) == closed


@pytest.mark.parametrize(
    ("source", "english", "spelled"),
    [
        ("Ông Tô Lâm nói.", "Mr. To Lam and Tổ Lam spoke.", "Mr. Tô Lâm and Tô Lâm spoke."),
        ("Ông Tô Lâm nói.", "Mr. Tô Lâm spoke.", "Mr. Tô Lâm spoke."),
        ("Ông Tô Lâm nói.", "He came to lam.", "He came to lam."),  # no capitals: no name
        ("Ông Tô Lâm nói.", "To, Lam spoke.", "To, Lam spoke."),  # two names
        ("Ông Tô Lâm nói.", "Mr. Lam To spoke.", "Mr. Lam To spoke."),
        ("Họ nói.", "To Lam spoke.", "To Lam spoke."),  # nobody of that name
    ],
)
def test_spell_names(source: str, english: str, spelled: str) -> None:
    assert spell_names(english, find_source_facts(source)) == spelled


FIVE, SIX = "một hai ba bốn năm", "một hai ba bốn năm sáu"


@pytest.mark.parametrize(
    ("source", "pieces"),
    [
        (f"{FIVE}; {FIVE}", [f"{FIVE};", FIVE]),
        (f"{FIVE}: {FIVE}", [f"{FIVE}:", FIVE]),
        (f"{FIVE}, {FIVE}", [f"{FIVE},", FIVE]),
        (f"{FIVE}, nhưng {FIVE}", [f"{FIVE},", f"nhưng {FIVE}"]),
        (f"{FIVE}, {FIVE}, {FIVE}; {FIVE}", [f"{FIVE}, {FIVE}, {FIVE};", FIVE]),  # a semicolon before any comma
        (f"{FIVE}, {SIX}, {FIVE}, {FIVE}", [f"{FIVE}, {SIX},", f"{FIVE}, {FIVE}"]),  # else the one nearest the middle
        ("một hai; ba bốn năm sáu bảy", None),  # a piece of two syllables says nothing
        (f"{FIVE} 1.500,5 {FIVE}", None),  # no space behind the comma: a numeral
        (f"{FIVE} 7:30 {FIVE}", None),
        (SIX, None),
        ("", None),
    ],
)
def test_split_clauses(source: str, pieces: list[str] | None) -> None:
    assert split_clauses(source) == (pieces or [source])


@given(st.text(alphabet="ab,;:. \n", max_size=80))
def test_no_word_is_lost_between_the_pieces(source: str) -> None:
    pieces = split_clauses(source)
    assert " ".join(pieces).split() == source.split()
    assert len(pieces) == 1 or all(len(piece.split()) >= 5 for piece in pieces)


@pytest.mark.parametrize(
    ("pieces", "english", "joined"),
    [
        (["a;", "b."], ["He came.", "She left."], "He came; she left."),
        (["a,", "b."], ["He came.", "Hanoi slept."], "He came, Hanoi slept."),  # a name keeps its capital
        (["a:", "b."], ["He said:", "The end."], "He said: the end."),
        (["a,", "b."], ["He came", ""], "He came,"),
        (["a,", "b."], ["", "She left."], ", she left."),
    ],
)
def test_join_clauses(pieces: list[str], english: list[str], joined: str) -> None:
    assert join_clauses(pieces, english) == joined
