"""A real trained model, small enough to ship: what it translates right it gets right in every way of running it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import pytest
from news_grammar import Pair, pairs

from summarizer.engines.ctranslate2_decoder import convert
from summarizer.engines.seq2seq import Seq2SeqModel
from summarizer.nbest_translation import NBestTranslator

TINY = Path(__file__).parents[1] / "data" / "tiny_marian"
HELD_OUT = list(islice(pairs(3, held_out=True), 200))
MAX_BYTES = 5_000_000


@pytest.fixture(scope="module")
def model() -> Seq2SeqModel:
    return Seq2SeqModel(TINY)


def best(model: Seq2SeqModel, sources: Sequence[str], **settings: int) -> list[str]:
    return [found[0].text for found in model.translate(sources, **settings)]


def texts(sample: Sequence[Pair]) -> list[str]:
    return [pair.vietnamese for pair in sample]


def test_the_model_is_small_enough_to_ship() -> None:
    assert sum(path.stat().st_size for path in TINY.iterdir()) <= MAX_BYTES


def test_held_out_sentences_come_out_letter_by_letter(model: Seq2SeqModel) -> None:
    made = best(model, texts(HELD_OUT), beam_size=1)
    wrong = [(pair, text) for pair, text in zip(HELD_OUT, made, strict=True) if text != pair.english]
    assert len(wrong) <= 0.05 * len(HELD_OUT), wrong[:5]


@pytest.mark.parametrize("beam_size", [1, 4])
def test_a_batch_gives_what_each_sentence_gives_alone(model: Seq2SeqModel, beam_size: int) -> None:
    sources = texts(HELD_OUT[:40])
    alone = [best(model, [source], beam_size=beam_size)[0] for source in sources]
    assert best(model, sources, beam_size=beam_size) == alone
    assert best(model, sources[::-1], beam_size=beam_size) == alone[::-1]  # the order is that of the sources


def test_the_n_best_are_ordered_by_score(model: Seq2SeqModel) -> None:
    (found,) = model.translate(texts(HELD_OUT[:1]), beam_size=4, hypotheses=4)
    assert len({hypothesis.text for hypothesis in found}) == 4
    assert [hypothesis.score for hypothesis in found] == sorted((one.score for one in found), reverse=True)
    assert all(hypothesis.score <= 0 for hypothesis in found)


def test_samples_are_repeatable(model: Seq2SeqModel) -> None:
    sources = texts(HELD_OUT[:8])
    one, two, other = (model.translate(sources, temperature=3.0, seed=seed) for seed in (1, 1, 2))
    assert one == two
    assert one != other


@pytest.mark.parametrize("beam_size", [1, 4])
def test_ctranslate2_gives_the_same_text(model: Seq2SeqModel, beam_size: int, tmp_path: Path) -> None:
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    convert(folder, "float32")
    converted = Seq2SeqModel(folder)
    assert converted.signature.startswith("ctranslate2:marian:")
    sources = texts(HELD_OUT)
    assert best(converted, sources, beam_size=beam_size) == best(model, sources, beam_size=beam_size)
    greedy = [found[0].score for found in converted.translate(sources[:20], beam_size=1)]
    assert greedy == pytest.approx([found[0].score for found in model.translate(sources[:20], beam_size=1)], abs=0.01)


def test_a_long_text_loses_nothing(model: Seq2SeqModel) -> None:
    sample = HELD_OUT[:30]
    draft = NBestTranslator(model).translate(" ".join(texts(sample)))
    assert not draft.cut_off
    kept = sum(pair.english in draft.english for pair in sample)
    assert kept >= 0.95 * len(sample)


def test_a_long_sentence_loses_nothing(model: Seq2SeqModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "max_source_tokens", 50)  # the model knows one clause at a time
    sample = [pair for pair in HELD_OUT if pair.english[0] != '"'][:25]
    source = "; ".join(pair.vietnamese[:-1] for pair in sample) + "."
    assert model.count_tokens(source) > model.max_source_tokens
    draft = NBestTranslator(model).translate(source)
    assert not draft.cut_off
    figures = [word for pair in sample for word in pair.english.rstrip(".").split() if any(map(str.isdecimal, word))]
    kept = sum(figure.strip('",.;') in draft.english for figure in figures)
    assert kept >= 0.95 * len(figures)


def test_a_length_limit_is_noticed(model: Seq2SeqModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.engines.seq2seq.MIN_NEW_TOKENS", 5)
    monkeypatch.setattr("summarizer.engines.seq2seq.NEW_TOKENS_A_SOURCE_TOKEN", 0.1)
    (found,) = model.translate(texts(HELD_OUT[:1]), beam_size=1)
    assert found[0].stopped == "length"
