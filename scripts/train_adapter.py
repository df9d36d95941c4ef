#!/usr/bin/env python3
"""Train the adapter of the offline model: low-rank changes to its weights that make it a translator of news.

    pip install 'summarizer[train]'
    python scripts/train_adapter.py --model qwen2.5-coder-1.5b-instruct-q4_k_m.gguf --out vi-en-news.gguf

LoRA (Hu et al. 2021, "LoRA: Low-Rank Adaptation of Large Language Models") on every linear layer, on the weights as
they are quantized, in bfloat16 on the processor: some 70 minutes on two cores. The texts are those that the translator
shows the model: three to six sentences of one article, each with its figures and terms written in and with its English.
Only the English is learned. In two of five texts less is written in, so that the model knows plain sentences too.

The pairs, scripts/adapter_pairs.tsv: 2,585 sentences of the Vietnamese part of the Asian Language Treebank (Riza et al.
2016, CC BY 4.0), whose tokenization is undone, with English written for this project, in blocks of consecutive
sentences. No English sentence shares more than half of its letters' five-grams with one of FLORES or NTREX.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gguf
import torch
from gguf.quants import dequantize
from torch import nn
from torch.nn import functional
from transformers import AutoConfig, AutoModelForCausalLM, AutoTokenizer

from summarizer.glossary import Glossary, load_glossary, parse
from summarizer.persons import Persons
from summarizer.prompting import load_prompts
from summarizer.translation import Translator

ROOT = Path(__file__).resolve().parent.parent
PAIRS = ROOT / "scripts" / "adapter_pairs.tsv"
RANK, ALPHA = 4, 16
PEAK_RATE = 4e-4
WARM_UP = 10  # steps
BATCH = 4  # texts
HELD_OUT = 12  # texts
REPORT_STEPS = 5
# what is written into the sentences of a text: all glossaries, those of state and general news, figures alone
SHARES = (0.60, 0.25, 0.15)
# llama.cpp's names of the layers and those of transformers
LINEAR = {
    "attn_q": "self_attn.q_proj",
    "attn_k": "self_attn.k_proj",
    "attn_v": "self_attn.v_proj",
    "attn_output": "self_attn.o_proj",
    "ffn_gate": "mlp.gate_proj",
    "ffn_up": "mlp.up_proj",
    "ffn_down": "mlp.down_proj",
}
NORMS = {"attn_norm": "input_layernorm", "ffn_norm": "post_attention_layernorm"}
OUTER = {
    "token_embd.weight": "model.embed_tokens.weight",
    "output_norm.weight": "model.norm.weight",
    "output.weight": "lm_head.weight",
}

Encoded = tuple[list[int], list[int]]  # token ids, and the same with -100 for what is not learned


class Adapted(nn.Module):
    """A linear layer, (..., in) -> (..., out), with a change of low rank."""

    def __init__(self, base: nn.Linear) -> None:
        super().__init__()
        self.base = base
        self.a = nn.Parameter(torch.randn(RANK, base.in_features) / math.sqrt(base.in_features))
        self.b = nn.Parameter(torch.zeros(base.out_features, RANK))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        change = functional.linear(functional.linear(x, self.a.to(x.dtype)), self.b.to(x.dtype))
        return torch.add(self.base(x), change, alpha=ALPHA / RANK)


def read_blocks() -> list[list[list[str]]]:
    """Blocks of [Vietnamese, English], as an empty line of the file parts them."""
    blocks = PAIRS.read_text(encoding="utf-8").strip().split("\n\n")
    return [
        [line.split("\t") for line in block.splitlines() if not line.startswith(("#", "source\t"))] for block in blocks
    ]


def make_texts() -> list[list[tuple[str, str]]]:
    """Texts of three to six consecutive sentences with what is written into them, in random order."""
    data = ROOT / "summarizer" / "data"
    news = [
        entry
        for name in ("glossary_state.tsv", "glossary_general.tsv")
        for entry in parse(name, (data / name).read_text(encoding="utf-8"))
    ]
    translators = [
        Translator(None, glossary, load_prompts(), Persons([]))  # type: ignore[arg-type]
        for glossary in (load_glossary(), Glossary(news), Glossary([]))
    ]
    texts = []
    for block in read_blocks():
        rest = block
        while rest:
            size = random.choice((3, 4, 5, 6))
            (translator,) = random.choices(translators, SHARES)
            texts.append([(translator.mix(source, None)[0], english) for source, english in rest[:size]])
            rest = rest[size:]
    random.shuffle(texts)
    return texts


def encode(text: list[tuple[str, str]], tokenizer: Any) -> Encoded:
    """The text as the translator's prompt shows it; only the English is learned."""
    ids: list[int] = []
    labels: list[int] = []

    def add(part: str, learn: bool) -> None:
        tokens = tokenizer(part, add_special_tokens=False)["input_ids"]
        ids.extend(tokens)
        labels.extend(tokens if learn else [-100] * len(tokens))

    add(load_prompts().translate.head.partition("\n\n")[0] + "\n\n", False)
    for source, english in text:
        add(f"Vietnamese: {source}\nEnglish:", False)
        add(f" {english}\n", True)
        add("\n", False)
    return ids, labels


def load_model(path: Path) -> Any:
    """The model with the weights of the GGUF file, in bfloat16, each linear layer adapted."""
    config = AutoConfig.from_pretrained(path.parent, gguf_file=path.name)
    with torch.device("meta"):
        model = AutoModelForCausalLM.from_config(config, dtype=torch.bfloat16)  # type: ignore[no-untyped-call]
    state = {}
    for tensor in gguf.GGUFReader(path).tensors:
        name = tensor.name
        if name.startswith("blk."):
            _, layer, part, kind = name.split(".")
            name = f"model.layers.{layer}.{(LINEAR | NORMS)[part]}.{kind}"
        else:
            name = OUTER[name]
        state[name] = torch.from_numpy(dequantize(tensor.data, tensor.tensor_type).copy()).to(torch.bfloat16)
    state.setdefault("lm_head.weight", state["model.embed_tokens.weight"])
    model.load_state_dict(state, assign=True)
    model.model.rotary_emb = type(model.model.rotary_emb)(config)  # its table is not in the file
    model.requires_grad_(False)
    return model


def adapt(model: Any) -> dict[str, Adapted]:
    """Every linear layer replaced by an adapted one; by the names that llama.cpp gives their weights."""
    layers = {}
    for number, block in enumerate(model.model.layers):
        for name, path in LINEAR.items():
            holder, _, attribute = path.partition(".")
            adapted = Adapted(getattr(getattr(block, holder), attribute))
            setattr(getattr(block, holder), attribute, adapted)
            layers[f"blk.{number}.{name}.weight"] = adapted
    return layers


def loss_of(model: Any, batch: list[Encoded]) -> torch.Tensor:
    """Mean cross-entropy of the learned tokens, nats a token. Padding stands right, where causal attention is blind."""
    length = max(len(ids) for ids, _ in batch)
    ids = torch.zeros(len(batch), length, dtype=torch.long)
    labels = torch.full((len(batch), length), -100)
    for row, (some_ids, some_labels) in enumerate(batch):
        ids[row, : len(some_ids)] = torch.tensor(some_ids)
        labels[row, : len(some_labels)] = torch.tensor(some_labels)
    states = model.model(input_ids=ids, use_cache=False).last_hidden_state[:, :-1]
    learned = labels[:, 1:] >= 0
    return functional.cross_entropy(model.lm_head(states[learned]).float(), labels[:, 1:][learned])


def batches(texts: list[Encoded]) -> Iterator[list[Encoded]]:
    """All texts once, those of like length together, in random order."""
    order = sorted(texts, key=lambda text: len(text[0]) + random.random() * 120)
    groups = [order[first : first + BATCH] for first in range(0, len(order), BATCH)]
    random.shuffle(groups)
    yield from groups


def write_adapter(path: Path, layers: dict[str, Adapted]) -> None:
    """The adapter as llama.cpp reads it, in 16-bit floats."""
    writer = gguf.GGUFWriter(path, "qwen2")
    writer.add_type(gguf.GGUFType.ADAPTER)
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", float(ALPHA))
    for name, layer in layers.items():
        writer.add_tensor(f"{name}.lora_a", layer.a.detach().half().numpy())
        writer.add_tensor(f"{name}.lora_b", layer.b.detach().half().numpy())
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def main() -> int:
    """Train, say how the loss on held-out texts changes, and write the adapter."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--model", type=Path, required=True, help="the GGUF file of the offline model")
    parser.add_argument("--out", type=Path, required=True, help="the adapter to write")
    parser.add_argument("--epochs", type=int, default=1)
    options = parser.parse_args()

    random.seed(0)
    torch.manual_seed(0)
    tokenizer = AutoTokenizer.from_pretrained(options.model.parent, gguf_file=options.model.name)
    texts = [encode(text, tokenizer) for text in make_texts()]
    held_out, training = texts[:HELD_OUT], texts[HELD_OUT:]
    model = load_model(options.model)
    layers = adapt(model)
    parameters = [parameter for layer in layers.values() for parameter in (layer.a, layer.b)]
    optimizer = torch.optim.AdamW(parameters, lr=PEAK_RATE, betas=(0.9, 0.98), weight_decay=0.01)

    def held_out_loss() -> float:
        with torch.no_grad():
            return sum(loss_of(model, [text]).item() for text in held_out) / len(held_out)

    print(f"held-out loss before: {held_out_loss():.3f} nats a token", flush=True)
    plan = [batch for _ in range(options.epochs) for batch in batches(training)]
    begin = time.monotonic()
    for step, batch in enumerate(plan):
        decay = 0.05 + 0.95 * (1 + math.cos(math.pi * step / len(plan))) / 2
        for group in optimizer.param_groups:
            group["lr"] = PEAK_RATE * min(1, (step + 1) / WARM_UP) * decay
        loss = loss_of(model, batch)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        optimizer.zero_grad()
        if step % REPORT_STEPS == 0:
            print(f"step {step} of {len(plan)}: {loss.item():.3f}, {time.monotonic() - begin:.0f} s", flush=True)
    print(f"held-out loss after: {held_out_loss():.3f} nats a token")
    write_adapter(options.out, layers)
    return 0


if __name__ == "__main__":
    sys.exit(main())
