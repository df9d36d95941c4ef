"""The chain on one screen: read -> segment -> translate -> verify -> repair -> summarize. Only here the stages meet."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from types import TracebackType

from summarizer import models, reading, segmentation
from summarizer.article import Article, PartialDate, Segment
from summarizer.chain import SentenceChain
from summarizer.drafts import Translating
from summarizer.engines import Engine, Seq2SeqEngine, load_engine
from summarizer.errors import ModelError, SummarizerError
from summarizer.glossary import load_glossary
from summarizer.nbest_translation import NBestTranslator
from summarizer.normalization import normalize
from summarizer.persons import Persons
from summarizer.prompting import load_prompts
from summarizer.results import Brief, TranslatedParagraph, TranslatedSentence, Translation
from summarizer.summarization import Summarizing
from summarizer.translation import Translator

DEFAULT_BULLETS = 6

Progress = Callable[[int, int], None]  # sentences done, sentences in all


@dataclass(frozen=True, slots=True)
class Failure:
    """An input of a batch that could not be done; the others go on."""

    name: str
    error: SummarizerError


class Summarizer:
    """One loaded model, many articles.

    Args:
        profile: a name of the model catalog; by default the one chosen with `summarizer models use`.
        model: a GGUF file, or the folder of a sequence-to-sequence model, to be used instead of the profile's own.
        fallback: a second model, by name or place, for the sentences that the first one cannot get right.
        glossary: TSV file whose terms add to the built-in glossary or override it.
        prompts: folder of prompt files that override the built-in ones.
        seed: of the model's sampling, where a step samples.
        on_pull: called with (file, bytes done, bytes in all) while a missing model is fetched.
        on_notice: called with a line that the user should see, such as the profile that the first run chooses.
    Raises:
        GlossaryError, PromptError, ModelError: at once for the files; for the model when it is first needed.
    Example:
        with Summarizer() as summarizer:
            for brief in summarizer.briefs(["seeds/"]): print(brief.title)
    """

    def __init__(
        self,
        profile: str | None = None,
        *,
        model: str | Path | None = None,
        fallback: str | Path | None = None,
        glossary: str | Path | None = None,
        prompts: str | Path | None = None,
        seed: int = 0,
        on_pull: Callable[[str, int, int], None] | None = None,
        on_notice: Callable[[str], None] = lambda line: None,
    ) -> None:
        self._profile = profile
        self._model = Path(model) if model else None
        self._fallback = fallback
        self._glossary = load_glossary(Path(glossary) if glossary else None)
        self._prompts = load_prompts(Path(prompts) if prompts else None)
        self._seed = seed
        self._on_pull = on_pull
        self._tell = on_notice
        self._loaded: dict[str | Path, Engine | Seq2SeqEngine] = {}

    def __enter__(self) -> Summarizer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Free the models; the next call loads them again."""
        while self._loaded:
            self._loaded.popitem()[1].close()

    @property
    def engine(self) -> Engine | Seq2SeqEngine:
        """The loaded model; the first use fetches it if need be."""
        return self._load(self._model or self.profile.translator)

    @cached_property
    def profile(self) -> models.Profile:
        """The profile that was asked for, else the kept one, else the one that the first run chooses."""
        return models.choose_profile(self._profile, self._tell)

    @property
    def fallback(self) -> Engine | Seq2SeqEngine | None:
        """The loaded second model, None when there is none."""
        second = self._fallback or (None if self._model else self.profile.fallback)
        return self._load(second) if second else None

    @property
    def writer(self) -> Engine | Seq2SeqEngine | None:
        """What writes the bullets: the language model, else the profile's summarizer if it is here, else nothing."""
        if isinstance(self.engine, Engine):
            return self.engine
        name = None if self._model else self.profile.summarizer
        return self._load(name) if name and models.installed(name) else None

    def _load(self, model: str | Path) -> Engine | Seq2SeqEngine:
        """The engine of a model, by its name in the catalog or its place on the disk."""
        if model not in self._loaded:
            entry = next((entry for entry in models.catalog() if entry.name == model), None)
            adapter = entry.adapter_file if entry else None
            engine = self._loaded[model] = load_engine(self._place(model, entry), adapter)
            if isinstance(engine, Seq2SeqEngine) and engine.notice:
                self._tell(engine.notice)
        return self._loaded[model]

    def _place(self, model: str | Path, entry: models.ModelEntry | None) -> Path:
        """Where the model is; one of the catalog is fetched if need be, and its license told then."""
        if isinstance(model, Path) or (entry is None and os.path.exists(model)):
            return Path(model)
        if entry and not models.installed(entry.name):
            self._tell(entry.notice)
        return models.pull(model, progress=self._on_pull)

    @property
    def signature(self) -> str:
        """What made a result: version, engines and weights, prompts, glossary, seed."""
        engines = [self.engine.signature, *([f"fallback {self.fallback.signature}"] if self.fallback else [])]
        return (
            f"summarizer {version('summarizer')} | {' | '.join(engines)} | prompts {self._prompts.digest}"
            f" | glossary {self._glossary.digest} | seed {self._seed}"
        )

    def translate(self, source: str | Path, *, progress: Progress | None = None) -> Translation:
        """The English of one article, every sentence verified, repaired or marked.

        Args:
            source: the path of a file, "-" for standard input, or the Vietnamese text itself.
        Raises:
            InputError: the file cannot be read, or holds no Vietnamese text.
        """
        return self.translate_article(load_article(source), progress=progress)

    def brief(self, source: str | Path, *, bullets: int = DEFAULT_BULLETS, progress: Progress | None = None) -> Brief:
        """Title, bullets, translation and key-fact table of one article; `source` as in `translate`."""
        return self.brief_of(self.translate(source, progress=progress), bullets=bullets)

    def briefs(self, inputs: Iterable[str | Path], *, bullets: int = DEFAULT_BULLETS) -> Iterator[Brief | Failure]:
        """The briefs of files, folders and globs, in order; a bad file gives a Failure and does not stop the rest.

        Raises:
            InputError: no input stands for a file.
            ModelError: there is no model, so that no article can be done.
        """
        for name in reading.find_inputs([str(one) for one in inputs]):
            try:
                yield self.brief(Path(name) if name != "-" else name, bullets=bullets)
            except ModelError:
                raise
            except SummarizerError as error:
                yield Failure(name, error)

    def translate_article(self, article: Article, *, progress: Progress | None = None) -> Translation:
        """The English of an article that has been read and segmented."""
        total = len(article.segments)
        chain = self._chain(Persons(segment.text for segment in article.segments), article.date)
        chain.expect([segment.text for segment in article.segments])
        paragraphs = []
        for paragraph in article.paragraphs:
            sentences = []
            for segment in paragraph.segments:
                sentences.append(chain.run(segment, f"{article.name}, sentence {segment.id}"))
                if progress:
                    progress(segment.id, total)
            paragraphs.append(TranslatedParagraph(paragraph.kind, tuple(sentences)))
        return Translation(article, tuple(paragraphs), self.signature, chain.sent if self.fallback else None)

    def brief_of(self, translation: Translation, *, bullets: int = DEFAULT_BULLETS) -> Brief:
        """The brief of a translated article."""
        summarizing = Summarizing(self.writer, self._prompts)
        points = summarizing.bullets(translation.paragraphs, bullets)
        title, made = summarizing.title(translation.paragraphs, points)
        return Brief(title, made, points, translation)

    def translate_lines(
        self, lines: Sequence[str], *, progress: Progress | None = None
    ) -> Iterator[TranslatedSentence | None]:
        """One result a line, None for an empty one; each line is one segment, shown those before it."""
        chain = self._chain(Persons([]), None)  # persons are those of an article: none is written in from another line
        texts = [normalize(line).strip() for line in lines]
        chain.expect([text for text in texts if text])
        for number, text in enumerate(texts, 1):
            yield chain.run(Segment(number, text, 0, len(text)), f"line {number}") if text else None
            if progress:
                progress(number, len(lines))

    def _chain(self, persons: Persons, date: PartialDate | None) -> SentenceChain:
        """translate -> verify -> repair for the sentences of one text."""
        engines = [self.engine, *([self.fallback] if self.fallback else [])]
        return SentenceChain([self.translator(engine, persons) for engine in engines], persons, date, self._seed)

    def translator(self, engine: Engine | Seq2SeqEngine, persons: Persons) -> Translating:
        """What makes drafts with a loaded model."""
        if isinstance(engine, Seq2SeqEngine):
            if engine.reads != "vi":
                raise ModelError(f"{engine.signature} reads English and translates nothing; name a translator")
            return NBestTranslator(engine)
        return Translator(engine, self._glossary, self._prompts, persons)


def load_article(source: str | Path) -> Article:
    """The article at a path, or the one that is the text itself.

    A string is a path when it is "-", names something that exists, or looks like a file name: one line without
    spaces, with a suffix.
    """
    if isinstance(source, Path) or source == "-" or looks_like_path(source):
        return reading.read_article(str(source))
    text = normalize(source)
    reading.check_vietnamese("text", text)
    return segmentation.segment("text", text)


def looks_like_path(source: str) -> bool:
    """True for "seeds/a.txt", false for "Ngày 22/2, Bộ trưởng thăm Lào Cai." """
    if "\n" in source or len(source) > 4096:
        return False
    return os.path.exists(source) or (" " not in source and bool(Path(source).suffix))
