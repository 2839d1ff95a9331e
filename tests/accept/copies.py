"""What an office adds to the copy of a document: a block below its end (form 3.1), a line at the top right (form 3.2)."""
import re
from dataclasses import dataclass, field

from page_model import Line, to_pt
from parts import level_with, whole_lines

FORMS = {"SAO Y": "SY", "SAO LỤC": "SL", "TRÍCH SAO": "TrS"}
MARK = re.compile(r"(sao y|sao lục|trích sao) ?;.*", re.IGNORECASE)


@dataclass
class Copy:
    """The block of one copy: the words that name its form, all lines of it, the line of the document above it."""
    page: object
    form: Line
    lines: list = field(default_factory=list)
    above: Line = None

    @property
    def left(self):
        return whole_lines(x for x in self.lines if x.centre < self.page.width / 2)

    @property
    def right(self):
        return whole_lines(x for x in self.lines if x.centre > self.page.width / 2)

    @property
    def recipients_head(self):
        return next((x for x in self.left if x.text.lower().startswith("nơi nhận")), None)


def find(a):
    """Leaves in the Anatomy: copies, copy_marks. What belongs to them is no part of the document."""
    a.copies, a.copy_marks = [], []
    find_marks(a, a.pages[0])
    for page in a.pages:
        find_blocks(a, page)


def find_marks(a, page):
    """Each a line, which the clerk's blanks may part; the topmost lines of the first page."""
    free = a.free_down(page)
    while free:
        pieces = level_with(free[0], free)
        line = Line([s for x in pieces for s in x.spans])
        if not MARK.fullmatch(line.text):
            return
        a.copy_marks.append(line)
        a.give("copy mark", pieces)
        free = a.free_down(page)


def find_blocks(a, page):
    """A block goes from the line that names the form, or the office's superior level with it, down to the next one."""
    forms = [x for x in a.free_down(page) if x.text.upper() in FORMS and x.centre > page.width / 2]
    tops = [x.baseline - to_pt(3) for x in forms]
    for form, top, end in zip(forms, tops, tops[1:] + [page.height]):
        above = [x for x in page.lines if x.baseline < top and a.role_of(x) != "number"]
        lines = [x for x in a.free_lines(page) if top <= x.baseline < end]
        a.copies.append(Copy(page, form, lines, max(above, key=lambda x: x.baseline, default=None)))
    for copy in a.copies:
        a.give("copy", copy.lines)
