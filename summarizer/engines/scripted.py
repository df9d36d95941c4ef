"""A stand-in that answers from a script: for tests of everything around the model, without weights."""

from __future__ import annotations

from collections.abc import Callable

from summarizer.engines.base import Generation


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
