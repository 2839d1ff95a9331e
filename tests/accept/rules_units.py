"""Rules G, the units of the text: parts, chapters, articles, clauses, points."""
import re

import page_model as pm
from page_model import to_mm
from parts import ARTICLE, CLAUSE
from rule_base import FINDING, applies, rule, short, style_faults, worst


# ---- G. Units of the text ----------------------------------------------------------------------

UNITS = {"Phần": r"Phần ", "Chương": r"Chương ", "Mục": r"(Mục|Tiểu mục) "}
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def units(a, pattern):
    """Lines of their own that begin with a unit's word and a number, wherever they stand: (page, line, number)."""
    found = []
    for page in a.main_pages:
        for line in a.lines_of(page, "body", "heading"):
            match = re.match(pattern + r"([IVXLC]+|\d+)\.?$", line.text, re.IGNORECASE)
            if match:
                found.append((page, line, match.groups()[-1]))
    return found


def title_below(a, page, label):
    """The centred lines that follow a unit's label closely."""
    lines, last = [], label
    for line in sorted(a.lines_of(page, "heading", "body"), key=lambda x: x.baseline):
        if 0 < line.baseline - last.baseline < 1.5 * line.size and a.centred(line, 20) and line.x0 > a.left + 4:
            lines.append(line)
            last = line
    return lines


def judge_units(a, found, number):
    faults = []
    for page, line, value in found:
        wrong = style_faults(line, (13, 14), bold=True, italic=False, upper=False)
        wrong += ["not centred"] if not a.centred(line, pm.LOOSE_AXIS_TOLERANCE) else []
        wrong += [f"number {value}"] if not re.fullmatch(number, value) else []
        faults += [(page.number, f"{line.text}: {', '.join(wrong)}")] if wrong else []
    return worst(faults, ", ".join(line.text for _, line, _ in found), "own line, centred, bold upright, 13-14")


@rule("R71", "Phần, Chương: own line, Roman")
def r71(a, _):
    found = applies(units(a, UNITS["Phần"]) + units(a, UNITS["Chương"]), "no parts or chapters")
    return judge_units(a, found, "[IVXLC]+")


@rule("R72", "titles of Phần, Chương in capitals")
def r72(a, _):
    faults, said = [], 0
    for page, label, _ in applies(units(a, UNITS["Phần"]) + units(a, UNITS["Chương"]), "no parts or chapters"):
        lines = title_below(a, page, label)
        faults += [] if lines else [(page.number, f"{label.text}: no title below it")]
        for line in lines:
            said += 1
            wrong = style_faults(line, (13, 14), bold=True, italic=False, upper=True)
            wrong += ["not centred"] if not a.centred(line, pm.LOOSE_AXIS_TOLERANCE) else []
            faults += [(page.number, f"{short(line.text, 25)}: {', '.join(wrong)}")] if wrong else []
    return worst(faults, f"{said} lines", "next line, centred, bold capitals, 13-14")


@rule("R73", "Mục, Tiểu mục: own line, Arabic; title in capitals")
def r73(a, _):
    found = applies(units(a, UNITS["Mục"]), "no Mục")
    verdict = judge_units(a, found, r"\d+")
    faults = []
    for page, label, _ in found:
        lines = title_below(a, page, label)
        wrong = [f for x in lines for f in style_faults(x, (13, 14), bold=True, italic=False, upper=True)]
        faults += [(page.number, f"{label.text}: {', '.join(wrong) or 'no title below it'}")] if wrong or not lines else []
    return verdict if verdict.status == FINDING else worst(faults, verdict.measured, verdict.allowed)


def articles(a):
    return applies([p for p in a.paragraphs if ARTICLE.match(p.text)], "no articles")


def bold_text(paragraph):
    return "".join(s.text for p in paragraph.lines for s in p.line.spans if s.bold).strip()


@rule("R74", "Điều: bold to the end of its title")
def r74(a, _):
    faults = []
    for p in articles(a):
        label = ARTICLE.match(p.text).group()
        wrong = [] if label.endswith(".") else ["no dot after the number"]
        wrong += ["not bold"] if not (p.bold if p.short_of_sentence else bold_text(p).startswith(label)) else []
        wrong += ["bold after its number"] if not p.short_of_sentence and len(bold_text(p)) > len(label) + 40 else []
        wrong += ["italic"] if any(s.italic for s in p.lines[0].line.letters[:1]) else []
        wrong += ["another size"] if any(abs(s.size - a.body_size) > pm.SIZE_TOLERANCE for s in p.letters) else []
        wrong += ["another indent"] if abs(to_mm(p.lines[0].line.x0 - a.left - a.indent)) > pm.INDENT_TOLERANCE else []
        faults += [(p.page, f"{short(p.text, 25)}: {', '.join(wrong)}")] if wrong else []
    return worst(faults, f"{len(articles(a))} articles", "Điều n. and title bold upright, indented, size of the text")


def value_of(number):
    if number.isdigit():
        return int(number)
    values = [ROMAN[c] for c in number.upper()]
    return sum(-v if v < after else v for v, after in zip(values, values[1:] + [0]))


@rule("R75", "Điều, Phần, Chương run 1, 2, 3")
def r75(a, _):
    rows = {"Điều": [(p.page, ARTICLE.match(p.text).group(1)) for p in a.paragraphs if ARTICLE.match(p.text)]}
    rows |= {name: [(page.number, n) for page, _, n in units(a, UNITS[name])] for name in ("Phần", "Chương")}
    applies(any(rows.values()), "no articles, parts, chapters")
    faults = [(page, f"{name} {number}, not {at}") for name, row in rows.items()
              for at, (page, number) in enumerate(row, 1) if value_of(number) != at]
    return worst(faults, ", ".join(f"{name} {len(row)}" for name, row in rows.items() if row), "no gap")


@rule("R76", "clauses: number upright, bold only with a title")
def r76(a, _):
    clauses = applies([p for p in a.paragraphs if CLAUSE.match(p.text)], "no clauses")
    faults = []
    for p in clauses:
        first = p.lines[0].line.letters[0]
        wrong = ["number italic"] if first.italic else []
        wrong += ["title not bold"] if p.titled_clause and not p.bold else []
        wrong += ["bold without a title"] if p.bold and p.text[-1] in ".;" else []
        wrong += ["number bold, text not"] if first.bold and not p.bold else []
        faults += [(p.page, f"{short(p.text, 25)}: {', '.join(wrong)}")] if wrong else []
    return worst(faults, f"{len(clauses)} clauses", "n. upright; bold where it has a title")


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
