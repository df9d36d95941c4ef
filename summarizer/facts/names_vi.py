"""Names in a Vietnamese text: places, persons, foreign names that stay as they are, acronyms."""

from __future__ import annotations

from functools import cache

from summarizer.facts.base import Fact, FactKind
from summarizer.facts.building import make
from summarizer.facts.places import AMBIGUOUS, match_place, phrase_key, vietnamese_places
from summarizer.facts.syllables import fold, is_vietnamese
from summarizer.facts.tables import forms, rows, word_list
from summarizer.facts.tokens import Tokens

SENTENCE_START = frozenset(".!?:;\"“”‘'(…–—-•*[«")
PRONOUNS = word_list("pronoun")
# countries of one syllable that may begin a sentence, and words that begin alike: Mỹ thuật (fine arts), Pháp luật
SURE_FIRST = frozenset(["mỹ", "nga", "đức", "pháp", "úc", "lào", "nhật"])
COMPOUNDS = word_list("no country")
BEFORE_CURRENCY = frozenset(["bảng", "la", "đô", "yên", "dặm", "mẫu", "franc", "xu", "won"])
# capitalised words that are both Vietnamese and plain ASCII, and no part of a foreign name
NOT_IN_NAMES = word_list("no name part")
# words of foreign look that Vietnamese uses as its own
LOANWORDS = word_list("loanword")


@cache
def families() -> frozenset[str]:
    """Vietnamese family names as they are written: "Nguyễn"."""
    return frozenset(name for role, words in rows("persons") if role == "family" for name in forms(words))


@cache
def famous_people() -> dict[str, tuple[str, ...]]:
    """East Asian persons by their Vietnamese names: famous_people()["Tập Cận Bình"][0] == "Xi Jinping"."""
    return {row[0]: tuple(forms(row[1])) for row in rows("people")}


@cache
def title_ends() -> frozenset[str]:
    """The last words of titles: "trưởng" of "bộ trưởng", "ông"."""
    return frozenset(title.split()[-1] for role, words in rows("persons") if role == "title" for title in forms(words))


@cache
def acronyms() -> dict[str, tuple[str, ...]]:
    """Acronyms that are translated: acronyms()["LHQ"] == ("UN", "U.N.", "United Nations"); () means no check."""
    return {row[0]: tuple(forms(row[1])) if len(row) > 1 else () for row in rows("acronyms")}


@cache
def exonyms() -> dict[str, tuple[str, ...]]:
    """Foreign names, folded, with the folded English names: exonyms()["bolonia"] == ("bologna",)."""
    return {fold(row[0]): tuple(phrase_key(form) for form in forms(row[1])) for row in rows("exonyms")}


def starts_sentence(tokens: Tokens, index: int) -> bool:
    """True when the token may have its capital only because a sentence, a quote or a line begins."""
    return index == 0 or tokens.lows[index - 1] in SENTENCE_START


def read_names(tokens: Tokens) -> list[Fact]:
    """The names of a Vietnamese text in reading order."""
    out: list[Fact] = []
    words, lows = tokens.words, tokens.lows
    table = vietnamese_places()
    index, count = 0, tokens.count
    while index < count:
        word = words[index]
        end = index
        if lows[index] in table:
            end = read_place(tokens, index, out)
        if end == index and word[0].isupper():
            end = read_capital(tokens, index, out)
        index = end if end > index else index + 1
    return out


def read_place(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A place of the table; the index after it, or `index` when none stands there or its name may be a plain word."""
    found = match_place(tokens, index)
    if found is None:
        return index
    place, end = found
    lows, words = tokens.lows, tokens.words
    if lows[index] == "sao" and words[end][:1].isupper():
        return index  # "sao Kim Kardashian": the star, not Venus
    if end == index + 1:
        if lows[index] in AMBIGUOUS and not is_country_word(tokens, index):
            return index
        if (
            words[end][:1].isupper()
            and lows[index] in AMBIGUOUS
            and is_vietnamese(words[end])
            and not words[end].isascii()
        ):
            return index
    if place.level in ("province", "district") and index and lows[index - 1] in PRONOUNS:
        return index
    if place.level == "district" and (capital_syllable(tokens, index - 1) or capital_syllable(tokens, end)):
        return index
    out.append(make(tokens, index, end, "place", place.english[0], ((place.keys,),), english=place.english))
    return end


def is_country_word(tokens: Tokens, index: int) -> bool:
    """True when "Anh", "Đức", "Nga" ... stands where only the country makes sense."""
    if starts_sentence(tokens, index):
        following = tokens.words[index + 1]
        return (
            tokens.lows[index] in SURE_FIRST
            and following.islower()
            and f"{tokens.lows[index]} {following}" not in COMPOUNDS
        )
    before = tokens.lows[index - 1]
    if before in BEFORE_CURRENCY or (tokens.words[index + 1][:1].isupper() and tokens.lows[index] == "anh"):
        return False
    if before in PRONOUNS or (before == "chủ" and tokens.lows[index] == "nhật"):
        return False
    return not (
        capital_syllable(tokens, index - 1) and not starts_sentence(tokens, index - 1)
    ) and not capital_syllable(tokens, index + 1)


def capital_syllable(tokens: Tokens, index: int) -> bool:
    """True for a Vietnamese syllable with a capital letter, in lower case otherwise."""
    word = tokens.words[index] if 0 <= index < tokens.count else ""
    return word[:1].isupper() and is_vietnamese(word) and not (len(word) > 1 and word.isupper())


def read_capital(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A person, a foreign name or an acronym that begins with a capital; the index after it, or `index`."""
    word = strip(tokens.words[index])
    if len(word) > 1 and word.isupper() and word.isalpha():
        return read_acronym(tokens, index, out)
    if word in families() and not starts_sentence(tokens, index):
        end = read_person(tokens, index, out)
        if end > index:
            return end
    if not is_vietnamese(word) and is_word(word):
        return read_foreign(tokens, index, out)
    if word.isascii() and len(word) > 1 and foreign_follows(tokens, index):
        return read_foreign(tokens, index, out)
    if word in families():
        return read_person(tokens, index, out)
    return index


def foreign_follows(tokens: Tokens, index: int) -> bool:
    """True when an ASCII syllable with a capital belongs to a foreign name: "Kim Jong", "ông Kim"."""
    low = tokens.lows[index]
    following = tokens.words[index + 1]
    if low in NOT_IN_NAMES:
        return False
    if following[:1].isupper() and following.isalpha() and not following.isupper() and not is_vietnamese(following):
        return True
    return tokens.lows[index - 1] in PRONOUNS and not following[:1].isupper() and index > 0


def read_person(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A Vietnamese person: family name and one to three more syllables; the index after it, or `index`."""
    end = index + 1
    while end - index < 5 and capital_syllable(tokens, end) and tokens.starts[end] == tokens.ends[end - 1] + 1:
        end += 1
    size = end - index
    titled = index > 0 and tokens.lows[index - 1] in title_ends()
    if size < 2 or size > 4 or (not titled and not certain(tokens, index, size)):
        return index
    text = tokens.slice(index, end)
    famous = famous_people().get(text)
    if famous is not None:
        keys = tuple(phrase_key(form) for form in famous)
        out.append(make(tokens, index, end, "person", famous[0], ((keys,),), english=famous))
        return end
    plain = fold_name(text)
    english = (plain, text) if plain != text else (text,)
    keys = (plain.lower(),)
    out.append(make(tokens, index, end, "person", plain, ((keys,),), english=english))
    return end


# family names that are hardly ever another word with a capital
CERTAIN = word_list("sure family")


def certain(tokens: Tokens, index: int, size: int) -> bool:
    """True for a name that its family name or its middle name makes a person's without a title."""
    if size > 2 and tokens.words[index + 1] in ("Văn", "Thị"):
        return True
    if tokens.words[index] not in CERTAIN:
        return size == 3 and tokens.words[index] in families() and not starts_sentence(tokens, index)
    return tokens.words[index] in CERTAIN and tokens.lows[index - 1] not in (
        "đường",
        "phố",
        "trường",
        "quận",
        "huyện",
        "xã",
        "phường",
    )


def fold_name(text: str) -> str:
    """The name without signs, capitals kept: "Tô Lâm" -> "To Lam"."""
    return " ".join(
        "".join(one.upper() if two.isupper() else one for one, two in zip(fold(word), word, strict=False))
        for word in text.split()
    )


def read_foreign(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """A run of capitalised foreign words; all of them must stay."""
    words = tokens.words
    end = index
    while (
        end < tokens.count
        and words[end][0].isupper()
        and is_word(words[end])
        and (
            not is_vietnamese(words[end])
            or (words[end].isascii() and tokens.lows[end] not in NOT_IN_NAMES and end > index - 1)
        )
        and (end == index or tokens.starts[end] == tokens.ends[end - 1] + 1)
        and not (len(words[end]) > 1 and words[end].isupper())
    ):
        if end > index and match_place(tokens, end) is not None and words[end].isascii() is False:
            break
        end += 1
    end = max(end, index + 1)
    while (
        end > index + 1 and is_vietnamese(words[end - 1]) and words[end][:1].isupper() and capital_syllable(tokens, end)
    ):
        end -= 1  # the next name begins
    kept = [word for word in words[index:end] if word.lower() not in LOANWORDS and len(word) > 1]
    if not kept:
        return end
    plain = [fold(strip(word)) for word in kept]
    parts = tuple((word, *exonyms().get(word, ())) for word in plain)
    if starts_sentence(tokens, index) and is_vietnamese(words[index]) and len(parts) < 2:
        return end  # a Vietnamese word with the capital of the sentence
    titled = index > 0 and tokens.lows[index - 1] in title_ends()
    kind: FactKind = "person" if titled else "name"
    text = tokens.slice(index, end)
    out.append(make(tokens, index, end, kind, fold(text), (parts,), english=(text,)))
    return end


def is_word(word: str) -> bool:
    """True for letters only; an apostrophe may stand among them: "O'Shannessy"."""
    return word.replace("'", "").replace("’", "").isalpha()


def strip(word: str) -> str:
    """The word without its possessive ending."""
    return word[:-2] if word.endswith(("'s", "’s")) else word


def read_acronym(tokens: Tokens, index: int, out: list[Fact]) -> int:
    """An acronym: translated by the table, or kept; the index after it."""
    word = tokens.words[index]
    if word in acronyms():
        english = acronyms()[word]
        if english:
            keys = tuple(phrase_key(form) for form in english)
            out.append(make(tokens, index, index + 1, "acronym", word, ((keys,),), english=english))
        return index + 1
    roman = set(word) <= set("IVXLC")
    shouting = (tokens.words[index - 1].isupper() and len(tokens.words[index - 1]) > 1 and index > 0) or (
        tokens.words[index + 1].isupper() and len(tokens.words[index + 1]) > 1
    )
    if (
        roman
        or shouting
        or not word.isascii()
        or word.lower() in LOANWORDS
        or (tokens.glued(index + 1) and tokens.lows[index + 1] in "&/")
    ):
        return index + 1
    out.append(make(tokens, index, index + 1, "acronym", word, (((fold(word),),),), english=(word,)))
    return index + 1
