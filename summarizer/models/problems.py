"""What goes wrong with a model, in one line each."""

from __future__ import annotations

from pathlib import Path

from summarizer.models.entries import ModelFile, Piece


class SourceError(Exception):
    """One source did not give the file; the message is the short cause. The next source is tried then."""


def describe(error: BaseException) -> str:
    """The cause alone, on one line: "Connection refused", without the number and the path."""
    return " ".join(str(getattr(error, "strerror", None) or error).split()) or type(error).__name__


def describe_refusal(error: OSError, path: Path) -> str:
    """What the disk refused, and the cure; `path` is named where the error itself names none."""
    return (
        f"'{error.filename or path}': {describe(error)}; free disk space, or set SUMMARIZER_HOME to a folder that you "
        "may write to; what has been fetched is kept"
    )


def describe_difference(expected: ModelFile | Piece, found: str) -> str:
    """The two digests of a file that is not the expected one."""
    if expected.sha256 or isinstance(expected, Piece):
        return f"expected SHA-256 {expected.sha256}, found {found}"
    return f"expected git SHA-1 {expected.git_sha1}, found {found}"
