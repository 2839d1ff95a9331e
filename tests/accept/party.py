#!/usr/bin/python3
"""Measures the Party's samples (samples/party, templates/dang.xml) on their finished PDFs.

Usage: party.py VANBAN

Title, asterisk, number, subject, text, signer, recipients, margins as Hướng dẫn 05-HD/VPTW has them. Then the template is spoiled
in one place after another: the measure of that place must see it on the pages.
Exit status: 0 all hold and each fault is found; 1 not, and it says which.
"""
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import page_reader
from page_model import AXIS_TOLERANCE, LEVEL_TOLERANCE, MARGIN_TOLERANCE, to_mm, to_pt
from parts import whole_lines
from party_spoilt import SPOILT
from rule_base import short, style_faults, within

ROOT = Path(__file__).parent.parent.parent
LEFT, RIGHT, TOP, BOTTOM = 30, 15, 20, 20  # millimetres
NUMBER = r"Số (\d\d+ ?)?-[A-ZĐ][^\s/]*/[A-ZĐ]\S*"


def down(page, where=lambda x: True):
    return whole_lines(x for x in page.lines if where(x))


def first(lines, pattern):
    return next((x for x in lines if re.match(pattern, x.text)), None)


def styled(line, what, **style):
    if not line:
        return [f"no {what}"]
    wrong = style_faults(line, **style)
    return [f"{short(line.text, 25)}: {', '.join(wrong)}"] if wrong else []


class Pages:
    """The columns of the head, which end above the title or the text, and the lines of the text."""

    def __init__(self, pdf):
        self.document = page_reader.read(pdf)
        self.page = self.document.pages[0]
        self.middle = self.page.width / 2
        self.left = down(self.page, lambda x: x.centre < self.middle)
        self.right = down(self.page, lambda x: x.centre > self.middle)
        self.number = first(self.left, "Số")
        self.date = first(self.right, ".*, ngày")
        self.last = self.document.pages[-1]
        self.recipients = first(down(self.last, lambda x: x.x1 < self.middle), "Nơi nhận")
        self.letter = not self.hyphens

    @property
    def hyphens(self):
        return first(down(self.page), "-+$")

    @property
    def signer(self):
        """From the capacity to the name."""
        top = self.recipients.baseline - 1 if self.recipients else 0
        return [x for x in down(self.last, lambda x: x.x0 > self.middle) if x.baseline > top]

    def text(self):
        """(page, lines of the text): between the head and the recipients, but for tables and notes."""
        for page in self.document.pages:
            tables = [r.y0 for r in page.v_rules], [r.y1 for r in page.v_rules]
            end = self.recipients.baseline - 2 if page is self.last and self.recipients else page.height
            begin = (self.hyphens or self.date).baseline + 10 if page is self.page else 0
            inside = [x for x in whole_lines(page.lines) if max(begin, to_pt(18)) < x.baseline < end and within(x.size, 13.5, 15.1)]
            yield page, [x for x in inside if not (tables[0] and min(tables[0]) < x.baseline < max(tables[1]))]


def margins(p):
    faults = []
    for page in p.document.pages:
        x0, x1 = min(x.x0 for x in page.lines), max(x.x1 for x in page.lines)
        inside = [x for x in page.lines if not x.text.isdigit() or x.baseline > to_pt(20)]
        top, low = min(x.top for x in inside), max(x.bottom for x in inside)
        for name, found, wanted in (("left", to_mm(x0), LEFT), ("right", to_mm(page.width - x1), RIGHT)):
            faults += [] if abs(found - wanted) <= MARGIN_TOLERANCE else [f"{name} {found:.2f} mm"]
        ends = to_mm(top) - TOP, to_mm(page.height - low) - BOTTOM
        faults += [] if min(ends) >= -MARGIN_TOLERANCE else ["top or bottom"]
    return faults


def party_title(p):
    title = first(p.right, "ĐẢNG")
    faults = styled(title, "title", sizes=(15, 15), bold=True, italic=False)
    if not title or title.text != "ĐẢNG CỘNG SẢN VIỆT NAM":
        return faults + ["its words"]
    rules = [r for r in p.page.h_rules if 0 < r.y - title.baseline < to_pt(4) and abs(r.centre - title.centre) < to_pt(AXIS_TOLERANCE)]
    faults += [] if rules and within(rules[0].length / title.width, 0.98, 1.02) else ["its rule is not as long as it is"]
    faults += [] if abs(title.baseline - p.left[0].baseline) <= LEVEL_TOLERANCE else ["not level with the office"]
    return faults + [f"{x.text} in it" for x in down(p.page) if x.text.upper().startswith(("CỘNG HÒA", "ĐỘC LẬP"))]


def office(p):
    star = first(p.left, r"\*$")
    above = [x for x in p.left if star and x.baseline < star.baseline]
    if len(above) < 2:
        return ["no asterisk below superior and office"]
    faults = styled(above[0], "superior", sizes=(14, 14), bold=False, italic=False, upper=True)
    faults += styled(above[-1], "office", sizes=(14, 14), bold=True, italic=False, upper=True)
    faults += [] if abs(to_mm(star.centre - above[-1].centre)) <= AXIS_TOLERANCE else ["asterisk off the axis"]
    rules = [r for r in p.page.h_rules if r.centre < p.middle and p.number and r.y < p.number.baseline]
    return faults + (["a rule below the office"] if rules else [])


def number(p):
    faults = styled(p.number, "number", sizes=(14, 14), bold=False, italic=False)
    return faults + ([] if p.number and re.fullmatch(NUMBER, p.number.text) else ["its pattern"])


def date(p):
    faults = styled(p.date, "date", sizes=(14, 14), bold=False, italic=True)
    level = p.date and p.number and abs(p.date.baseline - p.number.baseline) <= LEVEL_TOLERANCE
    return faults + ([] if level else ["not level with the number"])


def subject(p):
    if p.letter:
        below = [x for x in p.left if p.number and x.baseline > p.number.baseline]
        return styled(below[0] if below else None, "subject", sizes=(12, 12), bold=False, italic=True)
    head = [x for x in down(p.page) if p.date and p.date.baseline < x.baseline < p.hyphens.baseline]
    faults = styled(head[0], "type", sizes=(15, 16), bold=True, italic=False, upper=True)
    for line in head[1:]:
        faults += styled(line, "subject", sizes=(14, 15), bold=True, italic=False, upper=False)
    middle = to_pt(LEFT) + (p.page.width - to_pt(LEFT + RIGHT)) / 2
    faults += [f"{short(x.text, 20)} off the middle" for x in [*head, p.hyphens] if abs(to_mm(x.centre - middle)) > AXIS_TOLERANCE]
    near = [r for r in p.page.h_rules if head[0].baseline < r.y < p.hyphens.baseline + 15]
    return faults + ([] if p.hyphens.text == "-----" and not near else ["no five hyphens, or a rule"])


def text(p):
    """Size, first line, exact pitch, distance of paragraphs, justified lines."""
    faults, pitches, gaps, indents = [], set(), [], set()
    for page, lines in p.text():
        for line, below in zip(lines, lines[1:]):
            begins = below.x0 > to_pt(LEFT) + 3
            step = below.baseline - line.baseline
            if begins and step < 40 and abs(below.x0 - to_pt(LEFT + 10)) < 2:
                gaps.append(step)
            elif not begins and step < 40:
                pitches.add(round(step, 1))
                if page.width - line.x1 - to_pt(RIGHT) > 1.5:
                    faults.append(f"{short(line.text, 20)}: not justified")
        indents |= {round(to_mm(x.x0) - LEFT, 1) for x in lines if 3 < to_mm(x.x0) - LEFT < 15 and x.x1 > p.middle}
    faults += [] if len(pitches) == 1 and within(min(pitches), 18, 22, 0.1) else [f"line pitch {sorted(pitches)}"]
    faults += [] if gaps and pitches and min(gaps) >= min(pitches) + 6 - 0.1 else [f"paragraphs {min(gaps, default=0):.1f} pt apart"]
    return faults + ([] if indents == {10.0} else [f"first lines {sorted(indents)} mm"])


def signer(p):
    lines = p.signer
    if len(lines) < 3:
        return ["no capacity, position and name"]
    faults = [] if re.match(r"(T/M|K/T|T/L) \S", lines[0].text) else [f"{lines[0].text}: its prefix"]
    for line in lines[1:-1]:
        faults += styled(line, "position", sizes=(14, 14), bold=False, italic=False, upper=True)
    return faults + styled(lines[-1], "name", sizes=(14, 14), bold=True, italic=False, upper=False)


def recipients(p):
    head = p.recipients
    faults = styled(head, "recipients", sizes=(14, 14), bold=False, italic=False)
    if not head:
        return faults
    under = [r for r in p.last.h_rules if 0 < r.y - head.baseline < 4 and within(r.length / head.width, 0.95, 1.05)]
    faults += [] if under else ["not underlined"]
    for line in down(p.last, lambda x: x.x1 < p.middle + 20 and x.baseline > head.baseline + 2):
        faults += styled(line, "recipient", sizes=(12, 12), bold=False, italic=False) if line.text.startswith("-") else []
    return faults


def page_number(p):
    faults = []
    for page in p.document.pages:
        line = next((x for x in page.lines if x.text.isdigit() and x.baseline < to_pt(20)), None)
        if page is p.page:
            faults += ["on page 1"] if line else []
            continue
        faults += styled(line, "number of page", sizes=(14, 14), bold=False, italic=False)
        faults += [] if line and within(to_mm(line.top), 9, 11) and line.text == str(page.number) else ["not 10 mm below the edge"]
    return faults


MEASURES = {f.__name__: f for f in (margins, party_title, office, number, date, subject, text, signer, recipients, page_number)}


def render(vanban, data, pdf, *options):
    done = subprocess.run([vanban, "render", str(data), "-o", pdf, "-q", "--lang", "en", *options], capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.decode("utf-8", "replace"))
    return Pages(pdf)


def judge(vanban, data):
    with tempfile.TemporaryDirectory() as folder:
        pages = render(vanban, data, str(Path(folder, "out.pdf")))
        return [f"{data.stem}: {name}: {fault}" for name, measure in MEASURES.items() for fault in measure(pages)]


def spoil(vanban, row):
    """Nothing where the measure sees the fault; else what it does see."""
    name, sample, file, old, new = row
    with tempfile.TemporaryDirectory() as folder:
        for path in [*ROOT.glob("templates/*.xml"), ROOT / "samples" / "party" / f"{sample}.xml"]:
            words = path.read_text(encoding="utf-8")
            if path.stem == file:
                if old not in words:
                    return f"{file} has no {old!r}"
                words = words.replace(old, new, 1)
            Path(folder, path.name).write_text(words.replace(' severity="error"', ' severity="note"'), encoding="utf-8")
        pages = render(vanban, Path(folder, f"{sample}.xml"), str(Path(folder, "out.pdf")), "-t", str(Path(folder, "dang.xml")))
        return None if MEASURES[name](pages) else f"{name} does not see {new!r} in {sample}"


def mirrored(vanban):
    """Two-sided print: the even page swaps its margins."""
    with tempfile.TemporaryDirectory() as folder:
        data = ROOT / "samples" / "party" / "dang-bao-cao.xml"
        pages = render(vanban, data, str(Path(folder, "out.pdf")), "--set", "hai-mat=yes").document.pages
        lefts = [round(to_mm(min(x.x0 for x in page.lines))) for page in pages]
        return [] if lefts[:2] == [LEFT, RIGHT] else [f"two-sided: left {lefts}"]


def main():
    vanban, samples = sys.argv[1], sorted(ROOT.glob("samples/party/*.xml"))
    with ThreadPoolExecutor(2) as pool:
        judged = list(pool.map(lambda data: judge(vanban, data), samples))
        wrong = sum(judged, mirrored(vanban))
        wrong += [why for why in pool.map(lambda row: spoil(vanban, row), SPOILT) if why]
    for line in wrong:
        print("FAIL party: " + line, file=sys.stderr)
    unseen = set(MEASURES) - {row[0] for row in SPOILT}
    print(f"party: {len(MEASURES)} measures x {len(samples)} samples, {len(SPOILT)} faults of the template, {len(wrong)} wrong")
    return 1 if wrong or unseen or len(samples) < 3 else 0


if __name__ == "__main__":
    sys.exit(main())
