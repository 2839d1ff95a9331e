"""What is what in an administrative document: the checklist's anchors and zones, found in a page model.

Finding an anchor must not presume what a rule tests (a title in the wrong weight is still the title),
so anchors go by words and places as far as they can.
"""
import re
from collections import Counter
from dataclasses import dataclass, field

from page_model import Line, to_pt

TYPES = {
    "NGHỊ QUYẾT", "QUYẾT ĐỊNH", "CHỈ THỊ", "QUY CHẾ", "QUY ĐỊNH", "THÔNG CÁO", "THÔNG BÁO", "HƯỚNG DẪN",
    "CHƯƠNG TRÌNH", "KẾ HOẠCH", "PHƯƠNG ÁN", "ĐỀ ÁN", "DỰ ÁN", "BÁO CÁO", "BIÊN BẢN", "TỜ TRÌNH", "HỢP ĐỒNG",
    "CÔNG ĐIỆN", "BẢN GHI NHỚ", "BẢN THỎA THUẬN", "GIẤY ỦY QUYỀN", "GIẤY MỜI", "GIẤY GIỚI THIỆU",
    "GIẤY NGHỈ PHÉP", "PHIẾU GỬI", "PHIẾU CHUYỂN", "PHIẾU BÁO",
}
SECTION = re.compile(r"[IVXLC]+\. ")
CLAUSE = re.compile(r"\d+\. ")
ANNEX = re.compile(r"phụ lục( [ivxlc]+| \d+)?", re.IGNORECASE)


@dataclass
class Placed:
    """A line and the page it stands on."""
    page: object
    line: Line


@dataclass
class Paragraph:
    lines: list  # of Placed

    @property
    def text(self):
        return " ".join(p.line.text for p in self.lines)

    @property
    def bold(self):
        return all(p.line.bold for p in self.lines)

    @property
    def page(self):
        return self.lines[0].page.number

    @property
    def section(self):
        return bool(SECTION.match(self.text)) and self.bold

    @property
    def titled_clause(self):
        """`1. Title`: a clause of few words that does not end as a sentence does."""
        return bool(CLAUSE.match(self.text)) and len(self.lines) <= 3 and self.text[-1] not in ".;:,"

    @property
    def heading(self):
        return self.bold and (self.section or bool(CLAUSE.match(self.text)))


@dataclass
class Table:
    """The part of a table that stands on one page."""
    page: object
    h_rules: list
    v_rules: list
    lines: list = field(default_factory=list)

    @property
    def x0(self):
        return min(r.x for r in self.v_rules)

    @property
    def x1(self):
        return max(r.x for r in self.v_rules)

    @property
    def y0(self):
        return min(r.y0 for r in self.v_rules)

    @property
    def y1(self):
        return max(r.y1 for r in self.v_rules)

    @property
    def rows(self):
        """Lines of each row, from left to right."""
        heights = merge_close([self.y0, *(r.y for r in self.h_rules), self.y1])
        rows = [[c for c in self.lines if a < c.baseline <= b] for a, b in zip(heights, heights[1:])]
        return [sorted(r, key=lambda c: (round(c.x0), c.baseline)) for r in rows if r]

    def row_texts(self):
        return [" | ".join(c.text for c in row) for row in self.rows]


@dataclass
class Note:
    number: str
    page: int   # where it begins
    lines: list


@dataclass
class Annex:
    pages: list
    label: Placed
    title: list = field(default_factory=list)  # lines
    reference: list = field(default_factory=list)


def merge_close(values, near=1.5):
    merged = []
    for value in sorted(values):
        if not merged or value - merged[-1] > near:
            merged.append(value)
    return merged


def most_common(values):
    counted = Counter(values)
    return counted.most_common(1)[0][0] if counted else None


class Anatomy:
    def __init__(self, document):
        self.document = document
        self.role = {}  # id of a line -> its role
        self.tables, self.notes, self.marks, self.annexes = [], [], [], []
        self.body_size = self.find_body_size()
        self.rough_left = self.find_rough_left()
        for page in document.pages:
            self.find_page_number(page)
            self.find_tables(page)
            self.find_notes(page)
        self.find_annexes()
        self.find_header()
        self.find_end_block()
        self.find_title()
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

    def lines_of(self, page, *roles):
        return [line for line in page.lines if self.role_of(line) in roles]

    def centred(self, line, millimetres=3):
        return abs(line.centre - self.area_centre) <= to_pt(millimetres)

    @property
    def area_centre(self):
        return (self.left + self.right) / 2

    @property
    def pages(self):
        return self.document.pages

    # -- sizes that the rest leans on

    def find_body_size(self):
        sizes = Counter()
        for page in self.pages:
            for line in page.lines:
                for span in line.spans:
                    sizes[round(span.size, 1)] += len(span.text.strip())
        return sizes.most_common(1)[0][0] if sizes else 0

    def find_rough_left(self):
        return most_common(round(line.x0, 1) for page in self.pages for line in page.lines
                           if abs(line.size - self.body_size) < 0.3) or 0

    # -- page furniture

    def find_page_number(self, page):
        """A line of digits alone, the topmost or the lowest of its page, near the middle."""
        if len(page.lines) < 2:
            return
        top = min(page.lines, key=lambda line: line.baseline)
        low = max(page.lines, key=lambda line: line.baseline)
        for line, near_edge in ((top, top.baseline < to_pt(30)), (low, low.baseline > page.height - to_pt(25))):
            middle = abs(line.centre - page.width / 2) < to_pt(20)
            if near_edge and middle and re.fullmatch(r"[-–\s]*\d+[-–\s]*", line.text):
                self.give("number", [line])

    def find_tables(self, page):
        """Upright lines whose heights meet belong to one table; level lines that touch them are its rows."""
        groups = []
        for rule in sorted(page.v_rules, key=lambda r: r.y0):
            if groups and rule.y0 <= max(r.y1 for r in groups[-1]) + 1:
                groups[-1].append(rule)
            else:
                groups.append([rule])
        for upright in groups:
            table = Table(page, [], upright)
            table.h_rules = [r for r in page.h_rules if table.y0 - 1 <= r.y <= table.y1 + 1
                             and r.x1 > table.x0 and r.x0 < table.x1]
            if len(merge_close(r.x for r in upright)) < 2 or not table.h_rules:
                continue
            table.lines = [line for line in self.free_lines(page)
                           if table.y0 < line.baseline < table.y1 + 1 and line.x1 > table.x0 and line.x0 < table.x1]
            self.give("cell", table.lines)
            self.tables.append(table)

    def find_notes(self, page):
        """Notes stand below a short rule at the left margin; all below it is smaller than the body."""
        in_tables = [r for t in self.tables if t.page is page for r in t.h_rules]
        for rule in sorted(page.h_rules, key=lambda r: r.y):
            below = [line for line in self.free_lines(page) if line.baseline > rule.y]
            if (any(rule is r for r in in_tables) or not below or rule.length > 0.6 * page.width
                    or abs(rule.x0 - self.rough_left) > to_pt(3)
                    or any(line.size > self.body_size - 1.5 for line in below)):
                continue
            self.give("note", below)
            self.split_notes(page, below)
            return

    def split_notes(self, page, lines):
        for line in lines:
            number = self.note_number(line)
            if number:
                self.notes.append(Note(number, page.number, [line]))
            elif self.notes:
                self.notes[-1].lines.append(line)  # goes on, perhaps from the page before
            else:
                self.notes.append(Note("?", page.number, [line]))

    def note_number(self, line):
        first = next(s for s in line.spans if s.visible)
        if line.is_mark(first):
            return first.text.strip()
        # a number of the text's own size: only the one that must follow, and not after raised ones
        plain = re.match(r"(\d+)[.)]? ", line.text)
        before = self.notes[-1].lines[0] if self.notes else None
        if before and before.is_mark(next(s for s in before.spans if s.visible)):
            return None
        last = self.notes[-1].number.strip("()") if self.notes else ""
        due = str(int(last) + 1) if last.isdigit() else "1"
        return due if plain and plain.group(1) == due else None

    # -- parts of the document

    def find_annexes(self):
        for page in self.pages:
            free = self.free_lines(page)
            first = min(free, key=lambda line: line.baseline) if free else None
            if first and ANNEX.fullmatch(first.text):
                self.annexes.append(Annex([page], Placed(page, first)))
                self.give("annex label", [first])
            elif self.annexes:
                self.annexes[-1].pages.append(page)
        annex_pages = [page for annex in self.annexes for page in annex.pages]
        self.main_pages = [p for p in self.pages if not any(p is q for q in annex_pages)]
        for annex in self.annexes:
            self.find_annex_head(annex)

    def find_annex_head(self, annex):
        page = annex.pages[0]
        free = sorted(self.free_lines(page), key=lambda line: line.baseline)
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
        for role, found in (("annex title", annex.title), ("annex reference", annex.reference)):
            self.give(role, [x for x in free for line in found if any(x.spans[0] is s for s in line.spans)])

    def find_header(self):
        """The two columns of page 1, down to the number and date lines."""
        self.national_name = self.motto = self.number_line = self.date_line = None
        self.superior, self.issuer, self.date_parts = [], [], []
        page = self.pages[0]
        free = sorted(self.free_lines(page), key=lambda line: line.baseline)
        self.national_name = next((x for x in free if x.text.upper().startswith("CỘNG H")), None)
        if not self.national_name:
            return
        split = self.national_name.x0
        right = [x for x in free if x.centre >= split and x.baseline < to_pt(90)]
        left = [x for x in free if x.centre < split and x.baseline < to_pt(90)]
        self.motto = next((x for x in right if x.text.lower().startswith("độc lập")), None)
        self.find_number_and_date(left, right)
        end = max((x.baseline for x in (self.number_line, self.date_line) if x), default=0)
        names = [x for x in left if x.baseline < (self.number_line.baseline if self.number_line else end) - 3]
        self.split_names(names)
        self.give("header", [x for x in left + right if x.baseline <= end + 1])
        self.header_end = end

    def find_number_and_date(self, left, right):
        first = next((x for x in left if re.match(r"số\b", x.text.lower())), None)
        if first:
            self.number_line = Line([s for x in level_with(first, left) for s in x.spans])
        first = next((x for x in right if re.search(r"\bngày\b", x.text.lower()) and "," in x.text), None)
        if first:
            self.date_line = Line([s for x in level_with(first, right) for s in x.spans])

    def split_names(self, names):
        """The bold lines at the end are the issuer; an abbreviated name above another can only be the superior."""
        issuer_from = len(names) - 1 if names else 0
        while issuer_from > 0 and names[issuer_from].bold and names[issuer_from - 1].bold \
                and not re.match(r"(UBND|HĐND)\b", names[issuer_from - 1].text):
            issuer_from -= 1
        self.superior, self.issuer = names[:issuer_from], names[issuer_from:]

    def find_end_block(self):
        """Nơi nhận at the left, authority and name at the right, on the page that holds `Nơi nhận`."""
        self.recipients_head, self.recipients, self.signers, self.signer_name, self.end_page = None, [], [], None, None
        for page in reversed(self.main_pages):
            head = next((x for x in self.free_lines(page) if x.text.lower().startswith("nơi nhận")), None)
            if head:
                self.end_page, self.recipients_head = page, head
                break
        if not self.end_page:
            return
        later = [x for p in self.main_pages if p.number > page.number for x in self.free_lines(p)]
        block = [x for x in self.free_lines(page) if x.baseline > head.baseline - head.size]
        self.recipients = [x for x in block if x.x0 < page.width / 2 - 20 and x is not head and x.baseline > head.baseline]
        right = [x for x in block if x.x0 >= page.width / 2 - 20]
        self.signers = [x for x in right if x.upper]
        self.signer_name = next((x for x in reversed(right) if not x.upper), right[-1] if len(right) > 1 else None)
        if self.signer_name in self.signers:  # a name in capitals: still the name
            self.signers.remove(self.signer_name)
        self.after_end = later
        self.give("end", [head, *self.recipients, *right])

    def find_title(self):
        """Title, subject and addressees of page 1, before the body begins."""
        self.title, self.subject, self.addressees = None, [], []
        page = self.pages[0]
        self.first_margins()
        free = sorted((x for x in self.free_lines(page)), key=lambda line: line.baseline)
        if free and free[0].text.upper() in TYPES:
            self.title = free.pop(0)
            self.give("title", [self.title])
            self.find_subject(page, free)
        free = sorted((x for x in self.free_lines(page)), key=lambda line: line.baseline)
        if free and free[0].text.lower().startswith("kính gửi"):
            self.addressees = [free[0]]
            for line in free[1:]:
                if not line.text.startswith("-"):
                    break
                self.addressees.append(line)
            self.give("addressee", self.addressees)

    def find_subject(self, page, following):
        """Down to the short centred rule; without one, the bold lines that are no heading."""
        rule = next((r for r in sorted(page.h_rules, key=lambda r: r.y)
                     if self.title.baseline < r.y < self.title.baseline + 120 and self.centred(r) and r.length < 0.6 * page.width), None)
        for line in following:
            if (line.baseline > rule.y) if rule else (not line.bold or SECTION.match(line.text)):
                break
            self.subject.append(line)
        self.give("subject", self.subject)

    def first_margins(self):
        """Left and right edge of the text: where most body lines begin, where lines that go on end."""
        ends = []
        for page in self.main_pages:
            lines = [x for x in self.free_lines(page) if abs(x.size - self.body_size) < 0.3]
            for line, below in zip(lines, lines[1:]):
                if abs(below.x0 - self.rough_left) < 1 and line.width > page.width / 2:
                    ends.append(line.x1)
        self.left = self.rough_left
        self.right = sorted(ends)[len(ends) // 2] if ends else self.pages[0].width - to_pt(15)

    def find_body(self):
        self.body, self.paragraphs = [], []
        for page in self.main_pages:
            for line in self.free_lines(page):
                self.role[id(line)] = "body"
                self.body.append(Placed(page, line))
        for placed in self.body:
            if not self.paragraphs or self.begins_paragraph(placed.line, self.paragraphs[-1]):
                self.paragraphs.append(Paragraph([placed]))
            else:
                self.paragraphs[-1].lines.append(placed)
        for annex in self.annexes:
            for page in annex.pages:
                self.give("annex text", self.free_lines(page))

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
        in_tables = [r for t in self.tables for r in t.h_rules]
        found = [r for r in page.h_rules if 0 < r.y - line.baseline <= to_pt(reach_mm) and r.x0 < line.centre < r.x1
                 and not any(r is t for t in in_tables)]
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
        return not any(x.baseline > table.y1 for x in table.page.lines if self.role_of(x) not in ("note", "number"))

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


def whole_lines(lines):
    """Lines on one baseline joined into one, from the top down."""
    joined = []
    for line in sorted(lines, key=lambda x: (round(x.baseline), x.x0)):
        if joined and abs(joined[-1].baseline - line.baseline) < 1:
            joined[-1] = Line(joined[-1].spans + line.spans)
        else:
            joined.append(line)
    return joined


def level_with(first, lines):
    """Pieces on one baseline, from left to right: a blank for the clerk may part a line."""
    return sorted((x for x in lines if abs(x.baseline - first.baseline) < 1), key=lambda x: x.x0)
