#!/usr/bin/python3
"""Measures a finished PDF by the rules of Decree 30/2020/ND-CP (ids R1... as in the acceptance checklist).

Usage: rules.py PDF [--expect FILE] [--mode strict|lenient] [--reference DIR] [--table]

  --expect FILE    rules this document breaks by right: lines `RULE reason`; each must be found, no other may
  --mode lenient   also accepts Liberation Serif and Tinos, which have the metrics of Times New Roman
  --reference DIR  holds reference.txt, for R11
  --table          prints a line for every rule, not only for findings

Exit status: 0 as expected; 1 not; 2 wrong usage.
"""
import argparse
import re
import sys
import unicodedata
from collections import Counter, namedtuple
from pathlib import Path

import page_model as pm
from anatomy import Anatomy, SECTION, most_common
from page_model import to_mm

PASS, FINDING, NOT_APPLICABLE, NOT_JUDGED = "pass", "FINDING", "does not apply", "not judged"
Result = namedtuple("Result", "status measured allowed page")
Setting = namedtuple("Setting", "lenient reference")  # reference: text or None

RULES = {}  # id -> (short title, function)


class DoesNotApply(Exception):
    pass


class NotJudged(Exception):
    pass


def rule(name, title):
    def register(function):
        RULES[name] = (title, function)
        return function
    return register


def judge(ok, measured, allowed, page=1):
    return Result(PASS if ok else FINDING, str(measured), str(allowed), page)


def worst(faults, measured, allowed):
    """A pass when nothing is wrong; else the first faults as (page, text) and their number."""
    if not faults:
        return Result(PASS, measured, allowed, "")
    said = "; ".join(text for _, text in faults[:3]) + (f" ... {len(faults)} in all" if len(faults) > 3 else "")
    return Result(FINDING, said, allowed, faults[0][0])


def need(thing, name):
    if not thing:
        raise NotJudged(f"no {name} found")
    return thing


def applies(thing, why):
    if not thing:
        raise DoesNotApply(why)
    return thing


def short(text, length=40):
    return text if len(text) <= length else text[:length - 3] + "..."


def within(value, low, high, tolerance=1e-6):
    return low - tolerance <= value <= high + tolerance


def style_faults(line, sizes=None, bold=None, italic=None, upper=None):
    """What of the wanted style a line lacks; note marks in it do not count."""
    faults = []
    found = sorted({round(s.size, 1) for s in line.letters})
    if sizes and not all(within(s, *sizes, pm.SIZE_TOLERANCE) for s in found):
        faults.append("size " + ",".join(map(str, found)))
    if bold is True and not line.bold:
        faults.append("not bold")
    if bold is False and any(s.bold for s in line.letters):
        faults.append("bold")
    if italic is True and not line.italic:
        faults.append("not italic")
    if italic is False and any(s.italic for s in line.letters):
        faults.append("italic")
    if upper is True and not line.upper:
        faults.append("not upper case")
    if upper is False and line.upper:
        faults.append("upper case")
    return faults


def judge_style(lines, page, allowed, **style):
    faults = [(page, f"{short(line.text, 25)}: {', '.join(style_faults(line, **style))}")
              for line in lines if style_faults(line, **style)]
    sizes = sorted({round(s.size, 1) for line in lines for s in line.letters})
    return worst(faults, f"{len(lines)} line(s), size {sizes}", allowed)


def judge_axis(lines, centre, tolerance, page=1, name="axis"):
    off = max((line.centre - centre for line in lines), key=abs)
    return judge(abs(to_mm(off)) <= tolerance, f"{to_mm(off):+.2f} mm off the {name}", f"+-{tolerance} mm", page)


def judge_single_spacing(lines, page=1):
    """Single spacing, no blank line: 1.0 to 1.25 of the larger size from baseline to baseline."""
    ratios = [(b.baseline - a.baseline) / max(a.size, b.size) for a, b in zip(lines, lines[1:])]
    return judge(all(within(r, 1.0, 1.25, 0.005) for r in ratios), " ".join(f"{r:.2f}" for r in ratios) + " x size", "1.0-1.25 x size", page)


# ---- A. Page ----------------------------------------------------------------------------------

@rule("R1", "page is A4")
def r1(a, _):
    faults = []
    for page in a.pages:
        for size in filter(None, [(page.width, page.height), page.crop]):
            if not (within(min(size), 595.28, 595.28, 0.5) and within(max(size), 841.89, 841.89, 0.5)):
                faults.append((page.number, f"{size[0]:.2f} x {size[1]:.2f} pt"))
    return worst(faults, f"{len(a.pages)} pages {a.pages[0].width:.2f} x {a.pages[0].height:.2f} pt", "595.28 x 841.89 +-0.5 pt")


@rule("R2", "portrait, save for tables and annexes")
def r2(a, _):
    turned = [p for p in a.main_pages if p.width > p.height and not any(t.page is p for t in a.tables)]
    return worst([(p.number, f"page {p.number} is landscape without a table") for p in turned], "no page turned without need", "width < height")


@rule("R3", "top margin 20-25 mm")
def r3(a, _):
    tops = [(to_mm(min(x.top for x in lines)), page.number) for page, lines in text_of_pages(a)]
    low, high = min(tops), max(tops)
    bad = [t for t in tops if not within(t[0], 20, 25, pm.MARGIN_TOLERANCE)]
    return judge(not bad, f"{low[0]:.2f} to {high[0]:.2f} mm", f"20-25 +-{pm.MARGIN_TOLERANCE} mm", bad[0][1] if bad else "")


def text_of_pages(a):
    """All text of each page but the page number."""
    for page in a.pages:
        lines = [x for x in page.lines if a.role_of(x) != "number"]
        if lines:
            yield page, lines


@rule("R4", "bottom margin 20-25 mm; full pages reach it")
def r4(a, _):
    faults, gaps = [], []
    for page, lines in text_of_pages(a):
        gap = to_mm(page.height - max(x.bottom for x in lines))
        gaps.append(gap)
        if gap < 20 - pm.MARGIN_TOLERANCE:
            faults.append((page.number, f"text ends {gap:.2f} mm above the edge"))
        most = 25 + to_mm(line_pitch(a)) + allowed_shortfall(a, page)
        if page in a.main_pages[:-1] and gap > most + pm.MARGIN_TOLERANCE:
            faults.append((page.number, f"page {page.number} ends {gap:.2f} mm above the edge (at most {most:.1f})"))
    return worst(faults, f"{min(gaps):.2f} to {max(gaps):.2f} mm", ">= 20 mm; full pages <= 25 mm + one line")


def line_pitch(a):
    return most_common(round(p, 1) for p, *_ in a.pitches()) or pm.SINGLE * a.body_size


def allowed_shortfall(a, page):
    """Millimetres a page may end short because lines must stay together.

    A page is full when one more line could have stayed on it. It could not when only two lines of the
    paragraph go over; nor when the next page begins a paragraph (with the headings before it) that must
    not leave one line behind, or when the end block takes its two lines of text along. A last paragraph
    of three lines at most goes over with the block as a whole: then the page has too little room for both.
    """
    following = [p for p in a.paragraphs if any(x.page.number > page.number for x in p.lines)]
    if not following:
        return to_mm(3 * line_pitch(a))
    if len(following) == 1 and len(following[0].lines) <= 3 and all(x.page is a.end_page for x in following[0].lines):
        block = a.lines_of(a.end_page, "body", "end")
        return to_mm(max(x.bottom for x in block) - min(x.top for x in block) + 0.5 * line_pitch(a))
    over = [x for x in following[0].lines if x.page.number > page.number]
    if len(over) < len(following[0].lines):
        own = 0 if len(over) > 2 else to_mm(line_pitch(a))
        return max(own, notes_called_in(a, over[0]))
    lines = 3.5  # half a line for the space between paragraphs
    for paragraph in following:
        if not paragraph.heading:
            break
        lines += len(paragraph.lines) + 0.5
    return to_mm(lines * line_pitch(a))


def notes_called_in(a, placed):
    """Millimetres that the notes called in a line take at least: they must begin on its page. Of the last note two lines
    (its first part), of the others all, and the room with the rule above them."""
    numbers = [s.text.strip() for s in placed.line.spans if placed.line.is_mark(s)]
    called = [n for n in a.notes if n.page == placed.page.number and n.number in numbers]
    if not called:
        return 0
    lines = [x for n in called[:-1] for x in n.lines] + called[-1].lines[:2]
    return to_mm(sum(1.2 * x.size for x in lines) + 10)


@rule("R5", "left margin 30-35 mm")
def r5(a, _):
    need(a.body, "body")
    edge = to_mm(a.left)
    faults = [] if within(edge, 30, 35, pm.MARGIN_TOLERANCE) else [(1, f"text begins {edge:.2f} mm from the edge")]
    for page, lines in portrait_text(a):
        out = [x for x in lines if x.x0 < a.left - pm.FLUSH_TOLERANCE]
        faults += [(page.number, f"{short(x.text, 25)}: begins at {to_mm(x.x0):.2f} mm") for x in out]
    return worst(faults, f"{edge:.2f} mm", f"30-35 +-{pm.MARGIN_TOLERANCE} mm")


def portrait_text(a):
    """Lines below the header block of portrait pages (the header may pass the margins, R7)."""
    for page, lines in text_of_pages(a):
        if page.width < page.height:
            yield page, [x for x in lines if a.role_of(x) != "header"]


@rule("R6", "right margin 15-20 mm")
def r6(a, _):
    need(a.body, "body")
    edge = to_mm(a.pages[0].width - a.right)
    faults = [] if within(edge, 15, 20, pm.MARGIN_TOLERANCE) else [(1, f"full lines end {edge:.2f} mm from the edge")]
    for page, lines in portrait_text(a):
        out = [x for x in lines if x.x1 > a.right + pm.FLUSH_TOLERANCE]
        faults += [(page.number, f"{short(x.text, 25)}: ends {to_mm(page.width - x.x1):.2f} mm from the edge") for x in out]
    return worst(faults, f"{edge:.2f} mm", f"15-20 +-{pm.MARGIN_TOLERANCE} mm")


@rule("R8", "Times New Roman")
def r8(a, setting):
    accepted = r"Times ?New ?Roman|LiberationSerif|Tinos" if setting.lenient else r"Times ?New ?Roman"
    names = {s.font for p in a.pages for x in p.lines for s in x.spans if s.visible}
    other = sorted(n for n in names if not re.match(accepted, n.replace("-", "").replace(" ", "")))
    return judge(not other, ", ".join(other or sorted(names)), "Times New Roman" + (" or of its metrics" if setting.lenient else ""), "")


@rule("R9", "fonts embedded, Unicode, NFC")
def r9(a, _):
    bad = [f"{f.name} not embedded" for f in a.document.fonts if not f.embedded]
    bad += [f"{f.name} without ToUnicode" for f in a.document.fonts if not f.to_unicode]
    if a.document.raw_text != unicodedata.normalize("NFC", a.document.raw_text):
        bad.append("text is not NFC")
    return judge(not bad and a.document.fonts, "; ".join(bad) or f"{len(a.document.fonts)} fonts", "emb, uni, NFC", "")


@rule("R10", "text is black")
def r10(a, _):
    bad = [(p.number, f"{short(s.text, 20)}: #{s.color:06x}") for p in a.pages for x in p.lines for s in x.spans if s.visible and s.color]
    return worst(bad, "all black", "black")


@rule("R11", "no letter of the source lost")
def r11(a, setting):
    said = Counter(c for p in a.pages for x in p.lines for s in x.spans for c in s.text if not c.isspace())
    strange = sorted(c for c in said if c == "\ufffd" or unicodedata.category(c) in ("Co", "Cn", "Cc"))
    if strange:
        return judge(False, f"characters {strange}", "letters only", "")
    if setting.reference is None:
        raise NotJudged("needs --reference")
    lost = Counter(c for c in setting.reference if not c.isspace()) - said
    return judge(not lost, f"{len(lost)} lost {dict(lost) if lost else ''}", "every letter at least as often", "")


@rule("R12", "header sizes move together")
def r12(a, _):
    lines = [need(a.national_name, "Quốc hiệu"), need(a.motto, "Tiêu ngữ"), need(a.date_line, "date line")]
    sizes = [x.size for x in lines]
    ok = any(all(abs(s - w) <= pm.SIZE_TOLERANCE for s, w in zip(sizes, wanted)) for wanted in ((12, 13, 13), (13, 14, 14)))
    return judge(ok, "/".join(f"{s:.1f}" for s in sizes), "12/13/13 or 13/14/14")


@rule("R13", "one body size")
def r13(a, _):
    sizes = sorted({round(s.size, 1) for p in need(a.body, "body") for s in p.line.letters})
    ok = max(sizes) - min(sizes) <= pm.SIZE_TOLERANCE and min(abs(sizes[0] - 13), abs(sizes[0] - 14)) <= pm.SIZE_TOLERANCE
    return judge(ok, sizes, "one of 13, 14", "")


# ---- B. Page number ---------------------------------------------------------------------------

def numbers_of(a, pages):
    return [(p, x) for p in pages for x in a.lines_of(p, "number")]


def all_numbers(a):
    return applies(numbers_of(a, a.pages), "no page numbers") if len(a.pages) == 1 else need(numbers_of(a, a.pages), "page number")


@rule("R14", "no number on page 1")
def r14(a, _):
    found = numbers_of(a, a.pages[:1])
    return judge(not found, found[0][1].text if found else "none", "none")


def judge_numbering(a, pages, begin=2):
    faults = []
    for value, page in enumerate(pages[begin - 1:], begin):
        texts = [x.text for x in a.lines_of(page, "number")]
        if texts != [str(value)]:
            faults.append((page.number, f"page {page.number} shows {' '.join(texts) or 'none'}, not {value}"))
    return faults


@rule("R15", "pages 2... show their number")
def r15(a, _):
    applies(len(a.main_pages) > 1, "one page")
    return worst(judge_numbering(a, a.main_pages), f"2 to {len(a.main_pages)}", "2, 3, ...")


@rule("R16", "page number 13-14, upright, not bold")
def r16(a, _):
    numbers = all_numbers(a)
    faults = [(p.number, f"page {p.number}: {', '.join(f)}") for p, x in numbers if (f := style_faults(x, (13, 14), bold=False, italic=False))]
    return worst(faults, f"size {sorted({round(x.size, 1) for _, x in numbers})}", "13-14 upright, not bold")


@rule("R17", "page number centred")
def r17(a, _):
    off = {p.number: min(abs(x.centre - p.width / 2), abs(x.centre - a.area_centre)) for p, x in all_numbers(a)}
    page = max(off, key=off.get)
    return judge(to_mm(off[page]) <= pm.LOOSE_AXIS_TOLERANCE, f"{to_mm(off[page]):.2f} mm off", "+-2 mm of page or text area", page)


@rule("R18", "page number inside the top margin")
def r18(a, _):
    faults = []
    for page, number in all_numbers(a):
        top = min(x.top for x in page.lines if x is not number)
        if number.bottom > top or number.top <= 0:
            faults.append((page.number, f"page {page.number}: number ends at {to_mm(number.bottom):.2f} mm, text begins at {to_mm(top):.2f} mm"))
    return worst(faults, "above all text", "above the body")


@rule("R19", "page number 8-12 mm below the edge")
def r19(a, _):
    tops = [(to_mm(x.top), p.number) for p, x in all_numbers(a)]
    bad = [t for t in tops if not within(t[0], 8, 12)]
    return judge(not bad, f"{min(tops)[0]:.2f} to {max(tops)[0]:.2f} mm", "8-12 mm", bad[0][1] if bad else "")


@rule("R20", "annexes number their own pages")
def r20(a, _):
    faults = []
    for annex in applies(a.annexes, "no annex"):
        faults += [(p.number, f"first annex page shows {x.text}") for p, x in numbers_of(a, annex.pages[:1])]
        faults += judge_numbering(a, annex.pages)
    return worst(faults, f"{len(a.annexes)} annex(es), {sum(len(x.pages) for x in a.annexes)} page(s)", "hidden, 2, 3, ...")


# ---- C. Quốc hiệu, Tiêu ngữ -------------------------------------------------------------------

@rule("R21", "Quốc hiệu's words")
def r21(a, _):
    text = a.national_name.text if a.national_name else "none"
    return judge(text.replace("HOÀ", "HÒA") == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", text, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")


@rule("R22", "Quốc hiệu's style")
def r22(a, _):
    return judge_style([need(a.national_name, "Quốc hiệu")], 1, "12-13 bold upright capitals", sizes=(12, 13), bold=True, italic=False, upper=True)


@rule("R23", "Quốc hiệu on the first line, level with the issuer's column")
def r23(a, _):
    name = need(a.national_name, "Quốc hiệu")
    left = need(a.superior + a.issuer, "issuer")[0]
    topmost = min(x.baseline for x in a.lines_of(a.pages[0], "header"))
    whole = name.text.endswith("VIỆT NAM")
    ok = whole and abs(name.baseline - left.baseline) <= 1 and abs(name.baseline - topmost) <= 1
    return judge(ok, f"{name.baseline - left.baseline:+.2f} pt to the left column" + ("" if whole else ", wrapped"), "+-1 pt, one line")


@rule("R24", "Quốc hiệu at the right")
def r24(a, _):
    off = need(a.national_name, "Quốc hiệu").centre - a.pages[0].width / 2
    return judge(off > 0, f"{to_mm(off):+.1f} mm from the page centre", "> 0")


@rule("R25", "Tiêu ngữ's words")
def r25(a, _):
    text = a.motto.text if a.motto else "none"
    return judge(text == "Độc lập - Tự do - Hạnh phúc", text, "Độc lập - Tự do - Hạnh phúc")


@rule("R26", "Tiêu ngữ's style")
def r26(a, _):
    return judge_style([need(a.motto, "Tiêu ngữ")], 1, "13-14 bold upright", sizes=(13, 14), bold=True, italic=False, upper=False)


@rule("R27", "Tiêu ngữ centred under Quốc hiệu")
def r27(a, _):
    return judge_axis([need(a.motto, "Tiêu ngữ")], need(a.national_name, "Quốc hiệu").centre, pm.AXIS_TOLERANCE)


@rule("R28", "Quốc hiệu to Tiêu ngữ single spaced")
def r28(a, _):
    return judge_single_spacing([need(a.national_name, "Quốc hiệu"), need(a.motto, "Tiêu ngữ")])


@rule("R29", "line below Tiêu ngữ, as long as it")
def r29(a, _):
    motto = need(a.motto, "Tiêu ngữ")
    line = a.rule_below(a.pages[0], motto, 8)
    if not line:
        return judge(False, "no line", "length of Tiêu ngữ")
    ends = [to_mm(line.x0 - motto.x0), to_mm(line.x1 - motto.x1)]
    ratio, drop = line.length / motto.width, to_mm(line.y - motto.baseline)
    ok = (abs(ratio - 1) <= pm.LENGTH_TOLERANCE and max(map(abs, ends)) <= pm.AXIS_TOLERANCE and within(drop, 0.5, 4) and line.solid)
    return judge(ok, f"{100 * ratio:.1f} %, ends {ends[0]:+.2f} {ends[1]:+.2f} mm, {drop:.2f} mm below", "100 +-2 %, ends +-1 mm, 0.5-4 mm, solid")


@rule("R30", "header lines 0.4-1 pt, one stroke")
def r30(a, _):
    page = a.pages[0]
    if any("__" in x.text or "---" in x.text for x in a.lines_of(page, "header")):
        return judge(False, "a row of characters", "a drawn line")
    owners = [x for x in (a.motto, a.issuer[-1] if a.issuer else None) if x]
    lines = need([r for x in owners if (r := a.rule_below(page, x, 8))], "header line")
    pieces = [sum(1 for r in page.h_rules if abs(r.y - line.y) < 3 and r.x1 > line.x0 - 3 and r.x0 < line.x1 + 3) for line in lines]
    ok = all(within(r.thickness, 0.4, 1, 0.01) for r in lines) and set(pieces) == {1}
    return judge(ok, " ".join(f"{r.thickness:.2f} pt" for r in lines) + f", strokes {pieces}", "0.4-1 pt, 1 stroke")


# ---- D. Tên cơ quan ---------------------------------------------------------------------------

@rule("R31", "issuer's style")
def r31(a, _):
    return judge_style(need(a.issuer, "issuer"), 1, "12-13 bold upright capitals", sizes=(12, 13), bold=True, italic=False, upper=True)


@rule("R32", "superior's style")
def r32(a, _):
    return judge_style(applies(a.superior, "no superior"), 1, "12-13 capitals, not bold", sizes=(12, 13), bold=False, italic=False, upper=True)


@rule("R33", "superior and issuer on one axis")
def r33(a, _):
    lines = need(a.superior + a.issuer, "issuer")
    return judge_axis(lines, a.issuer[-1].centre, pm.AXIS_TOLERANCE)


@rule("R34", "superior and issuer single spaced")
def r34(a, _):
    lines = need(a.superior + a.issuer, "issuer")
    applies(len(lines) > 1, "one line")
    return judge_single_spacing(lines)


def judge_short_rule(a, lines, reach):
    """A line of 1/3 to 1/2 of the last or of the longest text line, centred on it."""
    last, longest = lines[-1], max(lines, key=lambda x: x.width)
    line = a.rule_below(a.pages[0], last, reach)
    if not line:
        return judge(False, "no line", "33.3-50 %")
    ratios = [line.length / last.width, line.length / longest.width]
    off = to_mm(line.centre - last.centre)
    ok = any(within(r, 1 / 3, 1 / 2, 0.002) for r in ratios) and abs(off) <= pm.AXIS_TOLERANCE and line.solid
    return judge(ok, f"{100 * ratios[0]:.1f} % of the last, {100 * ratios[1]:.1f} % of the longest line, {off:+.2f} mm off", "33.3-50 %, +-1 mm, solid")


@rule("R35", "line below the issuer")
def r35(a, _):
    return judge_short_rule(a, need(a.issuer, "issuer"), 8)


# ---- E. Số, ký hiệu; địa danh, ngày -----------------------------------------------------------

NUMBER = re.compile(r"Số:\s*(\d{2,}|)\s*/[A-ZĐ][A-Za-zĐđyQ&.-]*(-[A-ZĐ0-9&.]+)*")
DATE = re.compile(r"([^,]+), ngày ?(\d\d?)? ?tháng ?(\d\d?)? ?năm ?(\d{4})?")


def number_line(a):
    return need(a.number_line, "number line")


def date_line(a):
    return need(a.date_line, "date line")


def serial(a):
    found = re.match(r"Số:?\s*(\d+)", number_line(a).text)
    return applies(found and found.group(1), "number left blank")


@rule("R39", "number line's style")
def r39(a, _):
    return judge_style([number_line(a)], 1, "13 upright, not bold", sizes=(13, 13), bold=False, italic=False)


@rule("R40", "number line's pattern")
def r40(a, _):
    text = number_line(a).text
    return judge(NUMBER.fullmatch(text), text, "Số: NN/KH")


@rule("R41", "number with leading 0")
def r41(a, _):
    digits = serial(a)
    return judge(int(digits) >= 10 or len(digits) == 2 and digits[0] == "0", digits, "two digits at least")


@rule("R42", "no blanks in the code")
def r42(a, _):
    serial(a)
    text = number_line(a).text
    return judge(not re.search(r"\s[/-]|[/-]\s", text), text, "no blank at / and -")


@rule("R43", "number centred under the issuer")
def r43(a, _):
    return judge_axis([number_line(a)], need(a.issuer, "issuer")[-1].centre, pm.LOOSE_AXIS_TOLERANCE)


@rule("R46", "number and date on one baseline")
def r46(a, _):
    off = date_line(a).baseline - number_line(a).baseline
    return judge(abs(off) <= pm.LEVEL_TOLERANCE, f"{off:+.2f} pt", "+-2 pt")


@rule("R47", "date line's style")
def r47(a, _):
    return judge_style([date_line(a)], 1, "13-14 italic, not bold", sizes=(13, 14), bold=False, italic=True, upper=False)


@rule("R48", "date line's pattern")
def r48(a, _):
    text = date_line(a).text
    return judge(DATE.fullmatch(text) and text.count(",") == 1, text, "<Place>, ngày dd tháng m năm yyyy")


@rule("R49", "leading 0 of day and month")
def r49(a, _):
    found = DATE.fullmatch(date_line(a).text)
    if not found:
        raise NotJudged("date line has another pattern")
    day, month = found.group(2), found.group(3)
    applies(day or month, "day and month left blank")
    ok = (day is None or len(day) == 2) and (month is None or month in ("01", "02", *map(str, range(3, 13))))
    return judge(ok, f"day {day or 'blank'}, month {month or 'blank'}", "day 01-31; month 01 02 3-12")


@rule("R50", "date centred under Quốc hiệu")
def r50(a, _):
    return judge_axis([date_line(a)], need(a.national_name, "Quốc hiệu").centre, pm.LOOSE_AXIS_TOLERANCE)


@rule("R51", "date on one line")
def r51(a, _):
    text = date_line(a).text
    return judge("tháng" in text and "năm" in text, text, "one line")


@rule("R52", "number and date below the header lines")
def r52(a, _):
    lines = [a.rule_below(a.pages[0], x, 8) for x in (need(a.motto, "Tiêu ngữ"), need(a.issuer, "issuer")[-1])]
    low = max(r.y for r in need([r for r in lines if r], "header line"))
    top = min(number_line(a).top, date_line(a).top)
    return judge(top >= low, f"{to_mm(top - low):+.2f} mm below", ">= 0 mm")


# ---- F. Tên loại, trích yếu -------------------------------------------------------------------

@rule("R53", "title's style and place")
def r53(a, _):
    if not a.title:
        raise DoesNotApply("no known title: taken as công văn")
    faults = style_faults(a.title, (13, 14), bold=True, italic=False, upper=True)
    off = to_mm(a.title.centre - a.area_centre)
    return judge(not faults and abs(off) <= pm.LOOSE_AXIS_TOLERANCE, f"{a.title.text}, {off:+.2f} mm {', '.join(faults)}", "13-14 bold upright capitals, +-2 mm")


def subject(a):
    applies(a.title, "no title")
    return applies(a.subject, "no subject")


@rule("R55", "subject's style and place")
def r55(a, _):
    lines = subject(a)
    faults = [f for x in lines for f in style_faults(x, (13, 14), bold=True, italic=False, upper=False)]
    if not lines[0].text[:1].isupper():
        faults.append("begins in lower case")
    off = max((to_mm(x.centre - a.area_centre) for x in lines), key=abs)
    spacing = judge_single_spacing([a.title, *lines])
    ok = not faults and abs(off) <= pm.LOOSE_AXIS_TOLERANCE and spacing.status == PASS
    return judge(ok, f"{len(lines)} line(s), {off:+.2f} mm, {spacing.measured} {', '.join(faults)}", "13-14 bold upright, +-2 mm, single spaced")


@rule("R56", "line below the subject")
def r56(a, _):
    return judge_short_rule(a, subject(a), 12)


# ---- G. Body ----------------------------------------------------------------------------------

@rule("R66", "body 13-14, upright")
def r66(a, _):
    faults = []
    for paragraph in need(a.paragraphs, "body"):
        letters = [s for p in paragraph.lines for s in p.line.letters]
        if any(not within(s.size, 13, 14, pm.SIZE_TOLERANCE) for s in letters):
            faults.append((paragraph.page, f"{short(paragraph.text, 25)}: size {sorted({round(s.size, 1) for s in letters})}"))
        italic = sum(len(s.text) for s in letters if s.italic)
        # words set in italics for emphasis are the author's; căn cứ are italic by R63
        if italic > sum(len(s.text) for s in letters) / 2 and not paragraph.text.startswith(("Căn cứ", "Theo đề nghị")):
            faults.append((paragraph.page, f"{short(paragraph.text, 25)}: italic"))
    return worst(faults, f"{len(a.paragraphs)} paragraphs", "13-14 upright")


@rule("R67", "body justified")
def r67(a, _):
    faults, seen, off = [], 0, 0
    for paragraph, this, after in a.going_on():
        if paragraph.bold:  # headings
            continue
        seen += 1
        gaps = [this.line.x1 - a.right, after.line.x0 - a.left]
        off = max([off, *gaps], key=abs)
        if max(map(abs, gaps)) > pm.FLUSH_TOLERANCE:
            faults.append((this.page.number, f"{short(this.line.text, 25)}: {gaps[0]:+.1f} pt"))
    need(seen, "line that goes on")
    return worst(faults, f"{seen} lines, at most {off:+.2f} pt off", f"+-{pm.FLUSH_TOLERANCE} pt")


@rule("R68", "first-line indent")
def r68(a, _):
    indents = [(to_mm(p.lines[0].line.x0 - a.left), p) for p in need(a.paragraphs, "body") if not p.section]
    applies(indents, "no paragraphs")
    usual = most_common(round(i, 1) for i, _ in indents)
    faults = [(p.page, f"{short(p.text, 25)}: {i:.2f} mm") for i, p in indents if abs(i - usual) > pm.INDENT_TOLERANCE]
    if not any(within(usual, w, w, pm.INDENT_TOLERANCE) for w in (10.0, 12.7)):
        faults.insert(0, (1, f"indent {usual:.2f} mm"))
    return worst(faults, f"{usual:.2f} mm, {len(indents)} paragraphs", "10.0 or 12.7 +-0.3 mm, all alike")


@rule("R69", "space between paragraphs >= 6 pt")
def r69(a, _):
    pitch = line_pitch(a)
    gaps = []
    for before, after in zip(a.paragraphs, a.paragraphs[1:]):
        low, high = before.lines[-1], after.lines[0]
        if low.page is high.page:
            gaps.append((high.line.baseline - low.line.baseline - pitch, high.page.number, high.line.text))
    applies(gaps, "no two paragraphs on a page")
    faults = [(page, f"{short(text, 25)}: {gap:.2f} pt") for gap, page, text in gaps if gap < 6 - pm.SIZE_TOLERANCE]
    return worst(faults, f"{min(gaps)[0]:.2f} to {max(gaps)[0]:.2f} pt", ">= 6 pt")


@rule("R70", "line pitch single to 1.5")
def r70(a, _):
    pitches = applies(a.pitches(), "no paragraph of two lines")
    ratios = [(p / line.size, page, line) for p, line, page in pitches]
    faults = [(page, f"{short(line.text, 25)}: {r:.3f} x size") for r, page, line in ratios
              if not within(r, pm.SINGLE * (1 - pm.LENGTH_TOLERANCE), pm.ONE_AND_A_HALF * (1 + pm.LENGTH_TOLERANCE))]
    low, high = min(r[0] for r in ratios), max(r[0] for r in ratios)
    return worst(faults, f"{low:.3f} to {high:.3f} x size", "1.15-1.725 x size +-2 %")


POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"


def astray_points(texts):
    """Points `x)` whose letter is not the one after the point before; a section or clause begins anew, and so may a list."""
    astray, due = [], "a"
    for text in texts:
        point = re.match(r"(\w)\) ", text)
        if not point:
            due = "a" if re.match(r"([IVXLC]+|\d+(\.\d+)*)\. ", text) else due
            continue
        letter = point.group(1)
        if letter not in (due, "a"):
            astray.append((text, due))
        known = POINT_LETTERS.find(letter) + 1
        due = POINT_LETTERS[known] if 0 < known < len(POINT_LETTERS) else "a"
    return astray


@rule("R77", "points a, b, c, d, đ, e")
def r77(a, _):
    points = applies([p for p in a.paragraphs if re.match(r"\w\) ", p.text)], "no points")
    astray = dict(astray_points([p.text for p in a.paragraphs]))
    faults = [(p.page, f"{short(p.text, 25)}: not {astray[p.text]})") for p in points if p.text in astray]
    return worst(faults, f"{len(points)} points", "a b c d đ e g h i k l ..., no jump")


@rule("R78", "section and clause headings")
def r78(a, _):
    faults, seen = [], 0
    for paragraph in a.paragraphs:
        lines = [p.line for p in paragraph.lines]
        if SECTION.match(paragraph.text):
            style = dict(sizes=(13, 14), bold=True, italic=False, upper=True)
        elif paragraph.titled_clause:
            style = dict(sizes=(13, 14), bold=True, italic=False)
        else:
            continue
        seen += 1
        faults += [(paragraph.page, f"{short(x.text, 25)}: {', '.join(f)}") for x in lines if (f := style_faults(x, **style))]
        if not SECTION.match(paragraph.text) and pm.is_upper(paragraph.text) and len(paragraph.text.split()) > 2:
            faults.append((paragraph.page, f"{short(paragraph.text, 25)}: capitals, but no I."))
    applies(seen, "no headings")
    return worst(faults, f"{seen} headings", "I. capitals bold; 1. bold; 13-14")


@rule("R79", "ends with ./.")
def r79(a, _):
    text = need(a.paragraphs, "body")[-1].text
    return judge(re.search(r"[^\s]\./\.$", text), text[-20:], "./.", a.body[-1].page.number)


# ---- H. Kính gửi ------------------------------------------------------------------------------

@rule("R81", "Kính gửi present or absent")
def r81(a, _):
    kind = a.title.text.upper() if a.title else "CÔNG VĂN"
    has = bool(a.addressees)
    if kind in ("QUYẾT ĐỊNH", "NGHỊ QUYẾT", "KẾ HOẠCH", "THÔNG BÁO", "CHỈ THỊ", "BIÊN BẢN"):
        return judge(not has, f"{kind}: {'present' if has else 'absent'}", "absent")
    if kind in ("CÔNG VĂN", "TỜ TRÌNH"):
        return judge(has, f"{kind}: {'present' if has else 'absent'}", "present")
    applies(kind == "BÁO CÁO", f"free for {kind}")
    # A report to a superior says so itself in its last sentence: "... báo cáo Chủ tịch UBND tỉnh./."
    last = need(a.paragraphs, "body")[-1].text
    applies(re.search(r"báo cáo (với |lên |đến |tới )?[A-ZĐỦ]", last), "the report names no superior")
    return judge(has, f"report to a superior: {'present' if has else 'absent'}", "present")


# ---- I. Nơi nhận ------------------------------------------------------------------------------

def end_page(a):
    return need(a.end_page, "Nơi nhận").number


@rule("R87", "Nơi nhận's head")
def r87(a, _):
    if not a.recipients_head:
        return judge(False, "none", "Nơi nhận:")
    head = a.recipients_head
    off = to_mm(head.x0 - a.left)
    faults = style_faults(head, (12, 12), bold=True, italic=True)
    return judge(not faults and head.text == "Nơi nhận:" and abs(off) <= pm.AXIS_TOLERANCE,
                 f"{head.text} {off:+.2f} mm {', '.join(faults)}", "12 bold italic, at the left margin", end_page(a))


@rule("R88", "Nơi nhận level with the authority")
def r88(a, _):
    page = end_page(a)
    off = a.recipients_head.baseline - need(a.signers, "authority line")[0].baseline
    return judge(abs(off) <= pm.LEVEL_TOLERANCE, f"{off:+.2f} pt", "+-2 pt", page)


def recipient_groups(a):
    """Items joined over their lines, in groups; a line such as `Bản điện tử:` begins a group of its own."""
    groups = [[]]
    for line in need(a.recipients, "recipient"):
        if line.text.startswith("-"):
            groups[-1].append([line])
        elif line.text.endswith(":"):
            groups.append([])
        elif groups[-1]:
            groups[-1][-1].append(line)
        else:
            groups[-1].append([line])
    return [group for group in groups if group]


def item_text(item):
    return " ".join(line.text for line in item)


@rule("R89", "recipients' style")
def r89(a, _):
    page = end_page(a)
    return judge_style(need(a.recipients, "recipient"), page, "11 upright, not bold", sizes=(11, 11), bold=False, italic=False)


@rule("R90", "recipients' dashes and ends")
def r90(a, _):
    page, faults, items = end_page(a), [], 0
    for group in recipient_groups(a):
        for item in group:
            items += 1
            text = item_text(item)
            if not text.startswith("- ") or abs(to_mm(item[0].x0 - a.left)) > pm.AXIS_TOLERANCE:
                faults.append((page, f"{short(text, 25)}: begins otherwise"))
            if text[-1] != ("." if item is group[-1] else ";"):
                faults.append((page, f"{short(text, 25)}: ends with {text[-1]}"))
    return worst(faults, f"{items} items", "- ...; at the margin, the last with .")


@rule("R91", "last item is Lưu: VT, unit")
def r91(a, _):
    page = end_page(a)
    text = item_text(recipient_groups(a)[-1][-1])
    alone = a.title and a.title.text.upper() == "GIẤY GIỚI THIỆU" and text == "- Lưu: VT."
    return judge(alone or re.match(r"- Lưu: VT, ?\S", text), text, "- Lưu: VT, <unit>.", page)


@rule("R92", "first item answers Kính gửi or Điều")
def r92(a, _):
    page = end_page(a)
    first = item_text(recipient_groups(a)[0][0])
    kind = a.title.text.upper() if a.title else "CÔNG VĂN"
    if a.addressees:
        return judge(first == "- Như trên;", first, "- Như trên;", page)
    applies(kind in ("QUYẾT ĐỊNH", "NGHỊ QUYẾT"), "no Kính gửi, no decision")
    return judge(first.startswith("- Như Điều"), first, "- Như Điều ...;", page)


# ---- J. Ký ------------------------------------------------------------------------------------

def signers(a):
    end_page(a)
    return need(a.signers, "authority line")


@rule("R93", "authority and office: style and axis")
def r93(a, _):
    lines = signers(a)
    faults = [f for x in lines for f in style_faults(x, (13, 14), bold=True, italic=False, upper=True)]
    off = max((to_mm(x.centre - lines[0].centre) for x in lines), key=abs)
    at_right = all(x.centre > a.end_page.width / 2 for x in lines)
    return judge(not faults and abs(off) <= pm.AXIS_TOLERANCE and at_right,
                 f"{len(lines)} line(s), {off:+.2f} mm {', '.join(faults)}", "13-14 bold upright capitals, right, +-1 mm", end_page(a))


def prefixed(a):
    """Authority lines that begin with a short abbreviation and a dot, right or wrong."""
    return [x.text for x in signers(a) if re.match(r"\w{1,4}\.|\w/\w", x.text)]


@rule("R94", "prefix of the authority")
def r94(a, _):
    texts = applies(prefixed(a), "no prefix")
    bad = [t for t in texts if not re.match(r"(TM|KT|TL|TUQ|Q)\. \S", t)]
    return judge(not bad, "; ".join(bad or texts), "TM. KT. TL. TUQ. Q.", end_page(a))


@rule("R95", "deputising prefix followed by the real office")
def r95(a, _):
    texts = [x.text for x in signers(a)]
    deputy = applies([i for i, t in enumerate(texts) if re.match(r"(KT|TL|TUQ)\.", t)], "no KT., TL., TUQ.")
    return judge(all(i + 1 < len(texts) for i in deputy), " / ".join(texts), "a second line", end_page(a))


def name_line(a):
    end_page(a)
    return need(a.signer_name, "signer's name")


@rule("R96", "signer's name")
def r96(a, _):
    name = name_line(a)
    faults = style_faults(name, (13, 14), bold=True, italic=False, upper=False)
    if not all(w[0].isupper() for w in name.text.split()):
        faults.append("not title case")
    if re.match(r"(PGS|GS|TS|ThS|BS|KS|CN|TSKH)\b|(Ông|Bà)\b", name.text):
        faults.append("rank or form of address")
    return judge(not faults, f"{name.text} {', '.join(faults)}", "13-14 bold upright, Title Case, no rank", end_page(a))


@rule("R97", "name centred under the office")
def r97(a, _):
    return judge_axis([name_line(a)], signers(a)[-1].centre, pm.AXIS_TOLERANCE, end_page(a))


@rule("R98", "room for the signature")
def r98(a, _):
    gap = to_mm(name_line(a).baseline - signers(a)[-1].baseline)
    return judge(within(gap, 25, 45, pm.RANGE_TOLERANCE), f"{gap:.1f} mm", "25-45 +-1 mm", end_page(a))


@rule("R101", "end block whole, with two lines of text")
def r101(a, _):
    page = end_page(a)
    before = [x for x in a.body_on(a.end_page) if x.baseline < a.recipients_head.baseline]
    whole = bool(a.signer_name) and not a.after_end
    return judge(len(before) >= 2 and whole, f"{len(before)} lines before it{'' if whole else ', not whole'}", ">= 2, one page", page)


# ---- K. Phụ lục -------------------------------------------------------------------------------

def annexes(a):
    return applies(a.annexes, "no annex")


def annex_centre(a, annex):
    page = annex.pages[0]
    return a.area_centre if page.width < page.height else page.width / 2


def judge_annex_lines(a, lines_of, allowed, **style):
    """Style of the lines of every annex and their place on the axis of the text."""
    faults, said = [], []
    for annex in annexes(a):
        page = annex.pages[0].number
        lines = lines_of(annex)
        if not lines:
            faults.append((page, "none"))
        for line in lines:
            off = to_mm(line.centre - annex_centre(a, annex))
            wrong = style_faults(line, **style) + ([f"{off:+.2f} mm off the axis"] if abs(off) > pm.LOOSE_AXIS_TOLERANCE else [])
            said.append(f"{short(line.text, 20)} {line.size:.1f}")
            faults += [(page, f"{short(line.text, 20)}: {', '.join(wrong)}")] if wrong else []
    return faults, "; ".join(said), allowed


@rule("R102", "annex label")
def r102(a, _):
    faults, said, allowed = judge_annex_lines(a, lambda x: [x.label.line], "14 bold upright, centred, `Phụ lục`", sizes=(14, 14), bold=True, italic=False)
    several = len(a.annexes) > 1
    for annex in a.annexes:
        if not re.fullmatch(r"Phụ lục [IVXLC]+" if several else r"Phụ lục( [IVXLC]+)?", annex.label.line.text):
            faults.append((annex.pages[0].number, f"reads {annex.label.line.text}"))
    return worst(faults, said, allowed)


@rule("R103", "annex title")
def r103(a, _):
    return worst(*judge_annex_lines(a, lambda x: x.title, "13-14 bold upright capitals, centred", sizes=(13, 14), bold=True, italic=False, upper=True))


@rule("R104", "annex reference line")
def r104(a, _):
    faults, said, allowed = judge_annex_lines(a, lambda x: x.reference, "13-14 italic, centred, (Kèm theo ...)", sizes=(13, 14), italic=True, bold=False)
    for annex in a.annexes:
        text = " ".join(x.text for x in annex.reference)
        if text and not (text.startswith("(Kèm theo ") and text.endswith(")")):
            faults.append((annex.pages[0].number, f"reads {short(text)}"))
    return worst(faults, said, allowed)


@rule("R106", "line below the annex reference")
def r106(a, _):
    faults, said = [], []
    for annex in annexes(a):
        page = annex.pages[0]
        last = (annex.reference or annex.title or [annex.label.line])[-1]
        line = a.rule_below(page, last, 8)
        if not line or line.length > 0.6 * page.width:
            faults.append((page.number, "no line"))
            continue
        off = to_mm(line.centre - annex_centre(a, annex))
        said.append(f"{to_mm(line.length):.1f} mm, {off:+.2f} mm off")
        if abs(off) > pm.LOOSE_AXIS_TOLERANCE or not line.solid:
            faults.append((page.number, said[-1]))
    return worst(faults, "; ".join(said), "short, centred, solid")


def mentioned(name, text):
    """An annex by its name, or by its number in a list of them: `Phụ lục 1,2,3`, `Phụ lục I, II và III`."""
    lists = re.findall(r"phụ lục (?:số )?((?:\d+|[ivxlc]+)(?:(?:, ?| và )(?:\d+|[ivxlc]+))*)\b", text.lower())
    number = name.lower().removeprefix("phụ lục").strip()
    return bool(re.search(re.escape(name) + r"\b", text, re.IGNORECASE)) or any(number in re.split(r", ?| và ", x) for x in lists)


@rule("R107", "text mentions every annex")
def r107(a, _):
    text = " ".join(p.text for p in a.paragraphs)
    names = [x.label.line.text for x in annexes(a)]
    missing = [n for n in names if not mentioned(n, text)]
    return judge(not missing, "not mentioned: " + ", ".join(missing) if missing else f"{len(names)} mentioned", "each mentioned", "")


# ---- M. Tables and file -----------------------------------------------------------------------

def tables(a):
    return applies(a.tables, "no table")


@rule("R116", "head row repeated")
def r116(a, _):
    tables(a)
    chains = applies([c for c in a.table_chains() if len(c) > 1], "no table over several pages")
    faults = [(t.page.number, f"begins with {short(t.row_texts()[0])}") for c in chains for t in c[1:]
              if not t.rows or t.row_texts()[0] != c[0].row_texts()[0]]
    return worst(faults, f"{sum(len(c) - 1 for c in chains)} continuation(s)", "head row again")


@rule("R117", "rows whole, cell text inside")
def r117(a, _):
    faults = []
    for table in tables(a):
        for line in table.lines:
            crossed = [r for r in table.v_rules if line.x0 + 0.5 < r.x < line.x1 - 0.5 and r.y0 < line.baseline < r.y1]
            crossed += [r for r in table.h_rules if line.baseline - 0.6 * line.size < r.y < line.baseline - 0.5 and r.x0 < line.centre < r.x1]
            outside = line.x0 < table.x0 or line.x1 > table.x1 or line.bottom > table.y1 + 1
            if crossed or outside:
                faults.append((table.page.number, f"{short(line.text, 25)}: {'crosses a border' if crossed else 'leaves the table'}"))
    for chain in a.table_chains():
        for before, table in zip(chain, chain[1:]):
            if split_row(a, chain[0], before, table):
                faults.append((table.page.number, "a row goes on from the page before"))
    return worst(faults, f"{sum(len(t.lines) for t in a.tables)} cell lines", "inside their cells, rows whole")


def split_row(a, first, before, table):
    """A split row's rest has no row number, or no border parts it from the page before."""
    head = a.repeated_head(first, table)
    rows = [r for r in table.rows if not any(r[0] is x for x in head)]
    if not rows or not before.rows:
        return False
    open_end = covered(before.h_rules, before.y1, before.x0, before.x1) < 0.9
    goes_on = rows[0][0].text[:1].islower()
    return open_end or goes_on


def covered(h_rules, y, x0, x1, near=1.0):
    """Part of x0..x1 that level lines at height y cover."""
    length, end = 0, x0
    for r in sorted((r for r in h_rules if abs(r.y - y) <= near), key=lambda r: r.x0):
        begin = max(r.x0, end)
        if r.x1 > begin:
            length += min(r.x1, x1) - begin
            end = min(r.x1, x1)
    return length / (x1 - x0)


def covered_upright(v_rules, x, y0, y1):
    turned = [pm.Rule(r.y0, r.x0, r.y1, r.x1, r.thickness) for r in v_rules]
    return covered(turned, x, y0, y1)


@rule("R118", "table text 10-13, borders 0.4-0.75, closed")
def r118(a, _):
    faults, sizes, widths = [], set(), set()
    for table in tables(a):
        page = table.page.number
        sizes |= {round(s.size, 1) for x in table.lines for s in x.letters}
        widths |= {round(r.thickness, 2) for r in table.h_rules + table.v_rules}
        sides = [covered(table.h_rules, y, table.x0, table.x1) for y in (table.y0, table.y1)]
        sides += [covered_upright(table.v_rules, x, table.y0, table.y1) for x in (table.x0, table.x1)]
        if min(sides) < 0.98:
            faults.append((page, f"sides drawn {[round(s, 2) for s in sides]}"))
    if not all(within(s, 10, 13, pm.SIZE_TOLERANCE) for s in sizes):
        faults.append((a.tables[0].page.number, f"sizes {sorted(sizes)}"))
    if not all(within(w, 0.4, 0.75, 0.01) for w in widths):
        faults.append((a.tables[0].page.number, f"borders {sorted(widths)} pt"))
    families = {s.font.split("-")[0] for t in a.tables for x in t.lines for s in x.spans if s.visible}
    if a.body and families - {s.font.split("-")[0] for p in a.body for s in p.line.spans}:
        faults.append((a.tables[0].page.number, f"family {sorted(families)}"))
    return worst(faults, f"sizes {sorted(sizes)}, borders {sorted(widths)} pt", "10-13, 0.4-0.75 pt, four sides, one family")


@rule("R119", "PDF 1.4 or later, not encrypted")
def r119(a, _):
    d = a.document
    return judge(d.version >= 1.4 and not d.encrypted, f"{d.version}{', encrypted' if d.encrypted else ''}", ">= 1.4, open", "")


# ---- verdict ----------------------------------------------------------------------------------

def judge_all(anatomy, setting):
    results = {}
    for name, (_title, function) in RULES.items():
        try:
            results[name] = function(anatomy, setting)
        except DoesNotApply as why:
            results[name] = Result(NOT_APPLICABLE, str(why), "", "")
        except NotJudged as why:
            results[name] = Result(NOT_JUDGED, str(why), "", "")
    return results


def read_expected(path):
    """Lines `RULE reason`; # begins a comment."""
    lines = [line.split("#")[0].split(None, 1) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    return {words[0]: (words[1].strip() if len(words) > 1 else "") for words in lines if words}


def compare(results, expected):
    """What is not as expected: [(rule, why)]."""
    wrong = [(name, "unexpected finding") for name, r in results.items() if r.status == FINDING and name not in expected]
    for name in expected:
        status = results[name].status if name in results else "no such rule"
        if status != FINDING:
            wrong.append((name, f"expected finding, but: {status}"))
    return wrong


def print_table(results, names):
    for name in names:
        r = results[name]
        page = f" p.{r.page}" if r.page != "" else ""
        allowed = f"   [{r.allowed}]" if r.allowed else ""
        print(f"{name:5} {r.status:14} {RULES[name][0]}: {r.measured.strip()}{allowed}{page}")


def main():
    parser = argparse.ArgumentParser(description="Measures a PDF by the rules of Decree 30/2020.")
    parser.add_argument("pdf")
    parser.add_argument("--expect")
    parser.add_argument("--mode", choices=["strict", "lenient"], default="strict")
    parser.add_argument("--reference")
    parser.add_argument("--table", action="store_true")
    options = parser.parse_args()
    reference = Path(options.reference, "reference.txt").read_text(encoding="utf-8") if options.reference else None
    results = judge_all(Anatomy(pm.read(options.pdf)), Setting(options.mode == "lenient", reference))
    expected = read_expected(options.expect) if options.expect else {}
    wrong = compare(results, expected)
    print_table(results, [n for n in results if options.table or results[n].status in (FINDING, NOT_JUDGED)])
    print(", ".join(f"{count} {status}" for status, count in Counter(r.status for r in results.values()).items()),
          f"({len(expected)} findings expected)")
    for name, why in wrong:
        print(f"FAIL {name}: {why}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
