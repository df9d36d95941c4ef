"""English texts: codes of letters and digits, and telephone numbers."""

from __future__ import annotations

from summarizer.facts.base import Fact, Part
from summarizer.facts.building import make, single
from summarizer.facts.codes_vi import FORMULAS, digits_of
from summarizer.facts.dates_en import DASHES
from summarizer.facts.tokens import Tokens


def make_mixed(tokens: Tokens, first: int, end: int) -> Fact:
    """The fact of a code like "39C" or "A1GP"; a plural or possessive ending does not count."""
    text = tokens.slice(first, end).lower()
    for ending in ("'s", "’s"):
        text = text.removesuffix(ending)
    keys: Part = ("c:" + text,)
    if text[-1] == "s" and text[-2:-1].isdecimal():
        keys = ("c:" + text[:-1], "c:" + text)
    keys = (*keys, *digits_of(text))
    return make(tokens, first, end, "code", text, ((keys,),), firm=text not in FORMULAS)


def read_phone(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A telephone number in groups of digits; the index after it, or 0."""
    end = index + 1
    while end - index < 8:
        start = end + 1 if tokens.lows[end] in DASHES and tokens.glued(end) and tokens.glued(end + 1) else end
        if not (tokens.words[start].isdecimal() and 2 <= len(tokens.words[start]) <= 4):
            break
        end = start + 1
    joined = "".join(word for word in tokens.words[index:end] if word.isdecimal())
    groups = sum(word.isdecimal() for word in tokens.words[index:end])
    if not (8 <= len(joined) <= 12) or (groups < 3 and joined[0] != "0"):
        return 0
    out.append(make(tokens, index, end, "code", joined, single("c:" + joined)))
    return end
