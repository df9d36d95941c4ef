"""Sequence-to-sequence models: sentences in, n-best lists out; run by CTranslate2 where converted, else by torch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from summarizer.engines.base import Hypothesis
from summarizer.engines.batching import batches
from summarizer.engines.codec import Codec
from summarizer.engines.families import FAMILIES, Family, detect, read_config
from summarizer.errors import EngineError, ModelError

CONVERTED = "ctranslate2"  # the folder of the conversion, within that of the model
NEW_TOKENS_A_SOURCE_TOKEN = 2.0  # English takes about as many tokens as Vietnamese; twice that is a loop
MIN_NEW_TOKENS = 32
NO_LIMIT = 1 << 20  # of a model with relative positions, such as T5


@dataclass(frozen=True, slots=True)
class Search:
    """How outputs are looked for."""

    beam_size: int
    hypotheses: int
    max_new_tokens: int
    temperature: float = 0.0
    seed: int = 0
    min_new_tokens: int = 0


@dataclass(frozen=True, slots=True)
class Output:
    """The ids of one output, without what begins and ends it; its mean log-probability; was it ended by the model?"""

    ids: list[int]
    score: float
    ended: bool


class Decoder(Protocol):
    """What runs the weights."""

    name: str
    batch_tokens: int  # padded source tokens of a batch, times beam size

    def search(self, batch: list[list[int]], search: Search) -> list[list[Output]]:
        """The n-best outputs of each source of a batch.

        Raises:
            EngineError: the search failed.
        """
        ...


class Seq2SeqModel:
    """A pretrained model of one of the `FAMILIES`.

    Args:
        model: its folder.
        family: a name of `FAMILIES`; by default what the folder tells.
        decoder: by default CTranslate2 where the folder holds a conversion and the package is there, else transformers.
    Raises:
        ModelError: the folder is none of a model, or its files do not load.
    """

    def __init__(self, model: Path, family: str | None = None, decoder: Decoder | None = None) -> None:
        if not (model / "config.json").is_file():
            raise ModelError(f"'{model}': no model folder (it has no config.json); check the path")
        self.family: Family = FAMILIES[family] if family else detect(model)
        self.reads = self.family.reads
        self._codec = Codec(model, self.family)
        opened, self.notice = (decoder, None) if decoder else open_decoder(model, self._codec)
        self._decoder: Decoder | None = opened
        positions = read_config(model / "config.json").get("max_position_embeddings", NO_LIMIT)
        self.max_source_tokens = min(self.family.max_source_tokens, positions)
        self._max_new_tokens = min(self.family.max_new_tokens, positions - 1)  # one starts the decoder
        self.signature = f"{opened.name}:{self.family.name}:{model.name}"

    def count_tokens(self, source: str) -> int:
        """See `Seq2SeqEngine.count_tokens`."""
        return len(self._codec.encode(source))

    def unknown(self, source: str) -> tuple[str, ...]:
        """See `Seq2SeqEngine.unknown`."""
        return self._codec.unknown(source)

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
        if self._decoder is None:
            raise EngineError("the model has been closed")
        encoded = [self._codec.encode(source) for source in sources]
        for source, ids in zip(sources, encoded, strict=True):
            if len(ids) > self.max_source_tokens:
                raise EngineError(f"{len(ids)} tokens, the model reads {self.max_source_tokens}: '{source[:40]}...'")
        results: dict[int, tuple[Hypothesis, ...]] = {}
        for batch in batches([len(ids) * beam_size for ids in encoded], self._decoder.batch_tokens):
            limit = max(MIN_NEW_TOKENS, int(len(encoded[batch[0]]) * NEW_TOKENS_A_SOURCE_TOKEN))
            search = Search(beam_size, hypotheses, min(limit, self._max_new_tokens), temperature, seed)
            found = self._decoder.search([encoded[index] for index in batch], search)
            for index, outputs in zip(batch, found, strict=True):
                results[index] = tuple(self._hypothesis(output, sources[index]) for output in outputs)
        return [results[index] for index in range(len(sources))]

    def _hypothesis(self, output: Output, source: str) -> Hypothesis:
        text = self._codec.decode(output.ids, source)
        return Hypothesis(text, output.score, "end" if output.ended else "length")

    def close(self) -> None:
        """See `Seq2SeqEngine.close`."""
        self._decoder = None


def open_decoder(model: Path, codec: Codec) -> tuple[Decoder, str | None]:
    """The fastest decoder that the folder and the installed packages allow, and a line when it is not the fastest."""
    from summarizer.engines.torch_decoder import TorchDecoder

    notice = None
    if (model / CONVERTED).is_dir():
        try:
            from summarizer.engines.ctranslate2_decoder import CTranslate2Decoder

            return CTranslate2Decoder(model / CONVERTED, codec), None
        except ModuleNotFoundError:
            notice = f"{model.name} is converted, but CTranslate2 is not installed: pip install 'summarizer[fast]'"
        except ModelError as error:
            notice = f"{error}; transformers runs it, more slowly"
    return TorchDecoder(model, codec), notice
