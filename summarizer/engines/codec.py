"""Text <-> tokens of a sequence-to-sequence model, and the signs that its tokenizer would change on the way."""

from __future__ import annotations

import re
import unicodedata
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from summarizer.engines.families import Family
from summarizer.errors import ModelError

# SentencePiece normalizes by NFKC (Kudo and Richardson 2018): "3½" becomes "31⁄2", "5 m²" becomes "5 m2".
FRACTION = re.compile(r"(\d?)([¼½¾⅓⅔⅛])")
POWER = re.compile(r"(?<=\w)[²³]")
# "3 1/2" | "5 km2": how the masked signs come back
SPOKEN_FRACTION = re.compile(r"(?<![\d/.,])(?:(\d+) )?(1/4|1/2|3/4|1/3|2/3|1/8)(?![\d/])")
UNIT_POWER = re.compile(r"\b(k?m|cm|mm|dm|hm)([23])\b")
WORD = re.compile(r"\S+")


class Codec:
    """The tokenizer of a model in a folder, told the languages.

    Raises:
        ModelError: the tokenizer does not load, or does not know its language codes.
    """

    def __init__(self, folder: Path, family: Family) -> None:
        self.family = family
        self._tokenizer = load_tokenizer(folder, family)
        self.forced_id = self._language_id(family.target_language) if family.target_language else None
        self.end_id: int = self._tokenizer.eos_token_id
        self.pad_id: int = self._tokenizer.pad_token_id

    def _language_id(self, token: str) -> int:
        found = self._tokenizer.convert_tokens_to_ids(token)
        if found is None or found == self._tokenizer.unk_token_id:
            raise ModelError(f"the tokenizer does not know the language code '{token}'; fetch the model again")
        return int(found)

    def encode(self, source: str) -> list[int]:
        """The token ids of a source text with all that the family puts around it."""
        ids: list[int] = self._tokenizer(self.family.prefix + mask(source))["input_ids"]
        return ids

    def decode(self, ids: Sequence[int], source: str) -> str:
        """The text of output ids; signs that were masked in `source` are as they were."""
        kept = [one for one in ids if one != self.forced_id]
        text = self._tokenizer.decode(kept, skip_special_tokens=True).strip()
        return unmask(text.removeprefix(self.family.output_prefix.strip()).strip(), source)

    def tokens(self, ids: Sequence[int]) -> list[str]:
        """The tokens of ids, as CTranslate2 takes them."""
        found: list[str] = self._tokenizer.convert_ids_to_tokens(list(ids))
        return found

    def ids(self, tokens: Sequence[str]) -> list[int]:
        """The ids of tokens, as CTranslate2 gives them."""
        found: list[int] = self._tokenizer.convert_tokens_to_ids(list(tokens))
        return found

    def unknown(self, source: str) -> tuple[str, ...]:
        """The words of the text that have a letter or digit which the vocabulary lacks."""
        if self._tokenizer.unk_token_id not in self.encode(source):
            return ()
        return tuple(word for word in WORD.findall(source) if self._is_unknown(word))

    def _is_unknown(self, word: str) -> bool:
        ids = self._tokenizer(mask(word), add_special_tokens=False)["input_ids"]
        return self._tokenizer.unk_token_id in ids and any(sign.isalnum() for sign in word)


def load_tokenizer(folder: Path, family: Family) -> Any:
    """The tokenizer of the model, from its own files alone."""
    from transformers import AutoTokenizer

    languages = {"src_lang": family.source_language} if family.source_language else {}
    try:
        with no_advice():
            return AutoTokenizer.from_pretrained(
                str(folder), local_files_only=True, trust_remote_code=False, **languages
            )
    except (OSError, ValueError, KeyError, ImportError) as exc:
        cause = (str(exc).strip() or type(exc).__name__).splitlines()[0]
        raise ModelError(f"'{folder}': the tokenizer does not load ({cause}); fetch the model again") from exc


@contextmanager
def no_advice() -> Iterator[None]:
    """No word of sacremoses, which Marian's tokenizer recommends to clean raw text of other languages."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Recommended: pip install sacremoses")
        yield


def mask(source: str) -> str:
    """The text with plain writings for the signs that SentencePiece changes: "3½ km²" -> "3 1/2 km2"."""

    def spell(match: re.Match[str]) -> str:
        return f"{match[1]}{' ' if match[1] else ''}{plain_fraction(match[2])}"

    return POWER.sub(lambda match: unicodedata.normalize("NFKC", match[0]), FRACTION.sub(spell, source))


def unmask(english: str, source: str) -> str:
    """The English with the signs of `source` in the places of their plain writings: "3 1/2 km2" -> "3½ km²"."""
    signs = {plain_fraction(match[2]): match[2] for match in FRACTION.finditer(source)}

    def restore(match: re.Match[str]) -> str:
        sign = signs.get(match[2])
        return f"{match[1] or ''}{sign}" if sign else match[0]

    if signs:
        english = SPOKEN_FRACTION.sub(restore, english)
    powers = {unicodedata.normalize("NFKC", sign): sign for sign in POWER.findall(source)}
    return UNIT_POWER.sub(lambda match: f"{match[1]}{powers.get(match[2], match[2])}", english) if powers else english


def plain_fraction(sign: str) -> str:
    """ "½" -> "1/2"."""
    return unicodedata.normalize("NFKC", sign).replace("\u2044", "/")
