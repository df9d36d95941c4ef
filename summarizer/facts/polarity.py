"""Negation and direction: what is denied must stay denied, and a rise must not become a fall.

Both checks speak up only when the whole sentence leaves no other reading: a strong word on one side, and
not even a weak one on the other.
"""

from __future__ import annotations

from functools import cache, lru_cache

from summarizer.facts.base import Fact, FactKind, FactMatch
from summarizer.facts.building import make
from summarizer.facts.numbers_vi import DIGITS
from summarizer.facts.phrases import PhraseTable
from summarizer.facts.tables import forms, rows, word_list
from summarizer.facts.tokens import Tokens

# unhappy, undisclosed: nearly every such word denies; the exceptions are listed
NOT_PREFIXED = word_list("un- without denial")


PAIRED = frozenset(["yet"])  # words that are soft denials only before another: "yet to"


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
        if row[:2] == (language, "soft"):
            accounts = tuple(forms(row[3])) if len(row) > 3 else ()
            found.update((form, accounts) for form in forms(row[2]))
    return found


def denials(tokens: Tokens, language: str) -> list[int]:
    """The tokens that deny outright: "không" in "không có", not in "không khí"; "not", not in "not only"."""
    table = _denying(language)
    first = table.by_first
    lows = tokens.lows
    found = []
    index, count = 0, tokens.count
    while index < count:
        low = lows[index]
        if low in first:
            match = table.match(lows, index)
            if match is not None:
                if match[0] == "strong" and not is_no_denial(tokens, index, low):
                    found.append(index)
                index = match[1]
                continue
        elif low.endswith(("n't", "n’t")):
            found.append(index)
        index += 1
    return found


def is_no_denial(tokens: Tokens, index: int, low: str) -> bool:
    """True for the "không" that closes a question or sets a bound, and for "No. 11"."""
    following = tokens.lows[index + 1]
    if low == "no":
        return (following == "." and tokens.lows[index + 2][:1].isdecimal()) or following[:1].isdecimal()
    if following in BOUNDS:  # "chưa đến 10%", "không quá 5 người": a bound, which English may deny and need not
        after = tokens.lows[index + 2]
        return after[:1].isdecimal() or after in DIGITS or after == "mười"
    return following == "?"


BOUNDS = frozenset(["đến", "tới", "đầy", "quá", "hơn", "dưới", "kém", "muộn"])


def soft_denials(tokens: Tokens, language: str, other: Tokens) -> int:
    """How many words of the text may stand for a denial of the other one: "fails", "unlikely", "thiếu".

    A word whose own translation stands in the other text is not counted: "stop" for "dừng" denies nothing.
    """
    table = _soft(language)
    text = ""
    found = 0
    for index, low in enumerate(tokens.lows[: tokens.count]):
        accounts = table.get(low)
        if accounts is None or low in PAIRED:
            accounts = table.get(f"{low} {tokens.lows[index + 1]}", accounts)
        if accounts is None:
            found += language == "en" and denying_form(low)
        elif accounts:
            text = text or f" {' '.join(other.lows[: other.count])} "
            found += not any(f" {word} " in text for word in accounts)
        else:
            found += 1
    return found


@lru_cache(maxsize=16384)
def denying_form(word: str) -> bool:
    """True for words that deny by their form: "unhappy", "hopeless"."""
    if word.startswith("un") and len(word) > 4:
        return word not in NOT_PREFIXED
    return len(word) > 5 and word.endswith(("less", "lessly", "proof"))


def check_negation(source: Tokens, target: Tokens) -> list[FactMatch]:
    """The verdict on the negation of a sentence: lost, added, or kept."""
    mine, theirs = denials(source, "vi"), denials(target, "en")
    if not mine and not theirs:
        return []
    lost = len(mine) - len(theirs)
    kept = [
        FactMatch("found", "negation", fact, None, "the sentence still denies") for fact in denial_facts(source, mine)
    ]
    if (
        lost > 0
        and soft_denials(target, "en", source) + exempt_denials(target, "en") < lost
        and all(affirmed(source, index, target) for index in mine)
    ):
        reason = f'"{source.words[mine[0]]}" denies, the translation does not'
        return [FactMatch("missing", "negation", kept[0].source, None, reason), *kept[1:]]
    exempt, softer = exempt_denials(source, "vi"), soft_denials(target, "en", source)
    surplus = -lost - soft_denials(source, "vi", target)
    if mine:
        surplus += sum(map(denying_form, target.lows[: target.count])) - exempt  # "was not unaware" denies twice
    else:
        surplus -= max(0, exempt - softer)
    if theirs and surplus > 0:
        extra = make(target, theirs[0], theirs[0] + 1, "negation", "negation", ())
        return [*kept, FactMatch("added", "negation", None, extra, f'"{extra.text}" denies, the source does not')]
    return kept


def denial_facts(source: Tokens, places: list[int]) -> list[Fact]:
    """The facts that the words at these tokens deny something."""
    return [make(source, index, index + 1, "negation", "negation", (), english=("not",)) for index in places]


# what English says when the denial after "không" is lost: "không thể" -> "can"; elsewhere nothing is asked for
AFFIRMED = {
    "thể": frozenset(
        [
            "can",
            "could",
            "able",
            "may",
            "might",
            "will",
            "would",
            "possible",
            "possibly",
            "allow",
            "allowed",
            "enable",
            "enabled",
        ]
    ),
    "có": frozenset(
        [
            "have",
            "has",
            "had",
            "having",
            "there",
            "with",
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "do",
            "does",
            "did",
            "contain",
            "contains",
            "own",
            "any",
            "get",
            "got",
        ]
    ),
    "phải": frozenset(
        [
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "being",
            "must",
            "have",
            "has",
            "had",
            "should",
            "need",
            "needs",
            "it's",
            "that's",
            "do",
            "does",
            "did",
        ]
    ),
}


def affirmed(source: Tokens, index: int, target: Tokens) -> bool:
    """True when the English could hold what is left of a denial whose "not" is lost."""
    wanted = AFFIRMED.get(source.lows[index + 1])
    return wanted is None or not wanted.isdisjoint(target.lows[: target.count])


def exempt_denials(tokens: Tokens, language: str) -> int:
    """How many phrases like "không rõ" and "no doubt" the text has, which the other language may deny and need not."""
    table = _denying(language)
    first = table.by_first
    found = 0
    for index in range(tokens.count):
        low = tokens.lows[index]
        if low in first:
            match = table.match(tokens.lows, index)
            bound = language == "vi" and match is not None and is_no_denial(tokens, index, low)
            found += (
                bound or (match is not None and match[0] == "not") or low == "neither"
            )  # "neither" denies two things
    return found


@cache
def _movements(language: str) -> dict[tuple[str, str], PhraseTable[bool]]:
    table: dict[tuple[str, str], list[str]] = {}
    for row in rows("directions"):
        if row[0] == language:
            table.setdefault((row[1], row[2]), []).extend(forms(row[3]))
    return {key: PhraseTable((form, True) for form in words) for key, words in table.items()}


def movements(tokens: Tokens, table: PhraseTable[bool]) -> list[tuple[int, int]]:
    """The places where a phrase of the table stands: its first token and the index after it."""
    lows, first = tokens.lows, table.by_first
    found = []
    index = 0
    while index < tokens.count:
        if lows[index] in first and (match := table.match(lows, index)) is not None:
            found.append((index, match[1]))
            index = match[1]
        else:
            index += 1
    return found


def check_direction(source: Tokens, target: Tokens) -> list[FactMatch]:
    """The verdict on the direction: changed when the English moves only the other way, and more than the source."""
    vietnamese, english = _movements("vi"), _movements("en")
    for mine, other in (("up", "down"), ("down", "up")):
        moved = movements(source, vietnamese[mine, "strict"])
        if not moved:
            continue
        kind: FactKind = "direction"
        start, end = moved[0]
        fact = make(source, start, end, kind, mine, (), english=("increase" if mine == "up" else "decrease",))
        turned = movements(target, english[other, "strict"])
        others = movements(source, vietnamese[other, "wide"])
        own = english[mine, "strict" if not others else "wide"]
        if len(turned) <= len(others) or movements(target, own):
            continue
        wrong: Fact = make(target, turned[-1][0], turned[-1][1], kind, other, ())
        return [FactMatch("changed", kind, fact, wrong, f'"{fact.text}" became "{wrong.text}"')]
    return []
