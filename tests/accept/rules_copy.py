"""Rules M: copies, on paper and electronic."""
import re

import page_model as pm
from copies import FORMS
from page_model import to_mm
from rule_base import applies, rule, short, style_faults, within, worst

DATE = re.compile(r".+, ngày( \d\d)? tháng( \d\d?)? năm( \d{4})?")
TIME = r"(\d\d/\d\d/\d{4}; \d\d:\d\d:\d\d \+07:00|;)"  # known, or room for both


def styled(line, what, **style):
    """What a line that must be there lacks."""
    if not line:
        return [f"no {what}"]
    wrong = style_faults(line, **style)
    return [f"{short(line.text, 25)}: {', '.join(wrong)}"] if wrong else []


def rule_above(a, copy):
    """The nearest level line above the block that reaches over its middle, but no table's."""
    limit, tables = copy.form.top, [r for t in a.tables for r in t.h_rules]
    found = [r for r in copy.page.h_rules if r.length > copy.page.width / 2 and 0 < limit - r.y < pm.to_pt(12)
             and not any(r is t for t in tables)]
    return max(found, key=lambda r: r.y, default=None)


def rule_faults(a, copy):
    """The full width, nothing but the end of the document above, close to it."""
    line = rule_above(a, copy)
    if not line:
        return ["no rule over the full width"]
    turned = copy.page.width > copy.page.height
    right = copy.page.width - (a.document.pages[0].width - a.right)  # the same margins on a turned page
    off = max(abs(to_mm(line.x0 - a.left)), abs(to_mm(line.x1 - (right if turned else a.right))))
    faults = [f"rule {off:.1f} mm off the text's edges"] if off > 1 else []
    faults += [] if line.solid else ["rule not solid"]
    if copy.above:
        gap = to_mm(line.y - copy.above.bottom)
        faults += [] if within(gap, 0, 15) else [f"rule {gap:.1f} mm below the document"]
    return faults


def left_faults(copy):
    """The office in bold capitals with its short rule, then number and notation of this form."""
    number = next((x for x in copy.left if re.match(r"số\b", x.text, re.IGNORECASE)), None)
    office = [x for x in copy.left if x.bold and number and x.baseline < number.baseline]
    faults = styled(office[-1] if office else None, "office", sizes=(12, 13), italic=False, upper=True)
    faults += styled(number, "number", sizes=(13, 13), bold=False, italic=False)
    if number:
        wanted = rf"Số: (\d\d+)? ?/{FORMS[copy.form.text.upper()]}-[^\s/]+"
        faults += [] if re.fullmatch(wanted, number.text) else [f"{number.text}: not {wanted}"]
    if office:
        rules = [r for r in copy.page.h_rules if 0 < r.y - office[-1].baseline < pm.to_pt(4) and r.length < copy.page.width / 2]
        ratio = rules[0].length / office[-1].width if rules else 0
        faults += [] if within(ratio, 1 / 3, 1 / 2, 0.002) else [f"rule below the office {100 * ratio:.0f} %"]
    return faults


def right_faults(copy):
    """The form, place and date level with the number, who signs."""
    faults = styled(copy.form, "form", sizes=(13, 14), bold=True, italic=False, upper=True)
    date = next((x for x in copy.right if DATE.fullmatch(x.text)), None)
    number = next((x for x in copy.left if x.text.startswith("Số")), None)
    faults += styled(date, "place and date", sizes=(13, 14), bold=False, italic=True)
    if date and number and abs(date.baseline - number.baseline) > pm.LEVEL_TOLERANCE:
        faults.append("date not level with the number")
    signer = [x for x in copy.right if date and x.baseline > date.baseline and not x.text.startswith("(")]
    faults += styled(signer[0] if signer else None, "signer", sizes=(13, 14), bold=True, italic=False, upper=True)
    faults += styled(signer[-1] if signer else None, "name", sizes=(13, 14), bold=True, italic=False, upper=False)
    return faults


def end_faults(copy):
    head = copy.recipients_head
    faults = styled(head, "recipients", sizes=(12, 12), bold=True, italic=True)
    for line in copy.left:
        if head and line.baseline > head.baseline:
            faults += styled(line, "recipient", sizes=(11, 11), bold=False, italic=False)
    return faults


@rule("R114", "a copy on paper: block below the document")
def r114(a, _):
    faults, said = [], []
    for copy in applies(a.copies, "no copy on paper"):
        wrong = rule_faults(a, copy) + left_faults(copy) + right_faults(copy) + end_faults(copy)
        faults += [(copy.page.number, text) for text in wrong]
        line = rule_above(a, copy)
        said.append(f"{copy.form.text} {copy.form.size:.1f}, rule {to_mm(line.length):.1f} mm" if line else copy.form.text)
    return worst(faults, "; ".join(said), "rule of the full width, form 13-14 bold at the right, Số: NN/SY|SL|TrS-... 13 at the left")


@rule("R115", "an electronic copy: line at the top right")
def r115(a, _):
    page, faults = a.pages[0], []
    for line in applies(a.copy_marks, "no electronic copy"):
        wrong = style_faults(line, (10, 10), bold=False, italic=False)
        wrong += ["not black"] if any(s.color for s in line.letters) else []
        wrong += [] if re.fullmatch(r"(Sao y|Sao lục|Trích sao); [^;]+; ?" + TIME, line.text) else ["reads otherwise"]
        room = 0 if line.text[-1].isdigit() else 25  # millimetres at most that are left for the time
        wrong += [] if to_mm(page.width - line.x1) <= 21 + room and line.centre > page.width / 3 else ["not at the right"]
        others = [x for x in page.lines if a.role_of(x) != "copy mark"]
        wrong += [] if all(line.bottom <= x.top + 1 for x in others) else ["not above all"]
        wrong += ["has a picture"] if any(p.y0 < pm.to_pt(25) for p in page.pictures) else []
        faults += [(1, f"{line.text}: {', '.join(wrong)}")] if wrong else []
    return worst(faults, "; ".join(x.text for x in a.copy_marks), "form; office; dd/MM/yyyy; HH:mm:ss +07:00, 10 upright black, top right")

