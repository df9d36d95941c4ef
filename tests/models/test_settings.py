"""Which profile is in use, and where models and settings lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer import models
from summarizer.errors import ModelError, UnknownModelError


def test_profile_is_kept_beside_other_settings(world):
    assert models.profile() == "auto"
    models.config_file().parent.mkdir(parents=True)
    models.config_file().write_text('color = "never"\n')
    models.use("tiny")
    assert models.profile() == models.resolve_profile().translator == "tiny"
    assert 'color = "never"' in models.config_file().read_text()
    models.use("auto")
    assert models.profile() == "auto"


def test_auto_is_a_model_of_the_catalog():
    assert models.resolve_profile("auto").translator == models.entry("offline").name


def test_a_second_model_is_kept_in_the_settings(world):
    models.config_file().parent.mkdir(parents=True)
    models.config_file().write_text('profile = "tiny"\nfallback = "other"\nsummarizer = "short"\n')
    assert models.resolve_profile() == models.Profile("tiny", "tiny", "short", "other")
    models.config_file().write_text('profile = "tiny"\nfallback = 3\n')
    with pytest.raises(ModelError, match=r"config\.toml': fallback is 3, expected a name"):
        models.resolve_profile()


@pytest.mark.parametrize("text", ["profile = ", "profile = 3"])
def test_broken_settings_name_the_file_and_the_cure(world, text):
    models.config_file().parent.mkdir(parents=True)
    models.config_file().write_text(text)
    with pytest.raises(ModelError, match=r"config\.toml': .*correct (it )?or delete") as caught:
        models.profile()
    assert "\n" not in str(caught.value)


def test_kept_name_that_the_catalog_lost_is_an_error(world):
    models.use("tiny")
    world.catalog.write_text(world.catalog.read_text().replace('name = "tiny"', 'name = "small"'))
    with pytest.raises(UnknownModelError, match="known: small"):
        models.resolve_profile()


def test_folders_are_the_users_own_without_the_override(monkeypatch, tmp_path):
    import platformdirs

    monkeypatch.delenv("SUMMARIZER_HOME", raising=False)
    assert models.cache_folder() == Path(platformdirs.user_cache_dir("summarizer", appauthor=False))
    assert models.config_file() == Path(platformdirs.user_config_dir("summarizer", appauthor=False)) / "config.toml"
