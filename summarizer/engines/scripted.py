"""Stand-ins that answer from a script: for tests of everything around the models, without weights."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summarizer.engines.base import Generation, Hypothesis


class ScriptedEngine:
    """Answers every prompt with `answer(prompt)` and keeps the prompts in `prompts`."""

    signature = "scripted"

    def __init__(self, answer: Callable[[str], str | Generation]) -> None:
        self._answer = answer
        self.prompts: list[str] = []

    def generate(
        self,
        prompt: str,
        *,
        max_new_tokens: int,
        stop: tuple[str, ...] = (),
        temperature: float = 0.0,
        seed: int = 0,
        head: str = "",
    ) -> Generation:
        """See `Engine.generate`."""
        self.prompts.append(prompt)
        answer = self._answer(prompt)
        return answer if isinstance(answer, Generation) else Generation(answer, "end")

    def close(self) -> None:
        """See `Engine.close`."""


class ScriptedSeq2Seq:
    """Gives every source text the hypotheses that `answer(source)` makes, and keeps the texts in `sources`.

    A single text is the only hypothesis; a token is a word.
    """

    signature = "scripted"
    notice = None
    reads = "vi"

    def __init__(self, answer: Callable[[str], str | Sequence[Hypothesis]], max_source_tokens: int = 256) -> None:
        self._answer = answer
        self.max_source_tokens = max_source_tokens
        self.sources: list[str] = []
        self.calls = 0

    def count_tokens(self, source: str) -> int:
        """See `Seq2SeqEngine.count_tokens`."""
        return len(source.split())

    def unknown(self, source: str) -> tuple[str, ...]:
        """See `Seq2SeqEngine.unknown`: the words with a sign of the private use area."""
        return tuple(word for word in source.split() if any("\ue000" <= sign <= "\uf8ff" for sign in word))

    def translate(
        self,
        sources: Sequence[str],
        *,
        beam_size: int = 4,
        hypotheses: int = 1,
        temperature: float = 0.0,
        seed: int = 0,
    ) -> list[tuple[Hypothesis, ...]]:
        """See `Seq2SeqEngine.translate`."""
        self.calls += 1
        self.sources += sources
        answers = [self._answer(source) for source in sources]
        return [
            (Hypothesis(answer, 0.0, "end"),) if isinstance(answer, str) else tuple(answer)[:hypotheses]
            for answer in answers
        ]

    def close(self) -> None:
        """See `Seq2SeqEngine.close`."""
