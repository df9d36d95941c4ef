"""Results are written whole or not at all, to places that are no inputs and do not collide."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import OutputError, UsageError
from summarizer.output import check_places, result_paths, write_whole


@pytest.fixture
def locked() -> Iterator[Path]:
    """A folder that this process may not write to; a test that runs as root becomes somebody else for a while."""
    own = os.geteuid()
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o555)
        if own == 0:
            os.seteuid(65534)
        try:
            yield Path(folder)
        finally:
            os.seteuid(own)
            os.chmod(folder, 0o755)


@pytest.mark.parametrize("text", ["", "a\n", "Tô Lâm\r\nhai\n", "\ud800"])
def test_write_whole(text: str, tmp_path: Path) -> None:
    path = tmp_path / "made" / "for it" / "a.md"
    write_whole(path, text)
    assert path.read_bytes() == text.encode("utf-8", "backslashreplace")  # no line end is changed
    assert [file.name for file in path.parent.iterdir()] == ["a.md"]


def test_a_result_replaces_an_older_one_and_what_a_killed_run_left(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("old")
    (tmp_path / ".a.md.partial").write_text("half a resu")
    write_whole(tmp_path / "a.md", "new")
    assert (tmp_path / "a.md").read_text() == "new"
    assert os.listdir(tmp_path) == ["a.md"]


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_an_end_in_the_middle_leaves_the_old_result(
    error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(file: int) -> None:
        raise error

    (tmp_path / "a.md").write_text("old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputError if isinstance(error, OSError) else KeyboardInterrupt):
        write_whole(tmp_path / "a.md", "new")
    assert (tmp_path / "a.md").read_text() == "old"
    assert os.listdir(tmp_path) == ["a.md"]


def test_full_disk_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputError, match=r"a\.md: cannot be written \(No space left on device\); choose another"):
        write_whole(tmp_path / "a.md", "new")
    assert os.listdir(tmp_path) == []


def test_no_permission_is_said(locked: Path) -> None:
    with pytest.raises(OutputError, match=r"a\.md: cannot be written \(Permission denied\); choose another place"):
        write_whole(locked / "a.md", "new")
    assert os.listdir(locked) == []


@pytest.mark.parametrize("place", ["file/a.md", "file/deep/a.md", "folder"])
def test_places_that_cannot_be_written(place: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match=r"cannot be written \(.+\); choose another place with --out$"):
        write_whole(tmp_path / place, "new")
    assert sorted(os.listdir(tmp_path)) == ["file", "folder"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link.md").symlink_to("real/a.md")
    write_whole(tmp_path / "link.md", "new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real" / "a.md").read_text() == "new"


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(pipe, "new")
        assert os.read(reader, 100) == b"new"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    ("inputs", "places"),
    [
        (["a.txt"], ["out/a.md"]),
        (["news/a.txt", "news/b.md"], ["out/a.md", "out/b.md"]),
        (["x/a.txt", "y/a.txt"], ["out/x/a.md", "out/y/a.md"]),  # equal names
        (["x/a.txt", "x/deep/a.txt"], ["out/a.md", "out/deep/a.md"]),
        (["../x/a.txt", "./x/../x/b.txt"], ["out/x/a.md", "out/{here}/x/b.md"]),
        (["x/a.txt", "x/a.md"], ["out/a.md", "out/a.md.md"]),  # differ only in the suffix
        (["x/a.md.md", "x/a.txt", "x/a.md"], ["out/a.md.md", "out/a.md", "out/a.md-2.md"]),
        (["x/a", "x/a.b.txt"], ["out/a.md", "out/a.b.md"]),
        (["-"], ["out/stdin.md"]),
        (["x/stdin.txt", "-"], ["out/stdin.md", "out/stdin-2.md"]),
        (["-", "x/stdin.txt"], ["out/stdin.md", "out/stdin.txt.md"]),
        ([], []),
    ],
)
def test_result_paths(inputs: list[str], places: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    expected = [Path(place.replace("{here}", tmp_path.name)) for place in places]
    assert result_paths(inputs, Path("out"), ".md") == dict(zip(inputs, expected, strict=True))


@given(st.sets(st.from_regex(r"([ab]/){0,2}[ab](\.txt|\.md|\.b)?(\.md)?", fullmatch=True), min_size=1, max_size=12))
def test_no_two_results_share_a_place(names: set[str]) -> None:
    places = result_paths(sorted(names), Path("out"), ".md").values()
    assert len(set(places)) == len(names)
    assert all(place.is_relative_to("out") and ".." not in place.parts for place in places)


def test_a_linked_input_gives_a_result_with_the_name_of_the_link(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "x.txt").write_text("x")
    (tmp_path / "today.txt").symlink_to("deep/x.txt")
    name = str(tmp_path / "today.txt")
    assert result_paths([name], Path("out"), ".md") == {name: Path("out/today.md")}


@pytest.mark.parametrize("place", ["news/a.txt", "news/../news/a.txt", "link/a.txt"])
def test_an_input_is_not_overwritten(place: str, article: Path) -> None:
    Path("link").symlink_to("news")
    with pytest.raises(UsageError) as error:
        check_places(["-", str(article)], [Path("out/x.md"), Path(place)], Path("news"))
    assert str(error.value) == f"--out: {Path(place)} is an input and would be overwritten; choose another place"


def test_writable_places_pass_and_nothing_is_made(article: Path) -> None:
    check_places(["-", str(article)], [Path("news/a.md")], Path("news"))
    check_places([], [], Path("new/deep/out"))
    assert os.listdir() == ["news"]


def test_a_file_is_no_folder(article: Path) -> None:
    with pytest.raises(OutputError, match=r"^news/a.txt/out: cannot be made, .*/news/a.txt is no folder; choose"):
        check_places([], [], article / "out")


def test_a_locked_folder_is_known_before_the_run(locked: Path) -> None:
    with pytest.raises(OutputError, match=r"deep/out: no permission to write to .*; choose another place with --out"):
        check_places([], [], locked / "deep" / "out")
