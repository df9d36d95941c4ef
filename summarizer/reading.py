"""Files, folders, globs and standard input -> Article; whatever is no Vietnamese text is refused in one line."""

from __future__ import annotations

import glob
import os
import re
import sys
import unicodedata
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.article import Article
from summarizer.errors import InputError
from summarizer.normalization import normalize
from summarizer.segmentation import segment
from summarizer.vocabulary import read_words

STDIN = "-"
ARTICLE_SUFFIXES = (".txt", ".md")  # what a folder is searched for; a file named by itself may be called anything
NOT_ARTICLES = (".", "readme")  # how the names of hidden files and of README.md, readme-vi.txt begin
MAX_FILE_BYTES = 20 * 1024 * 1024  # 20 MB is some 3,000,000 words: a dump, not an article


def find_inputs(inputs: Sequence[str]) -> list[str]:
    """The files that the inputs stand for, each once, in the order given.

    Args:
        inputs: files, folders (searched in depth for .txt and .md, sorted; hidden files and README left out), glob
            patterns, or "-".
    Returns:
        Paths to give to `read_article`. An input that stands for nothing stays in the list if another one stands for
        something: reading it then gives the error, and the other files are done.
    Raises:
        InputError: no input stands for anything; the first one is named.

    Example: find_inputs(["seeds/"]) == ["seeds/gold.txt", "seeds/lao-cai-2024-02.txt"]
    """
    found: dict[str, str] = {}  # real path -> the path as first given
    missing: list[str] = []
    for name in inputs:
        paths = list(_expand(name))
        missing += [] if paths else [name]
        for path in paths or [name]:
            found.setdefault(path if path == STDIN else os.path.realpath(path), path)
    if missing and len(missing) == len(inputs):
        raise _missing(missing[0])
    return list(found.values())


def _expand(name: str) -> Iterator[str]:
    if name == STDIN or os.path.isfile(name):
        yield name
    elif os.path.isdir(name):
        yield from _walk(name)
    elif os.path.exists(name):  # a pipe or a device
        yield name
    else:
        for path in sorted(glob.glob(name, recursive=True)):
            yield from _walk(path) if os.path.isdir(path) else [path]


def _walk(folder: str) -> Iterator[str]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(child for child in folders if not child.startswith("."))
        for file in sorted(files):
            if file.lower().endswith(ARTICLE_SUFFIXES) and not file.lower().startswith(NOT_ARTICLES):
                yield os.path.join(parent, file)


def _missing(name: str) -> InputError:
    if os.path.isdir(name):
        return InputError(f"{name}: the folder holds no article (.txt or .md, but README); name a file in it")
    if glob.has_magic(name):
        return InputError(f"{name}: no file matches the pattern; check it")
    return InputError(f"{name}: no such file; check the path")


def read_text(path: str) -> str:
    """The text of a file as it stands, decoded from UTF-8 or from UTF-16 with a byte order mark.

    Args:
        path: a file, or "-" for standard input.
    Raises:
        InputError: the file is missing, a folder, unreadable, over MAX_FILE_BYTES, no text, or blank.

    Example: read_text("seeds/lao-cai-2024-02.txt")[:13] == " date 2024-02"
    """
    label = _label(path)
    content = _read_bytes(path)
    if len(content) > MAX_FILE_BYTES:
        raise InputError(f"{label}: larger than {MAX_FILE_BYTES // 1024**2} MB; split it into articles")
    text = _decode(label, content)
    if not text.strip():
        raise InputError(f"{label}: {'only blank space' if text else 'empty'}; give a file with text")
    return text


def _label(path: str) -> str:
    return "standard input" if path == STDIN else path


def _read_bytes(path: str) -> bytes:
    """At most one byte more than allowed, so that no huge file is ever held."""
    try:
        if path == STDIN:
            return sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
        with open(path, "rb") as file:
            return file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise _missing(path) from error
    except IsADirectoryError as error:
        raise _missing(path) if not any(_walk(path)) else InputError(f"{path}: a folder; name a file in it") from error
    except PermissionError as error:
        raise InputError(f"{_label(path)}: no permission to read it; change its permissions") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{_label(path)}: cannot be read ({reason.lower()}); check the path") from error


def _decode(label: str, content: bytes) -> str:
    encoding = "utf-16" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    if b"\0" in content and encoding == "utf-8-sig":
        raise InputError(f"{label}: a binary file (it holds NUL bytes); give a text file in UTF-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        raise InputError(
            f"{label}: not {name} text (byte 0x{content[error.start]:02X} at offset {error.start}); save it as UTF-8"
        ) from error


# ---- language check

# Shares of all words, measured on FLORES-200 dev and NTREX-128 line by line: syllables with a mark are 0.42 and more of
# every Vietnamese line, 0.14 and less of every English line.
MIN_MARKED_SHARE = 0.3
MIN_OWN_SHARE = 0.05  # of words with a letter that only Vietnamese has: 0.22 and more of every FLORES line,
MIN_WORDS_FOR_OWN = 15  # but a short sentence may do without: Nó làm chúng tôi tan nát cõi lòng.
MIN_BARE_SYLLABLE_SHARE = 0.6
MIN_BARE_FREQUENT_SHARE = 0.15
MIN_DAMAGED_SHARE = 0.1
MAX_CHECKED_CHARS = 50_000  # enough to know a language

# a word with its combining marks: Vietnamese in NFC has none, Yoruba has
LETTERS = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")
# à á ả ã ạ ă ằ ... ỹ ỵ đ, and the plain letters
VIETNAMESE_LETTERS = frozenset(
    unicodedata.normalize("NFC", vowel + tone)
    for vowel in "aăâeêioôơuưy"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
) | frozenset("bcdđghklmnpqrstvx")
# ạ ả ấ ... ỵ ỷ ỹ, ă đ ơ ư : not à é ô ã, which French or Portuguese have
OWN_LETTER = re.compile(r"[ăđơưạ-ỹ]")
# Bá»™ trÆ°á»Ÿng : UTF-8 that was read as Windows-1252
MOJIBAKE = re.compile(r"á[»º]|Æ[°¡]|Ä[‘ƒ]")
# bộ | trưởng | nghị | quyết without their marks: initial, vowels, final consonant
SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ch|ph|qu|th|tr|[bcdghklmnrstvxp])?"
    r"(?:ieu|uoi|uou|uay|uya|uyu|yeu|oai|oao|oay|oeo|uye|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|[aeiouy])"
    r"(?:ch|nh|ng|[cmnpt])?"
)


def check_vietnamese(name: str, text: str) -> None:
    """Nothing, if `text` is Vietnamese with its diacritics; foreign names and quotes in it do no harm.

    Args:
        name: what the error names: a path, or "-" for standard input.
        text: in any Unicode form.
    Raises:
        InputError: the text is clearly in another language, holds no words, has lost its diacritics, or is damaged.
    """
    sample = unicodedata.normalize("NFC", text[:MAX_CHECKED_CHARS])
    shares = _measure(sample)
    label = _label(name)
    if shares.damaged >= MIN_DAMAGED_SHARE:
        raise InputError(f"{label}: letters damaged by a wrong encoding ('á»' for 'ộ'); save the original as UTF-8")
    has_own_letters = shares.own >= MIN_OWN_SHARE or shares.word_count < MIN_WORDS_FOR_OWN
    if shares.marked >= MIN_MARKED_SHARE and has_own_letters:
        return
    if shares.syllables >= MIN_BARE_SYLLABLE_SHARE and shares.bare_frequent >= MIN_BARE_FREQUENT_SHARE:
        raise InputError(f"{label}: Vietnamese without its diacritics; give the text with them")
    raise InputError(f"{label}: no Vietnamese text; give an article in Vietnamese")


class _Shares(NamedTuple):
    """Shares of the words of a text, 0 to 1."""

    word_count: int
    syllables: float  # shaped like a Vietnamese syllable: bộ, bo
    marked: float  # such a syllable with diacritics: bộ
    own: float  # with a letter that only Vietnamese has: bộ, not là
    bare_frequent: float  # frequent in news, typed without diacritics: cua
    damaged: float


def _measure(text: str) -> _Shares:
    frequent_words = read_words("unmarked")
    counts: Counter[str] = Counter()
    for word in map(str.lower, LETTERS.findall(text)):
        bare = _strip_marks(word)
        fits = SYLLABLE.fullmatch(bare) is not None
        is_marked = fits and word != bare and VIETNAMESE_LETTERS.issuperset(word)
        counts["words"] += 1
        counts["syllables"] += fits
        counts["marked"] += is_marked
        counts["own"] += is_marked and OWN_LETTER.search(word) is not None
        counts["bare_frequent"] += word in frequent_words
    counts["damaged"] = len(MOJIBAKE.findall(text))
    word_count = counts["words"]
    shares = {name: counts[name] / max(word_count, 1) for name in _Shares._fields[1:]}
    return _Shares(word_count, **shares)


def _strip_marks(word: str) -> str:
    """trưởng -> truong, đề -> de."""
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).replace("đ", "d")


# ---- reading


def read_article(path: str) -> Article:
    """The article in a file, normalized and segmented.

    Args:
        path: a file, or "-" for standard input.
    Raises:
        InputError: as `read_text` and `check_vietnamese`.

    Example: str(read_article("seeds/lao-cai-2024-02.txt").date) == "2024-02"
    """
    text = normalize(read_text(path))
    check_vietnamese(path, text)
    return segment(path, text)


def read_lines(path: str) -> list[str]:
    """The lines of a line-aligned file, each normalized; an unended last line counts too.

    Only "\\n" and "\\r\\n" end a line. Any other line end becomes a space: it would shift all lines behind it against
    their translations. An empty line stays empty.

    Raises:
        InputError: as `read_text`.
    """
    lines = read_text(path).split("\n")
    if not lines[-1]:
        lines.pop()
    return [normalize(line.removesuffix("\r")).replace("\n", " ") for line in lines]
