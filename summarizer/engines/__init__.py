"""Engines by name; the library behind one is imported when it is chosen."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from summarizer.engines.base import Engine, Generation
from summarizer.errors import EngineError

__all__ = ["ENGINES", "Engine", "Generation", "load_engine"]

ENGINES = {"llamacpp": "summarizer.engines.llamacpp:LlamaCppEngine"}


def load_engine(name: str, model: Path) -> Engine:
    """The engine `name` with the weights at `model`; no other code imports an engine module.

    Raises:
        EngineError: the name is not in `ENGINES`, or a package is missing.
        ModelError: the weights are not there, or do not load.
    """
    if name not in ENGINES:
        raise EngineError(f"unknown engine '{name}'; known: {', '.join(sorted(ENGINES))}")
    module, _, class_name = ENGINES[name].partition(":")
    try:
        engine: Engine = getattr(import_module(module), class_name)(model)
    except ModuleNotFoundError as exc:
        raise EngineError(f"engine '{name}' needs the package '{exc.name}'; run: pip install {exc.name}") from exc
    return engine
