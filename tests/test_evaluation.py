"""Figures of `summarizer evaluate`: what they count, when they differ, and what it says of bad input."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from scripting import Run, Script

from summarizer.engines.scripted import ScriptedEngine
from summarizer.errors import InputError
from summarizer.evaluation import evaluate

Command = Callable[..., Run]
SOURCE = ["Ngày 22/2, Bộ trưởng Tô Lâm thăm Lào Cai.", "Không có ai bị thương trong vụ việc này."] * 20
REFERENCE = ["On 22 February, Minister Tô Lâm visited Lào Cai.", "Nobody was injured in this incident."] * 20
WRONG = ["On 23 February, Minister Tô Lâm visited Lào Cai.", "Nobody was injured in this incident."] * 20


def test_a_reference_is_its_own_best_output() -> None:
    scores = evaluate(SOURCE, REFERENCE, {"people": REFERENCE}).scores["people"]
    assert {metric: round(score.score, 6) for metric, score in scores.items()} == {
        "BLEU": 100,
        "chrF2": 100,
        "facts": 100,
        "silent lines": 100,
    }
    assert all(score.p_value is None for score in scores.values())


def test_a_wrong_date_costs_one_fact_and_the_silence_of_its_line() -> None:
    result = evaluate(SOURCE, REFERENCE, {"people": REFERENCE, "wrong": WRONG})
    right, wrong = result.scores["people"], result.scores["wrong"]
    assert wrong["silent lines"].score == 50
    facts = 100 / (100 - wrong["facts"].score) * 20  # all facts, if each of the 20 wrong lines lost exactly one
    assert facts == pytest.approx(round(facts))
    assert 50 < wrong["facts"].score < 100
    assert wrong["BLEU"].score < right["BLEU"].score
    assert wrong["facts"].p_value is not None
    assert wrong["facts"].p_value < 0.01
    assert wrong["facts"].margin > right["facts"].margin == 0


def test_an_output_does_not_differ_from_itself() -> None:
    scores = evaluate(SOURCE, REFERENCE, {"one": WRONG, "two": WRONG}).scores
    assert all(score.p_value == 1 for score in scores["two"].values())
    assert {metric: score.score for metric, score in scores["one"].items()} == {
        metric: score.score for metric, score in scores["two"].items()
    }


def test_what_is_not_aligned_is_told() -> None:
    with pytest.raises(InputError, match="the source has 40 lines, the reference has 39; they must be aligned"):
        evaluate(SOURCE, REFERENCE[1:], {"out": REFERENCE})
    with pytest.raises(InputError, match="the source has 40 lines, out has 41; they must be aligned"):
        evaluate(SOURCE, REFERENCE, {"out": [*REFERENCE, ""]})
    with pytest.raises(InputError, match="the source has no lines"):
        evaluate([], [], {"out": []})


@pytest.fixture
def sets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files a.vi, a.en and wrong.en of the current folder."""
    monkeypatch.chdir(tmp_path)
    for name, lines in {"a.vi": SOURCE, "a.en": REFERENCE, "wrong.en": WRONG}.items():
        Path(name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def test_table(run: Command, sets: None) -> None:
    done = run("evaluate", "--src", "a.vi", "--ref", "a.en", "--hyp", "a.en", "--against", "wrong.en")
    assert (done.status, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0].split() == ["BLEU", "chrF2", "facts", "silent", "lines"]
    assert lines[1].split()[:3] == ["a.en", "100.00", "±0.00"]
    assert lines[2].startswith("wrong.en ")
    assert "(p = 0.001)" in lines[2]
    assert lines[4] == "40 lines, ± half of a 95 % interval"
    assert lines[5].startswith("BLEU: nrefs:1|bs:1000|seed:12345|case:mixed")


def test_json(run: Command, sets: None) -> None:
    done = run("evaluate", "--src", "a.vi", "--ref", "a.en", "--hyp", "wrong.en", "--format", "json")
    result = json.loads(done.out)
    assert (result["schema"], result["lines"]) == (1, 40)
    assert result["scores"]["wrong.en"]["silent lines"]["score"] == 50
    assert result["scores"]["wrong.en"]["facts"]["p_value"] is None


def test_a_model_translates_and_its_lines_are_kept(
    run: Command, sets: None, engine: ScriptedEngine, script: Script
) -> None:
    done = run("evaluate", "--src", "a.vi", "--ref", "a.en", "--against", "wrong.en", "--out", "model.en")
    assert (done.status, done.err) == (0, "")
    assert Path("model.en").read_text(encoding="utf-8").splitlines() == REFERENCE
    assert done.out.splitlines()[1].split()[:2] == ["model.en", "100.00"]


@pytest.mark.parametrize(
    ("options", "status", "error"),
    [
        (["--hyp", "a.en", "--out", "b.en"], 2, "--out keeps the lines of a model, and with --hyp none runs"),
        (["--hyp", "a.en", "--format", "md"], 2, "evaluate writes --format json or txt"),
        (["--hyp", "none.en"], 1, "none.en"),
        (["--hyp", "short.en"], 1, "the source has 40 lines, short.en has 1; they must be aligned"),
        (["--against", "short.en"], 1, "the source has 40 lines, short.en has 1; they must be aligned"),
        (["--out", "a.vi"], 2, "a.vi is an input and would be overwritten"),
    ],
)
def test_bad_options_end_with_one_line(
    run: Command, sets: None, engine: ScriptedEngine, options: list[str], status: int, error: str
) -> None:
    Path("short.en").write_text("One line.\n", encoding="utf-8")
    before = Path("a.vi").read_bytes()
    done = run("evaluate", "--src", "a.vi", "--ref", "a.en", *options)
    assert (done.status, done.out, done.err.count("\n")) == (status, "", 1)
    assert error in done.err
    assert Path("a.vi").read_bytes() == before


def test_without_sacrebleu_the_cure_is_named() -> None:
    code = "import sys; sys.modules['sacrebleu'] = None; from summarizer.cli import main; main()"
    arguments = ["evaluate", "--src", "a.vi", "--ref", "a.en", "--hyp", "a.en"]
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "error: evaluate needs sacrebleu; run: pip install 'summarizer[evaluate]'\n"
