"""Legal and party documents and their parts by number: Nghị quyết số 12, Điều 353, 168/2024/NĐ-CP."""

from __future__ import annotations

from decimal import Decimal

from summarizer.facts.base import Fact, Part
from summarizer.facts.building import make, single
from summarizer.facts.numerals import integer
from summarizer.facts.phrases import PhraseTable
from summarizer.facts.roman import roman_value
from summarizer.facts.tables import forms, rows
from summarizer.facts.tokens import Tokens

DOCUMENTS = PhraseTable((form, row[0]) for row in rows("references") for form in forms(row[1]))
NAMES = {row[0]: forms(row[2]) for row in rows("references")}
NUMBERED = {row[0] for row in rows("references") if len(row) > 3 and row[3] == "no"}


def is_code(word: str) -> bool:
    """True for the code of a document: "168/2024/NĐ-CP", "12-NQ/TW"."""
    return (
        len(word) > 3
        and word[0].isdecimal()
        and word[-1].isalnum()
        and any(c.isalpha() for c in word)
        and ("/" in word or "-" in word)
    )


def code_key(word: str) -> str:
    """The key of a code: without case, spaces and the stroke of "Đ"."""
    return "c:" + word.lower().replace("đ", "d").replace(" ", "").replace("–", "-")


def code_fact(tokens: Tokens, first: int, end: int) -> Fact:
    """A code that must be kept as it is; document codes may lose the stroke of "Đ"."""
    text = tokens.slice(first, end)
    plain = text.replace("Đ", "D")
    english = (text,) if plain == text else (plain, text)
    return make(tokens, first, end, "code", text, single(code_key(text)), english=english)


def read_reference(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A document with its number at token `index`; returns the index after it, or `index` when none is there."""
    found = DOCUMENTS.match(tokens.lows, index)
    if found is None:
        return index
    document, start = found
    if tokens.lows[start] == "số":
        start += 1
    word = tokens.words[start]
    names = NAMES[document]
    if is_code(word):
        english = tuple(
            f"{name} {text}" for name in names[:1] for text in dict.fromkeys((word.replace("Đ", "D"), word))
        )
        keys: Part = (code_key(word),)
        out.append(make(tokens, index, start + 1, "reference", f"{document} {word}", ((keys,),), english=english))
        return start + 1
    value = integer(word, 0, 9999)
    if value is None:
        value = roman_value(word)
        if value is None or not tokens.words[index][0].isupper():
            return index
    if tokens.lows[start + 1] in ("/", "%", ":"):
        return index
    number = word.lstrip("0") or word
    english = tuple(f"{name} {word}" for name in names[:1])
    if document in NUMBERED:
        english += tuple(f"{name} No. {word}" for name in names[:1])
    english += tuple(f"{name} {number}" for name in names if f"{name} {number}" not in english)
    if value >= 1900 and document in ("law", "ordinance"):
        english = (word,)  # "Luật 2013" is a year
    keys = (f"r:{document}:{value}", Decimal(value))
    out.append(make(tokens, index, start + 1, "reference", f"{document} {value}", ((keys,),), english=english))
    return start + 1
