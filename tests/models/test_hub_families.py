"""A model of every family, from the hub to its first sentence, and again without the hub."""

from __future__ import annotations

from pathlib import Path

import pytest
from tiny_models import FAMILIES, make_model, make_pieces
from world import World, dead_address

from summarizer import models
from summarizer.engines import Seq2SeqEngine, load_engine

REVISION = "d" * 40
MODEL = """
[[model]]
name = "{name}"
family = "{family}"
repository = "org/{name}"
revision = "{revision}"
license = "MIT"
commercial = true
size_bytes = 1000000
memory_bytes = 1000000
quality = "none"
quality_source = "a test"
"""


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_pieces(tmp_path_factory.mktemp("pieces"))


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_is_pulled_loaded_and_run(
    family: str, pieces: Path, world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summarizer.engines.seq2seq.MIN_NEW_TOKENS", 5)
    monkeypatch.setattr("summarizer.engines.seq2seq.NEW_TOKENS_A_SOURCE_TOKEN", 0.0)
    made = make_model(family, pieces, tmp_path / "published")
    world.catalog.write_text(MODEL.format(name=family, family=family, revision=REVISION), encoding="utf-8")
    files = {path.name: path.read_bytes() for path in made.iterdir()}
    small = tuple(name for name in files if name.endswith(".json"))
    world.hub.add_repository(f"org/{family}", REVISION, {**files, "modeling.py": b"raise SystemExit"}, small=small)
    place = models.pull(family)
    monkeypatch.setenv("HF_ENDPOINT", dead_address())
    assert models.pull(family) == place
    assert {path.name for path in place.iterdir()} >= set(files)
    assert not (place / "modeling.py").exists()
    engine, original = load_engine(place), load_engine(made)
    assert isinstance(engine, Seq2SeqEngine)
    assert isinstance(original, Seq2SeqEngine)
    sources = ["Ngày 22/2, Bộ trưởng thăm Lào Cai."]
    assert engine.translate(sources, beam_size=2) == original.translate(sources, beam_size=2)
