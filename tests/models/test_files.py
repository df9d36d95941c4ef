"""Files on the disk as another process changes them."""

import threading

from summarizer.models import files


def test_size_of_a_file_that_comes_and_goes(tmp_path):
    path, stop, seen = tmp_path / "piece", threading.Event(), set()

    def come_and_go():
        while not stop.is_set():
            path.write_bytes(b"12345")
            path.unlink()

    other = threading.Thread(target=come_and_go)
    other.start()
    try:
        for _ in range(20_000):
            seen.add(files.size(path))
    finally:
        stop.set()
        other.join()
    assert seen <= {0, 5}


def test_a_folder_has_no_size(tmp_path):
    assert files.size(tmp_path) == 0
