#!/usr/bin/env python3
"""Repair the translations of any system by rule alone: no model, only the steps that need none.

    python scripts/evaluate_repair.py --source F.vi --translation F.en [--translation ...] --out DIR [--lines A-B]

Each line is checked against its source and repaired as the program repairs its own drafts: a step counts only where
it makes the verdict better. The repaired lines are written to DIR under the name of their file, so that any scorer
can compare them with the lines as they were; lines outside of the range are left out.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from parallel import line_range, read_lines

from summarizer.normalization import normalize
from summarizer.repair import Attempt, edit_steps, repair
from summarizer.results import Repair
from summarizer.verification import verify


def repaired(source: str, english: str) -> tuple[Attempt, Attempt, tuple[Repair, ...]]:
    """The translation as it was, as the steps leave it, and what they changed."""

    def judge(text: str, cut_off: bool = False) -> Attempt:
        return Attempt(text, verify(source, text, cut_off=cut_off))

    first = judge(english)
    best, repairs = repair(first, edit_steps(source, judge))
    return first, best, repairs


def main() -> int:
    """Write the repaired files and print one row for each; 0 always, for judging the figures is the caller's."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True, help="Vietnamese, one segment a line")
    parser.add_argument("--translation", type=Path, action="append", required=True, help="English, line by line")
    parser.add_argument("--out", type=Path, required=True, help="folder for the repaired files")
    parser.add_argument("--lines", type=line_range, default=slice(None), help="1-based range of lines, e.g. 501-")
    parser.add_argument("--show", action="store_true", help="print every line that was changed, and why")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    sources = read_lines(options.source)
    print(f"{'file':32} {'lines':>6} {'alarms':>7} {'changed':>8} {'repaired':>9} {'left':>6}")
    for path in options.translation:
        lines = read_lines(path, like=sources)[options.lines]
        alarms = changed = left = 0
        result = []
        for number, (source, line) in enumerate(
            zip(sources[options.lines], lines, strict=True), options.lines.start or 0
        ):
            first, best, repairs = repaired(normalize(source), normalize(line))
            alarms += not first.verdict.ok
            left += not best.verdict.ok
            changed += bool(repairs)
            result.append(best.english if repairs else line)
            if options.show and repairs:
                print(f"  {path.name} {number + 1}\n    {source}")
                for one in repairs:
                    print(f"    - {one.before}\n    + {one.after}\n    because {one.reason}")
        (options.out / path.name).write_text("".join(f"{line}\n" for line in result), encoding="utf-8")
        print(f"{path.name:32} {len(lines):6} {alarms:7} {changed:8} {alarms - left:9} {left:6}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
