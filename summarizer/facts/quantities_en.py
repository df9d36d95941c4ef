"""English figures with what belongs to them: unit, currency, range, fraction, clock time, multiple, ordinal."""

from __future__ import annotations

from decimal import Decimal

from summarizer.facts.amounts_en import read_share
from summarizer.facts.base import Fact, FactKind, Part, Reading
from summarizer.facts.building import make, single
from summarizer.facts.codes_en import make_mixed, read_phone
from summarizer.facts.codes_vi import digits_of
from summarizer.facts.dates_en import DASHES, ENDINGS, read_day_first, read_decade, read_iso_date
from summarizer.facts.numbers_en import PLURALS, SUFFIXES, Number, read_number
from summarizer.facts.numerals import integer, is_english
from summarizer.facts.ordinals_en import read_rank
from summarizer.facts.references_vi import code_key, is_code
from summarizer.facts.times_en import read_colon, read_hour, time_fact
from summarizer.facts.tokens import Tokens
from summarizer.facts.unit_words_en import GLUED_ONLY, SIGNS, UNITS, read_sign, read_unit
from summarizer.facts.units import units

ZONES = frozenset(["utc", "gmt", "est", "edt", "bst", "cet", "pst", "local", "hours", "hrs", "et", "z", "ist"])


def kind_of(unit: str) -> FactKind:
    """The kind of a figure by its unit."""
    if not unit:
        return "number"
    if units()[unit].dimension == "money":
        return "money"
    return "percent" if unit in ("%", "pp", "‰") else "quantity"


def read_figure(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """The figure at token `index`, a digit string or a number word; returns the index after it, or `index`."""
    lows = tokens.lows
    word = lows[index]
    if "0" <= word[0] <= "9":
        special = read_special(tokens, index, out)
        if special:
            return special
    number = read_number(tokens, index)
    if number is None:
        return index
    if number.ordinal:
        return read_rank(tokens, index, number.end, int(number.value), out)
    if lows[number.end] in PLURALS and not number.in_digits:
        return index
    sign, first = read_sign(tokens, index)
    if first and (
        lows[first - 1] in ("minus", "negative")
        or (lows[first - 1] in ("-", "−") and tokens.glued(first) and not tokens.glued(first - 1))
    ):
        number = Number(-number.value, number.end, number.in_digits, number.scaled)
        first -= 1
    if lows[number.end] == "m" and tokens.glued(number.end) and number.in_digits and not number.scaled and sign:
        number = Number(number.value * 10**6, number.end + 1, True, True)
    unit, end = read_unit(tokens, number.end, number)
    unit = sign or unit
    share = read_share(tokens, index, number, out) if not unit or unit == "quarter" else 0
    if share:
        return share
    ranged = read_range(tokens, first, number, unit, end, out)
    if ranged:
        return ranged
    out.append(figure_fact(tokens, first, end, number, unit))
    return end


def figure_fact(tokens: Tokens, first: int, end: int, number: Number, unit: str) -> Fact:
    """The fact of one figure with its unit."""
    value = number.value
    word = tokens.words[end - 1]
    keys: Part = (value,)
    if value <= 24 and value == int(value) and value >= 0 and unit in ("", "hour") and number.in_digits:
        keys = (value, f"t{int(value) % 12 * 60}")
    elif unit == "%" and value in (50, 25, 20):
        keys = (value, f"f1/{int(100 / value)}")
    elif (
        not unit
        and number.in_digits
        and len(word) == 4
        and word.isdecimal()
        and int(word[2:]) < 60
        and int(word[:2]) <= 24
    ):
        if word[0] == "0" or tokens.lows[end] in ZONES:
            keys = (value, f"t{int(word[:2]) % 12 * 60 + int(word[2:])}")
    elif tokens.lows[end - 1] == "dozen" and not number.in_digits:
        keys = (value, value / 12 * 10)
    elif number.in_digits and number.end == first + 1 and tokens.lows[end] in ("m",) and tokens.glued(end):
        keys = (value, value * 10**6)
    if tokens.lows[end - 1] == "m" and unit == "m" and number.in_digits:
        keys = (value, value * 10**6)
    written = next((word for word in tokens.words[first:end] if word[0].isdecimal()), "x")
    comma = number.in_digits and written[0].isdecimal() and not is_english(written)
    firm = number.in_digits or value >= 2
    if number.scaled and number.end == first + 1 and not number.in_digits:
        keys, firm = (*keys, f"v{value}"), False  # "thousand year-old", "a hundred times"
    if (
        not number.in_digits
        and tokens.words[first][0].isupper()
        and first
        and tokens.words[end][:1].isupper()
        and not unit
    ):
        firm = False  # "Six Flags"
    if value == 1 and tokens.lows[first - 1] in ("no", ".", "number") and first:
        firm = False  # "No. 1" is the best
    readings: tuple[Reading, ...] = ((keys,),)
    if number.in_digits and number.end == first + 2 and len(word) == 1 and word.isalpha():
        text = tokens.slice(first, end).lower()  # "2B" is a billion, a class of visa, or the second of something
        if figure := digits_of(text):
            readings += ((("c:" + text,),), (figure,))
    return make(
        tokens, first, end, kind_of(unit), value if not comma else f"comma {value}", readings, unit=unit, firm=firm
    )


def read_special(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """What digits may begin besides a plain figure: code, date, decade, time, ordinal, phone; the index after, or 0."""
    lows, words = tokens.lows, tokens.words
    word = lows[index]
    if word == "19" and index > 1 and lows[index - 2] == "covid" and tokens.glued(index):
        return index + 1  # the 19 of COVID-19
    if is_code(word):
        out.append(make(tokens, index, index + 1, "code", word, single(code_key(words[index]))))
        return index + 1
    if not word.isdecimal() and word[-3] in "hg" and word[:-3].isdecimal():
        return time_fact(tokens, index, index + 1, int(word[:-3]), int(word[-2:]), out)
    following = lows[index + 1]
    if following == "-" and len(word) == 4:
        dated = read_iso_date(tokens, index, out)
        if dated:
            return dated
    glued = tokens.glued(index + 1)
    if following in ENDINGS and glued and word.isdecimal():
        dated = read_day_first(tokens, index, out)
        return dated or read_rank(tokens, index, index + 2, int(word), out)
    dated = read_day_first(tokens, index, out)
    if dated:
        return dated
    if following[:1] in ("s", "'", "’"):
        decade = read_decade(tokens, index, out)
        if decade:
            return decade
    if following == "/" and glued and tokens.glued(index + 2) and lows[index + 2].isdecimal() and word.isdecimal():
        return read_slash(tokens, index, out)
    if following == ":" and glued and lows[index + 2].isdecimal() and word.isdecimal():
        spaced = not tokens.glued(index + 2)
        if not spaced or lows[index + 3] in ("am", "pm", "a", "p"):  # "1: 15 a.m." comes of careless tokenizing
            return read_colon(tokens, index, out)
    if following in ("am", "pm", "a", "p", "o'clock", "o’clock"):
        return read_hour(tokens, index, out)
    if word.isdecimal() and (word[0] == "0" or len(word) >= 3):
        phone = read_phone(tokens, index, out)
        if phone:
            return phone
    letters = words[index + 1]
    low = lows[index + 1]
    free = low not in SUFFIXES and (low not in UNITS or low in GLUED_ONLY)
    if glued and free and letters[:1].isupper() and letters.isascii() and len(letters) < 4:
        out.append(make_mixed(tokens, index, index + 2))
        return index + 2
    return 0


def read_slash(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """22/2, 2/22/2024, 7/63: all readings that the digits allow."""
    lows = tokens.lows
    one, two = lows[index], lows[index + 2]
    if len(one) > 4 or len(two) > 4:
        return 0
    first, second, end = int(one), int(two), index + 3
    if lows[end] == "/" and integer(lows[end + 1], 1, 2199) is not None:
        year = Decimal(lows[end + 1])
        dates: tuple[Reading, ...] = (((f"d{second}-{first}",), (year,)), ((f"d{first}-{second}",), (year,)))
        out.append(make(tokens, index, end + 2, "date", tokens.slice(index, end + 2), dates))
        return end + 2
    readings: tuple[Reading, ...] = (
        ((f"f{first}/{second}", f"d{second}-{first}", f"d{first}-{second}"),),
        ((Decimal(first), f"o{first}"), (Decimal(second),)),
    )
    if first > 1000 and len(two) == 2:  # the season 2019/20
        readings += (((Decimal(first),), (Decimal(first // 100 * 100 + second), Decimal(second))),)
    if second > 1000:
        readings = (((f"m{first}",), (Decimal(second),)), *readings)
    out.append(make(tokens, index, end, "number", f"{first}/{second}", readings))
    return end


def read_range(tokens: Tokens, first: int, number: Number, unit: str, end: int, out: list[Fact]) -> int:
    """The range or the score that the figure begins: 15-20 %, 3 to 4 million, 5-3; the index after it, or 0."""
    lows = tokens.lows
    dash = lows[end] in DASHES
    if not dash and not (lows[end] in ("to", "and", "or") and (lows[end] == "to" or lows[first - 1] == "between")):
        return 0
    start = end + 1
    sign = ""
    if lows[start] in ("us", "a") and lows[start + 1] == "$":
        start += 1
    if lows[start] in SIGNS:
        sign, start = SIGNS[lows[start]], start + 1
    if dash and not (lows[start][:1].isdecimal() or not number.in_digits):
        return 0
    if "0" <= lows[start][:1] <= "9" and lows[start + 1] in ("/", ":"):
        return 0
    last = read_number(tokens, start)
    if last is None or last.ordinal:
        return 0
    year = last.end == start + 1 and integer(lows[start], 1900, 2199) is not None
    if year and (unit or number.scaled) and read_unit(tokens, last.end, last)[0] in ("", "year"):
        return 0  # "1.5 billion dong to 2030"
    if not dash and not number.in_digits and last.in_digits:
        return 0
    if lows[last.end] == "m" and tokens.glued(last.end) and last.in_digits and (sign or unit in SIGNS.values()):
        last = Number(last.value * 10**6, last.end + 1, True, True)
    last_unit, stop = read_unit(tokens, last.end, last)
    last_unit = sign or last_unit
    low, high = number.value, last.value
    if unit and last_unit and unit != last_unit and unit not in SIGNS.values():
        return 0
    low_keys: Part = (low,)
    if last.scaled and not number.scaled and last.in_digits:
        bare = tokens.words[start].replace(",", "")
        base = Decimal(bare) if bare.replace(".", "", 1).isdecimal() else Decimal(0)
        if base and low <= base:
            low_keys = (low * (high / base), low)
    high_keys: Part = (high,)
    text = tokens.words[start]
    if len(text) == 2 and text.isdecimal() and 1000 <= low <= 2199 and not last_unit:
        high_keys = (low // 100 * 100 + high, high)
    reading: Reading = (low_keys, high_keys)
    if not number.in_digits and not last.in_digits and not number.scaled and not last_unit and not dash:
        return 0
    out.append(make(tokens, first, stop, "range", (low, high), (reading,), unit=last_unit or unit))
    return stop
