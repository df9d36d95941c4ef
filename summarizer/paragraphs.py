"""Lines -> paragraphs: blank lines, list items, Markdown signs, and the lines of hard-wrapped prose joined again."""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import NamedTuple

MIN_WRAP_WIDTH = 40  # characters; shorter lines are verse, addresses or lists, not wrapped prose
WRAP_SHARE = 0.5  # at least this share of the line breaks must look wrapped before any is undone
MIN_SIMILAR_WIDTH = 0.7  # of the usual width: as short as a wrapped line gets when a long word follows
MAX_SIMILAR_WIDTH = 1.2  # a longer line was not wrapped at all: a title above wrapped paragraphs

# "  - " | "## " | "• " : what stands before the words of a line; in Markdown also "> "
LAYOUT = re.compile(r"\s*(?:(?:#{1,6}|[-*+•·▪●◦–—])\s+)*")
MARKDOWN_LAYOUT = re.compile(r"\s*(?:(?:#{1,6}|[-*+•·▪●◦–—]|>+)\s+)*")
# "" | "---" | "* * *" | "=====" : a line without words
RULE = re.compile(r"[-*_=~#>+•·▪●◦–—|\s]*")
# "1. " | "2.1. " | "a) " | "IV. " : the number of a list item
ITEM_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLC]{1,6}|[A-Za-zđĐ])[.)]\s")


class _Line(NamedTuple):
    left: int  # where the line starts in the text
    start: int  # where its words start, behind the layout marks
    end: int
    marks: str  # its layout marks: "-", "##", ""
    is_numbered: bool
    is_after_blank: bool


class Block(NamedTuple):
    """A paragraph before its kind is known: one line, or the lines of a wrapped paragraph."""

    start: int
    end: int
    marks: str
    is_numbered: bool
    line_count: int


def read_blocks(text: str, date_start: int, date_end: int, *, is_markdown: bool) -> list[Block]:
    """The paragraphs of `text` in order: each line is one, but the lines of a hard-wrapped paragraph are one together.

    Args:
        date_start, date_end: span of the date line, which belongs to no paragraph; equal if there is none.
        is_markdown: whether quote marks (>) may stand before a line.

    Example: [block.marks for block in read_blocks("## A\\n- b", 0, 0, is_markdown=False)] == ["##", "-"]
    """
    lines = _read_lines(text, MARKDOWN_LAYOUT if is_markdown else LAYOUT, date_start, date_end)
    groups: list[list[_Line]] = []  # what blank lines separate
    for line in lines:
        if line.is_after_blank:
            groups.append([])
        groups[-1].append(line)
    file_width = _find_wrap_width(text, groups)
    paragraphs: list[list[_Line]] = []
    for group in groups:
        width = file_width or _find_wrap_width(text, [group])
        paragraphs.append([group[0]])
        for line, following in pairwise(group):
            if width and _is_wrapped(text, line, following, width):
                paragraphs[-1].append(following)
            else:
                paragraphs.append([following])
    return [Block(p[0].start, p[-1].end, p[0].marks, p[0].is_numbered, line_count=len(p)) for p in paragraphs]


def _read_lines(text: str, layout: re.Pattern[str], date_start: int, date_end: int) -> list[_Line]:
    """The lines that hold words; the span of the date line is passed over."""
    lines: list[_Line] = []
    left, is_after_blank = 0, True
    while left <= len(text):
        line_end = text.find("\n", left)
        line_end = len(text) if line_end < 0 else line_end
        words_left = date_end if left <= date_start <= line_end else left
        end = words_left + len(text[words_left:line_end].rstrip())
        if RULE.fullmatch(text, words_left, end):
            is_after_blank = True
        else:
            found = layout.match(text, words_left, end)
            start = found.end() if found else words_left
            is_numbered = ITEM_NUMBER.match(text, start, end) is not None
            lines.append(_Line(left, start, end, text[words_left:start].strip(), is_numbered, is_after_blank))
            is_after_blank = False
        left = line_end + 1
    return lines


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
    if "#" in line.marks + following.marks or line.end - line.left > MAX_SIMILAR_WIDTH * width:
        return False
    first = following.end - len(text[following.left : following.end].lstrip())
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
        and line.end - line.left >= MIN_SIMILAR_WIDTH * width
    )
