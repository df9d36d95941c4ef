"""Normalized text -> Article: its date, its paragraphs with their kinds, its sentences by Vietnamese rules.

Lossless: the segments and what lies between them, in order, are the text again. Only whitespace, layout marks (bullets,
Markdown signs, rules) and the date line lie between. Reading order: sentences, paragraphs, kinds, date, and `segment`,
which joins them. A rule in doubt keeps two sentences together: a long segment costs little, a torn one its meaning.
"""

from __future__ import annotations

import datetime
import math
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import NamedTuple

from summarizer.article import Article, Paragraph, ParagraphKind, PartialDate, Segment

# ---- word lists


def _read_rows(file_name: str) -> Iterator[list[str]]:
    """The rows of a tab-separated file of summarizer/data, without comments and header."""
    lines = resources.files("summarizer").joinpath("data", file_name).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    next(rows)
    return rows


@cache
def read_words(role: str) -> frozenset[str]:
    """The words of one role in data/segment_words.tsv, e.g. "opener" -> {"Theo", "Sau", ...}."""
    return frozenset(row[1] for row in _read_rows("segment_words.tsv") if row[0] == role)


@cache
def _read_abbreviations() -> dict[str, str]:
    """Abbreviation with its final mark -> what may follow: {"TS.": "name", "Ts.": "name", "v.v.": "end", ...}."""
    rules = {row[0]: row[1] for row in _read_rows("abbreviations.tsv")}
    with_one_capital = {name.capitalize(): rule for name, rule in rules.items() if name[0].isupper()}
    return with_one_capital | rules


def _phrase_end(lowered: list[str], at: int, role: str) -> int:
    """Where the longest phrase of a role that starts at word `at` ends, 0 if none does."""
    phrases = read_words(role)
    return next((end for end in range(min(at + 4, len(lowered)), at, -1) if " ".join(lowered[at:end]) in phrases), 0)


def _has_phrase(lowered: list[str], role: str) -> bool:
    return any(_phrase_end(lowered, at, role) for at in range(len(lowered)))


# ---- sentences

MIN_QUOTED_WORDS = 5  # syllables on either side of a cut inside a quote: "Không. Tôi không biết gì" stays whole
MAX_WHOLE_QUOTE_WORDS = 40  # a longer quote is cut between its sentences; a shorter one stays with its speaker
MAX_QUOTED_NAME_WORDS = 8  # "Ai là triệu phú?" in the middle of a sentence is a name, not a speech
MAX_SPEAKER_WORDS = 6  # "..." Ông Nguyễn Văn An nói
MAX_BRACKET_CHARS = 400  # nothing is cut inside a bracket; a longer pair is taken for a stray mark
MAX_LOOK_BACK_CHARS = 48  # enough for the last three words of a sentence

# . | ... | ?! | …
TERMINATOR = re.compile(r"[.!?…]+")
# the marks that come in pairs: "…" “…” «…» (…) […] {…}
PAIRED = re.compile(r"[\"“”«»()\[\]{}]")
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
# năm 2024.[1] : a note number belongs to the sentence before it
NOTE = re.compile(r"\[\d{1,3}\]")
# (A | “TS | Nội-TP : what may stand right before an abbreviation
WORD_JOIN = re.compile(r"[./(\[“\"«,–-]")
SPACE = re.compile(r"\s*")
WORD = re.compile(r"[^\W_]")

_BRACKETS = {")": "(", "]": "[", "}": "{"}
_CLOSING = frozenset(")]}”»\"'’*_")


class _Pair(NamedTuple):
    opening: int
    closing: int
    is_quote: bool


def _find_pairs(text: str) -> list[_Pair]:
    """The brackets and quotes of `text` that close again, properly nested; stray marks are left out."""
    pairs: list[_Pair] = []
    stack: list[tuple[str, int]] = []
    open_count: Counter[str] = Counter()  # looked up before the stack is: a stray mark must cost nothing
    for mark in PAIRED.finditer(text):
        char, at = mark.group(), mark.start()
        kind = '"' if char in "“”" else "«" if char == "»" else _BRACKETS.get(char, char)
        if not _closes(text, at, is_open=open_count[kind] > 0):
            stack.append((kind, at))
            open_count[kind] += 1
            continue
        while open_count[kind]:
            top, opening = stack.pop()
            open_count[top] -= 1
            if top == kind:
                pairs.append(_Pair(opening, at, kind in '"«'))
                break
    return pairs


def _closes(text: str, at: int, *, is_open: bool) -> bool:
    """Whether the mark at `at` closes a pair; the straight quote is judged by its neighbors."""
    char = text[at]
    if char != '"':
        return char in "”»)]}"
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    may_open = not before or before.isspace() or before in "([{“«‘:–—/*_"
    may_close = not after or after.isspace() or after in ".,;:!?…)]}”’–—/*_"
    return may_close if may_open != may_close else is_open


class _Enclosures:
    """The brackets and quotes around a position of one paragraph; positions are asked in rising order."""

    def __init__(self, text: str) -> None:
        pairs = _find_pairs(text)
        self._text = text
        self._openings = {pair.opening for pair in pairs}
        self._opening_of = {pair.closing: pair.opening for pair in pairs if pair.is_quote}
        lasting = [pair for pair in pairs if pair.is_quote or pair.closing - pair.opening <= MAX_BRACKET_CHARS]
        self._events = sorted([(p.opening, p) for p in lasting] + [(p.closing, p) for p in lasting])
        self._next_event = 0
        self._around: list[_Pair] = []
        self._quote_words = 0

    def end_of_closers(self, end: int) -> tuple[int, int | None]:
        """Where the closing marks after `end` end, and where the last quote closed by them opens."""
        text, opening = self._text, None
        while end < len(text):
            note = NOTE.match(text, end)
            if note:
                end = note.end()
            elif text[end] in _CLOSING and end not in self._openings:
                opening = self._opening_of.get(end, opening)
                end += 1
            elif text[end] == " " and text.startswith('"', end + 1) and end + 1 in self._opening_of:  # ở lại. "
                opening = self._opening_of[end + 1]
                end += 2
            else:
                break
        return end, opening

    def allow_cut(self, start: int, end: int, following: int) -> bool:
        """Whether one sentence may end at `end` and the next start at `following`.

        Never inside a bracket; inside a quote only if it is long and both sides are whole sentences.
        """
        while self._next_event < len(self._events) and self._events[self._next_event][0] < end:
            at, pair = self._events[self._next_event]
            self._next_event += 1
            if at == pair.closing:
                self._around.pop()
                continue
            self._around.append(pair)
            if len(self._around) == 1 and pair.is_quote:
                self._quote_words = len(self._text[pair.opening : pair.closing].split())
        if not self._around:
            return True
        quote = self._around[0]
        if len(self._around) > 1 or not quote.is_quote or self._quote_words <= MAX_WHOLE_QUOTE_WORDS:
            return False
        before = self._text[max(start, quote.opening + 1, end - 200) : end].split()
        after = self._text[following : min(quote.closing, following + 200)].split()[:MIN_QUOTED_WORDS]
        return (
            min(len(before), len(after)) >= MIN_QUOTED_WORDS  # both sides are sentences,
            and not any(word[-1] in ".!?…" for word in after[:-1])  # not calls such as "Vâng. Đúng thế."
        )


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences of one paragraph; a line break counts as a space.

    Args:
        text: any text; normalized text is split best.
    Returns:
        Code point spans in rising order, half open, without outer whitespace; only whitespace lies between them.

    Example: split_sentences("TS. An nói: 1.500 tỷ. Bà Bình đồng ý.") == [(0, 21), (22, 37)]
    """
    enclosures = _Enclosures(text)
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
    """ "Đi đâu đấy?" Lan hỏi. : the quote stays with the one who said it."""
    words = text[following : following + MAX_LOOK_BACK_CHARS].split()[:MAX_SPEAKER_WORDS]
    clause_end = next((at for at, word in enumerate(words) if word[-1] in ",:;"), len(words) - 1) + 1
    return _has_phrase([word.strip(".,:;!?").lower() for word in words[:clause_end]], "said")


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
    rules = _read_abbreviations()
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


# ---- paragraphs

MIN_WRAP_WIDTH = 40  # characters; shorter lines are verse, addresses or lists, not wrapped prose
WRAP_SHARE = 0.5  # at least this share of the line breaks must look wrapped before any is undone
SIMILAR_WIDTH = 0.7  # of the usual width: as short as a wrapped line gets when a long word follows

# "  - " | "## " | "• " : what stands before the words of a line
LAYOUT = re.compile(r"\s*(?:(?:#{1,6}|[-*+•·▪●◦–—])\s+)*")
MARKDOWN_LAYOUT = re.compile(r"\s*(?:(?:#{1,6}|[-*+•·▪●◦–—]|>+)\s+)*")
# "" | "---" | "* * *" | "=====" : a line without words
RULE = re.compile(r"[-*_=~#>+•·▪●◦–—|\s]*")
# "1. " | "2.1. " | "a) " | "IV. " : the number of a list item
ITEM_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLC]{1,6}|[A-Za-zđĐ])[.)]\s")
MARKDOWN_NAMES = (".md", ".markdown")


class _Line(NamedTuple):
    left: int  # where the line starts in the text
    start: int  # where its words start, behind the layout marks
    end: int
    marks: str  # its layout marks: "-", "##", ""
    is_numbered: bool
    is_after_blank: bool


class _Block(NamedTuple):
    """A paragraph before its kind is known: one line, or the lines of a wrapped paragraph."""

    start: int
    end: int
    marks: str
    is_numbered: bool
    line_count: int


def _read_lines(text: str, layout: re.Pattern[str], date_start: int, date_end: int) -> list[_Line]:
    """The lines that hold words; the span of the date line is passed over."""
    lines: list[_Line] = []
    left, is_after_blank = 0, True
    while left <= len(text):
        line_end = text.find("\n", left)
        line_end = len(text) if line_end < 0 else line_end
        words_left = date_end if left <= date_start < date_end and date_start <= line_end else left
        end = words_left + len(text[words_left:line_end].rstrip())
        rule = RULE.match(text, words_left, end)
        if end == words_left or (rule and rule.end() == end):
            is_after_blank = True
        else:
            found = layout.match(text, words_left, end)
            start = found.end() if found else words_left
            is_numbered = ITEM_NUMBER.match(text, start, end) is not None
            lines.append(_Line(left, start, end, text[words_left:start].strip(), is_numbered, is_after_blank))
            is_after_blank = False
        left = line_end + 1
    return lines


def _join_lines(text: str, lines: list[_Line]) -> list[_Block]:
    """Each line a block, but the lines of hard-wrapped paragraphs together."""
    groups: list[list[_Line]] = []
    for line in lines:
        if line.is_after_blank:
            groups.append([])
        groups[-1].append(line)
    file_width = _find_wrap_width(text, groups)
    blocks: list[_Block] = []
    for group in groups:
        width = file_width or _find_wrap_width(text, [group])
        first, line_count = group[0], 1
        for line, following in zip(group, group[1:] + group[:1], strict=True):
            if following is not group[0] and width and _is_wrapped(text, line, following, width):
                line_count += 1
                continue
            blocks.append(_Block(first.start, line.end, first.marks, first.is_numbered, line_count))
            first, line_count = following, 1
    return blocks


def _find_wrap_width(text: str, groups: list[list[_Line]]) -> int:
    """The usual width of the lines if the groups are hard-wrapped prose, else 0."""
    pairs = [pair for group in groups for pair in pairwise(group) if not _starts_item(pair[1])]
    if not pairs:
        return 0
    lengths = sorted(line.end - line.left for pair in pairs for line in pair)
    width = lengths[math.ceil(0.9 * (len(lengths) - 1))]  # not the longest: a title may be wider
    wrapped = sum(_is_wrapped(text, line, following, width) for line, following in pairs)
    is_sure = any(_breaks_sentence(text, line, following, width) for line, following in pairs)
    return width if is_sure and width >= MIN_WRAP_WIDTH and wrapped >= WRAP_SHARE * len(pairs) else 0


def _starts_item(line: _Line) -> bool:
    return bool(line.marks) or line.is_numbered


def _is_wrapped(text: str, line: _Line, following: _Line, width: int) -> bool:
    """Whether the break is only a wrap: the next word would not have fitted, or the sentence goes on."""
    if "#" in line.marks + following.marks:
        return False
    first = _skip_space(text, following.left)
    space = text.find(" ", first, following.end)
    next_word = (space if space >= 0 else following.end) - first
    is_full = line.end - line.left + 1 + next_word > width
    if _starts_item(following):  # 50 | - 70% : a dash or a number that only happens to start the line
        return is_full and text[line.end - 1] not in ".!?…:;," and not _starts_item(line)
    is_indented = following.start - following.left > line.start - line.left and not _starts_item(line)
    return not is_indented and (is_full or _breaks_sentence(text, line, following, width))


def _breaks_sentence(text: str, line: _Line, following: _Line, width: int) -> bool:
    """Whether a sentence runs over the break: about the usual width, no final mark, then a small letter."""
    return (
        text[following.start].islower()
        and text[line.end - 1] not in ".!?…:;"
        and line.end - line.left >= SIMILAR_WIDTH * width
    )


# ---- kinds

MAX_TITLE_WORDS = 20
MAX_HEADING_WORDS = 15
MAX_CAPTION_WORDS = 25
MAX_CREDITED_CAPTION_WORDS = 60  # a caption that names its photographer may be longer
MAX_WORDS_BEFORE_ACT = 4  # between the name and the act: Bộ trưởng [Bộ Công] an Tô Lâm thăm

_CREDIT = r"(?:Nguồn ảnh|Ảnh|Đồ họa|Đồ hoạ|Video|Clip)(?:\s(?:minh họa|minh hoạ|tư liệu|chụp màn hình|\d{1,2}))?\s?:"
# Ảnh: TTXVN | (Ảnh minh họa: AFP) | Đồ họa: ...
LEADING_CREDIT = re.compile(rf"\(?{_CREDIT}", re.IGNORECASE)
# ... tại buổi làm việc. Ảnh: TTXVN | ... (Nguồn: AFP/TTXVN)
FINAL_CREDIT = re.compile(rf"(?:[\s(]{_CREDIT}|\(Nguồn\s?:)[^:\n]{{1,60}}$", re.IGNORECASE)
# (bìa trái) | (thứ hai từ phải sang) | (giữa)
PLACE_IN_PHOTO = re.compile(r"\([^()\n]{0,40}\b(?:trái|phải|giữa|bìa)\b[^()\n]{0,20}\)")
# Nước lũ bao vây một ngôi nhà[, sáng 20/9.] : how newspapers date a photo
FINAL_DAY = re.compile(r",\s(?:rạng sáng|sáng|trưa|chiều|tối|đêm|ngày)(?:\sngày)?\s\d{1,2}/\d{1,2}(?:/\d{4})?\.?$")
# [lớp 12] | [Quân khu 4] | [quốc lộ 12A] : a figure that is part of a name
NUMBERED_NAME = re.compile(
    r"\b(?:lớp|khóa|khoá|quận|phường|khu|tổ|đội|số|quốc lộ|bão số|trung đoàn|sư đoàn|lữ đoàn)\s\d+[A-Z]?\b",
    re.IGNORECASE,
)
_CLOSERS = "\"”»’')]}*_ "


def _classify(text: str, blocks: list[_Block], sentence_counts: list[int]) -> list[ParagraphKind]:
    """The kind of each block, in order."""
    contents = [text[block.start : block.end] for block in blocks]
    names = _count_name_pairs(text)
    has_body = any(map(_reads_as_body, contents))
    kinds: list[ParagraphKind] = []
    for index, (block, content) in enumerate(zip(blocks, contents, strict=True)):
        kind: ParagraphKind = "body"
        if "#" in block.marks:
            kind = "title" if block.marks.strip("> ") == "#" and "title" not in kinds else "heading"
        elif block.marks.strip(">") or _is_in_list(blocks, index):
            kind = "body"
        elif index == 0 and _is_title(content) and any(map(_reads_as_body, contents[1:])):
            kind = "title"
        elif _has_credit(content) or ("body" in kinds and sentence_counts[index] == 1 and _shows_scene(content, names)):
            kind = "caption"
        elif has_body and block.line_count == 1 and _is_heading(content):
            kind = "heading"
        kinds.append(kind)
    return kinds


def _is_in_list(blocks: list[_Block], index: int) -> bool:
    """Whether the block is a numbered item beside another one; a numbered line alone may be a heading."""
    near = blocks[max(index - 1, 0) : index] + blocks[index + 1 : index + 2]
    return blocks[index].is_numbered and any(block.is_numbered for block in near)


def _final_mark(content: str) -> str:
    """The last character but closing quotes and brackets: "... ma túy." -> "."."""
    return content.rstrip(_CLOSERS)[-1:]


def _is_title(content: str) -> bool:
    is_short = len(content.split(maxsplit=MAX_TITLE_WORDS)) <= MAX_TITLE_WORDS
    return is_short and not content[0].islower() and _final_mark(content) not in set(".;,:…")


def _reads_as_body(content: str) -> bool:
    return _final_mark(content) in set(".!?…") or len(content.split(maxsplit=MAX_TITLE_WORDS)) > MAX_TITLE_WORDS


def _is_heading(content: str) -> bool:
    is_short = len(content.split(maxsplit=MAX_HEADING_WORDS)) <= MAX_HEADING_WORDS
    is_quote = content[0] in '"“«' and content[-1] in '"”»'
    is_sentence = content[0].islower() or _final_mark(content) in set(".!?;,:…")
    return is_short and not is_quote and not is_sentence and any(map(str.isalpha, content[:80]))


def _has_credit(content: str) -> bool:
    is_short = len(content.split(maxsplit=MAX_CREDITED_CAPTION_WORDS)) <= MAX_CREDITED_CAPTION_WORDS
    return is_short and bool(LEADING_CREDIT.match(content) or FINAL_CREDIT.search(content[-100:]))


def _count_name_pairs(text: str) -> Counter[tuple[str, str]]:
    """How often two capitalized words follow each other: ("Tô", "Lâm") -> 9."""
    words = text.split()
    return Counter(
        (first, second.rstrip('.,;:!?…)”"'))
        for first, second in pairwise(words)
        if first[0].isupper() and second[0].isupper() and first[-1].isalpha()
    )


def _shows_scene(content: str, names: Counter[tuple[str, str]]) -> bool:
    """Whether one sentence describes a photo: who, then an act that can be seen, and nothing told about it.

    A figure or a quote makes it body, except in a name (lớp 12) and in a final date (..., chiều 19/9.).
    """
    undated = FINAL_DAY.sub("", content)
    words = [word.strip(",.;:()") for word in undated.split(maxsplit=MAX_CAPTION_WORDS)]
    has_figure = any(char.isdigit() or char in '"“”«»:' for char in NUMBERED_NAME.sub("", undated))
    lowered = [word.lower() for word in words]
    if len(words) > MAX_CAPTION_WORDS or has_figure or _has_phrase(lowered, "told"):
        return False
    if undated != content or PLACE_IN_PHOTO.search(content) or _phrase_end(lowered, 0, "view"):
        return True
    group_end = _phrase_end(lowered, 0, "group")
    if group_end:
        return _phrase_end(lowered, group_end, "act") > 0 or _has_phrase(lowered, "occasion")
    name_end = _end_of_person(words, lowered, names)
    acts_at = range(name_end, name_end + MAX_WORDS_BEFORE_ACT)
    return name_end > 0 and any(_phrase_end(lowered, at, "act") for at in acts_at)


def _end_of_person(words: list[str], lowered: list[str], names: Counter[tuple[str, str]]) -> int:
    """Where the person's name ends, if the article has it twice: Bộ trưởng Tô Lâm| thăm; else 0."""
    persons = read_words("person")
    for at in range(1, min(len(words) - 1, 2 * MAX_WORDS_BEFORE_ACT)):
        is_titled = any(" ".join(lowered[max(at - size, 0) : at]) in persons for size in (1, 2, 3))
        if is_titled and names[words[at], words[at + 1]] > 1:
            return at + 2
    return 0


# ---- date

# 2024 | 2024-02 | 2024-02-22 | 22/2/2024 | 2/2024 | 22 tháng 2 năm 2024
_DATE = (
    r"(?P<date>\d{4}(?:-\d{1,2}){0,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}/\d{4}"
    r"|\d{1,2} tháng \d{1,2}(?: năm|,) \d{4})(?![\d/-])"
)
_TIME = r"\d{1,2}[:hg]\d{2}(?::\d{2})?"
# [, 10:30 (GMT+7)] at the end of a line
_REST_OF_LINE = rf"[ \t,|–-]*(?:{_TIME})?[ \t]*(?:\(?(?:GMT|UTC)[^)\n]{{0,8}}\)?)?[ \t.]*(?=\n|\Z)"
# date 2024-02 Tại Hội nghị | date: 22/02/2024 | date: 2024-02-22T10:30:00+07:00
KEYED_DATE = re.compile(
    rf"date[ \t]*:?[ \t]*{_DATE}(?:T\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?(?:{_REST_OF_LINE}|[,;.|]?(?=\s))",
    re.IGNORECASE,
)
# (22/2/2024) | (ngày 22/2/2024, 10:30)
BRACKETED_DATE = re.compile(rf"\((?:ngày )?{_DATE}(?:[ ,-]+{_TIME})?\)", re.IGNORECASE)
# Ngày 22/2/2024, 10:30 | Thứ Năm, 22/02/2024 - 10:30 (GMT+7) | Cập nhật lúc 10:30, ngày 22 tháng 2 năm 2024
LINE_DATE = re.compile(
    rf"(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|cập nhật|ngày đăng|lúc|ngày|{_TIME})[ \t,:|–-]+){{0,4}}"
    rf"{_DATE}{_REST_OF_LINE}",
    re.IGNORECASE,
)
MAX_LINES_TO_DATE = 3  # the date stands first, or alone on a line right under the title


class _DateLine(NamedTuple):
    date: PartialDate | None
    start: int
    end: int


def _find_date(text: str) -> _DateLine:
    """The date line and its span; without one the date is None and the span empty."""
    left = _skip_space(text, 0)
    for line_number in range(MAX_LINES_TO_DATE):
        for pattern in (KEYED_DATE, BRACKETED_DATE, LINE_DATE):
            found = pattern.match(text, left)
            date = _parse_date(found["date"]) if found else None
            if not found or not date or (pattern is LINE_DATE and not date.day):
                continue  # "2024" alone on a line may be a heading
            if line_number == 0 or not text[found.end() :].split("\n", 1)[0].strip():
                return _DateLine(date, left, found.end())
        line_end = text.find("\n", left)
        if line_end < 0:
            break
        left = _skip_space(text, line_end)
    return _DateLine(None, 0, 0)


def _parse_date(text: str) -> PartialDate | None:
    """The date of "2024-02", "22/2/2024" or "22 tháng 2 năm 2024"; None if the calendar lacks it."""
    parts = [int(figure) for figure in re.findall(r"\d+", text)]
    if parts[-1] > 31:
        parts.reverse()
    try:
        datetime.date(*[*parts, 1, 1][:3])
    except ValueError:
        return None
    return PartialDate(*parts)


# ---- article


def segment(name: str, text: str) -> Article:
    """The article in `text`: its date, paragraphs and sentences; the offsets of the segments are those of `text`.

    Args:
        name: the path as given; .md allows quote marks (>) before a line.
        text: normalized text.

    Example: [s.text for s in segment("-", "date 2024-02 Một câu. Hai câu.").segments] == ["Một câu.", "Hai câu."]
    """
    date, date_start, date_end = _find_date(text)
    layout = MARKDOWN_LAYOUT if name.lower().endswith(MARKDOWN_NAMES) else LAYOUT
    blocks = _join_lines(text, _read_lines(text, layout, date_start, date_end))
    spans = [split_sentences(text[block.start : block.end]) for block in blocks]
    paragraphs: list[Paragraph] = []
    next_id = 1
    for block, kind, block_spans in zip(blocks, _classify(text, blocks, list(map(len, spans))), spans, strict=True):
        segments = []
        for start, end in block_spans:
            start_char, end_char = block.start + start, block.start + end
            segments.append(Segment(next_id, text[start_char:end_char], start_char, end_char))
            next_id += 1
        paragraphs.append(Paragraph(kind, tuple(segments)))
    return Article(name, text, date, tuple(paragraphs))
