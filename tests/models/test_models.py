"""The package as a whole."""

from __future__ import annotations

import subprocess
import sys

from world import ROOT


def test_import_loads_nothing_for_the_network_and_no_model_library():
    code = """
import sys, types
package = types.ModuleType("summarizer")  # what the package itself imports is no matter of this test
package.__path__ = ["summarizer"]
sys.modules["summarizer"] = package
import summarizer.models
print(*{"torch", "transformers", "huggingface_hub", "httpx", "httpx2", "urllib.request", "http.client", "filelock",
        "subprocess", "zipfile"} & set(sys.modules))
"""
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.split() == []
