"""How good English is against a reference and against its source: BLEU, chrF and kept facts, with their uncertainty.

The metrics and the paired bootstrap are those of sacrebleu (Post 2018; Koehn 2004, "Statistical Significance Tests for
Machine Translation Evaluation"), so that the figures compare with published ones; the facts join them as metrics of
their own, whose reference is the source.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from summarizer.errors import InputError, UsageError
from summarizer.facts import compare
from summarizer.facts.base import FactReport

try:
    from sacrebleu.metrics import BLEU, CHRF
    from sacrebleu.metrics.base import Metric
    from sacrebleu.metrics.base import Score as MetricScore
    from sacrebleu.significance import PairedTest
except ImportError as error:
    raise UsageError("evaluate needs sacrebleu; run: pip install 'summarizer[evaluate]'") from error


@dataclass(frozen=True, slots=True)
class Score:
    """What one metric says of one output, in percent.

    `margin` is half of the 95 % confidence interval of 1,000 bootstrap samples; `p_value` that of the difference to the
    first output, None for the first itself.
    """

    score: float
    margin: float
    p_value: float | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores of each output by metric, and what must be told with the figures to make them comparable."""

    lines: int
    scores: dict[str, dict[str, Score]]
    signatures: dict[str, str]

    def as_text(self) -> str:
        """A table, an output a row: the score with its margin, and p where it is compared with the first."""
        metrics = list(self.signatures)
        cells = [["", *metrics]]
        for name, scores in self.scores.items():
            cells.append([name, *(show(scores[metric]) for metric in metrics)])
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        rows = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
        notes = [f"{metric}: {self.signatures[metric]}" for metric in metrics if self.signatures[metric]]
        return "\n".join([*rows, "", f"{self.lines} lines, ± half of a 95 % interval", *notes])

    def as_json(self) -> str:
        """One object: {"schema": 1, "lines": 997, "scores": {OUTPUT: {METRIC: {...}}}, "signatures": {METRIC: ...}}."""
        return json.dumps({"schema": 1, **asdict(self)}, ensure_ascii=False, indent=2)


def show(score: Score) -> str:
    """29.72 ±1.10, with the p-value where there is one."""
    compared = "" if score.p_value is None else f" (p = {score.p_value:.3f})"
    return f"{score.score:.2f} ±{score.margin:.2f}{compared}"


def evaluate(source: Sequence[str], reference: Sequence[str], outputs: Mapping[str, Sequence[str]]) -> Evaluation:
    """BLEU, chrF, kept facts and silent lines, those without an alarm of the check; the first output is the baseline.

    Args:
        source, reference: Vietnamese and its human English, line by line.
        outputs: English by name, each with as many lines.
    Raises:
        InputError: there are no lines, or the texts have different numbers of them.
    """
    check_aligned(source, {"the reference": reference, **outputs})
    named = [(name, list(lines)) for name, lines in outputs.items()]
    metrics = [
        ({"BLEU": BLEU(), "chrF": CHRF()}, list(reference)),
        ({"facts": Share("facts", kept_facts), "lines": Share("silent lines", silent)}, list(source)),
    ]
    scores: dict[str, dict[str, Score]] = {name: {} for name in outputs}
    signatures = {}
    for group, compared in metrics:
        signed, results = PairedTest(named, group, [compared], test_type="bs")()
        for metric, signature in signed.items():
            own = group.get("facts") is None  # a signature tells how BLEU counts; the facts have no settings
            signatures[metric] = str(signature) if own else ""
            baseline = results[metric][0].score
            for name, result in zip(outputs, results[metric], strict=True):
                # sacrebleu counts samples beyond the difference seen: of none there would be none, and p the least
                p_value = 1.0 if result.p_value and result.score == baseline else result.p_value
                scores[name][metric] = Score(float(result.score), float(result.ci), p_value)
    return Evaluation(len(source), scores, signatures)


def check_aligned(source: Sequence[str], others: Mapping[str, Sequence[str]]) -> None:
    """Raise InputError unless each of the others has a line for each line of the source, and there are any."""
    if not source:
        raise InputError("the source has no lines; there is nothing to evaluate")
    for name, lines in others.items():
        if len(lines) != len(source):
            raise InputError(f"the source has {len(source)} lines, {name} has {len(lines)}; they must be aligned")


Counts = tuple[int, int]  # kept, all


def kept_facts(report: FactReport) -> Counts:
    """The facts of the source that are found, and all of them."""
    facts = [match.status for match in report.matches if match.source and match.kind not in ("content", "untranslated")]
    return facts.count("found"), len(facts)


def silent(report: FactReport) -> Counts:
    """A line that raises no alarm, of one line."""
    return int(report.ok), 1


class Share(Metric):  # type: ignore[misc]
    """A metric of sacrebleu that counts in the comparison of a line with its source: 100 * kept / all.

    It has the methods that sacrebleu asks of a metric; its reference is the source.
    """

    def __init__(self, name: str, count: Callable[[FactReport], Counts]) -> None:
        super().__init__()
        self._name = name
        self._count = count

    def _preprocess_segment(self, sent: str) -> str:
        return sent

    def _extract_reference_info(self, refs: Sequence[str]) -> dict[str, Any]:
        return {"source": refs[0]}

    def _compute_segment_statistics(self, hypothesis: str, ref_kwargs: dict[str, Any]) -> list[int]:
        return list(self._count(compare(ref_kwargs["source"], hypothesis)))

    def _compute_score_from_stats(self, stats: Sequence[float]) -> MetricScore:
        kept, total = stats
        return MetricScore(self._name, 100 * kept / total if total else 100.0)

    def _aggregate_and_compute(self, stats: Sequence[Sequence[float]]) -> MetricScore:
        return self._compute_score_from_stats([sum(column) for column in zip(*stats, strict=True)])
