"""Is all of a sentence translated? Measured by lengths, which human translations keep within narrow bounds.

Lengths are code points without spaces at the ends: English news has 0.94 of the length of its Vietnamese, and less than
0.6 in one of two hundred sentences (measured on FLORES-200 dev and NTREX-128, lines 1-500).
"""

from __future__ import annotations

from summarizer.facts.base import FactMatch
from summarizer.facts.building import make
from summarizer.facts.tokens import Tokens

# length of the source in code points -> the least share of it that a full translation has
MIN_LENGTH = 40  # code points; shorter sentences vary too much
FLOORS = ((60, 0.30), (110, 0.53), (180, 0.58), (300, 0.62), (10**9, 0.66))
FLOOR_FEWER = 0.70  # the same where the English has fewer sentences than the Vietnamese
MIN_LENGTH_FEWER = 80  # code points
ENDS = frozenset(".!?…")
CLOSING = frozenset("\"'”’)»“")


def sentences(tokens: Tokens) -> int:
    """How many sentences the text has: marks at whose side a capital, a quote or nothing follows."""
    words, lows, count = tokens.words, tokens.lows, tokens.count
    found = 0
    for index in range(count):
        if lows[index] not in ENDS or (index and lows[index - 1] in ENDS):
            continue
        following = index + 1
        while lows[following] in CLOSING or lows[following] in ENDS:
            following += 1
        if following >= count or (
            words[following][:1].isupper() and len(words[index - 1]) > 2 and not tokens.glued(following)
        ):
            found += 1
    last = count - 1
    while last > 0 and lows[last] in CLOSING:
        last -= 1
    return found + (count > 0 and lows[last] not in ENDS)


def check_coverage(source: Tokens, target: Tokens) -> list[FactMatch]:
    """The verdict on the length of a translation; nothing when the length is plausible."""
    size, other = len(source.text.strip()), len(target.text.strip())
    if size < MIN_LENGTH or other >= size * FLOOR_FEWER:
        return []
    floor = next(floor for limit, floor in FLOORS if size <= limit)
    if other >= size * floor and (size < MIN_LENGTH_FEWER or sentences(target) >= sentences(source)):
        return []
    fact = make(source, 0, source.count, "content", "content", ())
    share = round(100 * other / size)
    return [
        FactMatch("missing", "content", fact, None, f"the translation has only {share} % of the length of its source")
    ]
