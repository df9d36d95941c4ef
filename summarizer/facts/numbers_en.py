"""English number grammar: digits with scale words and suffixes, number words, halves and dozens."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from summarizer.facts.numerals import english_values
from summarizer.facts.tables import rows
from summarizer.facts.tokens import Tokens


def _words(*roles: str) -> dict[str, int]:
    return {word: int(value) for language, role, word, value in rows("numbers") if language == "en" and role in roles}


DIGITS = _words("digit")
SMALL = _words("digit", "teen")
TENS = _words("tens")
SCALES = _words("scale")
SUFFIXES = _words("suffix")
ORDINALS = _words("ordinal")
PLURALS = _words("plural")
MULTIPLIERS = {"hundred": 100, "dozen": 12}
STARTS = frozenset({*SMALL, *TENS, *SCALES, "hundred", "dozen"})
FRACTION_SIGNS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}


@dataclass(frozen=True, slots=True)
class Number:
    """A number phrase: its value, the index after it, and how it is written."""

    value: Decimal
    end: int
    in_digits: bool
    scaled: bool
    ordinal: bool = False  # "twenty-first", "hundredth"


def _skip_hyphen(tokens: Tokens, index: int) -> int:
    return index + 1 if tokens.lows[index] in ("-", "‐", "‑") and tokens.glued(index + 1) else index


def read_below_hundred(tokens: Tokens, index: int) -> tuple[int, int, bool] | None:
    """A value below 100 in words, the index after it, and whether it is an ordinal: twenty-first -> (21, ..., True)."""
    lows = tokens.lows
    word = lows[index]
    if word in SMALL:
        return SMALL[word], index + 1, False
    if word not in TENS:
        return None
    following = _skip_hyphen(tokens, index + 1)
    unit = lows[following]
    if unit in DIGITS and DIGITS[unit] > 0:
        return TENS[word] + DIGITS[unit], following + 1, False
    if following > index + 1 and unit in ORDINALS and ORDINALS[unit] < 10:
        return TENS[word] + ORDINALS[unit], following + 1, True
    return TENS[word], index + 1, False


def read_words(tokens: Tokens, index: int) -> Number | None:
    """The number in words at token `index`: "two hundred and five thousand" -> 205000."""
    lows = tokens.lows
    total = current = 0
    started = scaled = False
    position = index
    last_scale = 10**18
    while True:
        word = lows[position]
        small = read_below_hundred(tokens, position) if word in SMALL or word in TENS else None
        if small is not None:
            if started and current % 100:
                break  # "two three": two numbers
            current += small[0]
            position, started = small[1], True
            if small[2]:
                return Number(Decimal(total + current), position, False, scaled, True)
        elif word in MULTIPLIERS and (started or position > index or word == "hundred" or index):
            if current >= 100:
                break
            current = max(current, 1) * MULTIPLIERS[word]
            position, started, scaled = position + 1, True, True
        elif word in SCALES and SCALES[word] < last_scale:
            last_scale = SCALES[word]
            total += max(current, 1) * last_scale
            current = 0
            position, started, scaled = position + 1, True, True
        elif (
            word == "and"
            and scaled
            and (lows[position + 1] in SMALL or lows[position + 1] in TENS)
            and current % 100 == 0
        ):
            position += 1
            continue
        else:
            hyphen = _skip_hyphen(tokens, position)
            if started and hyphen > position and (lows[hyphen] in MULTIPLIERS or lows[hyphen] in SCALES):
                position = hyphen
                continue
            break
    if not started:
        return None
    return Number(Decimal(total + current), position, False, scaled)


def read_number(tokens: Tokens, index: int) -> Number | None:
    """The number phrase at token `index`, or None: "1.5 trillion", "£125m", "two-and-a-half million"."""
    lows = tokens.lows
    word = lows[index]
    if word in FRACTION_SIGNS:
        return Number(FRACTION_SIGNS[word], index + 1, True, False)
    if not "0" <= word[:1] <= "9":
        found = read_words(tokens, index)
        return found if found is None or found.ordinal else _add_decimals(tokens, _add_half(tokens, found))
    values = english_values(word)
    if not values:
        return None
    value, end, scaled = values[0], index + 1, False
    if lows[end] in FRACTION_SIGNS:
        value, end = value + FRACTION_SIGNS[lows[end]], end + 1
    suffix = lows[end]
    if tokens.glued(end) and suffix in SUFFIXES and suffix != "m":
        return Number(value * SUFFIXES[suffix], end + 1, True, True)
    position = _skip_hyphen(tokens, end)
    while lows[position] in SCALES or lows[position] in MULTIPLIERS:
        value *= SCALES.get(lows[position]) or MULTIPLIERS[lows[position]]
        end = position = position + 1
        scaled = True
    if not scaled and suffix in ("bn", "tn", "mn", "mln", "bln", "trn", "crore", "lakh"):
        return Number(value * SUFFIXES[suffix], end + 1, True, True)
    return Number(value, end, True, scaled)


def _add_half(tokens: Tokens, number: Number) -> Number:
    """One and a half, two-and-a-half million: the half and the scale after it added."""
    lows = tokens.lows
    index = _skip_hyphen(tokens, number.end)
    if lows[index] != "and":
        return number
    index = _skip_hyphen(tokens, index + 1)
    if lows[index] not in ("a", "one"):
        return number
    index = _skip_hyphen(tokens, index + 1)
    if lows[index] != "half":
        return number
    value, end = number.value + Decimal("0.5"), index + 1
    if lows[end] in SCALES:
        return Number(value * SCALES[lows[end]], end + 1, False, True)
    return Number(value, end, False, number.scaled)


def parse_number(text: str) -> Decimal:
    """The value of an English number phrase and nothing else.

    Args:
        text: digits, words or both, e.g. "minus 1.6", "twenty-five", "1.5 trillion", "one point zero five".
    Raises:
        ValueError: the text is no number, or more than a number.

    Example: parse_number("two hundred and five") == Decimal(205).
    """
    tokens = Tokens(text)
    start = 1 if tokens.lows[0] in ("minus", "-") else 0
    number = read_number(tokens, start)
    if number is None or number.end != tokens.count:
        raise ValueError(f"no English number: '{text}'")
    return -number.value if start else number.value


def _add_decimals(tokens: Tokens, number: Number) -> Number:
    """Digits in words after "point": one point zero five -> 1.05."""
    lows = tokens.lows
    if lows[number.end] != "point" or lows[number.end + 1] not in DIGITS:
        return number
    digits, end = "", number.end + 1
    while lows[end] in DIGITS and len(digits) < 12:
        digits += str(DIGITS[lows[end]])
        end += 1
    return Number(number.value + Decimal("0." + digits), end, False, number.scaled)
