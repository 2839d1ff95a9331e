"""What every rule is made of: its verdict, the ways to reach one, and the list of all rules.

A rule is a function of an Anatomy and a Setting. It returns a Result, or says that it does not apply; the
reason is part of the verdict. What a document of its kind must have and has not is a finding, never a silence.
"""
from collections import namedtuple

import page_model as pm
from page_model import to_mm

PASS, FINDING, NOT_APPLICABLE, NOT_JUDGED = "pass", "FINDING", "does not apply", "not judged"
Result = namedtuple("Result", "status measured allowed page")
# reference: the letters that must be there, or None, in capitals where the pages may say them so;
# paper: number and date stand in an appendix's reference line
Setting = namedtuple("Setting", "lenient reference paper capitals", defaults=(False, None, False, False))

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
