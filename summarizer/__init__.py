"""Vietnamese news articles in, English translations and bullet briefs out, every key fact checked.

    import summarizer
    brief = summarizer.brief("seeds/lao-cai-2024-02.txt")
    english = summarizer.translate("Ngày 22/2, Bộ trưởng Bộ Công an Tô Lâm thăm Lào Cai.")
    report = summarizer.check(source, translation)
    with summarizer.Summarizer() as s:
        for brief in s.briefs(["seeds/"]): ...

Importing loads no model library; the model is loaded, and fetched if need be, when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.facts.base import FactReport
    from summarizer.pipeline import Failure, Summarizer
    from summarizer.results import Brief, Translation

__all__ = ["Failure", "Summarizer", "SummarizerError", "brief", "check", "translate"]


def brief(source: str | Path, *, bullets: int = 6) -> Brief:
    """The brief of one article: a path, or the Vietnamese text itself. For many articles use `Summarizer`.

    Raises:
        SummarizerError: the source cannot be read or is not Vietnamese, or no model can be had.
    """
    from summarizer.pipeline import Summarizer

    with Summarizer() as summarizer:
        return summarizer.brief(source, bullets=bullets)


def translate(source: str | Path) -> Translation:
    """The English of one article or sentence; str() of it gives the text."""
    from summarizer.pipeline import Summarizer

    with Summarizer() as summarizer:
        return summarizer.translate(source)


def check(source: str, translation: str) -> FactReport:
    """The facts of a Vietnamese text against any English translation of it, sentence by sentence; needs no model."""
    from summarizer.checking import check_document
    from summarizer.facts.base import FactReport

    return FactReport(tuple(match for pair in check_document(source, translation) for match in pair.report.matches))


def __getattr__(name: str) -> object:
    """The names whose module is imported when they are first asked for (PEP 562): `import summarizer` stays quick."""
    if name not in ("Failure", "Summarizer"):
        raise AttributeError(f"module 'summarizer' has no attribute '{name}'")
    value: object = getattr(import_module("summarizer.pipeline"), name)
    globals()[name] = value
    return value
