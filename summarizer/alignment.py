"""Which sentences of a translation are the English of which source sentences.

Dynamic programming over the lengths of sentences (Gale and Church, "A Program for Aligning Sentences in Bilingual
Corpora", Computational Linguistics 19(1), 1993) and over the words that both sides share: figures, names and the
English of glossary terms (as hunalign does: Varga et al., RANLP 2005).
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.facts.syllables import fold
from summarizer.glossary import Glossary

LENGTH_RATIO = 0.94  # English to Vietnamese code points, in FLORES-200 dev and NTREX-128, lines 1-500
VARIANCE = 6.8  # of the length per code point, as Gale and Church found for pairs of European languages
# numbers of source and target sentences -> cost: -log of how often human translators do it, after Gale and
# Church; leaving out and adding cost less than with them, for here they are what is looked for
MOVES = {(1, 1): 0.12, (1, 2): 3.1, (2, 1): 3.1, (2, 2): 5.2, (1, 0): 2.5, (0, 1): 2.5, (1, 3): 6.0, (3, 1): 6.0}
SHARED = 2.5  # gain of a pair all whose words are shared
BEAM = 40.0  # partial alignments that cost so much more than the best one are given up
STEM = 5  # letters that make two English words one: "invested", "investment"

WORD = re.compile(r"[^\W\d_]{2,}")
NUMERAL = re.compile(r"\d+(?:[.,]\d{3})*")


class Bead(NamedTuple):
    """Sentences of both sides that belong together: half-open ranges of indexes, one of which may be empty."""

    source: range
    target: range


class Sentence(NamedTuple):
    """What alignment looks at: the length in code points, and the words as they might stand in English."""

    size: int
    words: frozenset[str]


def align(source: Sequence[str], target: Sequence[str], glossary: Glossary) -> list[Bead]:
    """The beads of two texts in order; every sentence is in exactly one.

    Args:
        source: Vietnamese sentences.
        target: English sentences, in about the same order.
        glossary: its terms tell which English words may be expected.

    Example: align(["Mưa rất to.", "Hai người chết."], ["Two people died."], glossary)[0].target == range(0, 0)
    """
    mine = [Sentence(len(text), expected_words(text, glossary)) for text in source]
    theirs = [Sentence(len(text), words_of(text)) for text in target]
    weights = word_weights(mine, theirs)
    rows, columns = len(mine), len(theirs)
    # for each number of source sentences: number of target sentences -> cost so far and the last step
    best: list[dict[int, tuple[float, tuple[int, int]]]] = [{} for _ in range(rows + 1)]
    best[0][0] = (0.0, (0, 0))
    for row in range(rows + 1):
        here = best[row]
        limit = min(cost for cost, _ in here.values()) + BEAM
        column = min(here)
        while column <= max(here):  # a step within the row may add a column
            if column in here and (here[column][0] <= limit or row == rows):
                for step, base in MOVES.items():
                    after = row + step[0], column + step[1]
                    if after[0] > rows or after[1] > columns:
                        continue
                    one, two = mine[row : after[0]], theirs[column : after[1]]
                    total = here[column][0] + base + pair_cost(one, two, weights)
                    if after[1] not in best[after[0]] or total < best[after[0]][after[1]][0]:
                        best[after[0]][after[1]] = (total, step)
            column += 1
    beads = []
    row, column = rows, columns
    while row or column:
        step = best[row][column][1]
        beads.append(Bead(range(row - step[0], row), range(column - step[1], column)))
        row, column = row - step[0], column - step[1]
    return beads[::-1]


def pair_cost(one: Sequence[Sentence], two: Sequence[Sentence], weights: dict[str, float]) -> float:
    """What it costs to take these sentences as translations of each other, or as left out or added."""
    size, other = sum(sentence.size for sentence in one), sum(sentence.size for sentence in two)
    if not one or not two:
        return 0.0
    difference = abs(other - size * LENGTH_RATIO) / math.sqrt(VARIANCE * max(1, size, other))
    unlikely = -math.log(max(1e-9, math.erfc(difference / math.sqrt(2))))
    words = frozenset().union(*(sentence.words for sentence in one))
    english = frozenset().union(*(sentence.words for sentence in two))
    shared = sum(weights.get(word, 0.0) for word in words & english)
    possible = min(sum(weights.get(word, 0.0) for word in side) for side in (words, english))
    return unlikely / 2 - SHARED * (shared / possible if possible else 0.0) * math.log1p(shared)


def word_weights(mine: Sequence[Sentence], theirs: Sequence[Sentence]) -> dict[str, float]:
    """How much each word that stands on both sides tells: the rarer, the more (inverse document frequency)."""
    counts = [Counter(word for sentence in side for word in sentence.words) for side in (mine, theirs)]
    total = 1 + max(len(mine), len(theirs))
    return {word: math.log(total / max(count[word] for count in counts)) for word in counts[0].keys() & counts[1]}


def expected_words(text: str, glossary: Glossary) -> frozenset[str]:
    """The words that an English translation may have: figures, names, and the English of glossary terms."""
    english = " ".join(term.entry.target for term in glossary.find(unicodedata.normalize("NFC", text)))
    return words_of(english) | words_of(text)


def words_of(text: str) -> frozenset[str]:
    """The figures without marks and the folded beginnings of the words: "1,500 investors" -> {"1500", "inves"}."""
    figures = {re.sub(r"\D", "", figure) for figure in NUMERAL.findall(text)}
    return frozenset(figures | {fold(word)[:STEM] for word in WORD.findall(text)})
