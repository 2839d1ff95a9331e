"""Rules F and H: title, subject, addressees."""
import re

import page_model as pm
from parts import MESSAGE, TYPES
from page_model import to_mm
from rule_base import PASS, applies, judge, judge_axis, judge_short_rule, judge_single_spacing, judge_style, need, rule, short, style_faults, worst


# ---- F. Tên loại, trích yếu -------------------------------------------------------------------

def title(a):
    return applies(a.title, "no title: an official letter")


def subject(a):
    title(a)
    return applies(a.subject, "no subject")


@rule("R53", "title's style and place")
def r53(a, _):
    faults = style_faults(title(a), (13, 14), bold=True, italic=False, upper=True)
    off = to_mm(a.title.centre - a.area_centre)
    return judge(not faults and abs(off) <= pm.LOOSE_AXIS_TOLERANCE, f"{a.title.text}, {off:+.2f} mm {', '.join(faults)}", "13-14 bold upright capitals, +-2 mm")


@rule("R54", "title is a type's name")
def r54(a, _):
    title(a)
    return judge(a.kind in TYPES or MESSAGE.fullmatch(a.kind), a.kind, "one of the types of Điều 7")


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
    lines = subject(a)
    applies(not a.reference, "the line stands below the reference line (R106)")
    return judge_short_rule(a, lines, 12)


@rule("R57", "line below a title without a subject")
def r57(a, _):
    title(a)
    applies(not a.subject, "has a subject")
    return judge_short_rule(a, [a.title], 12)


def about(a):
    """The lines `V/v ...` of an official letter."""
    applies(a.kind == "CÔNG VĂN" and not a.issued, "not an official letter")
    return need(a.about, "V/v line")


@rule("R58", "a letter: no title, V/v below the number")
def r58(a, _):
    applies(a.kind == "CÔNG VĂN" and not a.issued, "not an official letter")
    below = a.about and a.number_line and a.about[0].baseline > a.number_line.baseline
    said = ["a title" if a.title else "no title", "V/v below the number" if below else "no V/v below the number"]
    return judge(not a.title and below, ", ".join(said), "no title, V/v below the number")


@rule("R59", "V/v's style and place")
def r59(a, _):
    lines = about(a)
    faults = [f for x in lines for f in style_faults(x, (12, 13), bold=False, italic=False, upper=False)]
    axis = judge_axis(lines, need(a.number_line, "number line").centre, pm.LOOSE_AXIS_TOLERANCE, 1, "number's axis")
    return judge(not faults and axis.status == PASS, f"{axis.measured} {', '.join(faults)}", "12-13 upright, not bold, +-2 mm")


@rule("R60", "V/v 6 pt below the number")
def r60(a, _):
    line = about(a)[0]
    gap = line.baseline - (need(a.number_line, "number line") and a.number_lines[-1]).baseline
    wanted = [pm.SINGLE * size + 6 for size in (line.size, a.number_line.size)]  # single spacing of either line
    return judge(min(wanted) - 1.5 <= gap <= max(wanted) + 1.5, f"{gap:.2f} pt", f"{min(wanted):.2f}-{max(wanted):.2f} +-1.5 pt")


@rule("R61", "no line below V/v")
def r61(a, _):
    last = about(a)[-1]
    line = a.rule_below(a.pages[0], last, 8)
    return judge(not line or line.length > 0.6 * a.pages[0].width, "a line" if line else "none", "none")


@rule("R62", "named documents have no V/v")
def r62(a, _):
    first = subject(a)[0].text
    return judge(not a.about and not first.lower().startswith("v/v"), short(first), "no V/v")


# ---- H. Kính gửi ------------------------------------------------------------------------------

@rule("R81", "Kính gửi present or absent")
def r81(a, _):
    applies(not a.issued, "issued with another document")
    kind, has = a.kind, bool(a.addressees)
    if kind in ("QUYẾT ĐỊNH", "NGHỊ QUYẾT", "KẾ HOẠCH", "THÔNG BÁO", "CHỈ THỊ", "BIÊN BẢN"):
        return judge(not has, f"{kind}: {'present' if has else 'absent'}", "absent")
    if kind in ("CÔNG VĂN", "TỜ TRÌNH"):
        return judge(has, f"{kind}: {'present' if has else 'absent'}", "present")
    applies(kind == "BÁO CÁO", "the decree leaves it open for this type")
    # A report to a superior says so itself in its last sentence: "... báo cáo Chủ tịch UBND tỉnh./."
    last = need(a.paragraphs, "body")[-1].text
    applies(has or re.search(r"báo cáo (với |lên |đến |tới )?[A-ZĐỦ]", last), "the report names no superior")
    return judge(has, f"report to a superior: {'present' if has else 'absent'}", "present")


def addressees(a):
    return applies(a.addressees, "no Kính gửi")


def several(a):
    """Items of a list of addressees, each with its lines; only where there is more than one."""
    rest = addressees(a)[1:]
    applies(len(rest) > 1 or rest and rest[0].text.startswith("-"), "one addressee")
    items = []
    for line in rest:
        if line.text.startswith("-") or not items:
            items.append([line])
        else:
            items[-1].append(line)
    return items


@rule("R82", "Kính gửi's style")
def r82(a, _):
    lines = addressees(a)
    verdict = judge_style(lines, 1, "13-14 upright, not bold, `Kính gửi:`", sizes=(13, 14), bold=False, italic=False, upper=False)
    if verdict.status == PASS and not lines[0].text.startswith("Kính gửi:"):
        return judge(False, short(lines[0].text), verdict.allowed)
    return verdict


@rule("R83", "one addressee on the line of Kính gửi")
def r83(a, _):
    lines = addressees(a)
    applies(len(lines) == 1 or not lines[1].text.startswith("-"), "several addressees")
    return judge(re.match(r"Kính gửi:? \S", lines[0].text), short(lines[0].text), "Kính gửi: <name>")


@rule("R84", "several addressees: dashes, ; and .")
def r84(a, _):
    faults, items = [], several(a)
    if not re.fullmatch(r"Kính gửi:?", a.addressees[0].text):
        faults.append((1, f"{short(a.addressees[0].text)}: stands on the line of Kính gửi"))
    for item in items:
        text = " ".join(x.text for x in item)
        if not text.startswith("- "):
            faults.append((1, f"{short(text, 25)}: begins otherwise"))
        if text[-1] != ("." if item is items[-1] else ";"):
            faults.append((1, f"{short(text, 25)}: ends with {text[-1]}"))
    return worst(faults, f"{len(items)} addressees", "- ...; the last with .")


@rule("R85", "addressees' dashes below one another")
def r85(a, _):
    starts = [item[0].x0 for item in several(a)]
    off = to_mm(max(starts) - min(starts))
    return judge(off <= 0.5, f"{off:.2f} mm apart", "<= 0.5 mm")


@rule("R86", "dashes below Kính gửi's colon")
def r86(a, _):
    start, head = several(a)[0][0].x0, a.addressees[0]
    # the decree says below the colon; its own form sets them up to the width of the words before it
    return judge(head.x0 - pm.to_pt(2) <= start <= head.x1 + pm.to_pt(2), f"{to_mm(start - head.x1):+.2f} mm from the colon", "from the start of Kính gửi to its colon, +-2 mm")
