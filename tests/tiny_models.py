"""Tiny models of every family with random weights, laid out as their owners publish them: to be loaded, not read."""

from __future__ import annotations

import json
import shutil
from itertools import islice
from pathlib import Path
from typing import Any

import sentencepiece
import torch
from news_grammar import pairs
from transformers import (
    AutoModelForSeq2SeqLM,
    BartConfig,
    M2M100Config,
    MarianConfig,
    MarianTokenizer,
    MBartConfig,
    MT5Config,
    PreTrainedTokenizerFast,
    T5Config,
    T5GemmaConfig,
    T5GemmaModuleConfig,
)
from transformers.models.m2m_100.tokenization_m2m_100 import FAIRSEQ_LANGUAGE_CODES as M2M100_LANGUAGES

from summarizer.engines.codec import no_advice

SHAPE = {"d_model": 32, "encoder_layers": 1, "decoder_layers": 1, "encoder_ffn_dim": 64, "decoder_ffn_dim": 64}
HEADS = {"encoder_attention_heads": 2, "decoder_attention_heads": 2}
T5_SHAPE = {"d_model": 32, "d_ff": 64, "d_kv": 16, "num_layers": 1, "num_decoder_layers": 1, "num_heads": 2}
FAMILIES = ("marian", "nllb", "m2m100", "mbart50", "t5", "madlad", "mt5", "t5gemma", "bart")


def make_pieces(folder: Path) -> Path:
    """A SentencePiece model of the sentences of the tests; <unk> <s> </s> are its first three pieces."""
    corpus = folder / "corpus.txt"
    corpus.write_text(
        "\n".join(text for pair in islice(pairs(5, held_out=False), 400) for text in pair), encoding="utf-8"
    )
    sentencepiece.SentencePieceTrainer.train(
        input=str(corpus), model_prefix=str(folder / "spm"), vocab_size=300, hard_vocab_limit=False, minloglevel=2
    )
    return folder / "spm.model"


def make_model(family: str, pieces: Path, folder: Path) -> Path:
    """The folder of a model of that family."""
    folder.mkdir(parents=True)
    torch.manual_seed(len(family))
    size, settings = MAKERS[family](pieces, folder)
    model: Any = AutoModelForSeq2SeqLM.from_config(settings(size))
    model.save_pretrained(folder)
    return folder


def marian(pieces: Path, folder: Path) -> tuple[int, Any]:
    """OPUS-MT: two SentencePiece models and a JSON vocabulary; the padding token is the last and starts the decoder."""
    for name in ("source.spm", "target.spm"):
        shutil.copy(pieces, folder / name)
    known = sentencepiece.SentencePieceProcessor(model_file=str(pieces))
    names = [known.id_to_piece(index) for index in range(len(known))]
    order = ["</s>", "<unk>", *(name for name in names if name not in ("</s>", "<unk>", "<s>")), "<pad>"]
    (folder / "vocab.json").write_text(json.dumps({name: index for index, name in enumerate(order)}), encoding="utf-8")
    files = [str(folder / name) for name in ("source.spm", "target.spm", "vocab.json")]
    with no_advice():
        MarianTokenizer(*files, source_lang="vi", target_lang="en").save_pretrained(folder)
    pad = len(order) - 1
    ids = {"pad_token_id": pad, "eos_token_id": 0, "decoder_start_token_id": pad, "forced_eos_token_id": 0}
    return len(order), lambda size: MarianConfig(vocab_size=size, **SHAPE, **HEADS, **ids)


def fairseq(pieces: Path, folder: Path, languages: list[str], tokenizer_class: str) -> int:
    """The tokenizer.json of the fairseq models: <s> <pad> </s> <unk>, the pieces, the languages, <mask>."""
    tokenizer = unigram(pieces, ["<s>", "<pad>", "</s>", "<unk>"], [*languages, "<mask>"])
    tokenizer.save(str(folder / "tokenizer.json"))
    special = {"bos_token": "<s>", "eos_token": "</s>", "pad_token": "<pad>", "unk_token": "<unk>", "cls_token": "<s>"}
    settings = {
        "tokenizer_class": tokenizer_class,
        **special,
        "sep_token": "</s>",
        "mask_token": "<mask>",
        "additional_special_tokens": languages,
    }
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")
    return int(tokenizer.get_vocab_size())


def unigram(pieces: Path, first: list[str], last: list[str]) -> Any:
    """A tokenizer of the tokenizers library with the pieces of the SentencePiece model between special tokens."""
    from tokenizers import AddedToken, Tokenizer, decoders, models, normalizers, pre_tokenizers

    known = sentencepiece.SentencePieceProcessor(model_file=str(pieces))
    middle = [(known.id_to_piece(index), known.get_score(index)) for index in range(3, len(known))]
    vocabulary = [*((name, 0.0) for name in first), *middle, *((name, 0.0) for name in last)]
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=first.index("<unk>")))
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    tokenizer.add_special_tokens([AddedToken(name, normalized=False, special=True) for name in (*first, *last)])
    return tokenizer


def nllb(pieces: Path, folder: Path) -> tuple[int, Any]:
    """NLLB: the architecture of M2M100 with a tokenizer of its own."""
    size = fairseq(pieces, folder, ["vie_Latn", "eng_Latn"], "NllbTokenizer")
    ids = {"pad_token_id": 1, "bos_token_id": 0, "eos_token_id": 2, "decoder_start_token_id": 2}
    return size, lambda size: M2M100Config(vocab_size=size, **SHAPE, **HEADS, **ids)


def mbart50(pieces: Path, folder: Path) -> tuple[int, Any]:
    """mBART-50 many-to-one: language codes around both sides."""
    size = fairseq(pieces, folder, ["vi_VN", "en_XX"], "MBart50Tokenizer")
    ids = {"pad_token_id": 1, "bos_token_id": 0, "eos_token_id": 2, "decoder_start_token_id": 2}
    return size, lambda size: MBartConfig(vocab_size=size, **SHAPE, **HEADS, **ids)


def m2m100(pieces: Path, folder: Path) -> tuple[int, Any]:
    """M2M100: SentencePiece with a JSON vocabulary; its 100 language tokens and 8 unused ones are not in that."""
    shutil.copy(pieces, folder / "sentencepiece.bpe.model")
    known = sentencepiece.SentencePieceProcessor(model_file=str(pieces))
    names = ["<s>", "<pad>", "</s>", "<unk>", *(known.id_to_piece(index) for index in range(3, len(known)))]
    (folder / "vocab.json").write_text(json.dumps({name: index for index, name in enumerate(names)}), encoding="utf-8")
    settings = {"tokenizer_class": "M2M100Tokenizer", "src_lang": "vi", "tgt_lang": "en"}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")
    size = len(names) + len(M2M100_LANGUAGES["m2m100"]) + 8
    ids = {"pad_token_id": 1, "bos_token_id": 0, "eos_token_id": 2, "decoder_start_token_id": 2}
    return size, lambda size: M2M100Config(vocab_size=size, **SHAPE, **HEADS, **ids)


def t5_tokenizer(pieces: Path, folder: Path, last: list[str]) -> int:
    """The tokenizer.json of the T5 models: <pad> </s> <unk>, the pieces, further tokens; </s> closes a text."""
    from tokenizers.processors import TemplateProcessing

    tokenizer = unigram(pieces, ["<pad>", "</s>", "<unk>"], last)
    tokenizer.post_processor = TemplateProcessing(single="$A </s>", special_tokens=[("</s>", 1)])
    wrapped = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="<pad>", eos_token="</s>", unk_token="<unk>"
    )
    wrapped.save_pretrained(folder)
    return len(wrapped)


def t5(pieces: Path, folder: Path) -> tuple[int, Any]:
    """T5 as envit5 has it."""
    return t5_tokenizer(pieces, folder, []), lambda size: T5Config(
        vocab_size=size, **T5_SHAPE, pad_token_id=0, eos_token_id=1, decoder_start_token_id=0
    )


def madlad(pieces: Path, folder: Path) -> tuple[int, Any]:
    """MADLAD-400: T5 that is told the language by a token before the text."""
    return t5_tokenizer(pieces, folder, ["<2en>"]), lambda size: T5Config(
        vocab_size=size, **T5_SHAPE, pad_token_id=0, eos_token_id=1, decoder_start_token_id=0
    )


def mt5(pieces: Path, folder: Path) -> tuple[int, Any]:
    """mT5."""
    return t5_tokenizer(pieces, folder, []), lambda size: MT5Config(
        vocab_size=size, **T5_SHAPE, pad_token_id=0, eos_token_id=1, decoder_start_token_id=0
    )


def t5gemma(pieces: Path, folder: Path) -> tuple[int, Any]:
    """T5Gemma: two Gemma stacks as encoder and decoder, asked in words."""

    def settings(size: int) -> Any:
        ids = {"pad_token_id": 0, "eos_token_id": 1, "bos_token_id": 0, "vocab_size": size}
        shape = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 1, "head_dim": 16}
        stack = T5GemmaModuleConfig(num_attention_heads=2, num_key_value_heads=1, **shape, **ids)
        return T5GemmaConfig(encoder=stack, decoder=stack, **ids)

    return t5_tokenizer(pieces, folder, []), settings


def bart(pieces: Path, folder: Path) -> tuple[int, Any]:
    """BART, as distilbart-cnn is: English to English."""
    from tokenizers.processors import TemplateProcessing

    tokenizer = unigram(pieces, ["<s>", "<pad>", "</s>", "<unk>"], ["<mask>"])
    tokenizer.post_processor = TemplateProcessing(single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)])
    wrapped = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, bos_token="<s>", pad_token="<pad>", eos_token="</s>", unk_token="<unk>"
    )
    wrapped.save_pretrained(folder)
    ids = {"pad_token_id": 1, "bos_token_id": 0, "eos_token_id": 2, "decoder_start_token_id": 2}
    return len(wrapped), lambda size: BartConfig(vocab_size=size, **SHAPE, **HEADS, **ids)


MAKERS = {
    "marian": marian,
    "nllb": nllb,
    "m2m100": m2m100,
    "mbart50": mbart50,
    "t5": t5,
    "madlad": madlad,
    "mt5": mt5,
    "t5gemma": t5gemma,
    "bart": bart,
}
