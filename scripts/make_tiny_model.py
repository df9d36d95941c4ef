#!/usr/bin/env python3
"""Make the tiny Marian model of the tests from nothing: its vocabulary, its weights, and how good it is.

    python scripts/make_tiny_model.py [--out tests/data/tiny_marian] [--steps 6000]

The sentences come from tests/news_grammar.py, new ones for every step; those that it holds out are never seen. Marian's
layout (Junczys-Dowmunt et al. 2018, "Marian: Fast Neural Machine Translation in C++"), so that transformers and
CTranslate2 load it as they load any OPUS-MT model: the row of the padding token is zero and no text begins with it.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import torch  # noqa: E402
from news_grammar import Pair, pairs  # type: ignore[import-not-found]  # noqa: E402
from transformers import MarianConfig, MarianMTModel, MarianTokenizer  # noqa: E402

BATCH = 96
PEAK_RATE = 2e-3
WARM_UP = 300  # steps
SEED = 1
HELD_OUT_SEED = 2
VOCABULARY_SENTENCES = 20_000


def make_tokenizer(folder: Path) -> Any:
    """A vocabulary of word pieces for both languages, digits one by one."""
    import sentencepiece

    with tempfile.TemporaryDirectory() as work:
        corpus = Path(work) / "corpus.txt"
        sentences = islice(pairs(SEED, held_out=False), VOCABULARY_SENTENCES)
        corpus.write_text("\n".join(text for pair in sentences for text in pair), encoding="utf-8")
        sentencepiece.SentencePieceTrainer.train(
            input=str(corpus),
            model_prefix=str(Path(work) / "both"),
            vocab_size=700,
            hard_vocab_limit=False,
            split_digits=True,
            character_coverage=1.0,
            bos_id=-1,
            eos_id=0,
            unk_id=1,
            num_threads=1,
            minloglevel=2,
        )
        for name in ("source.spm", "target.spm"):
            shutil.copy(Path(work) / "both.model", folder / name)
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "source.spm"))
    vocabulary = {pieces.id_to_piece(index): index for index in range(len(pieces))}
    vocabulary["<pad>"] = len(vocabulary)
    (folder / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False), encoding="utf-8")
    tokenizer: Any = MarianTokenizer(
        str(folder / "source.spm"),
        str(folder / "target.spm"),
        str(folder / "vocab.json"),
        source_lang="vi",
        target_lang="en",
        model_max_length=256,
    )
    tokenizer.save_pretrained(folder)
    return tokenizer


def make_model(tokenizer: Any) -> Any:
    """Untrained weights: about 0.8 million of them."""
    pad, end = tokenizer.pad_token_id, tokenizer.eos_token_id
    config: Any = MarianConfig(
        vocab_size=len(tokenizer.get_vocab()),
        d_model=128,
        encoder_layers=3,
        decoder_layers=2,
        encoder_attention_heads=4,
        decoder_attention_heads=4,
        encoder_ffn_dim=256,
        decoder_ffn_dim=256,
        dropout=0.0,
        activation_function="swish",
        max_position_embeddings=256,
        scale_embedding=True,
        pad_token_id=pad,
        eos_token_id=end,
        decoder_start_token_id=pad,
        forced_eos_token_id=end,
        tie_word_embeddings=True,
    )
    model: Any = MarianMTModel(config)
    model.generation_config.bad_words_ids = [[pad]]
    model.generation_config.max_length = None
    return model


def encode(tokenizer: Any, batch: list[Pair]) -> dict[str, Any]:
    """Padded ids of both sides; the padding of the labels counts for nothing."""
    made = tokenizer(
        [pair.vietnamese for pair in batch],
        text_target=[pair.english for pair in batch],
        padding=True,
        return_tensors="pt",
    )
    made["labels"][made["labels"] == tokenizer.pad_token_id] = -100
    return dict(made)


def rate(step: int, steps: int) -> float:
    """The learning rate: up in a line, down along a cosine."""
    if step < WARM_UP:
        return PEAK_RATE * (step + 1) / WARM_UP
    return PEAK_RATE * 0.5 * (1 + math.cos(math.pi * (step - WARM_UP) / max(1, steps - WARM_UP)))


def train(model: Any, tokenizer: Any, steps: int, out: Path) -> None:
    """Fit the weights; what they are worth is printed and the weights are kept every 500 steps."""
    optimizer = torch.optim.AdamW(model.parameters(), lr=PEAK_RATE, betas=(0.9, 0.98), weight_decay=0.0)
    stream, start = joined(pairs(SEED + 10, held_out=False), random.Random(SEED)), time.monotonic()
    shared, pad = model.model.shared.weight, tokenizer.pad_token_id
    for step in range(steps):
        model.train()
        for group in optimizer.param_groups:
            group["lr"] = rate(step, steps)
        loss = model(**encode(tokenizer, list(islice(stream, BATCH)))).loss
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        with torch.no_grad():
            shared[pad].zero_()  # CTranslate2 starts the decoder from zero
        if step % 500 == 499 or step == steps - 1:
            share = exact_match(model, tokenizer, 200)
            print(
                f"step {step + 1} loss {loss.item():.4f} exact {share:.3f} {time.monotonic() - start:.0f} s", flush=True
            )
            model.save_pretrained(out)


def joined(stream: Iterator[Pair], random_: random.Random) -> Iterator[Pair]:
    """The sentences, some of them cut as the pieces of a longer one are: without capital, closed by a semicolon."""
    for pair in stream:
        if random_.random() < 0.15:
            yield Pair(*(f"{text[:-1]};" for text in pair))
        else:
            yield pair


def exact_match(model: Any, tokenizer: Any, count: int) -> float:
    """The share of held-out sentences whose greedy translation is the expected one, letter by letter."""
    model.eval()
    held_out = list(islice(pairs(HELD_OUT_SEED, held_out=True), count))
    made = tokenizer([pair.vietnamese for pair in held_out], padding=True, return_tensors="pt")
    with torch.inference_mode():
        ids = model.generate(**made, num_beams=1, do_sample=False, max_new_tokens=96)
    texts = tokenizer.batch_decode(ids, skip_special_tokens=True)
    right: int = sum(text == pair.english for text, pair in zip(texts, held_out, strict=True))
    return right / count


def main() -> int:
    """Make the folder; 1 when the model is not good enough to be shipped."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "tests" / "data" / "tiny_marian")
    parser.add_argument("--steps", type=int, default=6000)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    tokenizer = make_tokenizer(options.out)
    model = make_model(tokenizer)
    print(f"{sum(weight.numel() for weight in model.parameters()):,} weights, {len(tokenizer.get_vocab())} pieces")
    train(model, tokenizer, options.steps, options.out)
    share = exact_match(model, tokenizer, 1000)
    size = sum(path.stat().st_size for path in options.out.iterdir())
    print(f"exact match on 1,000 held-out sentences: {share:.3f}; {size / 1e6:.1f} MB")
    return 0 if share >= 0.95 else 1


if __name__ == "__main__":
    raise SystemExit(main())
