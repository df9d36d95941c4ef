"""Does a word stand about where its counterpart does? Both languages put subject, verb and object in one order."""

from __future__ import annotations

from bisect import bisect_left

WINDOW = 0.3  # of a sentence: how far from its place a word may stand in the other language
WINDOW_TOKENS = 3  # at least so many tokens


def near(index: int, count: int, places: list[int], other: int) -> bool:
    """True when token `index` of `count` lies about where one of the places of the other text's `other` tokens does."""
    expected = index * other / count
    after = bisect_left(places, expected)
    return any(
        abs(place - expected) <= max(WINDOW * other, WINDOW_TOKENS) for place in places[max(0, after - 1) : after + 1]
    )
