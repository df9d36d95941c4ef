"""Downloads from the model hub: gone on with at the byte, refused when wrong, and explained when they fail."""

from __future__ import annotations

import hashlib
import os
import signal
import socket
import sys
import time

import pytest
from world import CONTENT, HUB_PATH, SHA256, World, fail, leave_hub, wait_until

from summarizer import models
from summarizer.models import hub as hub_source


def test_pull_from_the_hub_once(world):
    steps: list[tuple[str, int, int]] = []
    assert models.installed("tiny") is None
    assert models.pull("tiny", progress=lambda *step: steps.append(step)) == world.place
    assert world.place.read_bytes() == CONTENT
    assert world.names() == ["tiny.bin", "verified.json"]
    done = [done for step, done, _ in steps if step == "hub"]
    assert done == sorted(done)
    assert done[-1] == len(CONTENT)
    assert {total for _, _, total in steps} == {len(CONTENT)}
    assert models.installed("tiny") == models.pull("tiny") == models.verify("tiny") == world.place
    assert world.hub.starts(HUB_PATH) == [0]
    assert len(world.hub.log) == 1


def test_pinned_revision_is_the_one_fetched(world):
    world.write_catalog(("tiny.bin", CONTENT), model_lines=f'revision = "{"a" * 40}"\n')
    world.hub.files = {f"/org/tiny/resolve/{'a' * 40}/tiny.bin": CONTENT}
    assert models.pull("tiny").read_bytes() == CONTENT


def test_cut_connection_is_resumed_at_the_byte(world):
    world.hub.cuts[HUB_PATH] = [100_000, 50_000]
    assert models.pull("tiny").read_bytes() == CONTENT
    assert world.hub.starts(HUB_PATH) == [0, 100_000, 150_000]


def test_redirect_keeps_the_range(world):
    world.hub.files = {"/elsewhere": CONTENT}
    world.hub.redirects[HUB_PATH] = "/elsewhere"
    world.hub.cuts["/elsewhere"] = [70_000]
    assert models.pull("tiny").read_bytes() == CONTENT
    assert world.hub.starts("/elsewhere") == [0, 70_000]


def test_server_without_ranges_starts_again(world):
    world.hub.knows_ranges = False
    world.hub.cuts[HUB_PATH] = [100_000]
    assert models.pull("tiny").read_bytes() == CONTENT


def test_hub_that_breaks_off_for_good_leaves_what_came(world):
    world.hub.cuts[HUB_PATH] = [100_000, 0, 0, 0]
    assert "the connection broke off at 100,000 of 300,000 bytes" in fail()
    assert not world.place.exists()
    assert models.fetched_bytes("tiny") == 100_000
    assert models.pull("tiny").read_bytes() == CONTENT
    assert world.hub.starts(HUB_PATH)[-1] == 100_000


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_killed_download_from_the_hub_goes_on(world, end):
    world.hub.holds[HUB_PATH] = 180_000
    with world.start() as process:
        wait_until(lambda: models.fetched_bytes("tiny") >= 100_000)
        process.send_signal(end)
        process.communicate(timeout=10)
    assert process.returncode != 0
    kept = models.fetched_bytes("tiny")
    assert 0 < kept <= 180_000
    assert not world.place.exists()
    world.hub.holds.clear()
    assert models.pull("tiny").read_bytes() == CONTENT
    assert world.hub.starts(HUB_PATH) == [0, kept]


def test_wrong_bytes_are_refused_and_deleted(world):
    wrong = CONTENT[:-1] + b"!" if CONTENT[-1:] != b"!" else CONTENT[:-1] + b"?"
    world.hub.files[HUB_PATH] = wrong
    message = fail()
    assert f"wrong bytes, not kept: expected SHA-256 {SHA256}, found {hashlib.sha256(wrong).hexdigest()}" in message
    assert world.names() == []
    world.hub.files[HUB_PATH] = CONTENT
    assert models.pull("tiny").read_bytes() == CONTENT


def test_damaged_part_is_not_kept(world):
    world.hub.cuts[HUB_PATH] = [100_000, 0, 0, 0]
    fail()
    (part,) = world.folder.glob("*.part")
    part.write_bytes(bytes(100_000))
    assert "wrong bytes" in fail()
    assert models.pull("tiny").read_bytes() == CONTENT


def test_part_longer_than_the_file_starts_again(world):
    world.hub.cuts[HUB_PATH] = [100_000, 0, 0, 0]
    fail()
    (part,) = world.folder.glob("*.part")
    os.truncate(part, len(CONTENT) + 1)
    assert models.pull("tiny").read_bytes() == CONTENT
    assert world.hub.starts(HUB_PATH)[-1] == 0


def forbid_hub(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")


def misname_hub(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "file:///etc")


def silence_hub(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hub that takes the connection and says nothing."""
    listener = socket.create_server(("127.0.0.1", 0))
    world.listener = listener
    monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{listener.getsockname()[1]}")
    monkeypatch.setattr(hub_source, "CONNECT_LIMIT_S", 0.2)
    monkeypatch.setattr(hub_source, "READ_LIMIT_S", 0.4)


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
