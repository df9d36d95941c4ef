"""The user's folders and settings: where models and configuration lie, and which profile is in use."""

from __future__ import annotations

import os
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from summarizer.errors import ModelError, UnknownModelError
from summarizer.models.entries import Profile, profiles
from summarizer.models.problems import describe, describe_refusal
from summarizer.output import replace_file

AUTO = "auto"
OFFLINE = "offline"


def cache_folder() -> Path:
    """The folder of everything that can be fetched or made again: $SUMMARIZER_HOME/cache, else the user's cache."""
    if home := os.environ.get("SUMMARIZER_HOME"):
        return Path(home).expanduser().absolute() / "cache"
    from platformdirs import user_cache_path

    return user_cache_path("summarizer", appauthor=False)


def config_file() -> Path:
    """The user's settings: $SUMMARIZER_HOME/config/config.toml, else config.toml in the user's configuration folder."""
    if home := os.environ.get("SUMMARIZER_HOME"):
        return Path(home).expanduser().absolute() / "config" / "config.toml"
    from platformdirs import user_config_path

    return user_config_path("summarizer", appauthor=False) / "config.toml"


def model_folder(name: str) -> Path:
    """The folder of the model `name`, whether it exists or not."""
    return cache_folder() / "models" / name


def use(name: str) -> None:
    """Keep `name`, a catalog name or "auto", as the profile of all later runs.

    Raises:
        UnknownModelError: neither "auto" nor in the catalog.
        ModelError: the configuration cannot be read or written.
    """
    if name != AUTO:
        _named(name)
    import tomli_w

    path = config_file()
    settings = _read_settings() | {"profile": name}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, tomli_w.dumps(settings))
    except OSError as exc:
        raise ModelError(describe_refusal(exc, path)) from exc


def profile() -> str:
    """The profile that `use` kept, "auto" when none was.

    Raises:
        ModelError: the configuration cannot be read, or `profile` is no text.
    """
    return _read_name("profile") or AUTO


def resolve_profile(name: str | None = None) -> Profile:
    """The profile `name`, else the kept one; "auto", while nothing has been chosen, is the one that needs no model hub.

    Raises:
        UnknownModelError: neither "auto" nor a profile nor a translator of the catalog.
        ModelError: the configuration cannot be read.
    """
    name = profile() if name is None else name
    return _named(OFFLINE if name == AUTO else name)


def _named(name: str) -> Profile:
    """The profile of that name, with the second model and the summarizer that the user's settings name."""
    found = profiles()
    if name not in found:
        raise UnknownModelError(f"profile '{name}' is not in the catalog; known: {', '.join(sorted(found))}")
    profile, fallback = found[name], _read_name("fallback")
    return replace(
        profile,
        fallback=profile.fallback if fallback in (None, name) else fallback,
        summarizer=_read_name("summarizer") or profile.summarizer,
    )


def _read_name(key: str) -> str | None:
    """The name that the user's settings give for a key."""
    name = _read_settings().get(key)
    if name is not None and not isinstance(name, str):
        raise ModelError(f"'{config_file()}': {key} is {name!r}, expected a name; correct it or delete the file")
    return name


def _read_settings() -> dict[str, Any]:
    path = config_file()
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError) as exc:
        raise ModelError(f"'{path}': cannot be read ({describe(exc)}); correct or delete the file") from exc
