"""Right translations that take liberties raise no alarm; the wrong ones beside them do."""

from __future__ import annotations

import pytest

from summarizer.facts import compare

RIGHT = [
    # several days of one month
    ("Cuộc họp diễn ra vào ngày 4 và 5 tháng Mười.", "The meeting takes place on October 4 and 5."),
    ("Giải đấu diễn ra ngày 20, 21 tháng Tám.", "The tournament takes place on August 20 and 21."),
    ("Chợ mở cửa vào Chủ Nhật.", "The market is open on Sundays."),
    ("Họ xây dựng nền dân chủ Nhật Bản.", "They built Japan's democracy."),
    # codes are no billions, halves belong to the end of a range
    ("Họ vào Mỹ với visa H-2B.", "They entered the US on H-2B visas."),
    ("Cá dài từ một mét đến một mét rưỡi.", "The fish were one to one and a half meters long."),
    ("Xe chạy với tốc độ 90 dặm/h.", "The car was doing 90 mph."),
    # denials that go on, and those that a verb already holds
    ("Đến nay chưa có phản hồi từ bộ hay từ tỉnh.", "Neither the ministry nor the province has responded so far."),
    ("Cảnh sát ngăn họ không vào tòa nhà.", "Police kept them from entering the building."),
    ("Đây là lần đầu tiên tôi thấy tuyết ở đây.", "I have never seen snow here before."),
    ("Ông không có lựa chọn nào ngoài từ chức.", "He had no choice but to resign."),
    ("Quyết định vẫn chưa được đưa ra.", "The decision is still pending."),
    # ranks of the navy, names that read like Vietnamese words, places in Vietnamese spelling
    ("Thiếu tá Walley phát biểu tại cuộc họp báo.", "Lieutenant Commander Walley spoke at the news conference."),
    ("Cầu thủ Theo Walcott ký hợp đồng mới.", "Footballer Theo Walcott signed a new contract."),
    ("Đội tuyển Bắc Ai-len gặp Xcốt-len.", "Northern Ireland play Scotland."),
]
WRONG = [
    ("Cuộc họp diễn ra vào ngày 4 và 5 tháng Mười.", "The meeting takes place on October 4 and 6.", "date"),
    ("Cá dài từ một mét đến một mét rưỡi.", "The fish were one to two meters long.", "range"),
    ("Họ vào Mỹ với visa H-2B.", "They entered the US on H-3B visas.", "code"),
    ("Đến nay chưa có phản hồi từ bộ hay từ tỉnh.", "The ministry and the province have responded so far.", "negation"),
    ("Quyết định vẫn chưa được đưa ra.", "The decision has been made.", "negation"),
    ("Thiếu tá Walley phát biểu tại cuộc họp báo.", "General Walley spoke at the news conference.", "person"),
    ("Đội tuyển Bắc Ai-len gặp Xcốt-len.", "Northern Ireland play Iceland.", "place"),
]


@pytest.mark.parametrize(("source", "translation"), RIGHT)
def test_no_alarm(source: str, translation: str) -> None:
    assert [match.reason for match in compare(source, translation).problems] == []


@pytest.mark.parametrize(("source", "translation", "kind"), WRONG)
def test_alarm(source: str, translation: str, kind: str) -> None:
    assert kind in {match.kind for match in compare(source, translation).problems}
