"""Rules C to E: Quốc hiệu and Tiêu ngữ, the issuing body, number and date."""
import re

import page_model as pm
from parts import TYPES
from page_model import to_mm
from rule_base import NotJudged, applies, judge, judge_axis, judge_short_rule, judge_single_spacing, judge_style, need, rule, within


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


@rule("R35", "line below the issuer")
def r35(a, _):
    return judge_short_rule(a, need(a.issuer, "issuer"), 8)


@rule("R36", "UBND, HĐND, ministries name no superior")
def r36(a, _):
    name = " ".join(x.text for x in need(a.issuer, "issuer"))
    applies(re.match(r"(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|BỘ )", name), "another kind of body")
    return judge(not a.superior, a.superior[-1].text if a.superior else "none", "none")


WHOLE = ("ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN")


@rule("R37", "names not broken inside Ủy ban nhân dân")
def r37(a, _):
    names = [" ".join(x.text for x in lines).upper() for lines in (a.superior, need(a.issuer, "issuer"))]
    wanted = sum(name.count(w) for name in names for w in WHOLE)
    applies(wanted, "no such words in the names")
    whole = sum(x.text.upper().count(w) for x in a.superior + a.issuer for w in WHOLE)
    return judge(whole == wanted, f"{whole} of {wanted} on one line", "each on one line")


@rule("R38", "no district level after 1 July 2025")
def r38(a, _):
    found = DATE.fullmatch(date_line(a).text)
    year, month = (found.group(4), found.group(3)) if found else (None, None)
    applies(year and (int(year) > 2025 or year == "2025" and month and int(month) >= 7), "dated before 1 July 2025, or not dated")
    bad = [x.text for x in a.superior + need(a.issuer, "issuer") if re.search(r"\b(HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN)\b", x.text.upper())]
    return judge(not bad, "; ".join(bad) or "none", "no HUYỆN, QUẬN, THỊ XÃ, THỊ TRẤN")


# ---- E. Số, ký hiệu; địa danh, ngày -----------------------------------------------------------

NUMBER = re.compile(r"Số:\s*(\d{2,}|)\s*/[A-ZĐ][A-Za-zĐđyQ&.-]*(-[A-ZĐ0-9&.]+)*")
DATE = re.compile(r"([^,]+), ngày ?(\d\d?)? ?tháng ?(\d\d?)? ?năm ?(\d{4})?")


def numbered(a):
    applies(not a.issued, "issued with another document: no number, no date")


def number_line(a):
    numbered(a)
    return need(a.number_line, "number line")


def number_text(a):
    number_line(a)
    return "".join(x.text for x in a.number_lines)


def date_line(a):
    numbered(a)
    applies(a.kind != "BIÊN BẢN" or a.date_line, "minutes have no place and date line (form 1.9)")
    return need(a.date_line, "date line")


def code_groups(a):
    """The notation behind the number, by its hyphens: `QĐ-UBND`."""
    return need(number_text(a).partition("/")[2].strip(), "notation").split("-")


def serial(a):
    found = re.match(r"Số:?\s*(\d+)", number_text(a))
    return applies(found and found.group(1), "number left blank")


@rule("R39", "number line's style")
def r39(a, _):
    number_line(a)
    return judge_style(a.number_lines, 1, "13 upright, not bold", sizes=(13, 13), bold=False, italic=False)


@rule("R40", "number line's pattern")
def r40(a, _):
    text = number_text(a)
    return judge(NUMBER.fullmatch(text), text, "Số: NN/KH")


@rule("R41", "number with leading 0")
def r41(a, _):
    digits = serial(a)
    return judge(int(digits) >= 10 or len(digits) == 2 and digits[0] == "0", digits, "two digits at least")


@rule("R42", "no blanks in the code")
def r42(a, _):
    serial(a)
    text = number_text(a)
    return judge(not re.search(r"\s[/-]|[/-]\s", text), text, "no blank at / and -")


@rule("R43", "number centred under the issuer")
def r43(a, _):
    number_line(a)
    return judge_axis(a.number_lines, need(a.issuer, "issuer")[-1].centre, pm.LOOSE_AXIS_TOLERANCE)


@rule("R44", "notation begins with the type")
def r44(a, _):
    groups = code_groups(a)
    applies(not a.letter, "a letter has no abbreviation of its type")
    wanted = applies(TYPES.get(a.kind), f"{a.kind} is none of the 27 with an abbreviation")
    return judge(groups[0] == wanted, "-".join(groups), wanted)


@rule("R45", "a letter's notation names no type")
def r45(a, _):
    groups = code_groups(a)
    applies(a.letter, "not a letter")
    return judge(groups[0] not in TYPES.values() and "CV" not in groups, "-".join(groups), "no type, never CV")


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
    top = min(x.top for x in (number_line(a), date_line(a) if a.kind != "BIÊN BẢN" else None) if x)
    return judge(top >= low, f"{to_mm(top - low):+.2f} mm below", ">= 0 mm")
