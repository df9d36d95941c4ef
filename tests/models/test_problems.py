"""Causes are told in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.models.problems import describe, describe_refusal


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (ConnectionRefusedError(111, "Connection refused"), "Connection refused"),  # without the number
        (PermissionError(13, "Permission denied", "/etc/x"), "Permission denied"),  # without the path
        (TimeoutError("timed out"), "timed out"),
        (ValueError("Expected '='\n  (at line 1)"), "Expected '=' (at line 1)"),  # one line
        (OSError(), "OSError"),
    ],
)
def test_describe(error: Exception, cause: str):
    assert describe(error) == cause


def test_a_refusal_names_the_path_of_the_error_or_else_the_folder():
    cure = "; free disk space, or set SUMMARIZER_HOME to a folder that you may write to; what has been fetched is kept"
    assert describe_refusal(OSError(28, "No space left", "a/b"), Path("a")) == f"'a/b': No space left{cure}"
    assert describe_refusal(OSError(28, "No space left"), Path("a")) == f"'a': No space left{cure}"
