"""Line-aligned files, as the evaluation scripts read them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def read_lines(path: Path, *, like: Sequence[str] | None = None) -> list[str]:
    """The lines of a file; an error when `like` has another number of them."""
    lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    if like is not None and len(lines) != len(like):
        raise SystemExit(f"error: {path}: {len(lines)} lines, its source has {len(like)}")
    return lines


def line_range(text: str) -> slice:
    """A 1-based range of lines as a slice: "501-600" -> slice(500, 600), "501-" -> slice(500, None)."""
    first, _, last = text.partition("-")
    return slice(int(first or 1) - 1, int(last) if last else None)
