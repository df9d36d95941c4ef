#!/usr/bin/env python3
"""Write summarizer/data/facts_english.tsv: the words and names that an English news text may hold.

    apt-get download scowl && dpkg-deb -x scowl_*.deb scowl
    python scripts/make_english_words.py scowl/usr/share/dict/scowl

The argument is the folder of SCOWL (Spell Checker Oriented Word Lists), here of Debian's package scowl 2020.12.07-2.
Inflected forms that `summarizer.facts.dictionary_en.known` derives by itself are left out.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from summarizer.facts.dictionary_en import SUFFIXES, stems
from summarizer.facts.syllables import fold

# SCOWL grades words by rarity: up to 60 is a dictionary for the desk; proper names beyond 50 are of the remotest
LIMITS = {"words": 60, "upper": 60, "proper-names": 50, "abbreviations": 60}
ROLES = {"words": "word", "upper": "name", "proper-names": "person", "abbreviations": "short"}
# words of the press that are younger than the lists
MODERN = {
    *("app", "brexit", "covid", "crowdfund", "crypto", "dashcam", "deepfake", "drone", "emoji", "esports", "fintech"),
    *("hashtag", "influencer", "livestream", "metaverse", "podcast", "ransomware", "selfie", "vape", "vlog", "wifi"),
}
REGIONS = ("english", "american", "british", "british_z", "british_variant_1", "american_variant_1", "variant_1")

HEAD = """\
# English words, folded, by their first two letters; forms that end in {suffixes} are derived.
# Written by scripts/make_english_words.py; change the script, not this file.
# Source: SCOWL 2020.12.07, Copyright 2000-2020 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell
# these word lists, the associated scripts, the output created from the scripts, and its documentation for any purpose
# is hereby granted without fee, provided that the above copyright notice appears in all copies and that both that
# copyright notice and this permission notice appear in supporting documentation. Kevin Atkinson makes no
# representations about the suitability of this array for any purpose. It is provided "as is" without express or
# implied warranty.
# Words of the press that are younger than SCOWL are added by hand.
# word: in lower case · name: always with a capital (places, peoples, days) · person: given names, surnames
# short: abbreviations that are not all capitals (Assoc, Sgt)
# role	words
"""


def read_scowl(folder: Path, kind: str) -> set[str]:
    """The folded words of one kind ("words", "upper" ...) up to its limit; nothing that is all capitals."""
    found: set[str] = set()
    for region in REGIONS:
        for path in folder.glob(f"{region}-{kind}.*"):
            if int(path.suffix[1:]) <= LIMITS[kind]:
                lines = path.read_text(encoding="latin-1").splitlines()
                found.update(fold(line) for line in lines if line.isalpha() and (len(line) == 1 or not line.isupper()))
    return found | MODERN if kind == "words" else found


def without_derived(words: set[str]) -> set[str]:
    """The words that cannot be derived from a shorter one that is kept: "walked" goes, "walk" stays."""
    kept: set[str] = set()
    for word in sorted(words, key=len):
        if kept.isdisjoint(stems(word)):
            kept.add(word)
    return kept


def table(role: str, words: set[str]) -> Iterator[str]:
    """The rows of one role, one for each beginning of two letters."""
    for _, group in groupby(sorted(words), key=lambda word: word[:2]):
        yield f"{role}\t{'|'.join(group)}\n"


def main() -> int:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = Path(__file__).resolve().parent.parent / "summarizer" / "data" / "facts_english.tsv"
    parser.add_argument("scowl", type=Path)
    parser.add_argument("--out", type=Path, default=default)
    options = parser.parse_args()
    text = HEAD.format(suffixes=", ".join(f"-{suffix}" for suffix in SUFFIXES))
    for kind, role in ROLES.items():
        words = read_scowl(options.scowl, kind)
        if not words:
            raise SystemExit(f"error: {options.scowl}: no list of kind '{kind}'")
        text += "".join(table(role, without_derived(words)))
    options.out.write_text(text, encoding="utf-8")
    print(f"{text.count('|')} words written to {options.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
