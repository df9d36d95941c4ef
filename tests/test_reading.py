"""Which files are found, how they are decoded, and what is refused with which words."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from summarizer import reading
from summarizer.article import PartialDate
from summarizer.errors import InputError
from summarizer.reading import check_vietnamese, find_inputs, read_article, read_lines, read_text

ROOT = Path(__file__).parents[1]
DATA = Path(__file__).parent / "data"
SENTENCE = "Ngày 22/2, Bộ trưởng Tô Lâm thăm Lào Cai."


@pytest.fixture(autouse=True)
def in_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(*paths: str) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(SENTENCE, encoding="utf-8")


def feed_stdin(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="ascii"))


# ---- find_inputs


def test_a_folder_gives_its_texts_in_order() -> None:
    write(
        "news/b.txt", "news/a.md", "news/sub/c.TXT", "news/d.pdf", "news/.hidden.txt", "news/.git/e.txt", "news/Ă.txt"
    )
    assert find_inputs(["news"]) == ["news/a.md", "news/b.txt", "news/Ă.txt", "news/sub/c.TXT"]


def test_a_folder_keeps_its_readme_to_itself() -> None:
    write("news/README.md", "news/readme-vi.txt", "news/sub/Readme.TXT", "news/a.txt", "news/x-readme.md")
    assert find_inputs(["news"]) == ["news/a.txt", "news/x-readme.md"]
    assert find_inputs(["n*"]) == ["news/a.txt", "news/x-readme.md"]  # a folder that matches is searched alike
    assert find_inputs(["news/README.md", "news/*.txt"]) == ["news/README.md", "news/a.txt", "news/readme-vi.txt"]
    with pytest.raises(InputError, match=r"^news/sub: the folder holds no article"):
        find_inputs(["news/sub"])


def test_a_pattern_gives_its_matches_in_order() -> None:
    write("n/b.txt", "n/a.txt", "n/deep/c.txt", "n/x.srt")
    assert find_inputs(["n/*.txt"]) == ["n/a.txt", "n/b.txt"]
    assert find_inputs(["n/**/*.txt"]) == ["n/a.txt", "n/b.txt", "n/deep/c.txt"]
    assert find_inputs(["n/?.srt"]) == ["n/x.srt"]  # named by the user, so any suffix will do
    assert find_inputs(["n*"]) == ["n/a.txt", "n/b.txt", "n/deep/c.txt"]  # a folder that matches is searched


def test_a_file_may_have_any_suffix_and_signs_of_a_pattern() -> None:
    write("report.log", "[a].txt")
    assert find_inputs(["report.log", "[a].txt"]) == ["report.log", "[a].txt"]


def test_each_file_comes_once_in_the_order_given() -> None:
    write("n/a.txt", "n/b.txt")
    os.symlink("a.txt", "n/link.txt")
    assert find_inputs(["n/b.txt", "-", "n", "./n/b.txt", "-", "n/*.txt"]) == ["n/b.txt", "-", "n/a.txt"]


def test_no_input_gives_no_file() -> None:
    assert find_inputs([]) == []


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.txt", "missing.txt: no such file; check the path"),
        ("empty", "empty: the folder holds no article (.txt or .md, but README); name a file in it"),
        ("x/*.txt", "x/*.txt: no file matches the pattern; check it"),
    ],
)
def test_an_input_that_stands_for_nothing(name: str, message: str) -> None:
    Path("empty").mkdir()
    with pytest.raises(InputError) as error:
        find_inputs([name])
    assert str(error.value) == message
    write("good.txt")
    assert find_inputs(["good.txt", name]) == ["good.txt", name]  # the good file is done,
    with pytest.raises(InputError) as error:  # and reading the bad one says what is wrong
        read_text(name)
    assert str(error.value) == message


# ---- read_text


@pytest.mark.parametrize(
    "content",
    [
        SENTENCE.encode(),
        b"\xef\xbb\xbf" + SENTENCE.encode(),
        b"\xff\xfe" + SENTENCE.encode("utf-16-le"),
        b"\xfe\xff" + SENTENCE.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 little", "utf-16 big"],
)
def test_encodings(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_bytes(content)
    assert read_text("a.txt") == SENTENCE
    feed_stdin(monkeypatch, content)
    assert read_text("-") == SENTENCE


def test_the_text_is_not_changed() -> None:
    raw = "  a\r\nb\rc\u2028 hoà" + unicodedata.normalize("NFD", "ệ") + "\n\n"
    Path("a.txt").write_bytes(raw.encode())
    assert read_text("a.txt") == raw


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "empty; give a file with text"),
        (b"\xef\xbb\xbf", "empty; give a file with text"),
        (b" \n\t\r\n\xc2\xa0", "only blank space; give a file with text"),
        (b"PK\x03\x04\x00\x00", "a binary file (it holds NUL bytes); give a text file in UTF-8"),
        ("Bộ".encode("utf-16-le"), "a binary file (it holds NUL bytes); give a text file in UTF-8"),
        (b"abc\xe1\xba", "not UTF-8 text (byte 0xE1 at offset 3); save it as UTF-8"),
        (b"T\xf4 L\xe2m", "not UTF-8 text (byte 0xF4 at offset 1); save it as UTF-8"),
        (b"\xff\xfea", "not UTF-16 text (byte 0x61 at offset 2); save it as UTF-8"),
    ],
)
def test_content_that_is_no_text(content: bytes, problem: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_bytes(content)
    with pytest.raises(InputError) as error:
        read_text("a.txt")
    assert str(error.value) == f"a.txt: {problem}"
    feed_stdin(monkeypatch, content)
    with pytest.raises(InputError) as error:
        read_text("-")
    assert str(error.value) == f"standard input: {problem}"


def test_a_folder_is_no_text() -> None:
    write("news/a.txt")
    with pytest.raises(InputError) as error:
        read_text("news")
    assert str(error.value) == "news: a folder; name a file in it"


def test_the_size_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_FILE_BYTES", 1024**2)
    Path("full.txt").write_bytes(b"a" * 1024**2)
    assert len(read_text("full.txt")) == 1024**2
    Path("over.txt").write_bytes(b"a" * (1024**2 + 1))
    with pytest.raises(InputError) as error:
        read_text("over.txt")
    assert str(error.value) == "over.txt: larger than 1 MB; split it into articles"


def test_a_huge_file_is_not_held_in_memory() -> None:
    with open("huge.txt", "wb") as file:
        file.truncate(50 * 1024**3)  # sparse: no disk space
    with pytest.raises(InputError, match=r"^huge\.txt: larger than 20 MB; split it into articles$"):
        read_text("huge.txt")


def test_what_the_system_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.txt")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(InputError) as error:
        read_text("a.txt")
    assert str(error.value) == "a.txt: no permission to read it; change its permissions"


@pytest.mark.parametrize(
    ("path", "reason"),
    [("a.txt/b.txt", "not a directory"), ("n" * 300, "file name too long"), ("a\0b", "embedded null byte")],
)
def test_paths_that_cannot_be(path: str, reason: str) -> None:
    write("a.txt")
    with pytest.raises(InputError) as error:
        read_text(path)
    assert str(error.value) == f"{path}: cannot be read ({reason}); check the path"


# ---- check_vietnamese

OTHERS = [
    line.split("\t")
    for line in (DATA / "other_languages.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
VIETNAMESE = (DATA / "short_vietnamese.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("text", [text for _, text in OTHERS], ids=[language for language, _ in OTHERS])
def test_other_languages_are_refused(text: str) -> None:
    with pytest.raises(InputError) as error:
        check_vietnamese("a.txt", text)
    assert str(error.value) == "a.txt: no Vietnamese text; give an article in Vietnamese"


@pytest.mark.parametrize("text", VIETNAMESE)
def test_short_vietnamese_is_accepted(text: str) -> None:
    check_vietnamese("a.txt", text)
    check_vietnamese("a.txt", unicodedata.normalize("NFD", text))


def test_vietnamese_without_diacritics_has_its_own_message() -> None:
    text = "Ngay 22 thang 2, Bo truong To Lam tham va lam viec voi Ban Thuong vu Tinh uy Lao Cai, Viet Nam."
    with pytest.raises(InputError) as error:
        check_vietnamese("-", text)
    assert str(error.value) == "standard input: Vietnamese without its diacritics; give the text with them"


def test_damaged_letters_have_their_own_message() -> None:
    damaged = SENTENCE.encode().decode("cp1252", errors="replace")
    with pytest.raises(InputError) as error:
        check_vietnamese("a.txt", damaged)
    assert str(error.value) == ("a.txt: letters damaged by a wrong encoding ('á»' for 'ộ'); save the original as UTF-8")


def test_every_paragraph_of_the_seeds_is_vietnamese() -> None:
    paragraphs = [
        line for path in (ROOT / "seeds").glob("*.txt") for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert len(paragraphs) > 20
    for paragraph in filter(str.strip, paragraphs):
        if not paragraph.strip().startswith("date ") or len(paragraph) > 20:
            check_vietnamese("seed", paragraph)


def test_english_quotes_in_a_vietnamese_text_do_no_harm() -> None:
    check_vietnamese("a.txt", f'{SENTENCE} Ông viết trên X: "We will not stop until everyone is safe."')


# ---- read_article, read_lines


def test_read_article() -> None:
    article = read_article(str(ROOT / "seeds" / "lao-cai-2024-02.txt"))
    assert article.date == PartialDate(2024, 2)
    assert article.name == str(ROOT / "seeds" / "lao-cai-2024-02.txt")
    assert article.segments[0].text.startswith("Tại Hội nghị, Bộ trưởng Bộ Công an Tô Lâm")


def test_read_article_normalizes() -> None:
    Path("a.txt").write_bytes(b"\xef\xbb\xbf" + unicodedata.normalize("NFD", SENTENCE).encode() + b"\r\n")
    assert read_article("a.txt").text == SENTENCE + "\n"


def test_read_article_refuses_english() -> None:
    Path("a.txt").write_text("The minister visited the province on Thursday.", encoding="utf-8")
    with pytest.raises(InputError, match=r"^a\.txt: no Vietnamese text; "):
        read_article("a.txt")


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        ("a\nb\n", ["a", "b"]),  # the last line end ends the last line
        ("a\nb", ["a", "b"]),  # an unended last line counts
        ("a\n\nb\n\n", ["a", "", "b", ""]),  # empty lines stay
        ("\na\n", ["", "a"]),
        ("a\r\n\r\nb\r\n", ["a", "", "b"]),  # files from Windows
        ("a\u2028b\x85c\x0cd\re\n", ["a b c d e"]),  # other line ends must not shift the lines
        ("\ufeffa\u200bb\u00a0c\n", ["ab c"]),  # each line is normalized
        ("  a \n", ["  a "]),
    ],
)
def test_read_lines(raw: str, lines: list[str]) -> None:
    Path("a.txt").write_bytes(raw.encode())
    assert read_lines("a.txt") == lines


def test_read_lines_refuses_a_blank_file() -> None:
    Path("a.txt").write_text("\n\n", encoding="utf-8")
    with pytest.raises(InputError, match="only blank space"):
        read_lines("a.txt")


def test_reading_loads_no_model_library() -> None:
    code = "import sys, summarizer.reading; print(*{'torch', 'transformers', 'xllamacpp', 'numpy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == []
