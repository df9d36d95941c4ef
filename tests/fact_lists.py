"""The key facts of articles, as people listed them, and whether an English sentence keeps one.

tests/facts/NAME.toml, for seeds/NAME.txt, and tests/articles/NAME.toml, for the article beside it, hold `[[fact]]`
tables (see `KeyFact`) and `[[sentence]]` tables: every sentence of the article with a human English translation.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

SEEDS = Path(__file__).parent.parent / "seeds"
SEED_LISTS = Path(__file__).parent / "facts"
ARTICLES = Path(__file__).parent / "articles"
PATTERN_PREFIX = "re:"  # a form that starts so is a regular expression on the folded sentence

# "re:{about} 18" stands for "about 18", "around 18" ...: the ways to say one thing, in folded writing
WORD_GROUPS = {
    "about": r"about|around|approximately|approx\.?|roughly|some|nearly|almost|close to|nearing|an estimated"
    r"|estimated(?: at)?|in the region of",
    "near": r"nearly|almost|close to|nearing|approaching|just (?:under|below|short of)|about|around|approximately"
    r"|roughly|some",
    "more": r"more than|over|above|upwards? of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|in excess of|greater than"
    r"|higher than|beyond",
    "under": r"under|below|less than|fewer than|lower than|not (?:yet )?(?:reach(?:ed)?|exceed(?:ing)?)",
    "up": r"up|ris(?:e|es|en|ing)|rose|grow(?:s|n|ing|th)?|grew|increas(?:e|es|ed|ing)|expan(?:d|ds|ded|ding|sion)"
    r"|gain(?:s|ed)?|climb(?:s|ed)?|higher|jump(?:s|ed)?|surg(?:e|es|ed)|advanc(?:e|es|ed)",
    "down": r"down|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)"
    r"|lower(?:ed|ing|s)?|reduc(?:e|es|ed|ing|tion)|cuts?|shr[aiu]nk|slid|dip(?:ped|s)?|plung(?:e|ed)|fewer|less",
    "not": r"no|not|never|without|none|neither|nor|nobody|cannot|\w+n't|refus(?:e|es|ed)|avoid|yet to"
    r"|fail(?:s|ed)? to|lack(?:s|ed)?|free",
}

TYPOGRAPHY = str.maketrans({
    "‘": "'", "’": "'", "“": '"', "”": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "đ": "d", "Đ": "D",
})  # fmt: skip
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTH = "(" + "|".join(MONTHS) + ")"
DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?:,? (\d{4})\b)?"
SUM = r"(\d+(?:\.\d+)?(?:-\d+(?:\.\d+)?)?(?: (?:thousand|million|billion|trillion))*)\b"

# The folding rules in order, each with an example.
RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"\s+", " "),  # no-break and thin spaces, line ends
        (r"(?<=\d),(?=\d{3}(?!\d))", ""),  # 1,500 -> 1500
        (r"\bu\.s\.(?=\W)", "us"),  # U.S. dollars -> us dollars
        (r" ?(?:%|\bper ?cent\b)", "%"),  # 7.4 per cent -> 7.4%
        (r"(?<=[\d%]) ?- ?(?=\d)", "-"),  # 15 - 20% -> 15-20%
        (r"(?<=\w)-(?=[a-z])|(?<=[a-z])-(?=\w)|(?<=[a-z]) - (?=[a-z])", " "),  # 12-year -> 12 year
        (r"(?<=\d) ?bn\b", " billion"),  # 20.8bn -> 20.8 billion
        (r"(?<=\d) ?([ap])\.? ?m\b\.?", r" \1m"),  # 6:45 p.m. -> 6:45 pm
        (r" ?(?:° ?c\b|\bdegrees? (?:celsius|centigrade|c)\b)", " celsius"),  # 39.5 °C -> 39.5 celsius
        (r"\b(?:vietnam(?:ese)? )?dongs?\b|\bvnd\b|\bvnd(?=\d)", "dong"),  # VND -> dong
        (r"\b(?:us )?dollars?\b|\busd\b|\busd(?=\d)|\b(?:us ?)?\$|(?<!\w)\$", "usd"),  # US$ -> usd
        (rf"\b(dong|usd) ?{SUM}(?! (?:dong|usd)\b)", r"\2 \1"),  # dong 1.5 trillion -> 1.5 trillion dong
        *((rf"\b{month[:3]}(?:t?\.|t)?(?= \d|$|[ ,;)])", month) for month in MONTHS if month != "may"),  # feb.
        (rf"(?<!\d )\b{MONTH} {DAY}\b(?![.:]\d|%){YEAR}", r"\2 \1 \3"),  # february 22nd, 2024 -> 22 february 2024
        (rf"\b{DAY} (?:of )?{MONTH}\b{YEAR}", r"\1 \2 \3"),  # 22nd of february -> 22 february
        (r" +", " "),
        (r" (?=[,.;:!?)])", ""),
    )
)


def fold(text: str) -> str:
    """`text` in the one writing in which forms and sentences are compared; the values stay.

    Lower case without accents, plain quotes, dashes and spaces, no thousands separators, "%" for percent, "1.5 trillion
    dong" for "VND1.5 trillion", "5 usd" for "$5", "22 february 2024" for "Feb. 22nd, 2024", "12 year" for "12-year".
    """
    letters = unicodedata.normalize("NFKD", text).translate(TYPOGRAPHY)
    folded = "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()
    for pattern, replacement in RULES:
        folded = pattern.sub(replacement, folded)
    return folded.strip()


@cache
def compile_form(form: str) -> re.Pattern[str]:
    """The pattern that finds `form` in a folded sentence, never inside a longer word or number.

    Raises:
        re.error: `form` is marked as a regular expression and is none.
        KeyError: it names a word group that does not exist.
    """
    if form.startswith(PATTERN_PREFIX):
        body = form.removeprefix(PATTERN_PREFIX)
        body = re.sub(r"\{([a-z]+)\}", lambda match: rf"\b(?:{WORD_GROUPS[match[1]]})", body)
    else:
        body = re.escape(fold(form))
    # "5%" is not in "3.5%", "18" not in "18.5", "lam" not in "lamp"; a form may start or end with a mark
    return re.compile(rf"(?:(?<!\w)|(?!\w))(?<!\d[.,])(?:{body})(?:(?<!\w)|(?!\w))(?![.,]\d)")


@dataclass(frozen=True, slots=True)
class KeyFact:
    """One fact of an article that its translation must keep."""

    kind: str  # one of facts.base.FactKind
    source: str  # as the article writes it
    sentence: str  # a piece of its sentence that holds `source` and stands once in the article
    english: tuple[str, ...]  # accepted forms: plain text, or a regular expression marked "re:"
    forbidden: tuple[str, ...] = ()  # known wrong forms: one of them and the fact is lost
    top: bool = False  # one of the eight that matter most
    rank: int | None = None  # 1 for the fact that the lead is about

    def kept_in(self, english_sentence: str) -> bool:
        """True when the sentence holds an accepted form and no forbidden one; accents, quotes, dashes do not count."""
        folded = fold(english_sentence)
        if any(compile_form(form).search(folded) for form in self.forbidden):
            return False
        return any(compile_form(form).search(folded) for form in self.english)


def seed_names() -> list[str]:
    """The seeds that have a list, e.g. "lao-cai-2024-02"."""
    return sorted(path.stem for path in SEED_LISTS.glob("*.toml"))


def article_names() -> list[str]:
    """The further articles, each of another field, e.g. "bong-da-2025-05"."""
    return sorted(path.stem for path in ARTICLES.glob("*.toml"))


def article_file(name: str) -> Path:
    """Where the text of a seed or a further article is."""
    return next(folder / f"{name}.txt" for folder in (SEEDS, ARTICLES) if (folder / f"{name}.txt").is_file())


def list_file(name: str) -> Path:
    """Where the list of a seed or a further article is."""
    return next(folder / f"{name}.toml" for folder in (SEED_LISTS, ARTICLES) if (folder / f"{name}.toml").is_file())


def load(name: str) -> list[KeyFact]:
    """The facts of one article in the order of the article.

    Raises:
        TypeError: a table lacks a key or has an unknown one.
    """
    return [_build_fact(**table) for table in _read_list(name)["fact"]]


def load_references(name: str) -> dict[str, str]:
    """Every sentence of one article -> its human English translation, in reading order."""
    return {table["source"]: table["english"] for table in _read_list(name)["sentence"]}


def _read_list(name: str) -> dict[str, Any]:
    return tomllib.loads(list_file(name).read_text("utf-8"))


def _build_fact(*, english: list[str], forbidden: Sequence[str] = (), **values: Any) -> KeyFact:
    return KeyFact(english=tuple(english), forbidden=tuple(forbidden), **values)
