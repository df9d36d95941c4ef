"""A small model hub and package index on 127.0.0.1, with faults on request and a log of what was asked for."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import NamedTuple


def sha256(content: bytes) -> str:
    """The digest of a large file."""
    return hashlib.sha256(content).hexdigest()


def kind_of(path: str) -> str:
    """What an answer says that it is."""
    if "/simple/" in path:
        return "text/html"
    return "application/json" if path.startswith("/api/") else "application/octet-stream"


def git_sha1(content: bytes) -> str:
    """The digest that git gives to a file."""
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


class Asked(NamedTuple):
    """One request: the path, and the byte that it wants to start from."""

    path: str
    start: int


class Hub:
    """Serves `files`; every fault is set per path, and gone when its list is used up or its entry is deleted.

    cuts      lists of byte counts: the next answers break off after so many bytes of the body
    holds     byte counts: the answer stops there until `go_on` is set
    statuses  HTTP status instead of the file
    redirects another path
    codes     what the hub calls the error that it answers: "RevisionNotFound"
    """

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.log: list[Asked] = []
        self.cuts: dict[str, list[int]] = {}
        self.holds: dict[str, int] = {}
        self.statuses: dict[str, int] = {}
        self.redirects: dict[str, str] = {}
        self.codes: dict[str, str] = {}
        self.knows_ranges = True
        self.go_on = Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._make_handler())
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def close(self) -> None:
        self.go_on.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def starts(self, path: str) -> list[int]:
        """The first bytes that were asked for of `path`, in order of the requests."""
        return [asked.start for asked in self.log if asked.path == path]

    def add_repository(
        self, repository: str, revision: str, files: dict[str, bytes], *, small: tuple[str, ...] = (), head: bool = True
    ) -> None:
        """Offer a commit of a repository; `small` files have no SHA-256 but that of git, `head` makes it the newest."""
        self.files |= {f"/{repository}/resolve/{revision}/{path}": content for path, content in files.items()}
        siblings = [
            {"rfilename": path, "size": len(content), "blobId": git_sha1(content)}
            | ({} if path in small else {"lfs": {"sha256": sha256(content), "size": len(content), "pointerSize": 130}})
            for path, content in files.items()
        ]
        page = json.dumps({"id": repository, "sha": revision, "siblings": siblings, "private": False}).encode()
        self.files[f"/api/models/{repository}/revision/{revision}"] = page
        if head:
            self.files[f"/api/models/{repository}"] = page

    def add_wheel(self, package: str, version: str, member: str, content: bytes) -> tuple[str, str]:
        """Offer a wheel with one data file under `/simple/`; give its path and its SHA-256."""
        stem = f"{package.replace('-', '_')}-{version}"
        records = {
            member: content,
            f"{stem}.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n".encode(),
            f"{stem}.dist-info/WHEEL": b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
            f"{stem}.dist-info/RECORD": b"",
        }
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as wheel:
            for name, data in records.items():
                wheel.writestr(zipfile.ZipInfo(name), data)
        path = f"/packages/{stem}-py3-none-any.whl"
        self.files[path] = archive.getvalue()
        return path, hashlib.sha256(archive.getvalue()).hexdigest()

    def _list_wheels(self, package: str) -> bytes:
        stem = package.replace("-", "_")
        wheels = [path for path in self.files if path.startswith(f"/packages/{stem}-")]
        return "".join(f'<a href="{path}">{path.rpartition("/")[2]}</a>\n' for path in wheels).encode()

    def _find(self, path: str) -> bytes | None:
        if page := re.fullmatch(r"/simple/([^/]+)/", path):
            return self._list_wheels(page[1])
        return self.files.get(path.partition("?")[0])

    def _make_handler(hub: Hub) -> type[BaseHTTPRequestHandler]:
        class Handler(BaseHTTPRequestHandler):
            def log_message(self, format: str, *args: object) -> None:
                pass

            def do_GET(self) -> None:
                asked = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
                start = int(asked[1]) if asked else 0
                hub.log.append(Asked(self.path, start))
                if self.path in hub.redirects:
                    self.send_response(302)
                    self.send_header("Location", hub.redirects[self.path])
                    self.end_headers()
                    return
                body = hub._find(self.path)
                if body is None or self.path in hub.statuses:
                    self._refuse(hub.statuses.get(self.path, 404))
                    return
                partial = asked is not None and hub.knows_ranges
                if not partial:
                    start = 0
                self.send_response(206 if partial else 200)
                self.send_header("Content-Type", kind_of(self.path))
                self.send_header("Content-Length", str(len(body) - start))
                if partial:
                    self.send_header("Content-Range", f"bytes {start}-{len(body) - 1}/{len(body)}")
                self.end_headers()
                self._send(body[start:])

            def _refuse(self, status: int) -> None:
                self.send_response(status)
                if code := hub.codes.get(self.path.partition("?")[0]):
                    self.send_header("X-Error-Code", code)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def _send(self, body: bytes) -> None:
                cuts = hub.cuts.get(self.path)
                if cuts:
                    body = body[: cuts.pop(0)]
                hold = hub.holds.get(self.path, len(body))
                try:
                    self.wfile.write(body[:hold])
                    if hold < len(body):
                        hub.go_on.wait(30)
                    self.wfile.write(body[hold:])
                except OSError:  # the other side is gone, as several tests want
                    self.close_connection = True

        return Handler
