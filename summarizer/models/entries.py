"""The catalog: which models there are, of which files they are made, and the wheels that hold a file in pieces."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from summarizer.errors import UnknownModelError

PACKAGE_FOLDER = Path(__file__).parents[1]
CATALOG_FILE = PACKAGE_FOLDER / "engines" / "catalog.toml"
DATA_FOLDER = PACKAGE_FOLDER / "data"


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a model file inside a wheel; `size_bytes` is the size of the piece, `sha256` the wheel's digest."""

    package: str
    version: str
    member: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model; `pieces` is empty when the package index does not have it.

    A small file of the hub has no SHA-256 but the SHA-1 that git gives to its content.
    """

    path: str
    size_bytes: int
    sha256: str
    pieces: tuple[Piece, ...] = ()
    git_sha1: str = ""

    @property
    def digest(self) -> str:
        """What tells the right bytes from any others."""
        return self.sha256 or self.git_sha1


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelEntry:
    """One model of the catalog.

    `revision` is a commit of `repository`, None where the digests of `files` pin the bytes, or the first pull does.
    Without `files` the hub tells which there are.
    """

    name: str
    family: str
    kind: Literal["translator", "summarizer"] = "translator"
    repository: str
    revision: str | None = None
    license: str
    commercial: bool
    size_bytes: int
    memory_bytes: int
    quality: str
    quality_source: str
    files: tuple[ModelFile, ...] = ()
    adapter: str | None = None  # a file of the package that goes with the weights

    @property
    def adapter_file(self) -> Path | None:
        """Where the adapter is, None when the weights run as they are."""
        return DATA_FOLDER / self.adapter if self.adapter else None

    @property
    def notice(self) -> str:
        """What whoever fetches the model should know, in one line."""
        terms = self.license if self.commercial else f"{self.license}: NOT for commercial use"
        return f"{self.name}: {self.repository}, license {terms}"


@dataclass(frozen=True, slots=True)
class Profile:
    """Which models run: names of the catalog. Without a summarizer the translator writes the bullets, or cuts them."""

    name: str
    translator: str
    summarizer: str | None = None
    fallback: str | None = None


def catalog() -> tuple[ModelEntry, ...]:
    """All models that can be had, in the order of the catalog."""
    tables = tomllib.loads(CATALOG_FILE.read_text(encoding="utf-8"))["model"]
    return tuple(ModelEntry(**{**table, "files": tuple(map(_parse_file, table.get("files", ())))}) for table in tables)


def profiles() -> dict[str, Profile]:
    """The profiles of the catalog by name, and one for each translator, which bears its name."""
    named = tomllib.loads(CATALOG_FILE.read_text(encoding="utf-8")).get("profile", {})
    single = {model.name: Profile(model.name, model.name) for model in catalog() if model.kind == "translator"}
    return single | {name: Profile(name, **table) for name, table in named.items()}


def entry(name: str) -> ModelEntry:
    """The catalog entry called `name`.

    Raises:
        UnknownModelError: no such entry; the message lists the names.

    Example: entry("offline").license == "Apache-2.0"
    """
    models = {model.name: model for model in catalog()}
    if name not in models:
        raise UnknownModelError(f"model '{name}' is not in the catalog; known: {', '.join(sorted(models))}")
    return models[name]


def _parse_file(table: dict[str, Any]) -> ModelFile:
    pieces = _read_pieces(DATA_FOLDER / table["parts"]) if "parts" in table else ()
    return ModelFile(path=table["path"], size_bytes=table["size_bytes"], sha256=table["sha256"], pieces=pieces)


def _read_pieces(path: Path) -> tuple[Piece, ...]:
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    rows = csv.DictReader(lines, delimiter="\t")
    return tuple(
        Piece(row["package"], row["version"], row["member"], int(row["size_bytes"]), row["sha256"]) for row in rows
    )
