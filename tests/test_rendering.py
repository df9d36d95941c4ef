"""Markdown, JSON and plain text of a result; the JSON has exactly the fields that docs/json.md lists."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.article import Article, PartialDate
from summarizer.rendering import SUFFIXES, escape, render, render_many
from summarizer.results import Brief, Bullet, Repair, TranslatedParagraph, TranslatedSentence, Translation

SCHEMA = Path(__file__).parents[1] / "docs" / "json.md"
# a bar behind no backslash, or behind an even number of them, which escape each other: | but not \|
UNESCAPED_BAR = re.compile(r"(?<!\\)(?:\\\\)*\|")
SIGNATURE = "summarizer 0 | scripted | prompts 00000000 | glossary 00000000 | seed 0"


@pytest.fixture
def translation(sentence: Callable[..., TranslatedSentence]) -> Translation:
    """One sentence of each status, in a title, a paragraph and a caption."""
    mended = (Repair("patch", "There were 600 people.", "There were 500 people.", "500 changed"),)
    title = sentence("Lào Cai | tin mới", "Lào Cai | news")
    repaired = sentence("Có 500 người.", "There were 500 people.", 2, repairs=mended)
    unverified = sentence("Tăng 3% trong quý III.", "Up 4% in the third quarter.", 3)
    caption = sentence("Tô Lâm bắt tay.", "Tô Lâm shakes hands.", 4)
    paragraphs = (
        TranslatedParagraph("title", (title,)),
        TranslatedParagraph("body", (repaired, unverified)),
        TranslatedParagraph("caption", (caption,)),
    )
    return Translation(Article("news/a.txt", "", PartialDate(2024, 2), ()), paragraphs, SIGNATURE)


@pytest.fixture
def brief(translation: Translation) -> Brief:
    return Brief("Lào Cai | news", False, (Bullet("There were 500 people.", (2,)), Bullet("Up.", (2, 3))), translation)


TRANSLATION_MARKDOWN = """\
## Translation

**[1] Lào Cai | news**

[2] There were 500 people. [3] Up 4% [? 3%] in the third quarter.

*Caption: [4] Tô Lâm shakes hands.*

## Key facts

| fact | Vietnamese | English | where | status |
| --- | --- | --- | --- | --- |
| place | Lào Cai | Lào Cai | [1] | verified |
| number | 500 | 500 | [2] | repaired |
| percent | 3% | 4% | [3] | unverified |
| date | quý III | third quarter | [3] | verified |
| person | Tô Lâm | Tô Lâm | [4] | verified |

4 of 4 sentences translated; 5 key facts: 3 verified, 1 repaired, 1 unverified.

`summarizer 0 | scripted | prompts 00000000 | glossary 00000000 | seed 0`
"""
BRIEF_MARKDOWN = f"""\
# Lào Cai | news

Date: 2024-02

## Summary

- There were 500 people. [2]
- Up. [2, 3]

{TRANSLATION_MARKDOWN}"""
BRIEF_TEXT = """\
Lào Cai | news
2024-02

* There were 500 people. [2]
* Up. [2, 3]

[1] Lào Cai | news

[2] There were 500 people. [3] Up 4% [? 3%] in the third quarter.

Caption: [4] Tô Lâm shakes hands.

4 of 4 sentences translated; 5 key facts: 3 verified, 1 repaired, 1 unverified.
summarizer 0 | scripted | prompts 00000000 | glossary 00000000 | seed 0
"""
TRANSLATION_TEXT = """\
Lào Cai | news

There were 500 people. Up 4% [? 3%] in the third quarter.

Tô Lâm shakes hands.
"""


def test_markdown(brief: Brief) -> None:
    assert render(brief, "md") == BRIEF_MARKDOWN
    assert render(brief.translation, "md") == TRANSLATION_MARKDOWN


def test_plain_text(brief: Brief) -> None:
    assert render(brief, "txt") == BRIEF_TEXT
    assert render(brief.translation, "txt") == TRANSLATION_TEXT


def test_made_title_is_said(translation: Translation) -> None:
    made = Brief("News", True, (), translation)
    assert render(made, "md").startswith("# News (title made from the lead)\n")
    assert render(made, "txt").startswith("News (title made from the lead)\n")
    assert json.loads(render(made, "json"))["title_made"] is True


@pytest.mark.parametrize("output_format", SUFFIXES)
def test_an_article_without_date_or_text_has_a_result_too(output_format: str) -> None:
    empty = Brief("", False, (), Translation(Article("-", "", None, ()), (), SIGNATURE))
    text = render(empty, output_format)
    assert "None" not in text
    assert "0 of 0 sentences translated; 0 key facts" in text or json.loads(text)["date"] is None


def test_json(brief: Brief) -> None:
    result = json.loads(render(brief, "json"))
    assert (result["schema"], result["name"], result["date"]) == (1, "news/a.txt", "2024-02")
    assert (result["title"], result["title_made"], result["signature"]) == ("Lào Cai | news", False, SIGNATURE)
    assert result["bullets"][1] == {"text": "Up.", "sources": [2, 3]}
    assert [paragraph["kind"] for paragraph in result["paragraphs"]] == ["title", "body", "caption"]
    assert result["paragraphs"][1]["sentences"] == [
        {
            "id": 2,
            "source": "Có 500 người.",
            "english": "There were 500 people.",
            "status": "repaired",
            "repairs": [
                {
                    "step": "patch",
                    "before": "There were 600 people.",
                    "after": "There were 500 people.",
                    "reason": "500 changed",
                }
            ],
        },
        {
            "id": 3,
            "source": "Tăng 3% trong quý III.",
            "english": "Up 4% [? 3%] in the third quarter.",
            "status": "unverified",
            "repairs": [],
        },
    ]
    assert result["facts"][2] == {
        "kind": "percent",
        "source": "3%",
        "english": "4%",
        "sentence": 3,
        "status": "unverified",
        "reason": '"3%" became "4%"',
    }
    assert result["report"] == {
        "sentences": 4,
        "verified": 2,
        "repaired": 1,
        "unverified": 1,
        "sent_to_fallback": None,
        "problems": [
            {"kind": "percent", "status": "changed", "source": "3%", "translation": "4%", "reason": '"3%" became "4%"'}
        ],
    }


def test_json_has_the_documented_fields(brief: Brief) -> None:
    rows = re.findall(r"^\| `([^`]+)` \| [^|]+ \| (.*) \|$", SCHEMA.read_text(encoding="utf-8"), re.MULTILINE)
    documented = {name.removesuffix("[]"): meaning for name, meaning in rows}
    result = json.loads(render(brief, "json"))
    tops = {name for name in documented if "." not in name}
    assert set(result) == tops
    assert set(json.loads(render(brief.translation, "json"))) == {
        name for name in tops if not documented[name].startswith("brief only")
    }
    sentence = result["paragraphs"][1]["sentences"][0]
    parts: dict[str, Any] = {
        "bullets": result["bullets"][0],
        "paragraphs": result["paragraphs"][0],
        "paragraphs[].sentences": sentence,
        "...repairs": sentence["repairs"][0],
        "facts": result["facts"][0],
        "report": result["report"],
        "report.problems": result["report"]["problems"][0],
    }
    for name, part in parts.items():
        # names of values stand in brackets: `kind` (`title`, `body`); names of fields do not
        named = re.findall(r"`(\w+)`", re.sub(r"\([^()]*\)", "", documented[name]))
        assert list(part) == [field for field in named if field in part], name
        assert set(named) >= set(part), name


def test_missing_and_added_facts_are_null_on_one_side(sentence: Callable[..., TranslatedSentence]) -> None:
    pair = sentence("Ngày 22/2 trời nắng ở đây.", "The sun was shining here, and 8% of dogs.")
    whole = Translation(Article("-", "", None, ()), (TranslatedParagraph("body", (pair,)),), SIGNATURE)
    problems = json.loads(render(whole, "json"))["report"]["problems"]
    assert [(one["status"], one["source"], one["translation"]) for one in problems] == [
        ("missing", "22/2", None),
        ("added", None, "8%"),
    ]


def test_json_is_readable_vietnamese(brief: Brief) -> None:
    assert "Có 500 người." in render(brief, "json")


@pytest.mark.parametrize(
    ("count", "several", "kind"),
    [
        (1, False, dict),
        (2, True, list),
        (1, True, list),  # two inputs, one of which failed
    ],
)
def test_one_article_gives_an_object_and_several_an_array(count: int, several: bool, kind: type, brief: Brief) -> None:
    text = render_many([brief] * count, "json", several=several)
    result = json.loads(text)
    assert [one["name"] for one in (result if several else [result])] == ["news/a.txt"] * count
    assert type(result) is kind
    assert text.endswith("\n")


def test_several_texts_follow_each_other(brief: Brief) -> None:
    assert render_many([brief, brief], "md", several=True) == f"{BRIEF_MARKDOWN}\n{BRIEF_MARKDOWN}"


@pytest.mark.parametrize("cell", ["a|b", "a\nb", "||", "\\|", "\\\\|", "a\\", "| --- |\n| x |", "\u2028|\x0b"])
def test_a_cell_cannot_leave_its_table(cell: str) -> None:
    check_cell(cell)


@given(st.text())
def test_no_text_leaves_its_cell(cell: str) -> None:
    check_cell(cell)


def check_cell(cell: str) -> None:
    escaped = escape(cell)
    assert len(escaped.splitlines()) <= 1
    assert UNESCAPED_BAR.search(escaped) is None
    assert re.sub(r"\\(.)", r"\1", escaped) == " ".join(cell.split())


def test_a_bar_in_a_fact_is_escaped(sentence: Callable[..., TranslatedSentence]) -> None:
    pair = sentence("Mã số A|B là 500|600 đồng.", "The code A|B is 500|600 dong.")
    whole = Translation(Article("-", "", None, ()), (TranslatedParagraph("body", (pair,)),), SIGNATURE)
    rows = [line for line in render(whole, "md").splitlines() if line.startswith("| ")]
    assert len(rows) == 2 + len(whole.facts)
    assert {len(UNESCAPED_BAR.findall(row)) for row in rows} == {6}
