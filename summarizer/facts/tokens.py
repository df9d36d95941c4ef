"""Words, numerals and marks of a text with their places: the one scan that all readers of facts share."""

from __future__ import annotations

import re
from bisect import bisect_left
from unicodedata import is_normalized, normalize

# 168/2024/NĐ-CP | 12-NQ/TW: the code of a document | 7h30: a time of day | 1.500,5: a numeral with its separators
# | A1GP, don't, L’Oréal: a word, its digits and its apostrophe | any other mark stands alone
TOKEN = re.compile(
    r"\d{1,5}(?:/\d{4})?[/-](?=[A-ZĐ]{2})[A-ZĐ]+[a-z]?\d*(?:[-/–][A-ZĐƯ]+[a-z]?\d*)*(?![^\W\d_])"
    r"|\d{1,2}[hHg]\d{2}(?!\w)"
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W\d_][^\W_]*(?:['’][^\W\d_]+)*"
    r"|[^\w\s]"
)

MARGIN = 8  # empty words after the last one, so that readers may look ahead without asking for the end


def composed(text: str) -> str:
    """The text in NFC, in which all offsets of facts count."""
    return text if is_normalized("NFC", text) else normalize("NFC", text)


class Tokens:
    """The tokens of one text in parallel lists; MARGIN empty words follow the last one.

    `lows` are lower case, with straight apostrophes and without the possessive ending: "Friday’s" -> "friday".
    """

    __slots__ = ("count", "ends", "lows", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        text = composed(text)
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for match in TOKEN.finditer(text):
            self.words.append(match.group())
            self.starts.append(match.start())
            self.ends.append(match.end())
        self.count = len(self.words)
        self.lows = [word.lower() for word in self.words]
        if "’" in text:
            self.lows = [low.replace("’", "'") for low in self.lows]
        if "'s" in text or "’s" in text:
            self.lows = [low[:-2] if low.endswith("'s") else low for low in self.lows]
        last = len(text)
        for _ in range(MARGIN):
            self.words.append("")
            self.lows.append("")
            self.starts.append(last)
            self.ends.append(last)

    def glued(self, index: int) -> bool:
        """True when no space stands before the token: in "30m" the "m" is glued to "30"."""
        return 0 < index < self.count and self.starts[index] == self.ends[index - 1]

    def find(self, start_char: int) -> int:
        """The token that begins at, or is the first after, the code point `start_char`."""
        return bisect_left(self.starts, start_char, 0, self.count)

    def slice(self, first: int, end: int) -> str:
        """The text from token `first` up to, not including, token `end`."""
        return self.text[self.starts[first] : self.ends[end - 1]]
