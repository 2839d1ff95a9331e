"""More documents made by hand: an official letter, a decision with what it issues, minutes, an appendix in its own file."""
import page_model as pm
from hand_made import (FONT, INDENT, ISSUER_AXIS, LEFT, MIDDLE, NATION_AXIS, PARAGRAPH, RIGHT, level, new_page, put,
                       put_paragraph, put_table, with_source)
from page_model import Document, Font, Picture, Rule

SIGN_AXIS = 440.0
BLUE, RED = (20, 40, 160), (200, 20, 30)


def as_document(pages):
    return with_source(Document(pages, [Font(name, True, True) for name in FONT.values()], 1.7, False, "Văn bản"))


def head(page, issuer, number=None, date=None):
    for at, (words, style) in enumerate(issuer):
        put(page, 69.3 + 15 * at, words, size=13, style=style, centre=ISSUER_AXIS, width=120)
    level(page, ISSUER_AXIS, 74 + 15 * (len(issuer) - 1), 50)
    put(page, 69.3, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=13, style="b", centre=NATION_AXIS, width=260)
    put(page, 85.4, "Độc lập - Tự do - Hạnh phúc", style="b", centre=NATION_AXIS, width=171)
    level(page, NATION_AXIS, 90, 171)
    if number:
        put(page, 118, number, size=13, centre=ISSUER_AXIS)
    if date:
        put(page, 118, date, style="i", centre=NATION_AXIS)


def title(page, y, words, *subject):
    """Title, subject, the short line; returns the height below it."""
    put(page, y, words, style="b", centre=MIDDLE)
    for at, line in enumerate(subject, 1):
        put(page, y + 16.1 * at, line, style="b", centre=MIDDLE, width=300)
    last = 300 if subject else 0.45 * 14 * len(words)
    level(page, MIDDLE, y + 16.1 * len(subject) + 6, 0.4 * last)
    return y + 16.1 * len(subject) + 30


def frame(page, x, y, width, height):
    """A box of millimetres about the point x, y."""
    w, h = pm.to_pt(width) / 2, pm.to_pt(height) / 2
    page.h_rules += [Rule(x - w, y - h, x + w, y - h, 0.5), Rule(x - w, y + h, x + w, y + h, 0.5)]
    page.v_rules += [Rule(x - w, y - h, x - w, y + h, 0.5), Rule(x + w, y - h, x + w, y + h, 0.5)]


def stamp(page, words, x, y, width, color=0):
    frame(page, x, y, width, 8)
    put(page, y + 0.33 * 13, words, size=13, style="b", centre=x, width=pm.to_pt(width) - 12).spans[0].color = color


def end(page, y, recipients, *titles, name="Vũ Mạnh Hùng"):
    put(page, y, "Nơi nhận:", size=12, style="bi")
    for at, line in enumerate(recipients, 1):
        put(page, y + 13 * at, line, size=11)
    for at, line in enumerate(titles):
        put(page, y + 16.1 * at, line, style="b", centre=SIGN_AXIS)
    put(page, y + 16.1 * (len(titles) - 1) + 100, name, style="b", centre=SIGN_AXIS)


def letter():
    page = new_page(1)
    head(page, [("UBND TỈNH SÔNG LAM", ""), ("SỞ TƯ PHÁP", "b")], "Số: 417/STP-HTQT", "Sông Lam, ngày 07 tháng 8 năm 2025")
    put(page, 118 + 1.15 * 12 + 6, "V/v cử công chức dự tập huấn", size=12, centre=ISSUER_AXIS)
    stamp(page, "HỎA TỐC", ISSUER_AXIS, 170, 30, 0xff0000)
    stamp(page, "LƯU HÀNH NỘI BỘ", 480, 40, 45)
    put(page, 200, "Kính gửi:", 180.0)
    put(page, 216, "- Ủy ban nhân dân các xã, phường;", 220.0)
    put(page, 232, "- Văn phòng Ủy ban nhân dân tỉnh.", 220.0)
    y = put_paragraph(page, 260, "Thực hiện mô hình chính quyền hai cấp", 4)
    y = put_paragraph(page, y, "1. Thành phần: mỗi xã 02 người", 3, "do xã cử.")
    y = put_paragraph(page, y, "Tổng kinh phí 1.250 triệu đồng", 3, "mong các cơ quan phối hợp./.")
    end(page, y + 10, ["- Như trên;", "- Lưu: VT, HTQT. QG.(70)"], "TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG", name="Quách Thị Giấy")
    top = y + 40
    page.pictures += [Picture(SIGN_AXIS - 60, top, SIGN_AXIS + 60, top + 50, True, BLUE),
                      Picture(SIGN_AXIS - 120, top - 10, SIGN_AXIS - 20, top + 70, True, RED)]
    page.h_rules.append(Rule(LEFT, 750, RIGHT, 750, 0.5))
    put(page, 764, "Số 12 phố Thử Nghiệm, tỉnh Sông Lam", size=11)
    put(page, 777, "ĐT: 0200.000.0000; E-Mail: vidu@vidu.gov.vn", size=11)
    return as_document([page])


def put_article(page, y, words, has_title=True):
    """A title in bold on a line of its own; without one the label alone is bold. Returns the next height."""
    if has_title:
        put(page, y, words, LEFT + INDENT, style="b")
        return y + PARAGRAPH
    label, rest = words[:7], words[7:]
    line = put(page, y, label, LEFT + INDENT, style="b", width=45)
    line.spans.append(pm.Span(rest, FONT[""], 14.0, line.x1 + 3, RIGHT - 60, y))
    return y + PARAGRAPH


def put_decision(page):
    head(page, [("ỦY BAN NHÂN DÂN", "b"), ("TỈNH SÔNG LAM", "b")], "Số: 05/QĐ-UBND", "Sông Lam, ngày 08 tháng 9 năm 2025")
    y = title(page, 150, "QUYẾT ĐỊNH", "Ban hành Quy chế quản lý nhà văn hóa")
    put(page, y, "ỦY BAN NHÂN DÂN TỈNH SÔNG LAM", style="b", centre=MIDDLE)
    y = put_paragraph(page, y + PARAGRAPH, "Căn cứ Luật Tổ chức chính quyền địa phương", 2, "ngày 16 tháng 6 năm 2025;")
    y = put_paragraph(page, y, "Theo đề nghị của Giám đốc Sở Văn hóa", 2, "tại Tờ trình số 212/TTr-SVH.")
    for line in page.lines[-4:]:
        line.spans[0].font = FONT["i"]
    put(page, y, "QUYẾT ĐỊNH:", style="b", centre=MIDDLE)
    y = put_article(page, y + PARAGRAPH, "Điều 1. Ban hành kèm theo Quyết định này Quy chế.", False)
    y = put_article(page, y, "Điều 2. Chánh Văn phòng chịu trách nhiệm thi hành./.", False)
    end(page, y + 10, ["- Như Điều 2;", "- Lưu: VT, KGVX."], "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


def put_regulation(page):
    head(page, [("ỦY BAN NHÂN DÂN", "b"), ("TỈNH SÔNG LAM", "b")])
    put(page, 130, "QUY CHẾ", style="b", centre=MIDDLE)
    put(page, 146.1, "Quản lý nhà văn hóa thôn", style="b", centre=MIDDLE, width=300)
    put(page, 162.2, "(Kèm theo Quyết định số    /QĐ-UBND ngày    tháng    năm    của UBND)", style="i", centre=MIDDLE)
    level(page, MIDDLE, 168, 110)
    for y, words in ((200, "Chương I"), (216.1, "QUY ĐỊNH CHUNG"), (270, "Chương II"), (286.1, "QUẢN LÝ"), (310, "Mục 1"), (326.1, "TÀI SẢN")):
        put(page, y, words, style="b", centre=MIDDLE)
    y = put_article(page, 240, "Điều 1. Phạm vi điều chỉnh")
    y = put_article(page, 350, "Điều 2. Sổ theo dõi")
    y = put_paragraph(page, y, "1. Lập sổ theo mẫu tại Phụ lục", 3, "của từng nhà.")
    put_paragraph(page, y, "2. Bố trí kinh phí hằng năm", 3, "theo phân cấp ngân sách./.")


def decision():
    pages = [new_page(n) for n in (1, 2, 3)]
    put_decision(pages[0])
    put_regulation(pages[1])
    put(pages[2], 69.3, "Phụ lục", style="b", centre=MIDDLE)
    put(pages[2], 86, "SỔ THEO DÕI TÀI SẢN", style="b", centre=MIDDLE)
    put(pages[2], 103, "(Kèm theo Quyết định số    /QĐ-UBND ngày    tháng    năm    của UBND)", style="i", centre=MIDDLE)
    level(pages[2], MIDDLE, 108, 80)
    put_table(pages[2], 130, [["TT", "Tên tài sản", "Số lượng"], ["1", "Bàn", "12"]])
    return as_document(pages)


def minutes():
    page = new_page(1)
    head(page, [("UBND XÃ BẾN THỬ", ""), ("PHÒNG VĂN HÓA", "b")], "Số: 06/BB-VH")
    y = put_paragraph(page, title(page, 150, "BIÊN BẢN", "Họp bàn Ngày hội đọc sách"), "Thành phần tham dự: lãnh đạo Phòng", 3)
    y = put_paragraph(page, y, "Cuộc họp kết thúc vào 10 giờ 30", 2, "ngày 02 tháng 4 năm 2026./.") + 10
    for x, office, name in ((190.0, "THƯ KÝ", "Lý Văn Bút"), (SIGN_AXIS, "CHỦ TỌA", "Nguyễn Thị Sách")):
        put(page, y, office, style="b", centre=x)
        put(page, y + 100, name, style="b", centre=x)
    put(page, y + 130, "Nơi nhận:", size=12, style="bi")
    put(page, y + 143, "- Lưu: VT, Hồ sơ.", size=11)
    return as_document([page])


def leave():
    """No subject: the short line stands below the title."""
    page = new_page(1)
    head(page, [("SỞ NỘI VỤ", ""), ("TRUNG TÂM LƯU TRỮ", "b")], "Số: 08/GNP-TTLT", "Sông Lam, ngày 06 tháng 7 năm 2026")
    put(page, 150, "GIẤY NGHỈ PHÉP", style="b", centre=MIDDLE, width=120)
    level(page, MIDDLE, 156, 48)
    y = put_paragraph(page, 190, "Xét Đơn đề nghị nghỉ phép của bà", 3)
    y = put_paragraph(page, y, "Số ngày nghỉ được tính vào năm 2026", 2, "theo quy định./.")
    end(page, y + 10, ["- Bà Bạch Thị Sử;", "- Lưu: VT, HS."], "GIÁM ĐỐC")
    return as_document([page])


def copied():
    """A leave permit of which a copy was made, on paper and electronic at once."""
    document = leave()
    page = document.pages[0]
    put(page, 40, "Sao y; Sở Nội vụ; 05/01/2026; 14:30:25 +07:00", RIGHT - 200, 10.0, width=200)
    y = max(x.baseline for x in page.lines) + 20
    page.h_rules.append(Rule(LEFT, y, RIGHT, y, 0.75))
    put(page, y + 20, "SỞ NỘI VỤ", size=13, style="b", centre=ISSUER_AXIS, width=80)
    level(page, ISSUER_AXIS, y + 25, 32)
    put(page, y + 20, "SAO Y", style="b", centre=SIGN_AXIS)
    put(page, y + 45, "Số: 07/SY-SNV", size=13, centre=ISSUER_AXIS)
    put(page, y + 45, "Sông Lam, ngày 08 tháng 7 năm 2026", style="i", centre=SIGN_AXIS)
    end(page, y + 70, ["- Các phòng;", "- Lưu: VT."], "TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", name="Đặng Thị Thu")
    return with_source(document)


def submission():
    page = new_page(1)
    head(page, [("UBND TỈNH SÔNG LAM", ""), ("SỞ TÀI CHÍNH", "b")], "Số: 77/TTr-STC", "Sông Lam, ngày 06 tháng 7 năm 2026")
    y = title(page, 150, "TỜ TRÌNH", "Về việc phân bổ kinh phí")
    put(page, y, "Kính gửi: Ủy ban nhân dân tỉnh", centre=MIDDLE)
    y = put_paragraph(page, y + PARAGRAPH, "Sở Tài chính trình như sau", 3)
    y = put_paragraph(page, y, "Kính đề nghị xem xét, phê duyệt", 2, "trong tháng 7 năm 2026./.")
    end(page, y + 10, ["- Như trên;", "- Lưu: VT, QLNS."], "GIÁM ĐỐC")
    return as_document([page])


def annex_file():
    page = new_page(1)
    put(page, 50, "Số: 15/QĐ-BNV; 05/01/2026; 14:30:25 +07:00", RIGHT - 190, 10.0, width=190)
    put(page, 75, "Phụ lục", style="b", centre=MIDDLE)
    put(page, 92, "DANH MỤC TÀI SẢN", style="b", centre=MIDDLE)
    put(page, 109, "(Kèm theo Quyết định số    /QĐ-BNV ngày    tháng    năm    của Bộ)", style="i", centre=MIDDLE)
    level(page, MIDDLE, 114, 80)
    put_table(page, 130, [["TT", "Tên", "Số"], ["1", "Bàn", "12"]])
    return as_document([page])
