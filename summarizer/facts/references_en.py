"""Documents and their parts by number in English: Resolution No. 12, Articles 3 and 4, Decree 168/2024/ND-CP."""

from __future__ import annotations

from decimal import Decimal

from summarizer.facts.base import Fact, Part
from summarizer.facts.building import make, single
from summarizer.facts.phrases import PhraseTable
from summarizer.facts.references_vi import code_key, is_code
from summarizer.facts.roman import roman_value
from summarizer.facts.tables import forms, rows
from summarizer.facts.tokens import Tokens


def _documents() -> PhraseTable[tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for row in rows("references"):
        for form in forms(row[2]):
            for plural in (form.lower(), form.lower() + "s"):
                table.setdefault(plural, []).append(row[0])
    return PhraseTable((phrase, tuple(ids)) for phrase, ids in table.items())


DOCUMENTS = _documents()
BEFORE_NUMBER = frozenset(["no", "number", "nos", "#", "numbers", "num"])


def read_reference(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A document with its number at token `index`; the index after it, or `index` when none is there."""
    found = DOCUMENTS.match(tokens.lows, index)
    if found is None:
        return index
    documents, start = found
    if tokens.lows[start] in BEFORE_NUMBER:
        start += 1
        if tokens.lows[start] == ".":
            start += 1
    word = tokens.words[start]
    if is_code(word):
        out.append(make(tokens, index, start + 1, "reference", word, single(code_key(word))))
        return start + 1
    value = int(word) if word.isdecimal() and len(word) < 5 else None
    if value is None:
        value = roman_value(word) if tokens.words[index][0].isupper() else None
    if value is None or tokens.lows[start + 1] in ("/", "%", ":"):
        return index
    if (
        not tokens.words[index][0].isupper()
        and start == index + 1
        and value < 1000
        and tokens.lows[index] in ("plan", "point", "act")
    ):
        return index
    keys: Part = (*(f"r:{document}:{value}" for document in documents), Decimal(value))
    out.append(make(tokens, index, start + 1, "reference", f"{documents[0]} {value}", ((keys,),)))
    return start + 1
