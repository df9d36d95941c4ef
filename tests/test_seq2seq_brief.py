"""A brief by a sequence-to-sequence model alone: what it gets wrong is marked, and the bullets are extracts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from scripting import Run

ROOT = Path(__file__).resolve().parent.parent
TINY = ROOT / "tests" / "data" / "tiny_marian"
KNOWN = """\
Bộ trưởng Nguyễn Văn Hùng thăm Lào Cai

date 2024-02

Ngày 22/2, Bộ trưởng Nguyễn Văn Hùng thăm Lào Cai. Tổng vốn đầu tư của bệnh viện tại Lào Cai là 1.500 tỷ đồng.

Đến năm 2025, Lào Cai vẫn chưa khởi công sân bay. Gần 3.200 người dân Lào Cai đã nhận 12,5 triệu đồng.
"""


def test_what_the_model_knows_is_verified(run: Callable[..., Run], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(KNOWN, encoding="utf-8")
    done = run("translate", tmp_path / "a.txt", "--model", TINY, "--format", "json")
    assert done.status == 0
    sentences = [one for paragraph in json.loads(done.out)["paragraphs"] for one in paragraph["sentences"]]
    assert [one["english"] for one in sentences[1:]] == [
        "On February 22, Minister Nguyễn Văn Hùng visited Lào Cai.",
        "The total investment in the hospital in Lào Cai is 1,500 billion dong.",
        "By 2025, Lào Cai had not yet started building the airport.",
        "Nearly 3,200 people in Lào Cai have received 12.5 million dong.",
    ]
    assert {one["status"] for one in sentences[1:]} <= {"verified", "repaired"}


def test_a_brief_of_news_that_it_does_not_know_is_marked_all_over(run: Callable[..., Run]) -> None:
    done = run("brief", ROOT / "seeds" / "y-te-2024-11.txt", "--model", TINY, "--strict", "--format", "json")
    assert done.status == 3
    brief = json.loads(done.out)
    sentences = {one["id"]: one for paragraph in brief["paragraphs"] for one in paragraph["sentences"]}
    unverified = [one for one in sentences.values() if one["status"] == "unverified"]
    assert len(unverified) > 0.8 * len(sentences)
    assert all("[?" in one["english"] for one in unverified)
    assert 1 <= len(brief["bullets"]) <= 6
    for bullet in brief["bullets"]:  # extracts: every word stands in the sentence that is named
        (source,) = bullet["sources"]
        own = set(re.findall(r"\w+", sentences[source]["english"].lower()))
        assert set(re.findall(r"\w+", bullet["text"].lower())) <= own


def test_the_second_model_is_named_and_counted(run: Callable[..., Run], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(KNOWN + "\nTrời hôm nay rất đẹp ở 12 xã vùng cao.\n", encoding="utf-8")
    done = run("translate", tmp_path / "a.txt", "--model", TINY, "--fallback", TINY, "--format", "md")
    assert re.search(r"sentences translated, [1-9] sent to the fallback model", done.out)
    assert "| fallback transformers:marian:tiny_marian |" in done.out
