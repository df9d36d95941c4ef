"""A GGUF model run in this process by llama.cpp (through xllamacpp, MIT)."""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path
from typing import Any

import psutil

from summarizer.engines.base import Generation
from summarizer.engines.heads import Heads
from summarizer.errors import EngineError, ModelError
from summarizer.models.settings import cache_folder

# With another job on the processors, threads that spin while they wait make generation 2.6 times slower than threads
# that sleep; on an idle machine they make it 1.8 times faster (scripts/benchmark beside a busy loop, 2 cores).
BUSY_PERCENT = 40

CONTEXT_TOKENS = 4096  # 28 KB of cache a token: 115 MB; a prompt with examples and one sentence takes under 1,500


class LlamaCppEngine:
    """One slot, greedy by default: more slots bring no speed on a small CPU and make the text depend on its neighbors.

    The server keeps the longest common prefix of successive prompts, and `Heads` the constant heads between runs, so
    put what is constant first. A head is read by itself even when it is new: a text is the same in every run.

    Args:
        model: a GGUF file.
        adapter: a GGUF file of low-rank changes to its weights, applied as they are used (LoRA, Hu et al. 2021).
    """

    def __init__(self, model: Path, adapter: Path | None = None) -> None:
        if psutil.cpu_percent(interval=0.1) > BUSY_PERCENT:
            os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # read by libgomp when the next line loads it
        import xllamacpp

        if not model.is_file():
            raise ModelError(f"{model}: no such model file; check the path")
        params = xllamacpp.CommonParams()
        params.model.path = str(model)
        if adapter:
            change = xllamacpp.CommonAdapterLoraInfo()
            change.path, change.scale = str(adapter), 1.0
            params.lora_adapters = [change]
        params.n_ctx = CONTEXT_TOKENS
        params.n_parallel = 1
        params.cache_ram_mib = 0  # `Heads` keeps what is worth keeping
        threads = psutil.cpu_count(logical=False) or 1
        params.cpuparams.n_threads = threads
        params.cpuparams_batch.n_threads = threads
        params.verbosity = -1
        api_key = secrets.token_hex(16)
        params.api_keys = [api_key]  # the library opens a local port: nobody else may use it
        folder = heads_folder()
        params.slot_save_path = f"{folder}{os.sep}" if folder else ""  # llama.cpp puts the file's name right behind it
        params.endpoint_slots = folder is not None
        try:
            self._server: Any = xllamacpp.Server(params)
        except RuntimeError as exc:
            raise ModelError(
                f"{model}: llama.cpp cannot load it; an installed model is checked by: summarizer models verify NAME"
            ) from exc
        self.signature = f"llamacpp:{model.name}{f' + {adapter_name(adapter)}' if adapter else ''}"
        identity = f"{self.signature} {model.stat().st_size} {xllamacpp.__version__} {CONTEXT_TOKENS}"
        self._heads = Heads(folder, self._server.listening_address, api_key, identity) if folder else None
        self._head = ""  # what the slot begins with

    def generate(
        self,
        prompt: str,
        *,
        max_new_tokens: int,
        stop: tuple[str, ...] = (),
        temperature: float = 0.0,
        seed: int = 0,
        head: str = "",
    ) -> Generation:
        """See `Engine.generate`."""
        if head and head != self._head and self._heads:
            if not self._heads.load(head):
                self._complete(head, 1, (), 0.0, 0)
                self._heads.save(head)
            self._head = head
        return self._complete(prompt, max_new_tokens, stop, temperature, seed)

    def _complete(
        self, prompt: str, max_new_tokens: int, stop: tuple[str, ...], temperature: float, seed: int
    ) -> Generation:
        reply: dict[str, Any] = self._server.handle_completions(
            {
                "prompt": prompt,
                "max_tokens": max_new_tokens,
                "stop": list(stop),
                "temperature": temperature,
                "seed": seed,
                "cache_prompt": True,
            }
        )
        if "error" in reply:  # the library answers with a dict, it does not raise
            raise EngineError(f"llama.cpp: {reply['error'].get('message', reply['error'])}")
        choice = reply["choices"][0]
        return Generation(choice["text"], "length" if choice["finish_reason"] == "length" else "end")

    def close(self) -> None:
        """See `Engine.close`."""
        self._server = None


def adapter_name(adapter: Path) -> str:
    """The name of an adapter with eight hex digits of its content: "vi-en-news-1a2b3c4d"."""
    return f"{adapter.stem}-{hashlib.sha256(adapter.read_bytes()).hexdigest()[:8]}"


def heads_folder() -> Path | None:
    """The folder of the states of prompt heads, made; None when it cannot be: every run reads its heads itself then."""
    folder = cache_folder() / "heads"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None
