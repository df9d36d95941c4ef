"""English fractions, multiples and vague amounts: two-thirds, double, millions, half a million."""

from __future__ import annotations

from decimal import Decimal

from summarizer.facts.base import Fact, Part, Reading
from summarizer.facts.building import make, single
from summarizer.facts.dates_en import DASHES
from summarizer.facts.numbers_en import PLURALS, SCALES, Number, read_number
from summarizer.facts.tokens import Tokens
from summarizer.facts.unit_words_en import UNITS
from summarizer.facts.units import units

DENOMINATORS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourth": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "seventh": 7,
    "sevenths": 7,
    "eighth": 8,
    "eighths": 8,
    "ninth": 9,
    "tenth": 10,
    "tenths": 10,
    "hundredth": 100,
    "hundredths": 100,
}


MULTIPLES = {
    "twice": 2,
    "double": 2,
    "doubled": 2,
    "doubles": 2,
    "doubling": 2,
    "twofold": 2,
    "thrice": 3,
    "triple": 3,
    "tripled": 3,
    "triples": 3,
    "tripling": 3,
    "treble": 3,
    "threefold": 3,
    "quadruple": 4,
    "quadrupled": 4,
    "fourfold": 4,
    "fivefold": 5,
    "sixfold": 6,
    "tenfold": 10,
    "hundredfold": 100,
}


PAIRS = {
    "both": 2,
    "pair": 2,
    "pairs": 2,
    "couple": 2,
    "twin": 2,
    "twins": 2,
    "duo": 2,
    "dual": 2,
    "trio": 3,
    "triplets": 3,
    "triceratops": 3,
    "tricycle": 3,
    "tricolor": 3,
    "tripartite": 3,
    "trilateral": 3,
    "bilateral": 2,
    "twosome": 2,
}


# half an hour, half a century: units of which a half is another whole number
HALVED = {unit: unit for unit in ("hour", "day", "month", "year", "decade", "century")}


def read_one(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """One of a unit of time after "a" or "an", "a decade": it may stand for ten years and is never missed."""
    unit = tokens.lows[index + 1]
    if unit not in TIMES:
        return index
    out.append(make(tokens, index, index + 2, "quantity", Decimal(1), single(Decimal(1)), unit=unit, firm=False))
    return index + 2


TIMES = frozenset(["minute", "hour", "day", "week", "month", "year", "decade", "century", "millennium"])


def read_share(tokens: Tokens, index: int, number: Number, out: list[Fact]) -> int:
    """A fraction in words: "two-thirds", "three quarters", "one in five"; the index after it, or 0."""
    lows = tokens.lows
    if number.scaled:
        return 0
    tenth = read_out_of(tokens, index, number, out)
    if tenth or number.in_digits:
        return tenth
    start = number.end + 1 if lows[number.end] in DASHES else number.end
    below = DENOMINATORS.get(lows[start])
    if below is None or (lows[start].endswith("s") == (number.value == 1)) or number.value >= below:
        return 0
    above = int(number.value)
    keys: Part = (f"f{above}/{below}",)
    out.append(make(tokens, index, start + 1, "number", f"{above}/{below}", ((keys,),), firm=above > 1))
    return start + 1


def read_out_of(tokens: Tokens, index: int, number: Number, out: list[Fact]) -> int:
    """A share in numbers: "nine in ten", "3 out of 5"; the index after it, or 0."""
    lows = tokens.lows
    start = number.end + (2 if lows[number.end] == "out" else 1)
    if lows[start - 1] != ("of" if lows[number.end] == "out" else "in") or number.value > 100:
        return 0
    whole = read_number(tokens, start)
    if whole is None or whole.ordinal or not number.value < whole.value <= 1000 or whole.value not in ROUND:
        return 0
    keys: Part = (f"f{number.value}/{whole.value}", number.value * 100 / whole.value)
    both: Reading = ((number.value,), (whole.value,))
    firm = number.in_digits
    out.append(make(tokens, index, whole.end, "number", f"{number.value}/{whole.value}", ((keys,), both), firm=firm))
    return whole.end


ROUND = frozenset(map(Decimal, [*range(2, 11), 12, 20, 100, 1000]))  # "one in five"; "12 in 2019" is no share


def read_half(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """Half, or half a million; the index after it."""
    lows = tokens.lows
    start = index + 1
    if lows[start] in DASHES:
        start += 1
    if lows[start] in ("a", "an"):
        start += 1
    percent = lows[start] in ("percent", "percentage") or (lows[start] == "per" and lows[start + 1] == "cent")
    if percent:
        end = start + (2 if lows[start] in ("per", "percentage") else 1)
        out.append(make(tokens, index, end, "percent", Decimal("0.5"), single(Decimal("0.5")), unit="%"))
        return end
    if start > index + 1 and lows[start] in HALVED:
        unit = HALVED[lows[start]]
        keys: Part = ("f1/2", Decimal("0.5"))
        out.append(make(tokens, index, start + 1, "quantity", Decimal("0.5"), ((keys,),), unit=unit, firm=False))
        return start + 1
    scale = SCALES.get(lows[start]) or {"dozen": 12}.get(lows[start])
    if scale:
        value = Decimal(scale) / 2
        out.append(make(tokens, index, start + 1, "number", value, single(value)))
        return start + 1
    out.append(make(tokens, index, index + 1, "number", "1/2", single("f1/2", Decimal(50)), firm=False))
    return index + 1


def read_quarter_share(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A quarter, of an hour or of a crowd."""
    out.append(make(tokens, index, index + 1, "number", "1/4", single("f1/4", Decimal(25)), firm=False))
    return index + 1


def read_multiple(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """Twice, double, tenfold."""
    value = Decimal(MULTIPLES[tokens.lows[index]])
    keys: Part = (f"x{value}", value)
    out.append(make(tokens, index, index + 1, "number", value, ((keys,),), firm=False))
    return index + 1


def read_pair(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """Both, a pair, a couple: two, without being missed."""
    value = Decimal(PAIRS[tokens.lows[index]])
    out.append(make(tokens, index, index + 1, "number", value, single(value), firm=False))
    return index + 1


def read_vague(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A vague amount: "millions", "tens of thousands", "hundreds of millions"."""
    lows = tokens.lows
    scale = PLURALS[lows[index]]
    end = index + 1
    while lows[end] == "of" and lows[end + 1] in PLURALS and end < index + 7:
        scale *= PLURALS[lows[end + 1]]
        end += 2
    unit = ""
    start = end + 1 if lows[end] == "of" else end
    if (
        lows[start] in UNITS
        and (found := UNITS.match(lows, start)) is not None
        and units()[found[0]].dimension == "money"
    ):
        unit, end = found
    out.append(make(tokens, index, end, "number", f"v{scale}", single(f"v{scale}"), unit=unit, firm=scale > 10))
    return end
