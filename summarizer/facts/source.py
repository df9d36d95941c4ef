"""Facts of a Vietnamese text: one walk over its words, each fact read by the module that knows its kind."""

from __future__ import annotations

from collections.abc import Callable

from summarizer.article import PartialDate
from summarizer.facts import amounts_vi, codes_vi, dates_vi, ordinals_vi, quantities_vi
from summarizer.facts.base import Fact
from summarizer.facts.numbers_vi import DIGITS, FRACTION_SIGNS
from summarizer.facts.references_vi import DOCUMENTS, read_reference
from summarizer.facts.tokens import Tokens

Reader = Callable[[Tokens, int, list[Fact], PartialDate | None], int]


def _undated(read: Callable[[Tokens, int, list[Fact]], int]) -> Reader:
    return lambda tokens, index, out, date: read(tokens, index, out)


def _read_year(tokens: Tokens, index: int, out: list[Fact], date: PartialDate | None) -> int:
    end = dates_vi.read_year_word(tokens, index, out)
    if end == index and tokens.lows[index] == "năm":
        return quantities_vi.read_year_or_five(tokens, index, out, date)
    return end


def _read_era(tokens: Tokens, index: int, out: list[Fact], date: PartialDate | None) -> int:
    if tokens.lows[index + 1] in ("kỷ", "kỉ"):
        end = dates_vi.read_century(tokens, index + 2, out)
        return index if end == index + 2 else end
    return index


def _read_decade(tokens: Tokens, index: int, out: list[Fact], date: PartialDate | None) -> int:
    if tokens.lows[index + 1] in ("niên", "kỷ", "kỉ"):
        end = dates_vi.read_year_word(tokens, index + 1, out)
        return index if end == index + 1 else end
    return index


def _read_zero(tokens: Tokens, index: int, out: list[Fact], date: PartialDate | None) -> int:
    if tokens.lows[index + 1] in ("trăm", "phẩy"):
        return quantities_vi.read_figure(tokens, index, out, date)
    return index


def _read_session(tokens: Tokens, index: int, out: list[Fact], date: PartialDate | None) -> int:
    if tokens.lows[index + 1] == "thứ":
        return index + 1  # "lần thứ ba": the word "thứ" reads it
    return ordinals_vi.read_term(tokens, index, out)


def _readers() -> dict[str, tuple[Reader, ...]]:
    table: dict[str, tuple[Reader, ...]] = {}
    for word in (*DIGITS, "mười", *FRACTION_SIGNS):
        table[word] = (quantities_vi.read_figure,)
    for word in ("ngày", "mùng", "mồng"):
        table[word] = (dates_vi.read_day_word,)
    table["tháng"] = (dates_vi.read_month_word,)
    table["năm"] = (_read_year,)
    table["thập"] = (_read_decade,)
    table["thế"] = (_read_era,)
    table["quý"] = (_undated(dates_vi.read_quarter),)
    table["thứ"] = (_undated(ordinals_vi.read_thu),)
    table["chủ"] = (_undated(ordinals_vi.read_sunday),)
    for word in ("khóa", "khoá", "lần"):
        table[word] = (_read_session,)
    table["gấp"] = (_undated(amounts_vi.read_multiple),)
    for word in ("hàng", "nhiều", "vài", "mấy", "hằng"):
        table[word] = (_undated(amounts_vi.read_vague),)
    for word in amounts_vi.NEAR_SCALE:
        table[word] = (_undated(amounts_vi.read_bare_scale),)
    table["nửa"] = (_undated(amounts_vi.read_half),)
    table["không"] = (_read_zero,)
    for word in amounts_vi.PAIRS:
        table[word] = (_undated(amounts_vi.read_pair),)
    for word in DOCUMENTS.by_first:
        table[word] = (*table.get(word, ()), _undated(read_reference))
    return table


READERS = _readers()


def read_source(tokens: Tokens, date: PartialDate | None = None) -> list[Fact]:
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
                end = reader(tokens, index, out, date)
                if end > index:
                    break
        elif "0" <= low[0] <= "9":
            end = quantities_vi.read_figure(tokens, index, out, date)
        elif words[index][0] in "IVX":
            end = ordinals_vi.read_roman(tokens, index, out)
        elif not low.isalpha() and len(low) > 1 and low[0].isalpha() and any("0" <= c <= "9" for c in low):
            out.append(codes_vi.make_mixed(tokens, index, index + 1))
            end = index + 1
        index = end if end > index else index + 1
    return out
