#!/usr/bin/env python3
"""Play recorded translations through the whole chain, as if the system that made them were an engine of this program.

    python scripts/evaluate_replay.py --source F.vi --translation F.en --out DIR [--lines A-B] [--fallback MODEL]

Each line is verified and repaired as the program's own drafts are; with --fallback the lines that are still wrong go to
a second model. The resulting lines are written to DIR under the name of their file, so that any scorer can compare them
with the lines as they were; lines outside of the range are left out.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from parallel import line_range, read_lines

from summarizer.article import PartialDate, Segment
from summarizer.chain import SentenceChain
from summarizer.drafts import Draft, Translating, Try, finish
from summarizer.facts import find_source_facts
from summarizer.normalization import normalize
from summarizer.persons import Persons
from summarizer.pipeline import Summarizer


class Recorded:
    """A translator that has one translation of each sentence, and nothing else to try."""

    def __init__(self, translations: Mapping[str, str]) -> None:
        self._translations = translations

    def expect(self, sources: Sequence[str]) -> None:
        """See `Translating.expect`."""

    def translate(self, source: str, date: PartialDate | None = None) -> Draft:
        """See `Translating.translate`."""
        return Draft(finish(self._translations[source], source, find_source_facts(source)))

    def alternatives(self, source: str) -> list[Draft]:
        """See `Translating.alternatives`."""
        return []

    def tries(self, source: str, seed: int, date: PartialDate | None = None) -> list[Try]:
        """See `Translating.tries`."""
        return []

    def disagrees(self, source: str) -> bool:
        """See `Translating.disagrees`."""
        return False

    def remember(self, source: str, english: str, date: PartialDate | None = None) -> None:
        """See `Translating.remember`."""


def main() -> int:
    """Write the resulting lines and print what happened to them; 0 always, for judging the figures is the caller's."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True, help="Vietnamese, one segment a line")
    parser.add_argument("--translation", type=Path, required=True, help="English, line by line")
    parser.add_argument("--out", type=Path, required=True, help="folder for the resulting file")
    parser.add_argument("--lines", type=line_range, default=slice(None), help="1-based range of lines, e.g. 501-")
    parser.add_argument("--fallback", help="a second model, by name or path")
    parser.add_argument("--show", action="store_true", help="print every line that the second model has changed")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    everything = read_lines(options.source)
    sources = [normalize(line) for line in everything[options.lines]]
    lines = [normalize(line) for line in read_lines(options.translation, like=everything)[options.lines]]
    start = time.monotonic()
    with Summarizer(fallback=options.fallback) as summarizer:
        persons = Persons([])
        translators: list[Translating] = [Recorded(dict(zip(sources, lines, strict=True)))]
        if summarizer.fallback:
            translators.append(summarizer.translator(summarizer.fallback, persons))
        chain = SentenceChain(translators, persons, None, seed=0)
        done = [
            chain.run(Segment(number, source, 0, len(source)), f"line {number}")
            for number, source in enumerate(sources, 1)
        ]
    statuses = Counter(sentence.status for sentence in done)
    (options.out / options.translation.name).write_text(
        "".join(f"{sentence.english}\n" for sentence in done), encoding="utf-8"
    )
    for sentence in done if options.show else ():
        for repair in sentence.repairs:
            if repair.step == "fallback":
                print(f"{sentence.segment.id}\n  {sentence.segment.text}\n- {repair.before}\n+ {repair.after}")
                print(f"  because {repair.reason}; now {sentence.status}")
    taken = sum(repair.step == "fallback" for sentence in done for repair in sentence.repairs)
    print(
        f"{options.translation.name}: {len(done)} lines, {statuses['verified']} verified, {statuses['repaired']} "
        f"repaired, {statuses['unverified']} left; {chain.sent} sent to the fallback model, {taken} taken from it; "
        f"{time.monotonic() - start:.0f} s"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
