"""Names for made-up headers: agencies, places and notations as real offices have them, of all lengths; equal seeds
give equal headers. No office is meant by any of them."""
import random
import re
import unicodedata
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

PROVINCES = ["Bắc Ninh", "Cao Bằng", "Điện Biên", "Gia Lai", "Hà Tĩnh", "Hưng Yên", "Khánh Hòa", "Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng",
             "Nghệ An", "Ninh Bình", "Phú Thọ", "Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sơn La", "Tây Ninh", "Thái Nguyên",
             "Thanh Hóa", "Tuyên Quang", "An Giang", "Cà Mau", "Đắk Lắk", "Đồng Nai", "Đồng Tháp", "Vĩnh Long"]
CITIES = ["Hà Nội", "Huế", "Đà Nẵng", "Cần Thơ", "Hải Phòng", "Hồ Chí Minh"]
COMMUNES = ["xã Y Tý", "xã Đồng Văn", "xã Nguyễn Văn Linh", "xã Mường Khương", "xã Thạnh Hóa Đông", "phường Bến Thành", "phường Thủ Dầu Một",
            "phường Buôn Ma Thuột", "phường Phan Rang - Tháp Chàm", "phường Phong Dinh", "đặc khu Phú Quốc", "đặc khu Bạch Long Vĩ", "đặc khu Lý Sơn"]
MINISTRIES = ["Bộ Nội vụ", "Bộ Tài chính", "Bộ Y tế", "Bộ Công an", "Bộ Quốc phòng", "Bộ Tư pháp", "Bộ Khoa học và Công nghệ",
              "Bộ Giáo dục và Đào tạo", "Bộ Nông nghiệp và Môi trường", "Bộ Văn hóa, Thể thao và Du lịch", "Bộ Dân tộc và Tôn giáo",
              "Tòa án nhân dân tối cao", "Viện kiểm sát nhân dân tối cao", "Thanh tra Chính phủ", "Văn phòng Chính phủ",
              "Ngân hàng Nhà nước Việt Nam", "Bảo hiểm xã hội Việt Nam", "Đài Tiếng nói Việt Nam",
              "Viện Hàn lâm Khoa học và Công nghệ Việt Nam", "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh"]
OFFICES = ["Sở Nội vụ", "Sở Y tế", "Sở Tài chính", "Sở Xây dựng", "Sở Công Thương", "Sở Tư pháp", "Thanh tra tỉnh", "Sở Giáo dục và Đào tạo",
           "Sở Khoa học và Công nghệ", "Sở Nông nghiệp và Môi trường", "Sở Văn hóa, Thể thao và Du lịch", "Sở Dân tộc và Tôn giáo",
           "Văn phòng Ủy ban nhân dân tỉnh", "Ban Quản lý các khu công nghiệp", "Ban Quản lý Khu kinh tế và các khu công nghiệp",
           "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông và nông nghiệp", "Trường Cao đẳng Y tế",
           "Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh", "Ban Chỉ huy Phòng thủ dân sự và Tìm kiếm cứu nạn tỉnh"]
BESIDE = ["Công an tỉnh", "Bộ Chỉ huy quân sự tỉnh", "Bảo hiểm xã hội tỉnh", "Hội Liên hiệp Phụ nữ tỉnh", "Tỉnh đoàn", "Liên đoàn Lao động tỉnh",
          "Viện kiểm sát nhân dân tỉnh", "Tòa án nhân dân tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Hội Nông dân tỉnh",
          "Hội Cựu chiến binh tỉnh", "Thuế tỉnh", "Kho bạc Nhà nước khu vực XII", "Ngân hàng Nhà nước chi nhánh Khu vực 7"]
UNDER = {"Sở Y tế": ["Bệnh viện Đa khoa tỉnh", "Trung tâm Kiểm soát bệnh tật", "Bệnh viện Y học cổ truyền và Phục hồi chức năng",
                     "Trung tâm Y tế khu vực Hiệp Hòa", "Chi cục Dân số, Trẻ em và Phòng, chống tệ nạn xã hội"],
         "Sở Nông nghiệp và Môi trường": ["Chi cục Kiểm lâm", "Chi cục Chăn nuôi và Thú y", "Trung tâm Khuyến nông",
                                          "Chi cục Quản lý chất lượng nông, lâm sản và thủy sản", "Văn phòng Đăng ký đất đai",
                                          "Trung tâm Quan trắc và Kỹ thuật tài nguyên và môi trường"],
         "Sở Giáo dục và Đào tạo": ["Trường Trung học phổ thông Chuyên", "Trường Phổ thông dân tộc nội trú Trung học phổ thông miền núi",
                                    "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên số 2"],
         "Sở Khoa học và Công nghệ": ["Trung tâm Ứng dụng tiến bộ khoa học và công nghệ", "Trung tâm Chuyển đổi số",
                                      "Chi cục Tiêu chuẩn Đo lường Chất lượng"]}
SCHOOLS = ["Trường Đại học Kinh tế và Quản trị kinh doanh", "Trường Đại học Công nghệ thông tin và Truyền thông", "Trường Đại học Y - Dược"]


@dataclass
class Header:
    issuers: list                # of names
    superiors: list
    type: str
    number: str
    notation: str
    place: str
    date: str
    extreme: bool = False        # longer than any office has: may be refused
    kind: str = ""

    def xml(self):
        issuers = "".join("<issuer>%s<name>%s</name></issuer>" % (
            "".join(f"<superior>{escape(s)}</superior>" for s in self.superiors if i == 0), escape(name)) for i, name in enumerate(self.issuers))
        return (f'<document type="{self.type}">{issuers}<code number="{self.number}" notation={quoteattr(self.notation)}/>'
                f'<promulgation place={quoteattr(self.place)} date="{self.date}"/><subject>Kiểm tra phần đầu văn bản</subject>'
                "<body><p>Nội dung thứ nhất của văn bản này.</p><p>Nội dung thứ hai</p></body>"
                "<signatures><signature><position>Thủ trưởng</position><name>Nguyễn Văn An</name></signature></signatures>"
                "<recipients><place>Như trên</place><archive>VT, TH</archive></recipients></document>")


SHORT = {"Ủy ban nhân dân": "UBND", "Hội đồng nhân dân": "HĐND", "Tòa án nhân dân tối cao": "TANDTC", "Viện kiểm sát nhân dân tối cao": "VKSNDTC",
         "Sở Giáo dục và Đào tạo": "SGDĐT", "Bộ Giáo dục và Đào tạo": "BGDĐT", "Công an tỉnh": "CAT", "Tỉnh đoàn": "TĐTN"}


def short(name):
    """The letters a name has in a notation: those of its words, without `và` and without its place."""
    for words, letters in SHORT.items():
        if name.startswith(words):
            return letters
    words = [w for w in re.findall(r"\w+", name) if w not in ("và", "các", "tỉnh", "số") and not w.isdigit()]
    return "".join("Đ" if w[0] in "đĐ" else unicodedata.normalize("NFD", w)[0].upper() for w in words)[:9]


def place_of(rng, province):
    if province in CITIES:
        return rng.choice([province, "Thành phố " + province]) if province != "Hồ Chí Minh" else "Thành phố Hồ Chí Minh"
    return province


def area_of(province):
    return ("thành phố " if province in CITIES else "tỉnh ") + province


def central(rng):
    return [rng.choice(MINISTRIES)], [], "Hà Nội"


def council(rng):
    province = rng.choice(PROVINCES + CITIES)
    return [rng.choice(["Ủy ban nhân dân ", "Hội đồng nhân dân "]) + area_of(province)], [], place_of(rng, province)


def place_in(commune):
    return commune.removeprefix("xã ") if commune.startswith("xã ") else commune[0].upper() + commune[1:]


def commune(rng):
    name = rng.choice(COMMUNES)
    if rng.random() < 0.4:  # its own offices
        office = rng.choice(["Phòng Văn hóa - Xã hội", "Phòng Kinh tế, Hạ tầng và Đô thị", "Trung tâm Phục vụ hành chính công", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"])
        return [office], [rng.choice(["Ủy ban nhân dân ", "UBND "]) + name], place_in(name)
    return [rng.choice(["Ủy ban nhân dân ", "Hội đồng nhân dân "]) + name], [], place_in(name)


def office(rng):
    province = rng.choice(PROVINCES + CITIES)
    name = rng.choice(OFFICES)
    return [name], [rng.choice(["UBND ", "Ủy ban nhân dân "]) + area_of(province)], place_of(rng, province)


def below_office(rng):
    province, above = rng.choice(PROVINCES + CITIES), rng.choice(list(UNDER))
    name = rng.choice(UNDER[above]) + rng.choice(["", "", " " + area_of(province)])
    superiors = rng.choice([[f"{above} {area_of(province)}"], ["UBND " + area_of(province), above], ["Ủy ban nhân dân " + area_of(province), above]])
    return [name], superiors, place_of(rng, province)


def school(rng):
    return [rng.choice(SCHOOLS)], ["Bộ Giáo dục và Đào tạo", "Đại học Thái Nguyên"][rng.randrange(2):], "Thái Nguyên"


def joint(rng):
    n = rng.randint(2, 7)
    if rng.random() < 0.3:
        return rng.sample(MINISTRIES, n), [], "Hà Nội"
    province = rng.choice(PROVINCES + CITIES[-2:])
    names = rng.sample(OFFICES[:14] + BESIDE, n)
    if rng.random() < 0.3:
        names = [re.sub(" tỉnh$", "", x) + " " + area_of(province) for x in names]
    return names, [], place_of(rng, province)


def extreme(rng):
    """Longer than any office has, or words that cannot part."""
    names, superiors, place = rng.choice([office, below_office, joint])(rng)
    which = rng.randrange(3)
    if which == 0:
        place = "Thành phố " + " ".join(rng.sample(["Phan Rang", "Tháp Chàm", "Buôn Ma Thuột", "Thủ Dầu Một", "Bạch Long Vĩ"], rng.randint(2, 4)))
    elif which == 1:
        names[0] = " ".join(rng.sample(OFFICES[7:], rng.randint(3, 5)))
    else:
        names[0] = "Trung tâm " + "".join(rng.choice(["khoahọc", "côngnghệ", "đàotạo"]) for _ in range(rng.randint(2, 5)))
    return names, superiors, place


KINDS = [central] * 2 + [council] * 3 + [commune] * 4 + [office] * 6 + [below_office] * 7 + [school] + [joint] * 9
TYPES = {"ke-hoach": "KH", "bao-cao": "BC", "quyet-dinh": "QĐ", "thong-bao": "TB", "to-trinh": "TTr", "cong-van": None}


def date(rng, place):
    if rng.random() < 0.15:
        return rng.choice(["2025-09", "2026"])
    day = rng.choice([1, 5, 9, 10, 22, 29, 30])
    month = rng.choice([1, 2, 6, 7, 9, 10, 12])
    return f"{rng.choice([2025, 2026, 2019]) if month > 6 else 2026}-{month:02}-{min(day, 28) if month == 2 else day:02}"


def headers(n, seed, n_extreme):
    rng = random.Random(seed)
    for i in range(n):
        make = extreme if i >= n - n_extreme else rng.choice(KINDS)
        names, superiors, place = make(rng)
        kind = rng.choice(list(TYPES))
        first = [TYPES[kind]] if TYPES[kind] else []
        groups = first + [short(x) for x in names] + ([rng.choice(["VP", "TH", "KHTC", "QLĐĐ"])] if not first else [])
        yield Header(names, superiors, kind, rng.choice(["", "", "5", "24", "318", "2476", "10025"]), "-".join(groups), place, date(rng, place),
                     make is extreme, make.__name__)
