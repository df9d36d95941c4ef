"""What the tests share: user folders of their own, a scripted model in place of the weights, and the command line."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from summarizer import cli, models, pipeline
from summarizer.article import PartialDate, Segment
from summarizer.engines import Generation
from summarizer.engines.scripted import ScriptedEngine
from summarizer.results import TranslatedSentence
from summarizer.verification import verify

# a title, a date line, two paragraphs, a photo caption; five sentences with a date, an amount, a share and a denial
ARTICLE = """\
Bộ trưởng Bộ Công an thăm Lào Cai

date 2024-02

Ngày 22/2, Bộ trưởng Tô Lâm thăm Lào Cai. Tổng vốn đầu tư đạt 1.500 tỷ đồng, tăng 12,5% so với năm 2023.

Không có ai bị thương trong vụ việc này.

Bộ trưởng Tô Lâm làm việc với lãnh đạo tỉnh Lào Cai.
"""

# what a model makes of a sentence, by a piece of the prompt's last block; the last one serves whatever else is asked
ENGLISH: dict[str, Answer] = {
    "Công an": "The Minister of Public Security visits Lào Cai",
    "22 February": "On 22 February, Minister Tô Lâm visited Lào Cai.",
    "1.5 trillion dong": "Total investment reached 1.5 trillion dong, up 12.5% from 2023.",
    "vụ việc": "Nobody was injured in this incident.",
    "làm việc": "Minister Tô Lâm works with the leaders of Lào Cai Province.",
}
Answer = str | Generation | Exception | list["Answer"]


@dataclass(frozen=True)
class Run:
    """What a command left behind."""

    status: int
    out: str
    err: str


class Script:
    """The answers of the stand-in model: `answers` may be changed; a list gives one answer after the other."""

    def __init__(self) -> None:
        self.answers = dict(ENGLISH)

    def __call__(self, prompt: str) -> str | Generation:
        block = prompt.rsplit("\n\n", 1)[-1]
        for piece, answer in self.answers.items():
            if piece in block:
                while isinstance(answer, list):
                    answer = answer.pop(0) if len(answer) > 1 else answer[0]
                if isinstance(answer, Exception):
                    raise answer
                return answer
        raise AssertionError(f"no answer for: {block}")


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
    monkeypatch.setattr(pipeline, "load_engine", lambda name, model: engine)
    return engine


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file news/a.txt of the current folder, which holds ARTICLE."""
    monkeypatch.chdir(tmp_path)
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

    def make(source: str, english: str, number: int = 1, *, date: str = "", **settings: object) -> TranslatedSentence:
        day = PartialDate(*map(int, date.split("-"))) if date else None
        cut_off = bool(settings.pop("cut_off", False))
        segment = Segment(number, source, 0, len(source))
        return TranslatedSentence(segment, english, verify(source, english, cut_off=cut_off, date=day), **settings)

    return make
