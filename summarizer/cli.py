"""Options in, exit status out: every command reads its options, calls one function of the library, and prints.

Results go to standard output or to --out; progress and notices go to standard error, and only to a terminal.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.errors import ModelError, SummarizerError, UsageError

if TYPE_CHECKING:
    from rich.progress import Progress

    from summarizer.facts.base import FactMatch
    from summarizer.pipeline import Summarizer
    from summarizer.results import Brief, Translation

FAILED, UNVERIFIED, INTERRUPTED = 1, 3, 130
STDOUT_FILENO = 1

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
models_app = typer.Typer(no_args_is_help=True, help="The models: list, pull, use, convert, verify, remove.")
app.add_typer(models_app, name="models")


class Format(StrEnum):
    """Formats of a result."""

    md = "md"
    json = "json"
    txt = "txt"


Inputs = Annotated[list[str], typer.Argument(help="File, folder, glob or - for standard input.", metavar="INPUT")]
Out = Annotated[Path | None, typer.Option(help="File or folder for the results, one file per article.")]
FormatOption = Annotated[Format | None, typer.Option("--format", help="By default the suffix of --out, else md.")]
Profile = Annotated[str | None, typer.Option(help="A profile, or a translator of: summarizer models list.")]
Model = Annotated[
    Path | None, typer.Option(help="A GGUF file, or a folder of a seq2seq model, instead of the profile's.")
]
Fallback = Annotated[str | None, typer.Option(help="A second model, by name or path, for sentences whose checks fail.")]
Bullets = Annotated[int, typer.Option(min=1, max=50, help="How many bullets at most.")]
GlossaryOption = Annotated[Path | None, typer.Option("--glossary", help="TSV file of terms: Vietnamese, English.")]
Prompts = Annotated[Path | None, typer.Option(help="Folder of prompt files that replace the built-in ones.")]
Lines = Annotated[bool, typer.Option("--lines", help="Each input line is one segment and gives one output line.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 3 when a fact stays unverified.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no notices.")]
Quantization = Annotated[str, typer.Option(help="int8, or float32 for exactly the texts of transformers.")]
Seed = Annotated[int, typer.Option(help="Seed of the model's sampling.")]


def main() -> None:
    """The entry point: one line for an error that this package raises on purpose, 130 for Ctrl-C."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # results are UTF-8 wherever they go; file names may hold other bytes
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(prog_name="summarizer")
    except SummarizerError as error:
        show(error)
        sys.exit(error.exit_status)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except MemoryError:
        typer.echo("error: out of memory; close other programs, or split the input", err=True)
        sys.exit(FAILED)
    except OSError as error:  # files are handled where they are used: this is the disk behind standard output
        typer.echo(f"error: cannot write the result ({error.strerror or error}); choose another place", err=True)
        os.dup2(os.open(os.devnull, os.O_WRONLY), STDOUT_FILENO)  # so that Python can flush what it still holds
        sys.exit(FAILED)


def show(error: SummarizerError) -> None:
    """One line on standard error, though a file name may hold a line break."""
    typer.echo(f"error: {' '.join(str(error).splitlines())}", err=True)


def print_version(wanted: bool) -> None:
    """Print the version and stop, before any command runs."""
    if wanted:
        from importlib.metadata import version

        typer.echo(f"summarizer {version('summarizer')}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Vietnamese news articles in, English translations and bullet briefs out, every key fact checked."""


@app.command()
def brief(
    inputs: Inputs,
    out: Out = None,
    output_format: FormatOption = None,
    profile: Profile = None,
    model: Model = None,
    fallback: Fallback = None,
    bullets: Bullets = 6,
    glossary: GlossaryOption = None,
    prompts: Prompts = None,
    strict: Strict = False,
    quiet: Quiet = False,
    seed: Seed = 0,
) -> None:
    """Title, bullets, full translation and key-fact table of each article."""

    def make(summarizer: Summarizer, name: str, on_sentence: Callable[[int, int], None]) -> Brief:
        return summarizer.brief(as_source(name), bullets=bullets, progress=on_sentence)

    models = {"profile": profile, "model": model, "fallback": fallback}
    settings = {**models, "glossary": glossary, "prompts": prompts, "seed": seed}
    run_batch(inputs, make, out, output_format, strict, quiet, **settings)


@app.command()
def translate(
    inputs: Inputs,
    out: Out = None,
    output_format: FormatOption = None,
    lines: Lines = False,
    profile: Profile = None,
    model: Model = None,
    fallback: Fallback = None,
    glossary: GlossaryOption = None,
    prompts: Prompts = None,
    strict: Strict = False,
    quiet: Quiet = False,
    seed: Seed = 0,
) -> None:
    """The translation alone, with its key-fact table."""
    models = {"profile": profile, "model": model, "fallback": fallback}
    settings = {**models, "glossary": glossary, "prompts": prompts, "seed": seed}
    if lines:
        if len(inputs) != 1 or output_format:
            raise UsageError("--lines takes one INPUT, and no --format: it writes plain lines")
        translate_lines(inputs[0], out, strict, quiet, **settings)
        return

    def make(summarizer: Summarizer, name: str, on_sentence: Callable[[int, int], None]) -> Translation:
        return summarizer.translate(as_source(name), progress=on_sentence)

    run_batch(inputs, make, out, output_format, strict, quiet, **settings)


def as_source(name: str) -> str | Path:
    """An INPUT of the command line: always a path, never text."""
    return name if name == "-" else Path(name)


def run_batch(
    inputs: list[str],
    make: Callable[[Summarizer, str, Callable[[int, int], None]], Brief | Translation],
    out: Path | None,
    output_format: Format | None,
    strict: bool,
    quiet: bool,
    **settings: object,
) -> None:
    """Make and write one result per input; one bad input does not stop the rest. Exits with the highest status."""
    from summarizer.output import check_places, result_paths, write_whole
    from summarizer.reading import find_inputs
    from summarizer.rendering import SUFFIXES, render, render_many

    names = find_inputs(inputs)
    one_file = out is not None and not out.is_dir() and (out.exists() or bool(out.suffix))
    suffix = out.suffix[1:].lower() if out and one_file else ""
    if suffix and suffix not in SUFFIXES and not output_format:
        raise UsageError(f"--out {out}: no format has this suffix; use {', '.join(SUFFIXES.values())}, or --format")
    chosen = str(output_format or suffix or Format.md)
    if one_file and len(names) > 1 and chosen != Format.json:
        raise UsageError(f"--out {out} is one file, but there are {len(names)} articles; name a folder")
    paths = result_paths(names, out, SUFFIXES[chosen]) if out and not one_file else {}
    if out:
        check_places(names, paths.values() or [out], out.parent if one_file else out)
    status, shown = 0, False
    whole: list[Brief | Translation] = []  # results that go into one text
    with progress_bar(quiet) as bar, open_summarizer(bar, settings) as summarizer:
        for number, name in enumerate(names, 1):
            label = Path(name).name if len(names) == 1 else f"{number}/{len(names)} {Path(name).name}"
            try:
                result = make(summarizer, name, bar.follow(label))
                if name in paths:
                    write_whole(paths[name], render(result, chosen))
                elif one_file or chosen == Format.json:
                    whole.append(result)
                else:
                    with bar.aside():
                        typer.echo(("\n" if shown else "") + render(result, chosen), nl=False)
                    shown = True
            except ModelError:  # no other article can be done either
                raise
            except SummarizerError as error:
                with bar.aside():
                    show(error)
                status = max(status, error.exit_status)
                continue
            if strict and not result.ok:
                status = max(status, UNVERIFIED)
    if whole:
        text = render_many(whole, chosen, several=len(names) > 1)
        if out:
            write_whole(out, text)
        else:
            typer.echo(text, nl=False)
    raise typer.Exit(status)


def translate_lines(name: str, out: Path | None, strict: bool, quiet: bool, **settings: object) -> None:
    """Line mode: exactly one output line for each input line."""
    from summarizer.output import check_places, result_paths, write_whole
    from summarizer.reading import read_lines
    from summarizer.rendering import SUFFIXES

    lines = read_lines(name)
    if out is not None:
        out = result_paths([name], out, SUFFIXES["txt"])[name] if out.is_dir() else out
        check_places([name], [out], out.parent)
    done = []
    with progress_bar(quiet) as bar, open_summarizer(bar, settings) as summarizer:
        for sentence in summarizer.translate_lines(lines, progress=bar.follow(Path(name).name)):
            done.append(sentence)
            if out is None:
                with bar.aside():
                    typer.echo(sentence.english if sentence else "")
    if out is not None:
        write_whole(out, "".join(f"{sentence.english if sentence else ''}\n" for sentence in done))
    if strict and any(sentence and not sentence.verdict.ok for sentence in done):
        raise typer.Exit(UNVERIFIED)


@app.command()
def check(
    source: Annotated[Path, typer.Argument(help="The Vietnamese text.")],
    translation: Annotated[Path, typer.Argument(help="Its English translation, by whomever.")],
    lines: Annotated[bool, typer.Option("--lines", help="Line-aligned files: one JSON object a line.")] = False,
    output_format: Annotated[Format | None, typer.Option("--format", help="json, or txt: one verdict a line.")] = None,
    strict: Strict = False,
) -> None:
    """The facts of a source against any English translation of it; needs no model."""
    from summarizer.checking import check_document, check_lines, document_json, line_json
    from summarizer.reading import read_lines, read_text

    if output_format is Format.md or (lines and output_format is Format.txt):
        raise UsageError("check writes --format json or txt, and with --lines json")
    if lines:
        reports = list(check_lines(read_lines(str(source)), read_lines(str(translation))))
        for number, report in enumerate(reports, 1):
            typer.echo(line_json(number, report))
    else:
        pairs = check_document(read_text(str(source)), read_text(str(translation)))
        reports = [pair.report for pair in pairs]
        if output_format is Format.json:
            typer.echo(document_json(pairs))
        else:
            for pair in pairs:
                for match in pair.report.matches:
                    show_verdict(pair.source, match)
    if strict and not all(report.ok for report in reports):
        raise typer.Exit(UNVERIFIED)


def show_verdict(sentences: range, match: FactMatch) -> None:
    """One colored line: number of the sentence, verdict, kind, words, reason."""
    color = {"found": typer.colors.GREEN, "added": typer.colors.YELLOW}.get(match.status, typer.colors.RED)
    place = f"[{sentences[0]}]" if sentences else "[-]"
    text = f"{match.source.text if match.source else '-'}: {match.reason}"
    typer.echo(f"{place:6}", nl=False)
    typer.secho(f"{match.status:8}", fg=color, nl=False)
    typer.echo(f"{match.kind:14}{' '.join(text.split())}")


@app.command()
def facts(inputs: Inputs, output_format: FormatOption = None) -> None:
    """The key facts found in each source, with their sentence and their English writing; needs no model."""
    from summarizer.facts import find_source_facts
    from summarizer.reading import find_inputs, read_article
    from summarizer.rendering import source_facts

    status = 0
    results = []
    names = find_inputs(inputs)
    for name in names:
        try:
            article = read_article(name)
        except SummarizerError as error:
            show(error)
            status = max(status, error.exit_status)
            continue
        found = [(one, fact) for one in article.segments for fact in find_source_facts(one.text, article.date)]
        results.append((name, found))
    if results:
        typer.echo(source_facts(results, str(output_format or Format.txt), several=len(names) > 1), nl=False)
    raise typer.Exit(status)


@app.command()
def evaluate(
    src: Annotated[Path, typer.Option(help="Vietnamese, one segment a line.")],
    ref: Annotated[Path, typer.Option(help="Its English by people, line by line.")],
    hyp: Annotated[Path | None, typer.Option(help="The English to score; without it the model translates.")] = None,
    against: Annotated[Path | None, typer.Option(help="Other English, compared with the first.")] = None,
    out: Annotated[Path | None, typer.Option(help="Where the lines of the model are kept.")] = None,
    output_format: Annotated[Format | None, typer.Option("--format", help="json, or txt: a table.")] = None,
    profile: Profile = None,
    model: Model = None,
    fallback: Fallback = None,
    glossary: GlossaryOption = None,
    prompts: Prompts = None,
    quiet: Quiet = False,
    seed: Seed = 0,
) -> None:
    """BLEU, chrF and kept facts of a model, or of given English, on an aligned test set."""
    from summarizer import evaluation
    from summarizer.output import check_places, write_whole
    from summarizer.reading import read_lines

    if output_format is Format.md:
        raise UsageError("evaluate writes --format json or txt")
    if hyp and out:
        raise UsageError("--out keeps the lines of a model, and with --hyp none runs; leave one of them out")
    source, reference = read_lines(str(src)), read_lines(str(ref))
    given = {str(path): read_lines(str(path)) for path in (hyp, against) if path}
    evaluation.check_aligned(source, {str(ref): reference, **given})  # before a model runs for hours
    if not hyp:
        if out:
            check_places([str(src)], [out], out.parent)
        models: dict[str, object] = {"profile": profile, "model": model, "fallback": fallback}
        settings = {**models, "glossary": glossary, "prompts": prompts, "seed": seed}
        with progress_bar(quiet) as bar, open_summarizer(bar, settings) as summarizer:
            done = summarizer.translate_lines(source, progress=bar.follow(src.name))
            lines = [sentence.english if sentence else "" for sentence in done]
        if out:
            write_whole(out, "".join(f"{line}\n" for line in lines))
        given = {str(out or "model"): lines, **given}
    result = evaluation.evaluate(source, reference, given)
    typer.echo(result.as_json() if output_format is Format.json else result.as_text())


@app.command()
def doctor() -> None:
    """What is installed, which profile runs, free disk and memory; each problem with its cure."""
    from summarizer.doctor import report

    checks = report()
    for check in checks:
        typer.echo(f"{'ok  ' if check.ok else 'FAIL'} {check.name}: {check.detail}")
        if not check.ok:
            typer.echo(f"     {check.cure}")
    raise typer.Exit(0 if all(check.ok for check in checks) else FAILED)


@models_app.command("list")
def list_models() -> None:
    """The catalog: name, family, size, license, quality, installed or not."""
    from summarizer import models

    for model in models.catalog():
        state = "installed" if models.installed(model.name) else "not installed"
        terms = model.license if model.commercial else f"{model.license}, NON-COMMERCIAL"
        typer.echo(f"{model.name}  {model.family}  {model.size_bytes / 1e9:.1f} GB  {terms}  {state}")
        typer.echo(f"    {model.quality}")


@models_app.command()
def pull(
    name: str,
    source_file: Annotated[Path | None, typer.Option("--from", help="A file that you have already.")] = None,
    quiet: Quiet = False,
) -> None:
    """Fetch a model once, resumed after a break, checked by SHA-256."""
    from summarizer import models

    model = models.entry(name)
    with progress_bar(quiet) as bar:
        bar.notice(model.notice)
        path = models.pull(name, source_file=source_file, progress=bar.bytes)
    typer.echo(str(path))


@models_app.command()
def use(name: str) -> None:
    """Make a model the default."""
    from summarizer import models

    models.use(name)


@models_app.command()
def verify(name: str, quiet: Quiet = False) -> None:
    """Read a model whole and compare its digests; a damaged file is deleted."""
    from summarizer import models

    with progress_bar(quiet) as bar:
        path = models.verify(name, bar.bytes)
    typer.echo(f"{path}: right")


@models_app.command()
def convert(name: str, quantization: Quantization = "int8") -> None:
    """Convert a seq2seq model for CTranslate2, which runs it some three times faster and is then used by itself."""
    from summarizer import models
    from summarizer.engines.ctranslate2_decoder import convert as convert_model

    place = Path(name) if Path(name).is_dir() else models.installed(name)
    if place is None or not place.is_dir():
        raise UsageError(f"'{name}' is no folder of a seq2seq model, nor an installed one; see: summarizer models list")
    typer.echo(str(convert_model(place, quantization)))


@models_app.command()
def remove(name: str) -> None:
    """Delete a model from this computer."""
    from summarizer import models

    typer.echo(f"{name}: {models.remove(name) / 1e9:.1f} GB freed")


class Bar:
    """Progress on standard error: one line for what runs now, with the time left; silent without a terminal."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._task: int | None = None
        self._label = ""

    def notice(self, text: str) -> None:
        """One line that stays."""
        if self._progress:
            self._progress.console.print(text, highlight=False, markup=False)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """No bar while something else is printed, so that the two never share a line of a terminal."""
        if self._progress:
            self._progress.stop()
        yield
        if self._progress:
            self._progress.start()

    def follow(self, label: str) -> Callable[[int, int], None]:
        """A callback for the sentences of one article."""
        return lambda done, total: self._show(label, done, total)

    def bytes(self, label: str, done: int, total: int) -> None:
        """A callback for a download."""
        self._show(f"{label}, {total / 1e9:.1f} GB", done, total)

    def _show(self, label: str, done: int, total: int) -> None:
        if self._progress is None:
            return
        if self._task is None or label != self._label:
            if self._task is not None:
                self._progress.remove_task(self._task)  # type: ignore[arg-type]
            self._task, self._label = self._progress.add_task(label), label
        self._progress.update(self._task, completed=done, total=total)  # type: ignore[arg-type]


@contextmanager
def progress_bar(quiet: bool) -> Iterator[Bar]:
    """A progress bar on standard error, or a silent stand-in when quiet or not at a terminal."""
    if quiet or not sys.stderr.isatty():
        yield Bar(None)
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    console = Console(stderr=True)  # its own lines only: what is printed elsewhere goes where it is meant to go
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as progress:
        yield Bar(progress)


@contextmanager
def open_summarizer(bar: Bar, settings: dict[str, object]) -> Iterator[Summarizer]:
    """A Summarizer whose first download shows on the bar."""
    from summarizer.pipeline import Summarizer

    with Summarizer(on_pull=bar.bytes, on_notice=bar.notice, **settings) as summarizer:  # type: ignore[arg-type]
        yield summarizer
