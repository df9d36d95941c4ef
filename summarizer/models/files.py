"""Files on the disk: their size and SHA-256, large ones copied in blocks with progress, small ones written whole."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

# (step, bytes done, bytes in all); steps: hub, package index, copy, verify, waiting for another process, ...
Progress = Callable[[str, int, int], None]

BLOCK_BYTES = 1 << 20


def ignore(step: str, done_bytes: int, total_bytes: int) -> None:
    """Progress for nobody."""


def size(path: Path) -> int:
    """Bytes of the file, 0 when there is none, or none that may be looked at.

    One look, for another process may remove the file between two.
    """
    try:
        status = os.stat(path)
    except OSError:
        return 0
    return status.st_size if stat.S_ISREG(status.st_mode) else 0


def digest(path: Path, report: Progress) -> str:
    """SHA-256 of a file in hexadecimal digits."""
    sha256, total_bytes = hashlib.sha256(), size(path)
    with path.open("rb") as source:
        while block := source.read(BLOCK_BYTES):
            sha256.update(block)
            report("verify", source.tell(), total_bytes)
    return sha256.hexdigest()


def git_digest(path: Path, report: Progress) -> str:
    """SHA-1 that git gives to the content of a file: of "blob ", its size, a zero byte and the bytes."""
    sha1, total_bytes = hashlib.sha1(usedforsecurity=False), size(path)
    sha1.update(f"blob {total_bytes}\0".encode())
    with path.open("rb") as source:
        while block := source.read(BLOCK_BYTES):
            sha1.update(block)
            report("verify", source.tell(), total_bytes)
    return sha1.hexdigest()


def copy(source: IO[bytes], target: IO[bytes], step: str, total_bytes: int, report: Progress) -> None:
    """Write the rest of `source` at the position of `target`."""
    while block := source.read(BLOCK_BYTES):
        target.write(block)
        report(step, target.tell(), total_bytes)


def read_json(path: Path) -> dict[str, Any]:
    """The object in a small state file, empty when the file is absent or broken: it can always be made again."""
    try:
        state = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}
