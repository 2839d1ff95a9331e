"""The parts of an administrative document, as Anatomy finds them in the pages."""
import re
from collections import Counter
from dataclasses import dataclass, field

from page_model import Line, to_pt

SECTION = re.compile(r"[IVXLC]+\. ")
CLAUSE = re.compile(r"\d+(\.\d+)*\. ")
TYPES = {
    "NGHỊ QUYẾT": "NQ", "QUYẾT ĐỊNH": "QĐ", "CHỈ THỊ": "CT", "QUY CHẾ": "QC", "QUY ĐỊNH": "QyĐ", "THÔNG CÁO": "TC",
    "THÔNG BÁO": "TB", "HƯỚNG DẪN": "HD", "CHƯƠNG TRÌNH": "CTr", "KẾ HOẠCH": "KH", "PHƯƠNG ÁN": "PA", "ĐỀ ÁN": "ĐA",
    "DỰ ÁN": "DA", "BÁO CÁO": "BC", "BIÊN BẢN": "BB", "TỜ TRÌNH": "TTr", "HỢP ĐỒNG": "HĐ", "CÔNG ĐIỆN": "CĐ",
    "BẢN GHI NHỚ": "BGN", "BẢN THỎA THUẬN": "BTT", "GIẤY ỦY QUYỀN": "GUQ", "GIẤY MỜI": "GM", "GIẤY GIỚI THIỆU": "GGT",
    "GIẤY NGHỈ PHÉP": "GNP", "PHIẾU GỬI": "PG", "PHIẾU CHUYỂN": "PC", "PHIẾU BÁO": "PB",
}
MESSAGE = re.compile(r"THƯ (CÔNG|KHEN|CẢM ƠN|CHÚC MỪNG|THĂM HỎI|CHIA BUỒN)")  # thư công by the name it bears
ARTICLE = re.compile(r"Điều (\d+)\.?(?= |$)")


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
    def letters(self):
        return [s for p in self.lines for s in p.line.letters]

    @property
    def section(self):
        return bool(SECTION.match(self.text)) and self.bold

    @property
    def short_of_sentence(self):
        """Few words that do not end as a sentence does: a title."""
        return len(self.lines) <= 3 and self.text[-1] not in ".;:,"

    @property
    def titled_clause(self):
        return bool(CLAUSE.match(self.text)) and self.short_of_sentence

    @property
    def heading(self):
        return self.bold and (self.section or bool(CLAUSE.match(self.text)) or bool(ARTICLE.match(self.text)))


@dataclass
class Heading:
    """A centred line of the body with those below it at single spacing: a chapter, the enacting words."""
    lines: list  # of Placed

    @property
    def page(self):
        return self.lines[0].page.number

    @property
    def text(self):
        return " ".join(p.line.text for p in self.lines)


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


@dataclass
class Stamp:
    """A mark in capitals that a frame stands around: urgency, secrecy, limits of circulation."""
    kind: str  # "urgency", "secrecy", "circulation"
    line: Line
    frame: tuple = None  # x0, y0, x1, y1, or None where no frame stands around it
    thickness: float = 0.0

    @property
    def centre(self):
        return ((self.frame[0] + self.frame[2]) / 2, (self.frame[1] + self.frame[3]) / 2)


@dataclass
class Signature:
    """One signer: capacity and office, perhaps a second office above the name, the name."""
    titles: list  # lines
    second_office: list = field(default_factory=list)
    name: Line = None

    @property
    def top(self):
        return self.titles[0].baseline if self.titles else self.name.baseline

    @property
    def bottom(self):
        return self.name.baseline if self.name else self.titles[-1].baseline

    @property
    def lines(self):
        return self.titles + self.second_office + ([self.name] if self.name else [])


def merge_close(values, near=1.5):
    merged = []
    for value in sorted(values):
        if not merged or value - merged[-1] > near:
            merged.append(value)
    return merged


def most_common(values):
    counted = Counter(values)
    return counted.most_common(1)[0][0] if counted else None


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


def signature_of(lines):
    """Lines of one signer, from the top down: what stands apart from the capacity, above the name, is a second office."""
    plain = [x for x in lines if not x.text.startswith("(")]  # "(đã ký)"
    if len(plain) < 2:
        return Signature(plain)
    apart = plain[-1].baseline - plain[-2].baseline > to_pt(15)
    name = next((x for x in reversed(plain) if not x.upper), plain[-1] if apart else None)  # in capitals, a name all the same
    titles, second = [plain[0]], []
    for line in plain[1:]:
        if line is name:
            continue
        apart = bool(second) or line.baseline - titles[-1].baseline > to_pt(15)
        (second if apart else titles).append(line)
    return Signature([x for x in titles if x is not name], second, name)
