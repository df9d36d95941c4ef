"""Results -> files: written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import count
from pathlib import Path

from summarizer.errors import OutputError, UsageError

STDIN = "-"


def write_whole(path: Path, text: str) -> None:
    """Write `text` to `path` by a temporary file beside it and a rename; a reader never sees half of it.

    A link stays a link; a device or a pipe, which no rename may replace, is written to.

    Raises:
        OutputError: the folder or the file cannot be written; nothing is left behind.
    """
    text = text.encode("utf-8", "backslashreplace").decode()  # names of files may hold bytes that are no UTF-8
    try:
        if os.path.exists(path) and not path.is_file() and not path.is_dir():
            path.write_text(text, encoding="utf-8")
        else:
            replace_file(Path(os.path.realpath(path)), text)
    except OSError as exc:
        cause = exc.strerror or exc
        raise OutputError(f"{path}: cannot be written ({cause}); choose another place with --out") from exc


def replace_file(path: Path, text: str) -> None:
    """Put a new file with `text` in the place of `path`; the folders above it are made."""
    partial = path.with_name(f".{path.name}.partial")  # a fixed name: what a killed run left, the next one replaces
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with partial.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def check_places(inputs: Iterable[str], places: Iterable[Path], folder: Path) -> None:
    """Nothing, if results may be written to `places`; so that no long run ends with an error that was known before it.

    Raises:
        UsageError: a place is one of the inputs, which would be lost.
        OutputError: `folder`, or what it is to be made in, is no folder or may not be written to.
    """
    sources = {os.path.realpath(name) for name in inputs if name != STDIN}
    for place in places:
        if os.path.realpath(place) in sources:
            raise UsageError(f"--out: {place} is an input and would be overwritten; choose another place")
    above = Path(os.path.abspath(folder))
    while not os.path.exists(above):
        above = above.parent
    if not above.is_dir():
        raise OutputError(f"{folder}: cannot be made, {above} is no folder; choose another place with --out")
    if not os.access(above, os.W_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids):
        raise OutputError(f"{folder}: no permission to write to {above}; choose another place with --out")


def result_paths(inputs: list[str], folder: Path, suffix: str) -> dict[str, Path]:
    """Where the result of each input goes: its name below what all inputs share, so that equal names do not collide.

    Example: ["a/x.txt", "b/x.txt"], "out", ".md" -> out/a/x.md, out/b/x.md; ["a/x.txt", "a/y.md"] -> out/x.md, out/y.md
    """
    files = [Path(os.path.abspath(name)) for name in inputs if name != STDIN]
    shared = Path(os.path.commonpath([file.parent for file in files])) if files else Path()
    taken: set[Path] = set()
    paths: dict[str, Path] = {}
    for name in inputs:
        place = Path("stdin") if name == STDIN else Path(os.path.abspath(name)).relative_to(shared)
        path = folder / place.with_suffix(suffix)
        if path in taken:  # x.txt and x.md of one folder
            path = path.with_name(f"{place.name}{suffix}")
        numbers = count(2)
        while path in taken:
            path = path.with_name(f"{place.name}-{next(numbers)}{suffix}")
        taken.add(path)
        paths[name] = path
    return paths
