"""Speed and memory of the offline profile, as ratios to a bare llama.cpp loop that is measured in the same run.

    python scripts/benchmark.py [--rounds 3] [--seed-article seeds/lao-cai-2024-02.txt]

Each round runs three jobs on the article, one after the other, each in a process of its own:

    yardstick   what a user would write in twenty lines: the same weights and threads, each paragraph in the chat
                template with a one-line instruction, greedy; no examples, no glossary, no checks
    translate   Summarizer().translate, with everything on
    brief       Summarizer().brief, with everything on

A ratio is the median over the rounds of the job's time divided by the yardstick's time in the same round, so that a
machine that grows slower does not count. Loading the model is timed separately and is in no ratio. The status is 0
whatever the figures are: "within" and "over" say how they stand to the bars.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

import psutil

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # so that it runs from a source folder too

from summarizer import models  # noqa: E402
from summarizer.engines.llamacpp import BUSY_PERCENT, CONTEXT_TOKENS  # noqa: E402
from summarizer.errors import SummarizerError  # noqa: E402
from summarizer.pipeline import Summarizer  # noqa: E402

INSTRUCTION = "Translate the following Vietnamese text into English. Output only the translation."
YARDSTICK_NEW_TOKENS = 1024  # a paragraph of the article takes some 250
BLANK_LINE = re.compile(r"\n\s*\n")
STARTS = 5  # of the short commands; their median counts

MAX_TRANSLATE_RATIO = 1.25
MAX_BRIEF_RATIO = 1.6
MAX_BRIEF_BYTES = 2.2e9
MAX_HELP_S = 0.3
MAX_IMPORT_S = 0.15


@dataclass(frozen=True, slots=True)
class Measurement:
    """What one process measured of itself."""

    load_s: float  # until the model was ready
    work_s: float  # the job alone
    peak_bytes: int  # resident memory, loading included


# ---- the jobs, each in a process of its own


def measure(load: Callable[[], Callable[[], object]]) -> Measurement:
    """The times and the memory of a job: `load` makes the model ready and gives the work to be timed."""
    start = time.perf_counter()
    work = load()
    loaded = time.perf_counter()
    work()
    done = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Measurement(loaded - start, done - loaded, peak * (1 if sys.platform == "darwin" else 1024))


def load_yardstick(article: Path) -> Callable[[], object]:
    """The bare loop over the paragraphs of the article."""
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(models.pull("offline"))
    params.n_ctx = CONTEXT_TOKENS
    params.n_parallel = 1
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = psutil.cpu_count(logical=False) or 1
    params.verbosity = -1
    server = xllamacpp.Server(params)
    paragraphs = [part.strip() for part in BLANK_LINE.split(article.read_text(encoding="utf-8")) if part.strip()]

    def translate(paragraph: str) -> str:
        messages = [{"role": "user", "content": f"{INSTRUCTION}\n\n{paragraph}"}]
        request = {"messages": messages, "temperature": 0, "max_tokens": YARDSTICK_NEW_TOKENS}
        reply: Any = server.handle_chat_completions(request)
        answer: dict[str, Any] = json.loads(reply) if isinstance(reply, str) else reply
        if "error" in answer:
            raise SystemExit(f"error: llama.cpp: {answer['error'].get('message', answer['error'])}")
        return str(answer["choices"][0]["message"]["content"])

    return lambda: [translate(paragraph) for paragraph in paragraphs]


def load_translate(article: Path) -> Callable[[], object]:
    """The translation of the article by the library."""
    summarizer = Summarizer(profile="offline")
    assert summarizer.engine  # loads it
    return lambda: summarizer.translate(article)


def load_brief(article: Path) -> Callable[[], object]:
    """The brief of the article by the library."""
    summarizer = Summarizer(profile="offline")
    assert summarizer.engine
    return lambda: summarizer.brief(article)


JOBS = {"yardstick": load_yardstick, "translate": load_translate, "brief": load_brief}


# ---- the rounds


def run_job(job: str, article: Path, environment: dict[str, str]) -> Measurement:
    """The measurement of one job, made by a fresh process.

    Raises:
        RuntimeError: the process failed; the message is what it printed last.
    """
    command = [sys.executable, __file__, "--job", job, "--seed-article", str(article)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{job}: {(done.stderr.strip() or f'status {done.returncode}').splitlines()[-1]}")
    return Measurement(**json.loads(done.stdout.splitlines()[-1]))


def run_rounds(rounds: int, article: Path) -> dict[str, list[Measurement]]:
    """The measurements of every job, one a round, the jobs by turns."""
    environment = dict(os.environ)
    busy = psutil.cpu_percent(interval=1.0)
    if busy > BUSY_PERCENT:  # as the library does it on a busy machine, for all jobs alike
        environment.setdefault("OMP_WAIT_POLICY", "passive")
    say(f"processors {busy:.0f} % busy before the start, {psutil.cpu_count(logical=False)} cores")
    found: dict[str, list[Measurement]] = {job: [] for job in JOBS}
    for number in range(1, rounds + 1):
        for job in JOBS:
            one = run_job(job, article, environment)
            found[job].append(one)
            say(f"round {number} of {rounds}: {job} {one.work_s:.1f} s, loading {one.load_s:.1f} s")
    return found


def time_command(*command: str) -> float:
    """Median seconds of a short command, from its start to its end."""
    seconds = []
    for _ in range(STARTS):
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
        seconds.append(time.perf_counter() - start)
    return median(seconds)


def say(text: str) -> None:
    """Progress goes to standard error."""
    print(text, file=sys.stderr, flush=True)


# ---- the report


def standing(value: float, bar: float, unit: str) -> str:
    """(1.1, 1.25, "x") -> "within 1.25 x"."""
    return f"{'within' if value <= bar else 'over'} {bar:g} {unit}"


def ratio(job: list[Measurement], yardstick: list[Measurement]) -> float:
    """The median over the rounds of the job's time in yardsticks."""
    return median(one.work_s / other.work_s for one, other in zip(job, yardstick, strict=True))


def report_jobs(found: dict[str, list[Measurement]]) -> list[str]:
    """One line a job, and the memory of the brief."""
    lines = []
    for job, bar in (("yardstick", None), ("translate", MAX_TRANSLATE_RATIO), ("brief", MAX_BRIEF_RATIO)):
        line = f"{job:20}{median(one.work_s for one in found[job]):8.1f} s"
        if bar is not None:
            value = ratio(found[job], found["yardstick"])
            line += f"{value:8.2f} x   {standing(value, bar, 'x')}"
        lines.append(f"{line}   (loading {median(one.load_s for one in found[job]):.1f} s)")
    peak = max(one.peak_bytes for one in found["brief"]) / 1e9
    return [*lines, f"{'memory of brief':20}{peak:8.2f} GB             {standing(peak, MAX_BRIEF_BYTES / 1e9, 'GB')}"]


def report_starts() -> list[str]:
    """One line for each short command."""
    help_s = time_command(sys.executable, "-m", "summarizer", "--help")
    import_s = time_command(sys.executable, "-c", "import summarizer")
    return [
        f"{'summarizer --help':20}{help_s:8.2f} s              {standing(help_s, MAX_HELP_S, 's')}",
        f"{'import summarizer':20}{import_s:8.2f} s              {standing(import_s, MAX_IMPORT_S, 's')}",
    ]


def main() -> None:
    """Measure and print; a job that cannot be measured is said in one line."""
    parser = argparse.ArgumentParser(description="Speed and memory as ratios to a bare llama.cpp loop, in one run.")
    parser.add_argument("--rounds", type=int, default=3, help="how often each job runs (default: %(default)s)")
    parser.add_argument(
        "--seed-article", type=Path, default=ROOT / "seeds" / "lao-cai-2024-02.txt", help="default: the Lào Cai seed"
    )
    parser.add_argument("--job", choices=JOBS, help=argparse.SUPPRESS)  # what the processes of a round are started with
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error("--rounds: at least 1")
    if options.job:
        try:
            print(json.dumps(asdict(measure(lambda: JOBS[options.job](options.seed_article)))))
        except SummarizerError as error:
            raise SystemExit(f"error: {error}") from error
        return
    for line in report_starts():
        print(line, flush=True)
    try:
        print("\n".join(report_jobs(run_rounds(options.rounds, options.seed_article))))
    except RuntimeError as error:
        print(f"not measured: {error}")


if __name__ == "__main__":
    main()
