"""Bullets and titles rest on named sentences, and the model's words are used only when all of them stand there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from summarizer.article import ParagraphKind
from summarizer.engines import Generation, Hypothesis
from summarizer.engines.scripted import ScriptedEngine, ScriptedSeq2Seq
from summarizer.prompting import load_prompts
from summarizer.results import Bullet, TranslatedParagraph, TranslatedSentence
from summarizer.summarization import (
    MAX_BULLET_WORDS,
    MAX_TITLE_WORDS,
    Summarizing,
    candidates,
    cosine,
    head_of,
    leading_clauses,
    select,
    unsupported,
    word_weights,
)

Make = Callable[..., TranslatedSentence]

VISIT = "Ngày 22/2, Bộ trưởng Tô Lâm thăm Lào Cai."
VISITED = "On 22 February, Minister Tô Lâm visited Lào Cai."
LONG = (
    "Phát biểu tại hội nghị ở Lào Cai ngày 22/2, Bộ trưởng Tô Lâm nhấn mạnh rằng trong thời gian tới, tỉnh không để xảy"
    " ra tội phạm và cần hoàn thành 18 mục tiêu trước cuối năm 2025, như nghị quyết của tỉnh yêu cầu đối với mọi cấp."
)
LONG_ENGLISH = (
    "Speaking at the conference in Lào Cai on 22 February, Minister Tô Lâm stressed that in the coming time the"
    " province must not let crime happen and has to complete 18 targets before the end of 2025, as the resolution of"
    " the province requires of all levels."
)
SHORT = "Minister Tô Lâm told Lào Cai on 22 February not to let crime happen and to complete 18 targets before 2025."


def paragraphs(*parts: tuple[ParagraphKind, TranslatedSentence]) -> list[TranslatedParagraph]:
    return [TranslatedParagraph(kind, (sentence,)) for kind, sentence in parts]


def summarizing(*answers: str | Generation) -> tuple[Summarizing, ScriptedEngine]:
    engine = ScriptedEngine(lambda prompt: answers[len(engine.prompts) - 1])
    return Summarizing(engine, load_prompts()), engine


def test_the_long_sentence_of_these_tests_is_sound(sentence: Make) -> None:
    assert sentence(LONG, LONG_ENGLISH).verdict.ok
    assert len(LONG_ENGLISH.split()) > MAX_BULLET_WORDS


def test_a_short_sentence_is_its_own_bullet(sentence: Make) -> None:
    one, engine = summarizing()
    (bullet,) = one.bullets(paragraphs(("body", sentence(VISIT, VISITED, 4))), 6)
    assert (bullet.text, bullet.sources) == (VISITED, (4,))
    assert engine.prompts == []


def test_a_long_sentence_is_shortened_by_the_model(sentence: Make) -> None:
    one, engine = summarizing(f" {SHORT}\n")
    (bullet,) = one.bullets(paragraphs(("body", sentence(LONG, LONG_ENGLISH, 4))), 6)
    assert (bullet.text, bullet.sources) == (SHORT, (4,))
    assert LONG_ENGLISH in engine.prompts[0]


@pytest.mark.parametrize(
    "answer",
    [
        SHORT.replace("18", "19"),
        SHORT.replace("22 February", "23 February"),
        SHORT.replace("Lào Cai", "Hanoi"),
        SHORT.replace("Minister", "Deputy Minister"),  # also at the head, where any word has a capital
        SHORT.replace("not to", "to"),
        SHORT.replace("crime", "tội phạm"),
        SHORT.replace("2025", "2025, up 5%"),
        "Crime",
        "",
        " ".join([SHORT, SHORT]),  # longer than a bullet may be
        f"Bullet: {SHORT}",
        Generation(SHORT, "length"),
    ],
)
def test_what_does_not_hold_is_replaced_by_the_sentence(answer: str | Generation, sentence: Make) -> None:
    one, engine = summarizing(answer)
    (bullet,) = one.bullets(paragraphs(("body", sentence(LONG, LONG_ENGLISH))), 6)
    assert bullet.text == LONG_ENGLISH
    assert len(engine.prompts) == 1


def test_an_unverified_sentence_is_not_shortened_and_keeps_its_mark(sentence: Make) -> None:
    one, engine = summarizing()
    (bullet,) = one.bullets(paragraphs(("body", sentence(LONG, LONG_ENGLISH.replace("18", "19")))), 6)
    assert "19 [? 18] targets" in bullet.text
    assert engine.prompts == []


def test_only_body_sentences_that_say_something_are_summarized(sentence: Make) -> None:
    body = sentence(VISIT, VISITED, 3)
    parts = paragraphs(
        ("title", sentence("Bộ trưởng thăm Lào Cai", "The Minister pays a visit to Lào Cai", 1)),
        ("heading", sentence("Ngày đầu tiên ở Lào Cai của ông", "His first day in Lào Cai on this trip", 2)),
        ("body", body),
        ("body", sentence("Xin cảm ơn.", "Thank you all.", 4)),
        ("caption", sentence("Bộ trưởng Tô Lâm bắt tay mọi người.", "Minister Tô Lâm shakes hands with everyone.", 5)),
    )
    assert candidates(parts) == [body]
    assert [bullet.sources for bullet in summarizing()[0].bullets(parts, 6)] == [(3,)]


def test_no_more_bullets_than_asked_and_none_that_repeats_another(sentence: Make) -> None:
    rice = sentence("Năm nay có 500 tấn gạo ở đó.", "There were 500 tons of rice this year.", 1)
    same = sentence("Ở đó năm nay có 500 tấn gạo.", "This year there were 500 tons of rice.", 2)
    floods = sentence("Lũ về trên mọi con sông lớn.", "Floods came down on all large rivers.", 3)
    lessons = sentence("Học sinh đã quay lại các lớp học.", "Pupils have gone back to their lessons.", 4)
    parts = paragraphs(("body", rice), ("body", same), ("body", floods), ("body", lessons))
    assert [sorted(one.segment.id for one in select(parts, n)) for n in (0, 1, 9)] == [[], [1], [1, 3, 4]]


def test_lead_figures_and_checks_make_a_sentence_important(sentence: Make) -> None:
    plain = sentence("Mọi người đều rất vui mừng vì điều ấy.", "Everyone was very happy about that matter.", 1)
    figures = sentence("Có 500 tấn gạo và 30% số ngô.", "There were 500 tons of rice and 30% of the corn.", 2)
    wrong = sentence("Có 500 tấn thép và 30% số than.", "There were 600 tons of steel and 40% of the coal.", 3)
    lead = sentence("Hội nghị kết thúc trong buổi chiều qua.", "The long conference ended yesterday afternoon.", 4)
    parts = paragraphs(("body", lead), ("body", plain), ("body", figures), ("body", wrong))
    order = [one.segment.id for one in select(parts, 9)]
    assert order.index(2) < order.index(1)
    assert order.index(2) < order.index(3)
    for first, second in ((plain, lead), (lead, plain)):
        assert select(paragraphs(("body", first), ("body", second)), 1) == [first]


@pytest.mark.parametrize("count", [0, 1, 5])
def test_an_article_without_body_has_no_bullets(count: int, sentence: Make) -> None:
    assert select([], count) == []
    assert select(paragraphs(("caption", sentence(VISIT, VISITED))), count) == []


def test_own_title_is_kept_with_its_marks(sentence: Make) -> None:
    title = sentence("Có 500 người đến Lào Cai", "There came 600 people to Lào Cai.")
    parts = paragraphs(("title", title), ("body", sentence(VISIT, VISITED, 2)))
    assert summarizing()[0].title(parts) == ("There came 600 [? 500] people to Lào Cai", False)


def test_missing_title_is_made_from_the_lead(sentence: Make) -> None:
    one, engine = summarizing("Minister Tô Lâm: Lào Cai must not let crime happen.")
    parts = paragraphs(("caption", sentence(VISIT, VISITED)), ("body", sentence(LONG, LONG_ENGLISH, 2)))
    assert one.title(parts) == ("Minister Tô Lâm: Lào Cai must not let crime happen", True)
    assert LONG_ENGLISH in engine.prompts[0]


def test_made_title_is_verified_like_a_bullet(sentence: Make) -> None:
    one, _ = summarizing(*["Minister Tô Lâm completes 24 targets, not crime, in Lào Cai"] * 2)
    parts = paragraphs(("body", sentence(LONG, LONG_ENGLISH)))
    assert one.title(parts) == (LONG_ENGLISH.rstrip("."), True)
    bullets = [Bullet("Lào Cai must not let crime happen.", (1,)), Bullet("Short.", (2,))]
    assert one.title(parts, bullets) == ("Lào Cai must not let crime happen", True)  # what is said of the lead


def test_an_article_of_few_words_still_has_a_title(sentence: Make) -> None:
    assert summarizing()[0].title(paragraphs(("body", sentence("Xin chào.", "Hello.")))) == ("Hello", True)
    assert summarizing()[0].title([]) == ("", True)


@pytest.mark.parametrize(
    ("english", "head"),
    [
        ("He came in 2020 with two friends; she left in 2021, and nobody stayed.", None),  # somebody did not stay
        ("He came in 2020 with two friends; she left in 2021.", "He came in 2020 with two friends."),
        ("He came in 2020 with two men, while she left, and they met again in 2021 in Lào Cai.", "*, while she left."),
        ("He came; she left in 2021 with all of her many friends and relatives from there.", None),  # too little
        ("The plan was approved by all, but has not been funded.", None),
        ("The plan was not approved by all; it was not funded.", "The plan was not approved by all."),
        ('He said: "I came in 2020 with two friends; she left."', None),  # a quotation is not cut
        ("He came in 2020 with two friends from Lào Cai and Hanoi and stayed there.", None),
    ],
)
def test_leading_clauses(english: str, head: str | None) -> None:
    expected = english if head is None else head.replace("*", "He came in 2020 with two men")
    assert leading_clauses(english, 12) == expected


def test_a_headline_that_runs_on_is_cut_at_its_phrase_mark() -> None:
    lead = "At noon, Minister Tô Lâm heard reports from Lào Cai on the results of the 13th Congress and other plans."
    headline = "Minister Tô Lâm heard reports from Lào Cai on the results of the 13th Congress"
    assert head_of(headline, lead, 12) == "Minister Tô Lâm heard reports from Lào Cai."
    assert head_of(headline.replace("Lào Cai", "Hà Nội"), lead, 12) is None  # that is not in the lead


def test_leading_clauses_stand_in_for_what_does_not_hold(sentence: Make) -> None:
    english = LONG_ENGLISH.replace(", Minister", "; Minister")
    one, _ = summarizing(SHORT.replace("18", "19"))
    (bullet,) = one.bullets(paragraphs(("body", sentence(LONG, english))), 6)
    assert bullet.text == english  # its head says nothing of the denial


@pytest.mark.parametrize(
    ("short", "reasons"),
    [
        (SHORT, []),
        ("In Lào Cai, the province must not let crime happen.", []),  # "In" is no part of the name behind it
        ("province must", ["2 words", "a negation came or went"]),
        ("The province must not let tội phạm happen.", ["not in the source: tội", "not in the source: phạm"]),
        ("The province must not complete 19 targets.", ["not in the source: 19"]),
        ("The province and Laos must not let crime happen.", ["not in the source: Laos"]),
        ("The province has to complete 18 targets.", ["a negation came or went"]),
    ],
)
def test_unsupported(short: str, reasons: list[str]) -> None:
    assert unsupported(short, LONG_ENGLISH, MAX_BULLET_WORDS) == reasons


def test_a_headline_may_be_much_shorter_than_its_sentence() -> None:
    lead = f"{LONG_ENGLISH} {' '.join(['very'] * 3)} long"
    assert unsupported("Minister: province must not let crime happen", lead, MAX_TITLE_WORDS) == []


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        ("rice prices rose", "rice prices rose", 0.999, 1.001),
        ("rice prices rose", "schools open", 0, 0),
        ("rice prices", "rice exports", 0.499, 0.501),
        ("", "rice", 0, 0),
        ("the of and", "rice", 0, 0),  # nothing but stop words
    ],
)
def test_cosine(one: str, other: str, low: float, high: float) -> None:
    assert low <= cosine(word_weights(one), word_weights(other)) <= high


ARTICLE = (
    (
        "Ngày 22/2, Bộ trưởng Tô Lâm thăm tỉnh Lào Cai cùng đoàn công tác.",
        "On February 22, Minister Tô Lâm visited Lào Cai Province with a delegation.",
    ),
    (
        "Tỉnh đã chi 12,5 triệu đồng cho 3.200 người dân vùng cao.",
        "The province has spent 12.5 million dong on 3,200 people in the highlands.",
    ),
    (
        "Đến nay vẫn chưa có xã nào khởi công trường học mới.",
        "So far no commune has started building a new school.",
    ),
)


def body(sentence: Callable[..., TranslatedSentence]) -> list[TranslatedParagraph]:
    pairs = [sentence(source, english, number) for number, (source, english) in enumerate(ARTICLE, 1)]
    return [TranslatedParagraph("body", tuple(pairs))]


def summarized(
    paragraphs: list[TranslatedParagraph], *answers: str | Sequence[Hypothesis], tokens: int = 256, language: str = "en"
) -> tuple[list[Bullet], ScriptedSeq2Seq]:
    waiting = list(answers)
    engine = ScriptedSeq2Seq(lambda source: waiting.pop(0), tokens)
    engine.reads = language
    return list(Summarizing(engine, load_prompts()).bullets(paragraphs, 6)), engine


def test_a_sentence_of_a_summarizer_rests_on_the_sentences_that_it_merges(
    sentence: Callable[..., TranslatedSentence],
) -> None:
    merged = "Minister Tô Lâm visited Lào Cai Province, which has spent 12.5 million dong on 3,200 people ."
    bullets, _ = summarized(body(sentence), merged)
    assert Bullet(merged.replace(" .", "."), (1, 2)) in bullets
    assert Bullet(ARTICLE[2][1], (3,)) in bullets
    assert len(bullets) == 2


@pytest.mark.parametrize(
    "lie",
    [
        "Minister Tô Lâm visited Lào Cai Province on February 23.",
        "Minister Tô Ân visited Lào Cai Province with a delegation.",
        "The province has spent 12.5 billion dong on 3,200 people.",
        "The province has not spent 12.5 million dong on 3,200 people.",
        "A commune has started building a new school.",
    ],
)
def test_what_a_summarizer_invents_is_refused(lie: str, sentence: Callable[..., TranslatedSentence]) -> None:
    bullets, _ = summarized(body(sentence), lie)
    assert sorted(bullet.text for bullet in bullets) == sorted(english for _, english in ARTICLE)


def test_a_long_article_is_summarized_in_windows(sentence: Callable[..., TranslatedSentence]) -> None:
    bullets, engine = summarized(
        body(sentence),
        "Minister Tô Lâm visited Lào Cai Province.",
        "No commune has started building a school.",
        tokens=30,
    )
    assert engine.sources == [f"{ARTICLE[0][1]} {ARTICLE[1][1]}", ARTICLE[2][1]]
    assert {bullet.sources for bullet in bullets} == {(1,), (2,), (3,)}
    assert Bullet("No commune has started building a school.", (3,)) in bullets


def test_a_summarizer_of_vietnamese_reads_the_source(sentence: Callable[..., TranslatedSentence]) -> None:
    bullets, engine = summarized(body(sentence), "Minister Tô Lâm visited Lào Cai Province.", language="vi")
    assert engine.sources == [" ".join(source for source, _ in ARTICLE)]
    assert Bullet("Minister Tô Lâm visited Lào Cai Province.", (1,)) in bullets


def test_the_last_sentence_of_a_summary_that_was_cut_off_is_not_used(
    sentence: Callable[..., TranslatedSentence],
) -> None:
    cut = Hypothesis("Minister Tô Lâm visited Lào Cai Province. The province has spent 12.5 million", -1.0, "length")
    bullets, _ = summarized(body(sentence), [cut])
    assert Bullet("Minister Tô Lâm visited Lào Cai Province.", (1,)) in bullets
    assert Bullet(ARTICLE[1][1], (2,)) in bullets


def test_without_a_writer_bullets_are_extracts(sentence: Callable[..., TranslatedSentence]) -> None:
    bullets = Summarizing(None, load_prompts()).bullets(body(sentence), 2)
    assert len(bullets) == 2
    assert all(bullet.text == ARTICLE[bullet.sources[0] - 1][1] for bullet in bullets)
