"""The model hub as a source: one file by HTTP ranges, gone on with after every break."""

from __future__ import annotations

import os
import time
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import BinaryIO
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

from summarizer.models.entries import ModelEntry, ModelFile
from summarizer.models.files import BLOCK_BYTES, Progress
from summarizer.models.problems import SourceError, describe

CONNECT_LIMIT_S = 3.0  # until the hub answers, name look-up and redirects included
READ_LIMIT_S = 30.0  # between two packets
RETRY_PAUSES_S = (1.0, 3.0)  # after connections that brought nothing


def hub_address() -> str:
    """The address of the model hub, which the user may have set."""
    return os.environ.get("HF_ENDPOINT", "https://huggingface.co").rstrip("/")


def is_offline() -> bool:
    """True when the user has switched the hub off."""
    return os.environ.get("HF_HUB_OFFLINE", "").upper() in {"1", "ON", "YES", "TRUE"}


def answers(model: ModelEntry) -> bool:
    """True when the hub is there, and has the model, within CONNECT_LIMIT_S."""
    if is_offline():
        return False
    try:
        _connect(
            Request(f"{hub_address()}/api/models/{model.repository}", headers={"User-Agent": "summarizer"})
        ).close()
    except SourceError:
        return False
    return True


def fetch_from_hub(endpoint: str, model: ModelEntry, file: ModelFile, part: Path, report: Progress) -> None:
    """Complete `part`; connections that break off are opened again as long as bytes arrive.

    Args:
        endpoint: address of the hub, "https://huggingface.co".
        part: what came so far, absent at first; it holds the whole file, unverified, at the end.
    Raises:
        SourceError: the hub is switched off, cannot be reached, lacks the file or breaks off for good.
    """
    if is_offline():
        raise SourceError("switched off by HF_HUB_OFFLINE")
    if not endpoint.startswith(("https://", "http://")):
        raise SourceError("HF_ENDPOINT is no http address")
    url = f"{endpoint}/{model.repository}/resolve/{quote(model.revision or 'main')}/{quote(file.path)}"
    pauses_s, received = iter(RETRY_PAUSES_S), False
    with part.open("ab") as stream:
        if stream.tell() > file.size_bytes:
            stream.truncate(0)
        while (before := stream.seek(0, os.SEEK_END)) < file.size_bytes:
            cause = SourceError(f"the connection broke off at {before:,} of {file.size_bytes:,} bytes")
            try:
                _receive(url, file, stream, report)
            except SourceError as exc:
                cause = exc
            if stream.tell() > before:
                pauses_s, received = iter(RETRY_PAUSES_S), True
            elif not received or (pause_s := next(pauses_s, None)) is None:
                raise cause
            else:
                time.sleep(pause_s)


def _receive(url: str, file: ModelFile, stream: BinaryIO, report: Progress) -> None:
    """Append what one connection brings; a connection that breaks off just ends."""
    start = stream.tell()
    headers = {"User-Agent": "summarizer", **({"Range": f"bytes={start}-"} if start else {})}
    with _connect(Request(url, headers=headers)) as response:
        if response.status != 206 and start:  # the server does not know ranges
            start = stream.seek(0)
            stream.truncate()
        length = response.headers.get("Content-Length")
        if length is not None and int(length) != file.size_bytes - start:
            raise SourceError(f"expected {file.size_bytes - start:,} bytes, {int(length):,} are offered")
        done = start
        while done < file.size_bytes:
            try:
                block = response.read1(min(BLOCK_BYTES, file.size_bytes - done))
            except (OSError, HTTPException):
                return
            if not block:
                return
            stream.write(block)
            done += len(block)
            report("hub", done, file.size_bytes)


def _connect(request: Request) -> HTTPResponse:
    """The answer, within CONNECT_LIMIT_S in all; urlopen's own limit leaves out name look-up and redirects."""
    outcome: SimpleQueue[HTTPResponse | Exception] = SimpleQueue()
    late = Event()

    def connect() -> None:
        try:
            response = urlopen(request, timeout=READ_LIMIT_S)
        except Exception as exc:  # handed to the caller, who knows what to make of it
            outcome.put(exc)
            return
        if late.is_set():
            response.close()
        outcome.put(response)

    Thread(target=connect, daemon=True).start()
    try:
        result = outcome.get(timeout=CONNECT_LIMIT_S)
    except Empty:
        late.set()
        raise SourceError(f"no answer within {CONNECT_LIMIT_S:g} s") from None
    if isinstance(result, HTTPError):
        result.close()
        raise SourceError(f"HTTP status {result.code} {result.reason}")
    if isinstance(result, URLError) and isinstance(result.reason, OSError):
        raise SourceError(describe(result.reason)) from result
    if isinstance(result, (OSError, HTTPException, ValueError)):
        raise SourceError(describe(result)) from result
    if isinstance(result, Exception):
        raise result
    return result
