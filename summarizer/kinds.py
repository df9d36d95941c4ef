"""Of which kind a paragraph is: title, heading, body, or the caption of a photo."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from summarizer.article import ParagraphKind
from summarizer.paragraphs import Block
from summarizer.vocabulary import has_phrase, phrase_end, read_words

MAX_TITLE_WORDS = 20
MAX_HEADING_WORDS = 15
MAX_CAPTION_WORDS = 25
MAX_CREDITED_CAPTION_WORDS = 60  # a caption that names its photographer may be longer
MAX_WORDS_BEFORE_ACT = 4  # between the name and the act: Bộ trưởng Tô Lâm [và đoàn] thăm

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


def classify(text: str, blocks: list[Block], sentence_counts: list[int]) -> list[ParagraphKind]:
    """The kind of each block, in order.

    Args:
        text: the article, in which a name must come twice before a caption is known by it.
        sentence_counts: of each block.
    """
    contents = [text[block.start : block.end] for block in blocks]
    names = _count_name_pairs(text)
    has_body = any(map(_reads_as_body, contents))
    kinds: list[ParagraphKind] = []
    for index, (block, content) in enumerate(zip(blocks, contents, strict=True)):
        kind: ParagraphKind
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
        else:
            kind = "body"
        kinds.append(kind)
    return kinds


def _is_in_list(blocks: list[Block], index: int) -> bool:
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
    if len(words) > MAX_CAPTION_WORDS or has_figure or has_phrase(lowered, "told"):
        return False
    if undated != content or PLACE_IN_PHOTO.search(content) or phrase_end(lowered, 0, "view"):
        return True
    group_end = phrase_end(lowered, 0, "group")
    if group_end:
        return phrase_end(lowered, group_end, "act") > 0 or has_phrase(lowered, "occasion")
    name_end = _end_of_person(words, lowered, names)
    acts_at = range(name_end, name_end + MAX_WORDS_BEFORE_ACT)
    return name_end > 0 and any(phrase_end(lowered, at, "act") for at in acts_at)


def _end_of_person(words: list[str], lowered: list[str], names: Counter[tuple[str, str]]) -> int:
    """Where the person's name ends, if the article has it twice: Bộ trưởng Tô Lâm| thăm; else 0."""
    persons = read_words("person")
    for at in range(1, min(len(words) - 1, 2 * MAX_WORDS_BEFORE_ACT)):
        is_titled = any(" ".join(lowered[max(at - size, 0) : at]) in persons for size in (1, 2, 3))
        if is_titled and names[words[at], words[at + 1]] > 1:
            return at + 2
    return 0
