"""translate -> verify -> repair for one sentence after the other, with a second model for what the first gets wrong."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.article import PartialDate, Segment
from summarizer.drafts import Draft, Translating
from summarizer.errors import EngineError
from summarizer.persons import Persons
from summarizer.repair import Attempt, Step, describe, edit_steps, lost_english, repair
from summarizer.results import Repair, TranslatedSentence
from summarizer.verification import verify

FIGURES = frozenset({"number", "ordinal"})


class SentenceChain:
    """translate -> verify -> repair, sentence by sentence.

    Args:
        translators: the first for all sentences; the others, in turn, for those that are still wrong or in doubt.
        persons: those of the text.
        date: of the text, which resolves its dates.
        seed: of the sampling.
    """

    def __init__(
        self, translators: Sequence[Translating], persons: Persons, date: PartialDate | None, seed: int
    ) -> None:
        self._first, *self._others = translators
        self._persons = persons
        self._date = date
        self._seed = seed
        self.sent = 0  # sentences that went to another than the first translator

    def expect(self, sources: Sequence[str]) -> None:
        """Tell the translator which sentences will come."""
        self._first.expect(sources)

    def run(self, segment: Segment, place: str) -> TranslatedSentence:
        """One sentence in its best English; `place` is what an error names.

        Raises:
            EngineError: a model refused the sentence.
        """
        source = segment.text
        try:
            best, repairs = self._improve(self._first, source)
            if self._others and (is_doubtful(best) or self._first.disagrees(source)):
                self.sent += 1
                best, repairs = self._ask_others(source, best, repairs)
        except EngineError as error:
            raise EngineError(f"{place}: {error}") from error
        if best.verdict.ok:
            self._first.remember(source, best.english, self._date)
        return TranslatedSentence(segment, best.english, best.verdict, repairs)

    def _ask_others(
        self, source: str, best: Attempt, repairs: tuple[Repair, ...]
    ) -> tuple[Attempt, tuple[Repair, ...]]:
        """The version of another translator where it is better, or without doubt where candidates disagree."""
        for other in self._others:
            attempt, _ = self._improve(other, source)
            if attempt.verdict.weight < best.verdict.weight or not (is_doubtful(attempt) or is_doubtful(best)):
                reason = describe(best.verdict) or "the candidates disagree"
                best, repairs = attempt, (*repairs, Repair("fallback", best.english, attempt.english, reason))
        return best, repairs

    def _improve(self, translator: Translating, source: str) -> tuple[Attempt, tuple[Repair, ...]]:
        """The best version that one translator and the repairs reach: what costs nothing first, the model last."""
        known = self._persons.known(source)

        def judge(english: str, cut_off: bool, unknown: Sequence[str] = ()) -> Attempt:
            verdict = verify(source, english, cut_off=cut_off, date=self._date, known=known, unknown=unknown)
            return Attempt(english, verdict)

        def attempt(draft: Draft | None) -> Attempt | None:
            return judge(draft.english, draft.cut_off, draft.unknown) if draft else None

        first = translator.translate(source, self._date)
        candidates: list[Step] = [
            ("candidate", lambda best, draft=draft: attempt(draft))  # type: ignore[misc]
            for draft in translator.alternatives(source)
        ]
        tries: list[Step] = [
            (name, lambda best, make=make: attempt(make(lost_english(best.verdict))))  # type: ignore[misc]
            for name, make in translator.tries(source, self._seed + 1, self._date)
        ]
        patches = edit_steps(source, judge)
        return repair(judge(first.english, first.cut_off, first.unknown), [*candidates, *patches, *tries, *patches])


def is_doubtful(attempt: Attempt) -> bool:
    """True when a check fails, or a figure of the source is merely not contradicted: "hai" beside no "two"."""
    return not attempt.verdict.ok or any(match.kind in FIGURES for match in attempt.verdict.doubts)
