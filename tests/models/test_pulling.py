"""How a model gets here, whatever the source: once, whole, right, and with a cure for each trouble."""

from __future__ import annotations

import os
import re
import shutil
import sys
from types import SimpleNamespace

import pytest
from world import CONTENT, HUB_PATH, SHA256, fail

from summarizer import models
from summarizer.errors import ModelError


def test_several_files_are_fetched_one_by_one_and_none_again(world):
    files = {"config.json": b"{}", "sub/weights.bin": CONTENT}
    world.write_catalog(*files.items())
    paths = [f"/org/tiny/resolve/main/{path}" for path in files]
    world.hub.files = dict(zip(paths, files.values(), strict=True))
    world.hub.statuses[paths[1]] = 503
    assert "HTTP status 503" in fail()
    assert models.installed("tiny") is None
    world.hub.statuses.clear()
    assert models.pull("tiny") == world.folder
    assert (world.folder / "sub" / "weights.bin").read_bytes() == CONTENT
    assert [asked.path for asked in world.hub.log] == [paths[0], paths[1], paths[1]]


def test_file_put_there_by_hand_is_taken(world):
    world.folder.mkdir(parents=True)
    world.place.write_bytes(CONTENT)
    assert models.pull("tiny") == models.installed("tiny") == world.place
    assert world.hub.log == []


def test_file_that_was_touched_is_read_again_but_not_fetched_again(world):
    models.pull("tiny")
    os.utime(world.place, (1, 1))
    assert models.installed("tiny") is None
    assert models.pull("tiny") == models.installed("tiny") == world.place
    assert len(world.hub.log) == 1


@pytest.mark.parametrize("content", [b"short", bytes(len(CONTENT))])
def test_damaged_file_is_said_deleted_and_fetched_again(world, content):
    models.pull("tiny")
    world.place.write_bytes(content)
    os.utime(world.place, (1, 1))
    steps: list[str] = []
    assert models.pull("tiny", progress=lambda step, *_: steps.append(step)).read_bytes() == CONTENT
    assert "damaged file deleted" in steps


@pytest.mark.parametrize("given", ["tiny.bin", "."])
def test_file_by_hand_is_copied_and_no_source_asked(world, tmp_path, given):
    (tmp_path / "tiny.bin").write_bytes(CONTENT)
    assert models.pull("tiny", source_file=tmp_path / given) == world.place
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
    assert models.installed("tiny") == world.place


def test_full_disk_is_said_before_anything_is_fetched(world, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=1000))
    assert "model 'tiny' needs 0.0 GB of free disk space, 0.0 GB are left; free some, or set SUMMARIZER_HOME" in fail()
    assert world.hub.log == []


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits")
def test_write_that_fails_midway_is_one_line_and_goes_on_later(world):
    limit = "import resource, signal; resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))\n"
    with world.start(limit) as process:
        _, message = process.communicate(timeout=15)
    assert process.returncode == 1
    assert re.fullmatch(r"'.*tiny': File too large; free disk space, or set SUMMARIZER_HOME to .* is kept\n", message)
    kept = models.fetched_bytes("tiny")
    assert 0 < kept <= 150_000
    assert models.pull("tiny").read_bytes() == CONTENT
    assert world.hub.starts(HUB_PATH) == [0, kept]


def test_home_that_is_a_file_is_said(world, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SUMMARIZER_HOME", str(tmp_path / "file"))
    assert re.search(r"file.*: (Not a directory|File exists); free disk space, or set SUMMARIZER_HOME", fail())
    with pytest.raises(ModelError, match=r"file.*: (Not a directory|File exists)"):
        models.use("tiny")
