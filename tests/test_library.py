"""The package as a library: the public names, what importing costs, and the same results as by the commands."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from scripting import ARTICLE, Run

import summarizer
from summarizer import errors
from summarizer.engines.scripted import ScriptedEngine
from summarizer.facts.base import FactReport
from summarizer.rendering import render
from summarizer.results import Brief, Translation

ROOT = Path(__file__).parents[1]


def test_public_names() -> None:
    assert summarizer.__all__ == ["Failure", "Summarizer", "SummarizerError", "brief", "check", "translate"]
    assert all(getattr(summarizer, name).__doc__ for name in summarizer.__all__)
    with pytest.raises(AttributeError, match="module 'summarizer' has no attribute 'pull'"):
        summarizer.pull  # noqa: B018


def test_typed() -> None:
    assert (Path(summarizer.__file__).parent / "py.typed").is_file()


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after `code`, and would not have without it."""
    listing = "import sys; print(*sys.modules)"
    plain, full = (
        subprocess.run([sys.executable, "-c", lines], cwd=ROOT, capture_output=True, text=True, check=True)
        for lines in (listing, f"{code}\n{listing}")
    )
    return set(full.stdout.split()) - set(plain.stdout.split())


def test_import_loads_next_to_nothing() -> None:
    own = {name for name in loaded_by("import summarizer") if name.startswith("summarizer")}
    assert own == {"summarizer", "summarizer.errors"}


@pytest.mark.parametrize(
    "code",
    [
        "import summarizer",
        "from summarizer import Summarizer, check; Summarizer(); check('Có 5 người.', 'There are 5 people.')",
        "import summarizer.cli, summarizer.pipeline, summarizer.doctor, summarizer.rendering, summarizer.models",
    ],
)
def test_no_model_library_before_the_model_is_used(code: str) -> None:
    heavy = {"torch", "transformers", "tokenizers", "sentencepiece", "huggingface_hub", "xllamacpp", "numpy"}
    assert not loaded_by(code) & heavy


def test_brief_gives_what_the_command_gives(engine: ScriptedEngine, article: Path, run: Callable[..., Run]) -> None:
    brief = summarizer.brief(str(article), bullets=2)
    assert isinstance(brief, Brief)
    assert json.loads(render(brief, "json")) == json.loads(
        run("brief", article, "--bullets", 2, "--format", "json").out
    )


def test_translate_takes_text_or_a_path(engine: ScriptedEngine, article: Path) -> None:
    text = "Ngày 22/2, Bộ trưởng Tô Lâm thăm Lào Cai."
    english = summarizer.translate(text)
    assert isinstance(english, Translation)
    assert str(english) == english.text == "On 22 February, Minister Tô Lâm visited Lào Cai."
    assert english.report.ok
    by_path, by_text = summarizer.translate(article), summarizer.translate(ARTICLE)
    assert by_path.text == by_text.text
    assert by_text.article.name == "text"


def test_briefs_of_a_folder(engine: ScriptedEngine, article: Path) -> None:
    with summarizer.Summarizer(profile="offline") as one:
        results = list(one.briefs(["news/"]))
    assert [type(result) for result in results] == [Brief]


def test_check_needs_no_model() -> None:
    report = summarizer.check("Có 500 người ở Huế.", "There are 600 people in Huế.")
    assert isinstance(report, FactReport)
    assert [(match.status, match.source and match.source.text) for match in report.problems] == [("changed", "500")]
    assert summarizer.check("Có 500 người ở Huế.", "There are 500 people in Huế.").ok


def test_every_error_is_one_tree_with_a_status() -> None:
    found = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    tree = [kind for kind in found if issubclass(kind, summarizer.SummarizerError)]
    assert tree == found
    assert {kind.__name__ for kind in tree if kind.exit_status == 2} == {"UsageError"}
    assert all(kind.exit_status in (1, 2) for kind in tree)
    assert all(kind.__name__ in (errors.__doc__ or "") for kind in tree)  # drawn at the top of the module


def test_errors_reach_the_caller(engine: ScriptedEngine, article: Path) -> None:
    with pytest.raises(summarizer.SummarizerError, match=r"^lost\.txt: no such file; check the path$"):
        summarizer.brief("lost.txt")
