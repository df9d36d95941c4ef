"""Facts of an English text: one walk over its words, each fact read by the module that knows its kind."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from summarizer.facts import amounts_en, codes_en, dates_en, ordinals_en, quantities_en, times_en
from summarizer.facts.base import Fact
from summarizer.facts.building import make
from summarizer.facts.numbers_en import FRACTION_SIGNS, ORDINALS, PLURALS, STARTS
from summarizer.facts.references_en import DOCUMENTS, read_reference
from summarizer.facts.roman import roman_value
from summarizer.facts.tokens import Tokens

Reader = Callable[[Tokens, int, list[Fact]], int]


def _readers() -> dict[str, tuple[Reader, ...]]:
    table: dict[str, tuple[Reader, ...]] = {}
    for word in (*STARTS, *FRACTION_SIGNS):
        table[word] = (quantities_en.read_figure,)
    for word in ORDINALS:
        table[word] = (ordinals_en.read_ordinal_word,)
    for word in dates_en.QUARTERS:
        table[word] = (dates_en.read_quarter, *table.get(word, ()))
    for word in dates_en.MONTHS:
        table[word] = (dates_en.read_month,)
    for word in dates_en.WEEKDAYS:
        table[word] = (dates_en.read_weekday,)
    for word in dates_en.DECADES:
        table[word] = (dates_en.read_decade_word,)
    for word in PLURALS:
        table[word] = (amounts_en.read_vague,)
    for word in amounts_en.MULTIPLES:
        table[word] = (amounts_en.read_multiple,)
    for word in amounts_en.PAIRS:
        table[word] = (amounts_en.read_pair,)
    for word in times_en.CLOCK_WORDS:
        table[word] = (times_en.read_clock_word,)
    for word in ("q1", "q2", "q3", "q4"):
        table[word] = (dates_en.read_short_quarter,)
    for word in ("a", "an"):
        table[word] = (amounts_en.read_one,)
    table["weekend"] = table["weekends"] = (dates_en.read_weekend,)
    for word in dates_en.HOLIDAYS.by_first:
        table[word] = (dates_en.read_holiday, *table.get(word, ()))
    table["half"] = table["halves"] = (amounts_en.read_half,)
    table["quarter"] = (amounts_en.read_quarter_share,)
    for word in DOCUMENTS.by_first:
        table[word] = (read_reference, *table.get(word, ()))
    return table


READERS = _readers()


def read_roman(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A Roman numeral that stands alone: "World War II"; `index` when the token is none."""
    word = tokens.words[index]
    value = roman_value(word)
    if value is None or value == 1:
        return index
    keys = (f"o{value}", Decimal(value))
    out.append(make(tokens, index, index + 1, "ordinal", Decimal(value), ((keys,),), firm=len(word) > 1))
    return index + 1


def read_target(tokens: Tokens) -> list[Fact]:
    """All facts of the tokens in reading order, firm ones and others."""
    out: list[Fact] = []
    lows, words, count = tokens.lows, tokens.words, tokens.count
    readers = READERS
    index = 0
    while index < count:
        low = lows[index]
        end = index
        candidates = readers.get(low)
        if candidates is not None:
            for reader in candidates:
                end = reader(tokens, index, out)
                if end > index:
                    break
        elif "0" <= low[0] <= "9":
            end = quantities_en.read_figure(tokens, index, out)
        elif words[index][0] in "IVX":
            end = read_roman(tokens, index, out)
        elif not low.isalpha() and len(low) > 1 and low[0].isalpha() and any("0" <= c <= "9" for c in low):
            out.append(codes_en.make_mixed(tokens, index, index + 1))
            end = index + 1
        index = end if end > index else index + 1
    return out
