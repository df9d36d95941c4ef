"""Runs a converted sequence-to-sequence model by CTranslate2, and converts one (MIT, OpenNMT; extra `fast`)."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psutil

from summarizer.engines.codec import Codec, no_advice
from summarizer.engines.families import detect, read_config
from summarizer.engines.seq2seq import CONVERTED, Output, Search
from summarizer.errors import EngineError, ModelError

BATCH_TOKENS = 8192
QUANTIZATION = "int8"


class CTranslate2Decoder:
    """A conversion on the GPU when there is one, else on the CPU.

    Raises:
        ModelError: the conversion does not load.
    """

    def __init__(self, folder: Path, codec: Codec) -> None:
        import ctranslate2

        self.name = "ctranslate2"
        self.batch_tokens = BATCH_TOKENS
        self._codec = codec
        gpu = ctranslate2.get_cuda_device_count() > 0
        threads = psutil.cpu_count(logical=False) or 1
        try:
            self._translator: Any = ctranslate2.Translator(
                str(folder), device="cuda" if gpu else "cpu", inter_threads=1, intra_threads=threads
            )
        except (RuntimeError, ValueError) as exc:
            raise ModelError(f"'{folder}': CTranslate2 cannot load it ({exc}); convert the model again") from exc

    def search(self, batch: list[list[int]], search: Search) -> list[list[Output]]:
        """See `Decoder.search`."""
        import ctranslate2

        prefix = [] if self._codec.forced_id is None else self._codec.tokens([self._codec.forced_id])
        settings: dict[str, Any] = {"beam_size": max(search.beam_size, search.hypotheses)}
        if search.temperature > 0:
            ctranslate2.set_random_seed(search.seed)
            settings = {"beam_size": 1, "sampling_topk": 0, "sampling_temperature": search.temperature}
        try:
            results = self._translator.translate_batch(
                [self._codec.tokens(one) for one in batch],
                target_prefix=[prefix] * len(batch) if prefix else None,
                num_hypotheses=search.hypotheses,
                min_decoding_length=search.min_new_tokens,
                max_decoding_length=search.max_new_tokens,
                max_input_length=0,
                return_scores=True,
                return_end_token=True,
                **settings,
            )
        except (RuntimeError, ValueError) as exc:
            raise EngineError(f"ctranslate2: {str(exc).splitlines()[0]}") from exc
        return [
            [self._output(ids, score) for ids, score in zip(result.hypotheses, result.scores, strict=True)]
            for result in results
        ]

    def _output(self, tokens: list[str], score: float) -> Output:
        ids = self._codec.ids(tokens)
        ended = bool(ids) and ids[-1] == self._codec.end_id
        return Output(ids[:-1] if ended else ids, score, ended)


def convert(model: Path, quantization: str = QUANTIZATION) -> Path:
    """Convert the model of a folder for CTranslate2, within that folder; whole or not at all.

    Args:
        quantization: "int8", or "float32" for the texts that transformers gives.
    Returns:
        The folder of the conversion; it is four times smaller than the weights with "int8".
    Raises:
        ModelError: the model cannot be converted, or the package is missing.
    """
    try:
        from ctranslate2.converters import TransformersConverter
    except ModuleNotFoundError as exc:
        raise ModelError("converting needs the package ctranslate2; run: pip install 'summarizer[fast]'") from exc
    target, partial = model / CONVERTED, model / f"{CONVERTED}.partial"
    shutil.rmtree(partial, ignore_errors=True)
    try:
        with no_advice(), readable(model) as folder:
            TransformersConverter(str(folder)).convert(str(partial), quantization=quantization, force=True)
    except Exception as exc:  # the converter lets through whatever the model's classes raise
        shutil.rmtree(partial, ignore_errors=True)
        cause = (str(exc).strip() or type(exc).__name__).splitlines()[0]
        raise ModelError(f"'{model}': CTranslate2 cannot convert it ({cause})") from exc
    shutil.rmtree(target, ignore_errors=True)
    partial.replace(target)
    return target


@contextmanager
def readable(model: Path) -> Iterator[Path]:
    """The model as CTranslate2's converter reads it: two families need a word in their settings that they lack.

    M2M100's tokenizer hides its language tokens, and an mBART that transformers has saved again says no more that its
    layers are normalized first. The model's own files stay as they are.
    """
    changes: dict[str, tuple[str, dict[str, Any]]] = {
        "m2m100": ("tokenizer_config.json", {"extra_special_tokens": m2m100_languages()}),
        "mbart50": ("config.json", {"normalize_before": True, "normalize_embedding": True}),
    }
    family = detect(model).name
    if family not in changes:
        yield model
        return
    name, settings = changes[family]
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for file in model.iterdir():
            if file.is_file() and file.name != name:
                (folder / file.name).symlink_to(file.resolve())
        (folder / name).write_text(json.dumps(settings | read_config(model / name)), encoding="utf-8")
        yield folder


def m2m100_languages() -> list[str]:
    """The 100 language tokens of M2M100, in the order of their ids: "__af__"."""
    from transformers.models.m2m_100.tokenization_m2m_100 import FAIRSEQ_LANGUAGE_CODES

    return [f"__{code}__" for code in FAIRSEQ_LANGUAGE_CODES["m2m100"]]
