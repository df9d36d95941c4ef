"""One sentence through the chain: candidates before repairs, and a second model for what the first gets wrong."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from summarizer.article import Segment
from summarizer.chain import SentenceChain
from summarizer.engines import Hypothesis
from summarizer.engines.scripted import ScriptedSeq2Seq
from summarizer.errors import EngineError
from summarizer.nbest_translation import NBestTranslator
from summarizer.persons import Persons
from summarizer.results import TranslatedSentence

SOURCE = "Có 15 người bị thương trong vụ tai nạn ở Hà Nội."
RIGHT = "15 people were injured in the accident in Hà Nội."
WRONG = "Many people were injured in the accident in Hà Nội."


def translator(*texts: str) -> NBestTranslator:
    found = [Hypothesis(text, -float(rank), "end") for rank, text in enumerate(texts)]
    return NBestTranslator(ScriptedSeq2Seq(lambda source: found))


def chained(*translators: NBestTranslator) -> tuple[TranslatedSentence, SentenceChain]:
    chain = SentenceChain(translators, Persons([]), None, seed=0)
    return chain.run(Segment(1, SOURCE, 0, len(SOURCE)), "a.txt, sentence 1"), chain


def test_a_candidate_that_keeps_the_facts_takes_the_place_of_one_that_does_not() -> None:
    sentence, _ = chained(translator(WRONG, WRONG, RIGHT))
    assert (sentence.english, sentence.status) == (RIGHT, "repaired")
    assert [(repair.step, repair.before) for repair in sentence.repairs] == [("candidate", WRONG)]


def test_only_what_fails_goes_to_the_second_model() -> None:
    sentence, chain = chained(translator(RIGHT), translator("another"))
    assert (sentence.english, sentence.repairs, chain.sent) == (RIGHT, (), 0)
    sentence, chain = chained(translator(WRONG), translator(RIGHT))
    assert (sentence.english, sentence.status, chain.sent) == (RIGHT, "repaired", 1)
    assert [(repair.step, repair.reason) for repair in sentence.repairs] == [("fallback", "15 missing")]


def test_candidates_that_disagree_send_the_sentence_to_the_second_model() -> None:
    unsure = translator(RIGHT, RIGHT.replace("15", "50"), RIGHT.replace("15", "5"))
    better = RIGHT.replace("injured", "hurt")
    sentence, chain = chained(unsure, translator(better))
    assert (sentence.english, chain.sent) == (better, 1)
    assert sentence.repairs[0].reason == "the candidates disagree"


def test_the_second_model_must_be_better() -> None:
    worse = WRONG.replace("Hà Nội", "Huế")
    sentence, chain = chained(translator(WRONG), translator(worse))
    assert (sentence.english, sentence.status, chain.sent) == (WRONG, "unverified", 1)
    assert "[? 15]" in sentence.marked


def test_an_error_names_the_sentence() -> None:
    class Broken(ScriptedSeq2Seq):
        def translate(self, sources: Sequence[str], **settings: object) -> list[tuple[Hypothesis, ...]]:
            raise EngineError("out of order")

    with pytest.raises(EngineError, match=r"^a\.txt, sentence 1: out of order$"):
        chained(NBestTranslator(Broken(str.upper)))
