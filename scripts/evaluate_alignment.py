#!/usr/bin/env python3
"""Measure the alignment of documents: the share of sentences paired rightly when some are left out, or joined.

    python scripts/evaluate_alignment.py --data DIR [--set ntrex-dev] [--lines 1-500] [--seed 1]

DIR holds the line-aligned files SET.vi and SET.en, and SET.docids, which tells the article of each line. Every article
is aligned as it is; with one in ten sentences left out of the translation; and with one in five pairs of source
sentences joined.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from parallel import line_range, read_lines

from summarizer.alignment import align
from summarizer.glossary import load_glossary

LEFT_OUT, JOINED = 0.1, 0.2  # shares of the sentences
Gold = set[tuple[tuple[int, ...], tuple[int, ...]]]  # indexes of source and target sentences that belong together
Case = tuple[list[str], list[str], Gold]


def as_it_is(pairs: Sequence[tuple[str, str]], rng: random.Random) -> Case:
    """The article with nothing changed."""
    return [one for one, _ in pairs], [two for _, two in pairs], {((n,), (n,)) for n in range(len(pairs))}


def left_out(pairs: Sequence[tuple[str, str]], rng: random.Random) -> Case:
    """The article with some sentences missing from its translation."""
    target: list[str] = []
    gold: Gold = set()
    for number, (_, english) in enumerate(pairs):
        if rng.random() < LEFT_OUT:
            gold.add(((number,), ()))
        else:
            gold.add(((number,), (len(target),)))
            target.append(english)
    return [one for one, _ in pairs], target, gold


def joined(pairs: Sequence[tuple[str, str]], rng: random.Random) -> Case:
    """The article with some pairs of its sentences made one."""
    source: list[str] = []
    gold: Gold = set()
    number = 0
    while number < len(pairs):
        size = 2 if number + 1 < len(pairs) and rng.random() < JOINED else 1
        gold.add(((len(source),), tuple(range(number, number + size))))
        source.append(" ".join(vietnamese for vietnamese, _ in pairs[number : number + size]))
        number += size
    return source, [two for _, two in pairs], gold


CASES: dict[str, Callable[[Sequence[tuple[str, str]], random.Random], Case]] = {
    "as it is": as_it_is,
    "left out": left_out,
    "joined": joined,
}


def main() -> int:
    """Print the three measures; 0 always, for judging the figures is the caller's."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with SET.vi, SET.en and SET.docids")
    parser.add_argument("--set", default="ntrex-dev", help="name of the set (default: ntrex-dev)")
    parser.add_argument("--lines", type=line_range, default=slice(None), help="1-based range of lines, e.g. 1-500")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    columns = [read_lines(options.data / f"{options.set}.{suffix}")[options.lines] for suffix in ("docids", "vi", "en")]
    articles = [
        [(vietnamese, english) for _, vietnamese, english in lines]
        for _, lines in groupby(zip(*columns, strict=True), key=lambda line: line[0])
    ]
    glossary = load_glossary(None)
    for name, make in CASES.items():
        rng = random.Random(options.seed)
        total = right = missing = found = wrongly = 0
        for pairs in articles:
            source, target, gold = make(pairs, rng)
            beads = {(tuple(bead.source), tuple(bead.target)) for bead in align(source, target, glossary)}
            gone = {bead for bead in gold if not bead[1]}
            total, right = total + len(gold), right + len(gold & beads)
            missing, found = missing + len(gone), found + len(gone & beads)
            wrongly += sum(not bead[1] for bead in beads - gold)
        print(f"{name:10} {right} of {total} right; left out: {found} of {missing} found, {wrongly} wrongly")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
