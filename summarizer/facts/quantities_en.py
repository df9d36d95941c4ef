"""English figures with what belongs to them: unit, currency, range, fraction, clock time, multiple, ordinal."""

from __future__ import annotations

from decimal import Decimal

from summarizer.facts.base import Fact, FactKind, Part, Reading
from summarizer.facts.building import make, single
from summarizer.facts.dates_en import DASHES, ENDINGS, integer, read_day_first, read_decade
from summarizer.facts.numbers_en import ORDINALS, PLURALS, SCALES, SUFFIXES, Number, read_number
from summarizer.facts.numerals import is_english
from summarizer.facts.references_vi import code_key, is_code
from summarizer.facts.tokens import Tokens
from summarizer.facts.units import unit_phrases, units

UNITS = unit_phrases("en")
SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW", "₹": "INR"}
DOLLAR_LETTERS = {"us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "s": "SGD", "hk": "HKD", "nz": "NZD", "nt": "TWD"}
CODES = {"usd": "USD", "vnd": "VND", "eur": "EUR", "gbp": "GBP", "vnđ": "VND"}
GLUED_ONLY = frozenset(["m", "l", "g", "h", "c", "f", "w", "in", "đ", "nm", "mi", "t", "rs", "mb"])
DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "tenth": 10,
    "tenths": 10, "hundredth": 100, "hundredths": 100,
}
MULTIPLES = {
    "twice": 2, "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "twofold": 2, "thrice": 3, "triple": 3, "tripled": 3,
    "triples": 3, "tripling": 3, "treble": 3, "threefold": 3, "quadruple": 4, "quadrupled": 4, "fourfold": 4, "fivefold": 5,
    "sixfold": 6, "tenfold": 10, "hundredfold": 100,
}
PAIRS = {"both": 2, "pair": 2, "pairs": 2, "couple": 2, "twin": 2, "twins": 2, "duo": 2, "dual": 2, "trio": 3, "triplets": 3}
CLOCK_WORDS = {"noon": 12, "midday": 12, "midnight": 0}
ZONES = frozenset(["utc", "gmt", "est", "edt", "bst", "cet", "pst", "local", "hours", "hrs", "et", "z", "ist"])


def read_unit(tokens: Tokens, index: int, number: Number) -> tuple[str, int]:
    """The unit at token `index`, behind a hyphen too ("five-year"), and the index after it; ("", index) for none."""
    lows = tokens.lows
    start = index
    if lows[index] in DASHES and tokens.glued(index) and tokens.glued(index + 1):
        start += 1
    if lows[start] not in UNITS:
        return "", index
    found = UNITS.match(lows, start)
    if found is None:
        return "", index
    unit, end = found
    if end == start + 1 and lows[start] in GLUED_ONLY and not (number.in_digits and (tokens.glued(start) or lows[start] == "m")):
        return "", index
    if end == start + 1 and tokens.words[start] == "C" and number.in_digits is False:
        return "", index
    if unit == "second" and end == start + 1 and lows[start] == "second" and not (start > index or number.value == 1):
        return "", index
    return unit, end


def read_sign(tokens: Tokens, index: int) -> tuple[str, int]:
    """The currency before token `index` and its first token: "US$2" -> ("USD", index - 2)."""
    if not index:
        return "", index
    before = tokens.lows[index - 1]
    if before in SIGNS:
        if before == "$" and index > 1 and tokens.glued(index - 1) and tokens.lows[index - 2] in DOLLAR_LETTERS:
            return DOLLAR_LETTERS[tokens.lows[index - 2]], index - 2
        return SIGNS[before], index - 1
    if before in CODES and tokens.words[index - 1].isupper():
        return CODES[before], index - 1
    return "", index


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
    if first and (lows[first - 1] in ("minus", "negative") or (
        lows[first - 1] in ("-", "−") and tokens.glued(first) and not tokens.glued(first - 1)
    )):
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
    elif not unit and number.in_digits and len(word) == 4 and word.isdecimal() and int(word[2:]) < 60 and int(word[:2]) <= 24:
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
    if number.scaled and end == first + 1 and not number.in_digits:
        keys, firm = (*keys, f"v{value}"), False  # "thousand year-old", "a hundred times"
    if not number.in_digits and tokens.words[first][0].isupper() and first and tokens.words[end][:1].isupper() and not unit:
        firm = False  # "Six Flags"
    if value == 1 and tokens.lows[first - 1] in ("no", ".", "number") and first:
        firm = False  # "No. 1" is the best
    return make(
        tokens, first, end, kind_of(unit), value if not comma else f"comma {value}", ((keys,),), unit=unit, firm=firm
    )


def read_special(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """What digits may begin besides a plain figure: code, date, decade, time, ordinal, slash, phone; the index after, or 0."""
    lows, words = tokens.lows, tokens.words
    word = lows[index]
    if is_code(word):
        out.append(make(tokens, index, index + 1, "code", word, single(code_key(words[index]))))
        return index + 1
    if not word.isdecimal() and word[-3] in "hg" and word[:-3].isdecimal():
        return time_fact(tokens, index, index + 1, int(word[:-3]), int(word[-2:]), out)
    following = lows[index + 1]
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
    if following == ":" and glued and lows[index + 2].isdecimal() and tokens.glued(index + 2) and word.isdecimal():
        return read_colon(tokens, index, out)
    if following in ("am", "pm", "a", "p", "o'clock", "o’clock"):
        return read_hour(tokens, index, out)
    if word.isdecimal() and (word[0] == "0" or len(word) >= 3):
        phone = read_phone(tokens, index, out)
        if phone:
            return phone
    letters = words[index + 1]
    if glued and letters[:1].isupper() and letters.isascii() and lows[index + 1] not in SUFFIXES and len(letters) < 4:
        if lows[index + 1] not in UNITS or lows[index + 1] in GLUED_ONLY:
            out.append(make_mixed(tokens, index, index + 2))
            return index + 2
    return 0


def make_mixed(tokens: Tokens, first: int, end: int) -> Fact:
    """The fact of a code like "39C" or "A1GP"; a plural or possessive ending does not count."""
    text = tokens.slice(first, end).lower()
    for ending in ("'s", "’s"):
        text = text.removesuffix(ending)
    keys: Part = ("c:" + text,)
    if text[-1] == "s" and text[-2:-1].isdecimal():
        keys = ("c:" + text[:-1], "c:" + text)
    return make(tokens, first, end, "code", text, ((keys,),))


def read_rank(tokens: Tokens, first: int, end: int, value: int, out: list[Fact]) -> int:
    """Append an ordinal, "13th" or "thirteenth"; a century keeps its unit."""
    keys: Part = (f"o{value}", Decimal(value))
    unit = ""
    start = end + 1 if tokens.lows[end] in DASHES else end
    if tokens.lows[start] in ("century", "centuries"):
        unit, end = "century", start + 1
    firm = value > 2 or tokens.lows[first].isdecimal()
    out.append(make(tokens, first, end, "ordinal", Decimal(value), ((keys,),), unit=unit, firm=firm))
    return end


def read_ordinal_word(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """An ordinal in words, or the day of a month: "third", "first of May"."""
    dated = read_day_first(tokens, index, out) if tokens.words[index + 1][:1].isupper() or tokens.lows[index + 1] == "of" else 0
    if dated:
        return dated
    word = tokens.lows[index]
    if word == "second" and tokens.lows[index - 1] in ("per", "a", "split", "every", "each", "/") and index:
        return index + 1
    if word in DENOMINATORS and index and tokens.lows[index - 1] in ("a", "one", "final", "last", "-"):
        value = DENOMINATORS[word]
        out.append(make(tokens, index, index + 1, "number", f"1/{value}", single(f"f1/{value}", f"o{value}", Decimal(value)), firm=False))
        return index + 1
    return read_rank(tokens, index, index + 1, ORDINALS[word], out)


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
    if second > 1000:
        readings = (((f"m{first}",), (Decimal(second),)), *readings)
    out.append(make(tokens, index, end, "number", f"{first}/{second}", readings))
    return end


def read_colon(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A clock time 9:30 or a score 4:0."""
    one, two = tokens.lows[index], tokens.lows[index + 2]
    hour, minute = (int(one) if len(one) < 5 else 99), (int(two) if len(two) < 5 else 99)
    if hour <= 24 and minute < 60 and len(two) == 2:
        return time_fact(tokens, index, index + 3, hour, minute, out, loose=True)
    reading: Reading = ((Decimal(one),), (Decimal(two),))
    out.append(make(tokens, index, index + 3, "number", f"{one}:{two}", (reading,)))
    return index + 3


def read_hour(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """An hour with its half of the day: "5am", "4.40 am", "10 o'clock"; 0 when none is there."""
    lows = tokens.lows
    following = lows[index + 1]
    if following in ("a", "p") and not (lows[index + 2] == "." and lows[index + 3] == "m"):
        return 0
    one, _, two = lows[index].partition(".")
    if integer(one, 0, 24) is None or (two and integer(two, 0, 59) is None):
        return 0
    return time_fact(tokens, index, index + 1, int(one), int(two or 0), out)


def time_fact(tokens: Tokens, first: int, end: int, hour: int, minute: int, out: list[Fact], *, loose: bool = False) -> int:
    """Append the fact of a time of day; returns the index after it."""
    lows = tokens.lows
    part = "p" if hour > 12 else ""
    if lows[end] in ("am", "pm"):
        part, end = lows[end][0], end + 1
    elif lows[end] in ("a", "p") and lows[end + 1] == "." and lows[end + 2] == "m":
        part, end = lows[end], end + 3
    elif lows[end] in ("o'clock", "o’clock"):
        end += 1
    keys: Part = (f"t{hour % 12 * 60 + minute}",)
    if not minute:
        keys = (*keys, Decimal(hour)) if hour < 13 else (*keys, Decimal(hour), Decimal(hour - 12))
    readings: tuple[Reading, ...] = ((keys,),)
    if loose:
        readings += (((Decimal(hour),), (Decimal(minute),)),)
    out.append(make(tokens, first, end, "time", f"{hour}:{minute:02d}{part}", readings))
    return end


def read_clock_word(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """Noon and midnight."""
    hour = CLOCK_WORDS[tokens.lows[index]]
    out.append(make(tokens, index, index + 1, "time", f"{hour}:00", single("t0"), firm=False))
    return index + 1


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
    if not dash and not number.in_digits and last.in_digits:
        return 0
    if lows[last.end] == "m" and tokens.glued(last.end) and last.in_digits and (sign or unit in SIGNS.values()):
        last = Number(last.value * 10**6, last.end + 1, True, True)
    last_unit, stop = read_unit(tokens, last.end, last)
    last_unit = sign or last_unit
    low, high = number.value, last.value
    if unit and last_unit and unit != last_unit and not (unit in SIGNS.values()):
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


def read_share(tokens: Tokens, index: int, number: Number, out: list[Fact]) -> int:
    """A fraction in words: "two-thirds", "three quarters", "one in five"; the index after it, or 0."""
    lows = tokens.lows
    if number.in_digits or number.scaled:
        return 0
    start = number.end + 1 if lows[number.end] in DASHES else number.end
    below = DENOMINATORS.get(lows[start])
    if below is None or (lows[start].endswith("s") == (number.value == 1)) or number.value >= below:
        return 0
    above = int(number.value)
    keys: Part = (f"f{above}/{below}",)
    out.append(make(tokens, index, start + 1, "number", f"{above}/{below}", ((keys,),), firm=above > 1))
    return start + 1


def read_half(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """Half, or half a million; the index after it."""
    lows = tokens.lows
    start = index + 1
    if lows[start] in DASHES:
        start += 1
    if lows[start] in ("a", "an"):
        start += 1
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
    if lows[start] in UNITS and (found := UNITS.match(lows, start)) is not None and units()[found[0]].dimension == "money":
        unit, end = found
    out.append(make(tokens, index, end, "number", f"v{scale}", single(f"v{scale}"), unit=unit, firm=scale > 10))
    return end
