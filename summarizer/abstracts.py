"""What a summarizer model says of an article, sentence by sentence, and only what stands in the sentences it rests on.

The models are trained on news in English (distilbart: Shleifer and Rush 2020, "Pre-trained Summarization
Distillation") and read about a thousand tokens, so that a long article goes in windows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from summarizer.drafts import tidy
from summarizer.engines.base import Seq2SeqEngine
from summarizer.results import Bullet, TranslatedSentence
from summarizer.sentences import split_sentences

MAX_SOURCES = 2  # a sentence that mixes more is refused
SPACE_BEFORE_MARK = re.compile(r" (?=[.,;:!?])")  # "He came ." as the training data has it

Refuses = Callable[[str, str], object]  # (sentence, its sources) -> true when something in it does not stand there
Words = Callable[[str], Counter[str]]  # content words


def abstracts(
    engine: Seq2SeqEngine, sentences: Sequence[TranslatedSentence], words_of: Words, refuses: Refuses
) -> list[Bullet]:
    """The sentences of the model's summary, in its order, each with the ids of the sentences that it rests on.

    Args:
        sentences: of the body; only the verified ones are summarized.
    """
    found = []
    for window in windows(engine, [sentence for sentence in sentences if sentence.verdict.ok]):
        (hypotheses,) = engine.translate([" ".join(read(engine, sentence) for sentence in window)])
        text = SPACE_BEFORE_MARK.sub("", tidy(hypotheses[0].text))
        spans = split_sentences(text)
        if hypotheses[0].stopped == "length":
            spans = spans[:-1]
        for start, end in spans:
            sources = sources_of(text[start:end], window, words_of)
            if sources and not refuses(text[start:end], " ".join(sentence.english for sentence in sources)):
                found.append(Bullet(text[start:end], tuple(sentence.segment.id for sentence in sources)))
    return found


def windows(engine: Seq2SeqEngine, sentences: Sequence[TranslatedSentence]) -> Iterator[list[TranslatedSentence]]:
    """Consecutive sentences that the model reads at once; one that is too long for it is left out."""
    window: list[TranslatedSentence] = []
    for sentence in sentences:
        text = " ".join(read(engine, one) for one in [*window, sentence])
        if window and engine.count_tokens(text) > engine.max_source_tokens:
            yield window
            window = []
        if engine.count_tokens(read(engine, sentence)) <= engine.max_source_tokens:
            window.append(sentence)
    if window:
        yield window


def read(engine: Seq2SeqEngine, sentence: TranslatedSentence) -> str:
    """The sentence in the language that the model reads: crossSum's models summarize Vietnamese in English."""
    return sentence.segment.text if engine.reads == "vi" else sentence.english


def sources_of(text: str, window: Sequence[TranslatedSentence], words_of: Words) -> list[TranslatedSentence]:
    """The one or two sentences that hold most words of `text`, in reading order."""
    left = set(words_of(text))
    chosen: list[TranslatedSentence] = []
    while left and len(chosen) < MAX_SOURCES:
        best = max(window, key=lambda sentence: len(left & set(words_of(sentence.english))))
        covered = left & set(words_of(best.english))
        if not covered:
            break
        chosen.append(best)
        left -= covered
    return sorted(chosen, key=lambda sentence: sentence.segment.id)
