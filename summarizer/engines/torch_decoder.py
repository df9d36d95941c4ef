"""Runs a sequence-to-sequence model by `generate` of transformers: on a GPU in bfloat16, else on the CPU in float32."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.engines.codec import Codec
from summarizer.engines.seq2seq import Output, Search
from summarizer.errors import EngineError, ModelError

if TYPE_CHECKING:
    import torch

# Padded source tokens of a batch, beam included: what two cores like, and what a GPU of 8 GB takes with a 1 GB model.
CPU_BATCH_TOKENS = 4096
GPU_BATCH_TOKENS = 32768


class TorchDecoder:
    """The weights of a folder in torch; safetensors or, read as weights only, a pickle; never code of the model's own.

    Raises:
        ModelError: the weights do not load, or do not fit the configuration.
    """

    def __init__(self, folder: Path, codec: Codec) -> None:
        import torch

        gpu = torch.cuda.is_available()
        self.name = "transformers"
        self.batch_tokens = GPU_BATCH_TOKENS if gpu else CPU_BATCH_TOKENS
        self._codec = codec
        self._device = "cuda" if gpu else "cpu"
        # bfloat16 is slower than float32 on a CPU without AMX
        self._model = load(folder, torch.bfloat16 if gpu else torch.float32).to(self._device).eval()

    def search(self, batch: list[list[int]], search: Search) -> list[list[Output]]:
        """See `Decoder.search`."""
        import torch

        width = max(map(len, batch))
        ids = torch.tensor([one + [self._codec.pad_id] * (width - len(one)) for one in batch], device=self._device)
        attention = torch.tensor([[1] * len(one) + [0] * (width - len(one)) for one in batch], device=self._device)
        try:
            with torch.inference_mode():
                made: Any = self._model.generate(input_ids=ids, attention_mask=attention, **self._settings(search))
        except (RuntimeError, ValueError) as exc:
            raise EngineError(f"transformers: {str(exc).splitlines()[0]}") from exc
        outputs = [self._output(sequence) for sequence in self._read(made, search)]
        return [outputs[start : start + search.hypotheses] for start in range(0, len(outputs), search.hypotheses)]

    def _settings(self, search: Search) -> dict[str, Any]:
        import torch

        settings: dict[str, Any] = {
            "min_new_tokens": search.min_new_tokens,
            "max_new_tokens": search.max_new_tokens,
            "num_return_sequences": search.hypotheses,
            "return_dict_in_generate": True,
            "output_scores": True,
            "forced_bos_token_id": self._codec.forced_id,
        }
        if search.temperature > 0:
            torch.manual_seed(search.seed)
            return settings | {"do_sample": True, "temperature": search.temperature, "num_beams": 1}
        beams = max(search.beam_size, search.hypotheses)
        return settings | {"do_sample": False, "num_beams": beams} | ({"length_penalty": 1.0} if beams > 1 else {})

    def _read(self, made: Any, search: Search) -> list[tuple[list[int], float]]:
        """The ids of each sequence, and its mean log-probability."""
        import torch

        sequences = made.sequences.tolist()
        scores = getattr(made, "sequences_scores", None)
        if scores is None:  # greedy or sampled
            steps = self._model.compute_transition_scores(made.sequences, made.scores, normalize_logits=True)
            steps = torch.where(torch.isfinite(steps), steps, torch.zeros_like(steps))
            lengths = (made.sequences[:, -steps.shape[1] :] != self._codec.pad_id).sum(dim=1).clamp(min=1)
            scores = steps.sum(dim=1) / lengths
        return list(zip(sequences, scores.tolist(), strict=True))

    def _output(self, found: tuple[list[int], float]) -> Output:
        sequence, score = found
        body = sequence[1:]  # the first one starts the decoder
        ended = self._codec.end_id in body
        ids = body[: body.index(self._codec.end_id)] if ended else body
        return Output([one for one in ids if one != self._codec.pad_id], score, ended)


def load(folder: Path, dtype: torch.dtype) -> Any:
    """The model of the folder; a weight that is missing, or of another shape, is an error and not a random number."""
    from transformers import AutoModelForSeq2SeqLM
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # the command line has its own
    try:
        model, report = AutoModelForSeq2SeqLM.from_pretrained(
            str(folder), local_files_only=True, trust_remote_code=False, output_loading_info=True, dtype=dtype
        )
    except Exception as exc:  # safetensors, pickle and configuration each have errors of their own
        cause = (str(exc).strip() or type(exc).__name__).splitlines()[0]
        raise ModelError(f"'{folder}': the weights do not load ({cause}); fetch the model again") from exc
    wrong = sorted(map(str, {*report["missing_keys"], *report["mismatched_keys"]}))
    if wrong:
        raise ModelError(f"'{folder}': {len(wrong)} weights missing or misshapen, such as {wrong[0]}; fetch it again")
    model.generation_config.forced_eos_token_id = None  # it would close a text that the length limit cuts off
    return model
