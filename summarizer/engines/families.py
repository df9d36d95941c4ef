"""The families of sequence-to-sequence models: how each is told that Vietnamese comes in and English goes out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.errors import ModelError


@dataclass(frozen=True, slots=True)
class Family:
    """How a family is addressed, as its paper or model card states it."""

    name: str
    reads: str = "vi"  # the language of its source texts
    source_language: str = ""  # what the tokenizer puts around the source text
    target_language: str = ""  # the token that the output is forced to begin with
    prefix: str = ""  # words before the source text
    output_prefix: str = ""  # words that the model puts before its output
    max_source_tokens: int = 512
    max_new_tokens: int = 256


FAMILIES = {
    family.name: family
    for family in (
        Family("marian"),
        # Costa-jussà et al. 2022, "No Language Left Behind": trained on sentences, longer input loses text
        Family("nllb", "vi", "vie_Latn", "eng_Latn", max_source_tokens=256),
        Family("m2m100", "vi", "vi", "__en__", max_source_tokens=256),
        Family("mbart50", "vi", "vi_VN", "en_XX", max_source_tokens=256),
        Family("madlad", prefix="<2en> ", max_source_tokens=256),
        Family("envit5", prefix="vi: ", output_prefix="en: "),
        Family("t5", prefix="translate Vietnamese to English: "),
        Family("t5gemma", prefix="Translate from Vietnamese to English: "),
        Family("bart", "en", max_source_tokens=1024, max_new_tokens=142),  # a summarizer, English to English
        Family("crosssum", max_new_tokens=84),  # a summarizer, Vietnamese to English
    )
}
T5_TYPES = ("t5", "mt5", "umt5")


def detect(folder: Path) -> Family:
    """The family of the model in a folder, by its configuration and the special tokens of its tokenizer.

    Raises:
        ModelError: there is no configuration, or it is that of no family that is known here.

    Example: model_type "m2m_100" with tokenizer_class "NllbTokenizer" is "nllb".
    """
    config, tokenizer = read_config(folder / "config.json"), read_config(folder / "tokenizer_config.json")
    kind = config.get("model_type", "")
    if kind == "m2m_100":
        return FAMILIES["nllb" if str(tokenizer.get("tokenizer_class", "")).startswith("Nllb") else "m2m100"]
    if kind == "mbart":
        return FAMILIES["mbart50"]
    if kind in T5_TYPES:
        return FAMILIES[t5_dialect(folder)]
    if kind in ("marian", "bart"):
        return FAMILIES[kind]
    if kind.startswith("t5gemma"):
        return FAMILIES["t5gemma"]
    known = "marian, m2m_100 (M2M100, NLLB), mbart, t5, mt5, t5gemma, bart"
    raise ModelError(f"'{folder}': model type '{kind}' is none of {known}; name another model")


def t5_dialect(folder: Path) -> str:
    """What a model of the T5 architecture was trained to be asked: MADLAD-400 knows "<2en>", envit5 is named so."""
    if "<2en>" in read_text(folder / "tokenizer.json"):
        return "madlad"
    name = folder.name.lower()
    return next((known for known in ("madlad", "envit5", "crosssum") if known in name), "t5")


def read_config(path: Path) -> dict[str, Any]:
    """The object in a JSON file of a model; empty when there is no such file.

    Raises:
        ModelError: it is no JSON object.
    """
    text = read_text(path)
    try:
        found = json.loads(text or "{}")
    except ValueError as exc:
        raise ModelError(f"'{path}': broken ({exc}); fetch the model again") from exc
    if not isinstance(found, dict):
        raise ModelError(f"'{path}': expected a JSON object; fetch the model again")
    return found


def read_text(path: Path) -> str:
    """The text of a file, empty when there is none."""
    try:
        return path.read_text(encoding="utf-8") if path.is_file() else ""
    except (OSError, UnicodeDecodeError) as exc:
        raise ModelError(f"'{path}': cannot be read ({exc})") from exc
