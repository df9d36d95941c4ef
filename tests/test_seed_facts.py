"""The lists of key facts hold what the articles say, accept a right translation and refuse a wrong one."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Callable
from itertools import pairwise
from typing import get_args

import pytest
from fact_lists import (
    PATTERN_PREFIX,
    SEEDS,
    KeyFact,
    article_file,
    article_names,
    compile_form,
    fold,
    list_file,
    load,
    load_references,
    seed_names,
)

from summarizer.facts.base import FactKind

DATE_LINE = re.compile(r"\s*date \d{4}-\d{2}(?:-\d{2})?\s")  # "date 2024-02 Tại Hội nghị"
LIST_DASH = re.compile(r"^- ", re.MULTILINE)  # before a turn of an interview
SENTENCE_END = re.compile(r"[.?!][\"”]? |\n")  # "đất nước. Đặc biệt"
ABBREVIATIONS = ("TS.", "TP.", "PGS.", "GS.")  # their points end no sentence
MARKED_FIGURE = re.compile(r"\d[.,]\d")  # "1.500", "3,05"
NAME_KINDS = {"person", "place", "organization"}
FIGURE_KINDS = {"number", "percent", "money", "quantity", "range", "date", "time", "ordinal", "reference"}
UNITS = {"c", "dong", "h", "km", "m", "mm", "usd"}  # written alike in both languages

FACTS = {name: load(name) for name in (*seed_names(), *article_names())}
EVERY_FACT = [
    pytest.param(name, fact, id=f"{name}-{number}-{fact.kind}")
    for name, facts in FACTS.items()
    for number, fact in enumerate(facts, 1)
]


def read_article(name: str) -> str:
    return article_file(name).read_text("utf-8")


def find_reference(name: str, fact: KeyFact) -> str:
    """The human translation of the sentence that holds the fact."""
    [english] = [english for source, english in load_references(name).items() if fact.sentence in source]
    return english


def replace_words(text: str, replacements: dict[str, str]) -> str:
    """`text` with whole words replaced, longest first, in lower case."""
    longest_first = sorted(replacements, key=len, reverse=True)
    return re.sub(rf"\b({'|'.join(longest_first)})\b", lambda match: replacements[match[0]], text.lower())


# What a careless translator does to a fact of each kind; its list must notice.

NEXT_WORD: dict[str, str] = {}
for series in (
    "one two three four five six seven eight nine ten eleven twelve one",
    "first second third fourth fifth sixth seventh eighth ninth tenth first",
    "january february march april may june july august september october november december january",
    "half quarter half",
    "tuesday saturday tuesday",
    "morning night morning",
):
    NEXT_WORD |= dict(pairwise(series.split()))
NEXT_WORD |= {"a third": "a fifth", "one third": "one fifth", "two thirds": "two fifths", "thirds": "fifths"}
OPPOSITE = {
    "higher": "lower", "lower": "higher", "fewer": "more", "more": "fewer", "up": "down", "rose": "fell",
    "risen": "fallen", "fell": "rose", "grew": "shrank", "grows": "shrinks", "below": "above", "cut": "raised",
}  # fmt: skip
HEDGES = (
    "more than", "less than", "nearly", "about", "over", "under", "below", "at least", "most of", "most", "above",
)  # fmt: skip
NEGATIONS = ("not", "no", "never", "none", "without", "cannot", "does not", "did not", "anyone", "one behind")


def shift_figures(english: str) -> str:
    """Every digit and number word is another one: 18 of 24 -> 29 of 35."""
    return re.sub(r"\d", lambda match: str((int(match[0]) + 1) % 10), replace_words(english, NEXT_WORD))


def move_marks(english: str) -> str:
    """Points group thousands and commas mark decimals, as in Vietnamese: 1.5 -> 1,5."""
    return re.sub(r"(?<=\d)[.,](?=\d)", lambda match: "," if match[0] == "." else ".", english)


def reverse_direction(english: str) -> str:
    return replace_words(english, OPPOSITE)


def drop_hedges(english: str) -> str:
    return replace_words(english, dict.fromkeys(HEDGES, ""))


def drop_negations(english: str) -> str:
    return replace_words(english, dict.fromkeys(NEGATIONS, ""))


def drop_quotation_marks(english: str) -> str:
    return english.replace('"', "")


def garble_names(english: str) -> str:
    """Every word loses its first letter: To Lam -> o am."""
    return re.sub(r"\w+", lambda match: match[0][1:], english)


MISTAKES: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(FIGURE_KINDS, shift_figures),
    **dict.fromkeys(NAME_KINDS, garble_names),
    "direction": reverse_direction,
    "approximation": drop_hedges,
    "negation": drop_negations,
    "quote": drop_quotation_marks,
}


def test_every_seed_has_a_list_and_every_list_a_seed() -> None:
    assert seed_names() == sorted(path.stem for path in SEEDS.glob("*.txt"))
    assert len(seed_names()) >= 6
    assert len(article_names()) >= 10


def test_the_given_article_is_untouched() -> None:
    digest = hashlib.sha256((SEEDS / "lao-cai-2024-02.txt").read_bytes()).hexdigest()
    assert digest == "742a11a0d2e9cf1d40313c9dd76aa18677f2eac9756c7fff6e582be1bb285753"


@pytest.mark.parametrize("name", FACTS)
def test_a_list_is_long_and_ranked(name: str) -> None:
    facts = FACTS[name]
    assert 25 <= len(facts) <= 45 if name in seed_names() else 14 <= len(facts) <= 20
    assert sum(fact.top for fact in facts) == 8
    assert [(fact.rank, fact.top) for fact in facts if fact.rank is not None] == [(1, True)]
    assert len({(fact.kind, fact.source, fact.sentence) for fact in facts}) == len(facts)


@pytest.mark.parametrize("name", FACTS)
def test_a_list_has_no_unknown_keys(name: str) -> None:
    tables = tomllib.loads(list_file(name).read_text("utf-8"))
    assert set(tables) == {"fact", "sentence"}
    assert all(set(table) == {"source", "english"} for table in tables["sentence"])


@pytest.mark.parametrize("name", FACTS)
def test_the_reference_translation_covers_the_article(name: str) -> None:
    sentences = load_references(name)
    article = LIST_DASH.sub("", DATE_LINE.sub("", read_article(name), count=1))
    assert "".join("".join(sentences).split()) == "".join(article.split())
    assert all(re.search("[a-z]", english) for english in sentences.values())


@pytest.mark.parametrize("name", FACTS)
def test_facts_follow_the_article(name: str) -> None:
    sentences = list(load_references(name))
    places = [next(i for i, sentence in enumerate(sentences) if fact.sentence in sentence) for fact in FACTS[name]]
    assert places == sorted(places)


@pytest.mark.parametrize(("name", "fact"), EVERY_FACT)
def test_a_fact_stands_in_one_place(name: str, fact: KeyFact) -> None:
    assert read_article(name).count(fact.sentence) == 1
    assert fact.source in fact.sentence
    ends = [end for end in SENTENCE_END.finditer(fact.sentence.strip())
            if not fact.sentence[: end.start() + 1].endswith(ABBREVIATIONS)]  # fmt: skip
    assert ends == []


@pytest.mark.parametrize(("name", "fact"), EVERY_FACT)
def test_a_fact_is_well_formed(name: str, fact: KeyFact) -> None:
    assert fact.kind in get_args(FactKind)
    assert fact.english
    for form in (*fact.english, *fact.forbidden):
        assert form.isascii(), "accents are folded: write the form without"
        assert form == form.strip()
        assert not compile_form(form).search(""), "the form accepts everything"
    plain = [form for form in fact.english if not form.startswith(PATTERN_PREFIX)]
    if fact.kind not in NAME_KINDS:
        for form in plain:
            words = set(re.findall("[a-z]+", fold(form))) - UNITS
            assert not words or not words <= set(re.findall("[a-z]+", fold(fact.source))), "no English form"


@pytest.mark.parametrize(("name", "fact"), EVERY_FACT)
def test_a_right_translation_keeps_the_fact(name: str, fact: KeyFact) -> None:
    assert fact.kept_in(find_reference(name, fact))


@pytest.mark.parametrize(("name", "fact"), EVERY_FACT)
def test_a_wrong_translation_loses_the_fact(name: str, fact: KeyFact) -> None:
    english = find_reference(name, fact)
    wrong = MISTAKES[fact.kind](english)
    assert wrong != english
    assert not fact.kept_in(wrong), wrong
    assert not fact.kept_in("")


@pytest.mark.parametrize(("name", "fact"), [case for case in EVERY_FACT if MARKED_FIGURE.search(case.values[1].source)])
def test_a_figure_with_vietnamese_marks_is_lost(name: str, fact: KeyFact) -> None:
    assert not fact.kept_in(move_marks(find_reference(name, fact)))


@pytest.mark.parametrize(("name", "fact"), [case for case in EVERY_FACT if case.values[1].kind == "money"])
def test_a_sum_with_another_scale_word_is_lost(name: str, fact: KeyFact) -> None:
    scales = {"million": "billion", "billion": "trillion", "trillion": "billion", "dong": "million dong"}
    assert not fact.kept_in(replace_words(find_reference(name, fact), scales))


@pytest.mark.parametrize(("name", "fact"), [case for case in EVERY_FACT if case.values[1].kind == "person"])
def test_a_name_in_another_order_is_lost(name: str, fact: KeyFact) -> None:
    for form in fact.english:
        if not form.startswith(PATTERN_PREFIX):
            assert fact.kept_in(f"On Monday {form} spoke.")
            assert len(form.split()) == 1 or not fact.kept_in(f"On Monday {' '.join(reversed(form.split()))} spoke.")


@pytest.mark.parametrize(
    ("form", "sentence", "kept"),
    [
        ("1.5 trillion dong", "It set aside about VND1.5 trillion.", True),
        ("1.5 trillion dong", "It set aside about 1.5 trillion Vietnamese đồng.", True),
        ("1,500 billion dong", "a 1,500-billion-dong fund", True),
        ("1.5 trillion dong", "It set aside 11.5 trillion dong.", False),  # inside a longer number
        ("1,500 billion dong", "It set aside 1.500 billion dong.", False),  # the point is a decimal mark in English
        ("20-50 million dong", "grants of VND20–50 million each", True),
        ("$20.8 billion", "a surplus of US$20.8bn", True),
        ("$20.8 billion", "a surplus of USD 20.8 billion", True),
        ("$20.8 billion", "a surplus of 20.8 billion U.S. dollars", True),
        ("$20.8 billion", "a surplus of 20.8 billion dong", False),  # another currency
        ("22 February", "on the morning of Feb. 22nd, the minister", True),
        ("22 February", "this morning, the 22nd of February", True),
        ("22 February", "on 22 February 2024", True),
        ("22 February", "on February 2, 2022", False),
        ("re:26 june (and|-) ?27", "on June 26 and 27", True),
        ("re:26 june (and|-) ?27", "on June 26–27", True),
        ("31 December 2024", "until December 31, 2024, under", True),
        ("31 December 2024", "until the end of December 31, 15 ministries", False),  # the year is lost
        ("5%", "up 5 per cent", True),
        ("5%", "up 3.5%", False),
        ("re:15%? ?(-|to) ?20%", "a rise of 15 – 20 percent", True),
        ("re:15%? ?(-|to) ?20%", "from 15% to 20%", True),
        ("39.5°C", "39.5 degrees Celsius", True),
        ("re:6:45 pm", "at 6:45 p.m. on Thursday", True),
        ("To Lam", "Minister Tô Lâm’s visit", True),
        ("To Lam", "to lambs", False),  # inside a longer word
        ("12 fold", "a 12‑fold rise", True),  # a no-break hyphen
        ("18", "18.5 of them", False),
        ('re:"we must', "He said: “We must go”", True),
    ],
)
def test_kept_in(form: str, sentence: str, kept: bool) -> None:
    fact = KeyFact(kind="number", source="x", sentence="x", english=(form,))
    assert fact.kept_in(sentence) is kept


def test_a_forbidden_form_outweighs_an_accepted_one() -> None:
    fact = KeyFact(kind="person", source="x", sentence="x", english=("minister",), forbidden=("deputy minister",))
    assert fact.kept_in("The Minister said")
    assert not fact.kept_in("The Deputy Minister said")
    assert not fact.kept_in("The vice-minister and the deputy-minister said")
