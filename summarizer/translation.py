"""Source sentence -> English sentence, by an engine, a prompt, the facts and the glossary."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.article import PartialDate
from summarizer.constraints import find_constraints, write_in
from summarizer.engines.base import Engine
from summarizer.facts import Fact, find_source_facts
from summarizer.facts.syllables import fold
from summarizer.glossary import Glossary
from summarizer.persons import Persons
from summarizer.prompting import Prompt, Prompts

WORD = re.compile(r"[^\W\d_]+")
GROUPED = re.compile(r"\d+(?:[.,]\d+)+")  # 6,725 and 8.5, which a model may write "6, 725" and "8. 5"
MIN_NEW_TOKENS = 64
NEW_TOKENS_PER_CHARACTER = 0.75  # English takes about 0.25 tokens a source character; three times that is a loop
MAX_CHARACTERS = 1500  # about 600 tokens in and 400 out, which the context holds beside the examples; news: under 600
END = ("\n",)
SAMPLING_TEMPERATURE = 0.5
# What was translated before stands in the prompt as further worked examples: names, terms and tenses go on. On
# development lines two of them are worth 1 BLEU, more bring no more; a row of them costs less than moving a pair along,
# since the model has read all but the last.
MAX_EARLIER_CHARACTERS = 2400

# "...; ...", ": ..." and ", và ..." : where a long sentence may be cut so that each piece can stand alone
CLAUSE = re.compile(r"(?<=[;:])\s+|(?<=,)\s+(?=(?:và|nhưng|đồng thời|trong đó|còn|song|tuy nhiên)\b)|(?<=,)\s+")
MIN_PIECE_SYLLABLES = 5


@dataclass(frozen=True, slots=True)
class Draft:
    """What the model made of one sentence."""

    english: str
    cut_off: bool = False


class Translator:
    """Translates sentences one at a time; knows nothing of what is checked afterwards."""

    def __init__(self, engine: Engine, glossary: Glossary, prompts: Prompts, persons: Persons) -> None:
        self._engine = engine
        self._glossary = glossary
        self._prompts = prompts
        self._persons = persons
        self._earlier: list[str] = []  # sentences with their English, the last one at the end

    def remember(self, source: str, english: str, date: PartialDate | None = None) -> None:
        """Show a sentence and its English to those that follow it."""
        mixed, _ = self._mix(source, date)
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
        mixed, facts = self._mix(source, date)
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
        english = begin_alike(spell_names(close_figures(tidy(generation.text), facts), facts), source)
        return Draft(english, generation.stopped == "length")

    def _mix(self, source: str, date: PartialDate | None) -> tuple[str, list[Fact]]:
        """The sentence with its figures and terms in English, and its facts."""
        facts = find_source_facts(source, date)
        terms = self._glossary.find(source) + self._persons.find(source)
        return write_in(source, find_constraints(facts, terms)), facts


def tidy(text: str) -> str:
    """The model's text in NFC (offsets of facts count on it), on one line, with plain quotation marks."""
    return " ".join(unicodedata.normalize("NFC", text).replace("“", '"').replace("”", '"').split())


def begin_alike(english: str, source: str) -> str:
    """`english` with a capital at its first letter where the source has one: a term written in has none."""
    first = WORD.search(english)
    begin = WORD.search(source)
    if first is None or begin is None or not begin.group()[0].isupper() or re.search(r"\d", english[: first.start()]):
        return english
    return english[: first.start()] + first.group()[0].upper() + english[first.start() + 1 :]


def close_figures(english: str, facts: Iterable[Fact]) -> str:
    """`english` with the figures of the source in one piece: "6, 725" becomes "6,725" where that is a fact."""
    for figure in {figure for fact in facts for writing in fact.english[:1] for figure in GROUPED.findall(writing)}:
        english = english.replace(figure.replace(",", ", ").replace(".", ". "), figure)
    return english


def spell_names(english: str, facts: Iterable[Fact]) -> str:
    """`english` with every person's name as the source writes it: "Tổ Lam" and "To Lam" become "Tô Lâm"."""
    for name in {fact.text for fact in facts if fact.kind == "person" and " " in fact.text}:
        plain = [fold(word) for word in name.split()]
        words = list(WORD.finditer(english))
        for first in range(len(words) - len(plain), -1, -1):  # from the end, so that spans stay true
            run = words[first : first + len(plain)]
            written = [word.group() for word in run]
            if " ".join(written) != english[run[0].start() : run[-1].end()]:  # a comma between them: two names
                continue
            if [fold(word) for word in written] == plain and all(word[0].isupper() for word in written):
                english = english[: run[0].start()] + name + english[run[-1].end() :]
    return english


def split_clauses(source: str) -> list[str]:
    """`source` cut at the clause mark nearest its middle, or whole when a piece would be too short.

    Example: "A đã đến; B thì chưa." -> ["A đã đến;", "B thì chưa."] (if both were longer)
    """
    cuts = [
        match
        for match in CLAUSE.finditer(source)
        if min(len(source[: match.start()].split()), len(source[match.end() :].split())) >= MIN_PIECE_SYLLABLES
    ]
    if not cuts:
        return [source]
    # a semicolon is a better place than a comma, however far from the middle
    cut = min(cuts, key=lambda match: (source[match.start() - 1] == ",", abs(match.start() - len(source) / 2)))
    return [source[: cut.start()], source[cut.end() :]]


def join_clauses(pieces: Sequence[str], english: Sequence[str]) -> str:
    """The translated clauses as one sentence: each keeps the mark of its source, later ones lose their capital."""
    joined = english[0]
    for before, clause in zip(pieces, english[1:], strict=False):
        first, _, rest = clause.partition(" ")
        if first.istitle() and first.isascii() and first in FUNCTION_WORDS:
            first = first.lower()
        joined = f"{joined.rstrip('.,;: ')}{before[-1]} {first} {rest}".rstrip()
    return joined


# Words that never keep a capital in the middle of a sentence.
FUNCTION_WORDS = frozenset(
    "A An And As At But By For From He However In It Its Of On Or She So That The Their There These "  # noqa: SIM905
    "They This Those To We When Where Which While With".split()
)
