"""Batches by token budget: texts of about the same length together, so that little is padding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def batches(lengths: Sequence[int], budget: int) -> Iterator[list[int]]:
    """The indexes of the texts in batches whose padded size, longest times count, is at most `budget` tokens.

    A text longer than the budget is a batch of its own. The longest come first, so that memory runs out at once or not.

    Example: batches([3, 9, 4], 9) -> [1], [2, 0]
    """
    batch: list[int] = []
    for index in sorted(range(len(lengths)), key=lambda index: (-lengths[index], index)):
        if batch and lengths[batch[0]] * (len(batch) + 1) > budget:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch
