"""Which terms are found, which entry wins, and that the glossary of the package is sound."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import summarizer.glossary
from summarizer.errors import GlossaryError
from summarizer.glossary import Entry, Glossary, fold, load_glossary, parse, respell

SHIPPED = sorted((Path(summarizer.glossary.__file__).parent / "data").glob("glossary_*.tsv"))


def make(*rows: str) -> Glossary:
    """A glossary of rows such as "tỉnh ủy = Provincial Party Committee"."""
    return Glossary(Entry(*(cell.strip() for cell in row.split("="))) for row in rows)


def find(glossary: Glossary, text: str) -> list[tuple[str, str]]:
    """The terms as the text has them, each with its English."""
    return [(text[term.start_char : term.end_char], term.entry.target) for term in glossary.find(text)]


# ---- which term is found


def test_the_longest_match_wins():
    glossary = make("UBND = PC", "Chủ tịch = President", "Chủ tịch UBND tỉnh = Chairman", "tỉnh = province")
    assert find(glossary, "Chủ tịch UBND tỉnh và UBND huyện, Chủ tịch tỉnh.") == [
        ("Chủ tịch UBND tỉnh", "Chairman"),
        ("UBND", "PC"),
        ("Chủ tịch", "President"),
        ("tỉnh", "province"),
    ]


def test_a_longer_term_that_begins_later_does_not_overlap():
    glossary = make("công an tỉnh = provincial police", "tỉnh Lào Cai = Lao Cai Province", "an tỉnh Lào = x")
    assert find(glossary, "công an tỉnh Lào Cai") == [("công an tỉnh", "provincial police")]


def test_of_matches_that_overlap_the_cover_of_most_words_is_taken():
    glossary = make("tổng thống = president", "thống nhất = agree", "nhất trí = agree", "tổng = all")
    assert [source for source, _ in find(glossary, "tổng thống nhất trí")] == ["tổng thống", "nhất trí"]
    assert [source for source, _ in find(glossary, "tổng thống nhất nước")] == ["tổng", "thống nhất"]


words = st.sampled_from(["bộ", "công", "an", "tỉnh", "Bộ", "hoà", "hòa", "TP.HCM", ",", "-", "  ", "\n"])


@given(st.lists(st.lists(words, min_size=1, max_size=4).map(" ".join), max_size=8), st.lists(words).map(" ".join))
def test_terms_come_in_order_without_overlap_and_are_their_entries(sources: list[str], text: str):
    glossary = Glossary(Entry(" ".join(source.split()), "x") for source in sources if any(map(str.isalnum, source)))
    position = 0
    for term in glossary.find(text):
        assert position <= term.start_char < term.end_char <= len(text)
        assert fold(text[term.start_char : term.end_char]) == fold(term.entry.source)
        position = term.end_char


@pytest.mark.parametrize(
    ("source", "text", "is_found"),
    [
        ("hội nghị", "Hội nghị", True),  # a source in lower case stands for any case
        ("hội nghị", "HỘI NGHỊ", True),
        ("Đoàn", "Đoàn", True),
        ("Đoàn", "đoàn", False),  # the Youth Union, not a delegation
        ("TAND", "TAND", True),
        ("TAND", "tand", False),
        ("TP.HCM", "TP.HCM", True),  # what stands between two words belongs to the term
        ("TP.HCM", "TP HCM", False),
        ("GD&ĐT", "Sở GD&ĐT họp", True),
        ("bộ công an", "bộ  công\nan", True),  # a wrapped line
        ("bộ công an", "bộ, công an", False),
        ("an", "Ban an toàn", True),
        ("an", "Ban toàn quốc", False),  # whole words only
    ],
)
def test_the_case_and_the_marks_of_a_term(source: str, text: str, is_found: bool):
    assert bool(make(f"{source} = x").find(text)) == is_found


def test_decomposed_sources_are_composed():
    assert find(Glossary([Entry(unicodedata.normalize("NFD", "tỉnh ủy"), "x")]), "tỉnh ủy") == [("tỉnh ủy", "x")]


# ---- two spellings of one syllable

SPELLINGS = [
    ("uỷ", "ủy"),
    ("toà", "tòa"),
    ("hoá", "hóa"),
    ("thuỷ", "thủy"),
    ("khoẻ", "khỏe"),
    ("hoạ", "họa"),
    ("thuỵ", "thụy"),
    ("kì", "kỳ"),
    ("lí", "lý"),
    ("sĩ", "sỹ"),
    ("mĩ", "mỹ"),
    ("tỉ", "tỷ"),
    ("hi", "hy"),
    ("quí", "quý"),
    ("qúy", "quý"),
]
DISTINCT = [
    ("tai", "tay"),  # ear, hand
    ("tuỷ", "tuỉ"),
    ("tuý", "túi"),
    ("thúi", "thúy"),
    ("mùa", "muà"),  # ua is written in one way only
    ("hoán", "hóan"),  # so is a syllable with a final consonant
    ("ý", "í"),
    ("thi", "thy"),
    ("vi", "vy"),
    ("má", "mà"),
    ("hòa", "hóa"),
]


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_both_spellings_find_the_entry(one: str, other: str):
    for change in (str.lower, str.capitalize, str.upper):
        first, second = change(f"{one} ban"), change(f"{other} ban")
        assert fold(first) == fold(second)
        for source, text in ((first, second), (second, first)):
            assert find(make(f"{source} = x"), f"một {text}, hai") == [(text, "x")]
    assert not make(f"{one.upper()} = x").find(other)  # the case rule holds


@pytest.mark.parametrize(("one", "other"), DISTINCT)
def test_other_syllables_stay_distinct(one: str, other: str):
    assert fold(one) != fold(other)


@given(st.text(st.sampled_from("aeiouyàáòóỏùúủÒÓỦỳýỷÝỲhklmqstnTHQKL .-\n\u0300\u212a")) | st.text())
def test_respelling_moves_no_character(text: str):
    alike = respell(text)
    assert len(alike) == len(text)
    assert respell(alike) == alike
    assert [char.isalnum() for char in alike] == [char.isalnum() for char in text]


# ---- which entry wins


@pytest.mark.parametrize(
    ("rows", "target"),
    [
        (["tỉnh ủy = A", "tỉnh ủy = B"], "B"),  # the later one
        (["tỉnh ủy = A", "tỉnh uỷ = B"], "B"),  # also in the other spelling,
        (["Tỉnh ủy = A", "tỉnh ủy = B"], "B"),  # and in another case
        (["tỉnh ủy = A", "tỉnh ủy ="], None),  # without English: removed
        (["tỉnh ủy = A", "tỉnh ủy =", "tỉnh ủy = B"], "B"),
        (["tỉnh ủy ="], None),
    ],
)
def test_a_later_entry_replaces_or_removes_an_earlier_one(rows: list[str], target: str | None):
    glossary = make(*rows)
    assert [entry.target for entry in glossary] == ([] if target is None else [target])
    assert len(glossary) == len(list(glossary))
    assert find(glossary, "tỉnh ủy") == ([] if target is None else [("tỉnh ủy", target)])


def test_a_file_of_the_user_overrides_removes_and_adds(tmp_path: Path):
    entries = {entry.source: entry.target for entry in load_glossary()}
    own = tmp_path / "own.tsv"
    own.write_text("\ufeffsource\ttarget\n# mine\n\nUBND\tPC\nTAND\t\ntrạm không gian vịt\tduck station\n", "utf-8")
    glossary = load_glossary(own)
    changed = {entry.source: entry.target for entry in glossary}
    assert entries["UBND"] != "PC"
    assert entries["TAND"]
    assert changed == {key: word for key, word in entries.items() if key != "TAND"} | {
        "UBND": "PC",
        "trạm không gian vịt": "duck station",
    }
    assert glossary.digest != load_glossary().digest


def test_the_digest_tells_apart_what_translates_differently():
    glossaries = [
        make(),
        make("a = x"),
        make("a = y"),
        make("b = x"),
        make("A = x"),
        make("a = x", "b = x"),
        Glossary([Entry("a", "x\nb\tx")]),
    ]
    digests = [glossary.digest for glossary in glossaries]
    assert len(set(digests[:6])) == 6
    assert all(len(digest) == 8 and int(digest, 16) >= 0 for digest in digests)
    assert make("a = x", "b = y").digest == make("b = y", "a = x").digest  # the order does not matter


# ---- files


def test_the_columns_of_a_file():
    text = "source\ttarget\tfield\torigin\tnote\nTAND\tPeople's Court\tlaw\tusage\tTA\n# no term\n \nUBND\tPC\n"
    assert parse("own.tsv", text) == [
        Entry("TAND", "People's Court", "law", "usage", "TA"),
        Entry("UBND", "PC"),
    ]
    assert parse("own.tsv", 'a "b\tc "d"\n') == [Entry('a "b', 'c "d"')]  # a quote mark is a quote mark


@pytest.mark.parametrize(
    ("text", "number", "found"),
    [
        ("a\tb\nTAND People's Court\n", 2, "TAND People's Court"),  # spaces instead of a tab
        ("# terms\n\na\n", 3, "a"),
        ("\tPeople's Court\n", 1, " People's Court"),
        ("...\tellipsis\n", 1, "... ellipsis"),  # no word: could never be found
    ],
)
def test_a_malformed_line_is_named(tmp_path: Path, text: str, number: int, found: str):
    own = tmp_path / "own.tsv"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(GlossaryError) as caught:
        load_glossary(own)
    assert str(caught.value) == f"{own}, line {number}: expected 'Vietnamese<TAB>English', found '{found}'"


@pytest.mark.parametrize("content", [None, "Bộ".encode("utf-16")])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None):
    own = tmp_path / "own.tsv"
    if content is not None:
        own.write_bytes(content)
    with pytest.raises(GlossaryError, match=r"^.*own\.tsv: cannot be read as UTF-8 text \(.*\)$"):
        load_glossary(own)


# ---- the glossary of the package


def read_shipped() -> list[tuple[str, Entry]]:
    """Every row with its place: ("glossary_state.tsv: TAND", Entry)."""
    rows = [(path.name, parse(path.name, path.read_text(encoding="utf-8"))) for path in SHIPPED]
    return [(f"{name}: {entry.source}", entry) for name, entries in rows for entry in entries]


def test_the_shipped_glossary_is_large_enough():
    assert len(load_glossary()) >= 500


def test_no_source_comes_twice():
    """One row a source, over all files, in any case and either spelling: of two, only one would be used."""
    places = defaultdict(list)
    for place, entry in read_shipped():
        places[fold(entry.source)].append(f"{place} = {entry.target}")
    assert [same for same in places.values() if len(same) > 1] == []


def test_every_row_is_found_by_its_own_source():
    glossary = load_glossary()
    found = {place: find(glossary, entry.source) for place, entry in read_shipped()}
    expected = {place: [(entry.source, entry.target)] for place, entry in read_shipped()}
    assert {place: terms for place, terms in found.items() if terms != expected[place]} == {}


def test_every_row_has_a_target_a_field_and_an_origin():
    assert [place for place, entry in read_shipped() if not (entry.target and entry.field and entry.origin)] == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_files_are_composed_and_clean(path: Path):
    text = path.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    header, *lines = text.splitlines()
    assert header.split("\t") == ["source", "target", "field", "origin", "note"]
    assert [line for line in lines if any(cell != " ".join(cell.split()) for cell in line.split("\t"))] == []
