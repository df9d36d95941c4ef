"""Source sentence -> English sentence, by a language model, a prompt, the facts and the glossary."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.article import PartialDate
from summarizer.clauses import join_clauses, split_clauses
from summarizer.constraints import figures, find_constraints, write_in
from summarizer.drafts import Draft, Try, finish
from summarizer.engines.base import Engine
from summarizer.facts import Fact, find_source_facts
from summarizer.glossary import Glossary
from summarizer.persons import Persons
from summarizer.prompting import Prompt, Prompts

MIN_NEW_TOKENS = 64
NEW_TOKENS_PER_CHARACTER = 0.75  # English takes about 0.25 tokens a source character; three times that is a loop
MAX_CHARACTERS = 1500  # about 600 tokens in and 400 out, which the context holds beside the examples; news: under 600
END = ("\n",)
SAMPLING_TEMPERATURE = 0.5
# What was translated before stands in the prompt as further worked examples: names, terms and tenses go on. On
# development lines two of them are worth 1 BLEU, more bring no more; a row of them costs less than moving a pair along,
# since the model has read all but the last.
MAX_EARLIER_CHARACTERS = 2400


class Translator:
    """Translates sentences one at a time; knows nothing of what is checked afterwards."""

    def __init__(self, engine: Engine, glossary: Glossary, prompts: Prompts, persons: Persons) -> None:
        self._engine = engine
        self._glossary = glossary
        self._prompts = prompts
        self._persons = persons
        self._earlier: list[str] = []  # sentences with their English, the last one at the end

    def expect(self, sources: Sequence[str]) -> None:
        """See `Translating.expect`: nothing, a prompt holds one sentence."""

    def alternatives(self, source: str) -> list[Draft]:
        """See `Translating.alternatives`: none, every further text costs as much as the first."""
        return []

    def tries(self, source: str, seed: int, date: PartialDate | None = None) -> list[Try]:
        """See `Translating.tries`."""
        return [
            ("retry", lambda lost: self.retry(source, lost, date)),
            ("candidate", lambda lost: self.sample(source, seed, date)),
            ("pieces", lambda lost: self.translate_pieces(source, date)),
        ]

    def disagrees(self, source: str) -> bool:
        """See `Translating.disagrees`."""
        return False

    def remember(self, source: str, english: str, date: PartialDate | None = None) -> None:
        """Show a sentence and its English to those that follow it."""
        mixed, _ = self.mix(source, date)
        self._earlier.append(self._prompts.translate.answered(english, source=mixed))
        if sum(map(len, self._earlier)) > MAX_EARLIER_CHARACTERS:
            self._forget()

    def _forget(self) -> None:
        del self._earlier[:-1]

    def translate(self, source: str, date: PartialDate | None = None) -> Draft:
        """The first draft: greedy, with figures and terms written in; a sentence of page length goes in pieces."""
        if len(source) > MAX_CHARACTERS and (draft := self.translate_pieces(source, date)):
            return draft
        return self._ask(self._prompts.translate, source, date)

    def retry(self, source: str, lost: Sequence[str], date: PartialDate | None = None) -> Draft:
        """A new try whose prompt names the English that the last one lost."""
        draft = self._ask(self._prompts.repair, source, date, required="; ".join(lost))
        self._forget()  # another prompt has taken the place of what the model had read
        return draft

    def sample(self, source: str, seed: int, date: PartialDate | None = None) -> Draft:
        """Another candidate: the first draft's prompt, sampled."""
        return self._ask(self._prompts.translate, source, date, temperature=SAMPLING_TEMPERATURE, seed=seed)

    def translate_pieces(self, source: str, date: PartialDate | None = None) -> Draft | None:
        """The sentence translated clause by clause and joined again; None when it has only one clause."""
        pieces = split_clauses(source)
        if len(pieces) < 2:
            return None
        drafts = [self.translate(piece, date) for piece in pieces]
        return Draft(join_clauses(pieces, [draft.english for draft in drafts]), any(draft.cut_off for draft in drafts))

    def _ask(
        self,
        prompt: Prompt,
        source: str,
        date: PartialDate | None,
        required: str | None = None,
        temperature: float = 0.0,
        seed: int = 0,
    ) -> Draft:
        mixed, facts = self.mix(source, date)
        if required is None:
            text = prompt.fill("".join(self._earlier), source=mixed)
        else:
            text = prompt.fill(source=mixed, facts=required)
        generation = self._engine.generate(
            text,
            max_new_tokens=max(MIN_NEW_TOKENS, int(len(source) * NEW_TOKENS_PER_CHARACTER)),
            stop=END,
            temperature=temperature,
            seed=seed,
            head=prompt.head,
        )
        return Draft(finish(generation.text, source, facts), generation.stopped == "length")

    def mix(self, source: str, date: PartialDate | None) -> tuple[str, list[Fact]]:
        """The sentence with its figures and terms in English, and its facts."""
        facts = find_source_facts(source, date)
        spans = [(figure.start_char, figure.end_char) for figure in figures(facts)]
        terms = self._glossary.find(source, spans) + self._persons.find(source)
        return write_in(source, find_constraints(facts, terms)), facts
