"""Where sentences end, and that nothing but whitespace lies between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outlines import NEWS_SENTENCES, dense_text, news_text, sentences

from summarizer.sentences import split_sentences

# " ¦ " marks a boundary, a space in the text
GOLDEN = [
    ("Ông đến. ¦ Bà đi.", "a point before a capital"),
    ("Ông đến! ¦ Bà đi? ¦ Họ về… ¦ Hết.", "every final mark"),
    ("Ông đến... ¦ Bà đi.", "three points"),
    ("Thật ư?! ¦ Thật.", "a run of marks is one mark"),
    ("Không có dấu chấm cuối câu", "the end of the text needs no mark"),
    ("Ông đến. ¦ 100% xã đã bố trí điều tra viên. ¦ 3 người bị thương.", "a figure may open a sentence"),
    ("Ông mua điện thoại. ¦ iPhone 15 bán chạy.", "a brand with a small letter may, too"),
    ("Ông im lặng... rồi nói tiếp. ¦ Hết.", "a small letter opens none"),
    ("Yên ngựa chưa có. . . nên họ ngã. ¦ Hết.", "a spaced ellipsis before a small letter"),
    ("... và ông đi. ¦ Hết.", "leading points are no sentence"),
    ("Ông đến. ¦ Ở đây yên tĩnh. ¦ Ủy ban họp. ¦ Ý kiến khác nhau.", "capitals with marks are capitals"),
    ("Dành 1.500 tỷ đồng. ¦ Tăng 7,4%.", "the point of a figure"),
    ("Ngày 22.2.2024 ông đến. ¦ Ngày 22/2. ¦ Hết.", "the points of a date"),
    ("Kết thúc năm 2024. ¦ 500 người tham gia.", "a year and a figure are two values"),
    ("Giá 1. 500 tỷ đồng. ¦ Hết.", "a torn figure is one value"),
    ("Bằng 0. ¦ Đây là phát biểu.", "a figure may close a sentence"),
    ("Đến thế kỷ XIX. ¦ Năm 1900, ông mất.", "a Roman figure at the end is no item number"),
    ("Lúc 7h30. ¦ Đến 10:30. ¦ Hết.", "times"),
    ("Tốc độ 160 km/h. ¦ Diện tích 5 ha. ¦ Hết.", "units take no point of their own"),
    ("PGS.TS. Nguyễn Văn An và ThS. Lê Bình đến. ¦ Hết.", "titles, joined and single"),
    ("GS. TSKH. Trần Hà, BS.CKII. Mai và Ts. Lan đến. ¦ Hết.", "titles with spaces, inner points, one capital"),
    ("Ông gặp BS. Mai. ¦ Bà gặp LS. Hà, KTS. Bình.", "the name after a title may close the sentence"),
    ("NSND. Trà Giang và Đ/c. Nam dự. ¦ Hết.", "honors and a title with a slash"),
    ("TT. Trump và Mr. Bean. ¦ Dr. PawPaw ở St. Louis. ¦ Hết.", "titles of foreigners"),
    ("Ông ở TP. Hồ Chí Minh. ¦ Bà ở Tp. Đà Nẵng, TX. Sơn Tây.", "cities and towns"),
    ("Theo TP.HCM. ¦ Sở Y tế họp.", "an acronym may close a sentence, for all its TP."),
    ("Nhà số 5, P. Bến Nghé, Q. 1, TP.HCM. ¦ Theo công an, nhà cháy.", "an address"),
    ("Ở Q.1. ¦ Ở Q. Bình Thạnh. ¦ Hết.", "districts by number and by name"),
    ("Đ.T. 024 3822 1234, ĐT. 0912 345 678. ¦ Hết.", "telephone numbers"),
    ("Xem tr. 15 và No. 7. ¦ Hết.", "pages and numbers"),
    ("Hoa sen. ¦ Biến đổi gen. ¦ Các nhà khoa học bàn.", "lotus and gene are no senator and no general"),
    ("Nguyễn Văn A. khai đã lấy xe. ¦ Hết.", "an initial before a small letter"),
    ("Bị cáo Nguyễn Văn B. ¦ Theo cáo trạng, B. lấy 3 tỷ đồng.", "an initial before a word that opens sentences"),
    ("Chị H. ¦ Sau đó, chị H. báo công an.", "a victim's initial"),
    ("Kế hoạch của Ý. ¦ Ý là nước bại trận.", "Italy is no initial"),
    ("Dionisio A. Lind và John F. Kennedy đến. ¦ P. Diddy hát.", "initials inside names"),
    ("J.K. Rowling và C. Ronaldo đến. ¦ Hết.", "initials before names"),
    ("N.V.T. (30 tuổi) và L.T.H. ¦ Theo bà, họ trốn.", "names of initials only"),
    ("Doanh thu quý I. ¦ Lợi nhuận tăng.", "a quarter is no initial"),
    ("Thiếu vitamin C. ¦ Bệnh nhân yếu.", "nor is a vitamin"),
    ("Đội ở bảng B. ¦ Việt Nam thắng.", "nor is a group"),
    ("Ông đến Washington, D.C. ¦ Trước đó, ông ở Mỹ.", "an abbreviation that closes a sentence"),
    ("Roe v. Wade là án lệ. ¦ Piquet Jr. bị sa thải. ¦ Ở Inc. Times.", "foreign abbreviations"),
    ("Rau, quả, v.v. ¦ Ngoài ra có thịt.", "and so on, at the end"),
    ("Rau, quả, v.v... ¦ Giá tăng.", "and so on, with an ellipsis"),
    ("Gà, vịt, v.v. đều rẻ. ¦ Hết.", "and so on, inside"),
    ("Dịch vụ Yahoo! Nhật Bản đóng cửa. ¦ Hết.", "a name that ends in a mark"),
    ("Trang vnexpress.net. ¦ Trang LiverpoolFC.com đưa tin. ¦ Hết.", "domain names"),
    ("Thư gửi a.b@cand.com.vn. ¦ Hết.", "a mail address"),
    ("Xem https://bocongan.gov.vn/tin?id=1.2#a. ¦ Hết.", "an address of the web"),
    ("Dùng Node.JS và ASP.NET. ¦ Hết.", "capitals behind an inner point"),
    ("1. Đẩy mạnh sản xuất. ¦ 2. Tăng cường an ninh.", "the number stays with its item"),
    ("Gồm: 1. Đẩy mạnh sản xuất. ¦ 2. Tăng cường an ninh.", "also inside a sentence"),
    ("2.1. Tình hình chung. ¦ IV. Kết quả. ¦ A. Kinh tế. ¦ Hết.", "numbers of every form"),
    ("Điều 353. Tội tham ô tài sản. ¦ Chương II. Tội phạm. ¦ Hết.", "articles and chapters of laws"),
    ('Ông nói: "Tôi không biết". ¦ Bà đi.', "a quote before the point"),
    ('Ông nói: "Tôi không biết." ¦ Bà đi.', "the closing quote belongs to the left"),
    ("“Tôi không biết.” ¦ Rồi ông đi. ¦ «Được!» ¦ Bà gật.", "curly and pointed quotes"),
    ('"Tôi không biết", ông nói. ¦ Bà đi.', "a quote with its speaker"),
    ('Ông nói: "Vâng. Tôi biết". ¦ Bà đi.', "a short quote stays whole"),
    ('Ông nói: "Xã tốt thì huyện sẽ tốt. Tỉnh tốt thì nước sẽ tốt". ¦ Bà đi.', "also one of whole sentences"),
    ('"Thật không?" bà hỏi. ¦ "Đi đâu đấy?" Lan hỏi. ¦ Hết.', "a question stays with its speaker"),
    ("“Chúng tôi nỗ lực.” Sturridge phát biểu trên trang LiverpoolFC.com. ¦ Hết.", "so does a statement"),
    ('Xem "Ai là triệu phú?" Đài VTV3 chiếu. ¦ Hết.', "a quoted name that ends in a mark"),
    ('Họ hô "Tháng 11 đang đến!" khi đi qua. ¦ Hết.', "a call inside a sentence"),
    ('Mong các bạn ở lại. ¦ "Chào" là câu đầu tiên. ¦ Hết.', "an opening quote opens a sentence"),
    ('Ông bảo: "Hãy ở lại. " ¦ Bà đi.', "a space before the closing quote"),
    ("Ông đến (lúc 7h. Sáng sớm). ¦ Bà đi.", "nothing is cut inside a bracket"),
    ("Bà đến (ông A. nói vậy.) ¦ Rồi đi. ¦ [Hết.]", "the closing bracket belongs to the left"),
    ("Ông đến. ¦ (Ảnh: TTXVN)", "an opening bracket opens a sentence"),
    ("Họ họp (từ 7h [giờ Hà Nội. Sáng] đến trưa. Xong). ¦ Hết.", "brackets inside brackets"),
    ("Năm 2024.[1] ¦ Sau đó, ông đi.[2][3] ¦ Hết.", "note numbers belong to the left"),
    ("**Ông nói.** ¦ Bà nghe. ¦ _Hết._", "so do the marks of emphasis"),
    ('Cao 5" và (rộng. ¦ Bà đi.', "stray marks enclose nothing"),
    ("(Dân trí) - Sáng 22/2, ông đến. ¦ - Bà đi.", "dashes"),
]


@pytest.mark.parametrize(("marked", "reason"), GOLDEN, ids=[reason for _, reason in GOLDEN])
def test_sentence_ends(marked: str, reason: str) -> None:
    assert sentences(marked.replace(" ¦ ", " ")) == marked.split(" ¦ "), reason


LONG_QUOTE = (
    'Bộ trưởng Tô Lâm nói: "Chúng ta phải đảm bảo xây dựng được nền tảng bằng những khu phố, thôn xóm, bản làng, xã '
    "không có tội phạm, không có vi phạm pháp luật, không có tệ nạn, không có ma túy. ¦ Các xã cũng tốt thì huyện tốt; "
    'huyện nào cũng tốt thì tỉnh phải tốt; từng xã, từng địa bàn phải thi đua nhau". ¦ Hết.'
)


@pytest.mark.parametrize(
    "changes",
    [
        {},  # cut between whole sentences
        {"ma túy. ¦ Các xã cũng tốt thì": "ma túy. Đúng thế. ¦ Các xã"},  # not before a call
        {'nói: "': "nói (", 'nhau".': "nhau).", "túy. ¦ Các": "túy. Các"},  # not inside a bracket
        {LONG_QUOTE[LONG_QUOTE.index(" ¦ Các") : LONG_QUOTE.index('". ¦')]: " Xin cảm ơn"},  # not before so few words
        {"không có tội phạm, không có vi phạm": "“không có tội. Các xã không có” vi phạm"},  # not in a quote in a quote
    ],
    ids=["sentences", "call", "bracket", "short", "nested"],
)
def test_long_quotes(changes: dict[str, str]) -> None:
    marked = LONG_QUOTE
    for old, new in changes.items():
        assert old in marked
        marked = marked.replace(old, new)
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
