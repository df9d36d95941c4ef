"""Negation: what is denied must stay denied.

The check speaks up only when the whole sentence leaves no other reading: a strong word on one side, and
not even a weak one on the other.
"""

from __future__ import annotations

from functools import cache, lru_cache, partial

from summarizer.facts.base import Fact, FactMatch
from summarizer.facts.building import make
from summarizer.facts.nearness import WINDOW_TOKENS, near
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


def soft_denials(tokens: Tokens, language: str, other: Tokens, places: list[int]) -> int:
    """How many words of the text may stand for a denial of the other one: "fails", "unlikely", "thiếu".

    `places` are the denials of the other text; only words about there are counted. A word whose own translation
    stands in the other text is not counted: "stop" for "dừng" denies nothing.
    """
    table = _soft(language)
    text = ""
    found = 0
    for index, low in enumerate(tokens.lows[: tokens.count]):
        accounts = table.get(low)
        if not near(index, tokens.count, places, other.count):
            continue
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
    kept = kept_denials(source, target, mine, theirs)
    if is_lost(source, target, mine, theirs):
        reason = f'"{source.words[mine[0]]}" denies, the translation does not'
        return [FactMatch("missing", "negation", kept[0].source, None, reason), *kept[1:]]
    if theirs and surplus(source, target, mine, theirs) > 0:
        extra = make(target, theirs[0], theirs[0] + 1, "negation", "negation", ())
        return [*kept, FactMatch("added", "negation", None, extra, f'"{extra.text}" denies, the source does not')]
    return kept


def kept_denials(source: Tokens, target: Tokens, mine: list[int], theirs: list[int]) -> list[FactMatch]:
    """The denials of the source as found, in order with those of the translation; weakly where these are fewer."""
    found = []
    for rank, fact in enumerate(denial_facts(source, mine)):
        there = theirs[rank] if rank < len(theirs) else None
        if there is None:
            found.append(FactMatch("found", "negation", fact, None, "other words may deny it", weak=True))
        else:
            english = make(target, there, there + 1, "negation", "negation", ())
            found.append(FactMatch("found", "negation", fact, english, "the sentence still denies"))
    return found


def is_lost(source: Tokens, target: Tokens, mine: list[int], theirs: list[int]) -> bool:
    """True when the translation denies less often, has no word that may stand for it, and could say the opposite."""
    lost = len(mine) - len(theirs)
    english = Vocabulary(target)
    return (
        lost > 0
        and soft_denials(target, "en", source, mine) + exempt_denials(target, "en") < lost
        and sum(asserted(source, index, english) is not False for index in mine) >= lost
    )


def surplus(source: Tokens, target: Tokens, mine: list[int], theirs: list[int]) -> int:
    """How many denials of the translation nothing in the source accounts for."""
    exempt, soft = exempt_denials(source, "vi"), soft_denials(source, "vi", target, theirs)
    count = len(theirs) - len(mine) - soft
    if not mine:
        return count - max(0, exempt - soft_denials(target, "en", source, mine))
    return count - exempt if count > exempt or exempt or soft else misplaced(source, target, mine, theirs)


def distance(expected: float, place: int) -> float:
    """How many tokens lie between a place and where it is expected."""
    return abs(place - expected)


def misplaced(source: Tokens, target: Tokens, mine: list[int], theirs: list[int]) -> int:
    """How many denials of the translation stand far from every denial of the source that is still to be matched."""
    if len(theirs) > MANY:
        return 0
    left = list(mine)
    found = 0
    for there in theirs:
        expected = there * source.count / target.count
        nearest = min(left, key=partial(distance, expected), default=None)
        if nearest is not None and distance(expected, nearest) <= max(FAR * source.count, WINDOW_TOKENS):
            left.remove(nearest)
        else:
            found += 1
    return found


MANY = 8  # a text with more denials than this is compared by their number alone
FAR = 0.4  # of a sentence: farther from its place no "not" stands for a "không"


def denial_facts(source: Tokens, places: list[int]) -> list[Fact]:
    """The facts that the words at these tokens deny something."""
    return [make(source, index, index + 1, "negation", "negation", (), english=("not",)) for index in places]


@cache
def _denied() -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    """What a denied word is in English: whole words, and how longer ones begin."""
    table = {}
    for word, english in rows("denied"):
        stems = forms(english)
        table[word] = (
            frozenset(stem for stem in stems if len(stem) < STEM),
            tuple(stem for stem in stems if len(stem) >= STEM),
        )
    return table


STEM = 4  # shorter forms of the table are whole words
# words between a denial and the word it denies
AUXILIARIES = word_list("auxiliary")
GOVERNED = 4  # tokens after the denial in which that word is looked for


class Vocabulary:
    """The words of a translation, for looking up what a denied word is in English."""

    __slots__ = ("known", "words")

    def __init__(self, target: Tokens) -> None:
        self.words = frozenset(target.lows[: target.count])
        self.known: dict[str, bool] = {}

    def holds(self, word: str) -> bool:
        """True when the text has a word for the Vietnamese one, which is in the table."""
        if word not in self.known:
            whole, stems = _denied()[word]
            self.known[word] = not whole.isdisjoint(self.words) or any(low.startswith(stems) for low in self.words)
        return self.known[word]


def asserted(source: Tokens, index: int, english: Vocabulary) -> bool | None:
    """True when the English holds what the Vietnamese denies, False when it does not, None when the word is unknown."""
    table = _denied()
    heads = []
    for head in source.lows[index + 1 : min(index + 1 + GOVERNED, source.count)]:
        heads.append(head)
        if head not in AUXILIARIES:
            break
    if heads and heads[-1] in table and heads[-1] not in AUXILIARIES:
        return english.holds(heads[-1])
    return None if all(english.holds(head) for head in heads if head in table) else False


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
