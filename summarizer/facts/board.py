"""The facts of a translation on a board: finding a free place for a value, and remembering what is taken."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.facts.base import Fact, Key, Part, Reading
from summarizer.facts.units import compatible

Place = tuple[int, int, int]  # target fact, its reading, the part of the reading

LOOK = 32  # places with one key that are compared; a value that occurs more often is the same everywhere
PERFECT = 9  # same unit, same kind, a firm fact, the first key


class Board:
    """The target facts with what is taken of them; finds a free place for a part of a source fact."""

    def __init__(self, targets: Sequence[Fact]) -> None:
        self.targets = targets
        self.places: dict[Key, list[Place]] = {}  # last place first, so that the first is popped cheaply
        self.taken: set[Place] = set()
        self.chosen: dict[int, int] = {}  # target fact -> the reading in use
        self.owner: dict[int, Fact] = {}  # target fact -> the source fact that took it
        for t in range(len(targets) - 1, -1, -1):
            for r, reading in enumerate(targets[t].readings):
                for p, part in enumerate(reading):
                    for key in part:
                        self.places.setdefault(key, []).append((t, r, p))

    def live(self, key: Key) -> list[Place]:
        """The free places with a key in reading order, LOOK of them at most."""
        places = self.places.get(key)
        if not places:
            return []
        while places and places[-1] in self.taken:
            places.pop()
        return [place for place in reversed(places[-LOOK:]) if self.is_free(place)]

    def is_free(self, place: Place) -> bool:
        """True when the place is not taken, nor another reading of its fact in use."""
        return place not in self.taken and self.chosen.get(place[0], place[1]) == place[1]

    def free(self, part: Part, source: Fact) -> Place | None:
        """The best free place that shares a key with `part`; units that contradict are refused."""
        best: Place | None = None
        best_score = -100
        clash = False
        for rank, key in enumerate(part):
            for place in self.live(key):
                target = self.targets[place[0]]
                if not compatible(source.unit, target.unit):
                    clash = clash or target.firm
                    continue
                score = (4 if source.unit == target.unit else 0) + (2 if source.kind == target.kind else 0) - rank
                score += 3 if target.firm else 0
                if score >= PERFECT:
                    return place
                if score > best_score:
                    best, best_score = place, score
        if clash and source.unit and best is not None and not self.targets[best[0]].firm:
            return None  # "hai ngày" became "two weeks"; the "both" beside it is another two
        return best

    def take(self, place: Place, source: Fact) -> None:
        """Mark the place as used by the source fact."""
        self.taken.add(place)
        self.chosen.setdefault(place[0], place[1])
        self.owner.setdefault(place[0], source)

    def take_reading(self, reading: Reading, source: Fact) -> int | None:
        """Take free places for all parts of a reading; the first one's target fact, or None and nothing taken."""
        found: list[Place] = []
        fresh: list[int] = []
        for part in reading:
            place = self.free(part, source)
            if place is None:
                self.taken.difference_update(found)
                for t in fresh:
                    del self.chosen[t], self.owner[t]
                return None
            if place[0] not in self.chosen:
                fresh.append(place[0])
            found.append(place)
            self.take(place, source)
        return found[0][0]

    def unmet(self, known: set[Key]) -> list[int]:
        """The target facts in use of which a part has no counterpart in the source, e.g. the second end of a range.

        A year that only the translation adds to a day or a month is derived from the article's date, and allowed.
        """
        result = []
        for t, r in self.chosen.items():
            fact = self.targets[t]
            if not fact.firm:
                continue
            for p, part in enumerate(fact.readings[r]):
                if (t, r, p) in self.taken or any(key in known for key in part):
                    continue
                if fact.kind == "date" and p and len(self.owner[t].readings[0]) == 1:
                    continue
                result.append(t)
                break
        return result
