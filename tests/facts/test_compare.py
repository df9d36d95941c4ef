"""The comparison of a sentence with its translation: silence on what is right, a verdict on what is not."""

import sys
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.article import PartialDate
from summarizer.facts import compare, find_source_facts

RIGHT = [
    ("dành 1.500 tỷ đồng", "spends 1.5 trillion dong"),
    ("dành 1.500 tỷ đồng", "spends 1,500 billion dong"),
    ("ngày 22/2", "on 22 February"),
    ("ngày 22/2", "on February 22, 2024"),  # the year may be added from the article's date
    ("trong quý III", "in the third quarter"),
    ("xếp thứ 7/63 tỉnh", "ranks 7th out of 63 provinces"),
    ("lần thứ XIII", "the 13th time"),
    ("lần thứ XIII", "the thirteenth time"),
    ("10.000 m", "10 km"),  # converted, and right
    ("một nửa số người", "half of the people"),
    ("một nửa số người", "50% of the people"),
    ("gấp đôi", "twice as many"),
    ("hơn hai chục giải", "more than two dozen awards"),
    ("cả hai người", "both of them"),
    ("một người đàn ông", "a man"),
    ("vào lúc 15h30", "at 3:30 p.m."),
    ("lúc 11 giờ", "at 11:00"),
    ("năm 1995-1996", "in 1995-96"),
    ("thập niên 90", "the nineties"),
    ("hàng triệu người", "millions of people"),
    ("tại Hàn Quốc và Nga", "in South Korea and with the Russians"),
    ("ông Tô Lâm", "To Lam"),
    ("ông Tô Lâm", "Tô Lâm"),
    ("người Singapore", "the Singaporean"),
    ("Brett Kavanaugh phát biểu", "Kavanaugh spoke"),  # a shorter form of the name
    ("LHQ kêu gọi", "The United Nations called"),
    ("không có tội phạm", "is free of crime"),
    ("không đồng ý", "disagreed"),
    ("chưa rõ nguyên nhân", "the cause is unclear"),
    ("không chỉ đẹp", "beautiful"),  # "not only" denies nothing
    ("gần 183.000 người", "nearly 183,000 people"),
    ("gần 183.000 người", "183,000 people"),
    ("Điều 353", "Article 353"),
    ("giá tăng 3%", "prices rose by 3%"),
    ("Từ 7 giờ ngày 18/9 đến 7 giờ ngày 20/9", "From 7:00 on September 18 to 7:00 on September 20"),
    ("từ ngày 26 đến ngày 28/6", "from June 26 to 28"),
    ("từ 26 đến 28/6", "June 26-28"),
    ("26 và 27/6", "June 26 and 27"),
    ("26 và 27/6", "on June 26 and on June 27"),
    ("nửa năm qua", "over the past six months"),
    ("hai bên", "the sides"),  # "two" comes and goes
    ("trong năm người dân nhận hỗ trợ", "within the year the people received aid"),  # no five
    ("các cầu thủ", "the two players"),
    ("vua Etherlred", "King Ethelred"),  # another spelling
    ("biên giới Arizona", "the AZ border"),
    ("giải Oscar", "the Academy Awards"),
    ("trận gặp Bolonia", "the match against Bologna"),
    ("virus HIV", "the HlV virus"),  # a small l for a capital I
    ("A (H5N1)", "the A virus (H5N1), H5N1"),  # said twice
    ("lúc 1 giờ 15 phút sáng", "at 1: 15 a.m."),
    ("căn cứ của Anh và chiến hạm của Ý", "British bases and ships"),  # a country that is implied
    ("Cơ quan Nhà ở Oakland (OHA)", "the OHA"),
    ("xem Saturday Night Live", "watched Saturday Night Live"),  # no day
    ("nửa năm qua", "over the past half year"),
    ("chị Hoàng Thu Trang", "Hoang Thu Trang"),  # no Thursday
    ("hơn nửa dân số", "more than half of the population"),
    # codes, seasons, scores and sporting terms
    ("tiêm kích F16", "the F-16 fighter"),
    ("đội U20", "the under-20 team"),
    ("năm 2019-2020", "2019/20"),
    ("24/7", "around the clock"),
    ("vòng 1/8", "the round of 16"),
    ("4x100 m", "a 4x100m relay"),
    ("dịch Covid-19", "the coronavirus pandemic"),
    # shares and spans of time
    ("50%", "half"),
    ("90%", "nine in ten"),
    ("0,5%", "half a percent"),
    ("100 năm", "a century"),
    ("24 giờ", "a day"),
    ("30 phút", "half an hour"),
    ("6 tháng đầu năm", "the first half of the year"),
    ("cao 1m75", "1.75 m tall"),
    # days and months
    ("ngày 25/12", "Christmas Day"),
    ("thứ Bảy và Chủ nhật", "the weekend"),
    ("đêm ngày 3, rạng sáng ngày 4/5", "the night of May 3 and early May 4"),
    ("tháng 4, 6 và 7", "April, June and July"),
    # names that English gives in its own way
    ("Bắc Kinh tuyên bố", "China said"),
    ("ông Gaddafi", "Qaddafi"),
    ("tại Los Angeles", "in LA"),
    ("Chúa Giêsu", "Jesus"),
    ("tổ chức USGS", "the U.S. Geological Survey"),
    ("Hiệp hội Bóng rổ Quốc gia Hoa Kỳ (NBA)", "the National Basketball Association (NBA)"),
    # denials
    ("không lâu sau, nó đóng cửa", "not long after, it closed"),  # either may deny
    ("nó không cải thiện", "it worsened"),  # the contrary
    # a scale that counts alone
    ("hơn trăm người", "more than a hundred people"),
    ("gần nghìn tỷ đồng", "nearly 1 trillion dong"),
    ("cả trăm nghìn người", "hundreds of thousands of people"),
]

WRONG = [
    ("dành 1.500 tỷ đồng", "spends 1.5 billion dong", "changed", "money"),  # the scale
    ("30.000 tỷ đồng", "30 trillion yuan", "changed", "money"),  # the currency
    ("hơn trăm người", "more than a thousand people", "changed", "number"),
    ("tăng 3,5%", "up 3.6%", "changed", "percent"),
    ("tăng 3,5%", "up 3,5%", "changed", "percent"),  # the decimal comma is no English
    ("18% dân số", "18 of the population", "changed", "percent"),
    ("1.500 người", "1.500 people", "changed", "number"),  # an English reader sees one and a half
    ("ngày 22/2", "on 23 February", "changed", "date"),
    ("ngày 5 tháng 3 năm 2024", "on 5 March 2023", "changed", "date"),
    ("ngày 5 tháng 3 năm 2024", "on 5 March", "changed", "date"),
    ("hôm thứ Ba", "on Wednesday", "changed", "date"),
    ("lúc 8 giờ sáng", "at 8 p.m.", "changed", "time"),
    ("lần thứ XIII", "the 12th time", "changed", "ordinal"),
    ("Nghị quyết 12", "Decision 12", "changed", "reference"),
    ("Nghị quyết 12", "Resolution 21", "changed", "reference"),
    ("168/2024/NĐ-CP", "168/2023/ND-CP", "changed", "code"),
    ("10.000 m", "10 miles", "changed", "quantity"),
    ("dài 160 km", "160 miles long", "changed", "quantity"),
    ("từ 50 - 70%", "from 50 to 80%", "changed", "range"),
    ("16 điểm", "many points", "missing", "number"),
    ("gặp tại Nga", "met in Japan", "changed", "place"),
    ("gặp tại Hàn Quốc", "they met there", "missing", "place"),
    ("ông Tô Lâm", "To Loan", "missing", "person"),
    ("Brett Kavanaugh phát biểu", "Brian Kavanaugh spoke", "changed", "name"),
    ("Thứ trưởng phát biểu", "The Minister spoke", "changed", "person"),
    ("gần 183.000 người", "more than 183,000 people", "changed", "approximation"),
    ("họ không đến", "they came", "missing", "negation"),
    ("họ đến", "they did not come", "added", "negation"),
    ("giá tăng mạnh", "prices fell sharply", "changed", "direction"),
    ("nhiều người", "37 people", "added", "number"),
    ("hai ngày qua, cả hai đội", "the past two weeks, both teams", "changed", "quantity"),
    ("Dublin, Ireland", "Reid, Ireland", "missing", "name"),  # Ireland stands for itself
    ("24 giờ", "a week", "missing", "quantity"),
    ("dịch COVID-19", "the COVID-14 pandemic", "added", "number"),
    ("virus H5N1", "the H5N3 virus", "changed", "code"),
    ("khoảng 1.500 tỷ đồng đến 2030", "about 1.5 billion dong to 2030", "changed", "money"),
    ("26 và 27/6", "June 26 and 28", "changed", "date"),
    ("sáu điểm", "many points", "missing", "number"),
    ("căn cứ của Anh và chiến hạm của Ý", "British bases and the British fleet", "changed", "place"),
    ("năm cao ốc mới", "the new year of building", "missing", "number"),
    ("hơn nửa dân số", "less than half of the population", "changed", "approximation"),
    (
        "Ông nói đùa về những lời chỉ trích mà ông sẽ nhận được. Sau đó ông rời hội trường cùng vợ và các con.",
        "He joked about the criticism he would get.",
        "missing",
        "content",
    ),
]


@pytest.mark.parametrize(("source", "translation"), RIGHT)
def test_right_translations_raise_no_alarm(source: str, translation: str) -> None:
    assert compare(source, translation).problems == ()


@pytest.mark.parametrize(("source", "translation", "status", "kind"), WRONG)
def test_wrong_translations_are_found(source: str, translation: str, status: str, kind: str) -> None:
    problems = compare(source, translation).problems
    assert (status, kind) in {(problem.status, problem.kind) for problem in problems}
    assert all(problem.reason for problem in problems)


@pytest.mark.parametrize(("year", "status"), [("2025", "found"), ("2024", "found"), ("2023", "changed")])
def test_a_year_is_added_only_from_the_date_of_the_article(year: str, status: str) -> None:
    report = compare("Ngày 8/7, giá giảm.", f"On July 8, {year}, prices fell.", PartialDate(2025, 7, 10))
    assert [match.status for match in report.matches if match.kind == "date"] == [status]
    assert compare("Ngày 8/7, giá giảm.", f"On July 8, {year}, prices fell.").ok  # no date to hold it against


def test_a_value_that_occurs_twice_must_be_met_twice() -> None:
    assert compare("5 người chết, 5 người bị thương", "5 people died, 5 were hurt").ok
    statuses = Counter(match.status for match in compare("5 người chết, 5 người bị thương", "5 people died").matches)
    assert statuses == {"found": 1, "missing": 1}


def test_the_changed_figure_is_named_on_both_sides() -> None:
    problem = compare("dành 1.500 tỷ đồng cho 24 xã", "spends 1.5 billion dong on 24 communes").problems[0]
    assert problem.source is not None
    assert problem.target is not None
    assert (problem.source.text, problem.target.text) == ("1.500 tỷ đồng", "1.5 billion dong")
    assert problem.source.english[0] == "1.5 trillion dong"


def test_the_patch_of_one_figure_mends_the_sentence() -> None:
    source, translation = "dành 1.500 tỷ đồng cho 24 xã", "spends 1.5 billion dong on 24 communes"
    problem = compare(source, translation).problems[0]
    assert problem.source is not None
    assert problem.target is not None
    start, end = problem.target.start_char, problem.target.end_char
    assert compare(source, translation[:start] + problem.source.english[0] + translation[end:]).ok


@pytest.mark.parametrize(("source", "translation"), RIGHT + [case[:2] for case in WRONG])
def test_every_source_fact_gets_exactly_one_verdict(source: str, translation: str) -> None:
    facts = Counter((fact.kind, fact.start_char, fact.end_char) for fact in find_source_facts(source))
    verdicts = Counter(
        (match.source.kind, match.source.start_char, match.source.end_char)
        for match in compare(source, translation).matches
        if match.source is not None and match.source.firm and match.kind not in ("direction", "content", "untranslated")
    )
    assert verdicts == facts


PIECES = """
một hai ba năm mười mươi trăm nghìn triệu tỷ rưỡi phẩy âm gần hơn không chưa thứ lần ngày tháng quý gấp phần nửa hàng
Nghị quyết số Điều 1 22 2024 1.500 3,5 7/63 22/2 7h30 50-70% % đồng USD km/h độ C XIII Tô Lâm Hà Nội Mỹ FIFA Trump . ,
; - ( ) " 12-NQ/TW 0800 555 A1GP đến từ giờ sáng and a of twenty -five hundred million $ £ first half third May 4 p.m.
not n't
"""
texts = st.lists(st.sampled_from(PIECES.split()), max_size=40).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(texts | st.text(max_size=80), texts | st.text(max_size=80))
def test_any_two_texts_are_compared(source: str, translation: str) -> None:
    facts = Counter((fact.kind, fact.start_char, fact.end_char) for fact in find_source_facts(source))
    verdicts = Counter(
        (match.source.kind, match.source.start_char, match.source.end_char)
        for match in compare(source, translation).matches
        if match.source is not None and match.source.firm and match.kind not in ("direction", "content", "untranslated")
    )
    assert verdicts == facts


def calls(source: str, translation: str) -> int:
    """How many function calls one comparison makes: steps, not seconds."""
    count = 0

    def tick(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tick)
    try:
        compare(source, translation)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Ngày 22/2, ông Tô Lâm dành 1.500 tỷ đồng. ", "On 22 February, To Lam spent 1.5 trillion dong. "),
        ("tỷ tỷ ", "hundred hundred "),
        ("hai mươi ", "twenty-"),
        ("1-", "1-"),
        ("1.", "1,"),
        ("không ", "not "),
        ("12-NQ/", "12-NQ/"),
        ("Trump ", "Trump "),
        ("((((", "(((("),
    ],
)
def test_steps_grow_with_the_length_and_not_faster(source: str, translation: str) -> None:
    calls(source, translation)  # the tables are read on the first use
    short, long = calls(source * 100, translation * 100), calls(source * 400, translation * 400)
    assert long <= 4.5 * short + 400


@pytest.mark.parametrize(
    ("source", "translation", "text"),
    [
        ("ông Tô Lâm phát biểu", "Mr. To Lam spoke", "To Lam"),
        ("tại Hà Nội", "in Hanoi", "Hanoi"),
        ("tại Hàn Quốc", "in South Korea", "South Korea"),
        ("với Dilokrit Pattavee", "with Dilokrit Pattavee", "Dilokrit Pattavee"),
        ("Brett Kavanaugh phát biểu", "Kavanaugh spoke", "Kavanaugh"),
        ("tổ chức FIFA họp", "the body FIFA met", "FIFA"),
        ("họ không đến", "they did not come", "not"),
        ("gần 183.000 người", "nearly 183,000 people", "nearly"),
    ],
)
def test_found_facts_show_their_english(source: str, translation: str, text: str) -> None:
    targets = [match.target for match in compare(source, translation).matches if match.target is not None]
    found = [target for target in targets if target.text == text]
    assert found
    assert translation[found[0].start_char : found[0].end_char] == text


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("gần 183.000 người", "183,000 people"),  # the approximation vanished
        ("Brett Kavanaugh phát biểu", "Kavanaugh spoke"),  # a shorter form
        ("gặp tại Nga", "met there"),  # a place is not named, and none is in its stead
        ("họ không đồng ý", "they disagreed"),  # denied by another word
        ("gặp hai người bạn", "met friends"),  # a small number word without counterpart
    ],
)
def test_what_is_only_not_contradicted_is_found_weakly(source: str, translation: str) -> None:
    report = compare(source, translation)
    assert report.ok
    assert any(match.weak for match in report.matches)
    assert not any(match.weak for match in compare("năm 2024", "in 2024").matches)
