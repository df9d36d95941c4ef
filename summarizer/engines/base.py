"""The engine protocol: nothing else of a model is visible outside this package."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol


@dataclass(frozen=True, slots=True)
class Generation:
    """What a model wrote after one prompt."""

    text: str
    stopped: Literal["end", "length"]  # "length": cut off, so facts may be missing


class Engine(Protocol):
    """A local model: prompt in, text out."""

    @property
    def signature(self) -> str:
        """Engine and weights, printed with every result: "llamacpp:qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"."""
        ...

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
        """Continue `prompt` until a stop string, the end of the text, or `max_new_tokens`.

        Temperature 0 is greedy: the same prompt gives the same text. `head` is what all prompts of a kind begin with;
        an engine may keep what it has made of it.

        Raises:
            EngineError: the model refused the request, for instance a prompt longer than its context.
        """
        ...

    def close(self) -> None:
        """Free the model; a closed engine cannot be used again."""
        ...
