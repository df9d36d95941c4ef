"""Mail addresses, web addresses and handles: they stay as they are, and their digits are no figures."""

from __future__ import annotations

import re

from summarizer.facts.base import Fact, FactMatch

# a.b@mail.vn | https://mail.vn/a?b=1 | www.mail.vn | @MerPolCC
ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|https?://[^\s<>\"”]+|www\.[^\s<>\"”]+|(?<!\w)@\w+")
TRAILING = ".,;:!?)]}"  # marks of the sentence, not of the address


def read_addresses(text: str) -> list[Fact]:
    """The addresses of a text as facts of kind "code"."""
    if "@" not in text and "://" not in text and "www." not in text:
        return []
    found = []
    for match in ADDRESS.finditer(text):
        address = match.group().rstrip(TRAILING)
        start = match.start()
        found.append(Fact("code", address, start, start + len(address), address.lower(), english=(address,)))
    return found


def masked(text: str, addresses: list[Fact]) -> str:
    """The text with its addresses blanked out, every other character in its place."""
    for fact in addresses:
        text = text[: fact.start_char] + " " * len(fact.text) + text[fact.end_char :]
    return text


def check_addresses(addresses: list[Fact], translation: str) -> list[FactMatch]:
    """The verdicts on the addresses of a source: each must stand in the translation as it is."""
    low = translation.lower()
    results = []
    for fact in addresses:
        if str(fact.value) in low:
            results.append(FactMatch("found", "code", fact, None, "kept as it is"))
        else:
            results.append(FactMatch("missing", "code", fact, None, f'"{fact.text}" is not in the translation'))
    return results
