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
FLOORS = ((60, 0.30), (110, 0.48), (180, 0.54), (300, 0.58), (10**9, 0.62))
FLOOR_FEWER = 0.70  # the same where the English has fewer sentences than the Vietnamese
SHARE_FEWER = 0.76  # the same where the length is that of all sentences but one
FIT = (0.8, 1.15)  # shares of a source's length that are usual
MIN_LENGTH_FEWER = 80  # code points
LONGEST_ABBREVIATION = 2  # letters
ENDS = frozenset(".!?…")
CLOSING = frozenset("\"'”’)]»“‘")


def sentences(tokens: Tokens) -> list[int]:
    """The lengths of the sentences in code points; they end at marks that a capital, a quote or nothing follows.

    Example: sentences(Tokens("Một câu. Hai!")) == [8, 5].
    """
    words, lows, count = tokens.words, tokens.lows, tokens.count
    found: list[int] = []
    start = 0
    for index in range(count):
        if lows[index] not in ENDS or (index and lows[index - 1] in ENDS):
            continue
        following = index + 1
        while lows[following] in CLOSING or lows[following] in ENDS:
            following += 1
        if following >= count or (
            words[following][:1].isupper() and not abbreviated(tokens, index) and not tokens.glued(following)
        ):
            found.append(tokens.ends[following - 1] - start)
            start = tokens.starts[following]
    last = count - 1
    while last > 0 and lows[last] in CLOSING:
        last -= 1
    if count > 0 and lows[last] not in ENDS:
        found.append(tokens.ends[count - 1] - start)
    return found


def abbreviated(tokens: Tokens, index: int) -> bool:
    """True for the point of "TP.", "St." and "v.v."; not for that of "mở." or "E-xtô-ni-a.", which end a sentence."""
    word = tokens.words[index - 1] if index else ""
    if tokens.lows[index] != "." or tokens.lows[index - 1] in CLOSING or len(word) > LONGEST_ABBREVIATION:
        return False
    if index > 1 and tokens.lows[index - 2] == "-" and tokens.glued(index - 1):
        return False
    return word[:1].isupper() or len(word) == 1


def check_coverage(source: Tokens, target: Tokens) -> list[FactMatch]:
    """The verdict on the length of a translation; nothing when the length is plausible."""
    size, other = len(source.text.strip()), len(target.text.strip())
    if size < MIN_LENGTH or other >= size * SHARE_FEWER:
        return []
    floor = next(floor for limit, floor in FLOORS if size <= limit)
    if other >= size * floor and (size < MIN_LENGTH_FEWER or not left_out(source, target, other / size)):
        return []
    fact = make(source, 0, source.count, "content", "content", ())
    share = round(100 * other / size)
    return [
        FactMatch("missing", "content", fact, None, f"the translation has only {share} % of the length of its source")
    ]


def left_out(source: Tokens, target: Tokens, share: float) -> bool:
    """True when the translation has fewer sentences and is too short for all, or of the length of all but one."""
    lengths = sentences(source)
    if len(sentences(target)) >= len(lengths):
        return False
    whole = sum(lengths)
    return share < FLOOR_FEWER or any(
        FIT[0] * (whole - length) <= share * whole <= FIT[1] * (whole - length) for length in lengths
    )
