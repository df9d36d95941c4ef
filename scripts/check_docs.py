"""Documents against the program: the version, the help texts, every path and command that is named.

scripts/check_docs.py [--write]    --write puts the current help texts into docs/commands.md
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
DOCUMENTS = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md"]
DOCUMENTS += sorted(f"docs/{path.name}" for path in ROOT.glob("docs/*.md"))
COMMANDS = ["", "brief", "translate", "check", "facts", "evaluate", "doctor", "models"]
COMMANDS += [f"models {name}" for name in ("list", "pull", "use", "convert", "verify", "remove")]
# [text](target) with a target inside the repository
LINK = re.compile(r"\[[^\]]*\]\((?!https?:|#)([^)#]+)")
# `scripts/test`, `tests/facts/`, `summarizer/data/x.tsv` : a path of the repository in code marks
NAMED_PATH = re.compile(r"`((?:scripts|tests|summarizer|prompts|seeds|docs)/[\w./-]*)")


def help_texts() -> str:
    """The help of every command, as a terminal of 100 columns shows it."""
    parts = ["# Commands\n\nMade by `python scripts/check_docs.py --write`.\n"]
    environment = {"COLUMNS": "100", "TERM": "dumb", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    for command in COMMANDS:
        shown = subprocess.run(
            [sys.executable, "-m", "summarizer", *command.split(), "--help"],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env=environment,
        ).stdout
        lines = "\n".join(line.rstrip() for line in shown.strip().splitlines())
        lines = lines.replace("python -m summarizer", "summarizer")
        parts.append(f"## summarizer {command}".rstrip() + f"\n\n```\n{lines}\n```\n")
    return "\n".join(parts)


def problems() -> list[str]:
    """What is untrue in the documents, one line each."""
    found = []
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    if f"## {version}" not in (ROOT / "CHANGELOG.md").read_text():
        found.append(f"CHANGELOG.md has no section for version {version}")
    if (ROOT / "docs/commands.md").read_text() != help_texts():
        found.append("docs/commands.md differs from --help; run: python scripts/check_docs.py --write")
    for document in DOCUMENTS:
        text = (ROOT / document).read_text()
        for target in LINK.findall(text):
            if not (ROOT / document).parent.joinpath(target).exists():
                found.append(f"{document}: link to '{target}', which does not exist")
        for path in NAMED_PATH.findall(text):
            if not (ROOT / path).exists():
                found.append(f"{document}: names '{path}', which does not exist")
    return found


if __name__ == "__main__":
    if "--write" in sys.argv:
        (ROOT / "docs/commands.md").write_text(help_texts())
    lines = problems()
    print("\n".join(lines) or f"{len(DOCUMENTS)} documents checked")
    sys.exit(bool(lines))
