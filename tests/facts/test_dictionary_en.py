"""What counts as English: entries, their forms, compounds; no given names, nothing garbled."""

import pytest

from summarizer.facts.dictionary_en import entries, is_english, is_name, is_slip, stems


@pytest.mark.parametrize(
    "word",
    [
        "minister", "walked", "leaders", "interestingly", "monday", "bolivians", "buddhist",
        "sealion", "crimestoppers",  # two words written as one
        "denuclearize", "transatlantic",  # with a prefix
        "assoc", "covid",  # an abbreviation, a young word
    ],
)  # fmt: skip
def test_english_words(word: str) -> None:
    assert is_english(word)


@pytest.mark.parametrize("word", ["hsievih", "massavi", "steve", "savilla", "bao", "vua", "guizhou", ""])
def test_other_words(word: str) -> None:
    assert not is_english(word)


def test_names_are_known_apart_from_words() -> None:
    assert is_name("ethelred")
    assert is_name("bologna")
    assert not is_name("aria")  # a word, no name
    assert not is_name("etherlred")


@pytest.mark.parametrize(
    ("word", "slip"), [("transportaion", True), ("novemeber", True), ("tribine", False), ("indusvisional", False)]
)
def test_one_wrong_letter_of_a_long_word_is_a_slip(word: str, slip: bool) -> None:
    assert is_slip(word) is slip


def test_no_entry_can_be_derived_from_another() -> None:
    words = entries("word")
    assert len(words) > 40_000
    assert not [word for word in words if any(stem in words for stem in stems(word))]
