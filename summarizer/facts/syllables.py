"""Is a word a Vietnamese syllable? Foreign names are what stays when all that could be Vietnamese is taken away."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import combining, normalize

TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}  # grave, acute, tilde, hook above, dot below

# ngh-iêng, qu-yên, th-uở, -ông: onset, vowels, final, all without the tone mark
SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?"
    r"(?:[iy]êu|uyê|uya|uyu|oai|oay|oeo|uôi|uây|ươi|ươu|uai|uao|uêu"
    r"|ai|ao|au|âu|ay|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uă|uâ|ue|uê|ui|uô|uơ|uy|ưa|ươ|ưi|ưu|yê|ya"
    r"|[aăâeêioôơuưy])"
    r"(?:ch|ng|nh|[cmnpt])?"
)


def without_tone(word: str) -> str:
    """The word in lower case without its tone mark; vowel signs stay: "Nguyễn" -> "nguyên"."""
    low = word.lower()
    if low.isascii():
        return low
    return normalize("NFC", "".join(letter for letter in normalize("NFD", low) if letter not in TONES))


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The word in lower case without any sign, as English prints it: "Đắk" -> "dak"."""
    if word.isascii():
        return word.lower()
    plain = normalize(
        "NFD", word.lower().replace("’", "'").replace("đ", "d").replace("ø", "o").replace("ł", "l").replace("ß", "ss")
    )
    return "".join(letter for letter in plain if not combining(letter))


@lru_cache(maxsize=65536)
def is_vietnamese(word: str) -> bool:
    """True when the word could be one Vietnamese syllable: "Lâm", "Kim", "an"; not "Trump", "Reid", "Vidal"."""
    return len(word) <= 7 and SYLLABLE.fullmatch(without_tone(word)) is not None
