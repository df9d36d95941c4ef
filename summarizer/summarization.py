"""Translated sentences -> title and bullets, each resting on named source sentences.

What goes in is chosen by code (position, figures, actors, closeness to the whole article); the model only shortens
one chosen sentence at a time, and what it writes is used only when everything in it stands in that sentence.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from summarizer.abstracts import abstracts
from summarizer.drafts import tidy
from summarizer.engines.base import Engine, Seq2SeqEngine
from summarizer.facts import find_target_facts
from summarizer.facts.base import Fact
from summarizer.normalization import CAPITALS
from summarizer.prompting import Prompt, Prompts
from summarizer.results import Bullet, TranslatedParagraph, TranslatedSentence
from summarizer.verification import find_defects

MAX_BULLET_WORDS = 30
MAX_TITLE_WORDS = 14
MIN_SENTENCE_WORDS = 6
TOKENS_A_WORD = 1.8  # 30 words take some 45 tokens; what is longer is refused anyway
TOO_ALIKE = 0.6  # cosine of two sentences' words above which the second says nothing new

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
CAPITAL_WORD = re.compile(rf"(?<!^)(?<![.!?:\"“] )\b[{CAPITALS}][\w'’-]*")
# Deputy | Minister Tô Lâm : the first word has a capital in any case, but before a name it belongs to the name
FIRST_OF_NAME = re.compile(rf"^[\"“]?([{CAPITALS}][\w'’-]*) (?=[{CAPITALS}])")
NEGATION = re.compile(
    r"\b(?:not|no|nobody|nothing|nowhere|never|none|neither|nor|without|cannot|unable|refus\w+|fail\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
PRONOUN_START = re.compile(
    r"^(?:it|he|she|they|this|that|these|those|his|her|their|its|also|besides|however|moreover)\b", re.IGNORECASE
)
# He came; | she left, and | nobody stayed | on the results of : what stands before the mark is a sentence of its own
CLAUSE_END = re.compile(r";|, (?=(?:and|while|which|because|so|but) )| (?=on the (?:results?|implementation) of )")
STOP_WORDS = frozenset(
    "a about after all also an and are as at be been being but by can for from had has have he her his if "  # noqa: SIM905
    "in into is it its more most no not of on or our over said she so some such than that the their them there they "
    "this to was we were what when where which while who will with would you your".split()
)


class Summarizing:
    """Writes the bullets and the title of one article.

    Args:
        writer: a language model, which shortens one sentence at a time; a summarizer model, whose sentences are used
            where they hold; or None: then sentences are cut at a clause mark and nothing is written.
        prompts: for a language model.
    """

    def __init__(self, writer: Engine | Seq2SeqEngine | None, prompts: Prompts) -> None:
        self._engine = writer if isinstance(writer, Engine) else None
        self._summarizer = writer if isinstance(writer, Seq2SeqEngine) else None
        self._prompts = prompts

    def bullets(self, paragraphs: Sequence[TranslatedParagraph], count: int) -> tuple[Bullet, ...]:
        """At most `count` bullets, the most important first."""
        chosen = select(paragraphs, count)
        written = self._abstracts(candidates(paragraphs))
        bullets: list[Bullet] = []
        for sentence in chosen:
            number = sentence.segment.id
            if any(number in bullet.sources for bullet in bullets):
                continue
            bullets.append(next((one for one in written if number in one.sources), None) or self._bullet(sentence))
        return tuple(bullets)

    def _abstracts(self, sentences: Sequence[TranslatedSentence]) -> list[Bullet]:
        """What the summarizer model says, if there is one."""
        if self._summarizer is None:
            return []
        return abstracts(
            self._summarizer, sentences, word_weights, lambda short, text: unsupported(short, text, MAX_BULLET_WORDS)
        )

    def _bullet(self, sentence: TranslatedSentence) -> Bullet:
        """The bullet of one sentence; an unverified one is never rewritten."""
        if not sentence.verdict.ok:
            return Bullet(sentence.marked, (sentence.segment.id,))
        short = self._shorten(sentence.english, self._prompts.bullet, MAX_BULLET_WORDS)
        return Bullet(short, (sentence.segment.id,))

    def title(self, paragraphs: Sequence[TranslatedParagraph], bullets: Sequence[Bullet] = ()) -> tuple[str, bool]:
        """The article's own title, or one made from its lead; True when it was made.

        It is made from the lead's bullet, where it has one, and is that bullet where no shorter version holds.
        """
        for paragraph in paragraphs:
            if paragraph.kind == "title":
                return " ".join(sentence.marked for sentence in paragraph.sentences).rstrip("."), False
        everything = [sentence for paragraph in paragraphs for sentence in paragraph.sentences]
        lead = next(iter(candidates(paragraphs) or everything), None)
        if lead is None:
            return "", True
        said = next((bullet.text for bullet in bullets if bullet.sources == (lead.segment.id,)), lead.marked)
        if lead.verdict.ok:
            said = self._shorten(said, self._prompts.title, MAX_TITLE_WORDS)
        return said.rstrip("."), True

    def _shorten(self, text: str, prompt: Prompt, max_words: int) -> str:
        """The text in at most `max_words` words, or its leading clauses where the model's version does not hold."""
        if len(text.split()) <= max_words:
            return text
        if self._engine is None:
            return leading_clauses(text, max_words)
        generation = self._engine.generate(
            prompt.fill(sentence=text), max_new_tokens=int(max_words * TOKENS_A_WORD), stop=("\n",), head=prompt.head
        )
        short = tidy(generation.text)
        if generation.stopped == "end" and not unsupported(short, text, max_words):
            return short
        return head_of(short, text, max_words) or leading_clauses(text, max_words)


def candidates(paragraphs: Sequence[TranslatedParagraph]) -> list[TranslatedSentence]:
    """The sentences that a summary may rest on: of the body, not captions, long enough to say something."""
    return [
        sentence
        for paragraph in paragraphs
        if paragraph.kind == "body"
        for sentence in paragraph.sentences
        if len(sentence.english.split()) >= MIN_SENTENCE_WORDS
    ]


def select(paragraphs: Sequence[TranslatedParagraph], count: int) -> list[TranslatedSentence]:
    """The `count` most important sentences, best first, none saying again what a better one says."""
    sentences = candidates(paragraphs)
    vectors = [word_weights(sentence.english) for sentence in sentences]
    whole: Counter[str] = Counter()
    for vector in vectors:
        whole.update(vector)
    titles = " ".join(
        sentence.english for paragraph in paragraphs if paragraph.kind == "title" for sentence in paragraph.sentences
    )
    title = word_weights(titles)
    scores = {
        index: importance(sentence, index, len(sentences)) + cosine(vector, whole) + cosine(vector, title)
        for index, (sentence, vector) in enumerate(zip(sentences, vectors, strict=True))
    }
    chosen: list[int] = []
    for index in sorted(scores, key=lambda index: -scores[index]):
        if len(chosen) < count and all(cosine(vectors[index], vectors[other]) < TOO_ALIKE for other in chosen):
            chosen.append(index)
    return [sentences[index] for index in chosen]


def importance(sentence: TranslatedSentence, index: int, total: int) -> float:
    """What speaks for a sentence: an early place, checked figures and actors; against it: a pronoun at its head."""
    kinds = Counter(match.kind for match in sentence.verdict.report.matches if match.status == "found" and match.source)
    figures = sum(kinds[kind] for kind in ("number", "percent", "money", "quantity", "range", "date", "ordinal"))
    actors = sum(kinds[kind] for kind in ("person", "organization", "reference", "place"))
    return (
        (1.0 if index == 0 else 0.4 * (1 - index / total))
        + 0.25 * math.log1p(figures)
        + 0.15 * math.log1p(actors)
        - (0.3 if PRONOUN_START.match(sentence.english) else 0.0)
        - (0.5 if not sentence.verdict.ok else 0.0)
    )


def leading_clauses(english: str, max_words: int) -> str:
    """The longest head of the sentence that ends at a clause mark and has at most `max_words` words, else all of it.

    Example, 6 words: "He came in 2020; she left in 2021, and nobody stayed." -> "He came in 2020."
    """
    return head_of(english, english, max_words) or english


def head_of(short: str, source: str, max_words: int) -> str | None:
    """The longest head of `short` that ends at a clause mark and may stand for `source`, None when there is none.

    A head that would leave a negation behind is none, and a quotation is not cut.
    """
    heads = [short[: mark.start()].rstrip() for mark in CLAUSE_END.finditer(short)]
    fitting = [
        head for head in heads if len(head.split()) >= MIN_SENTENCE_WORDS and not unsupported(head, source, max_words)
    ]
    return f"{fitting[-1]}." if fitting and '"' not in short else None


def unsupported(short: str, source: str, max_words: int) -> list[str]:
    """What `short` says that the English `source` does not: empty when it may stand in its place.

    Every figure, date and name of `short` must be in `source` with the same value, a negation may neither come nor go.
    """
    reasons = []
    if not 3 <= len(short.split()) <= max_words:
        reasons.append(f"{len(short.split())} words")
    known = {fact_key(fact) for fact in find_target_facts(source)}
    reasons += [f"not in the source: {fact.text}" for fact in find_target_facts(short) if fact_key(fact) not in known]
    words = {word.lower().removesuffix("'s") for word in WORD.findall(source)}
    first = [name for name in FIRST_OF_NAME.findall(short) if name.lower() not in STOP_WORDS]
    reasons += [
        f"not in the source: {name}"
        for name in first + CAPITAL_WORD.findall(short)
        if not all(word.lower().removesuffix("'s") in words for word in WORD.findall(name))
    ]
    reasons += [
        f"not in the source: {word}"  # Vietnamese that crept in
        for word in WORD.findall(short)
        if word.islower() and not word.isascii() and word not in words
    ]
    if bool(NEGATION.search(short)) != bool(NEGATION.search(source)):
        reasons.append("a negation came or went")
    return reasons + find_defects(source, short)


def fact_key(fact: Fact) -> tuple[object, ...]:
    """Two facts with the same key say the same."""
    return (fact.kind, fact.value, fact.unit)


def word_weights(text: str) -> Counter[str]:
    """Content words with their counts."""
    return Counter(word for word in (found.lower() for found in WORD.findall(text)) if word not in STOP_WORDS)


def cosine(one: Counter[str], other: Counter[str]) -> float:
    """Cosine of two bags of words, 0 to 1; 0 when one is empty."""
    dot = sum(count * other[word] for word, count in one.items())
    norm = math.sqrt(sum(count * count for count in one.values()) * sum(count * count for count in other.values()))
    return dot / norm if norm else 0.0
