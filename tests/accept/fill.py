#!/usr/bin/python3
"""Is a page left empty without a reason?

Usage: fill.py PDF PAGES
  PAGES  what `vanban dump --stage page` says of the same document

How full a page is, is measured in the PDF: from the top margin to the end of the text, and from the first note to the
bottom margin; what is blank between text and notes is blank. A page under 85 % is listed with its reason. It has one
when it ends its section (the document, an appendix, pages turned), or was ended early to keep together what then begins
the next page, and this is indeed too tall for the blank: a heading with its first lines, a row of a table, the end block
with two lines, lines with their notes. To end "full" is none. No page may consist of notes alone.

Exit status: 0 good; 1 not; 2 wrong usage.
"""
import re
import sys

import page_model as pm
import page_reader
from anatomy import Anatomy

MARGIN = pm.to_pt(20)       # top and bottom, as nd30 has them
LEAST = 0.85                # of the text's area
SPLIT_LINES = 2             # of a paragraph or a note, on either side of a page's end
SLACK = pm.to_pt(5)         # gaps above a paragraph and above the notes, which a page's measure does not show
ALONE = 4                   # lines of text that may come with the end block: two, or a paragraph that cannot be split


def ends_of(dump):
    return re.findall(r"^page \d+, number \d+: .*, ends: (.*)$", dump, re.M)


class Fill:
    def __init__(self, anatomy):
        self.anatomy = anatomy

    def text(self, page):
        return sorted((x for x in page.lines if self.anatomy.role_of(x) not in ("note", "number")), key=lambda x: x.baseline)

    def notes(self, page):
        return self.anatomy.lines_of(page, "note")

    def blank(self, page):
        """The height that neither text nor notes take."""
        notes, bottom = self.notes(page), page.height - MARGIN
        low = min((x.top for x in notes), default=bottom)
        ends = [x.bottom for x in self.text(page)]
        ends += [r.y1 for r in page.h_rules + page.v_rules if r.y1 < low - 6]  # the rule above the notes is not text
        below = max(0, bottom - max((x.bottom for x in notes), default=bottom))
        return low - max(ends, default=MARGIN) + below

    def part(self, page):
        return 1 - self.blank(page) / (page.height - 2 * MARGIN)

    def begins_annex(self, page):
        return any(annex.pages[0] is page for annex in self.anatomy.annexes)

    def kept(self, page):
        """What the page begins with that could not be parted: its name and its lines."""
        lines = self.text(page)
        table = next((t for t in self.anatomy.tables if t.page is page and any(lines[0] is x for x in t.lines)), None)
        if table:
            head = {id(x) for chain in self.anatomy.table_chains() for t in chain[1:] if t is table
                    for x in self.anatomy.repeated_head(chain[0], t)}
            row = next(row for row in table.rows if not all(id(x) in head for x in row))
            return "table row", [x for x in lines if x.baseline <= max(c.baseline for c in row)]
        before = [x for x in lines if self.anatomy.role_of(x) == "body"]
        end = self.anatomy.lines_of(page, "end")
        if end and len(before) <= ALONE:
            return "end block", lines
        headings = next((at for at, x in enumerate(lines) if not x.bold), len(lines))
        first = self.paragraph(lines[headings:])
        return "heading" if headings else "lines", lines[:headings + first]

    def paragraph(self, lines):
        """How many of its first lines stay together: two, or all three of three."""
        if not lines:
            return 0
        more = next((at for at, x in enumerate(lines[1:], 1) if self.anatomy.begins_paragraph(x, lines[at - 1])), len(lines))
        return more if more < 2 * SPLIT_LINES else SPLIT_LINES

    def wanted(self, page, lines):
        """The height of these first lines of a page, with their notes as far as these must stand there."""
        height = max(x.bottom for x in lines) - MARGIN
        marks = [s.text.strip() for x in lines for s in x.spans if x.is_mark(s)]
        notes = [n.lines for n in self.anatomy.notes if n.number in marks and n.page == page.number]
        if notes and len(notes[-1]) >= 2 * SPLIT_LINES:
            notes[-1] = notes[-1][:SPLIT_LINES]  # the last may go on
        return height + sum(1.2 * x.size for note in notes for x in note), bool(notes)

    def reason(self, at, end):
        """(whether the page may be so short, why)"""
        page, after = self.anatomy.pages[at], self.anatomy.pages[at + 1] if at + 1 < len(self.anatomy.pages) else None
        if end == "section":
            turned = after and after.width != page.width
            annex = after and self.begins_annex(after)
            why = "last of the document" if not after else "before turned pages" if turned else "before an appendix"
            return (True, why) if not after or turned or annex else (False, "no section ends")
        if end != "keep" or not after:
            return False, "none"
        name, lines = self.kept(after)
        height, notes = self.wanted(after, lines)
        blank = self.blank(page)
        return height + SLACK > blank, f"{name}{' and notes' if notes else ''} of {pm.to_mm(height):.0f} mm, blank {pm.to_mm(blank):.0f} mm"


def judge(anatomy, ends):
    """(good, words) of each page that is short, or has notes alone."""
    fill = Fill(anatomy)
    for at, (page, end) in enumerate(zip(anatomy.pages, ends)):
        if fill.notes(page) and not fill.text(page):
            yield False, f"page {page.number}: notes alone"
        elif fill.part(page) < LEAST:
            good, why = fill.reason(at, end)
            yield good, f"page {page.number}: {100 * fill.part(page):.0f} %, ends {end}: {why}"


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__.split("\n\n")[1])
    anatomy = Anatomy(page_reader.read(sys.argv[1]))
    with open(sys.argv[2], encoding="utf-8") as file:
        ends = ends_of(file.read())
    if len(ends) != len(anatomy.pages):
        print(f"FAIL  {len(anatomy.pages)} pages, the dump has {len(ends)}")
        return 1
    found = list(judge(anatomy, ends))
    for good, words in found:
        print(("ok    " if good else "FAIL  ") + words)
    return 0 if all(good for good, _ in found) else 1


if __name__ == "__main__":
    sys.exit(main())
