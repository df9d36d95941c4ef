"""What llama.cpp has made of the constant head of a prompt, kept in files: later runs load it instead of reading again.

A head of 450 tokens takes 6 s to read on two cores and 15 ms to load. llama.cpp offers this (the slot endpoints of its
server, tools/server/README.md) over the local port of the library alone, not as a call.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import os
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

KEPT_FILES = 12  # three sets of prompts; a file takes 28 KB a token, some 10 MB
TIMEOUT_S = 30


class Heads:
    """The files of one model's heads, loaded into and saved from the one slot of its server.

    Args:
        folder: where the files are; it is made.
        address: of the server: "http://127.0.0.1:33479".
        api_key: of the server.
        identity: what a state depends on besides the head: weights, library, context.
    """

    def __init__(self, folder: Path, address: str, api_key: str, identity: str) -> None:
        self._folder = folder
        self._place = urlsplit(address).netloc
        self._api_key = api_key
        self._identity = identity

    def load(self, head: str) -> bool:
        """True when the slot now holds the state of `head`; False when there is no file of it, or none that fits."""
        file = self._file(head)
        return file.is_file() and self._ask("restore", file.name)

    def save(self, head: str) -> None:
        """Keep the state of the slot, which has just read `head`; without a place to write, nothing is kept."""
        file = self._file(head)
        partial = file.with_name(f"{file.stem}.{os.getpid()}.partial")
        with suppress(OSError):
            if self._ask("save", partial.name):
                partial.replace(file)
            partial.unlink(missing_ok=True)
            for old in sorted(self._folder.iterdir(), key=lambda path: -path.stat().st_mtime)[KEPT_FILES:]:
                old.unlink(missing_ok=True)

    def _file(self, head: str) -> Path:
        digest = hashlib.sha256("\0".join((self._identity, head)).encode()).hexdigest()
        return self._folder / f"{digest[:16]}.bin"

    def _ask(self, action: str, name: str) -> bool:
        connection = http.client.HTTPConnection(self._place, timeout=TIMEOUT_S)  # a proxy is not asked
        headers = {"Authorization": f"Bearer {self._api_key}", "Content-Type": "application/json"}
        try:
            connection.request("POST", f"/slots/0?action={action}", json.dumps({"filename": name}), headers)
            return connection.getresponse().status == http.HTTPStatus.OK
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()
