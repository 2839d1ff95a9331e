"""A good document made by hand, without a PDF, and ways to spoil it: what the tests of the rules are made of."""
import page_model as pm
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


def put_paragraph(page, baseline, first, lines, last="", last_width=200.0):
    """A justified paragraph: the words of its first and last line; returns the next paragraph's baseline."""
    for at in range(lines):
        x = LEFT + (INDENT if at == 0 else 0)
        words = first if at == 0 else last if last and at == lines - 1 else f"dòng thứ {at} của đoạn văn này"
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
    y = put_paragraph(page, y, "Trên đây là kết quả công tác", 2, "của Sở Nội vụ trong tháng 02./.")
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
    put(first, 103, "(Kèm theo Báo cáo số    /BC-SNV ngày    tháng    năm    của Sở Nội vụ)", style="i", centre=MIDDLE)
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
    return with_source(Document(pages, fonts, 1.7, False, "Báo cáo"))


def with_source(document):
    """The letters it must keep, whatever is spoiled later."""
    document.source = "".join(x.text for p in document.pages for x in p.lines)
    return document


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
