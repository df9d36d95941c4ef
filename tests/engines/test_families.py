"""Every family of sequence-to-sequence models: loaded as published, addressed as trained, run in every way."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file
from tiny_models import FAMILIES, make_model, make_pieces

from summarizer.engines import families as known_families
from summarizer.engines import load_engine
from summarizer.engines.codec import mask, unmask
from summarizer.engines.ctranslate2_decoder import convert
from summarizer.engines.seq2seq import Seq2SeqModel
from summarizer.errors import EngineError, ModelError

SOURCES = ["Ngày 22/2, Bộ trưởng thăm Lào Cai.", "Giá điện tăng 12,5%.", "Hà Nội."]
FIRST_TOKENS = {
    "marian": "▁Ng",
    "nllb": "vie_Latn",
    "m2m100": "__vi__",
    "mbart50": "vi_VN",
    "madlad": "<2en>",
    "bart": "<s>",
}
FORCED = {"nllb": "eng_Latn", "m2m100": "__en__", "mbart50": "en_XX"}


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder of each family's tiny model, made when it is first asked for."""
    home = tmp_path_factory.mktemp("models")
    pieces = make_pieces(home)

    def place(family: str) -> Path:
        folder = home / family
        return folder if folder.exists() else make_model(family, pieces, folder)

    return place


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_is_told_its_languages(family: str, places: Callable[[str], Path]) -> None:
    model = Seq2SeqModel(places(family))
    assert model.family.name == ("t5" if family == "mt5" else family)
    tokens = model._codec.tokens(model._codec.encode(SOURCES[0]))
    assert tokens[-1] == "</s>"
    if family in FIRST_TOKENS:
        assert tokens[0] == FIRST_TOKENS[family]
    else:
        assert "".join(tokens).lower().startswith(("▁translate▁vietnamese", "▁translate▁from▁vietnamese"))
    forced = model._codec.forced_id
    assert forced is None if family not in FORCED else model._codec.tokens([forced or 0]) == [FORCED[family]]


@pytest.mark.parametrize("beam_size", [1, 3])
@pytest.mark.parametrize("family", FAMILIES)
def test_a_batch_gives_what_each_text_gives_alone(
    family: str, beam_size: int, places: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summarizer.engines.seq2seq.MIN_NEW_TOKENS", 12)
    monkeypatch.setattr("summarizer.engines.seq2seq.NEW_TOKENS_A_SOURCE_TOKEN", 0.0)
    model = load_engine(places(family))
    assert isinstance(model, Seq2SeqModel)
    together = model.translate(SOURCES, beam_size=beam_size, hypotheses=beam_size)
    for source, found in zip(SOURCES, together, strict=True):
        (alone,) = model.translate([source], beam_size=beam_size, hypotheses=beam_size)
        assert [(one.text, one.stopped) for one in found] == [(one.text, one.stopped) for one in alone]
        assert [one.score for one in found] == pytest.approx([one.score for one in alone], abs=1e-3)
        assert not any(code in one.text for one in found for code in ("__en__", "eng_Latn", "en_XX", "<pad>"))


def test_all_texts_of_nothing_are_nothing(places: Callable[[str], Path]) -> None:
    assert Seq2SeqModel(places("nllb")).translate([]) == []


def test_a_text_longer_than_the_model_reads_is_refused(places: Callable[[str], Path]) -> None:
    with pytest.raises(EngineError, match=r"^\d+ tokens, the model reads 256: 'Hà Nội Hà Nội"):
        Seq2SeqModel(places("nllb")).translate(["Hà Nội " * 200])


def test_a_closed_model_is_refused(places: Callable[[str], Path]) -> None:
    model = Seq2SeqModel(places("t5"))
    model.close()
    with pytest.raises(EngineError, match=r"^the model has been closed$"):
        model.translate(SOURCES)


def test_words_that_the_vocabulary_lacks(places: Callable[[str], Path]) -> None:
    model = Seq2SeqModel(places("nllb"))
    assert model.unknown("Ngày 22/2, ông 明 thăm Hà Nội 😀.") == ("明",)
    assert model.unknown("Ngày 22/2.") == ()


@pytest.mark.parametrize("family", ["marian", "nllb", "m2m100", "mbart50", "t5", "madlad"])
def test_ctranslate2_runs_a_conversion(
    family: str, places: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summarizer.engines.seq2seq.MIN_NEW_TOKENS", 8)
    monkeypatch.setattr("summarizer.engines.seq2seq.NEW_TOKENS_A_SOURCE_TOKEN", 0.0)
    folder = tmp_path / family
    shutil.copytree(places(family), folder)
    if family == "marian":
        zero_padding(folder)
    plain = Seq2SeqModel(folder).translate(SOURCES, beam_size=1)
    convert(folder, "float32")
    model = Seq2SeqModel(folder)
    assert model.signature.startswith("ctranslate2:")
    assert [found[0].text for found in model.translate(SOURCES, beam_size=1)] == [found[0].text for found in plain]
    convert(folder, "int8")
    assert len(Seq2SeqModel(folder).translate(SOURCES, beam_size=2, hypotheses=2)[0]) == 2


def test_a_conversion_that_cannot_be_used_is_told_in_one_line(
    places: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "nllb"
    shutil.copytree(places("nllb"), folder)
    assert Seq2SeqModel(folder).notice is None
    (folder / "ctranslate2").mkdir()
    (folder / "ctranslate2" / "model.bin").write_bytes(b"broken")
    model = Seq2SeqModel(folder)
    assert model.signature.startswith("transformers:")
    assert "CTranslate2 cannot load it" in (model.notice or "")
    assert (model.notice or "").endswith("transformers runs it, more slowly")
    monkeypatch.setitem(sys.modules, "ctranslate2", None)
    notice = Seq2SeqModel(folder).notice
    assert notice == "nllb is converted, but CTranslate2 is not installed: pip install 'summarizer[fast]'"


def zero_padding(folder: Path) -> None:
    """The row of the padding token as OPUS-MT has it: CTranslate2 starts the decoder from zero."""
    weights = load_file(folder / "model.safetensors")
    weights["model.shared.weight"][-1] = 0
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})


def test_a_pickle_is_read_as_weights_only(places: Callable[[str], Path], tmp_path: Path) -> None:
    folder = tmp_path / "nllb"
    shutil.copytree(places("nllb"), folder)
    expected = Seq2SeqModel(folder).translate(SOURCES[:1])
    weights = load_file(folder / "model.safetensors")
    (folder / "model.safetensors").unlink()
    torch.save(weights, folder / "pytorch_model.bin")
    assert Seq2SeqModel(folder).translate(SOURCES[:1]) == expected

    class Evil:
        def __reduce__(self) -> tuple[object, ...]:
            return (Path.touch, (tmp_path / "run",))

    torch.save({**weights, "evil": Evil()}, folder / "pytorch_model.bin")
    with pytest.raises(ModelError, match=r"the weights do not load"):
        Seq2SeqModel(folder)
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("missing", r"weights missing or misshapen, such as model\."),
        ("misshapen", r"weights missing or misshapen, such as|the weights do not load"),
        ("broken", r"the weights do not load"),
        ("config", r"config\.json': broken \("),
        ("type", r"model type 'gpt2' is none of marian, m2m_100"),
        ("language", r"the tokenizer does not know the language code 'eng_Latn'|the tokenizer does not load"),
    ],
)
def test_a_damaged_model_is_one_line(change: str, message: str, places: Callable[[str], Path], tmp_path: Path) -> None:
    folder = tmp_path / "nllb"
    shutil.copytree(places("nllb"), folder)
    damage(folder, change)
    with pytest.raises(ModelError, match=message) as error:
        Seq2SeqModel(folder)
    assert "\n" not in str(error.value)


def damage(folder: Path, change: str) -> None:
    """Spoil one thing of the model."""
    weights = load_file(folder / "model.safetensors")
    name = next(name for name in weights if "decoder" in name and "fc1.weight" in name)
    if change == "missing":
        del weights[name]
    elif change == "misshapen":
        weights[name] = weights[name][:-1]
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    if change == "broken":
        (folder / "model.safetensors").write_bytes(b"\x00" * 500)
    elif change == "config":
        (folder / "config.json").write_text("{", encoding="utf-8")
    elif change == "type":
        (folder / "config.json").write_text(json.dumps({"model_type": "gpt2"}), encoding="utf-8")
    elif change == "language":
        path = folder / "tokenizer.json"
        path.write_text(path.read_text(encoding="utf-8").replace("eng_Latn", "deu_Latn"), encoding="utf-8")
        path = folder / "tokenizer_config.json"
        path.write_text(path.read_text(encoding="utf-8").replace("eng_Latn", "deu_Latn"), encoding="utf-8")


@pytest.mark.parametrize(
    ("source", "masked"),
    [
        ("3½ km²", "3 1/2 km2"),
        ("½ số dân", "1/2 số dân"),
        ("1.200 m³ nước", "1.200 m3 nước"),
        ("ngày 1/2", "ngày 1/2"),
    ],
)
def test_signs_are_masked_and_come_back(source: str, masked: str) -> None:
    assert mask(source) == masked
    assert unmask(masked, source) == source


@pytest.mark.parametrize(
    ("english", "source", "expected"),
    [
        ("On 1/2 he left half", "Ngày 1/2 anh ấy đi", "On 1/2 he left half"),  # a date of the source stays
        ("about 3 1/2 hours", "khoảng 3½ giờ", "about 3½ hours"),
        ("5 km2 and 3 m3", "5 km² và 3 m3", "5 km² and 3 m3"),
        ("11/2 and 1/20", "½ và 1/20", "11/2 and 1/20"),  # parts of other figures
    ],
)
def test_only_what_was_masked_comes_back(english: str, source: str, expected: str) -> None:
    assert unmask(english, source) == expected


def test_every_family_of_the_table_is_named_by_its_key() -> None:
    assert all(name == family.name for name, family in known_families.FAMILIES.items())
