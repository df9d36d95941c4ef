"""Vietnamese ordinals: thứ, lần thứ, khóa, Roman numerals; and the weekdays that are written like ordinals."""

from __future__ import annotations

from decimal import Decimal

from summarizer.facts import calendar, writing
from summarizer.facts.base import Fact, Part
from summarizer.facts.building import make, single
from summarizer.facts.dates_vi import DASHES, read_weekday
from summarizer.facts.numbers_vi import read_number
from summarizer.facts.numerals import integer
from summarizer.facts.roman import roman_value
from summarizer.facts.tables import rows, word_list
from summarizer.facts.tokens import Tokens

ORDINALS = {
    word: int(value) for language, role, word, value in rows("numbers") if (language, role) == ("vi", "ordinal")
}
# what stands before "thứ Ba" when it is Tuesday and not "third"
BEFORE_WEEKDAY = word_list("before weekday")
BEFORE_ORDINAL = word_list("before ordinal")
# thứ hai | và | thứ tư : both are ordinals, or both are weekdays
SERIES = word_list("within series")


def ordinal_fact(tokens: Tokens, first: int, end: int, value: int, *, firm: bool = True) -> Fact:
    """The fact of a rank or a place in a series."""
    keys: Part = (f"o{value}", Decimal(value))
    return make(tokens, first, end, "ordinal", Decimal(value), ((keys,),), english=writing.ordinal(value), firm=firm)


def read_thu(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """What "thứ" begins: a weekday, an ordinal, or both where only the reader could tell; `index` when nothing."""
    lows, start = tokens.lows, index + 1
    if lows[start + 1] == "/" and integer(lows[start], 1, 999) is not None:
        return index
    weekday = read_weekday(tokens, start)
    rank = ORDINALS.get(lows[start]) or integer(lows[start], 1, 9999) or roman_value(tokens.words[start])
    end = start + 1
    if lows[start] not in ("nhất", "nhì", "tư") and not lows[start].isdecimal():
        number = read_number(tokens, start)
        if number is not None and number.values[0] > 10:
            rank, end, weekday = int(number.values[0]), number.end, None
    if rank is None:
        return index
    capital = tokens.words[start][0].isupper() or lows[start].isdecimal()
    before = lows[index - 1] if index else ""
    ranked = before in SERIES and ends_in_ordinal(tokens, index - 1, out)
    if weekday is not None and not ranked and before not in BEFORE_ORDINAL and (before in BEFORE_WEEKDAY or capital):
        day = weekday[0]
        sure = before in BEFORE_WEEKDAY and capital
        keys: Part = (f"w{day}",) if sure else (f"w{day}", f"o{rank}", Decimal(rank))
        english = (calendar.WEEKDAY_NAMES[day],)
        out.append(make(tokens, index, end, "date", f"weekday {day}", ((keys,),), english=english))
        return end
    # "thứ ba" is third, in no English three; "thứ 7" may be "No. 7"
    keys = (f"o{rank}", Decimal(rank)) if lows[start].isdecimal() else (f"o{rank}",)
    if weekday is not None and before not in BEFORE_ORDINAL:
        keys = (*keys, f"w{weekday[0]}")
    firm = rank > 2
    first = index - 1 if before == "lần" else index
    out.append(make(tokens, first, end, "ordinal", Decimal(rank), ((keys,),), english=writing.ordinal(rank), firm=firm))
    return end


def ends_in_ordinal(tokens: Tokens, index: int, out: list[Fact]) -> bool:
    """True when the last fact is an ordinal that ends before the token `index`: "thứ hai" in "thứ hai và thứ tư"."""
    return bool(out) and out[-1].kind == "ordinal" and not tokens.text[out[-1].end_char : tokens.starts[index]].strip()


def read_sunday(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """The weekday "chủ nhật"; `index` when it is not there, as in "nền dân chủ Nhật Bản"."""
    if tokens.lows[index + 1] != "nhật" or tokens.lows[index + 2] == "bản":
        return index
    english = (calendar.WEEKDAY_NAMES[1],)
    out.append(make(tokens, index, index + 2, "date", "weekday 1", single("w1"), english=english))
    return index + 2


def read_term(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A term of office or congress after "khóa", "Đại hội", "kỳ họp", "lần": "khóa XV" -> 15th; or `index`."""
    start = index + 1
    word = tokens.words[start]
    value = roman_value(word) or integer(word, 1, 99)
    if value is None or tokens.lows[start + 1] in DASHES or tokens.lows[start + 1] in ("/", "%", ":"):
        return index
    out.append(ordinal_fact(tokens, start, start + 1, value))
    return start + 1


def read_roman(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A Roman numeral that stands alone after a name: "Thế chiến II"; `index` when the token is none."""
    word = tokens.words[index]
    value = roman_value(word)
    if value is None or value == 1:
        return index
    keys: Part = (f"o{value}", Decimal(value))
    firm = len(word) > 1
    out.append(
        make(
            tokens,
            index,
            index + 1,
            "ordinal",
            Decimal(value),
            ((keys,),),
            english=(word, *writing.ordinal(value)),
            firm=firm,
        )
    )
    return index + 1
