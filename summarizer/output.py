"""Results -> files: written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from summarizer.errors import OutputError


def write_whole(path: Path, text: str) -> None:
    """Write `text` to `path` by a temporary file beside it and a rename; a reader never sees half of it.

    Raises:
        OutputError: the folder or the file cannot be written; nothing is left behind.
    """
    partial = path.with_name(f".{path.name}.partial")  # a fixed name: what a killed run left, the next one replaces
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with partial.open("w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as exc:
        raise OutputError(f"{path}: cannot be written ({exc.strerror}); choose another place with --out") from exc


def result_paths(inputs: list[str], folder: Path, suffix: str) -> dict[str, Path]:
    """Where the result of each input goes: its name below what all inputs share, so that equal names do not collide.

    Example: ["a/x.txt", "b/x.txt"], "out", ".md" -> out/a/x.md, out/b/x.md; ["a/x.txt", "a/y.md"] -> out/x.md, out/y.md
    """
    parents = [str(Path(name).resolve().parent) for name in inputs if name != "-"]
    shared = Path(os.path.commonpath(parents)) if parents else Path()
    paths: dict[str, Path] = {}
    for name in inputs:
        place = Path("stdin") if name == "-" else Path(name).resolve().relative_to(shared)
        path = folder / place.with_suffix(suffix)
        if path in paths.values():  # x.txt and x.md of one folder
            path = path.with_name(f"{place.name}{suffix}")
        paths[name] = path
    return paths
