"""What is what in an administrative document: the checklist's anchors and zones, found in a page model.

Finding an anchor must not presume what a rule tests (a title in the wrong weight is still the title),
so anchors go by words and places as far as they can.
"""
import re
from collections import Counter

import copies
import end_block
import front
import furniture
from page_model import Line, to_pt
from parts import ARTICLE, Annex, Heading, MESSAGE, Paragraph, Placed, level_with, whole_lines

ANNEX = re.compile(r"phụ lục( [ivxlc]+| \d+)?", re.IGNORECASE)
FILE_MARK = re.compile(r"số: ?[^;]*/[^;]*;.*", re.IGNORECASE)


class Anatomy:
    """One document of a file: all its pages, or those of a document that is issued with another."""

    def __init__(self, document, pages=None, issued=False):
        self.document, self.issued = document, issued
        self.pages = pages or document.pages
        self.role = {}  # id of a line -> its role
        self.notes, self.marks, self.annexes = [], [], []
        furniture.find_all(self)
        copies.find(self)
        self.find_annexes()
        front.find_header(self)
        self.first_margins()
        end_block.find(self)
        front.find_title(self)
        self.find_body()
        self.find_marks()

    # -- helpers

    def role_of(self, line):
        return self.role.get(id(line))

    def give(self, role, lines):
        for line in lines:
            self.role[id(line)] = role

    def free_lines(self, page):
        return [line for line in page.lines if id(line) not in self.role]

    def free_down(self, page):
        return sorted(self.free_lines(page), key=lambda line: line.baseline)

    def lines_of(self, page, *roles):
        return [line for line in page.lines if self.role_of(line) in roles]

    def centred(self, line, millimetres=3):
        return abs(line.centre - self.area_centre) <= to_pt(millimetres)

    @property
    def area_centre(self):
        return (self.left + self.right) / 2

    @property
    def annex_file(self):
        """A file that holds an appendix alone."""
        return not self.main_pages

    @property
    def kind(self):
        """The type's name in capitals; what bears no title is an official letter."""
        return self.title.text.upper().replace("HOẢ", "HỎA") if self.title else "CÔNG VĂN"

    @property
    def letter(self):
        """An official letter, or a message: neither has an abbreviation of its type."""
        return self.kind == "CÔNG VĂN" or bool(MESSAGE.fullmatch(self.kind))

    # -- parts of the document

    def find_annexes(self):
        self.file_marks = []
        for page in self.pages:
            self.find_file_mark(page)
            free = self.free_down(page)
            if free and ANNEX.fullmatch(free[0].text):
                self.annexes.append(Annex([page], Placed(page, free[0])))
                self.give("annex label", [free[0]])
            elif self.annexes:
                self.annexes[-1].pages.append(page)
        self.issued = self.issued or bool(self.file_marks) and not (self.annexes and self.annexes[0].pages[0] is self.pages[0])
        annex_pages = [page for annex in self.annexes for page in annex.pages]
        self.main_pages = [p for p in self.pages if not any(p is q for q in annex_pages)]
        for annex in self.annexes:
            self.find_annex_head(annex)

    def find_file_mark(self, page):
        """`Số: ...; date; time` at the top of the first page of a file that belongs to another; the clerk's blanks part it."""
        free = self.free_down(page)
        pieces = level_with(free[0], free) if free and page is self.document.pages[0] else []
        if pieces and pieces[0].x0 > page.width / 3 and FILE_MARK.fullmatch(Line([s for x in pieces for s in x.spans]).text):
            self.file_marks.append(Placed(page, Line([s for x in pieces for s in x.spans])))
            self.give("file mark", pieces)

    def find_annex_head(self, annex):
        page = annex.pages[0]
        free = self.free_down(page)
        tops = [t.y0 for t in self.tables if t.page is page]
        free = [line for line in free if not tops or line.baseline < min(tops)]
        for line in whole_lines(free):
            if annex.reference and not annex.reference[-1].text.endswith(")"):
                annex.reference.append(line)
            elif "kèm theo" in line.text.lower() and not annex.reference:
                annex.reference.append(line)
            elif not annex.reference and (line.bold or not annex.title) and line.x0 > self.rough_left + 2:
                annex.title.append(line)
            else:
                break
        self.give_whole("annex title", annex.title, free)
        self.give_whole("annex reference", annex.reference, free)

    def give_whole(self, role, whole, pieces):
        """Gives a role to the pieces that whole lines were joined of."""
        self.give(role, [x for x in pieces for line in whole if any(x.spans[0] is s for s in line.spans)])

    def first_margins(self):
        """Left and right edge of the text: where its lines begin again and again, where lines that go on end."""
        self.left, ends = self.rough_left, []
        if self.annex_file and self.tables:
            self.left, self.right = min(t.x0 for t in self.tables), max(t.x1 for t in self.tables)
            return
        portrait = [p for p in self.main_pages if p.width < p.height]
        for page in portrait:
            lines = [x for x in self.free_lines(page) if abs(x.size - self.body_size) < 0.3]
            for line, below in zip(lines, lines[1:]):
                if abs(below.x0 - self.left) < 1 and line.width > page.width / 2:
                    ends.append(line.x1)
        self.right = sorted(ends)[len(ends) // 2] if ends else self.pages[0].width - to_pt(15)

    def find_body(self):
        self.body, self.paragraphs, self.headings, self.blocks = [], [], [], []
        for page in self.main_pages:
            for line in self.free_lines(page):
                self.body.append(Placed(page, line))
        self.indent = self.usual_indent()
        for placed in self.body:
            self.put_in_block(placed)
        self.body = [p for p in self.body if self.role_of(p.line) == "body"]
        for annex in self.annexes:
            for page in annex.pages:
                self.give("annex text", self.free_lines(page))

    def usual_indent(self):
        found = Counter(round(p.line.x0 - self.left, 1) for p in self.body if 15 < p.line.x0 - self.left < 60)
        return found.most_common(1)[0][0] if found else to_pt(10)

    def put_in_block(self, placed):
        """A line of the text belongs to a paragraph, to a centred heading, or to a table (its unit, its notes)."""
        line, last = placed.line, self.blocks[-1] if self.blocks else None
        if self.beside_table(line):
            self.give("table text", [line])
            self.blocks.append(placed)
        elif self.is_heading_line(line):
            self.give("heading", [line])
            before = last.lines[-1] if isinstance(last, Heading) else None
            if before and before.page is placed.page and 0 < line.baseline - before.line.baseline < 1.4 * line.size:
                last.lines.append(placed)
            else:
                self.headings.append(Heading([placed]))
                self.blocks.append(self.headings[-1])
        else:
            self.give("body", [line])
            if not isinstance(last, Paragraph) or self.begins_paragraph(line, last):
                self.paragraphs.append(Paragraph([placed]))
                self.blocks.append(self.paragraphs[-1])
            else:
                last.lines.append(placed)

    def beside_table(self, line):
        """The unit at the right edge, a note in words of its own."""
        at_right = abs(line.x1 - self.right) < to_pt(3) and line.x0 > self.left + 2 * self.indent
        return self.tables and (at_right and line.text.lower().startswith(("đơn vị tính", "đvt"))
                                or line.text.startswith(("Ghi chú", "Nguồn")))

    def is_heading_line(self, line):
        from_left = line.x0 - self.left
        at_indent = abs(from_left - self.indent) < 2
        alone = abs(line.centre - self.area_centre) <= to_pt(2.5) and from_left > 4
        return alone and (not at_indent or line.upper) and not ARTICLE.match(line.text)

    def begins_paragraph(self, line, before):
        return line.x0 > self.left + 4 or line.bold != before.bold

    def find_marks(self):
        """Note marks in the text: (number, page, place in the order of the text)."""
        for page in self.pages:
            for line in page.lines:
                if self.role_of(line) != "note":
                    self.marks += [(s.text.strip(), page.number) for s in line.spans if line.is_mark(s)]

    # -- questions that several rules ask

    def body_on(self, page):
        return [p.line for p in self.body if p.page is page]

    def rule_below(self, page, line, reach_mm):
        """The nearest level rule below a line that is not a table's, at its middle."""
        others = [r for t in self.tables for r in t.h_rules] + self.frame_rules
        found = [r for r in page.h_rules if 0 < r.y - line.baseline <= to_pt(reach_mm) and r.x0 < line.centre < r.x1
                 and not any(r is t for t in others)]
        return min(found, key=lambda r: r.y, default=None)

    def going_on(self):
        """(line, next line) inside each paragraph."""
        for paragraph in self.paragraphs:
            yield from ((paragraph, a, b) for a, b in zip(paragraph.lines, paragraph.lines[1:]))

    def pitches(self):
        """(pitch, upper line, page number) of lines in one paragraph and on one page."""
        return [(b.line.baseline - a.line.baseline, a.line, a.page.number)
                for _, a, b in self.going_on() if a.page is b.page]

    def table_chains(self):
        """Tables of consecutive pages that are one table: one ends its page, the next begins its own."""
        chains = []
        for table in self.tables:
            last = chains[-1][-1] if chains else None
            if last and table.page.number == last.page.number + 1 and self.ends_page(last) and self.begins_page(table):
                chains[-1].append(table)
            else:
                chains.append([table])
        return chains

    def ends_page(self, table):
        return not any(x.baseline > table.y1 for x in table.page.lines if self.role_of(x) not in ("note", "number", "contact"))

    def begins_page(self, table):
        return not any(x.baseline < table.y0 for x in table.page.lines if self.role_of(x) != "number")

    def repeated_head(self, first, table):
        """Lines of the rows at the head of `table` that say again what the first part's head rows say."""
        lines = []
        for ours, theirs, row in zip(table.row_texts(), first.row_texts(), table.rows):
            if ours != theirs:
                break
            lines += row
        return lines


def documents_of(document):
    """The documents of a file: the one that is signed, then each that is issued with it, a header of its own at its top."""
    starts = [at for at, page in enumerate(document.pages)
              if at == 0 or any(x.text.upper().startswith("CỘNG H") and x.baseline < to_pt(60) for x in page.lines)]
    groups = [document.pages[a:b] for a, b in zip(starts, starts[1:] + [None])]
    return [Anatomy(document, pages, issued=at > 0) for at, pages in enumerate(groups)]
