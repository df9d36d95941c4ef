"""When two words are one name, and when a letter makes another of it."""

import pytest

from summarizer.facts import compare
from summarizer.facts.spelling import inflected, resembles, same_name


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("copernicus", "copernican"),
        ("sikh", "sikhism"),
        ("venezuela", "venezuelans"),
        ("gaddafi", "qaddafi"),
        ("paolo", "paulo"),
        ("valetta", "valletta"),
        ("sergey", "sergei"),
        ("etherlred", "ethelred"),  # the source misspells a name that English knows
        ("latinh", "latin"),
    ],
)
def test_one_name(name: str, word: str) -> None:
    assert same_name(name, word)


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("arias", "aria"),
        ("hsieh", "hsievih"),
        ("sevilla", "savilla"),
        ("provenzano", "provenza"),
        ("kalousis", "kalusis"),
        ("sharipov", "sharikov"),
        ("uighur", "oighhur"),
        ("marie", "maria"),  # both are names
        ("johnson", "john"),
        ("johnson", "johnston"),
        ("xi", "xin"),
        ("", "a"),
        ("massa", ""),
    ],
)
def test_two_names(name: str, word: str) -> None:
    assert not same_name(name, word)


def test_places_have_the_endings_of_their_peoples() -> None:
    assert inflected("hungary", "hungarian")
    assert inflected("maldives", "maldivian")
    assert not inflected("iran", "iraq")


def test_what_a_bad_translation_makes_of_a_name_is_no_english_word() -> None:
    assert resembles("thrashers", "thashers")
    assert not resembles("thrashers", "thrushes")
    assert not resembles("vidal", "savilla")


@pytest.mark.parametrize(
    ("source", "translation", "written"),
    [
        ("Jaromir Jagr lập kỷ lục", "Jarmir Jagr set a record", "Jarmir Jagr"),  # whole, so that it can be replaced
        ("hãng luật Mossack Fonseca", "the law firm Mosack Fonscaca", "Mosack Fonscaca"),
        ("Vidal đã rời Sevilla", "Vidal left Savilla", "Savilla"),
        ("làng Phondey", "the village of Phodney", "Phodney"),
    ],
)
def test_a_misspelled_name_is_changed(source: str, translation: str, written: str) -> None:
    (problem,) = compare(source, translation).problems
    assert (problem.status, problem.target and problem.target.text) == ("changed", written)
