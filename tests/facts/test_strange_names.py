"""Names in the English that come from nowhere are told; what the source or English explains is not."""

import pytest

from summarizer.facts import compare


@pytest.mark.parametrize(
    ("source", "translation", "added"),
    [
        ("Anh ở trong khách sạn của đội", "Anhvi stayed in the team's hotel", "Anhvi"),
        ("ông Ma lịch lãm là kiểu người đó", "Mr. Hally was that type of person, Ma", "Hally"),
        ("Zayat không bị thương", "Zvi Zayat was not injured", "Zvi"),
        ("họ khuyến khích trẻ đọc", "the Steve program encourages children to read", "Steve"),
        ("một trận đấu ở đó", "a match at Sarasvivi Gunamo", "Sarasvivi Gunamo"),  # both at once
        ("Văn phòng Khí Tượng cho biết", "the Khí Tượngvi Office said", "Tượngvi"),
        ("đức vua và Bộ Nội vụ", "Vuavi and the Ministry", "Vuavi"),  # no name of the source becomes that
    ],
)
def test_names_from_nowhere(source: str, translation: str, added: str) -> None:
    problems = [match for match in compare(source, translation).problems if match.source is None]
    assert [problem.target and problem.target.text for problem in problems] == [added]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("tỉnh Lục Bàn Thủy", "the city of Liupanshui"),  # a name in Vietnamese, which English writes in its own way
        ("đặt tên là Huấn dân chính âm", "named it Hunmin Jeongeum"),
        ("Tổng thống Pu-tin phát biểu", "President Putin spoke"),
        ("ông nói hôm qua", "He said so yesterday. Interestingly, it rained"),
        ("các nghị sĩ xem truyền hình", "AMs and PhD's watch TVs"),  # abbreviations
        ("chiến dịch Sư tử biển", "Operation Sealion"),
        ("leo núi xuyên Nam Cực", "a Trans-Antarctic climb"),
        ("ban an toàn giao thông", "the Transportaion board"),  # a slip
        ("đảo Maldives", "the Maldivian island"),
        ("hãng O'Neill's", "O'Neill"),
        ("", ""),
    ],
)
def test_names_that_are_explained(source: str, translation: str) -> None:
    assert [match for match in compare(source, translation).problems if match.source is None] == []
