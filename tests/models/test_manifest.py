"""Models whose files only the hub knows: listed at one commit, fetched, verified, and used without the hub."""

from __future__ import annotations

import json

import pytest
from hub import git_sha1, sha256
from world import World, dead_address, fail

from summarizer import models
from summarizer.errors import ModelError

OLD, NEW = "a" * 40, "b" * 40
FILES = {
    "config.json": b'{"model_type": "marian"}',
    "source.spm": b"pieces" * 900,
    "model.safetensors": b"weights" * 9000,
    "pytorch_model.bin": b"a pickle",
    "tf_model.h5": b"for another library",
    "modeling_tiny.py": b"import os",
    "README.md": b"# Tiny",
}
WANTED = ["config.json", "manifest.json", "model.safetensors", "source.spm", "verified.json"]
MODEL = """
[[model]]
name = "tiny"
family = "marian"
repository = "org/tiny"
license = "CC-BY-NC-4.0"
commercial = false
size_bytes = 70000
memory_bytes = 1000000
quality = "none"
quality_source = "a test"
"""


@pytest.fixture
def hub(world: World) -> World:
    """A repository with an old and a new commit; the catalog pins the old one."""
    world.catalog.write_text(MODEL + f'revision = "{OLD}"\n')
    world.hub.add_repository("org/tiny", NEW, {**FILES, "config.json": b"newer"}, small=("config.json",))
    world.hub.add_repository("org/tiny", OLD, FILES, small=("config.json", "README.md"), head=False)
    return world


def test_the_pinned_commit_is_fetched_and_nothing_that_is_code(hub: World) -> None:
    place = models.pull("tiny")
    assert place == hub.folder == models.installed("tiny")
    assert hub.names() == WANTED
    assert (place / "config.json").read_bytes() == FILES["config.json"]  # of the old commit
    assert not any("modeling" in asked.path or NEW in asked.path for asked in hub.hub.log)


def test_without_a_pin_the_first_pull_pins(hub: World) -> None:
    hub.catalog.write_text(MODEL)
    assert (models.pull("tiny") / "config.json").read_bytes() == b"newer"
    hub.hub.add_repository("org/tiny", "c" * 40, {**FILES, "config.json": b"newest"})
    (hub.folder / "config.json").unlink()
    assert (models.pull("tiny") / "config.json").read_bytes() == b"newer"
    assert json.loads((hub.folder / "manifest.json").read_text())["revision"] == NEW


def test_what_is_here_needs_no_hub(hub: World, monkeypatch: pytest.MonkeyPatch) -> None:
    models.pull("tiny")
    hub.hub.log.clear()
    monkeypatch.setenv("HF_ENDPOINT", dead_address())
    assert models.pull("tiny") == models.verify("tiny") == hub.folder
    assert models.fetched_bytes("tiny") == sum(len(FILES[name]) for name in WANTED if name in FILES)
    assert hub.hub.log == []


def test_another_pin_makes_the_manifest_anew(hub: World) -> None:
    models.pull("tiny")
    hub.catalog.write_text(MODEL + f'revision = "{NEW}"\n')
    assert models.installed("tiny") is None
    assert (models.pull("tiny") / "config.json").read_bytes() == b"newer"


def test_a_pickle_is_taken_where_there_are_no_safetensors(hub: World) -> None:
    files = {name: content for name, content in FILES.items() if name != "model.safetensors"}
    hub.hub.add_repository("org/tiny", OLD, files, head=False)
    models.pull("tiny")
    assert "pytorch_model.bin" in hub.names()


def test_a_repository_without_weights_is_refused(hub: World) -> None:
    hub.hub.add_repository("org/tiny", OLD, {"config.json": b"{}"}, head=False)
    assert "org/tiny has neither model.safetensors nor pytorch_model.bin" in fail()


@pytest.mark.parametrize("name", ["config.json", "model.safetensors"])
def test_wrong_bytes_are_refused(hub: World, name: str) -> None:
    path = f"/org/tiny/resolve/{OLD}/{name}"
    right = hub.hub.files[path]
    hub.hub.files[path] = right[:-1] + b"?"
    kind, expected = ("git SHA-1", git_sha1(right)) if name == "config.json" else ("SHA-256", sha256(right))
    assert f"wrong bytes, not kept: expected {kind} {expected}, found " in fail()
    assert not (hub.folder / name).exists()
    assert models.installed("tiny") is None
    hub.hub.files[path] = right
    models.pull("tiny")


def test_damage_on_the_disk_is_found_and_mended(hub: World) -> None:
    models.pull("tiny")
    (hub.folder / "config.json").write_bytes(FILES["config.json"][:-1] + b"?")
    with pytest.raises(ModelError, match=r"config\.json': damaged and deleted: expected git SHA-1"):
        models.verify("tiny")
    models.pull("tiny")
    assert models.verify("tiny") == hub.folder


def test_a_cut_connection_is_gone_on_with(hub: World) -> None:
    path = f"/org/tiny/resolve/{OLD}/model.safetensors"
    hub.hub.cuts[path] = [20_000, 10_000]
    models.pull("tiny")
    assert hub.hub.starts(path) == [0, 20_000, 30_000]


def test_a_new_process_goes_on_where_the_last_one_was_when_the_hub_went(hub: World) -> None:
    path = f"/org/tiny/resolve/{OLD}/model.safetensors"
    hub.hub.cuts[path] = [20_000, 0, 0, 0]
    assert "the connection broke off at 20,000 of 63,000 bytes" in fail()
    assert models.installed("tiny") is None
    child = hub.start()
    child.communicate(timeout=30)
    assert child.returncode == 0
    assert hub.hub.starts(path)[-1] == 20_000
    assert models.installed("tiny") == hub.folder


@pytest.mark.parametrize(
    ("status", "code", "message"),
    [
        (404, "RevisionNotFound", f"org/tiny has no revision {OLD}"),
        (404, "RepoNotFound", "there is no repository org/tiny, or it is closed"),
        (401, "RepoNotFound", "there is no repository org/tiny, or it is closed"),
        (403, "GatedRepo", "org/tiny is given out only to those whom its owner admits"),
    ],
)
def test_what_the_hub_refuses(hub: World, status: int, code: str, message: str) -> None:
    path = f"/api/models/org/tiny/revision/{OLD}"
    hub.hub.statuses[f"{path}?blobs=true"] = status
    hub.hub.codes[path] = code
    said = fail()
    assert f"model 'tiny' cannot be fetched; tried hub {hub.hub.address}: {message}; use a folder" in said


def test_a_hub_that_is_gone_or_switched_off(hub: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", dead_address())
    assert "Connection refused" in fail()
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    assert "switched off by HF_HUB_OFFLINE" in fail()


def test_what_was_never_fetched_cannot_be_verified(hub: World) -> None:
    with pytest.raises(ModelError, match="model 'tiny' is not installed; fetch it with: summarizer models pull tiny"):
        models.verify("tiny")


def test_removal_takes_everything(hub: World) -> None:
    models.pull("tiny")
    assert models.remove("tiny") > 60_000
    assert not hub.folder.exists()
