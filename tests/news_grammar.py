"""Generated Vietnamese news sentences with their English: what the tiny model of the tests was trained on.

A sentence is held out by the hash of its Vietnamese text, so that training and held-out sentences never meet,
whatever the seeds.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

HELD_OUT = 20  # one sentence in so many is held out


def listed(text: str) -> list[str]:
    """The words between the bars."""
    return text.split("|")


FAMILY = listed("Nguyễn|Trần|Lê|Phạm|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương")
MIDDLE = listed("Văn|Thị|Đức|Minh|Hữu|Quang|Ngọc|Thanh|Xuân|Công|Đình|Bá|Khắc|Kim")
GIVEN = listed(
    "An|Bình|Chi|Cường|Dũng|Giang|Hạnh|Hiếu|Hòa|Hùng|Hương|Khánh|Lan|Lâm|Linh|Long|Mai|Nam|Nga|Nhung|Phong"
    "|Phúc|Phương|Quân|Quỳnh|Sơn|Tâm|Thảo|Thắng|Thu|Thủy|Tiến|Toàn|Trang|Trung|Tuấn|Tùng|Vân|Việt|Yến"
)
PROVINCES = listed(
    "Hà Nội|Lào Cai|Hà Giang|Sơn La|Nghệ An|Thanh Hóa|Quảng Ninh|Bắc Ninh|Nam Định|Quảng Nam|Gia Lai|Đắk Lắk"
    "|Lâm Đồng|Đồng Nai|Bình Dương|Tây Ninh|Long An|Tiền Giang|Bến Tre|Vĩnh Long|Cần Thơ|An Giang|Kiên Giang"
    "|Cà Mau|Sóc Trăng|Hải Phòng|Đà Nẵng|Quảng Trị|Phú Yên|Khánh Hòa|Ninh Bình|Thái Nguyên|Yên Bái|Lai Châu"
)
TITLES = {
    "Bộ trưởng": "Minister",
    "Thứ trưởng": "Deputy Minister",
    "Giám đốc": "Director",
    "Phó Giám đốc": "Deputy Director",
    "Giáo sư": "Professor",
}
SECTORS = {
    "Kim ngạch xuất khẩu": "Exports",
    "Sản lượng lúa": "Rice output",
    "Doanh thu du lịch": "Tourism revenue",
    "Thu ngân sách": "Budget revenue",
    "Giá điện": "The electricity price",
    "Số doanh nghiệp": "The number of businesses",
}
WORKS = {
    "cầu": "bridge",
    "bệnh viện": "hospital",
    "trường học": "school",
    "nhà máy": "factory",
    "tuyến đường": "road",
    "sân bay": "airport",
}
TOPICS = {
    "đất đai": "land",
    "giáo dục": "education",
    "giao thông": "traffic",
    "an toàn thực phẩm": "food safety",
    "chuyển đổi số": "digital transformation",
    "bảo hiểm y tế": "health insurance",
}
MONTHS = listed("January|February|March|April|May|June|July|August|September|October|November|December")
SCALES = {"": "", " nghìn tỷ": " trillion", " tỷ": " billion", " triệu": " million"}
HEDGES = {"Gần": "Nearly", "Hơn": "More than", "Khoảng": "About"}
MOVES = {"tăng": "rose", "giảm": "fell"}


class Pair(NamedTuple):
    """A sentence in both languages."""

    vietnamese: str
    english: str


class Maker:
    """Random parts of sentences, each in both languages."""

    def __init__(self, random_: random.Random) -> None:
        self._random = random_

    def person(self) -> Pair:
        """A full name, the same in both languages."""
        name = " ".join(map(self._random.choice, (FAMILY, MIDDLE, GIVEN)))
        return Pair(name, name)

    def official(self) -> Pair:
        """A name with its title."""
        title, name = self.of(TITLES), self.person().english
        return Pair(f"{title.vietnamese} {name}", f"{title.english} {name}")

    def province(self) -> str:
        """A place, the same in both languages."""
        return self._random.choice(PROVINCES)

    def of(self, table: dict[str, str]) -> Pair:
        """An entry of a table."""
        return Pair(*self._random.choice(list(table.items())))

    def year(self) -> int:
        """A year of this century."""
        return self._random.randint(2001, 2045)

    def count(self) -> Pair:
        """A whole number above two: "1.500" and "1,500"."""
        number = self._random.choice([self._random.randint(3, 99), self._random.randint(100, 9999)])
        number *= self._random.choice([1, 1, 1, 100])
        return Pair(f"{number:,}".replace(",", "."), f"{number:,}")

    def decimal(self) -> Pair:
        """A number with one or two places: "12,5" and "12.5"."""
        number = f"{self._random.randint(1, 99)}.{self._random.choice([str(self._random.randint(1, 9)), '25', '75'])}"
        return Pair(number.replace(".", ","), number)

    def money(self) -> Pair:
        """An amount: "1.500 tỷ đồng" and "1,500 billion dong"."""
        figure = self._random.choice([self.count, self.decimal])()
        scale = self.of({key: value for key, value in SCALES.items() if key})
        return Pair(f"{figure.vietnamese}{scale.vietnamese} đồng", f"{figure.english}{scale.english} dong")

    def day(self) -> Pair:
        """A day: "22/2" and "February 22"."""
        day, month = self._random.randint(1, 28), self._random.randint(1, 12)
        return Pair(f"{day}/{month}", f"{MONTHS[month - 1]} {day}")

    def share(self) -> tuple[int, int]:
        """Some of all: 7 of 63."""
        total = self._random.randint(12, 99)
        return self._random.randint(5, total - 1), total


def visit(make: Maker) -> Pair:
    """Who was where, and when."""
    day, who, place = make.day(), make.official(), make.province()
    return Pair(f"Ngày {day[0]}, {who[0]} thăm {place}.", f"On {day[1]}, {who[1]} visited {place}.")


def investment(make: Maker) -> Pair:
    """What something costs."""
    work, place, cost = make.of(WORKS), make.province(), make.money()
    return Pair(
        f"Tổng vốn đầu tư của {work[0]} tại {place} là {cost[0]}.",
        f"The total investment in the {work[1]} in {place} is {cost[1]}.",
    )


def movement(make: Maker) -> Pair:
    """A rise or a fall in percent."""
    sector, place, move, rate, year = make.of(SECTORS), make.province(), make.of(MOVES), make.decimal(), make.year()
    return Pair(
        f"{sector[0]} của {place} {move[0]} {rate[0]}% so với năm {year}.",
        f"{sector[1]} of {place} {move[1]} {rate[1]}% compared with {year}.",
    )


def accident(make: Maker) -> Pair:
    """The dead and the injured."""
    place, dead, hurt = make.province(), make.count(), make.count()
    return Pair(
        f"Vụ tai nạn tại {place} làm {dead[0]} người chết và {hurt[0]} người bị thương.",
        f"The accident in {place} killed {dead[1]} people and injured {hurt[1]} people.",
    )


def denial(make: Maker) -> Pair:
    """Somebody who did not come."""
    who, place, day = make.official(), make.province(), make.day()
    return Pair(
        f"{who[0]} không tham dự hội nghị tại {place} ngày {day[0]}.",
        f"{who[1]} did not attend the conference in {place} on {day[1]}.",
    )


def unfinished(make: Maker) -> Pair:
    """Something that has not been done yet."""
    work, place, year = make.of(WORKS), make.province(), make.year()
    return Pair(
        f"Đến năm {year}, {place} vẫn chưa khởi công {work[0]}.",
        f"By {year}, {place} had not yet started building the {work[1]}.",
    )


def decree(make: Maker) -> Pair:
    """A document of the Government."""
    number, year, topic = make.count()[1].replace(",", "")[:3], make.year(), make.of(TOPICS)
    return Pair(
        f"Chính phủ ban hành Nghị định {number}/{year}/NĐ-CP về {topic[0]}.",
        f"The Government issued Decree {number}/{year}/NĐ-CP on {topic[1]}.",
    )


def resolution(make: Maker) -> Pair:
    """What a document of the Party asks for."""
    number, place, work, year = make.share()[0], make.province(), make.of(WORKS), make.year()
    return Pair(
        f"Theo Nghị quyết {number}, {place} sẽ hoàn thành {work[0]} trước năm {year}.",
        f"Under Resolution {number}, {place} will complete the {work[1]} before {year}.",
    )


def temperature(make: Maker) -> Pair:
    """The weather."""
    place, day, degrees = make.province(), make.day(), make.decimal()
    return Pair(
        f"Nhiệt độ tại {place} ngày {day[0]} là {degrees[0]} độ C.",
        f"The temperature in {place} on {day[1]} was {degrees[1]} degrees Celsius.",
    )


def support(make: Maker) -> Pair:
    """About how many got how much."""
    hedge, people, place, cost = make.of(HEDGES), make.count(), make.province(), make.money()
    return Pair(
        f"{hedge[0]} {people[0]} người dân {place} đã nhận {cost[0]}.",
        f"{hedge[1]} {people[1]} people in {place} have received {cost[1]}.",
    )


def communes(make: Maker) -> Pair:
    """Some of all."""
    (some, every), place = make.share(), make.province()
    return Pair(
        f"Đến nay, {some}/{every} xã của {place} đạt chuẩn nông thôn mới.",
        f"So far, {some} of {every} communes of {place} have met the new rural standards.",
    )


def appointment(make: Maker) -> Pair:
    """Who becomes what."""
    who, age, place, title = make.person(), make.share()[1], make.province(), make.of(TITLES)
    return Pair(
        f"Ông {who[0]}, {age} tuổi, quê ở {place}, được bổ nhiệm làm {title[0]}.",
        f"Mr. {who[1]}, {age} years old, from {place}, was appointed {title[1]}.",
    )


def quote(make: Maker) -> Pair:
    """Somebody's own words."""
    who, place, work, year = make.official(), make.province(), make.of(WORKS), make.year()
    return Pair(
        f'"{place} cần một {work[0]} mới trước năm {year}", {who[0]} nói.',
        f'"{place} needs a new {work[1]} before {year}," {who[1]} said.',
    )


SENTENCES: tuple[Callable[[Maker], Pair], ...] = (
    visit,
    investment,
    movement,
    accident,
    denial,
    unfinished,
    decree,
    resolution,
    temperature,
    support,
    communes,
    appointment,
    quote,
)


def is_held_out(vietnamese: str) -> bool:
    """True for a sentence that no training may see."""
    return zlib.crc32(vietnamese.encode()) % HELD_OUT == 0


def pairs(seed: int, *, held_out: bool) -> Iterator[Pair]:
    """Sentences without end, all held out or none."""
    random_ = random.Random(seed)
    make = Maker(random_)
    while True:
        pair = random_.choice(SENTENCES)(make)
        if is_held_out(pair.vietnamese) is held_out:
            yield pair
