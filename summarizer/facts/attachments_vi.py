"""Vietnamese words around a figure that English writes as a part of it: số 4 (No. 4), cấp 10 (force 10), 18 năm tù."""

from __future__ import annotations

from dataclasses import replace

from summarizer.facts.base import Fact
from summarizer.facts.tables import word_list
from summarizer.facts.tokens import Tokens

# words before "số" with which it counts or means a figure: trong số 24 (of these 24), con số 24 (the figure 24)
NOT_NUMBERED = word_list("before số")
# words that speak of wind near "cấp": gió giật cấp 12
WIND = word_list("wind")
WIND_REACH = 6  # tokens before "cấp"
SCHOOL = frozenset(["trường", "học", "sinh", "bậc"])
SCHOOLS = {"1": "primary school", "2": "lower secondary school", "3": "high school"}
PRISON = {"year": "năm", "month": "tháng"}


def complete(tokens: Tokens, first: int, end: int, out: list[Fact]) -> int:
    """Let the last fact, read from tokens `first` to `end`, take in what belongs to it; returns the index after it."""
    fact = out[-1]
    if fact.unit in PRISON and tokens.lows[end] == "tù":
        return imprison(tokens, fact, end, out)
    if not first or fact.unit or not fact.text[:1].isdecimal():
        return end
    before = tokens.lows[first - 1]
    if before == "số" and fact.kind == "number" and fact.text.isdecimal():
        if first < 2 or tokens.lows[first - 2] not in NOT_NUMBERED:
            english = (f"No. {fact.text}", f"number {fact.text}", *fact.english)
            out[-1] = extend(tokens, fact, first - 1, end, english)
    elif before == "cấp":
        out[-1] = grade(tokens, fact, first - 1, end)
    return end


def extend(tokens: Tokens, fact: Fact, first: int, end: int, english: tuple[str, ...]) -> Fact:
    """The fact over the tokens from `first` to `end`, with other English writings."""
    start, stop = tokens.starts[first], tokens.ends[end - 1]
    return replace(fact, text=tokens.text[start:stop], start_char=start, end_char=stop, english=english)


def grade(tokens: Tokens, fact: Fact, first: int, end: int) -> Fact:
    """A figure after "cấp": a wind force, a school or a level of something."""
    lows = tokens.lows
    if first and lows[first - 1] in SCHOOL and fact.text in SCHOOLS:
        return replace(extend(tokens, fact, first, end, (SCHOOLS[fact.text],)), firm=False)
    windy = any(word in WIND for word in lows[max(0, first - WIND_REACH) : first])
    words = ("force", "level", "category") if windy else ("level", "grade", "class")
    return extend(tokens, fact, first, end, (*(f"{word} {fact.english[0]}" for word in words), *fact.english))


def imprison(tokens: Tokens, fact: Fact, end: int, out: list[Fact]) -> int:
    """A term of prison: "18 năm tù" -> "18 years in prison"."""
    first = next(place for place in range(end - 1, -1, -1) if tokens.starts[place] <= fact.start_char)
    stop = end + 1
    suspended = tokens.lows[stop] == "treo"
    if tokens.lows[stop] in ("giam", "treo"):
        stop += 1
    term = fact.english[0]
    english = (f"{term} in prison", f"{term} of imprisonment", f"{term} in jail", *fact.english)
    if suspended:
        english = (f"{term} in prison, suspended", f"a suspended sentence of {term}", *fact.english)
    out[-1] = extend(tokens, fact, first, stop, english)
    return stop
