#!/usr/bin/env python3
"""Speed and memory of sequence-to-sequence models at their real size, with random weights, on this machine.

    python scripts/benchmark_seq2seq.py [--shape nllb-600m] [--tokens 16] [--work DIR]

For each batch size and beam size the same 40-token texts go through transformers in float32 and through CTranslate2 in
int8, one after the other, each in a process of its own, with outputs of a forced length. A ratio compares two figures
of the same run. Then texts of mixed lengths go one by one and in batches by token budget.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from summarizer.engines.batching import batches  # noqa: E402
from summarizer.engines.codec import Codec  # noqa: E402
from summarizer.engines.ctranslate2_decoder import CTranslate2Decoder, convert  # noqa: E402
from summarizer.engines.families import FAMILIES  # noqa: E402
from summarizer.engines.seq2seq import CONVERTED, Search  # noqa: E402
from summarizer.engines.torch_decoder import TorchDecoder  # noqa: E402

# d_model 1024, 12 + 12 layers, 16 heads, 4096 wide: the published configurations differ in the vocabulary alone
SHAPES = {"nllb-600m": 256_206, "m2m100-418m": 128_112}
LANGUAGES = ["vie_Latn", "eng_Latn"]
SOURCE_TOKENS = 40
MIXED = (8, 72)  # tokens of the shortest and the longest text
MIXED_TEXTS = 32
CELLS = [(batch, beam) for beam in (1, 4) for batch in (1, 8, 32)]
MIN_FAST, MIN_BATCHED = 3.0, 2.0


def make_model(shape: str, folder: Path) -> None:
    """The folder of a model with random weights, and its conversion to int8."""
    import torch
    from tokenizers import AddedToken, Tokenizer, models
    from transformers import M2M100Config, M2M100ForConditionalGeneration

    size = SHAPES[shape]
    first, last = ["<s>", "<pad>", "</s>", "<unk>"], [*LANGUAGES, "<mask>"]
    words = [f"▁w{number}" for number in range(size - len(first) - len(last))]
    tokenizer = Tokenizer(models.Unigram([(word, 0.0) for word in (*first, *words, *last)], unk_id=3))
    tokenizer.add_special_tokens([AddedToken(word, normalized=False, special=True) for word in (*first, *last)])
    tokenizer.save(str(folder / "tokenizer.json"))
    special = {"bos_token": "<s>", "eos_token": "</s>", "pad_token": "<pad>", "unk_token": "<unk>"}
    settings = {"tokenizer_class": "NllbTokenizer", **special, "additional_special_tokens": LANGUAGES}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")
    torch.manual_seed(1)
    config: Any = M2M100Config(vocab_size=size, dropout=0.0, bos_token_id=0, pad_token_id=1, eos_token_id=2)
    M2M100ForConditionalGeneration(config).save_pretrained(folder)
    convert(folder)


def open_decoder(engine: str, folder: Path) -> Any:
    """The decoder of the program itself; only the tokenizer's numbers are made up."""
    codec: Any = Codec(folder, FAMILIES["nllb"])
    stand_in = SimpleNamespace(
        pad_id=1, end_id=2, forced_id=codec.forced_id, tokens=codec.tokens, ids=lambda tokens: [7] * len(tokens)
    )
    decoder: Any = CTranslate2Decoder if engine == "ctranslate2" else TorchDecoder
    return decoder(folder / CONVERTED if engine == "ctranslate2" else folder, stand_in)


def texts(lengths: list[int], size: int) -> list[list[int]]:
    """Random token ids of the given lengths."""
    random_ = random.Random(1)
    return [[random_.randrange(10, size - 10) for _ in range(length - 1)] + [2] for length in lengths]


def measure(options: argparse.Namespace) -> dict[str, float]:
    """Output tokens a second of one job, and the peak memory of its process."""
    decoder = open_decoder(options.engine, options.work)
    size = SHAPES[options.shape]
    search = Search(options.beam, 1, options.tokens, min_new_tokens=options.tokens)
    decoder.search(texts([10], size), Search(1, 1, 4, min_new_tokens=4))  # warm
    if options.job == "cell":
        jobs = [texts([SOURCE_TOKENS] * options.batch, size)]
    else:
        lengths = [MIXED[0] + (MIXED[1] - MIXED[0]) * rank // (MIXED_TEXTS - 1) for rank in range(MIXED_TEXTS)]
        mixed = texts(lengths, size)
        groups = (
            batches(lengths, decoder.batch_tokens) if options.job == "batched" else [[i] for i in range(len(mixed))]
        )
        jobs = [[mixed[index] for index in group] for group in groups]
    start = time.perf_counter()
    for job in jobs:
        decoder.search(job, search)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {"rate": sum(map(len, jobs)) * options.tokens / seconds, "peak_bytes": peak}


def run(options: argparse.Namespace, job: str, engine: str, batch: int = 1, beam: int = 1) -> dict[str, float]:
    """What a process of its own measures."""
    command = [sys.executable, "-W", "ignore", __file__, "--job", job, "--engine", engine, "--shape", options.shape]
    command += [
        "--batch",
        str(batch),
        "--beam",
        str(beam),
        "--tokens",
        str(options.tokens),
        "--work",
        str(options.work),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"error: {engine}: {(done.stderr.strip() or 'failed').splitlines()[-1]}")
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def report(options: argparse.Namespace) -> None:
    """The table, as Markdown."""
    print(f"{options.shape}: {options.tokens} tokens out of {SOURCE_TOKENS}, random weights\n")
    print("| batch | beam | transformers float32, tokens/s | CTranslate2 int8, tokens/s | ratio | peak memory, GB |")
    print("| --- | --- | --- | --- | --- | --- |")
    for batch, beam in CELLS:
        slow, fast = (run(options, "cell", engine, batch, beam) for engine in ("transformers", "ctranslate2"))
        ratio = fast["rate"] / slow["rate"]
        peaks = f"{slow['peak_bytes'] / 1e9:.1f}, {fast['peak_bytes'] / 1e9:.1f}"
        mark = "" if ratio >= MIN_FAST else " (under 3)"
        print(
            f"| {batch} | {beam} | {slow['rate']:.1f} | {fast['rate']:.1f} | {ratio:.1f}{mark} | {peaks} |", flush=True
        )
    for engine in ("transformers", "ctranslate2"):
        alone, together = (run(options, job, engine)["rate"] for job in ("alone", "batched"))
        ratio = together / alone
        mark = "" if ratio >= MIN_BATCHED else " (under 2)"
        print(
            f"\n{engine}: one by one {alone:.1f} tokens/s, in batches {together:.1f}, ratio {ratio:.1f}{mark}",
            flush=True,
        )


def main() -> int:
    """Make the model, print the table; 0 always, for the figures are marked where they are under their bars."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shape", choices=SHAPES, default="nllb-600m")
    parser.add_argument("--tokens", type=int, default=16, help="length of each output")
    parser.add_argument("--work", type=Path, help="folder for the weights (4 GB); kept, and used again")
    parser.add_argument("--job", choices=("make", "cell", "alone", "batched"), help=argparse.SUPPRESS)
    parser.add_argument("--engine", help=argparse.SUPPRESS)
    parser.add_argument("--batch", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--beam", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.job == "make":
        make_model(options.shape, options.work)
        print("{}")
        return 0
    if options.job:
        print(json.dumps(measure(options)))
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        options.work = options.work or Path(scratch)
        if not (options.work / CONVERTED).exists():
            options.work.mkdir(parents=True, exist_ok=True)
            run(options, "make", "transformers")  # a process of its own: a child inherits the peak memory of its parent
        report(options)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
