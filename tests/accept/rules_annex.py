"""Rules K and L: appendices, stamps and marks."""
import re

import page_model as pm
from page_model import to_mm
from rule_base import applies, judge, rule, short, style_faults, worst


# ---- K. Phụ lục -------------------------------------------------------------------------------

def annexes(a):
    return applies(a.annexes, "no annex")


def off_axis(a, page, line):
    """Points off the middle of the text; on a turned page, whose margins the decree leaves open, of text or paper."""
    if page.width < page.height:
        return line.centre - a.area_centre
    middles = page.width / 2, (a.left + page.width - (a.document.pages[0].width - a.right)) / 2
    return min((line.centre - m for m in middles), key=abs)


def judge_annex_lines(a, lines_of, allowed, issued=False, **style):
    """Style of the lines of every annex and their place on the axis of the text."""
    faults, said = [], []
    for annex in a.annexes if issued and a.issued else annexes(a):
        page = annex.pages[0].number
        lines = lines_of(annex)
        if not lines:
            faults.append((page, "none"))
        for line in lines:
            off = to_mm(off_axis(a, annex.pages[0], line))
            blank = 4 if re.search(r" (số|ngày|tháng|năm)$", line.text) else 0  # half of the clerk's blank at the line's end
            wrong = style_faults(line, **style) + ([f"{off:+.2f} mm off the axis"] if abs(off) > pm.LOOSE_AXIS_TOLERANCE + blank else [])
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
    faults, said, allowed = judge_annex_lines(a, lambda x: x.reference, "13-14 italic, centred, (Kèm theo ...)", issued=True, sizes=(13, 14), italic=True, bold=False)
    for page, lines in references(a):
        text = joined(lines)
        if text and not (text.startswith("(Kèm theo ") and text.endswith(")")):
            faults.append((page.number, f"reads {short(text)}"))
    for line in a.reference:  # of a document issued with another
        wrong = style_faults(line, (13, 14), italic=True, bold=False)
        faults += [(a.pages[0].number, f"{short(line.text, 20)}: {', '.join(wrong)}")] if wrong else []
    return worst(faults, said or joined(a.reference), allowed)


def joined(lines):
    return " ".join(x.text for x in lines)


def references(a):
    """Reference lines of appendices and of a document issued with another: (page, lines)."""
    return [(x.pages[0], x.reference) for x in a.annexes] + ([(a.pages[0], a.reference)] if a.issued else [])


REFERENCE = re.compile(r"\(Kèm theo .+? số ?(\d*) ?/(\S+) ngày ?(\d*) ?tháng ?(\d*) ?năm ?(\d*) ?của (.+)\)")


@rule("R105", "reference line: filled on paper, blank when electronic")
def r105(a, setting):
    faults, said = [], []
    for page, lines in applies(references(a), "no annex"):
        text = joined(lines)
        found = REFERENCE.fullmatch(text)
        said.append(short(text, 70))
        if not found:
            faults.append((page.number, f"reads {short(text)}"))
            continue
        values = [found.group(i) for i in (1, 3, 4, 5)]
        if not all(values) if setting.paper else any(values):
            faults.append((page.number, f"number, day, month, year {values}"))
    return worst(faults, "; ".join(said), "number and date " + ("filled" if setting.paper else "blank") + ", issuer named")


@rule("R106", "line below the annex reference")
def r106(a, _):
    faults, said = [], []
    below = [(x.pages[0], (x.reference or x.title or [x.label.line])[-1]) for x in a.annexes]
    below += [(a.pages[0], (a.reference or a.subject or [a.title])[-1])] if a.issued and a.title else []
    for page, last in applies(below, "no annex"):
        line = a.rule_below(page, last, 8)
        if not line or line.length > 0.6 * page.width:
            faults.append((page.number, "no line"))
            continue
        off = to_mm(off_axis(a, page, line))
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


# what is not signed yet has room for date and time
FILE_MARK = r"Số: (\d{2,})?/[^\s;]+; ?(\d\d/\d\d/\d{4})?; ?(\d\d:\d\d:\d\d( \+07:00)?)?"


@rule("R108", "in a file of its own: number and time at the top")
def r108(a, _):
    own_file = a.annex_file or a.issued and a.pages[0] is a.document.pages[0]
    applies(own_file, "in the document's own file" if a.annexes or a.issued else "no annex")
    page = a.pages[0]
    mark = next((p.line for p in a.file_marks if p.page is page), None)
    if not mark:
        return judge(False, "none", "Số: ...; dd/MM/yyyy; HH:mm:ss, 10 upright, top right")
    faults = style_faults(mark, (10, 10), bold=False, italic=False)
    faults += [] if re.fullmatch(FILE_MARK, mark.text) else ["reads " + short(mark.text)]
    time = 0 if mark.text[-1].isdigit() else 25  # millimetres at most of the room for it
    faults += [] if to_mm(page.width - mark.x1) <= 25 + time else ["not at the right"]
    faults += [] if all(mark.baseline < x.baseline + 1 for x in page.lines) else ["not at the top"]
    faults += ["has a picture"] if page.pictures else []
    return judge(not faults, f"{mark.text} {', '.join(faults)}", "Số: ...; dd/MM/yyyy; HH:mm:ss, 10 upright, top right")


# ---- L. Stamps and marks -----------------------------------------------------------------------

def stamps(a, kind, why):
    return applies([s for s in a.stamps if s.kind == kind], why)


BOXES = {"HỎA TỐC": (30, 8), "THƯỢNG KHẨN": (40, 8), "KHẨN": (20, 8)}


@rule("R109", "urgency boxes: 30, 40, 20 x 8 mm")
def r109(a, _):
    faults, said = [], []
    for stamp in stamps(a, "urgency", "not urgent"):
        wanted = BOXES.get(stamp.line.text.replace("HOẢ", "HỎA"))
        if not stamp.frame:
            faults.append((1, f"{stamp.line.text}: no frame"))
            continue
        x0, y0, x1, y1 = map(to_mm, stamp.frame)
        said.append(f"{stamp.line.text} {x1 - x0:.2f} x {y1 - y0:.2f} mm, {stamp.thickness:.2f} pt")
        ok = wanted and abs(x1 - x0 - wanted[0]) <= 0.5 and abs(y1 - y0 - wanted[1]) <= 0.5 and stamp.thickness <= 1.5
        faults += [] if ok else [(1, said[-1])]
    return worst(faults, "; ".join(said), "30 x 8, 40 x 8, 20 x 8 +-0.5 mm, one thin frame")


@rule("R110", "urgency and secrecy: bold capitals, red, centred, at the left")
def r110(a, _):
    faults = []
    for stamp in applies([s for s in a.stamps if s.kind != "circulation"], "neither urgent nor secret"):
        line = stamp.line
        wrong = style_faults(line, (13, 14), bold=True, italic=False, upper=True)
        wrong += ["not red"] if any(not is_red(s.color) for s in line.spans if s.visible) else []
        wrong += ["not at the left"] if line.centre > a.pages[0].width / 2 else []
        wrong += ["above the number"] if a.number_line and line.baseline < a.number_line.baseline else []
        wrong += off_centre(stamp, 0.5)
        faults += [(1, f"{line.text}: {', '.join(wrong)}")] if wrong else []
    return worst(faults, "; ".join(s.line.text for s in a.stamps), "13-14 bold capitals, red, centred +-0.5 mm, below the number")


def is_red(color):
    red, green, blue = color >> 16, color >> 8 & 255, color & 255
    return red > 180 and green < 60 and blue < 60


def off_centre(stamp, tolerance):
    """Capitals stand about the middle of their frame: half their height (0.66 of the size) above the baseline."""
    if not stamp.frame:
        return ["no frame"]
    x, y = stamp.centre
    off = to_mm(stamp.line.centre - x), to_mm(stamp.line.baseline - 0.33 * stamp.line.size - y)
    return [f"{off[0]:+.2f} {off[1]:+.2f} mm off the middle"] if max(map(abs, off)) > tolerance else []


@rule("R111", "circulation: framed bold capitals in the top margin, right")
def r111(a, _):
    faults = []
    for stamp in stamps(a, "circulation", "free circulation"):
        line = stamp.line
        wrong = style_faults(line, (13, 14), bold=True, italic=False, upper=True) + off_centre(stamp, 1)
        wrong += ["not black"] if any(s.color for s in line.spans if s.visible) else []
        wrong += ["not at the right"] if line.centre < a.pages[0].width / 2 else []
        low = to_mm(stamp.frame[3]) if stamp.frame else to_mm(line.bottom)
        wrong += [f"reaches {low:.1f} mm"] if low > 20 + pm.MARGIN_TOLERANCE else []
        faults += [(1, f"{line.text}: {', '.join(wrong)}")] if wrong else []
    return worst(faults, "; ".join(s.line.text for s in a.stamps), "13-14 bold capitals, framed, in the top margin")


@rule("R113", "address at the foot of page 1")
def r113(a, _):
    lines = applies(a.contact, "no address")
    wrong = sorted({f for x in lines for f in style_faults(x, (11, 12), bold=False, italic=False)})
    line = a.contact_rule
    if not line or not line.solid or line.y > min(x.top for x in lines) + 2:
        wrong.append("no line above it")
    else:
        ends = [to_mm(line.x0 - a.left), to_mm(line.x1 - a.right)]
        wrong += [f"its line ends {ends[0]:+.2f} {ends[1]:+.2f} mm"] if max(map(abs, ends)) > pm.AXIS_TOLERANCE else []
    low = to_mm(a.pages[0].height - max(x.bottom for x in lines))
    wrong += [f"ends {low:.1f} mm above the edge, in the margin"] if low < 20 - pm.MARGIN_TOLERANCE else []
    text = [x for x in a.pages[0].lines if a.role_of(x) in ("body", "end", "note") and line and x.bottom > line.y]
    wrong += ["text below its line"] if text else []
    return judge(not wrong, f"{len(lines)} line(s), {low:.1f} mm above the edge {', '.join(wrong)}", "11-12 upright, a line of the text's width, above the bottom margin")
