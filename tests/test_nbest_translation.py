"""Sequence-to-sequence translation around the model: one sentence a unit, batches, candidates, nothing lost."""

from __future__ import annotations

import pytest

from summarizer.engines import Hypothesis
from summarizer.engines.scripted import ScriptedSeq2Seq
from summarizer.nbest_translation import AHEAD, NBestTranslator


def nbest(*texts: str) -> list[Hypothesis]:
    return [Hypothesis(text, -float(rank), "end") for rank, text in enumerate(texts)]


def test_every_sentence_of_a_text_is_translated_for_itself() -> None:
    engine = ScriptedSeq2Seq(lambda source: {"Trời mưa.": "It rains.", "Anh ở nhà.": "He is at home."}[source])
    draft = NBestTranslator(engine).translate("Trời mưa. Anh ở nhà.")
    assert draft.english == "It rains. He is at home."
    assert engine.sources == ["Trời mưa.", "Anh ở nhà."]


def test_a_sentence_longer_than_the_model_reads_goes_in_pieces_and_loses_nothing() -> None:
    engine = ScriptedSeq2Seq(lambda source: source.replace(";", "."), max_source_tokens=6)
    source = "một hai ba bốn năm sáu; bảy tám chín mười một hai ba bốn, năm sáu bảy tám chín mười"
    draft = NBestTranslator(engine).translate(source)
    assert [word.strip(".,;") for word in draft.english.split()] == [word.strip(".,;") for word in source.split()]
    assert all(len(piece.split()) <= 6 for piece in engine.sources)
    assert ";" in draft.english  # each piece keeps the mark of its source


def test_sentences_that_will_come_are_translated_together() -> None:
    engine = ScriptedSeq2Seq(str.upper)
    translator = NBestTranslator(engine)
    sources = [f"câu {number}" for number in range(AHEAD + 3)]
    translator.expect(sources)
    assert [translator.translate(source).english for source in sources] == [
        source.upper().replace("CÂU", "CÂU") for source in sources
    ]
    assert engine.calls == 2
    assert sorted(engine.sources) == sorted(sources)  # each once


def test_a_sentence_that_nobody_announced_is_translated_too() -> None:
    translator = NBestTranslator(ScriptedSeq2Seq(str.upper))
    translator.expect(["một", "hai"])
    assert translator.translate("ba").english == "BA"
    assert translator.translate("hai").english == "HAI"
    assert translator.translate("một").english == "MỘT"


def test_the_other_hypotheses_are_alternatives_in_their_order() -> None:
    translator = NBestTranslator(ScriptedSeq2Seq(lambda source: nbest("one", "two", "three", "four")))
    assert translator.translate("một").english == "one"
    assert [draft.english for draft in translator.alternatives("một")] == ["two", "three", "four"]


def test_a_cut_off_piece_makes_the_draft_cut_off() -> None:
    answers = {"Trời mưa.": [Hypothesis("It", -1.0, "length")], "Anh ở nhà.": nbest("He is at home.")}
    translator = NBestTranslator(ScriptedSeq2Seq(lambda source: answers[source]))
    assert translator.translate("Trời mưa. Anh ở nhà.").cut_off
    assert not translator.translate("Anh ở nhà.").cut_off


@pytest.mark.parametrize(
    ("texts", "disagree"),
    [
        (("He paid 5 dong.", "He paid 5 dong today.", "They paid 5 dong.", "5 dong were paid."), False),
        (("He paid 5 dong.", "He paid 50 dong.", "He paid 500 dong.", "He paid 5 dong."), True),
        (("He paid 5 dong.", "He paid 5 dong today.", "He paid 5 dong.", "He paid 50 dong."), False),
    ],
)
def test_candidates_disagree_when_most_state_other_facts(texts: tuple[str, ...], disagree: bool) -> None:
    assert NBestTranslator(ScriptedSeq2Seq(lambda source: nbest(*texts))).disagrees("Ông trả 5 đồng.") is disagree


def test_further_tries_write_the_figures_in_then_go_clause_by_clause_then_sample() -> None:
    engine = ScriptedSeq2Seq(lambda source: f"<{source}>")
    source = "Tổng vốn đạt 1.500 tỷ đồng; dự án chưa được khởi công"
    tries = NBestTranslator(engine).tries(source, seed=3)
    assert [name for name, _ in tries] == ["retry", "pieces", "candidate"]
    retried, pieces, sampled = (make([]) for _, make in tries)
    assert retried is not None
    assert "1.5 trillion dong" in retried.english
    assert pieces is not None
    assert engine.sources[1:3] == ["Tổng vốn đạt 1.500 tỷ đồng;", "dự án chưa được khởi công"]
    assert sampled is not None
    assert sampled.english == f"<{source}>"


def test_there_is_no_retry_without_figures_and_no_pieces_of_one_clause() -> None:
    tries = dict(NBestTranslator(ScriptedSeq2Seq(str.upper)).tries("Trời mưa.", seed=1))
    assert tries["retry"]([]) is None
    assert tries["pieces"]([]) is None


def test_words_that_the_vocabulary_lacks_are_told() -> None:
    draft = NBestTranslator(ScriptedSeq2Seq(str.upper)).translate("Ông \ue000ng nói")
    assert draft.unknown == ("\ue000ng",)
