"""Source sentence -> English sentences, by a sequence-to-sequence model: n-best lists of many sentences together."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.article import PartialDate
from summarizer.clauses import join_clauses, split_clauses, split_to_fit
from summarizer.constraints import find_constraints, write_in
from summarizer.drafts import Draft, Try, finish
from summarizer.engines.base import Hypothesis, Seq2SeqEngine
from summarizer.facts import find_source_facts, find_target_facts
from summarizer.sentences import split_sentences

BEAM_SIZE = 4
HYPOTHESES = 4
AHEAD = 32  # sentences translated together: full batches, and progress is seen
SAMPLING_TEMPERATURE = 0.7


class NBestTranslator:
    """Translates each sentence as the model was trained to read it: one at a time, never cut, with its n best outputs.

    Text of several sentences, and a sentence longer than the model reads, goes in pieces that are joined again.
    """

    def __init__(self, engine: Seq2SeqEngine) -> None:
        self._engine = engine
        self._waiting: list[str] = []
        self._lists: dict[str, list[Draft]] = {}

    def expect(self, sources: Sequence[str]) -> None:
        """See `Translating.expect`."""
        self._waiting = list(sources)

    def translate(self, source: str, date: PartialDate | None = None) -> Draft:
        """See `Translating.translate`."""
        return self._drafts(source)[0]

    def alternatives(self, source: str) -> list[Draft]:
        """See `Translating.alternatives`."""
        return self._drafts(source)[1:]

    def tries(self, source: str, seed: int, date: PartialDate | None = None) -> list[Try]:
        """See `Translating.tries`: figures written the English way, then clause by clause, then a sampled text."""
        return [
            ("retry", lambda lost: self._with_figures(source, date)),
            ("pieces", lambda lost: self._in_clauses(source)),
            ("candidate", lambda lost: self._make([source], 1, SAMPLING_TEMPERATURE, seed)[0][0]),
        ]

    def disagrees(self, source: str) -> bool:
        """See `Translating.disagrees`."""
        first, *others = [stated_facts(draft.english) for draft in self._drafts(source)]
        return sum(other != first for other in others) * 2 > len(others)

    def remember(self, source: str, english: str, date: PartialDate | None = None) -> None:
        """See `Translating.remember`: nothing, these models read one sentence."""

    def _drafts(self, source: str) -> list[Draft]:
        """The n-best list of a sentence; a miss translates those that wait behind it, too."""
        if source not in self._lists:
            start = self._waiting.index(source) if source in self._waiting else 0
            ahead = [source, *self._waiting[start : start + AHEAD]]
            self._waiting = self._waiting[start + AHEAD :]
            wanted = list(dict.fromkeys(ahead))
            self._lists = dict(zip(wanted, self._make(wanted, HYPOTHESES), strict=True))
        return self._lists[source]

    def _make(self, sources: Sequence[str], count: int, temperature: float = 0.0, seed: int = 0) -> list[list[Draft]]:
        """The lists of drafts of the sources, each of its pieces translated for itself."""
        pieces = [self._pieces(source) for source in sources]
        texts = [text for sentences in pieces for clauses in sentences for text in clauses]
        found = iter(
            self._engine.translate(texts, beam_size=BEAM_SIZE, hypotheses=count, temperature=temperature, seed=seed)
        )
        return [
            self._join(source, sentences, [[next(found) for _ in clauses] for clauses in sentences], count)
            for source, sentences in zip(sources, pieces, strict=True)
        ]

    def _pieces(self, source: str) -> list[list[str]]:
        """The sentences of a text, each in clauses that the model reads whole."""
        return [
            split_to_fit(
                source[start:end], lambda text: self._engine.count_tokens(text) <= self._engine.max_source_tokens
            )
            for start, end in split_sentences(source)
        ]

    def _join(
        self, source: str, sentences: list[list[str]], lists: list[list[tuple[Hypothesis, ...]]], count: int
    ) -> list[Draft]:
        """The k-th draft of a text: the k-th hypotheses of its pieces, joined."""
        facts = find_source_facts(source)
        drafts = []
        for rank in range(count):
            chosen = [[one[min(rank, len(one) - 1)] for one in clauses] for clauses in lists]
            english = " ".join(
                join_clauses(clauses, [hypothesis.text for hypothesis in hypotheses])
                for clauses, hypotheses in zip(sentences, chosen, strict=True)
            )
            cut_off = any(hypothesis.stopped == "length" for hypotheses in chosen for hypothesis in hypotheses)
            drafts.append(Draft(finish(english, source, facts), cut_off, self._engine.unknown(source)))
        return drafts

    def _with_figures(self, source: str, date: PartialDate | None) -> Draft | None:
        """The draft of the sentence whose figures are already written the English way; None when it has none."""
        written = write_in(source, find_constraints(find_source_facts(source, date), []))
        if written == source:
            return None
        draft = self._make([written], 1)[0][0]
        return Draft(finish(draft.english, source, find_source_facts(source, date)), draft.cut_off, draft.unknown)

    def _in_clauses(self, source: str) -> Draft | None:
        """The draft made clause by clause; None when there is only one clause."""
        clauses = split_clauses(source)
        if len(clauses) < 2:
            return None
        drafts = [drafts[0] for drafts in self._make(clauses, 1)]
        unknown = tuple(word for draft in drafts for word in draft.unknown)
        english = join_clauses(clauses, [draft.english for draft in drafts])
        return Draft(english, any(draft.cut_off for draft in drafts), unknown)


def stated_facts(english: str) -> frozenset[tuple[object, ...]]:
    """What an English sentence states, by value, to tell whether two hypotheses say the same."""
    return frozenset((fact.kind, fact.value, fact.unit) for fact in find_target_facts(english))
