#!/usr/bin/python3
"""Self-test: on a good document made by hand no rule complains; spoiled in one place, its rule does.

No PDF and no fitz needed. Run: python3 test_rules.py
"""
import copy
import unittest
from types import SimpleNamespace

import page_model as pm
import rules
import text
from anatomy import Anatomy
from page_model import Document, Font, Line, Page, Rule, Span

FONT = {"": "TimesNewRomanPSMT", "b": "TimesNewRomanPS-BoldMT", "i": "TimesNewRomanPS-ItalicMT", "bi": "TimesNewRomanPS-BoldItalicMT"}
LEFT, RIGHT = pm.to_pt(30), 595.28 - pm.to_pt(15)
MIDDLE = (LEFT + RIGHT) / 2
ISSUER_AXIS, NATION_AXIS = 170.0, 410.0
INDENT = pm.to_pt(12.7)
PITCH, PARAGRAPH = 18.0, 24.0


# ---- a good document ----------------------------------------------------------------------------

def put(page, baseline, words, x=None, size=14.0, style="", centre=None, width=None):
    """Sets one line; without a width every character is 0.45 of the size wide."""
    width = width or 0.45 * size * len(words)
    x = centre - width / 2 if centre is not None else (LEFT if x is None else x)
    line = Line([Span(words, FONT[style], size, x, x + width, baseline)])
    page.lines.append(line)
    return line


def put_paragraph(page, baseline, first, lines, last_width=200.0):
    """A justified paragraph: its first line's words, then more lines; returns the next paragraph's baseline."""
    for at in range(lines):
        x = LEFT + (INDENT if at == 0 else 0)
        words = first if at == 0 else f"dòng thứ {at} của đoạn văn này"
        put(page, baseline + at * PITCH, words, x, width=last_width if at == lines - 1 else RIGHT - x)
    return baseline + (lines - 1) * PITCH + PARAGRAPH


def level(page, centre, y, length, thickness=0.75):
    page.h_rules.append(Rule(centre - length / 2, y, centre + length / 2, y, thickness))


def new_page(number):
    return Page(number, 595.28, 841.89)


def put_header(page):
    put(page, 69.3, "UBND TỈNH BẮC GIANG", size=13, centre=ISSUER_AXIS)
    put(page, 84.3, "SỞ NỘI VỤ", size=13, style="b", centre=ISSUER_AXIS, width=60)
    put(page, 69.3, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=13, style="b", centre=NATION_AXIS, width=260)
    put(page, 85.4, "Độc lập - Tự do - Hạnh phúc", style="b", centre=NATION_AXIS, width=171)
    level(page, ISSUER_AXIS, 89, 24)
    level(page, NATION_AXIS, 90, 171)
    put(page, 110, "Số:      /BC-SNV", size=13, centre=ISSUER_AXIS)
    put(page, 110, "Bắc Giang, ngày    tháng 02 năm 2020", style="i", centre=NATION_AXIS)
    put(page, 140, "BÁO CÁO", style="b", centre=MIDDLE)
    put(page, 156.1, "Kết quả công tác cải cách hành chính tháng 02", style="b", centre=MIDDLE, width=300)
    level(page, MIDDLE, 162, 120)


def put_first_page(page):
    put_header(page)
    put(page, 190, "I. CÔNG TÁC CHỈ ĐẠO", LEFT + INDENT, style="b")
    put(page, 214, "1. Cải cách thể chế", LEFT + INDENT, style="b")
    y = put_paragraph(page, 238, "Ngay từ đầu năm, công tác cải cách", 6)
    y = put_paragraph(page, y, "Chi tiết tại Phụ lục kèm theo", 6)
    mark = next(x for x in page.lines if x.text.startswith("Chi tiết"))
    mark.spans[0].x1 -= 6
    mark.spans.append(Span("1", FONT[""], 9.0, mark.spans[0].x1, RIGHT, mark.baseline - 5))
    while y < 700:
        y = put_paragraph(page, y, "Đoạn văn nữa", 3)
    page.h_rules.append(Rule(LEFT, 760, LEFT + 140, 760, 0.5))
    note = put(page, 775, "Kế hoạch số 11/KH-UBND", LEFT + 5, 10.0)
    note.spans.insert(0, Span("1", FONT[""], 6.5, LEFT, LEFT + 4, 771))


def put_last_page(page):
    put(page, 42, "2", centre=595.28 / 2)
    y = put_paragraph(page, 69.3, "a) Tiếp tục đẩy mạnh", 4)
    y = put_paragraph(page, y, "Trên đây là kết quả công tác", 2)
    page.lines[-1].spans[0].text = "của Sở Nội vụ trong tháng 02./."
    put(page, y + 10, "Nơi nhận:", size=12, style="bi")
    put(page, y + 23, "- Các sở, cơ quan;", size=11)
    put(page, y + 36, "- Lưu: VT, CCHC.", size=11)
    put(page, y + 10, "GIÁM ĐỐC", style="b", centre=440)
    put(page, y + 110, "Vũ Mạnh Hùng", style="b", centre=440)


COLUMNS = [LEFT, LEFT + 40, LEFT + 300, RIGHT]


def put_table(page, top, rows):
    """Rows of three cells, 20 pt high; the borders are drawn through."""
    bottom = top + 20 * len(rows)
    page.h_rules += [Rule(LEFT, top + 20 * i, RIGHT, top + 20 * i, 0.5) for i in range(len(rows) + 1)]
    page.v_rules += [Rule(x, top, x, bottom, 0.5) for x in COLUMNS]
    for at, row in enumerate(rows):
        for x, words in zip(COLUMNS, row):
            put(page, top + 20 * at + 14, words, x + 4, 12.0)


def put_annex(first, second):
    put(first, 69.3, "Phụ lục", style="b", centre=MIDDLE)
    put(first, 86, "CÁC SỞ THỰC HIỆN BÁO CÁO", style="b", centre=MIDDLE)
    put(first, 103, "(Kèm theo Báo cáo số      /BC-SNV của Sở Nội vụ)", style="i", centre=MIDDLE)
    level(first, MIDDLE, 108, 80)
    head = ["STT", "Tên cơ quan", "Ghi chú"]
    put_table(first, 130, [head] + [[str(n), f"Sở số {n}", "X"] for n in range(1, 32)])
    put(second, 42, "2", centre=595.28 / 2)
    put_table(second, 60, [head] + [[str(n), f"Sở số {n}", "X"] for n in range(32, 36)])


def good_document():
    pages = [new_page(n) for n in range(1, 5)]
    put_first_page(pages[0])
    put_last_page(pages[1])
    put_annex(pages[2], pages[3])
    fonts = [Font(name, True, True) for name in FONT.values()]
    return Document(pages, fonts, 1.7, False, "Báo cáo")


# ---- ways to spoil it ---------------------------------------------------------------------------

def find(d, words):
    return next(x for p in d.pages for x in p.lines if x.text.startswith(words))


def restyle(words, style=None, **more):
    """Sets fields of all spans of a line."""
    def spoil(d):
        for span in find(d, words).spans:
            if style is not None:
                span.font = FONT[style]
            for name, value in more.items():
                setattr(span, name, value)
    return spoil


def say(words, instead):
    return restyle(words, text=instead)


def move(words, dx=0.0, dy=0.0):
    def spoil(d):
        for span in find(d, words).spans:
            span.x0, span.x1, span.baseline = span.x0 + dx, span.x1 + dx, span.baseline + dy
    return spoil


def move_all(dx=0.0, dy=0.0, pages=(0, 1)):
    def spoil(d):
        for p in pages:
            for line in d.pages[p].lines:
                for span in line.spans:
                    span.x0, span.x1, span.baseline = span.x0 + dx, span.x1 + dx, span.baseline + dy
            for r in d.pages[p].h_rules:
                r.x0, r.x1, r.y0, r.y1 = r.x0 + dx, r.x1 + dx, r.y0 + dy, r.y1 + dy
    return spoil


def drop(words):
    def spoil(d):
        for page in d.pages:
            page.lines = [x for x in page.lines if not x.text.startswith(words)]
    return spoil


def both(*spoilers):
    def spoil(d):
        for one in spoilers:
            one(d)
    return spoil


def set_on(path, **values):
    """Sets fields of the object that path(document) gives."""
    def spoil(d):
        for name, value in values.items():
            setattr(path(d), name, value)
    return spoil


def h_rule(page, at):
    return lambda d: d.pages[page].h_rules[at]


def drop_h_rule(page, at):
    return lambda d: d.pages[page].h_rules.pop(at)


def add(page, *words, **style):
    return lambda d: put(d.pages[page], *words, **style)


def add_first(page, *words, **style):
    def spoil(d):
        put(d.pages[page], *words, **style)
        d.pages[page].lines.insert(0, d.pages[page].lines.pop())
    return spoil


def turn(page):
    def spoil(d):
        p = d.pages[page]
        p.width, p.height = p.height, p.width
    return spoil


def body_size(size):
    def spoil(d):
        for page in d.pages[:2]:
            for line in page.lines:
                for span in line.spans:
                    if span.size == 14 and "Đoạn văn" in line.text:
                        span.size = size
    return spoil


def end_late(d):
    """The last body line goes to the next page, the end block stands alone."""
    page = d.pages[1]
    page.lines = [x for x in page.lines if x.baseline > 160 or x.text == "2"]


def shorten_first_page(d):
    page = d.pages[0]
    page.lines = [x for x in page.lines if x.baseline < 500]
    page.h_rules = [r for r in page.h_rules if r.y < 500]


# Each rule: one or more documents that must break it.
WRONG = {
    "R1": [set_on(lambda d: d.pages[1], width=612.0), set_on(lambda d: d.pages[0], crop=(500.0, 800.0))],
    "R2": [turn(1)],
    "R3": [move_all(dy=-5), move("Phụ lục", dy=-4), move_all(dy=20, pages=(0, 1, 2, 3))],
    "R4": [move("1Kế hoạch", dy=12), shorten_first_page],
    "R5": [move_all(dx=-8), move("Đoạn văn nữa", dx=-60), move("1Kế hoạch", dx=-5)],
    "R6": [move_all(dx=8), restyle("Đoạn văn nữa", x1=RIGHT + 3)],
    "R8": [restyle("BÁO CÁO", font="Arial-BoldMT"), restyle("BÁO CÁO", font="LiberationSerif-Bold")],
    "R9": [set_on(lambda d: d.fonts[0], embedded=False), set_on(lambda d: d.fonts[1], to_unicode=False),
           set_on(lambda d: d, raw_text="Ba\u0301o")],
    "R10": [restyle("Đoạn văn nữa", color=0x0000ff)],
    "R11": [say("BÁO CÁO", "BÁO C\ufffdO"), say("Vũ Mạnh Hùng", "Vu Manh Hung")],
    "R12": [restyle("CỘNG", size=12.0)],
    "R13": [restyle("Đoạn văn nữa", size=13.0)],
    "R14": [add(0, 42, "1", centre=297.6)],
    "R15": [drop("2"), say("2", "3")],
    "R16": [restyle("2", size=12.0), restyle("2", "b")],
    "R17": [move("2", dx=30)],
    "R18": [move("2", dy=22)],
    "R19": [move("2", dy=8)],
    "R20": [add(2, 42, "3", centre=297.6), lambda d: setattr(d.pages[3].lines[0].spans[0], "text", "4")],
    "R21": [say("CỘNG", "CỘNG HÒA XÃ HỘI CHỦ NGHỈA VIỆT NAM"), drop("CỘNG")],
    "R22": [restyle("CỘNG", ""), restyle("CỘNG", size=14.0), say("CỘNG", "Cộng hòa xã hội chủ nghĩa Việt Nam")],
    "R23": [move("CỘNG", dy=3), say("CỘNG", "CỘNG HÒA XÃ HỘI")],
    "R24": [move("CỘNG", dx=-120)],
    "R25": [say("Độc lập", "Độc lập – Tự do – Hạnh phúc"), drop("Độc lập")],
    "R26": [restyle("Độc lập", ""), restyle("Độc lập", size=12.0)],
    "R27": [move("Độc lập", dx=4)],
    "R28": [move("Độc lập", dy=5)],
    "R29": [drop_h_rule(0, 1), set_on(h_rule(0, 1), x0=300.0), set_on(h_rule(0, 1), y0=86.0, y1=86.0)],
    "R30": [set_on(h_rule(0, 1), thickness=1.5), lambda d: level(d.pages[0], NATION_AXIS, 91.5, 171)],
    "R31": [restyle("SỞ NỘI VỤ", ""), restyle("SỞ NỘI VỤ", size=14.0)],
    "R32": [restyle("UBND", "b"), restyle("UBND", size=14.0)],
    "R33": [move("UBND", dx=5)],
    "R34": [move("UBND", dy=-5)],
    "R35": [set_on(h_rule(0, 0), x0=145.0, x1=195.0), drop_h_rule(0, 0), set_on(h_rule(0, 0), x0=162.0, x1=186.0)],
    "R39": [restyle("Số:", size=14.0), restyle("Số:", "i")],
    "R40": [say("Số:", "Số      /bc-SNV"), say("Số:", "Số: 5/BC-SNV")],
    "R41": [say("Số:", "Số: 5/BC-SNV")],
    "R42": [say("Số:", "Số: 15/BC - SNV")],
    "R43": [move("Số:", dx=10)],
    "R46": [move("Số:", dy=3)],
    "R47": [restyle("Bắc Giang,", ""), restyle("Bắc Giang,", size=12.0)],
    "R48": [say("Bắc Giang,", "Bắc Giang, ngày 05, tháng 02 năm 2020")],
    "R49": [say("Bắc Giang,", "Bắc Giang, ngày 5 tháng 02 năm 2020"), say("Bắc Giang,", "Bắc Giang, ngày 05 tháng 2 năm 2020"),
            say("Bắc Giang,", "Bắc Giang, ngày 05 tháng 03 năm 2020")],
    "R50": [move("Bắc Giang,", dx=10)],
    "R51": [say("Bắc Giang,", "Bắc Giang, ngày 05")],
    "R52": [both(move("Số:", dy=-15), move("Bắc Giang,", dy=-15))],
    "R53": [restyle("BÁO CÁO", ""), move("BÁO CÁO", dx=10), say("BÁO CÁO", "Báo cáo")],
    "R55": [restyle("Kết quả", ""), move("Kết quả", dy=5), say("Kết quả", "KẾT QUẢ"), move("Kết quả", dx=8)],
    "R56": [drop_h_rule(0, 2), set_on(h_rule(0, 2), x0=MIDDLE - 30, x1=MIDDLE + 30), set_on(h_rule(0, 2), x0=MIDDLE - 52)],
    "R66": [restyle("Đoạn văn nữa", size=12.0), restyle("Trên đây", "i", text="Trên đây là kết quả công tác và nhiệm vụ của tháng sau")],
    "R67": [restyle("Đoạn văn nữa", x1=RIGHT - 20)],
    "R68": [move("Đoạn văn nữa", dx=5)],
    "R69": [move("Đoạn văn nữa", dy=-3)],
    "R70": [move("Đoạn văn nữa", dy=4)],
    "R77": [say("a) Tiếp", "b) Tiếp tục"), both(say("Đoạn văn nữa", "a) Đoạn"), say("a) Tiếp", "c) Tiếp tục"))],
    "R78": [say("1. Cải", "1. KẾT QUẢ ĐẠT ĐƯỢC"), restyle("1. Cải", ""), say("I. CÔNG", "I. Công tác chỉ đạo"), restyle("I. CÔNG", "")],
    "R79": [say("của Sở Nội vụ", "của Sở Nội vụ."), say("của Sở Nội vụ", "của Sở Nội vụ ./.")],
    "R81": [say("của Sở Nội vụ", "Sở Nội vụ báo cáo Chủ tịch UBND tỉnh./."), say("BÁO CÁO", "TỜ TRÌNH")],
    "R87": [restyle("Nơi nhận", "b"), restyle("Nơi nhận", size=11.0), move("Nơi nhận", dx=5), drop("Nơi nhận")],
    "R88": [move("Nơi nhận", dy=3)],
    "R89": [restyle("- Các sở", size=12.0), restyle("- Các sở", "i")],
    "R90": [say("- Các sở", "- Các sở."), say("- Các sở", "Các sở;"), move("- Các sở", dx=5)],
    "R91": [say("- Lưu", "- Lưu: VT."), say("- Lưu", "- Phòng CCHC.")],
    "R92": [say("BÁO CÁO", "QUYẾT ĐỊNH"), add(0, 180, "Kính gửi: Bộ Nội vụ", centre=MIDDLE)],
    "R93": [restyle("GIÁM ĐỐC", ""), both(say("GIÁM ĐỐC", "KT. GIÁM ĐỐC"), add(1, 265, "PHÓ GIÁM ĐỐC", style="b", centre=446))],
    "R94": [say("GIÁM ĐỐC", "KT.GIÁM ĐỐC"), say("GIÁM ĐỐC", "T/M GIÁM ĐỐC")],
    "R95": [say("GIÁM ĐỐC", "KT. GIÁM ĐỐC")],
    "R96": [restyle("Vũ", ""), say("Vũ", "TS. Vũ Mạnh Hùng"), say("Vũ", "VŨ MẠNH HÙNG")],
    "R97": [move("Vũ", dx=4)],
    "R98": [move("Vũ", dy=-60), move("Vũ", dy=60)],
    "R101": [end_late],
    "R102": [say("Phụ lục", "PHỤ LỤC"), say("Phụ lục", "Phụ lục 1"), restyle("Phụ lục", size=13.0), move("Phụ lục", dx=10)],
    "R103": [say("CÁC SỞ", "Các sở thực hiện báo cáo"), restyle("CÁC SỞ", size=12.0), drop("CÁC SỞ")],
    "R104": [drop("(Kèm theo"), restyle("(Kèm theo", ""), say("(Kèm theo", "(kèm theo báo cáo)")],
    "R106": [drop_h_rule(2, 0), set_on(h_rule(2, 0), x0=MIDDLE - 80)],
    "R107": [say("Chi tiết", "Chi tiết ở đây"), both(say("Phụ lục", "Phụ lục 4"), say("Chi tiết", "Chi tiết tại Phụ lục 1,2,3 và 14"))],
    "R116": [lambda d: setattr(d.pages[3].lines[1].spans[0], "text", "Số")],
    "R117": [restyle("Sở số 3", x1=COLUMNS[2] + 20), move("Sở số 3", dy=-10), drop_h_rule(2, -1),
             lambda d: setattr(d.pages[3].lines[4].spans[0], "text", "và các sở")],
    "R118": [restyle("Sở số 3", size=14.0), set_on(lambda d: d.pages[2].v_rules[1], thickness=1.0),
             lambda d: d.pages[3].h_rules.pop(), restyle("Sở số 3", font="Arial")],
    "R119": [set_on(lambda d: d, version=1.3), set_on(lambda d: d, encrypted=True)],
}


def judge(document, lenient=False):
    source = "".join(x.text for p in good_document().pages for x in p.lines)
    return rules.judge_all(Anatomy(document), rules.Setting(lenient, source))


class Rules(unittest.TestCase):
    def test_good_document_breaks_no_rule(self):
        results = judge(good_document())
        bad = {n: r for n, r in results.items() if r.status not in (rules.PASS, rules.NOT_APPLICABLE)}
        self.assertEqual(bad, {})

    def test_few_rules_do_not_apply_to_it(self):
        idle = {n for n, r in judge(good_document()).items() if r.status == rules.NOT_APPLICABLE}
        self.assertEqual(idle, {"R41", "R42", "R81", "R92", "R94", "R95"})

    def test_every_rule_has_a_document_that_breaks_it(self):
        self.assertEqual(set(WRONG), set(rules.RULES))

    def test_each_spoiled_document_breaks_its_rule(self):
        for name, spoilers in WRONG.items():
            for at, spoil in enumerate(spoilers):
                with self.subTest(rule=name, at=at):
                    document = good_document()
                    spoil(document)
                    result = judge(document)[name]
                    self.assertEqual(result.status, rules.FINDING, result)

    def test_right_prefixes_and_numbers_pass(self):
        document = good_document()
        say("GIÁM ĐỐC", "KT. GIÁM ĐỐC")(document)
        document.pages[1].lines.append(copy.deepcopy(find(document, "KT.")))
        for span in document.pages[1].lines[-1].spans:
            span.text, span.baseline = "PHÓ GIÁM ĐỐC", span.baseline + 16.1
        say("Số:", "Số: 05/BC-SNV")(document)
        results = judge(document)
        self.assertEqual([results[n].status for n in ("R41", "R42", "R94", "R95")], [rules.PASS] * 4)

    def test_metric_compatible_font_passes_when_lenient(self):
        document = good_document()
        restyle("BÁO CÁO", font="LiberationSerif-Bold")(document)
        self.assertEqual(judge(document, lenient=True)["R8"].status, rules.PASS)
        restyle("BÁO CÁO", font="Arial-BoldMT")(document)
        self.assertEqual(judge(document, lenient=True)["R8"].status, rules.FINDING)


    def test_an_index_is_no_letter_of_another_size(self):
        document = good_document()
        line = find(document, "Đoạn văn nữa")
        for size, drop, wanted in ((9.0, 2, rules.PASS), (14.0, 2, rules.PASS), (9.0, 0, rules.FINDING)):
            line.spans[1:] = [Span("1", FONT[""], size, RIGHT - 5, RIGHT, line.spans[0].baseline + drop)]
            self.assertEqual([judge(document)[n].status for n in ("R13", "R66")], [wanted] * 2, (size, drop))

    def test_points_are_counted_anew_in_each_clause(self):
        self.assertEqual(rules.astray_points(["a) x", "b) x", "1.2. x", "a) x", "chữ", "b) x", "a) x", "II. X", "a) x"]), [])
        self.assertEqual(rules.astray_points([f"{x}) x" for x in rules.POINT_LETTERS]), [])
        self.assertEqual(rules.astray_points(["d) x", "1. x", "a) x", "2. x", "b) x"]), [("d) x", "a"), ("b) x", "a")])
        self.assertEqual(rules.astray_points(["a) x", "b) x", "c) x", "d) x", "e) x", "g) x"]), [("e) x", "đ")])
        self.assertEqual(rules.astray_points([f"{x}) x" for x in "abcdđef"]), [("f) x", "g")])

    def test_end_block_and_its_short_paragraph_go_over_as_a_whole(self):
        for last, limit, wanted in ((2, 640, rules.PASS), (3, 640, rules.PASS), (4, 640, rules.FINDING), (2, 500, rules.FINDING)):
            document = good_document()
            first, page = document.pages[:2]
            first.lines = [x for x in first.lines if x.baseline < limit]
            first.h_rules = [r for r in first.h_rules if r.y < limit]
            end = [x for x in page.lines if x.baseline > 170]
            page.lines = page.lines[:1]
            put_paragraph(page, 69.3, "Trên đây là kết quả", last)
            page.lines += end
            self.assertEqual(judge(document)["R4"].status, wanted, (last, limit))

    def test_a_line_goes_over_with_its_notes(self):
        small = Line([Span("Kế hoạch số 5", FONT[""], 11.0, LEFT, RIGHT, 700.0)])
        text = Line([Span("năm 2020", FONT[""], 14.0, LEFT, LEFT + 50, 80.0), Span("1", FONT[""], 9.1, LEFT + 50, LEFT + 54, 75.0)])
        a = SimpleNamespace(notes=[SimpleNamespace(number="1", page=2, lines=[small])])
        self.assertAlmostEqual(rules.notes_called_in(a, SimpleNamespace(line=text, page=SimpleNamespace(number=2))), 8.2, 1)
        self.assertEqual(rules.notes_called_in(a, SimpleNamespace(line=text, page=SimpleNamespace(number=3))), 0)
        self.assertEqual(rules.notes_called_in(a, SimpleNamespace(line=small, page=SimpleNamespace(number=2))), 0)

    def test_annex_in_a_list_of_them_is_mentioned(self):
        for words in ("Phụ lục 1,2,3 kèm theo", "các phụ lục 1, 2 và 3", "Phụ lục số 3"):
            document = good_document()
            say("Phụ lục", "Phụ lục 3")(document)
            say("Chi tiết", words)(document)
            self.assertEqual(judge(document)["R107"].status, rules.PASS, words)


class Expectations(unittest.TestCase):
    results = {"R1": rules.Result(rules.FINDING, "", "", 1), "R2": rules.Result(rules.PASS, "", "", 1),
               "R3": rules.Result(rules.NOT_JUDGED, "", "", 1)}

    def test_as_expected(self):
        self.assertEqual(rules.compare(self.results, {"R1": "why"}), [])

    def test_unexpected_missing_and_unjudged(self):
        wrong = rules.compare(self.results, {"R2": "why", "R3": "why", "R999": "why"})
        self.assertEqual([n for n, _ in wrong], ["R1", "R2", "R3", "R999"])


class Texts(unittest.TestCase):
    reference = text.to_chars("Kết quả công tác\nSố: /BC-SNV\nKế hoạch số 11/KH-UBND tử tuất/hỗ trợ")

    def faults(self, words):
        return text.compare(text.to_chars(words), self.reference)[0]

    def test_equal(self):
        self.assertEqual(self.faults("Kết quả\ncông tác\nSố:/BC-SNV\nKế hoạch số\n11/KH-UBND tử tuất/\nhỗ trợ"), [])

    def test_faults_are_found(self):
        for words in ("Kết quảcông tác\nSố:/BC-SNV\nKế hoạch số 11/KH-UBND tử tuất/hỗ trợ",    # blank lost
                      "Kết q uả công tác\nSố:/BC-SNV\nKế hoạch số 11/KH-UBND tử tuất/hỗ trợ",  # blank inside
                      "Kết quả công tác\nSố:/BC-SNV\nKế hoạch số 11/KH-\nUBND tử tuất/hỗ trợ",  # code cut
                      "Kết quả công tac\nSố:/BC-SNV\nKế hoạch số 11/KH-UBND tử tuất/hỗ trợ",   # accent lost
                      "công tác Kết quả\nSố:/BC-SNV\nKế hoạch số 11/KH-UBND tử tuất/hỗ trợ",   # order
                      "Kết quả công tác\nSố:/BC-SNV\nKế hoạch số 11/KH-UBND"):                 # end lost
            with self.subTest(words):
                self.assertNotEqual(self.faults(words), [])

    def test_marks_notes_and_numbers_are_taken_out(self):
        anatomy = Anatomy(good_document())
        self.assertEqual([(n.number, n.page) for n in anatomy.notes], [("1", 1)])
        self.assertEqual(anatomy.marks, [("1", 1)])
        model = text.model_pages(anatomy)
        pages = ["\n".join("".join(s.text for s in x.spans) for x in p.lines) for p in anatomy.pages]
        streams, disordered = text.split_streams(pages, model)
        said = text.as_text(streams["text"])
        self.assertEqual(disordered, [])
        self.assertEqual(text.as_text(streams["1"]), "Kế hoạch số 11/KH-UBND")
        self.assertIn("Chi tiết tại Phụ lục kèm theo dòng", said)
        self.assertEqual(said.count("STT Tên cơ quan"), 1)
        self.assertNotIn("Kế hoạch số", said)

    def test_a_number_that_begins_a_line_of_a_raised_note_is_its_text(self):
        document = good_document()
        put(document.pages[0], 787, "2 xã chưa có", LEFT, 10.0)
        anatomy = Anatomy(document)
        self.assertEqual([(n.number, len(n.lines)) for n in anatomy.notes], [("1", 2)])

    def test_marks_in_brackets_are_marks(self):
        document = good_document()
        for x in (find(document, "Chi tiết"), find(document, "1Kế hoạch")):
            next(s for s in x.spans if s.text == "1").text = "(1)"
        anatomy = Anatomy(document)
        self.assertEqual(([n.number for n in anatomy.notes], anatomy.marks), (["(1)"], [("(1)", 1)]))


if __name__ == "__main__":
    unittest.main()
