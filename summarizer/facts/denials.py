"""The words of a text that deny, in both languages: "không", "not"; and those that may: "unable", "thiếu"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from summarizer.facts.numbers_vi import DIGITS
from summarizer.facts.phrases import PhraseTable
from summarizer.facts.tables import forms, rows, word_list
from summarizer.facts.tokens import Tokens

# unhappy, undisclosed: nearly every such word denies; the exceptions are listed
NOT_PREFIXED = word_list("un- without denial")
CLOSING = word_list("after question") | {""}
ANSWERING = word_list("before answer")
BOUNDS = word_list("bound after không")

SERIES_REACH = 12  # tokens from "neither" to "nor"
SENTENCE_ENDS = frozenset(".!?;")
PREVENTING = word_list("preventing")
PLEONASTIC_REACH = 4  # tokens from such a verb to the "không" that belongs to it
PHRASE_ENDS = word_list("end of phrase")


class Denial(NamedTuple):
    """One denial: tokens `start` up to, not including, `end`; "không" is strong, the idiom "không ít" is not."""

    start: int
    end: int
    strong: bool


def _table(name: str, *selector: str) -> list[str]:
    return [form for row in rows(name) if row[: len(selector)] == selector for form in forms(row[len(selector)])]


@cache
def _denying(language: str) -> PhraseTable[str]:
    """Words that deny ("strong"), phrases that need not ("not"), and words that merely sound alike ("other")."""
    roles = ("strong", "not", "other")
    return PhraseTable((form, role) for role in roles for form in _table("negation", language, role))


@cache
def _soft(language: str) -> dict[str, tuple[str, ...]]:
    """Words that may stand for a denial, each with the words of the other language that account for it otherwise."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("negation"):
        if row[0] == language and row[1] in ("soft", "maybe"):
            accounts = tuple(forms(row[3])) if len(row) > 3 else ()
            found.update((form, accounts) for form in forms(row[2]))
    return found


@cache
def _paired(language: str) -> frozenset[str]:
    """Words that are soft denials only before another: "yet" of "yet to"."""
    return frozenset(form.split()[0] for form in _soft(language) if " " in form)


NEGATORS = frozenset(word for word in _table("negation", "vi", "strong") if " " not in word)
# single Vietnamese words that may deny, and what "không" turns round: "hiếm", "trái" of "không trái với"
SECOND_VI = frozenset(word for word in _table("negation", "vi", "soft") if " " not in word) | word_list("doubled")


def read_denials(tokens: Tokens, language: str) -> list[Denial]:
    """The denials of a text in reading order, idioms like "không ít" and bounds like "không quá 5" as not strong.

    Example: read_denials(Tokens("not only he, nobody came"), "en") == [(0, 2, False), (4, 5, True)].
    """
    table = _denying(language)
    first = table.by_first
    lows = tokens.lows
    found: list[Denial] = []
    if first.keys().isdisjoint(lows) and "n't" not in tokens.text and "n’t" not in tokens.text:
        return found
    index, count = 0, tokens.count
    while index < count:
        low = lows[index]
        end = index + 1
        match = table.match(lows, index) if low in first else None
        if match is not None:
            role, end = match
            if role == "strong" and end == index + 1 and closes_question(tokens, index, low):
                found.append(Denial(index, end, False))
            elif role == "strong" and not is_no_denial(tokens, index, low):
                at = denying_token(lows, index, end)
                found.append(Denial(at, at + 1, not (goes_on(tokens, at, found) or is_pleonastic(tokens, at))))
            elif role == "not" or (role == "strong" and lows[index + 1] in BOUNDS):
                found.append(Denial(index, end, False))
        elif low.endswith("n't"):
            found.append(Denial(index, end, True))
        index = end
    return found


def goes_on(tokens: Tokens, index: int, found: list[Denial]) -> bool:
    """True for a denial that goes on with the one before: "nor", the second "no" of "no house, no garden"."""
    low = tokens.lows[index]
    if low not in ("nor", "no") or not found or not found[-1].strong:
        return False
    before = found[-1].start
    if index - before > SERIES_REACH or not SENTENCE_ENDS.isdisjoint(tokens.lows[before:index]):
        return False
    return low == "nor" or (tokens.lows[before] == "no" and tokens.lows[index - 1] in (",", "and"))


def is_pleonastic(tokens: Tokens, index: int) -> bool:
    """True for the "không" after a verb of preventing, which English has not: "ngăn họ không sản xuất"."""
    lows = tokens.lows
    if lows[index] != "không":
        return False
    before = range(index - 1, max(-1, index - 1 - PLEONASTIC_REACH), -1)
    return any(lows[at] in PREVENTING and PHRASE_ENDS.isdisjoint(lows[at:index]) for at in before)


def denying_token(lows: list[str], index: int, end: int) -> int:
    """The token of a phrase that denies: "không" of "nếu không thể"; the first one of "không lưu trữ"."""
    return next((place for place in range(index, end) if lows[place] in NEGATORS), index)


def denials(tokens: Tokens, language: str) -> list[int]:
    """The tokens that deny outright: "không" in "không có", not in "không khí"; "not", not in "not only"."""
    return [denial.start for denial in read_denials(tokens, language) if denial.strong]


def is_no_denial(tokens: Tokens, index: int, low: str) -> bool:
    """True for the "không" that closes a question or sets a bound, and for "No. 11"."""
    following = tokens.lows[index + 1]
    if low == "no":
        return (following == "." and tokens.lows[index + 2][:1].isdecimal()) or following[:1].isdecimal()
    if following in BOUNDS:  # "chưa đến 10%", "không quá 5 người": a bound, which English may deny and need not
        after = tokens.lows[index + 2]
        return after[:1].isdecimal() or after in DIGITS or after == "mười"
    return following == "?"


def closes_question(tokens: Tokens, index: int, low: str) -> bool:
    """True for the last word of "kiểm tra xem có lỗi không" and "đã xong chưa", which asks; "tôi thì không" denies."""
    if low not in ("không", "chưa") or index == 0:
        return False
    before, after = tokens.lows[index - 1], tokens.lows[index + 1]
    return after in CLOSING and before not in ANSWERING and before[:1].isalpha()


def soft_denials(tokens: Tokens, language: str, other: Tokens) -> Iterator[int]:
    """The words of the text that may stand for a denial of the other one: "fails", "unlikely", "thiếu".

    A word whose own translation stands in the other text is none: "stop" for "dừng" denies nothing.
    """
    table, paired = _soft(language), _paired(language)
    text = ""
    for index, low in enumerate(tokens.lows[: tokens.count]):
        accounts = table.get(low)
        if low in paired:
            accounts = table.get(f"{low} {tokens.lows[index + 1]}", accounts)
        if accounts is None:
            if language == "en" and denying_form(low):
                yield index
        elif accounts:
            text = text or f" {' '.join(other.lows[: other.count])} "
            if not any(f" {word} " in text for word in accounts):
                yield index
        else:
            yield index


def plainly_denies(low: str, language: str) -> bool:
    """True for a word that denies whatever the other language says: "unknown", "invalid", "denied", not "stop"."""
    return language == "en" and (denying_form(low) or _soft("en").get(low) == () or low in word_list("denying speech"))


@lru_cache(maxsize=16384)
def denying_form(word: str) -> bool:
    """True for words that deny by their form: "unhappy", "hopeless"."""
    if word.startswith("un") and len(word) > 4:
        return word not in NOT_PREFIXED
    if word.startswith("non"):
        return len(word) > 6 and word != "nonetheless"
    if word.startswith(("in", "im", "ir", "il")) and len(word) > 8 and word.endswith(("able", "ible", "ably", "ibly")):
        return True
    return len(word) > 5 and word.endswith(("less", "lessly", "proof"))
