"""Prompt files with named places -> prompts; users copy the files and change them (`--prompts DIR`)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from summarizer.errors import PromptError

# {source} : a place; {{ and }} : literal braces
PLACE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")

# prompt file -> the places that it must have, each at least once
PLACES: dict[str, frozenset[str]] = {
    "translate": frozenset({"source"}),
    "repair": frozenset({"source", "facts"}),
    "bullet": frozenset({"sentence"}),
    "title": frozenset({"sentence"}),
}


@dataclass(frozen=True)
class Prompt:
    """One prompt file: `fill(source="...")` gives the text that goes to the model."""

    name: str
    template: str

    def __post_init__(self) -> None:
        found = set()
        for match in PLACE.finditer(self.template):
            if match.group(0) in ("{", "}"):
                raise PromptError(f"prompt '{self.name}': a single '{match.group(0)}'; write it twice to mean itself")
            if match.group(1) is not None:
                found.add(match.group(1))
        wanted = PLACES[self.name]
        if unknown := sorted(found - wanted):
            known = quoted(sorted(wanted))
            raise PromptError(f"prompt '{self.name}': unknown placeholder {quoted(unknown)}; known: {known}")
        if missing := sorted(wanted - found):
            raise PromptError(f"prompt '{self.name}': placeholder {quoted(missing)} is missing")

    @cached_property
    def head(self) -> str:
        """What the prompt begins with whatever its places hold: the text before the first place."""
        return substitute(self.template[: self._first_place], {})

    @cached_property
    def _first_place(self) -> int:
        return next(match.start() for match in PLACE.finditer(self.template) if match.group(1) is not None)

    @cached_property
    def question(self) -> str:
        """The last paragraph where it holds every place, so that what stands before it is constant; else ""."""
        before, _, question = self.template.rstrip("\n").rpartition("\n\n")
        return question if before and len(before) <= self._first_place else ""

    def fill(self, earlier: str = "", /, **values: str) -> str:
        """The prompt with every place filled. Values are data: a brace or a line break in one means nothing.

        `earlier` holds what `answered` gave for earlier questions; it stands where the worked examples end.
        Example: Prompt("title", "Shorten: {sentence}").fill(sentence="a\\nb") == "Shorten: a b"
        """
        template = self.template.rstrip("\n")
        if not earlier:
            return substitute(template, values)
        before = template.removesuffix(self.question)
        return substitute(before, {}) + earlier + substitute(self.question, values)

    def answered(self, answer: str, **values: str) -> str:
        """A question and its answer as one more worked example; "" where the prompt has no `question`."""
        return f"{substitute(self.question, values)} {as_data(answer)}\n\n" if self.question else ""


def substitute(template: str, values: Mapping[str, str]) -> str:
    """`template` with its places filled and its double braces single."""

    def replace(match: re.Match[str]) -> str:
        return match.group(0)[0] if match.group(1) is None else as_data(values[match.group(1)])

    return PLACE.sub(replace, template)


def as_data(text: str) -> str:
    """`text` on one line and without control tokens: it cannot end a question or begin another."""
    return " ".join(text.split()).replace("<|", "< |")


@dataclass(frozen=True)
class Prompts:
    """All prompts of one folder."""

    translate: Prompt
    repair: Prompt
    bullet: Prompt
    title: Prompt

    @cached_property
    def digest(self) -> str:
        """Eight hex digits that change with any prompt; part of every signature."""
        text = "\0".join(prompt.template for prompt in (self.translate, self.repair, self.bullet, self.title))
        return hashlib.sha256(text.encode()).hexdigest()[:8]


def load_prompts(folder: Path | None = None) -> Prompts:
    """The prompts of `folder`; a file that it lacks is taken from the prompts that come with the package.

    Raises:
        PromptError: the folder does not exist or holds no prompt, or a file has an unknown or a missing placeholder.
    """
    if folder is not None and not folder.is_dir():
        raise PromptError(f"{folder}: no such folder of prompts")
    if folder is not None and not any((folder / f"{name}.txt").is_file() for name in PLACES):
        files = ", ".join(f"{name}.txt" for name in PLACES)
        raise PromptError(f"{folder}: no prompt in this folder; expected one of {files}")

    def read(name: str) -> Prompt:
        own = folder / f"{name}.txt" if folder else None
        path = own if own and own.is_file() else builtin_folder() / f"{name}.txt"
        try:
            return Prompt(name, path.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError) as exc:
            raise PromptError(f"{path}: cannot be read as UTF-8 text ({exc})") from exc

    return Prompts(**{name: read(name) for name in PLACES})


def builtin_folder() -> Path:
    """Where the prompts of this installation are: in the package (wheel) or beside it (editable install)."""
    package = Path(__file__).parent
    inside = package / "prompts"
    return inside if inside.is_dir() else package.parent / "prompts"


def quoted(names: list[str]) -> str:
    return ", ".join(f"'{{{name}}}'" for name in names)
