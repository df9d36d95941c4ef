"""Raw text -> the one form that every later stage reads; no letter, figure or tone mark gets another meaning."""

from __future__ import annotations

import unicodedata

# "\r\n" and "\r" become "\n" first; what else ends a line: vertical tab, form feed, NEL, line and paragraph separator
_LINE_ENDS = "\v\f\x85\u2028\u2029"

# Spaces that look like " ": NBSP (1 500), quads to hair space, narrow NBSP, mathematical and ideographic
# space; also the four control separators, which Python counts as spaces: "12\x1f30" must not become one number
_SPACES = (0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000, *range(0x1C, 0x20))

# Control characters, soft hyphen, zero-width and direction marks, byte order mark: "ngh\u200bị" is "nghị"
_INVISIBLE = (
    *range(0x00, 0x09),
    *range(0x0E, 0x1C),
    *range(0x7F, 0x85),
    *range(0x86, 0xA0),
    0x00AD,
    0x061C,
    0x180E,
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
)

_REPLACEMENTS: dict[int, str | None] = {
    **dict.fromkeys(_INVISIBLE),
    **dict.fromkeys(map(ord, _LINE_ENDS), "\n"),
    **dict.fromkeys(_SPACES, " "),
}


def normalize(text: str) -> str:
    """`text` composed (NFC), with plain spaces, "\\n" line ends and nothing invisible; "\\t" stays.

    Tone marks stay on the vowel where the writer put them (hoà and hòa are both kept): a name is never respelled.
    Normalizing again changes nothing.

    Example: normalize("Ho\\u0300a\\u00a0Bi\\u0300nh\\r\\n") == "Hòa Bình\\n"
    """
    one_line_end = text.replace("\r\n", "\n").replace("\r", "\n")
    # NFC last: a letter and its mark may have stood apart, with a zero-width character between them
    return unicodedata.normalize("NFC", one_line_end.translate(_REPLACEMENTS))


# All Latin capitals, Vietnamese ones included, for a character class: rf"[{CAPITALS}]"; "re" has no class of its own
CAPITALS = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x1F00)) if letter.isupper())
