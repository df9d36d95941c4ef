"""Long sentences in pieces: cut where each piece can stand alone, and joined again when each has been translated."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

# "...; ...", ": ..." and ", và ..." : where a long sentence may be cut so that each piece can stand alone
CLAUSE = re.compile(r"(?<=[;:])\s+|(?<=,)\s+(?=(?:và|nhưng|đồng thời|trong đó|còn|song|tuy nhiên)\b)|(?<=,)\s+")
MIN_PIECE_SYLLABLES = 5
MARKS = ",;:"


def split_clauses(source: str) -> list[str]:
    """`source` cut at the clause mark nearest its middle, or whole when a piece would be too short.

    Example: "A đã đến; B thì chưa." -> ["A đã đến;", "B thì chưa."] (if both were longer)
    """
    cuts = [
        match
        for match in CLAUSE.finditer(source)
        if min(len(source[: match.start()].split()), len(source[match.end() :].split())) >= MIN_PIECE_SYLLABLES
    ]
    if not cuts:
        return [source]
    # a semicolon is a better place than a comma, however far from the middle
    cut = min(cuts, key=lambda match: (source[match.start() - 1] == ",", abs(match.start() - len(source) / 2)))
    return [source[: cut.start()], source[cut.end() :]]


def split_to_fit(source: str, fits: Callable[[str], bool]) -> list[str]:
    """The pieces of `source` that fit, cut at clause marks where there are any, else between two words; none is lost.

    Example: split_to_fit("A B C D", lambda text: len(text) < 4) -> ["A B", "C D"]
    """
    if fits(source):
        return [source]
    pieces = split_clauses(source)
    if len(pieces) == 1:
        words = source.split()
        if len(words) < 2:
            return [source]  # one word longer than the model reads: for the engine to refuse
        pieces = [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])]
    return [short for piece in pieces for short in split_to_fit(piece, fits)]


def join_clauses(pieces: Sequence[str], english: Sequence[str]) -> str:
    """The translated clauses as one sentence: each keeps the mark of its source, later ones lose their capital."""
    joined = english[0]
    for before, clause in zip(pieces, english[1:], strict=False):
        first, _, rest = clause.partition(" ")
        if first.istitle() and first.isascii() and first in FUNCTION_WORDS:
            first = first.lower()
        mark = before[-1] if before[-1] in MARKS else ""
        joined = f"{joined.rstrip('.,;: ')}{mark} {first} {rest}".rstrip()
    return joined


# Words that never keep a capital in the middle of a sentence.
FUNCTION_WORDS = frozenset(
    "A An And As At But By For From He However In It Its Of On Or She So That The Their There These "  # noqa: SIM905
    "They This Those To We When Where Which While With".split()
)
