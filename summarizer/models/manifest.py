"""The files of a model whose catalog entry only names a repository: as the hub lists them, kept beside the model.

The list is made once, at one commit; from then on that commit is what is fetched, verified and used, also offline.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from summarizer.models.entries import ModelEntry, ModelFile
from summarizer.models.files import read_json
from summarizer.models.problems import SourceError, describe
from summarizer.models.settings import model_folder
from summarizer.output import replace_file

LIST_LIMIT_S = 10.0
# configurations and vocabularies; never code, and no second set of weights for other libraries
WANTED = re.compile(r"[\w.-]+\.(?:json|model|spm|txt)")
SAFETENSORS = re.compile(r"model(?:-\d+-of-\d+)?\.safetensors")
PICKLED = re.compile(r"pytorch_model(?:-\d+-of-\d+)?\.bin")  # read as weights only, never run


@dataclass(frozen=True, slots=True)
class Manifest:
    """The commit of a repository, and its files that a model needs."""

    revision: str
    files: tuple[ModelFile, ...]


def files_of(model: ModelEntry) -> tuple[ModelFile, ...]:
    """The files of the model by the catalog, or by its manifest; empty when it has neither."""
    found = None if model.files else read_manifest(model)
    return found.files if found else model.files


def read_manifest(model: ModelEntry) -> Manifest | None:
    """The manifest beside the model, None when there is none, or one of another revision than the catalog pins."""
    found = read_json(_place(model))
    try:
        manifest = Manifest(
            str(found["revision"]), tuple(ModelFile(**{**file, "pieces": ()}) for file in found["files"])
        )
    except (KeyError, TypeError):
        return None
    return manifest if model.revision in (None, manifest.revision) else None


def write_manifest(model: ModelEntry, manifest: Manifest) -> None:
    """Keep the manifest beside the model."""
    replace_file(_place(model), json.dumps(asdict(manifest), indent=1))


def list_files(endpoint: str, model: ModelEntry) -> Manifest:
    """What the hub has of the model, at the revision that the catalog pins, else at the head of the main branch.

    Raises:
        SourceError: the hub does not answer, lacks the repository or the revision, or the files hold no model.
    """
    import huggingface_hub
    from huggingface_hub.errors import GatedRepoError, RepositoryNotFoundError, RevisionNotFoundError

    try:
        info = huggingface_hub.HfApi(endpoint=endpoint, library_name="summarizer").model_info(
            model.repository, revision=model.revision, files_metadata=True, timeout=LIST_LIMIT_S
        )
    except GatedRepoError as exc:
        raise SourceError(f"{model.repository} is given out only to those whom its owner admits") from exc
    except RevisionNotFoundError as exc:
        raise SourceError(f"{model.repository} has no revision {model.revision}") from exc
    except RepositoryNotFoundError as exc:
        raise SourceError(f"there is no repository {model.repository}, or it is closed") from exc
    except Exception as exc:  # each version of the library has other classes for what the network does
        raise SourceError(describe(exc)) from exc
    return Manifest(_check_revision(model, info.sha), _choose(model, info.siblings or []))


def _check_revision(model: ModelEntry, found: str | None) -> str:
    if found is None or (model.revision and found != model.revision):
        raise SourceError(f"asked for revision {model.revision}, the hub gives {found}")
    return found


def _choose(model: ModelEntry, siblings: Iterable[Any]) -> tuple[ModelFile, ...]:
    """The files that loading needs, safetensors before a pickle."""
    files = [_file(one) for one in siblings]
    weights = [file for file in files if SAFETENSORS.fullmatch(file.path)] or [
        file for file in files if PICKLED.fullmatch(file.path)
    ]
    if not weights:
        raise SourceError(f"{model.repository} has neither model.safetensors nor pytorch_model.bin")
    return (*(file for file in files if WANTED.fullmatch(file.path)), *weights)


def _file(sibling: Any) -> ModelFile:
    """A file of the hub: large ones have a SHA-256, the others the SHA-1 of a git blob."""
    sha256 = sibling.lfs.sha256 if sibling.lfs else ""
    return ModelFile(sibling.rfilename, sibling.size or 0, sha256, (), "" if sha256 else sibling.blob_id or "")


def _place(model: ModelEntry) -> Path:
    return model_folder(model.name) / "manifest.json"
