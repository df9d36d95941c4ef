"""What is found in Vietnamese: kind, span, value and unit of each fact, and the English it may be written as."""

from decimal import Decimal

import pytest

from summarizer.article import PartialDate
from summarizer.facts import find_source_facts

DATE = PartialDate(2024, 2)


@pytest.mark.parametrize(
    ("text", "kind", "span", "value", "unit"),
    [
        ("dành 1.500 tỷ đồng", "money", "1.500 tỷ đồng", Decimal("1.5e12"), "VND"),
        ("2,3 tỷ đô", "money", "2,3 tỷ đô", Decimal("2.3e9"), "USD"),
        ("giá US$2,5", "money", "US$2,5", Decimal("2.5"), "USD"),
        ("125 triệu bảng", "money", "125 triệu bảng", Decimal("1.25e8"), "GBP"),
        ("tăng 3,5%", "percent", "3,5%", Decimal("3.5"), "%"),
        ("46 phần trăm", "percent", "46 phần trăm", Decimal(46), "%"),
        ("âm 1,6 độ C", "quantity", "âm 1,6 độ C", Decimal("-1.6"), "°C"),
        ("160km/h", "quantity", "160km/h", Decimal(160), "km/h"),
        ("1.234 km²", "quantity", "1.234 km²", Decimal(1234), "km2"),
        ("28 tuổi", "quantity", "28 tuổi", Decimal(28), "year"),
        ("hai năm rưỡi", "quantity", "hai năm rưỡi", Decimal("2.5"), "year"),
        ("ba mươi người", "number", "ba mươi", Decimal(30), ""),
        ("3.000 bộ đội", "number", "3.000", Decimal(3000), ""),  # "bộ" is no foot here
        ("sau hàng nghìn năm", "number", "hàng nghìn", "v1000", ""),
        ("chiếm một phần ba", "number", "một phần ba", "1/3", ""),
        ("gấp 1,12 lần", "number", "gấp 1,12 lần", Decimal("1.12"), ""),
        ("từ 50 - 70%", "range", "50 - 70%", (Decimal(50), Decimal(70)), "%"),
        ("3 đến 4 triệu đồng", "range", "3 đến 4 triệu đồng", (Decimal("3e6"), Decimal("4e6")), "VND"),
        ("sáng nay 22/2", "date", "22/2", "--02-22", ""),
        ("ngày 5 tháng 3 năm 2024", "date", "5 tháng 3 năm 2024", "2024-03-05", ""),
        ("ngày 20.08.2024", "date", "20.08.2024", "2024-08-20", ""),
        ("date 2024-02 Tại Hội nghị", "date", "2024-02", "2024-02", ""),
        ("ngày 2024-02-22", "date", "2024-02-22", "2024-02-22", ""),
        ("mùa giải 2019-20", "range", "2019-20", (Decimal(2019), Decimal(20)), ""),
        ("1.500 tỷ đồng đến 2030", "money", "1.500 tỷ đồng", Decimal("1.5e12"), "VND"),
        ("nửa năm qua", "number", "nửa năm", "1/2", ""),
        ("nửa triệu đồng", "money", "nửa triệu đồng", Decimal(500000), "VND"),
        ("hơn nửa dân số", "number", "nửa", "1/2", ""),
        ("từ 20-22/3", "date", "20-22/3", (3, 20, 22, None), ""),
        ("tháng Giêng năm 2017", "date", "tháng Giêng năm 2017", "2017-01", ""),
        ("đến năm 2030", "date", "2030", "2030", ""),
        ("những năm 1990", "date", "những năm 1990", "1990s", ""),
        ("quý III/2024", "date", "quý III/2024", "2024-Q3", ""),
        ("thế kỷ XX", "date", "thế kỷ XX", "C20", "century"),
        ("hôm thứ Ba", "date", "thứ Ba", "weekday 3", ""),
        ("lần thứ XIII", "ordinal", "lần thứ XIII", Decimal(13), ""),
        ("phổ biến thứ hai và thứ tư thế giới", "ordinal", "thứ tư", Decimal(4), ""),
        ("khóa XV", "ordinal", "XV", Decimal(15), ""),
        ("hạng thứ 190", "ordinal", "thứ 190", Decimal(190), ""),
        ("xếp thứ 7/63 tỉnh", "number", "thứ 7/63", "7/63", ""),
        ("lúc 7h30", "time", "7h30", "7:30", ""),
        ("8 giờ 46 phút sáng", "time", "8 giờ 46 phút sáng", "8:46a", ""),
        ("vào 3 giờ chiều", "time", "3 giờ chiều", "3:00p", ""),
        ("Nghị quyết số 11", "reference", "Nghị quyết số 11", "resolution 11", ""),
        ("theo Điều 353", "reference", "Điều 353", "article 353", ""),
        ("Nghị định 168/2024/NĐ-CP", "reference", "Nghị định 168/2024/NĐ-CP", "decree 168/2024/NĐ-CP", ""),
        ("văn bản 12-NQ/TW", "code", "12-NQ/TW", "12-NQ/TW", ""),
        ("gọi 0800 555 111", "code", "0800 555 111", "0800 555 111", ""),
        ("ông Tô Lâm", "person", "Tô Lâm", "To Lam", ""),
        ("tỉnh Lào Cai", "place", "Lào Cai", "Lao Cai", ""),
        ("tại Hàn Quốc", "place", "Hàn Quốc", "South Korea", ""),
        ("quân đội Mỹ", "place", "Mỹ", "United States", ""),
        ("với Dilokrit Pattavee", "name", "Dilokrit Pattavee", "dilokrit pattavee", ""),
        ("tổ chức FIFA họp", "acronym", "FIFA", "FIFA", ""),
        ("gần 183.000 người", "approximation", "gần", "near", ""),
        ("xã không có tội phạm", "negation", "không", "negation", ""),
    ],
)
def test_fact(text: str, kind: str, span: str, value: object, unit: str) -> None:
    found = [fact for fact in find_source_facts(text) if fact.kind == kind]
    assert [(fact.text, fact.value, fact.unit) for fact in found] == [(span, value, unit)]
    assert text[found[0].start_char : found[0].end_char] == span


@pytest.mark.parametrize(
    ("text", "span", "writings"),
    [
        ("1.500 tỷ đồng", "1.500 tỷ đồng", ("1.5 trillion dong", "1,500 billion dong")),
        ("30.000 ghế", "30.000", ("30,000",)),
        ("3,5%", "3,5%", ("3.5%", "3.5 percent")),
        ("sáng nay 22/2", "22/2", ("22 February", "February 22", "22 February 2024", "February 22, 2024")),
        ("Đại hội lần thứ XIII", "lần thứ XIII", ("13th", "thirteenth")),
        ("xếp thứ 7/63", "thứ 7/63", ("7th of 63", "7th out of 63")),
        ("quý III", "quý III", ("third quarter", "Q3")),
        ("7h30", "7h30", ("7:30",)),  # no half of the day is said, none is invented
        ("7h30 sáng", "7h30 sáng", ("7:30 a.m.",)),
        ("15h", "15h", ("3 p.m.",)),
        ("168/2024/NĐ-CP", "168/2024/NĐ-CP", ("168/2024/ND-CP", "168/2024/NĐ-CP")),
        ("Nghị quyết 12", "Nghị quyết 12", ("Resolution 12", "Resolution No. 12")),
        ("Đề án 06", "Đề án 06", ("Project 06",)),
        ("gấp 1,12 lần", "gấp 1,12 lần", ("1.12 times",)),
        ("gấp ba lần", "gấp ba lần", ("triple", "three times")),
        ("âm 1,6 độ C", "âm 1,6 độ C", ("minus 1.6 degrees Celsius",)),
        ("2,3 tỷ USD", "2,3 tỷ USD", ("$2.3 billion",)),
        ("15-20 %", "15-20 %", ("15-20%",)),
        ("hàng triệu người", "hàng triệu", ("millions",)),
        ("ông Phạm Minh Chính", "Phạm Minh Chính", ("Pham Minh Chinh", "Phạm Minh Chính")),
        ("năm 2024", "2024", ("2024",)),  # a year has no comma
        ("Thứ trưởng", "Thứ trưởng", ("Deputy Minister", "Vice Minister")),
    ],
)
def test_english_writings_come_best_first(text: str, span: str, writings: tuple[str, ...]) -> None:
    found = [fact for fact in find_source_facts(text, DATE) if fact.text == span]
    assert len(found) == 1
    assert found[0].english[: len(writings)] == writings


@pytest.mark.parametrize(
    "text",
    [
        "tỷ lệ sống sót",  # a ratio, no billion
        "năm nay và năm ngoái",  # years, no five
        "hàng không, không khí, không gian",  # no denial
        "đi sang Ba Lan thì đẹp",  # Poland is a place, no three
        "một bất ngờ",
        "Anh ấy đến muộn",  # he, not England
        "Pháp luật nghiêm minh",  # law, not France
    ],
)
def test_words_that_only_look_like_facts(text: str) -> None:
    assert [fact for fact in find_source_facts(text) if fact.text != "Ba Lan"] == []


def test_spans_are_code_points_of_the_composed_text() -> None:
    decomposed = "Đến năm 2030"  # "ê" and "ă" may come in two code points
    fact = find_source_facts(decomposed)[0]
    assert (fact.text, fact.start_char) == ("2030", 8)


def test_facts_come_in_reading_order() -> None:
    facts = find_source_facts("Ngày 22/2, ông Tô Lâm dành khoảng 1.500 tỷ đồng cho Lào Cai, không phải 7%.")
    starts = [fact.start_char for fact in facts]
    assert starts == sorted(starts)
    assert [fact.kind for fact in facts] == ["date", "person", "approximation", "money", "place", "negation", "percent"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("26 và 27/6", [("26", "26 June"), ("27/6", "27 June")]),
        ("ngày 25, 26 và 27/6", [("25", "25 June"), ("26", "26 June"), ("27/6", "27 June")]),
        ("ngày 5, 6/3/2024", [("5", "5 March"), ("6/3/2024", "6 March 2024")]),
    ],
)
def test_each_day_of_a_list_is_a_fact(text: str, days: list[tuple[str, str]]) -> None:
    assert [(fact.text, fact.english[0]) for fact in find_source_facts(text) if fact.kind == "date"] == days


@pytest.mark.parametrize(
    ("text", "word", "figure"),
    [
        ("hơn nửa dân số", "hơn", "nửa"),
        ("gần một nửa số hộ", "gần", "một nửa"),
        ("hơn một phần ba", "hơn", "một phần ba"),
        ("gần ba mươi người", "gần", "ba mươi"),
    ],
)
def test_halves_shares_and_number_words_are_approximate_too(text: str, word: str, figure: str) -> None:
    assert [(fact.kind, fact.text) for fact in find_source_facts(text)] == [("approximation", word), ("number", figure)]


def test_hours_before_a_day_are_a_time() -> None:
    facts = find_source_facts("Từ 7 giờ ngày 18/9 đến 7 giờ ngày 20/9")
    assert [(fact.kind, fact.text) for fact in facts] == [
        ("time", "7 giờ"), ("date", "18/9"), ("time", "7 giờ"), ("date", "20/9"),
    ]  # fmt: skip
