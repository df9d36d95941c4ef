"""Engines by name; the library behind one is imported when it is chosen."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from summarizer.engines.base import Engine, Generation, Hypothesis, Seq2SeqEngine
from summarizer.errors import EngineError, ModelError

__all__ = ["ENGINES", "Engine", "Generation", "Hypothesis", "Seq2SeqEngine", "load_engine"]

ENGINES = {
    "llamacpp": "summarizer.engines.llamacpp:LlamaCppEngine",
    "seq2seq": "summarizer.engines.seq2seq:Seq2SeqModel",
}


def load_engine(model: Path, adapter: Path | None = None) -> Engine | Seq2SeqEngine:
    """The engine for the weights at `model`: a GGUF file, or the folder of a model of transformers.

    An adapter changes the weights of the GGUF file that it was trained for. No other code imports an engine module.

    Raises:
        EngineError: a package is missing.
        ModelError: the weights are not there, or do not load.
    """
    if not model.exists():
        raise ModelError(f"{model}: no such model; check the path")
    name = "seq2seq" if model.is_dir() else "llamacpp"
    module, _, class_name = ENGINES[name].partition(":")
    try:
        make = getattr(import_module(module), class_name)
        engine: Engine | Seq2SeqEngine = make(model, adapter) if adapter else make(model)
    except ModuleNotFoundError as exc:
        raise EngineError(f"engine '{name}' needs the package '{exc.name}'; run: pip install {exc.name}") from exc
    return engine
