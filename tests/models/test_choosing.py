"""The first run chooses a profile, once, and says so in one line."""

from __future__ import annotations

import pytest
from world import CONTENT, MODEL, World, dead_address

from summarizer import models
from summarizer.models import hub as hub_source

PROFILES = """
[profile.seq2seq]
translator = "nllb"
[profile.offline]
translator = "tiny"
"""


@pytest.fixture
def lines(world: World) -> list[str]:
    """Two profiles whose models are small; what the choice says goes into the list."""
    world.write_catalog(("tiny.bin", CONTENT))
    nllb = MODEL.format(size=9).replace("tiny", "nllb").replace('"llamacpp"', '"nllb"')
    world.catalog.write_text(world.catalog.read_text() + nllb + PROFILES)
    return []


def test_a_hub_that_answers_means_seq2seq(world: World, lines: list[str]) -> None:
    world.hub.files["/api/models/org/nllb"] = b"{}"
    assert models.choose_profile(tell=lines.append).translator == "nllb"
    assert lines == ["profile seq2seq: the model hub answers; change it with: summarizer models use NAME"]
    world.hub.log.clear()
    assert models.choose_profile(tell=lines.append).name == "seq2seq"  # kept: nobody is asked again
    assert (world.hub.log, len(lines)) == ([], 1)


def test_a_hub_that_does_not_answer_means_offline(
    world: World, lines: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", dead_address())
    assert models.choose_profile(tell=lines.append).translator == "tiny"
    assert lines == ["profile offline: the model hub does not answer; change it with: summarizer models use NAME"]
    assert models.profile() == "offline"


def test_a_hub_that_hangs_is_given_up(world: World, lines: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_source, "CONNECT_LIMIT_S", 0.05)
    world.hub.files["/api/models/org/nllb"] = b"{}"
    world.hub.statuses["/api/models/org/nllb"] = 503
    assert models.choose_profile(tell=lines.append).name == "offline"


def test_a_hub_that_is_switched_off_is_not_asked(
    world: World, lines: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    world.hub.files["/api/models/org/nllb"] = b"{}"
    assert models.choose_profile(tell=lines.append).name == "offline"
    assert world.hub.log == []


def test_a_model_that_is_here_decides(world: World, lines: list[str]) -> None:
    models.pull("tiny")
    world.hub.files["/api/models/org/nllb"] = b"{}"
    assert models.choose_profile(tell=lines.append).translator == "tiny"
    assert lines == ["profile offline: its model is here; change it with: summarizer models use NAME"]


def test_a_profile_that_is_named_is_taken_and_not_kept(world: World, lines: list[str]) -> None:
    assert models.choose_profile("seq2seq", lines.append).translator == "nllb"
    assert (models.profile(), lines) == ("auto", [])
