"""Longest match of word lists against tokens: "đô la Mỹ" before "đô la" before "đô"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from summarizer.facts.tokens import Tokens

Meaning = TypeVar("Meaning")


class PhraseTable(Generic[Meaning]):
    """Phrases of lower-case tokens, each with a meaning; the longest one that stands at a place is found first."""

    __slots__ = ("by_first",)

    def __init__(self, entries: Iterable[tuple[str, Meaning]]) -> None:
        self.by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for phrase, meaning in entries:
            scanned = Tokens(phrase)
            words = tuple(scanned.lows[: scanned.count])
            self.by_first.setdefault(words[0], []).append((words, meaning))
        for bucket in self.by_first.values():
            bucket.sort(key=lambda entry: len(entry[0]), reverse=True)

    def __contains__(self, word: str) -> bool:
        return word in self.by_first

    def match(self, lows: list[str], index: int) -> tuple[Meaning, int] | None:
        """The meaning of the longest phrase at token `index` and the index after it, or None."""
        bucket = self.by_first.get(lows[index])
        if bucket is None:
            return None
        for words, meaning in bucket:
            size = len(words)
            if size == 1 or tuple(lows[index : index + size]) == words:
                return meaning, index + size
        return None
