"""What every engine keeps to, with a library in the place of llama.cpp that records what it is asked."""

from __future__ import annotations

import hashlib
import inspect
import json
import os
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib import import_module
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from summarizer.engines import ENGINES, Engine, Generation, Seq2SeqEngine, load_engine
from summarizer.engines.heads import KEPT_FILES, Heads
from summarizer.engines.scripted import ScriptedEngine
from summarizer.errors import EngineError, ModelError


class FakeLibrary(ModuleType):
    """xllamacpp without llama.cpp: `replies` are given one after the other, `requests` and `params` are kept."""

    def __init__(self) -> None:
        super().__init__("xllamacpp")
        self.__version__ = "1"
        self.replies: list[dict[str, Any]] = []
        self.requests: list[dict[str, Any]] = []
        self.params: list[Any] = []
        self.refuses = False

    def CommonParams(self) -> SimpleNamespace:
        return SimpleNamespace(
            model=SimpleNamespace(path=""), cpuparams=SimpleNamespace(), cpuparams_batch=SimpleNamespace()
        )

    def CommonAdapterLoraInfo(self) -> SimpleNamespace:
        return SimpleNamespace()

    def Server(self, params: SimpleNamespace) -> SimpleNamespace:
        if self.refuses:
            raise RuntimeError("failed to load model\nmany lines")
        self.params.append(params)
        return SimpleNamespace(handle_completions=self.complete, listening_address="http://127.0.0.1:9")

    def complete(self, request: dict[str, Any]) -> dict[str, Any]:
        self.requests.append(request)
        return self.replies.pop(0)


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeLibrary:
    library = FakeLibrary()
    monkeypatch.setitem(sys.modules, "xllamacpp", library)
    monkeypatch.setenv("SUMMARIZER_HOME", str(tmp_path))
    return library


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    (tmp_path / "tiny.gguf").write_bytes(b"GGUF")
    return tmp_path / "tiny.gguf"


def reply(text: str, finish_reason: str = "stop") -> dict[str, Any]:
    return {"choices": [{"text": text, "finish_reason": finish_reason}]}


@pytest.mark.parametrize(
    ("place", "protocol", "methods"),
    [
        (ENGINES["llamacpp"], Engine, ("generate", "close")),
        ("summarizer.engines.scripted:ScriptedEngine", Engine, ("generate", "close")),
        (ENGINES["seq2seq"], Seq2SeqEngine, ("translate", "count_tokens", "unknown", "close")),
    ],
)
def test_every_engine_has_the_methods_of_its_protocol(place: str, protocol: type, methods: tuple[str, ...]) -> None:
    module, _, name = place.partition(":")
    engine = getattr(import_module(module), name)
    for method in methods:
        own, wanted = inspect.signature(getattr(engine, method)), inspect.signature(getattr(protocol, method))
        assert list(own.parameters.values()) == list(wanted.parameters.values())
        assert own.return_annotation == wanted.return_annotation


def test_missing_package_is_named_with_its_cure(weights: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    with pytest.raises(EngineError) as error:
        load_engine(weights)
    assert str(error.value) == "engine 'llamacpp' needs the package 'xllamacpp'; run: pip install xllamacpp"


def test_missing_weights(library: FakeLibrary, tmp_path: Path) -> None:
    with pytest.raises(ModelError) as error:
        load_engine(tmp_path / "lost.gguf")
    assert str(error.value) == f"{tmp_path / 'lost.gguf'}: no such model; check the path"
    with pytest.raises(ModelError, match=r"no model folder \(it has no config\.json\); check the path$"):
        load_engine(tmp_path)


def test_damaged_weights(library: FakeLibrary, weights: Path) -> None:
    library.refuses = True
    with pytest.raises(ModelError, match=r"tiny\.gguf: llama\.cpp cannot load it; .*summarizer models verify NAME$"):
        load_engine(weights)


def test_llamacpp_loads_the_weights_for_itself_alone(library: FakeLibrary, weights: Path) -> None:
    engine = load_engine(weights)
    load_engine(weights)
    one, other = library.params
    assert engine.signature == "llamacpp:tiny.gguf"
    assert one.model.path == str(weights)
    assert one.n_parallel == 1
    assert one.slot_save_path == f"{weights.parent / 'cache' / 'heads'}{os.sep}"  # llama.cpp adds no separator
    assert len(one.api_keys[0]) >= 32  # the port that the library opens is closed to others
    assert one.api_keys != other.api_keys


def test_an_adapter_is_applied_and_named(library: FakeLibrary, weights: Path, tmp_path: Path) -> None:
    adapter = tmp_path / "news.gguf"
    adapter.write_bytes(b"low rank")
    engine = load_engine(weights, adapter)
    [change] = library.params[0].lora_adapters
    assert (change.path, change.scale) == (str(adapter), 1.0)
    assert engine.signature == "llamacpp:tiny.gguf + news-" + hashlib.sha256(b"low rank").hexdigest()[:8]


@pytest.mark.parametrize(
    ("finish_reason", "stopped"),
    [
        ("stop", "end"),
        ("length", "length"),
    ],
)
def test_llamacpp_generates(finish_reason: str, stopped: str, library: FakeLibrary, weights: Path) -> None:
    library.replies = [reply(" Hello", finish_reason)]
    generation = load_engine(weights).generate("Xin chào", max_new_tokens=7, stop=("\n",), seed=3)
    assert (generation.text, generation.stopped) == (" Hello", stopped)
    (request,) = library.requests
    assert {key: request[key] for key in ("prompt", "max_tokens", "stop", "temperature", "seed")} == {
        "prompt": "Xin chào",
        "max_tokens": 7,
        "stop": ["\n"],
        "temperature": 0.0,  # greedy unless asked otherwise
        "seed": 3,
    }
    assert request["cache_prompt"] is True  # the constant head of the prompts is read once


@pytest.mark.parametrize(
    ("refusal", "message"),
    [
        ({"error": {"code": 400, "message": "the request exceeds the available context size"}}, "the request exceeds"),
        ({"error": {"code": 500}}, "{'code': 500}"),
    ],
)
def test_llamacpp_refusal_is_an_error(
    refusal: dict[str, Any], message: str, library: FakeLibrary, weights: Path
) -> None:
    library.replies = [refusal, reply("fine")]
    engine = load_engine(weights)
    with pytest.raises(EngineError) as error:
        engine.generate("x", max_new_tokens=1)
    assert str(error.value).startswith(f"llama.cpp: {message}")
    assert engine.generate("x", max_new_tokens=1).text == "fine"  # the next request is not harmed


def test_closing_frees_the_model(library: FakeLibrary, weights: Path) -> None:
    engine = load_engine(weights)
    engine.close()
    with pytest.raises(AttributeError):
        engine.generate("x", max_new_tokens=1)
    assert library.requests == []


def test_scripted_engine_answers_and_remembers() -> None:
    engine: Engine = ScriptedEngine(lambda prompt: Generation("cut", "length") if prompt == "b" else prompt.upper())
    assert engine.generate("a", max_new_tokens=1) == Generation("A", "end")
    assert engine.generate("b", max_new_tokens=1, stop=("\n",), temperature=1, seed=1) == Generation("cut", "length")
    assert engine.prompts == ["a", "b"]  # type: ignore[attr-defined]
    engine.close()


class Slots(BaseHTTPRequestHandler):
    """The slot endpoints of a llama.cpp server: "save" writes the file, "restore" needs it."""

    folder: Path
    asked: list[str]

    def do_POST(self) -> None:
        action = self.path.partition("action=")[2]
        name = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["filename"]
        self.asked.append(action)
        allowed = self.headers["Authorization"] == "Bearer key"
        if allowed and action == "save":
            (self.folder / name).write_bytes(b"state")
        self.send_response(200 if allowed and (self.folder / name).read_bytes() == b"state" else 400)
        self.end_headers()

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def slots(tmp_path: Path) -> Iterator[tuple[str, type[Slots]]]:
    Slots.folder, Slots.asked = tmp_path / "heads", []
    Slots.folder.mkdir()
    server = HTTPServer(("127.0.0.1", 0), Slots)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", Slots
    server.shutdown()
    server.server_close()


def test_heads_are_kept_and_loaded(slots: tuple[str, type[Slots]]) -> None:
    address, server = slots
    heads = Heads(server.folder, address, "key", "weights")
    assert not heads.load("Vietnamese: ")  # nothing is kept yet, and nobody is asked
    heads.save("Vietnamese: ")
    assert heads.load("Vietnamese: ")
    assert not heads.load("Sentence: ")
    assert not Heads(server.folder, address, "key", "other weights").load("Vietnamese: ")
    assert server.asked == ["save", "restore"]
    (kept,) = server.folder.iterdir()
    kept.write_bytes(b"damaged")
    assert not heads.load("Vietnamese: ")  # the caller reads the head again


def test_only_the_newest_heads_stay(slots: tuple[str, type[Slots]]) -> None:
    address, server = slots
    heads = Heads(server.folder, address, "key", "weights")
    for number in range(KEPT_FILES + 3):
        heads.save(str(number))
    assert len(list(server.folder.iterdir())) == KEPT_FILES


def test_a_server_that_does_not_answer_keeps_nothing(tmp_path: Path) -> None:
    heads = Heads(tmp_path, "http://127.0.0.1:9", "key", "weights")
    heads.save("head")
    assert not heads.load("head")
    assert list(tmp_path.iterdir()) == []


def test_a_head_is_read_once(library: FakeLibrary, weights: Path) -> None:
    library.replies = [reply(""), reply("one"), reply("two"), reply("three")]
    engine = load_engine(weights)
    for prompt in ("head one", "head two"):
        engine.generate(prompt, max_new_tokens=1, head="head ")
    engine.generate("x", max_new_tokens=1)
    assert [request["prompt"] for request in library.requests] == ["head ", "head one", "head two", "x"]
