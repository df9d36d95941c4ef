"""What is installed, which profile runs, how much disk and memory is free: each problem with its cure."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer import models
from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from packaging.specifiers import SpecifierSet


@dataclass(frozen=True, slots=True)
class Check:
    """One finding; `cure` says what to do about a problem, "" where there is none."""

    name: str
    ok: bool
    detail: str
    cure: str = ""


def report() -> list[Check]:
    """All findings, in the order in which a reader needs them; nothing is fetched, no model library is imported.

    Example:
        [check.cure for check in report() if not check.ok]
    """
    profile, name = _check_profile()
    model = models.entry(name)
    return [
        Check("python", True, f"{platform.python_version()}, {sys.executable}"),
        *_check_packages(),
        profile,
        _check_model(model),
        *_check_folders(),
        _check_disk(model),
        _check_memory(model),
        Check("processors", True, f"{_count_processors()} usable, {platform.machine()}, {platform.system()}"),
    ]


def _check_packages() -> Iterator[Check]:
    """This package, and one finding for each that it requires, by what is recorded in its own metadata."""
    from packaging.requirements import Requirement

    try:
        version, requirements = metadata.version("summarizer"), metadata.requires("summarizer") or []
    except metadata.PackageNotFoundError:
        yield Check("summarizer", False, "runs from a source folder, is not installed", "python -m pip install .")
        return
    yield Check("summarizer", True, version)
    for requirement in map(Requirement, requirements):
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield _check_package(requirement.name, requirement.specifier)


def _check_package(name: str, wanted: SpecifierSet) -> Check:
    cure = f'python -m pip install "{name}{wanted}"'
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Check(name, False, "not installed", cure)
    if not wanted.contains(version, prereleases=True):
        return Check(name, False, f"{version}, expected {wanted}", cure)
    return Check(name, True, version)


def _check_profile() -> tuple[Check, str]:
    """The finding, and the model that runs; with broken settings the one that runs without any."""
    try:
        profile = models.profile()
        name = models.resolve_profile(profile).translator
    except SummarizerError as exc:
        cure = f"delete '{models.config_file()}'"
        return Check("profile", False, str(exc), cure), models.OFFLINE
    return Check("profile", True, profile if profile == name else f"{profile}: {name}"), name


def _check_model(model: models.ModelEntry) -> Check:
    if (place := models.installed(model.name)) is not None:
        return Check("model", True, f"{model.name}, {_gigabytes(model.size_bytes)}, verified, {place}")
    fetched = models.fetched_bytes(model.name)
    part = f", {fetched / model.size_bytes:.0%} of {_gigabytes(model.size_bytes)} fetched" if fetched else ""
    return Check("model", False, f"{model.name} is not installed{part}", f"summarizer models pull {model.name}")


def _check_folders() -> Iterator[Check]:
    for name, folder in (("cache", models.cache_folder()), ("settings", models.config_file().parent)):
        nearest = _nearest(folder)
        ok = nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)
        cure = "" if ok else f"make '{nearest}' a writable folder, or set SUMMARIZER_HOME to one"
        yield Check(f"{name} folder", ok, str(folder), cure)


def _check_disk(model: models.ModelEntry) -> Check:
    needed = 0 if models.installed(model.name) else models.needed_bytes(model.name)
    folder = models.cache_folder()
    try:
        free = shutil.disk_usage(_nearest(folder)).free
    except OSError as exc:
        return Check("disk", False, f"'{folder}': {exc.strerror}", "set SUMMARIZER_HOME to a folder on another disk")
    detail = f"{_gigabytes(free)} free at the cache" + (f", the model needs {_gigabytes(needed)}" if needed else "")
    cure = "free disk space, or set SUMMARIZER_HOME to a folder on another disk"
    return Check("disk", True, detail) if free >= needed else Check("disk", False, detail, cure)


def _check_memory(model: models.ModelEntry) -> Check:
    import psutil  # type: ignore[import-untyped,unused-ignore]

    free = psutil.virtual_memory().available
    detail = f"{_gigabytes(free)} free, {model.name} needs {_gigabytes(model.memory_bytes)}"
    cure = "close other programs; with less memory the model runs very slowly or not at all"
    return Check("memory", True, detail) if free >= model.memory_bytes else Check("memory", False, detail, cure)


def _count_processors() -> int:
    """Processors that this process may use, which a container may have less of than the machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _nearest(folder: Path) -> Path:
    """The folder, or the nearest one above it that exists."""
    return next(path for path in (folder, *folder.parents) if os.path.exists(path))


def _gigabytes(size_bytes: int) -> str:
    return f"{size_bytes / 1e9:.1f} GB"
