"""English writings of values, best first, ready to be put into a sentence."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from summarizer.facts.calendar import MONTH_NAMES
from summarizer.facts.say_en import SMALL, TENS
from summarizer.facts.units import DOLLARS, units

SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "AUD": "A$", "CAD": "C$", "SGD": "S$", "HKD": "HK$"}
WORDS = [*SMALL, TENS[0]]  # zero to twenty
ORDINAL_WORDS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
QUARTERS = ("first quarter", "second quarter", "third quarter", "fourth quarter")


def digits(value: Decimal) -> str:
    """The value in digits by English habit: Decimal("1500.50") -> "1,500.5"."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def scaled(value: Decimal) -> list[str]:
    """Writings with scale words, the shortest first: 1.5e12 -> ["1.5 trillion", "1,500 billion"], 5000 -> []."""
    found = []
    for scale, word in SCALES:
        coefficient = value / scale
        short = coefficient == coefficient.quantize(Decimal("0.001")) if abs(coefficient) < 10**6 else False
        if abs(coefficient) >= 1 and short and abs(coefficient) < 10_000:
            found.append(f"{digits(coefficient)} {word}")
    return found


@lru_cache(maxsize=4096)
def number(value: Decimal) -> tuple[str, ...]:
    """Writings of a plain number: 3 -> ("3", "three"), 2500000 -> ("2.5 million", "2,500,000")."""
    if value < 0:
        return tuple(f"minus {text}" for text in number(-value)) + tuple(f"-{text}" for text in number(-value)[:1])
    found = [*scaled(value), digits(value)]
    if value == value.to_integral_value() and value <= 20:
        found.append(WORDS[int(value)])
    return tuple(found)


def year(value: int) -> tuple[str, ...]:
    """A year has no comma: 2024 -> ("2024",)."""
    return (str(value),)


@lru_cache(maxsize=4096)
def quantity(value: Decimal, unit: str) -> tuple[str, ...]:
    """Writings of a value with its unit: (1.5e12, "VND") -> ("1.5 trillion dong", "1,500 billion dong", ...)."""
    if not unit:
        return number(value)
    if unit in ("%", "‰"):
        return (f"{digits(value)}{unit}", f"{digits(value)} percent" if unit == "%" else f"{digits(value)} per mille")
    entry = units()[unit]
    word = entry.singular if value == 1 else entry.plural
    writings = [f"{text} {word}" for text in number(value)]
    sign = SIGNS.get(unit)
    if sign is not None and value >= 0:
        signed = [f"{sign}{text}" for text in number(value) if text[0].isdigit()]
        writings = signed + writings
    if unit in DOLLARS and unit != "USD":
        writings.extend(f"${text}" for text in number(value) if text[0].isdigit())
    if unit == "°C" or unit == "°F":
        writings.append(f"{digits(value)}{unit}")
    return tuple(writings)


def span(low: Decimal, high: Decimal, unit: str) -> tuple[str, ...]:
    """Writings of a range: (50, 70, "%") -> ("50-70%", "50% to 70%", "between 50% and 70%")."""
    first, last = quantity(low, unit)[0], quantity(high, unit)[0]
    joined = [f"{first} to {last}", f"between {first} and {last}", f"{first}-{last}"]
    if unit == "%":
        return (f"{digits(low)}-{digits(high)}%", *joined)
    if not unit or (unit not in SIGNS and max(low, high) < 10**6):
        word = f" {units()[unit].plural}" if unit else ""
        return (f"{digits(low)}-{digits(high)}{word}", f"{digits(low)} to {digits(high)}{word}", *joined)
    return tuple(joined)


@lru_cache(maxsize=512)
def ordinal(value: int) -> tuple[str, ...]:
    """Writings of an ordinal: 13 -> ("13th", "thirteenth")."""
    ending = "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    words = (ORDINAL_WORDS[value],) if 0 < value <= 20 else ()
    return (f"{value}{ending}", *words)


def day(number_: int, month: int | None, year_: int | None, assumed_year: int | None = None) -> tuple[str, ...]:
    """Writings of a calendar day: (22, 2, None) -> ("22 February", "February 22"); an assumed year comes last."""
    if month is None:
        return (f"the {ordinal(number_)[0]}", ordinal(number_)[0])
    name = MONTH_NAMES[month]
    if year_ is not None:
        return (f"{number_} {name} {year_}", f"{name} {number_}, {year_}")
    short = (f"{number_} {name}", f"{name} {number_}")
    if assumed_year is None:
        return short
    return (*short, f"{number_} {name} {assumed_year}", f"{name} {number_}, {assumed_year}")


def clock(hour: int, minute: int, part: str) -> tuple[str, ...]:
    """Writings of a time of day; `part` is "a", "p" or "" where the source does not say: (7, 30, "") -> ("7:30",)."""
    plain = f"{hour}:{minute:02d}"
    if not part:
        return (plain,) if minute else (plain, f"{hour} o'clock")
    twelve = hour if 1 <= hour <= 12 else abs(hour - 12)
    short = f"{twelve}:{minute:02d}" if minute else str(twelve)
    dotted, tight = f"{part}.m.", f"{part}m"
    full = (f"{short} {dotted}", f"{twelve}:{minute:02d} {dotted}", f"{short}{tight}", f"{short} {tight}", plain)
    return tuple(dict.fromkeys(full))


def times(value: Decimal) -> tuple[str, ...]:
    """Writings of a multiple: 1.12 -> ("1.12 times",), 2 -> ("double", "twice", "2 times")."""
    word = {Decimal(2): ("double", "twice", "twofold"), Decimal(3): ("triple", "three times", "threefold")}.get(
        value, ()
    )
    return (*word, f"{digits(value)} times")
