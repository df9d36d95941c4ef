"""Where sentences and paragraphs end, of which kind they are, and that not one character is lost."""

from __future__ import annotations

import re
import textwrap
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.article import Article, PartialDate
from summarizer.segmentation import segment, split_sentences

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
LAO_CAI = next(path for path in SEEDS if path.name == "lao-cai-2024-02.txt")


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


def outline(text: str, name: str = "a.txt") -> list[tuple[str, list[str]]]:
    return [(p.kind, [s.text for s in p.segments]) for p in segment(name, text).paragraphs]


def kinds(text: str, name: str = "a.txt") -> list[str]:
    return [paragraph.kind for paragraph in segment(name, text).paragraphs]


# ---- sentences: " ¦ " marks a boundary, a space in the text


@pytest.mark.parametrize(
    "marked",
    [
        # plain ends
        "Ông đến. ¦ Bà đi.",
        "Ông đến! ¦ Bà đi? ¦ Họ về… ¦ Hết.",
        "Ông đến... ¦ Bà đi.",
        "Thật ư?! ¦ Thật.",
        "Không có dấu chấm cuối câu",
        "Ông đến. ¦ 100% xã đã bố trí điều tra viên. ¦ 3 người bị thương.",  # a figure may open a sentence
        "Ông mua điện thoại. ¦ iPhone 15 bán chạy.",  # a brand with a small letter may, too
        "Ông im lặng... rồi nói tiếp.",  # a small letter never does
        "Yên ngựa chưa có. . . nên họ ngã. ¦ Hết.",  # a spaced ellipsis
        "... và ông đi. ¦ Hết.",  # leading dots are no sentence
        "Ông đến. ¦ Ở đây yên tĩnh. ¦ Ủy ban họp. ¦ Ý kiến khác nhau.",  # capitals with marks
        # figures, dates, times
        "Dành 1.500 tỷ đồng. ¦ Tăng 7,4%.",
        "Ngày 22.2.2024 ông đến. ¦ Ngày 22/2. ¦ Hết.",
        "Kết thúc năm 2024. ¦ 500 người tham gia.",
        "Giá 1. 500 tỷ đồng. ¦ Hết.",  # a torn figure is one value
        "Bằng 0. ¦ Đây là phát biểu.",
        "Đến thế kỷ XIX. ¦ Năm 1900, ông mất.",  # a Roman numeral is no enumerator at the end
        "Lúc 7h30. ¦ Đến 10:30. ¦ Hết.",
        "Tốc độ 160 km/h. ¦ Diện tích 5 ha. ¦ Hết.",
        # titles and offices
        "PGS.TS. Nguyễn Văn An và ThS. Lê Bình đến. ¦ Hết.",
        "GS. TSKH. Trần Hà, BS.CKII. Mai và Ts. Lan đến. ¦ Hết.",
        "Ông gặp BS. Mai. ¦ Bà gặp LS. Hà, KTS. Bình.",
        "NSND. Trà Giang và Đ/c. Nam dự. ¦ Hết.",
        "TT. Trump và Mr. Bean. ¦ Dr. PawPaw ở St. Louis. ¦ Hết.",
        # places and addresses
        "Ông ở TP. Hồ Chí Minh. ¦ Bà ở Tp. Đà Nẵng, TX. Sơn Tây.",
        "Theo TP.HCM. ¦ Sở Y tế họp.",  # an acronym may end a sentence
        "Nhà số 5, P. Bến Nghé, Q. 1, TP.HCM. ¦ Theo công an, nhà cháy.",
        "Ở Q.1. ¦ Ở Q. Bình Thạnh. ¦ Hết.",
        "Đ.T. 024 3822 1234, ĐT. 0912 345 678. ¦ Hết.",
        "Xem tr. 15 và No. 7. ¦ Hết.",
        "Hoa sen. ¦ Biến đổi gen. ¦ Các nhà khoa học bàn.",  # lotus and gene are no senator and no general
        # initials
        "Nguyễn Văn A. khai đã lấy xe. ¦ Hết.",
        "Bị cáo Nguyễn Văn B. ¦ Theo cáo trạng, B. lấy 3 tỷ đồng.",
        "Chị H. ¦ Sau đó, chị H. báo công an.",
        "Kế hoạch của Ý. ¦ Ý là nước bại trận.",  # Italy is no initial
        "Dionisio A. Lind và John F. Kennedy đến. ¦ P. Diddy hát.",
        "J.K. Rowling và C. Ronaldo đến. ¦ Hết.",
        "N.V.T. (30 tuổi) và L.T.H. ¦ Theo bà, họ trốn.",
        "Doanh thu quý I. ¦ Lợi nhuận tăng.",  # after a small letter it is a label, not an initial
        "Thiếu vitamin C. ¦ Bệnh nhân yếu.",
        "Đội ở bảng B. ¦ Việt Nam thắng.",
        "Ông đến Washington, D.C. ¦ Trước đó, ông ở Mỹ.",
        "Roe v. Wade là án lệ. ¦ Piquet Jr. bị sa thải. ¦ Ở Inc. Times.",
        # other abbreviations
        "Rau, quả, v.v. ¦ Ngoài ra có thịt.",
        "Rau, quả, v.v... ¦ Giá tăng.",
        "Gà, vịt, v.v. đều rẻ. ¦ Hết.",
        "Dịch vụ Yahoo! Nhật Bản đóng cửa. ¦ Hết.",
        # addresses of the net
        "Trang vnexpress.net. ¦ Trang LiverpoolFC.com đưa tin. ¦ Hết.",
        "Thư gửi a.b@cand.com.vn. ¦ Xem https://bocongan.gov.vn/tin?id=1.2#a. ¦ Hết.",
        "Dùng Node.JS và ASP.NET. ¦ Hết.",
        # numbers of items and articles
        "1. Đẩy mạnh sản xuất. ¦ 2. Tăng cường an ninh.",
        "Gồm: 1. Đẩy mạnh sản xuất. ¦ 2. Tăng cường an ninh.",
        "2.1. Tình hình chung. ¦ IV. Kết quả. ¦ A. Kinh tế. ¦ Hết.",
        "Điều 353. Tội tham ô tài sản. ¦ Chương II. Tội phạm. ¦ Hết.",
        # quotes and brackets
        'Ông nói: "Tôi không biết". ¦ Bà đi.',
        'Ông nói: "Tôi không biết." ¦ Bà đi.',  # the closing quote belongs to the left
        "“Tôi không biết.” ¦ Rồi ông đi. ¦ «Được!» ¦ Bà gật.",
        '"Tôi không biết", ông nói. ¦ Bà đi.',
        'Ông nói: "Vâng. Tôi biết". ¦ Bà đi.',  # a short quote stays whole
        '"Thật không?" bà hỏi. ¦ "Đi đâu đấy?" Lan hỏi. ¦ Hết.',  # and stays with its speaker
        "“Chúng tôi nỗ lực.” Sturridge phát biểu trên trang LiverpoolFC.com. ¦ Hết.",
        'Xem "Ai là triệu phú?" Đài VTV3 chiếu. ¦ Hết.',  # a name that ends in a question mark
        'Họ hô "Tháng 11 đang đến!" khi đi qua. ¦ Hết.',
        'Chúng tôi mong các bạn ở lại. "Chào" họ. ¦ Hết.'.replace('. "Chào" họ.', '. ¦ "Chào" họ.'),
        'Ông bảo: "Hãy ở lại. " ¦ Bà đi.',  # a space before the closing quote
        "Ông đến (lúc 7h. Sáng sớm). ¦ Bà đi.",  # nothing is cut inside a bracket
        "Ông đến. ¦ (Ảnh: TTXVN)",
        "Bà đến (ông A. nói vậy.) ¦ Rồi đi. ¦ [Hết.]",
        "Năm 2024.[1] ¦ Sau đó, ông đi.[2][3] ¦ Hết.",  # note numbers belong to the left
        "**Ông nói.** ¦ Bà nghe. ¦ _Hết._",  # so does Markdown emphasis
        'Cao 5" và (rộng. ¦ Bà đi.',  # stray marks enclose nothing
        "(Dân trí) - Sáng 22/2, ông đến. ¦ - Bà đi.",
        "Ông đến.\n¦ Bà đi.".replace("\n¦ ", " ¦ "),
    ],
)
def test_sentence_ends(marked: str) -> None:
    assert sentences(marked.replace(" ¦ ", " ")) == marked.split(" ¦ ")


LONG_QUOTE = (
    'Bộ trưởng Tô Lâm nói: "Chúng ta phải đảm bảo xây dựng được nền tảng bằng những khu phố, thôn xóm, bản làng, xã '
    "không có tội phạm, không có vi phạm pháp luật, không có tệ nạn, không có ma túy. ¦ Các xã cũng tốt thì huyện tốt; "
    'huyện nào cũng tốt thì tỉnh phải tốt; từng xã, từng địa bàn phải thi đua nhau". ¦ Hết.'
)


@pytest.mark.parametrize(
    "marked",
    [
        LONG_QUOTE,  # a long quote is cut between whole sentences
        LONG_QUOTE.replace(
            "ma túy. ¦ Các xã cũng tốt thì huyện tốt;", "ma túy. Đúng thế. ¦ Các xã tốt;"
        ),  # not at a call
        LONG_QUOTE.replace('"', "(", 1).replace('"', ")").replace("túy. ¦ Các", "túy. Các"),  # never inside a bracket
        LONG_QUOTE.replace("Các xã", "“Các xã")
        .replace("tốt;", "tốt”;", 1)
        .replace(" ¦ “", " “"),  # nor a quote in a quote
    ],
    ids=["sentence", "call", "bracket", "nested"],
)
def test_long_quotes(marked: str) -> None:
    if "“" in marked:  # the point before a nested quote stands in the outer one: still a sentence end
        marked = marked.replace(" “", " ¦ “")
    assert sentences(marked.replace(" ¦ ", " ")) == marked.split(" ¦ ")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Xây dựng đất nước.Đặc biệt là xã.", ["Xây dựng đất nước.", "Đặc biệt là xã."]),  # the space was forgotten
        ("Ông đến\nmuộn. Bà\nđi.", ["Ông đến\nmuộn.", "Bà\nđi."]),  # a line break is a space
        ("  Ông đến. \t Bà đi.  ", ["Ông đến.", "Bà đi."]),  # outer whitespace is left out
        ("", []),
        (" \n ", []),
        ("...", ["..."]),
        ("Xong. 😀", ["Xong. 😀"]),  # what has no word stays with the left
    ],
)
def test_spacing(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


# ---- paragraphs


def test_blank_lines_separate_paragraphs() -> None:
    text = "Một câu. Hai câu.\n\n\n  \nBa câu.\n"
    assert outline(text) == [("body", ["Một câu.", "Hai câu."]), ("body", ["Ba câu."])]


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    text = "Ông đến Lào Cai. Bà đi.\nHọ về Hà Nội.\nHết."
    assert outline(text) == [
        ("body", ["Ông đến Lào Cai.", "Bà đi."]),
        ("body", ["Họ về Hà Nội."]),
        ("body", ["Hết."]),
    ]


def wrap(text: str, width: int) -> str:
    """Each paragraph of `text` hard-wrapped."""
    return "\n\n".join(
        textwrap.fill(paragraph, width, break_long_words=False, break_on_hyphens=False)
        for paragraph in re.split(r"\n\s*\n", text.strip())
    )


def test_a_dash_or_a_number_may_start_a_wrapped_line() -> None:
    text = (
        "Báo cáo của Ủy ban nhân dân tỉnh cho thấy hầu hết các chỉ tiêu do đại hội đề ra đến nay đạt từ 50 - 70% và "
        "còn tăng nhanh hơn nữa trong tháng 10. Trái lại, số ca mắc mới giảm nhiều so với cùng kỳ của năm trước đó."
    )
    seen = set()
    for width in range(50, 100):
        wrapped = wrap(text, width)
        seen |= {start for start in ("\n- 70%", "\n10. ") if start in wrapped}
        assert [" ".join(part.split()) for _, parts in outline(wrapped) for part in parts] == sentences(text)
    assert seen == {"\n- 70%", "\n10. "}


def test_a_wrapped_paragraph_ends_at_its_short_line() -> None:
    text = (
        "Bộ trưởng Tô Lâm đánh giá cao kết quả Lào Cai đã đạt được\n"
        "trong thời gian qua và cảm ơn.\n"
        "Lào Cai dành nguồn lực khoảng 1.500 tỷ đồng để đầu tư cho\n"
        "lực lượng Công an đến năm 2030.\n"
    )
    assert [len(words) for _, words in outline(text)] == [1, 1]


def test_lines_of_verse_and_lists_are_not_joined() -> None:
    text = "Tham dự có:\nông An\nbà Bình\nông Chi\n"
    assert [words for _, words in outline(text)] == [["Tham dự có:"], ["ông An"], ["bà Bình"], ["ông Chi"]]


@pytest.mark.parametrize("width", range(50, 121, 7))
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_wrapping_changes_no_sentence(path: Path, width: int) -> None:
    text = path.read_text(encoding="utf-8").strip()
    unwrapped = [(kind, [" ".join(words.split()) for words in parts]) for kind, parts in outline(wrap(text, width))]
    expected = [(kind, [" ".join(words.split()) for words in parts]) for kind, parts in outline(text)]
    assert [parts for _, parts in unwrapped] == [parts for _, parts in expected]
    assert [k for k, _ in unwrapped if k != "heading"] == [k for k, _ in expected if k != "heading"]


def test_list_items() -> None:
    text = "Nhiệm vụ gồm:\n- Xây dựng lực lượng;\n* Giữ an ninh. Phòng tội phạm.\n+ 5 việc khác\n• Hết\n"
    assert [words for _, words in outline(text)] == [
        ["Nhiệm vụ gồm:"],
        ["Xây dựng lực lượng;"],
        ["Giữ an ninh.", "Phòng tội phạm."],
        ["5 việc khác"],
        ["Hết"],
    ]
    assert kinds(text) == ["body"] * 5


def test_numbers_of_items_are_kept_and_signs_of_figures_too() -> None:
    text = "Kết quả như sau.\n\n1. Kinh tế tăng 5%\n2. Nhiệt độ thấp\n-5 độ C ở Sa Pa.\n> 70% đạt.\n"
    assert [words for _, words in outline(text)][1:] == [
        ["1. Kinh tế tăng 5%"],
        ["2. Nhiệt độ thấp"],
        ["-5 độ C ở Sa Pa."],
        ["> 70% đạt."],
    ]
    assert kinds(text) == ["body"] * 5


def test_markdown() -> None:
    text = (
        "# Bão số 4 vào miền Trung.\n\ndate: 2024-09-20\n\n---\n\n## Thiệt hại\n\n9 người chết. **4 người** mất tích."
        "\n\n> Không để ai bị đói.\n\n* Một\n* Hai\n\n# Phần sau\n\n***\n"
    )
    assert outline(text, "bao.md") == [
        ("title", ["Bão số 4 vào miền Trung."]),
        ("heading", ["Thiệt hại"]),
        ("body", ["9 người chết.", "**4 người** mất tích."]),
        ("body", ["Không để ai bị đói."]),
        ("body", ["Một"]),
        ("body", ["Hai"]),
        ("heading", ["Phần sau"]),
    ]
    assert segment("bao.md", text).date == PartialDate(2024, 9, 20)


# ---- kinds

BODY = "Bộ trưởng Tô Lâm đã thăm và làm việc với Ban Thường vụ Tỉnh ủy Lào Cai trong ngày 22/2."


def test_the_seed() -> None:
    article = segment("lao-cai.txt", LAO_CAI.read_text(encoding="utf-8"))
    assert article.date == PartialDate(2024, 2)
    assert article.segments[0].text.startswith("Tại Hội nghị, Bộ trưởng Bộ Công an Tô Lâm")
    assert [p.segments[0].text for p in article.paragraphs if p.kind == "caption"] == [
        "Bộ trưởng Tô Lâm làm việc với Ban Thường vụ Tỉnh ủy Lào Cai.",
        "Đại tướng Tô Lâm phát biểu tại buổi làm việc.",
        "Bộ trưởng Tô Lâm thăm, động viên, giao nhiệm vụ cho lực lượng Công an Lào Cai.",
    ]
    assert {p.kind for p in article.paragraphs} == {"body", "caption"}
    assert len(article.paragraphs) == 14
    assert len(article.segments) == 17


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        ("Bộ trưởng Tô Lâm thăm Lào Cai", "title"),
        ("GDP tăng 7,4%: vì sao?", "title"),  # a question may be a title
        ("Bộ trưởng Tô Lâm thăm Lào Cai.", "body"),  # a final point makes a sentence
        ("Kính gửi các đồng chí:", "body"),
        ("từ ngày 22/2", "body"),  # no title starts small
        (" ".join(["Từ"] * 21), "body"),  # over 20 words
        ("- Thăm Lào Cai", "body"),
    ],
)
def test_the_title(first: str, kind: str) -> None:
    assert kinds(f"{first}\n\n{BODY}") == [kind, "body"]
    assert kinds(f"date 2024-02\n{first}\n\n{BODY}") == [kind, "body"]


def test_a_lone_phrase_is_body() -> None:
    assert kinds("Bộ trưởng Tô Lâm thăm Lào Cai") == ["body"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Tiêm bù tại 31 tỉnh, thành phố", "heading"),
        ("1. Phát triển kinh tế", "heading"),  # a numbered line that stands alone
        ("Kết quả cụ thể như sau:", "body"),
        ("Không bỏ lại ai phía sau!", "body"),
        ('"Không bỏ lại ai"', "body"),  # a quote
        ("và các địa phương khác", "body"),
        (" ".join(["Từ"] * 16), "body"),
        ("Đại tướng Tô Lâm phát biểu tại buổi làm việc.", "caption"),
        ("Đại tướng Tô Lâm phát biểu tại buổi làm việc", "caption"),
        ("Bộ trưởng Tô Lâm (thứ hai từ trái sang) và cán bộ Lào Cai.", "caption"),
        ("Các đại biểu dự buổi làm việc.", "caption"),
        ("Quang cảnh buổi làm việc.", "caption"),
        ("Học sinh lớp 12 trường THPT Chu Văn An trong giờ ôn tập môn Toán.", "caption"),
        ("Nước lũ bao vây một ngôi nhà ở huyện Lệ Thủy, sáng 20/9.", "caption"),
        ("Ảnh: TTXVN", "caption"),
        ("(Ảnh: Bộ Công an)", "caption"),
        ("Ảnh minh họa: AFP", "caption"),
        ("Hơn 30 cán bộ dự buổi làm việc. Ảnh: TTXVN", "caption"),  # a credit settles it
        ("Hơn 30 cán bộ dự buổi làm việc (Ảnh: TTXVN).", "caption"),
        ("Lũ ở Lào Cai. (Nguồn: AFP/TTXVN)", "caption"),
        ("Bộ trưởng Tô Lâm thăm 5 xã của Lào Cai.", "body"),  # a figure
        ('Bộ trưởng Tô Lâm phát biểu: "Phải dựa vào dân".', "body"),  # a quote
        ("Bộ trưởng Tô Lâm cho biết sẽ tiếp tục thăm Lào Cai.", "body"),  # told, not shown
        ("Bộ trưởng Tô Lâm đã thăm Lào Cai.", "body"),
        ("Bộ trưởng Tô Lâm không thăm Lào Cai.", "body"),
        ("Bộ trưởng Tô Lâm thăm Lào Cai. Ông gặp dân.", "body"),  # two sentences
        ("Bộ trưởng Lê Nam thăm Lào Cai.", "body"),  # a name that the article has only here
        ("Lào Cai đón Tô Lâm.", "body"),  # a place is no person
        ("Các bị cáo có quyền kháng cáo.", "body"),  # no act that can be seen
        ("Ảnh hưởng của bão rất lớn: nhiều nhà sập.", "body"),  # "ảnh hưởng" is influence
    ],
)
def test_headings_and_captions(line: str, kind: str) -> None:
    assert kinds(f"{BODY}\n\n{line}\n\n{BODY}") == ["body", kind, "body"]


def test_numbered_items_are_no_headings() -> None:
    assert kinds(f"{BODY}\n\n1. Kinh tế\n\n2. Văn hóa\n\n{BODY}") == ["body"] * 4


def test_the_first_paragraph_is_no_caption() -> None:
    lead = "Bộ trưởng Tô Lâm thăm Lào Cai."
    assert kinds(f"{lead}\n\n{BODY}\n\n{lead}") == ["body", "body", "caption"]


# ---- date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("date 2024-02", PartialDate(2024, 2)),
        ("date 2024", PartialDate(2024)),
        ("date 2024-02-22", PartialDate(2024, 2, 22)),
        ("Date: 2024-2-5", PartialDate(2024, 2, 5)),
        ("date: 22/02/2024", PartialDate(2024, 2, 22)),
        ("date: 02/2024", PartialDate(2024, 2)),
        ("date: 2024-02-22T10:30:00+07:00", PartialDate(2024, 2, 22)),
        ("(22/2/2024)", PartialDate(2024, 2, 22)),
        ("(Ngày 22/2/2024, 10:30)", PartialDate(2024, 2, 22)),
        ("Ngày 22/2/2024, 10:30", PartialDate(2024, 2, 22)),
        ("22.02.2024", PartialDate(2024, 2, 22)),
        ("22-2-2024 | 7h05", PartialDate(2024, 2, 22)),
        ("Thứ Năm, 22/02/2024 - 10:30 (GMT+7)", PartialDate(2024, 2, 22)),
        ("Chủ nhật, ngày 25 tháng 2 năm 2024", PartialDate(2024, 2, 25)),
        ("Cập nhật lúc 10:30, ngày 22/2/2024.", PartialDate(2024, 2, 22)),
        ("10:30 22/02/2024", PartialDate(2024, 2, 22)),
        ("date 2024-13", None),  # no such month
        ("date: 30/02/2024", None),
        ("31/4/2024", None),
        ("2024", None),  # alone, a year may be a heading
        ("date của cuộc họp", None),
        ("22/2", None),  # no year
    ],
)
def test_the_date_line(line: str, date: PartialDate | None) -> None:
    for text in (f"{line}\n\n{BODY}", f" {line}\n{BODY}", f"Bộ trưởng thăm Lào Cai\n{line}\n\n{BODY}"):
        article = segment("a.txt", text)
        assert article.date == date
        assert any(line in s.text or s.text in line for s in article.segments) == (date is None)
        assert article.segments[-1].text == BODY


@pytest.mark.parametrize("line", ["date 2024-02", "date: 22/02/2024,", "(22/2/2024)", "date 2024-02-22T10:30Z"])
def test_the_date_may_stand_before_the_first_sentence(line: str) -> None:
    article = segment("-", f" {line} {BODY} Hết.")
    assert [s.text for s in article.segments] == [BODY, "Hết."]
    assert article.date is not None


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 22/2/2024, Bộ trưởng Tô Lâm thăm Lào Cai.",  # the date belongs to the sentence
        "22/2/2024 là ngày hội. Hết.",
        "Update 2024-02 đã có. Hết.",
        f"{BODY}\n\n{BODY}\n\n{BODY}\n\n22/2/2024",  # too far down
    ],
)
def test_dates_of_sentences_stay(text: str) -> None:
    article = segment("a.txt", text)
    assert article.date is None
    assert article.segments[0].start_char == 0


def test_a_time_after_the_date_stays_in_the_sentence() -> None:
    article = segment("a.txt", "date 2024-02 7h30 sáng, ông đến Lào Cai.")
    assert [s.text for s in article.segments] == ["7h30 sáng, ông đến Lào Cai."]


# ---- nothing is lost

LAYOUT_MARKS = set("#-*+•·▪●◦–—_=~>|")

NEWS_SENTENCES = [
    "Ngày 22/2, Bộ trưởng Tô Lâm thăm Lào Cai.",
    "PGS.TS. Nguyễn Văn An và BS. Lê Hà làm việc tại TP. Hồ Chí Minh.",
    "Tỉnh dành khoảng 1.500 tỷ đồng, tăng 7,4% so với năm 2023.",
    'Ông nói: "Chúng tôi không để ai bị đói".',
    '"Bao giờ xong?", bà hỏi.',
    "Có 18/24 chỉ tiêu đạt trên 70% (còn lại đạt 50 - 70%).",
    "Vì sao giá vàng tăng?",
    "Hãy chờ đợi!",
    "Trang bocongan.gov.vn đưa tin...",
    "Bị cáo Nguyễn Văn B. khai nhận đã lấy 3,2 tỷ đồng theo Điều 353 Bộ luật Hình sự 2015.",
    "“Đề thi không đánh đố”, ông Hiển nói.",
    "Rau, củ, quả, v.v. đều tăng giá trong quý III/2024.",
    "100% xã đã bố trí điều tra viên.",
]


def check_lossless(article: Article, text: str) -> None:
    """The segments lie in order, each as the text has it, with nothing but whitespace and layout marks between."""
    assert article.text == text
    assert [s.id for s in article.segments] == list(range(1, len(article.segments) + 1))
    pieces, position = [], 0
    for one in article.segments:
        assert position <= one.start_char < one.end_char <= len(text)
        assert one.text == text[one.start_char : one.end_char] == one.text.strip()
        pieces += [text[position : one.start_char], one.text]
        position = one.end_char
    pieces.append(text[position:])
    assert "".join(pieces) == text
    gaps = "".join(pieces[::2])
    if article.date is not None:
        gaps = re.sub(r"[\d/():.,;|]|date|ngày|tháng|năm", "", gaps, flags=re.IGNORECASE)
    assert all(char.isspace() or char in LAYOUT_MARKS for char in gaps)
    assert all(paragraph.segments for paragraph in article.paragraphs)


news_text = st.lists(
    st.sampled_from(NEWS_SENTENCES)
    | st.sampled_from(
        ["TP.", "Q. 1", "v.v.", "A.", "1.500", '"', "“", "”", "(", ")", "...", "?!", "- ", "# ", "> ", "1. "]
    )
    | st.sampled_from(
        ["\n", "\n\n", " ", "\t", "date 2024-02 ", "Ngày 22/2/2024\n", "Ảnh: TTXVN", "---\n", "Kết quả\n"]
    ),
    max_size=25,
).map(" ".join)
dense_text = st.text(st.sampled_from('aAđĐ1.!?…"“”()[]*_#->|:;, \n\t\r\u2028\u00a0'), max_size=60)


@given(st.text(max_size=120) | dense_text | news_text, st.sampled_from(["-", "a.txt", "a.md"]))
def test_segmentation_is_lossless(text: str, name: str) -> None:
    check_lossless(segment(name, text), text)


@given(st.text(max_size=120) | dense_text | news_text)
def test_only_whitespace_lies_between_sentences(text: str) -> None:
    position, rest = 0, ""
    for start, end in split_sentences(text):
        assert position <= start < end
        assert text[start:end] == text[start:end].strip()
        rest += text[position:start]
        position = end
    assert not (rest + text[position:]).strip()


@given(st.lists(st.sampled_from(NEWS_SENTENCES), min_size=1, max_size=12), st.sampled_from([" ", "\n", "  "]))
def test_news_is_split_at_every_sentence(parts: list[str], space: str) -> None:
    assert sentences(space.join(parts)) == parts


@given(st.lists(st.lists(st.sampled_from(NEWS_SENTENCES), min_size=1, max_size=4), min_size=1, max_size=6))
def test_paragraphs_are_kept(paragraphs: list[list[str]]) -> None:
    text = "\n\n".join(map(" ".join, paragraphs))
    assert [parts for _, parts in outline(text)] == paragraphs


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_the_seeds_are_lossless(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    check_lossless(segment(str(path), text), text)


# ---- speed

PATTERNS = [
    *(
        "Ông đến. ",
        "A. ",
        "1. ",
        ". ",
        '."',
        ".)",
        "(",
        ")",
        '"',
        '" ',
        "“",
        "”",
        "...",
        "TP. ",
        ".    ",
        "\n",
        "a\n",
        ".\n",
    ),
    *(
        "- ",
        "# ",
        "* * ",
        "> ",
        "date 2024-02 ",
        "thứ hai, ",
        "nói: “A. B ",
        ".[1]",
        "Á.Á",
        "(trái ",
        "Ảnh ",
        "Tô Lâm. ",
    ),
    *("a b c d e f. ", "“A b c d e f. ", "Tô Lâm thăm.\n\n", "và các tỉnh miền núi phía Bắc, miền Trung và miền Nam\n"),
]


@pytest.mark.parametrize("pattern", PATTERNS, ids=repr)
def test_time_grows_linearly(pattern: str) -> None:
    def fastest(size: int) -> float:
        text = pattern * (size // len(pattern))
        times = []
        for _ in range(3):
            begin = time.perf_counter()
            segment("a.md", text)
            times.append(time.perf_counter() - begin)
        return min(times)

    # 8 times the text: linear code takes 8 times as long, quadratic code 64 times; 1 ms covers the clock
    assert fastest(40_000) < 32 * (fastest(5_000) + 0.001)


def test_ten_thousand_sentences() -> None:
    text = "\n\n".join([" ".join(NEWS_SENTENCES)] * 800)
    assert len(segment("a.txt", text).segments) == 800 * len(NEWS_SENTENCES)
    assert len(split_sentences(text)) == 800 * len(NEWS_SENTENCES)
