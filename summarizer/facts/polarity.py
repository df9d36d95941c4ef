"""Negation and direction: what is denied must stay denied, and a rise must not become a fall.

Both checks speak up only when the whole sentence leaves no other reading: a strong word on one side, and
not even a weak one on the other.
"""

from __future__ import annotations

from functools import lru_cache

from summarizer.facts.base import Fact, FactKind, FactMatch
from summarizer.facts.building import make
from summarizer.facts.phrases import PhraseTable
from summarizer.facts.tables import forms, rows
from summarizer.facts.tokens import Tokens

# unhappy, impossible, disagree, nonstop, hopeless: words that deny by their form
PREFIXES = ("un", "im", "in", "ir", "il", "dis", "non", "mis")
NOT_PREFIXED = frozenset(
    "under until unit units united union unless uncle understand understanding understood unique universe university universal "
    "in into inside including include included includes information international interest interested interesting internet interview "
    "indeed india indian indians indonesia industry industrial increase increased increases increasing individual individuals influence "
    "initial initially injured injuries injury inner inquiry insist insisted install installed instance instead institute institution "
    "instruments insurance intelligence intended intense interior international internal interpret introduce introduced invention "
    "invest investigate investigated investigating investigation investment investor invited involved involve involves involving "
    "image images imagine immediately immigrants immigration impact implement implied import important importance impose imposed "
    "impress impressed impression impressive improve improved improvement iran iraq iraqi ireland irish iron island islands israel "
    "issue issued issues it its italian italy dish discover discovered discovery discuss discussed discussing discussion display "
    "distance distances distinct district distribution dispute discount discipline disk disc distant distinguished disney "
    "none nonetheless mission missions mister mixed mistress mist missile missiles ill illness illnesses illustrate illustrated "
    "inch inches incident incidents income infection infected infrastructure ingredients inhabitants inaugural index indicate indicated "
    "indicates indigenous infant inform informed inland innovation input insects insight inspect inspection inspired inspire "
    "integrity intensity intention interact interaction interval intimate inventory isolate undergo underground undertake underwent underneath "
    "unions unify unified uniform unite dissolve district inflation infamous".split()
)  # fmt: skip


def _table(name: str, *selector: str) -> list[str]:
    return [form for row in rows(name) if row[: len(selector)] == selector for form in forms(row[len(selector)])]


@lru_cache(maxsize=None)
def _denying(language: str) -> PhraseTable[bool]:
    """Words that deny (True) and phrases in which they do not (False)."""
    strong = [(form, True) for form in _table("negation", language, "strong")]
    return PhraseTable(strong + [(form, False) for form in _table("negation", language, "not")])


@lru_cache(maxsize=None)
def _softer(language: str) -> PhraseTable[bool]:
    """Words that may stand for a denial of the other language."""
    return PhraseTable((form, True) for form in _table("negation", language, "weak"))


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
                if match[0] and not is_no_denial(tokens, index, low):
                    found.append(index)
                index = match[1]
                continue
        elif low.endswith(("n't", "n’t")):
            found.append(index)
        index += 1
    return found


def is_no_denial(tokens: Tokens, index: int, low: str) -> bool:
    """True for the "không" that closes a question, and for "No. 11"."""
    following = tokens.lows[index + 1]
    if low == "no":
        return following == "." and tokens.lows[index + 2][:1].isdecimal() or following[:1].isdecimal()
    return following == "?"


def softer_denials(tokens: Tokens, language: str) -> int:
    """How many words of the text may stand for a denial without being one: "fails", "unlikely", "thiếu"."""
    first = _softer(language).by_first
    lows = tokens.lows[: tokens.count]
    if language == "vi":
        return sum(low in first for low in lows)
    return sum(low in first or denying_form(low) for low in lows)


@lru_cache(maxsize=16384)
def denying_form(word: str) -> bool:
    """True for words that deny by their form: "unhappy", "hopeless"."""
    if len(word) > 5 and word.startswith(PREFIXES) and word not in NOT_PREFIXED:
        return True
    return len(word) > 5 and word.endswith(("less", "proof"))


def check_negation(source: Tokens, target: Tokens) -> list[FactMatch]:
    """The verdict on the negation of a sentence: lost, added, or kept."""
    mine, theirs = denials(source, "vi"), denials(target, "en")
    if not mine and not theirs:
        return []
    lost = len(mine) - len(theirs)
    if mine:
        fact = make(source, mine[0], mine[0] + 1, "negation", "negation", (), english=("not",))
        if lost > 0 and softer_denials(target, "en") < lost:
            return [FactMatch("missing", "negation", fact, None, f'"{fact.text}" denies, the translation does not')]
        if lost >= 0:
            return [FactMatch("found", "negation", fact, None, "the sentence still denies")]
    if lost < 0 and softer_denials(source, "vi") < -lost:
        extra = make(target, theirs[0], theirs[0] + 1, "negation", "negation", ())
        return [FactMatch("added", "negation", None, extra, f'"{extra.text}" denies, the source does not')]
    return []


@lru_cache(maxsize=None)
def _movements(language: str) -> dict[tuple[str, str], PhraseTable[bool]]:
    table: dict[tuple[str, str], list[str]] = {}
    for row in rows("directions"):
        if row[0] == language:
            table.setdefault((row[1], row[2]), []).extend(forms(row[3]))
    return {key: PhraseTable((form, True) for form in words) for key, words in table.items()}


def first_movement(tokens: Tokens, table: PhraseTable[bool]) -> tuple[int, int] | None:
    """The first token of the text where a phrase of the table stands, and the index after the phrase."""
    lows, first = tokens.lows, table.by_first
    for index in range(tokens.count):
        if lows[index] in first:
            found = table.match(lows, index)
            if found is not None:
                return index, found[1]
    return None


def check_direction(source: Tokens, target: Tokens) -> list[FactMatch]:
    """The verdict on the direction of a sentence that states exactly one."""
    vietnamese, english = _movements("vi"), _movements("en")
    for mine, other in (("up", "down"), ("down", "up")):
        moved = first_movement(source, vietnamese[mine, "strict"])
        if moved is None or first_movement(source, vietnamese[other, "wide"]) is not None:
            continue
        kind: FactKind = "direction"
        fact = make(source, moved[0], moved[1], kind, mine, (), english=("increase" if mine == "up" else "decrease",))
        turned = first_movement(target, english[other, "strict"])
        if turned is None or first_movement(target, english[mine, "wide"]) is not None:
            return [FactMatch("found", kind, fact, None, "same direction")]
        wrong: Fact = make(target, turned[0], turned[1], kind, other, ())
        return [FactMatch("changed", kind, fact, wrong, f'"{fact.text}" became "{wrong.text}"')]
    return []
