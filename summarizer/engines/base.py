"""The engine protocols: nothing else of a model is visible outside this package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable


@dataclass(frozen=True, slots=True)
class Generation:
    """What a model wrote after one prompt."""

    text: str
    stopped: Literal["end", "length"]  # "length": cut off, so facts may be missing


@runtime_checkable
class Engine(Protocol):
    """A local language model: prompt in, text out."""

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


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One output of a sequence-to-sequence model for one source text."""

    text: str
    score: float  # mean log-probability of its tokens
    stopped: Literal["end", "length"]  # "length": cut off, so facts may be missing


@runtime_checkable
class Seq2SeqEngine(Protocol):
    """A local encoder-decoder model, trained for one task: source texts in, n-best lists out."""

    @property
    def signature(self) -> str:
        """Backend, family and weights, printed with every result: "transformers:nllb:nllb-600m"."""
        ...

    @property
    def notice(self) -> str | None:
        """One line for the user when the model runs slower than it could."""
        ...

    @property
    def reads(self) -> str:
        """The language of its source texts: "vi", or "en" for a summarizer of English."""
        ...

    @property
    def max_source_tokens(self) -> int:
        """The longest source text that the model reads whole."""
        ...

    def count_tokens(self, source: str) -> int:
        """Length of the source text as the model reads it, special tokens included."""
        ...

    def unknown(self, source: str) -> tuple[str, ...]:
        """The words of the source text that the model's vocabulary cannot write, in reading order."""
        ...

    def translate(
        self,
        sources: Sequence[str],
        *,
        beam_size: int = 4,
        hypotheses: int = 1,
        temperature: float = 0.0,
        seed: int = 0,
    ) -> list[tuple[Hypothesis, ...]]:
        """The n-best list of each source text, in the order of `sources`, the best first.

        Args:
            beam_size: width of the beam search; 1 is greedy.
            hypotheses: length of each list, at most `beam_size` without sampling.
            temperature: above 0 the texts are sampled instead of searched.
        Raises:
            EngineError: a source text is longer than the model reads, or the search failed.
        """
        ...

    def close(self) -> None:
        """Free the model; a closed engine cannot be used again."""
        ...
