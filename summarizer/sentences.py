"""Where a sentence ends, by Vietnamese rules; a rule in doubt keeps two sentences together.

A long segment costs little, a torn one its meaning.
"""

from __future__ import annotations

import re

from summarizer.enclosures import Enclosures
from summarizer.vocabulary import has_phrase, read_abbreviations, read_words

MAX_QUOTED_NAME_WORDS = 8  # "Ai là triệu phú?" in the middle of a sentence is a name, not a speech
MAX_SPEAKER_WORDS = 6  # "..." Ông Nguyễn Văn An nói
MAX_LOOK_BACK_CHARS = 48  # enough for the last three words of a sentence

# . | ... | ?! | …
TERMINATOR = re.compile(r"[.!?…]+")
# at what follows a terminator: ["][Tôi] [nói] | [ - ][Ông] [Nam] | [][100]
NEXT_WORDS = re.compile(r"(?P<lead>[\W_]{0,8})(?P<word>[^\W_]+)(?:\s(?P<second>[^\W_]+))?")
# 1. | 2.1. | IV. | a. | Điều 353. | Chương II. : the number of an item or an article at the start of a sentence
ENUMERATOR = re.compile(
    r"\(?(?:(?:Điều|Khoản|Mục|Chương|Phần|Bài|Câu|Phụ lục|Hình|Bảng|Ảnh|Bước|Tập|Kỳ|Vòng)\s)?"
    r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLC]{1,6}|[A-Za-zđĐ])\."
)
# gồm: 1. | ; b. : the same inside a sentence
INLINE_ENUMERATOR = re.compile(r"[:;]\s{1,3}(?:\d{1,2}|[a-zđ])$")
# the letters that shorten a name: not Ý (Italy)
INITIALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZĐĂÂÊÔƠƯ")
# iPhone | eBay : a name that opens a sentence with a small letter
SMALL_BRAND = re.compile(r"[a-z]{1,2}[A-Z]")
# (A | “TS | Nội-TP : what may stand right before an abbreviation
WORD_JOIN = re.compile(r"[./(\[“\"«,–-]")
SPACE = re.compile(r"\s*")
WORD = re.compile(r"[^\W_]")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences of one paragraph; a line break counts as a space.

    Args:
        text: any text; normalized text is split best.
    Returns:
        Code point spans in rising order, half open, without outer whitespace; only whitespace lies between them.

    Example: split_sentences("TS. An nói: 1.500 tỷ. Bà Bình đồng ý.") == [(0, 21), (22, 37)]
    """
    enclosures = Enclosures(text)
    spans: list[tuple[int, int]] = []
    start = checked = _skip_space(text, 0)
    has_word = False
    for mark in TERMINATOR.finditer(text):
        if not has_word:  # "..." or "-" alone is no sentence; each character is looked at once
            has_word = WORD.search(text, checked, mark.start()) is not None
            checked = mark.end()
        end, quote_opening = enclosures.end_of_closers(mark.end())
        following = _skip_space(text, end)
        if not has_word or following == len(text) or not enclosures.allow_cut(start, end, following):
            continue
        if _ends_sentence(text, start, mark, end, following, quote_opening):
            spans.append((start, end))
            start = checked = following
            has_word = False
    last = len(text.rstrip())
    return [*spans, (start, last)] if start < last else spans


def _skip_space(text: str, position: int) -> int:
    space = SPACE.match(text, position)
    return space.end() if space else position


def _ends_sentence(
    text: str, start: int, mark: re.Match[str], end: int, following: int, quote_opening: int | None
) -> bool:
    """Whether `mark` ends the sentence that starts at `start`; the next one would start at `following`."""
    following_words = NEXT_WORDS.match(text, following)
    if following_words is None or not set(".!?…").isdisjoint(following_words["lead"]):
        return False
    word = following_words["word"]
    if word[0].islower() and not SMALL_BRAND.match(word):
        return False
    if quote_opening is not None and _names_speaker(text, following):
        return False
    look_back = text[max(start, mark.start() - MAX_LOOK_BACK_CHARS) : mark.start()]
    words = [] if look_back[-1:].isspace() else look_back.split()
    if end == following:
        return len(mark.group()) == 1 and bool(words) and _is_glued(words[-1], word)
    if len(mark.group()) == 1 or words[-1:] == ["v.v"]:
        rule = _rule_of_point(text, start, mark, words, look_back, word if not following_words["lead"] else "")
    else:
        rule = "end"
    if quote_opening is not None and mark.group()[-1] in "?!" and _is_quoted_name(text, start, quote_opening, end):
        rule = "unsure"
    if rule == "unsure":
        second = following_words["second"] or ""
        is_quote = not set('"“«').isdisjoint(following_words["lead"])
        return is_quote or not read_words("opener").isdisjoint({word, f"{word} {second}"})
    return rule == "end"


def _names_speaker(text: str, following: int) -> bool:
    """Whether the words after a quote tell who said it, as in "Đi đâu đấy?" Lan hỏi."""
    words = text[following : following + MAX_LOOK_BACK_CHARS].split()[:MAX_SPEAKER_WORDS]
    clause_end = next((at for at, word in enumerate(words) if word[-1] in ",:;"), len(words) - 1) + 1
    return has_phrase([word.strip(".,:;!?").lower() for word in words[:clause_end]], "said")


def _is_glued(last: str, word: str) -> bool:
    """đất nước.Đặc biệt : a space was forgotten. Not LiverpoolFC.com, not Node.JS: one side has a Vietnamese letter."""
    is_word_end = len(last) > 1 and last.isalpha() and last.islower()
    return is_word_end and word[:1].isupper() and word[1:2].islower() and not (last + word).isascii()


def _rule_of_point(text: str, start: int, mark: re.Match[str], words: list[str], look_back: str, figure: str) -> str:
    """What the single mark after `words` is: "end" of a sentence, "none", or "unsure".

    Args:
        look_back: the text before the mark that `words` were taken from.
        figure: the word that follows with nothing but space between, "" if there is a quote or a bracket.
    """
    if not words:
        return "end"
    last = words[-1].lstrip("([{“\"«‘'*_")
    stem = WORD_JOIN.split(last)[-1]
    char = mark.group()[0]
    rules = read_abbreviations()
    rule = rules.get(last + char) or rules.get(stem + char)
    if rule == "number":
        rule = "none" if figure.isdigit() else "unsure"
    if rule:
        return "none" if rule == "name" else rule
    if char != ".":
        return "end"
    is_item = ENUMERATOR.fullmatch(text, start, mark.end()) or INLINE_ENUMERATOR.search(look_back)
    if is_item or _is_split_thousand(last, figure):
        return "none"
    if stem in INITIALS:  # Nguyễn Văn A. | chị H. | N.T.H. ; but quý I. | vitamin C.
        is_label = stem == last and words[-2:-1] and words[-2].lower() in read_words("label")
        return "end" if is_label else "unsure"
    return "end"


def _is_split_thousand(last: str, figure: str) -> bool:
    """1. 500 tỷ : figures torn apart are one value; not "năm 2024. 500 người"."""
    return figure.isdigit() and len(figure) == 3 and last.isdigit() and len(last) <= 3


def _is_quoted_name(text: str, start: int, opening: int, end: int) -> bool:
    """chương trình "Ai là triệu phú?" : a short quote inside a sentence that no colon or comma introduces."""
    before = text[max(start, opening - 8) : opening].rstrip()
    is_inside = opening > start and before[-1:] not in {"", ":", ",", ";", "–", "—", "-"}
    return is_inside and len(text[opening : min(end, opening + 200)].split()) <= MAX_QUOTED_NAME_WORDS
