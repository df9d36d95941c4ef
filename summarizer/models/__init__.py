"""The models: which there are, which are here, how one gets here, and which one is in use.

Reading order: `entries` (the catalog), `settings` (folders and profile), `manifest` (the files of a model of the hub),
`store` (what is here), `choosing` (the first run), `pulling` (how a model gets here) from `hub` or `wheels`; `files`,
`parts` and `problems` are what these share.
"""

from __future__ import annotations

from summarizer.models.choosing import choose_profile
from summarizer.models.entries import ModelEntry, ModelFile, Piece, Profile, catalog, entry
from summarizer.models.files import Progress
from summarizer.models.pulling import pull
from summarizer.models.settings import (
    AUTO,
    OFFLINE,
    cache_folder,
    config_file,
    model_folder,
    profile,
    resolve_profile,
    use,
)
from summarizer.models.store import fetched_bytes, installed, needed_bytes, remove, verify

__all__ = [
    "AUTO",
    "OFFLINE",
    "ModelEntry",
    "ModelFile",
    "Piece",
    "Profile",
    "Progress",
    "cache_folder",
    "catalog",
    "choose_profile",
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
