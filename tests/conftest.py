"""What the tests share: user folders of their own, a scripted model in place of the weights, and the command line."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from scripting import ARTICLE, Run, Script

from summarizer import cli, models, pipeline
from summarizer.article import PartialDate, Segment
from summarizer.engines.scripted import ScriptedEngine
from summarizer.results import Repair, TranslatedSentence
from summarizer.verification import verify

settings.register_profile("untimed", deadline=None)  # a busy machine, or a table read for the first time, is no failure
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def home(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path | None:
    """An empty home, and no model source that answers; tests with the real weights keep the user's own."""
    if request.node.get_closest_marker("model"):
        return None
    monkeypatch.setenv("SUMMARIZER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    return tmp_path / "home"


@pytest.fixture
def script() -> Script:
    """The answers of `engine`."""
    return Script()


@pytest.fixture
def engine(script: Script, monkeypatch: pytest.MonkeyPatch) -> ScriptedEngine:
    """The stand-in that every Summarizer of the test loads."""
    engine = ScriptedEngine(script)
    monkeypatch.setattr(models, "pull", lambda name, **settings: Path(f"{name}.gguf"))
    monkeypatch.setattr(pipeline, "load_engine", lambda model, adapter: engine)
    return engine


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file news/a.txt of the current folder, which holds ARTICLE."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    path = Path("news/a.txt")
    path.parent.mkdir()
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Run]:
    """run("brief", path, "--strict") -> the status and both outputs of that command line."""

    def run(*args: object, stdin: bytes = b"") -> Run:
        monkeypatch.setattr(sys, "argv", ["summarizer", *map(str, args)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        monkeypatch.setenv("COLUMNS", "100")
        with pytest.raises(SystemExit) as end:
            cli.main()
        return Run(int(end.value.code or 0), *capsys.readouterr())

    return run


@pytest.fixture
def sentence() -> Callable[..., TranslatedSentence]:
    """sentence("Có 5 người.", "There are 5 people.") -> the verified pair, as the chain would make it."""

    def make(
        source: str,
        english: str,
        number: int = 1,
        *,
        date: PartialDate | None = None,
        cut_off: bool = False,
        repairs: tuple[Repair, ...] = (),
    ) -> TranslatedSentence:
        verdict = verify(source, english, cut_off=cut_off, date=date)
        return TranslatedSentence(Segment(number, source, 0, len(source)), english, verdict, repairs)

    return make
