"""An article with the answers of a scripted model, and what a command line leaves behind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.engines import Generation

# a title, a date line, two paragraphs, a photo caption; five sentences with a date, an amount, a share and a denial
ARTICLE = """\
Bộ trưởng Bộ Công an thăm Lào Cai

date 2024-02

Ngày 22/2, Bộ trưởng Tô Lâm thăm Lào Cai. Tổng vốn đầu tư đạt 1.500 tỷ đồng, tăng 12,5% so với năm 2023.

Không có ai bị thương trong vụ việc này.

Bộ trưởng Tô Lâm làm việc với lãnh đạo tỉnh Lào Cai.
"""

Answer = str | Generation | Exception | list["Answer"]

# what a model makes of a sentence, by a pattern for the last block of the prompt, where some terms are in English
ENGLISH: dict[str, Answer] = {
    "Công an|Public Security": "The Minister of Public Security visits Lào Cai",
    "February 22": "On 22 February, Minister Tô Lâm visited Lào Cai.",
    "1.5 trillion dong": "Total investment reached 1.5 trillion dong, up 12.5% from 2023.",
    "Không có ai": "Nobody was injured in this incident.",
    "lãnh đạo|leader": "Minister Tô Lâm works with the leaders of Lào Cai Province.",
}


class Script:
    """The answers of a stand-in model: `answers` may be changed; a list gives one answer after the other."""

    def __init__(self) -> None:
        self.answers = dict(ENGLISH)

    def __call__(self, prompt: str) -> str | Generation:
        block = prompt.rsplit("\n\n", 1)[-1]
        for pattern, answer in self.answers.items():
            if re.search(pattern, block):
                while isinstance(answer, list):
                    answer = answer.pop(0) if len(answer) > 1 else answer[0]
                if isinstance(answer, Exception):
                    raise answer
                return answer
        raise AssertionError(f"no answer for: {block}")


@dataclass(frozen=True)
class Run:
    """What a command left behind."""

    status: int
    out: str
    err: str
