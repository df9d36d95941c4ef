from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from summarizer import doctor, models
from summarizer.models import entries

CONTENT = bytes(range(256)) * 100
CATALOG = f"""
[[model]]
name = "offline"
family = "llamacpp"
repository = "org/offline"
license = "Apache-2.0"
commercial = true
size_bytes = {len(CONTENT)}
memory_bytes = 2_000_000_000
quality = "none"
quality_source = "a test"

[[model.files]]
path = "offline.bin"
size_bytes = {len(CONTENT)}
sha256 = "{hashlib.sha256(CONTENT).hexdigest()}"
"""
METADATA = """\
Metadata-Version: 2.4
Name: summarizer
Version: 9.9
Requires-Dist: pytest>=1
Requires-Dist: hypothesis<0.1
Requires-Dist: summarizer-unheard-of==3.1
Requires-Dist: summarizer-extra; extra == "extra"
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home and a catalog whose one model is small; plenty of memory and disk."""
    (tmp_path / "catalog.toml").write_text(CATALOG, encoding="utf-8")
    monkeypatch.setattr(entries, "CATALOG_FILE", tmp_path / "catalog.toml")
    monkeypatch.setenv("SUMMARIZER_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=50_000_000_000))
    monkeypatch.setattr(psutil, "virtual_memory", lambda: SimpleNamespace(available=8_000_000_000))
    return tmp_path / "home"


def find(name: str) -> doctor.Check:
    """The one finding called `name`, of a report in which every problem, and nothing else, has a cure."""
    checks = doctor.report()
    assert all(bool(check.cure) != check.ok for check in checks)
    assert all("\n" not in check.detail + check.cure for check in checks)
    (found,) = [check for check in checks if check.name == name]
    return found


def pull(tmp_path: Path) -> Path:
    (tmp_path / "given.bin").write_bytes(CONTENT)
    return models.pull("offline", source_file=tmp_path / "given.bin")


def test_absent_model_has_the_command_as_cure():
    assert find("model") == doctor.Check("model", False, "offline is not installed", "summarizer models pull offline")


def test_unfinished_download_is_measured(home, tmp_path):
    place = pull(tmp_path)
    (home / "cache" / "models" / "offline" / "verified.json").unlink()
    with place.open("r+b") as file:
        file.truncate(len(CONTENT) // 4)
    assert find("model").detail == "offline is not installed, 25% of 0.0 GB fetched"


def test_installed_model_leaves_no_problem_but_packages(tmp_path):
    place = pull(tmp_path)
    assert find("model") == doctor.Check("model", True, f"offline, 0.0 GB, verified, {place}")
    names = {"python", "profile", "model", "cache folder", "settings folder", "disk", "memory", "processors"}
    assert {check.name for check in doctor.report() if check.ok} >= names


def test_python_and_processors_are_this_process():
    assert sys.executable in find("python").detail
    assert f"{sys.version_info.major}.{sys.version_info.minor}." in find("python").detail
    assert 1 <= int(find("processors").detail.split()[0]) <= (psutil.cpu_count() or 1)


def test_packages_are_those_of_the_metadata_without_extras(tmp_path, monkeypatch):
    (tmp_path / "summarizer-9.9.dist-info").mkdir()
    (tmp_path / "summarizer-9.9.dist-info" / "METADATA").write_text(METADATA)
    monkeypatch.syspath_prepend(tmp_path)
    assert find("summarizer") == doctor.Check("summarizer", True, "9.9")
    assert find("pytest") == doctor.Check("pytest", True, metadata.version("pytest"))
    old = f"{metadata.version('hypothesis')}, expected <0.1"
    assert find("hypothesis") == doctor.Check("hypothesis", False, old, 'python -m pip install "hypothesis<0.1"')
    assert find("summarizer-unheard-of") == doctor.Check(
        "summarizer-unheard-of", False, "not installed", 'python -m pip install "summarizer-unheard-of==3.1"'
    )
    assert "summarizer-extra" not in {check.name for check in doctor.report()}


def test_source_folder_without_installation_is_said(monkeypatch):
    def miss(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", miss)
    assert find("summarizer").cure == "python -m pip install ."


def test_profile_names_what_auto_stands_for():
    assert find("profile").detail == "auto: offline"
    models.use("offline")
    assert find("profile").detail == "offline"


@pytest.mark.parametrize("text", ["profile = ", 'profile = "lost"'])
def test_broken_profile_is_a_finding_not_an_error(text):
    models.config_file().parent.mkdir(parents=True)
    models.config_file().write_text(text)
    assert find("profile").ok is False
    assert find("profile").cure == f"delete '{models.config_file()}'"
    assert find("model").cure == "summarizer models pull offline"


def test_home_that_is_no_folder_is_said(home):
    home.write_text("")
    assert find("cache folder").cure == f"make '{home}' a writable folder, or set SUMMARIZER_HOME to one"
    assert find("settings folder").ok is False


def test_little_disk_matters_until_the_model_is_there(tmp_path, monkeypatch):
    usage = SimpleNamespace(free=len(CONTENT) - 1)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage)
    assert find("disk") == doctor.Check(
        "disk",
        False,
        "0.0 GB free at the cache, the model needs 0.0 GB",
        "free disk space, or set SUMMARIZER_HOME to a folder on another disk",
    )
    usage.free += 1
    pull(tmp_path)
    usage.free = 0
    assert find("disk").ok


def test_little_memory_is_said(monkeypatch):
    monkeypatch.setattr(psutil, "virtual_memory", lambda: SimpleNamespace(available=1_900_000_000))
    assert find("memory") == doctor.Check(
        "memory",
        False,
        "1.9 GB free, offline needs 2.0 GB",
        "close other programs; with less memory the model runs very slowly or not at all",
    )


def test_report_imports_no_model_library(tmp_path):
    code = """
import sys, types
package = types.ModuleType("summarizer")  # what the package itself imports is no matter of this test
package.__path__ = ["summarizer"]
sys.modules["summarizer"] = package
from summarizer import doctor
assert doctor.report()
print(*{"torch", "transformers", "tokenizers", "sentencepiece", "huggingface_hub", "xllamacpp"} & set(sys.modules))
"""
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(doctor.__file__).parents[1], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == []
