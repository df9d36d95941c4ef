"""Is all of a sentence translated? Measured by lengths, which human translations keep within narrow bounds."""

from __future__ import annotations

from summarizer.facts.base import FactMatch
from summarizer.facts.building import make
from summarizer.facts.tokens import Tokens

MIN_SYLLABLES = 10  # shorter sentences vary too much
MIN_RATIO = 0.40  # English words to Vietnamese syllables; human translations of news have 0.72 on average
MIN_RATIO_FEWER = 0.58  # the same when the English has fewer sentences than the Vietnamese
ENDS = frozenset(".!?…")


def sentences(tokens: Tokens) -> int:
    """How many sentences the text has: marks at whose side a capital, a quote or nothing follows."""
    found = 0
    for index in range(tokens.count):
        if tokens.lows[index] in ENDS and not (index and tokens.lows[index - 1] in ENDS):
            following = index + 1
            while tokens.lows[following] in CLOSING:
                following += 1
            if following >= tokens.count or (
                tokens.words[following][:1].isupper() and len(tokens.words[index - 1]) > 2 and not tokens.glued(following)
            ):
                found += 1
    if tokens.count and tokens.lows[tokens.count - 1] not in ENDS and not (
        tokens.count > 1 and tokens.lows[tokens.count - 1] in CLOSING and tokens.lows[tokens.count - 2] in ENDS
    ):
        found += 1
    return found


CLOSING = frozenset("\"'”’)»“")


def check_coverage(source: Tokens, target: Tokens) -> list[FactMatch]:
    """The verdict on the length of a translation; nothing when the length is plausible."""
    syllables = sum(word[0].isalnum() for word in source.words[: source.count])
    if syllables < MIN_SYLLABLES:
        return []
    words = sum(word[0].isalnum() for word in target.words[: target.count])
    ratio = words / syllables
    if ratio >= MIN_RATIO_FEWER:
        return []
    if ratio >= MIN_RATIO and sentences(target) >= sentences(source):
        return []
    fact = make(source, 0, source.count, "content", "content", ())
    return [FactMatch("missing", "content", fact, None, f"only {words} English words for {syllables} Vietnamese syllables")]
