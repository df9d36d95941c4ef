"""Every command line that a user may type: what it prints, where it writes, with which status it ends."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from scripting import ARTICLE, Run, Script

from summarizer import models
from summarizer.engines.scripted import ScriptedEngine
from summarizer.errors import EngineError, ModelError

ROOT = Path(__file__).parents[1]
Command = Callable[..., Run]
ENGLISH_TEXT = "This is an English text about nothing at all."
VISIT = "Ngày 22/2, Bộ trưởng Tô Lâm thăm Lào Cai."
VISITED = "On 22 February, Minister Tô Lâm visited Lào Cai."
SAFE = "Không có ai bị thương trong vụ việc này."
UNHURT = "Nobody was injured in this incident."

# the program with a scripted model, in a process of its own; the second kind of model never answers
CHILD = f"""
import sys, time
sys.path.insert(0, {str(Path(__file__).parent)!r})
from scripting import Script
from summarizer import cli, models, pipeline
from summarizer.engines.scripted import ScriptedEngine
def wait(prompt):
    print("asked", file=sys.stderr, flush=True)
    time.sleep(60)
models.pull = lambda name, **settings: name
pipeline.load_engine = lambda model, adapter: ScriptedEngine(wait if sys.argv[-1] == "--seed=9" else Script())
cli.main()
"""


def child(*args: object, **settings: object) -> subprocess.Popen[str]:
    """A process that runs the command line; its standard error is a pipe."""
    command = [sys.executable, "-c", CHILD, *map(str, args)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment, **settings)  # type: ignore[call-overload,no-any-return]


def files(folder: str | Path) -> list[str]:
    """All files below a folder, hidden ones too."""
    return sorted(str(path.relative_to(folder)) for path in Path(folder).rglob("*") if not path.is_dir())


# ---- one article


def test_brief_goes_to_standard_output(run: Command, engine: ScriptedEngine, article: Path) -> None:
    done = run("brief", article)
    assert (done.status, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[:4] == ["# The Minister of Public Security visits Lào Cai", "", "Date: 2024-02", ""]
    assert f"- {VISITED} [2]" in lines
    assert "| money | 1.500 tỷ đồng | 1.5 trillion dong | [3] | verified |" in lines
    assert "*Caption: [5] Minister Tô Lâm works with the leaders of Lào Cai Province.*" in lines
    assert done.out.endswith("seed 0`\n")
    assert files(".") == ["news/a.txt"]


def test_translate_has_no_summary(run: Command, engine: ScriptedEngine, article: Path) -> None:
    done = run("translate", article)
    assert done.status == 0
    assert done.out.startswith("## Translation\n\n**[1] The Minister of Public Security visits Lào Cai**\n")
    assert "## Summary" not in done.out


@pytest.mark.parametrize("command", ["brief", "translate"])
def test_one_article_gives_one_object(command: str, run: Command, engine: ScriptedEngine, article: Path) -> None:
    result = json.loads(run(command, article, "--format", "json").out)
    assert (result["name"], result["report"]["sentences"]) == ("news/a.txt", 5)
    assert ("bullets" in result) is (command == "brief")


def test_standard_input(run: Command, engine: ScriptedEngine, article: Path) -> None:
    result = json.loads(run("brief", "-", "--format", "json", stdin=ARTICLE.encode()).out)
    assert (result["name"], result["title"]) == ("-", "The Minister of Public Security visits Lào Cai")


def test_bullets(run: Command, engine: ScriptedEngine, article: Path) -> None:
    assert len(json.loads(run("brief", article, "--format", "json", "--bullets", 1).out)["bullets"]) == 1


def test_seed_and_glossary_and_prompts_reach_the_model(run: Command, engine: ScriptedEngine, article: Path) -> None:
    Path("terms.tsv").write_text("tổng vốn đầu tư\tCAPITAL SPENDING\n", encoding="utf-8")
    Path("own").mkdir()
    Path("own/translate.txt").write_text("VI {source}\n\nVietnamese: {source}\nEnglish:")
    done = run("translate", article, "--glossary", "terms.tsv", "--prompts", "own", "--seed", 5)
    assert (done.status, done.err) == (0, "")
    assert any(prompt.startswith("VI CAPITAL SPENDING ") for prompt in engine.prompts)
    assert "| seed 5`" in done.out


# ---- marks and --strict


@pytest.mark.parametrize(
    ("answer", "strict", "status"),
    [
        ("Total investment reached 1.5 trillion dong, up 12.5% from 2023.", True, 0),
        ("Total investment reached 1.5 billion dong, up 12.5% from 2023.", True, 0),  # repaired is as good
        ("Total investment rose greatly from 2023.", False, 0),
        ("Total investment rose greatly from 2023.", True, 3),
    ],
)
@pytest.mark.parametrize("command", ["brief", "translate"])
def test_strict(
    command: str,
    answer: str,
    strict: bool,
    status: int,
    run: Command,
    engine: ScriptedEngine,
    script: Script,
    article: Path,
) -> None:
    script.answers = {"1.5 trillion dong|12.5%": answer, **script.answers}  # the whole sentence, or its second clause
    done = run(command, article, *["--strict"] * strict)
    assert done.status == status
    assert ("[? 1.500 tỷ đồng]" in done.out) is ("greatly" in answer)


def test_mark_stands_behind_the_wrong_words(
    run: Command, engine: ScriptedEngine, script: Script, article: Path
) -> None:
    Path("b.txt").write_text("Ở đó có 5 nam và 7 nữ.", encoding="utf-8")
    script.answers["5 nam"] = "There were 6 men and 8 women."  # which is which? no patch is safe
    done = run("translate", "b.txt", "--format", "txt")
    assert done.out == "There were 6 [? 5] men and 8 [? 7] women.\n"


# ---- several articles


@pytest.fixture
def news(article: Path) -> Path:
    """news/ with a.txt, b.txt that is English, c.md and deep/a.txt."""
    Path("news/b.txt").write_text(ENGLISH_TEXT)
    Path("news/c.md").write_text(SAFE, encoding="utf-8")
    Path("news/deep").mkdir()
    Path("news/deep/a.txt").write_text(VISIT, encoding="utf-8")
    return Path("news")


NO_VIETNAMESE = "error: news/b.txt: no Vietnamese text; give an article in Vietnamese\n"


def test_several_articles_give_an_array(run: Command, engine: ScriptedEngine, news: Path) -> None:
    done = run("brief", news, "--format", "json")
    assert [result["name"] for result in json.loads(done.out)] == ["news/a.txt", "news/c.md", "news/deep/a.txt"]
    assert (done.status, done.err) == (1, NO_VIETNAMESE)


def test_two_inputs_of_which_one_fails_give_an_array(run: Command, engine: ScriptedEngine, news: Path) -> None:
    done = run("translate", "news/b.txt", "news/c.md", "--format", "json")
    assert [result["name"] for result in json.loads(done.out)] == ["news/c.md"]


def test_several_texts_follow_each_other(run: Command, engine: ScriptedEngine, news: Path) -> None:
    done = run("translate", "news/c.md", "news/deep/a.txt", "--format", "txt")
    assert done == Run(0, f"{UNHURT}\n\n{VISITED}\n", "")


def test_status_is_the_highest(run: Command, engine: ScriptedEngine, script: Script, news: Path) -> None:
    script.answers["Không có ai"] = "Somebody came."
    assert run("translate", "news/b.txt", "news/c.md").status == 1
    assert run("translate", "news/b.txt", "news/c.md", "--strict").status == 3
    assert run("translate", "news/c.md", "news/b.txt", "--strict").status == 3


def test_folder_of_results(run: Command, engine: ScriptedEngine, news: Path) -> None:
    done = run("brief", news, "--out", "out")
    assert done == Run(1, "", NO_VIETNAMESE)
    assert files("out") == ["a.md", "c.md", "deep/a.md"]
    assert Path("out/c.md").read_text(encoding="utf-8").startswith("# Nobody was injured in this incident (title made")
    assert "1.5 trillion dong" in Path("out/a.md").read_text(encoding="utf-8")


def test_engine_error_is_a_bad_file_too(run: Command, engine: ScriptedEngine, script: Script, news: Path) -> None:
    script.answers["Không có ai"] = EngineError("llama.cpp: the prompt is too long")
    done = run("translate", "news/c.md", "news/deep/a.txt", "--format", "txt")
    assert done == Run(1, f"{VISITED}\n", "error: news/c.md, sentence 1: llama.cpp: the prompt is too long\n")


def test_a_glob_and_a_file_that_vanishes(
    run: Command, engine: ScriptedEngine, script: Script, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Vanishing(Script):
        def __call__(self, prompt: str) -> str:
            Path("news/c.md").unlink(missing_ok=True)
            return VISITED

    monkeypatch.setattr(engine, "_answer", Vanishing())
    done = run("translate", "news/deep/*.txt", "news/c.md", "--format", "txt")
    assert done == Run(1, f"{VISITED}\n", "error: news/c.md: no such file; check the path\n")


# ---- --out


@pytest.mark.parametrize(
    ("args", "written", "start"),
    [
        (["--out", "x.md"], "x.md", "# The Minister"),
        (["--out", "x.json"], "x.json", "{\n"),
        (["--out", "x.TXT"], "x.TXT", "The Minister"),
        (["--out", "new/deep/x.md"], "new/deep/x.md", "# The Minister"),
        (["--out", "x.txt", "--format", "json"], "x.txt", "{\n"),  # said is said
        (["--out", "x.html", "--format", "md"], "x.html", "# The Minister"),
        (["--out", "new/deep"], "new/deep/a.md", "# The Minister"),  # no suffix: a folder
        (["--out", "new", "--format", "json"], "new/a.json", "{\n"),
        (["--out", "there"], "there/a.md", "# The Minister"),
        (["--out", "there.json"], "there.json/a.md", "# The Minister"),  # a folder, whatever its name
        (["--out", "old"], "old", "# The Minister"),  # a file, though without suffix
    ],
)
def test_out(args: list[str], written: str, start: str, run: Command, engine: ScriptedEngine, article: Path) -> None:
    Path("there").mkdir()
    Path("there.json").mkdir()
    Path("old").write_text("old")
    before = set(files("."))
    assert run("brief", article, *args) == Run(0, "", "")
    assert set(files(".")) - {"old"} == before - {"old"} | {written} - {"old"}
    assert Path(written).read_text(encoding="utf-8").startswith(start)


def test_json_of_several_articles_may_be_one_file(run: Command, engine: ScriptedEngine, news: Path) -> None:
    assert run("translate", "news/a.txt", "news/c.md", "--out", "all.json") == Run(0, "", "")
    assert [result["name"] for result in json.loads(Path("all.json").read_text())] == ["news/a.txt", "news/c.md"]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["news", "--out", "x.md"], "--out x.md is one file, but there are 4 articles; name a folder"),
        (["news/a.txt", "--out", "x.docx"], "--out x.docx: no format has this suffix; use .md, .json, .txt, or --form"),
        (["news/a.txt", "--out", "news", "--format", "txt"], "--out: news/a.txt is an input and would be overwritten"),
        (["news/a.txt", "--out", "news/a.txt"], "--out: news/a.txt is an input and would be overwritten"),
        (["news/c.md", "--out", "news"], "--out: news/c.md is an input and would be overwritten; choose another place"),
        (["news/a.txt", "--lines", "--out", "news"], "--out: news/a.txt is an input and would be overwritten"),
        (["news/a.txt", "--lines", "--format", "json"], "--lines takes one INPUT, and no --format: it writes plain li"),
        (["news/a.txt", "news/c.md", "--lines"], "--lines takes one INPUT, and no --format: it writes plain lines"),
    ],
)
def test_options_that_contradict(
    args: list[str], message: str, run: Command, engine: ScriptedEngine, news: Path
) -> None:
    before = {name: (news / name).read_bytes() for name in files(news)}
    done = run("translate", *args)
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith(f"error: {message}")
    assert engine.prompts == []
    assert {name: (news / name).read_bytes() for name in files(news)} == before


@pytest.mark.parametrize(
    "args",
    [
        ["brief"],
        ["translate", "--bullets", "3", "x"],
        ["brief", "x", "--bullets", "0"],
        ["brief", "x", "--bullets", "many"],
        ["brief", "x", "--format", "pdf"],
        ["nonsense"],
        ["models", "pull"],
        ["models", "nonsense"],
        ["--nonsense"],
    ],
)
def test_wrong_usage(args: list[str], run: Command, engine: ScriptedEngine) -> None:
    done = run(*args)
    assert (done.status, done.out) == (2, "")
    assert "Usage: summarizer" in done.err


@pytest.mark.parametrize("out", ["news/a.txt/x.md", "news/a.txt/out", "news/a.txt/deep/er"])
def test_a_place_that_cannot_be_made_is_known_before_the_work(
    out: str, run: Command, engine: ScriptedEngine, article: Path
) -> None:
    done = run("brief", article, "--out", out)
    assert done.status == 1
    assert done.err.startswith(f"error: {'news/a.txt' if out.endswith('.md') else out}: cannot be made, ")
    assert done.err.count("\n") == 1
    assert engine.prompts == []
    assert files(".") == ["news/a.txt"]


@pytest.mark.parametrize("out", ["x.md", "x.json", "out"])
def test_an_error_in_the_middle_leaves_no_file(
    out: str, run: Command, engine: ScriptedEngine, script: Script, article: Path
) -> None:
    script.answers["Không có ai"] = EngineError("llama.cpp: broken")
    done = run("brief", article, "--out", out)
    assert done == Run(1, "", "error: news/a.txt, sentence 4: llama.cpp: broken\n")
    assert files(".") == ["news/a.txt"]


def test_what_a_killed_run_left_is_replaced(run: Command, engine: ScriptedEngine, article: Path) -> None:
    Path("out").mkdir()
    Path("out/.a.md.partial").write_text("# The Min")
    assert run("brief", article, "--out", "out").status == 0
    assert files("out") == ["a.md"]


# ---- --lines


@pytest.mark.parametrize(
    ("content", "printed"),
    [
        (f"{VISIT}\n{SAFE}\n", f"{VISITED}\n{UNHURT}\n"),
        (f"{VISIT}\n{SAFE}", f"{VISITED}\n{UNHURT}\n"),  # no line end at the end
        (f"\n{VISIT}\n\n \n{SAFE}\n\n", f"\n{VISITED}\n\n\n{UNHURT}\n\n"),  # empty stays empty
        (f"{VISIT}\r\n\r\n{SAFE}\r\n", f"{VISITED}\n\n{UNHURT}\n"),
        (f"{VISIT} {SAFE}\n", f"{VISITED}\n"),  # two sentences are one segment
    ],
)
@pytest.mark.parametrize("out", [None, "x.en", "there", "new/x.txt"])
def test_lines(
    out: str | None, content: str, printed: str, run: Command, engine: ScriptedEngine, script: Script, article: Path
) -> None:
    Path("there").mkdir()
    Path("a.vi").write_bytes(content.encode())
    done = run("translate", "a.vi", "--lines", *(["--out", out] if out else []))
    assert (done.status, done.err) == (0, "")
    if out is None:
        assert done.out == printed
    else:
        assert done.out == ""
        assert Path("there/a.txt" if out == "there" else out).read_text(encoding="utf-8") == printed


def test_lines_of_standard_input(run: Command, engine: ScriptedEngine) -> None:
    done = run("translate", "-", "--lines", stdin=f"{VISIT}\n\n{SAFE}".encode())
    assert done == Run(0, f"{VISITED}\n\n{UNHURT}\n", "")


def test_lines_strict(run: Command, engine: ScriptedEngine, script: Script) -> None:
    script.answers["February 22"] = "The Minister came."
    lines = f"{SAFE}\n{VISIT}\n".encode()
    assert run("translate", "-", "--lines", stdin=lines).status == 0
    done = run("translate", "-", "--lines", "--strict", stdin=lines)
    assert (done.status, done.out) == (3, f"{UNHURT}\nThe Minister came.\n")


def test_lines_are_written_whole_or_not_at_all(
    run: Command, engine: ScriptedEngine, script: Script, article: Path
) -> None:
    script.answers["February 22"] = EngineError("llama.cpp: broken")
    done = run("translate", "-", "--lines", "--out", "x.en", stdin=f"{SAFE}\n{VISIT}\n".encode())
    assert done == Run(1, "", "error: line 2: llama.cpp: broken\n")
    assert files(".") == ["news/a.txt"]


# ---- bad input


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("lost.txt", None, "lost.txt: no such file; check the path"),
        ("empty.txt", b"", "empty.txt: empty; give a file with text"),
        ("blank.txt", b" \n\t\n", "blank.txt: only blank space; give a file with text"),
        ("binary.txt", b"\x7fELF\0\0\0", "binary.txt: a binary file (it holds NUL bytes); give a text file in UTF-8"),
        ("latin.txt", "Hà Nội".encode("cp1258", "replace"), "latin.txt: not UTF-8 text (byte 0x"),
        ("cut.txt", "Nội".encode()[:-2], "cut.txt: not UTF-8 text (byte 0x"),
        ("english.txt", ENGLISH_TEXT.encode(), "english.txt: no Vietnamese text; give an article in Vietnamese"),
        ("bare.md", b"Bo truong noi khong co ai bi thuong trong vu viec cua ho", "bare.md: Vietnamese without its "),
        ("digits.txt", b"12345 67890", "digits.txt: no Vietnamese text"),
        ("control.txt", b"\x01\x02\x1b[31m", "control.txt: "),
        ("huge.txt", "à ".encode() * (8 * 1024 * 1024), "huge.txt: larger than 20 MB; split it into articles"),
        ("folder", "folder", "folder: the folder holds no "),
        ("*.txt2", None, "*.txt2: no file matches the pattern; check it"),
        ("x\ny.txt", None, "x y.txt: no such file"),
    ],
)
@pytest.mark.parametrize("command", ["brief", "translate"])
def test_bad_input(
    command: str,
    name: str,
    content: bytes | str | None,
    message: str,
    run: Command,
    engine: ScriptedEngine,
    article: Path,
) -> None:
    if isinstance(content, bytes):
        Path(name).write_bytes(content)
    elif content:
        Path(content).mkdir()
    done = run(command, name, "--out", "x.md")
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith(f"error: {message}")
    assert done.err.count("\n") == 1
    assert engine.prompts == []
    assert not Path("x.md").exists()


def test_bad_standard_input(run: Command, engine: ScriptedEngine) -> None:
    assert run("brief", "-") == Run(1, "", "error: standard input: empty; give a file with text\n")
    done = run("brief", "-", stdin=ENGLISH_TEXT.encode())
    assert done == Run(1, "", "error: standard input: no Vietnamese text; give an article in Vietnamese\n")


@pytest.mark.parametrize(
    ("option", "files_there", "message"),
    [
        ("--glossary", {}, "x: cannot be read as UTF-8 text ("),
        ("--glossary", {"x": "no tab here\n"}, "x, line 1: expected 'Vietnamese<TAB>English', found 'no tab here'"),
        ("--prompts", {}, "x: no such folder of prompts"),
        ("--prompts", {"x/a.txt": ""}, "x: no prompt in this folder; expected one of translate.txt, repair.txt"),
        ("--prompts", {"x/title.txt": "{source}"}, "prompt 'title': unknown placeholder '{source}'; known: '{sen"),
        ("--prompts", {"x/repair.txt": "{source}"}, "prompt 'repair': placeholder '{facts}' is missing"),
        ("--prompts", {"x/bullet.txt": "{sentence"}, "prompt 'bullet': a single '{'; write it twice to mean itself"),
    ],
)
def test_bad_settings(
    option: str, files_there: dict[str, str], message: str, run: Command, engine: ScriptedEngine, article: Path
) -> None:
    for name, content in files_there.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(content)
    done = run("brief", article, option, "x")
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith(f"error: {message}")
    assert done.err.count("\n") == 1
    assert engine.prompts == []


# ---- the model


def test_without_a_model_there_is_one_line(
    run: Command, article: Path, monkeypatch: pytest.MonkeyPatch, engine: ScriptedEngine
) -> None:
    def pull(name: str, **settings: object) -> Path:
        raise ModelError(f"model '{name}': no source can be reached")

    monkeypatch.setattr(models, "pull", pull)
    Path("news/b.txt").write_text(SAFE, encoding="utf-8")
    done = run("brief", "news", "--out", "out")
    assert done == Run(1, "", "error: model 'offline': no source can be reached\n")
    assert not Path("out").exists()


def test_too_little_memory_is_said(run: Command, engine: ScriptedEngine, script: Script, article: Path) -> None:
    script.answers["Không có ai"] = MemoryError()
    done = run("brief", article, "--out", "out")
    assert done == Run(1, "", "error: out of memory; close other programs, or split the input\n")
    assert files(".") == ["news/a.txt"]


def test_unknown_profile(run: Command, article: Path) -> None:
    done = run("brief", article, "--profile", "lost")
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("error: profile 'lost' is not in the catalog; known: ")


def test_model_file_that_is_not_there(run: Command, article: Path) -> None:
    assert run("brief", article, "--model", "lost.gguf") == Run(
        1, "", "error: lost.gguf: no such model; check the path\n"
    )


def test_models_are_listed(run: Command) -> None:
    done = run("models", "list")
    assert done.status == 0
    for model in models.catalog():
        assert f"{model.name}  {model.family}  {model.size_bytes / 1e9:.1f} GB  {model.license}" in done.out
        assert model.quality in done.out
    assert "not installed" in done.out


def test_use_is_kept(run: Command) -> None:
    assert run("models", "use", "offline") == Run(0, "", "")
    assert models.profile() == "offline"


@pytest.mark.parametrize("command", ["pull", "use", "verify", "remove"])
def test_unknown_model(command: str, run: Command) -> None:
    done = run("models", command, "lost")
    assert (done.status, done.out) == (1, "")
    assert re.match("error: (model|profile) 'lost' is not in the catalog; known: ", done.err)
    assert done.err.count("\n") == 1


def test_models_that_are_not_there(run: Command) -> None:
    assert run("models", "remove", "offline") == Run(0, "offline: 0.0 GB freed\n", "")
    done = run("models", "verify", "offline")
    assert done.status == 1
    assert done.err.startswith("error: model 'offline' is not installed: ")


def test_doctor_fails_while_the_model_is_absent(run: Command) -> None:
    done = run("doctor")
    assert done.status == 1
    assert "FAIL model: offline is not installed" in done.out
    assert "     summarizer models pull offline" in done.out


# ---- check and facts


@pytest.fixture
def pair(article: Path) -> tuple[str, str]:
    """Two line-aligned files whose second lines are empty and whose first and third have one wrong fact each."""
    Path("a.vi").write_text("Có 500 người ở Huế.\n\nGiá gạo tăng 3%.\n", encoding="utf-8")
    Path("a.en").write_text("There are 600 people in Hue.\n\nRice prices rose.\n", encoding="utf-8")
    return "a.vi", "a.en"


def test_check_says_what_became_of_each_fact(run: Command, pair: tuple[str, str]) -> None:
    done = run("check", *pair)
    assert (done.status, done.err) == (0, "")
    assert {tuple(line.split(None, 3)) for line in done.out.splitlines()} == {
        ("[1]", "changed", "number", '500: "500" became "600"'),
        ("[1]", "found", "place", "Huế: same name"),
        ("[2]", "missing", "percent", '3%: "3%" is not in the translation'),
    }


def test_check_lines_gives_one_object_a_line(run: Command, pair: tuple[str, str]) -> None:
    done = run("check", "--lines", *pair)
    assert (done.status, done.err) == (0, "")
    first, second, third = map(json.loads, done.out.splitlines())
    assert first == {
        "line": 1,
        "ok": False,
        "problems": [
            {
                "kind": "number",
                "status": "changed",
                "source": "500",
                "translation": "600",
                "reason": '"500" became "600"',
            }
        ],
    }
    assert second == {"line": 2, "ok": True, "problems": []}
    assert (third["line"], third["problems"][0]["status"], third["problems"][0]["translation"]) == (3, "missing", None)
    assert run("check", "--lines", "--format", "json", *pair) == done


def test_check_json_is_one_object(run: Command, pair: tuple[str, str]) -> None:
    result = json.loads(run("check", *pair, "--format", "json").out)
    assert (result["ok"], len(result["problems"])) == (False, 2)


@pytest.mark.parametrize("options", [[], ["--lines"], ["--format", "json"]])
def test_check_strict(options: list[str], run: Command, pair: tuple[str, str]) -> None:
    assert run("check", *pair, *options).status == 0
    assert run("check", *pair, *options, "--strict").status == 3
    Path("a.en").write_text("There are 500 people in Hue.\n\nRice prices rose 3%.\n", encoding="utf-8")
    assert run("check", *pair, *options, "--strict").status == 0


@pytest.mark.parametrize(
    ("args", "status", "message"),
    [
        (["a.vi", "lost.en"], 1, "error: lost.en: no such file; check the path"),
        (["a.vi", "empty.en"], 1, "error: empty.en: empty; give a file with text"),
        (["a.vi", "short.en", "--lines"], 1, "error: the source has 3 lines, the translation 1; --lines needs one for"),
        (["a.vi", "a.en", "--format", "md"], 2, "error: check writes --format json or txt"),
        (["a.vi", "a.en", "--lines", "--format", "txt"], 2, "error: check writes --format json or txt"),
        (["a.vi"], 2, "Usage: summarizer check"),
    ],
)
def test_check_of_bad_input(args: list[str], status: int, message: str, run: Command, pair: tuple[str, str]) -> None:
    Path("empty.en").touch()
    Path("short.en").write_text("There are 500 people in Hue.\n")
    done = run("check", *args)
    assert (done.status, done.out) == (status, "")
    assert done.err.startswith(message)


def test_facts_are_listed_with_their_english(run: Command, news: Path) -> None:
    done = run("facts", "news/a.txt")
    assert (done.status, done.err) == (0, "")
    rows = [line.split("\t") for line in done.out.splitlines()]
    assert ["news/a.txt", "money", "1.500 tỷ đồng", "1.5 trillion dong", "[3]"] in rows
    assert all(len(row) == 5 for row in rows)


def test_facts_as_json_and_markdown(run: Command, news: Path) -> None:
    one = json.loads(run("facts", "news/a.txt", "--format", "json").out)
    (money,) = [fact for fact in one["facts"] if fact["kind"] == "money"]
    assert one["name"] == "news/a.txt"
    assert (money["english"][0], money["sentence"]) == ("1.5 trillion dong", 3)
    sentence = "Tổng vốn đầu tư đạt 1.500 tỷ đồng, tăng 12,5% so với năm 2023."
    assert sentence[money["start_char"] : money["end_char"]] == money["source"] == "1.500 tỷ đồng"
    done = run("facts", news, "--format", "json")
    assert (done.status, done.err) == (1, NO_VIETNAMESE)
    assert [result["name"] for result in json.loads(done.out)] == ["news/a.txt", "news/c.md", "news/deep/a.txt"]
    assert "| money | 1.500 tỷ đồng | 1.5 trillion dong | [3] |" in run("facts", "news/a.txt", "--format", "md").out


def test_facts_of_nothing(run: Command, article: Path) -> None:
    assert run("facts", "lost.txt", "--format", "json") == Run(1, "", "error: lost.txt: no such file; check the path\n")


# ---- help


@pytest.mark.parametrize(
    ("args", "names"),
    [
        ([], ["brief", "translate", "check", "facts", "doctor", "models"]),
        (["brief"], ["--out", "--format", "--bullets", "--glossary", "--prompts", "--strict", "--quiet", "--seed"]),
        (["translate"], ["--lines", "--profile", "--model"]),
        (["check"], ["--lines", "--format", "--strict"]),
        (["facts"], ["--format"]),
        (["models"], ["list", "pull", "use", "verify", "remove"]),
        (["models", "pull"], ["--from"]),
    ],
)
def test_help(args: list[str], names: list[str], run: Command) -> None:
    done = run(*args, "--help")
    assert (done.status, done.err) == (0, "")
    assert all(name in done.out for name in names)
    assert run(*args, "-h").out == done.out


def test_nothing_asked_is_answered_with_the_help(run: Command) -> None:
    done = run()
    assert done.status == 2
    assert "Commands" in done.out + done.err


@pytest.mark.parametrize("code", ["import summarizer.cli", "from summarizer.cli import main; main()"])
def test_help_loads_no_model_library(code: str) -> None:
    program = f"""
import atexit, sys
heavy = {{"torch", "transformers", "xllamacpp", "sentencepiece", "numpy"}}
sys.argv = ["summarizer", "--help"]
atexit.register(lambda: print("loaded:", *heavy & set(sys.modules)))
{code}
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "loaded:"


# ---- processes


def test_closed_pipe_is_no_error_to_shout_about(article: Path) -> None:
    for number in range(20):
        Path(f"news/{number}.txt").write_text(ARTICLE, encoding="utf-8")
    with child("translate", "news", stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "## Translation\n"
        process.stdout.close()  # as `| head -1` does
        assert process.stderr is not None
        assert process.stderr.read() == ""
    assert process.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("options", [[], ["--format", "json"], ["--lines"]])
def test_full_disk_behind_standard_output(options: list[str], article: Path) -> None:
    article.write_text(SAFE, encoding="utf-8")
    with open("/dev/full", "w") as full, child("translate", article, *options, stdout=full) as process:
        _, err = process.communicate(timeout=60)
    assert err == "error: cannot write the result (No space left on device); choose another place\n"
    assert process.returncode == 1


@pytest.mark.parametrize("options", [[], ["--out", "out"], ["--lines", "--out", "x.en"]])
def test_interrupted(options: list[str], article: Path) -> None:
    pipe = subprocess.PIPE
    with child("translate", article, *options, "--seed=9", stdout=pipe, preexec_fn=heed_interrupt) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == "asked\n"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, "", "")
    assert files(".") == ["news/a.txt"]


def heed_interrupt() -> None:
    """Undo what a shell does to its background jobs."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def read_terminal(terminal: int) -> bytes:
    """All that is shown on a terminal until its last writer has ended."""
    shown = b""
    while True:
        try:
            block = os.read(terminal, 65536)
        except OSError:  # nobody holds the other end any more
            return shown
        if not block:
            return shown
        shown += block


@pytest.mark.parametrize("quiet", [False, True])
def test_progress_is_for_the_terminal_only(quiet: bool, news: Path) -> None:
    terminal, end = pty.openpty()
    command = [sys.executable, "-c", CHILD, "translate", "news", "--format", "txt", *["--quiet"] * quiet]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=end, env=environment) as process:
        os.close(end)
        shown = read_terminal(terminal)
        os.close(terminal)
        assert process.stdout is not None
        out = process.stdout.read().decode()
    assert out.count(VISITED) == 2
    assert "\x1b" not in out
    assert VISITED not in shown.decode()
    assert NO_VIETNAMESE.strip() in shown.decode()  # an error is said in any case
    assert (b"1/4 a.txt" in shown) is not quiet


def test_progress_and_results_share_no_line_of_a_terminal(news: Path) -> None:
    terminal, end = pty.openpty()
    command = [sys.executable, "-c", CHILD, "translate", "news", "--format", "txt"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"}
    with subprocess.Popen(command, stdout=end, stderr=end, env=environment):
        os.close(end)
        shown = read_terminal(terminal).decode()
        os.close(terminal)
    assert "4/4 a.txt" in shown
    for line in (VISITED, UNHURT, NO_VIETNAMESE.strip(), "The Minister of Public Security"):
        before = shown[: shown.index(line)]
        assert before.endswith(("\n", "\x1b[2K"))  # behind a line break, or where the bar was wiped away


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_results_are_utf_8_whatever_the_terminal_says(
    encoding: str, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    with child("translate", article, "--format", "txt", stdout=subprocess.PIPE, encoding="utf-8") as process:
        out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    assert VISITED in out


def test_a_file_name_may_hold_any_byte(article: Path) -> None:
    name = b"news/\xff.txt"
    with open(name, "wb") as file:
        file.write(SAFE.encode())
    with child("translate", "news", "--format", "json", "--out", "all.json") as process:
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    names = [result["name"] for result in json.loads(Path("all.json").read_text(encoding="utf-8"))]
    assert names == ["news/a.txt", "news/\udcff.txt"]
