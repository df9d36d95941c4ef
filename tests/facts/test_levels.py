"""A level must not become a step: "giảm còn 5%" is "fell to 5%", not "fell by 5%"."""

import pytest

from summarizer.facts import compare


@pytest.mark.parametrize(
    ("source", "translation", "turned"),
    [
        ("lượng mưa giảm còn 40-80 mm", "rainfall decreased by 40-80 mm", ("giảm còn 40-80 mm", "by 40-80 mm")),
        ("lượng mưa giảm còn 40-80 mm", "rainfall decreased to 40-80 mm", None),
        ("giảm xuống còn 90%", "decreased by 90%", ("giảm xuống còn 90%", "by 90%")),
        ("tăng lên 5 tỷ đồng", "rose by 5 billion dong", ("tăng lên 5 tỷ đồng", "by 5 billion dong")),
        ("tăng mạnh lên hơn 5 tỷ đồng", "rose sharply by more than 5 billion dong",
         ("tăng mạnh lên hơn 5 tỷ đồng", "by more than 5 billion dong")),
        ("giảm 5%", "fell to 5%", ("giảm 5%", "to 5%")),
        ("giảm gần 5%", "fell to nearly 5%", ("giảm gần 5%", "to nearly 5%")),
        ("giảm 5%", "fell by 5%", None),
        ("giảm 5%", "fell 5%", None),
        ("tăng từ 5% lên 7%", "rose from 5% to 7%", None),
        ("giảm tới 80%", "fell by as much as 80%", None),  # may be either
        ("tăng trưởng 6%", "grew to 6%", None),  # no verb right before the figure
        ("giảm 5%", "given to 5%", None),  # no movement in English
    ],
)  # fmt: skip
def test_levels_and_steps(source: str, translation: str, turned: tuple[str, str] | None) -> None:
    found = [
        (problem.source and problem.source.text, problem.target and problem.target.text)
        for problem in compare(source, translation).problems
    ]
    assert found == ([] if turned is None else [turned])
