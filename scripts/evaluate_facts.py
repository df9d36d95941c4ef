#!/usr/bin/env python3
"""Measure the fact comparison: silence on human translations, share of planted mistakes found, speed.

    python scripts/evaluate_facts.py --data DIR [--lines 501-] [--count 20000] [--seed 1] [--show 5]

DIR holds line-aligned files NAME.vi and NAME.en (human translations), e.g. of FLORES-200 dev and NTREX-128.
Each planted mistake changes one thing in a human translation; it is found when the comparison reports a problem
that it does not report for the untouched translation. Sentences that raise an alarm untouched are counted as silent
failures and are not planted with mistakes.
"""

from __future__ import annotations

import argparse
import calendar
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from parallel import line_range, read_lines

from summarizer.facts import compare

Pair = tuple[str, str]  # source, translation
# source, translation -> the damaged translation, or None where the kind does not apply
Planter = Callable[[str, str, random.Random, "Corpus"], str | None]

NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")
NAME = re.compile(r"\b[A-Z][a-zà-ÿ]{3,}\b")
NUMBER_WORDS = {
    "two": "three",
    "three": "five",
    "four": "six",
    "five": "three",
    "six": "nine",
    "seven": "four",
    "eight": "five",
    "nine": "six",
    "ten": "twelve",
    "twelve": "twenty",
    "fourteen": "forty",
    "fifty": "fifteen",
    "thirty": "thirteen",
}
# how a Vietnamese text states these numbers, in words or digits
STATED = {
    "two": "hai|2|đôi|cặp|kép",
    "three": "ba|3",
    "four": "bốn|tư|4",
    "five": "năm|lăm|5",
    "six": "sáu|6",
    "seven": "bảy|7",
    "eight": "tám|8",
    "nine": "chín|9",
    "ten": "mười|10|chục",
    "twelve": "mười hai|12|tá",
    "fourteen": "mười bốn|14",
    "fifty": "năm mươi|50",
    "thirty": "ba mươi|30",
}
SCALES = ["hundred", "thousand", "million", "billion", "trillion"]


def pairs_of(text: str) -> list[tuple[str, str]]:
    """The word pairs of a list: "km miles, kg pounds" -> [("km", "miles"), ("kg", "pounds")]."""
    return [(one, two) for one, two in (pair.split() for pair in text.split(","))]


UNITS = pairs_of(
    """km miles, kilometers miles, kilometres miles, miles kilometers, meters feet, metres feet, feet meters,
    inches centimeters, kg pounds, pounds kilograms, tons kilograms, hours minutes, minutes hours, seconds minutes,
    days weeks, weeks months, months years, years months, decades years, percent kilometers, km/h mph, mph km/h,
    dollars euros, euros dollars, % kilometers, year month, hour minute, day week"""
)
MONTHS = list(calendar.month_name)[1:]
WEEKDAYS = list(calendar.day_name)
TURNS = pairs_of(
    """increased decreased, increase decrease, increases decreases, rose fell, risen fallen, rise fall, rising falling,
    grew shrank, grown shrunk, higher lower, climbed dropped, raised lowered, gained lost, jumped plunged,
    soared plummeted, growth decline"""
)
# the source states a movement of some quantity
MOVEMENT = re.compile(r"\b(?:tăng|giảm|sụt|cao hơn|thấp hơn|leo thang)\b", re.IGNORECASE)
AUXILIARIES = "is|are|was|were|will|would|could|should|can|has|have|had|did|does|do|may|might|must"
NEGATED = re.compile(rf"\b({AUXILIARIES}) not\b|\b(ca)nnot\b|\b({AUXILIARIES}|ca|wo)n['’]t\b")
AUXILIARY = re.compile(rf"\b({AUXILIARIES})\b(?! not|n['’]t)")


class Corpus:
    """The names of all translations, from which a wrong name is drawn."""

    def __init__(self, pairs: list[Pair]) -> None:
        self.names: list[str] = sorted(
            {name for source, text in pairs for name in NAME.findall(text) if name in source}
        )


def digit_changed(source: str, text: str, rng: random.Random, corpus: Corpus) -> str | None:
    """One digit of one numeral becomes another digit: 1,500 -> 1,700."""
    places = [match.start() + i for match in NUMERAL.finditer(text) for i, c in enumerate(match.group()) if c.isdigit()]
    if not places:
        return None
    place = rng.choice(places)
    return text[:place] + rng.choice([d for d in "123456789" if d != text[place]]) + text[place + 1 :]


def number_word_changed(source: str, text: str, rng: random.Random, corpus: Corpus) -> str | None:
    """One number word becomes another: six -> nine; only where the source states the number at all."""
    found = [
        match
        for match in re.finditer(r"\b[a-z]+\b", text)
        if match.group() in NUMBER_WORDS and re.search(rf"\b(?:{STATED[match.group()]})\b", source, re.IGNORECASE)
    ]
    if not found:
        return None
    match = rng.choice(found)
    return text[: match.start()] + NUMBER_WORDS[match.group()] + text[match.end() :]


def marks_swapped(source: str, text: str, rng: random.Random, corpus: Corpus) -> str | None:
    """Point and comma of one numeral change places: 1,500 -> 1.500, 2.3 -> 2,3."""
    found = [match for match in NUMERAL.finditer(text) if "." in match.group() or "," in match.group()]
    if not found:
        return None
    match = rng.choice(found)
    return text[: match.start()] + match.group().translate(str.maketrans(".,", ",.")) + text[match.end() :]


def scale_changed(source: str, text: str, rng: random.Random, corpus: Corpus) -> str | None:
    """One scale word becomes another: 2.3 billion -> 2.3 million."""
    found = list(re.finditer(rf"\b({'|'.join(SCALES)})(s?)\b", text))
    found += list(re.finditer(r"(?<=\d)(m|bn)()\b", text)) if "£" in text or "$" in text else []
    if not found:
        return None
    match = rng.choice(found)
    if match.group(1) in ("m", "bn"):
        other = "bn" if match.group(1) == "m" else "m"
    else:
        other = rng.choice([scale for scale in SCALES if scale != match.group(1)]) + match.group(2)
    return text[: match.start()] + other + text[match.end() :]


def unit_changed(source: str, text: str, rng: random.Random, corpus: Corpus) -> str | None:
    """The unit or the currency of one figure becomes another: 5 km -> 5 miles, $5 -> €5."""
    found = []
    for unit, other in UNITS:
        pattern = (
            rf"\d{re.escape(unit)}" if unit == "%" else rf"(?:\d|\b(?:{'|'.join(NUMBER_WORDS)}))[ -]?{unit}\b(?!/)"
        )
        said = f" {other}" if unit == "%" else other
        found += [(match.end() - len(unit), match.end(), said) for match in re.finditer(pattern, text)]
    found += [
        (match.start(), match.end(), "£" if match.group() == "€" else "€")
        for match in re.finditer(r"[$€£](?=\d)", text)
    ]
    if not found:
        return None
    start, end, other = rng.choice(found)
    return text[:start] + other + text[end:]


def date_shifted(source: str, text: str, rng: random.Random, corpus: Corpus) -> str | None:
    """A month, a weekday or a year becomes another."""
    found: list[tuple[int, int, str]] = []
    for names in (MONTHS, WEEKDAYS):
        for match in re.finditer(rf"\b({'|'.join(names)})\b", text):
            if match.group() == "May" and not re.match(r" \d|,? \d{4}", text[match.end() :]):
                continue
            if match.group() == "March" and not re.match(r" \d", text[match.end() :]):
                continue
            found.append((match.start(), match.end(), rng.choice([name for name in names if name != match.group()])))
    for match in re.finditer(r"(?<![\d,.$£€])(?:1[5-9]|20)\d\d(?![\d,.]\d|\d)", text):
        found.append((match.start(), match.end(), str(int(match.group()) + rng.choice([-10, -2, -1, 1, 2, 10]))))
    if not found:
        return None
    start, end, other = rng.choice(found)
    return text[:start] + other + text[end:]


def name_swapped(source: str, text: str, rng: random.Random, corpus: Corpus) -> str | None:
    """A name that the source writes alike becomes the name of somebody or somewhere else."""
    found = [match for match in NAME.finditer(text) if re.search(rf"\b{match.group()}\b", source)]
    found = [match for match in found if len(re.findall(rf"\b{match.group()}", text)) == 1]
    if not found:
        return None
    match = rng.choice(found)
    other = rng.choice([name for name in corpus.names if name not in text])
    return text[: match.start()] + other + text[match.end() :]


def negation_dropped(source: str, text: str, rng: random.Random, corpus: Corpus) -> str | None:
    """The "not" of one verb is left out: did not go -> did go."""
    found = list(NEGATED.finditer(text))
    if not found:
        return None
    match = rng.choice(found)
    verb: str = next(group for group in match.groups() if group)
    verb = {"ca": "can", "wo": "will"}.get(verb, verb)
    return text[: match.start()] + verb + text[match.end() :]


def negation_added(source: str, text: str, rng: random.Random, corpus: Corpus) -> str | None:
    """One verb gets a "not": was seen -> was not seen."""
    found = list(AUXILIARY.finditer(text))
    if not found or NEGATED.search(text):
        return None
    match = rng.choice(found)
    return text[: match.end()] + " not" + text[match.end() :]


def rise_turned(source: str, text: str, rng: random.Random, corpus: Corpus) -> str | None:
    """A rise becomes a fall, or a fall a rise, where the source speaks of more or less."""
    if not MOVEMENT.search(source):
        return None
    found = []
    for one, two in TURNS:
        for word, other in ((one, two), (two, one)):
            found += [(match, other) for match in re.finditer(rf"\b{word}\b", text)]
    if not found:
        return None
    match, other = rng.choice(found)
    return text[: match.start()] + other + text[match.end() :]


def number_invented(source: str, text: str, rng: random.Random, corpus: Corpus) -> str | None:
    """A figure that the source does not have is put in after some word."""
    gaps = [match.start() for match in re.finditer(r"(?<=[a-z]) (?=[a-z])", text)]
    if not gaps:
        return None
    gap = rng.choice(gaps)
    figures = [str(rng.randint(13, 99)), str(rng.randint(100, 999)), f"{rng.randint(1, 99)},{rng.randint(100, 999)}"]
    number = rng.choice([*figures, f"{rng.randint(2, 9)}.{rng.randint(1, 9)} percent", "seventeen", "forty-three"])
    return f"{text[:gap]} {number}{text[gap:]}"


def planted(pairs: list[Pair], count: int, rng: random.Random) -> list[tuple[str, str, str, str]]:
    """`count` damaged translations as (kind, source, translation, damaged), the kinds as even as the texts allow."""
    corpus = Corpus(pairs)
    pool: dict[str, set[tuple[str, str, str]]] = {kind: set() for kind in KINDS}
    rounds = max(4, 8 * count // max(1, len(pairs) * len(KINDS)))
    for kind, planters in KINDS.items():
        for planter in planters:
            for source, text in pairs:
                for _ in range(rounds):
                    damaged = planter(source, text, rng, corpus)
                    if damaged is None:
                        break
                    if damaged != text:
                        pool[kind].add((source, text, damaged))
    for (source, text), (source_2, text_2) in pairwise(pairs):
        whole = (f"{source} {source_2}", f"{text} {text_2}")
        pool["sentence dropped"].add((*whole, text))
        pool["sentence dropped"].add((*whole, text_2))
    share = count // len(KINDS)
    result = []
    missing = 0
    for kind, cases in sorted(pool.items(), key=lambda item: len(item[1])):
        wanted = share + missing // max(1, len(KINDS))
        chosen = rng.sample(sorted(cases), min(wanted, len(cases)))
        missing += max(0, share - len(chosen))
        result += [(kind, *case) for case in chosen]
    rest = [(kind, *case) for kind, cases in pool.items() for case in cases]
    known = set(result)
    extra = [case for case in sorted(rest) if case not in known]
    if len(result) < count:
        result += rng.sample(extra, min(count - len(result), len(extra)))
    return result


KINDS: dict[str, list[Planter]] = {
    "digit changed": [digit_changed],
    "number word changed": [number_word_changed],
    "point and comma swapped": [marks_swapped],
    "scale word changed": [scale_changed],
    "unit changed": [unit_changed],
    "date shifted": [date_shifted],
    "name swapped": [name_swapped],
    "negation dropped": [negation_dropped],
    "negation added": [negation_added],
    "rise turned to fall": [rise_turned],
    "sentence dropped": [],
    "number invented": [number_invented],
}


def read_pairs(folder: Path, lines: slice) -> dict[str, list[Pair]]:
    """The aligned lines of each NAME.vi with NAME.en in the folder, cut to the wanted range."""
    found = {}
    for path in sorted(folder.glob("*.vi")):
        source = read_lines(path)
        target = read_lines(path.with_suffix(".en"), like=source)
        found[path.stem] = list(zip(source, target, strict=True))[lines]
    if not found:
        raise SystemExit(f"error: {folder}: no file NAME.vi with its NAME.en")
    return found


def problems(source: str, text: str) -> set[tuple[str, str, str]]:
    """The problems of one pair, comparable between two translations of it."""
    found = compare(source, text).problems
    return {(p.status, p.source.text if p.source else "", p.target.text if p.target else "") for p in found}


def main() -> int:
    """Print the three measures; 0 always, for judging the figures is the caller's."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with NAME.vi and NAME.en")
    parser.add_argument("--lines", type=line_range, default=slice(None), help="1-based range of lines, e.g. 501-")
    parser.add_argument("--count", type=int, default=20_000, help="planted mistakes")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="print this many unfound mistakes of each kind")
    parser.add_argument("--alarms", action="store_true", help="print the alarms on human translations")
    options = parser.parse_args()
    clean: list[Pair] = []
    for name, pairs in read_pairs(options.data, options.lines).items():
        started = time.process_time()
        reports = [compare(source, text) for source, text in pairs]
        speed = len(pairs) / (time.process_time() - started)
        loud = [
            (number, pair, report)
            for number, (pair, report) in enumerate(zip(pairs, reports, strict=True))
            if not report.ok
        ]
        clean += [pair for pair, report in zip(pairs, reports, strict=True) if report.ok]
        print(
            f"{name}: alarms on {len(loud)} of {len(pairs)} human translations = {100 * len(loud) / len(pairs):.2f} %; "
            f"{speed:.0f} pairs a second"
        )
        if options.alarms:
            for number, (source, text), report in loud:
                print(f"  {number + 1}\n    {source}\n    {text}")
                for match in report.problems:
                    print(f"    {match.status} {match.kind}: {match.reason}")
    rng = random.Random(options.seed)
    cases = planted(clean, options.count, rng)
    total, found, shown = Counter[str](), Counter[str](), Counter[str]()
    before: dict[Pair, set[tuple[str, str, str]]] = {}
    for kind, source, text, damaged in cases:
        if (source, text) not in before:
            before[source, text] = problems(source, text)
        total[kind] += 1
        if problems(source, damaged) - before[source, text]:
            found[kind] += 1
        elif shown[kind] < options.show:
            shown[kind] += 1
            print(f"  not found, {kind}:\n    {source}\n    {text}\n    {damaged}")
    print(f"planted mistakes, seed {options.seed}:")
    for kind in total:
        print(f"  {kind:26} {found[kind]:6} of {total[kind]:6} = {100 * found[kind] / total[kind]:6.2f} %")
    print(f"  {'all':26} {found.total():6} of {total.total():6} = {100 * found.total() / total.total():6.2f} %")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
