#!/usr/bin/env python3
"""Measure the fact comparison on real mistakes that people have labelled: share found by kind, false alarms.

    python scripts/evaluate_labels.py --data DIR --labels FILE [--set flores-dev] [--show]

DIR holds the line-aligned files SET.vi and, for each system that the labels name, SET.SYSTEM.en. FILE has one label a
line, in tab-separated columns: line (1-based), system, verdict, kind, source words, reason. The verdict is "ok" for a
translation without a wrong fact, and "lost", "changed" or "added" for one mistake of it; a translation with several
mistakes has as many lines. Lines with another verdict, and those that start with "#", are passed over. A mistake is
found when the comparison reports any problem with its translation.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from parallel import read_lines

from summarizer.checking import check_lines
from summarizer.facts import FactReport

COLUMNS = 6
MISTAKES = frozenset(["lost", "changed", "added"])


@dataclass(frozen=True, slots=True)
class Label:
    """What a person says of one translation of one line."""

    line: int  # 1-based
    system: str
    verdict: str  # "ok", "lost", "changed" or "added"
    kind: str = ""  # "number", "person" ...; "" for "ok"
    words: str = ""  # of the source
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A label with the line it speaks of and what the comparison makes of it."""

    label: Label
    source: str
    translation: str
    report: FactReport


def read_labels(path: Path) -> list[Label]:
    """The labels of a file, in order."""
    labels = []
    for number, row in enumerate(csv.reader(read_lines(path), delimiter="\t", quoting=csv.QUOTE_NONE), 1):
        if not row or row[0].startswith("#") or row[0] == "line":
            continue
        if len(row) < 3 or not row[0].isdecimal():
            raise SystemExit(f"error: {path}, line {number}: expected 'line<TAB>system<TAB>verdict', found {row}")
        line, *texts = row[:COLUMNS]
        labels.append(Label(int(line), *(text.strip() for text in texts)))
    return labels


def read_cases(folder: Path, name: str, labels: Sequence[Label]) -> Iterator[Case]:
    """The labels that say something, each with its line and the report on it."""
    sources = read_lines(folder / f"{name}.vi")
    systems = {label.system for label in labels}
    translations = {one: read_lines(folder / f"{name}.{one}.en", like=sources) for one in systems}
    reports: dict[tuple[int, str], FactReport] = {}
    for label in labels:
        if label.verdict != "ok" and label.verdict not in MISTAKES:
            continue
        if not 1 <= label.line <= len(sources):
            raise SystemExit(f"error: line {label.line} is labelled, {name}.vi has {len(sources)} lines")
        source, translation = sources[label.line - 1], translations[label.system][label.line - 1]
        key = (label.line, label.system)
        if key not in reports:
            reports[key] = next(check_lines([source], [translation]))
        yield Case(label, source, translation, reports[key])


def show(title: str, case: Case) -> None:
    """Print one case that the comparison judges otherwise than the label does."""
    label = case.label
    print(f"  {title} {label.line} {label.system}: {label.verdict} {label.kind} {label.words} {label.reason}".rstrip())
    print(f"    {case.source}\n    {case.translation}")
    for match in case.report.problems:
        print(f"    {match.status} {match.kind}: {match.reason}")


def share(part: int, total: int) -> str:
    """A share in the form of the tables: "  97 of   100 =  97.00 %"."""
    return f"{part:6} of {total:6} = {100 * part / total if total else 0:6.2f} %"


def main() -> int:
    """Print the two measures; 0 always, for judging the figures is the caller's."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with SET.vi and SET.SYSTEM.en")
    parser.add_argument("--labels", type=Path, required=True, help="TSV file with the columns above")
    parser.add_argument("--set", default="flores-dev", help="name of the labelled set (default: flores-dev)")
    parser.add_argument("--show", action="store_true", help="print the mistakes not found and the false alarms")
    options = parser.parse_args()
    total, found = Counter[str](), Counter[str]()
    right = alarms = 0
    for case in read_cases(options.data, options.set, read_labels(options.labels)):
        alarmed = not case.report.ok
        if case.label.verdict == "ok":
            right += 1
            alarms += alarmed
        else:
            total[case.label.kind] += 1
            found[case.label.kind] += alarmed
        if options.show and alarmed == (case.label.verdict == "ok"):
            show("false alarm" if alarmed else "not found", case)
    print("labelled mistakes found:")
    for kind, number in total.most_common():
        print(f"  {kind:26} {share(found[kind], number)}")
    print(f"  {'all':26} {share(found.total(), total.total())}")
    print(f"alarms on right translations:\n  {'all':26} {share(alarms, right)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
