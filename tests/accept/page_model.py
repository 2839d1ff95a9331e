"""What stands on the pages of a PDF, as plain objects.

Everything is in points from the top left corner of the page, y downwards; to_mm() is the only
conversion. The objects are simple enough to be built by hand, which test_rules.py does.
"""
import re
import unicodedata
from dataclasses import dataclass, field

POINTS_PER_MM = 72 / 25.4

# Times New Roman and the faces with its metrics (Liberation Serif, Tinos): parts of the size.
ASCENT = 0.891
DESCENT = 0.216
SINGLE = 1.15           # "single" line spacing
ONE_AND_A_HALF = 1.725  # "1.5 lines"

# Tolerances. All that a rule may be wrong by stands here.
SIZE_TOLERANCE = 0.1        # pt
AXIS_TOLERANCE = 1.0        # mm, centred on one axis
LOOSE_AXIS_TOLERANCE = 2.0  # mm, where the checklist says +-2 mm
MARGIN_TOLERANCE = 0.3      # mm; stricter than the checklist's 1 mm: a program can be exact
RANGE_TOLERANCE = 1.0       # mm, distances that the checklist gives as a range
LENGTH_TOLERANCE = 0.02     # part of a length
FLUSH_TOLERANCE = 1.5       # pt, ends of justified lines
INDENT_TOLERANCE = 0.3      # mm
LEVEL_TOLERANCE = 2.0       # pt, two baselines at one height

# A filled box is a drawn line when it is no thicker than this and at least four times as long.
THICKEST_RULE = 2.5  # pt


def to_mm(points):
    return points / POINTS_PER_MM


def to_pt(millimetres):
    return millimetres * POINTS_PER_MM


def fold(text):
    """One blank for every run of white space, none at the ends."""
    return " ".join(text.split())


@dataclass
class Span:
    """Characters of one line with one font, size and colour. x0 and x1 leave out blanks at the ends."""
    text: str
    font: str
    size: float
    x0: float
    x1: float
    baseline: float
    color: int = 0

    # The name may be cut short by the reader ("...-BoldItal"), so no whole words are looked for.
    @property
    def bold(self):
        return "bold" in self.font.lower()

    @property
    def italic(self):
        return "ital" in self.font.lower() or "obli" in self.font.lower()

    @property
    def visible(self):
        return bool(self.text.strip())


@dataclass
class Line:
    spans: list

    @property
    def text(self):
        parts, last = [], None
        for span in self.spans:
            if last and span.x0 - last.x1 > 0.15 * span.size and parts[-1][-1:] != " " and span.text[:1] != " ":
                parts.append(" ")
            parts.append(span.text)
            last = span if span.visible else last
        return fold("".join(parts))

    @property
    def main(self):
        """The span that gives the line its size: the one with most characters of the largest size."""
        return max((s for s in self.spans if s.visible), key=lambda s: (round(s.size, 1), len(s.text)))

    @property
    def size(self):
        return self.main.size

    @property
    def baseline(self):
        return self.main.baseline

    @property
    def x0(self):
        return min(s.x0 for s in self.spans if s.visible)

    @property
    def x1(self):
        return max(s.x1 for s in self.spans if s.visible)

    @property
    def centre(self):
        return (self.x0 + self.x1) / 2

    @property
    def width(self):
        return self.x1 - self.x0

    @property
    def top(self):
        return self.baseline - ASCENT * self.size

    @property
    def bottom(self):
        return self.baseline + DESCENT * self.size

    def is_mark(self, span):
        """A note mark: digits, bare or in brackets, smaller than the line's text and raised above its baseline."""
        return (re.fullmatch(r"\s*(\d+|\(\d+\))\s*", span.text) is not None
                and span.size < 0.85 * self.size and self.baseline - span.baseline > 0.1 * self.size)

    def is_index(self, span):
        """A sign or two above or below the line, as in KT with a small 1: smaller and off the baseline."""
        return (len(span.text.strip()) <= 2 and span.size < 0.85 * self.size
                and abs(self.baseline - span.baseline) > 0.1 * self.size)

    @property
    def letters(self):
        """The spans that style rules are about: neither blanks, note marks nor indices."""
        return [s for s in self.spans if s.visible and not self.is_mark(s) and not self.is_index(s)]

    @property
    def bold(self):
        return all(s.bold for s in self.letters)

    @property
    def italic(self):
        return all(s.italic for s in self.letters)

    @property
    def upper(self):
        return is_upper(self.text)


def is_upper(text):
    return text == text.upper() and text != text.lower()


@dataclass
class Rule:
    """A drawn straight line, level or upright: a stroke or a thin filled box."""
    x0: float
    y0: float
    x1: float
    y1: float
    thickness: float
    color: tuple = (0.0, 0.0, 0.0)
    solid: bool = True

    @property
    def length(self):
        return max(self.x1 - self.x0, self.y1 - self.y0)

    @property
    def centre(self):
        return (self.x0 + self.x1) / 2

    @property
    def x(self):
        return self.centre

    @property
    def y(self):
        return (self.y0 + self.y1) / 2


@dataclass
class Page:
    number: int  # from 1, counted through the file
    width: float
    height: float
    lines: list = field(default_factory=list)    # in the order of the content stream
    h_rules: list = field(default_factory=list)
    v_rules: list = field(default_factory=list)
    crop: tuple = None  # CropBox width and height where it is not the MediaBox


@dataclass
class Font:
    name: str
    embedded: bool
    to_unicode: bool


@dataclass
class Document:
    pages: list
    fonts: list = field(default_factory=list)
    version: float = 1.7
    encrypted: bool = False
    raw_text: str = ""  # as the PDF gives it, before NFC


# ---- reading ----------------------------------------------------------------------------------

def read(path):
    import fitz  # here, so that the rules and their tests do not need it
    try:
        pdf = fitz.open(path)
    except (RuntimeError, OSError) as why:
        raise SystemExit(f"{path}: cannot be read: {why}") from why
    with pdf:
        if not len(pdf):
            raise SystemExit(f"{path}: has no pages that can be read")
        drop_annotations(pdf)
        raw = []
        pages = [read_page(fitz, page, raw) for page in pdf]
        version = re.search(r"(\d\.\d)", pdf.metadata.get("format") or "")
        return Document(pages, read_fonts(pdf), float(version.group(1)) if version else 0.0,
                        bool(pdf.is_encrypted or pdf.metadata.get("encryption")), "".join(raw))


def drop_annotations(pdf):
    """In memory only: MuPDF draws a mark of its own ("SIGN") on empty signature fields."""
    for number in range(len(pdf)):
        pdf.xref_set_key(pdf.page_xref(number), "Annots", "null")


def save_without_annotations(path, copy):
    import fitz
    with fitz.open(path) as pdf:
        drop_annotations(pdf)
        pdf.save(copy)


def read_fonts(pdf):
    fonts = {}
    for page in range(len(pdf)):
        for xref, extension, _kind, name, *_ in pdf.get_page_fonts(page, full=True):
            fonts[xref] = Font(plain_name(name), extension != "n/a", pdf.xref_get_key(xref, "ToUnicode")[0] != "null")
    return list(fonts.values())


def plain_name(name):
    return re.sub(r"^[A-Z]{6}\+", "", name)


def read_page(fitz, source, raw):
    media, crop = source.mediabox, source.cropbox
    page = Page(source.number + 1, source.rect.width, source.rect.height)
    if abs(media.width - crop.width) > 0.01 or abs(media.height - crop.height) > 0.01:
        page.crop = (crop.width, crop.height)
    page.h_rules, page.v_rules = read_rules(source)
    page.lines = build_lines(read_characters(fitz, source, raw), page.v_rules)
    return page


def read_characters(fitz, source, raw):
    """Spans of one character each, in the order of the content stream."""
    for block in source.get_text("rawdict", flags=fitz.TEXT_PRESERVE_WHITESPACE)["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                font = plain_name(span["font"])
                for char in span["chars"]:
                    raw.append(char["c"])
                    yield Span(unicodedata.normalize("NFC", char["c"]), font, span["size"], char["bbox"][0],
                               char["bbox"][2], char["origin"][1], span["color"])


def build_lines(characters, v_rules):
    lines, current = [], []
    for char in characters:
        if not char.visible:
            if current:
                current.append(char)
        elif current and continues(current, char, v_rules):
            current.append(char)
        else:
            if current:
                lines.append(Line(join_spans(current)))
            current = [char]
    if current:
        lines.append(Line(join_spans(current)))
    return lines


def continues(current, char, v_rules):
    """Whether the character stands on the line begun: level with it (or a raised mark), close by, in the same cell."""
    seen = [c for c in current if c.visible]
    last, largest = seen[-1], max(max(c.size for c in seen), char.size)
    gap = char.x0 - last.x1
    blanks = sum(1 for c in current[current.index(last) + 1:])
    if gap < -0.4 * largest or gap > (1.8 if blanks < 2 else 6) * largest:
        return False
    level = [c.baseline for c in seen if c.size > 0.85 * largest] or [last.baseline]
    rise = abs(char.baseline - level[-1])
    if rise > 0.5 and not (rise < 0.6 * largest and (char.size < 0.85 * largest or last.size < 0.85 * largest)):
        return False
    return not any(r.y0 < char.baseline < r.y1 and last.x1 - 1 <= r.x <= char.x0 + 1 for r in v_rules)


def join_spans(characters):
    """Characters of one style become one span; blanks go with the span before them."""
    spans = []
    for char in characters:
        last = spans[-1] if spans else None
        same = last and (not char.visible or (last.font, round(last.size, 2), last.color, round(last.baseline, 1))
                         == (char.font, round(char.size, 2), char.color, round(char.baseline, 1)))
        if not same:
            spans.append(Span(char.text, char.font, char.size, char.x0, char.x1, char.baseline, char.color))
            continue
        if char.visible and char.x0 - last.x1 > 0.15 * char.size and last.text[-1] != " ":
            last.text += " "  # a gap made by moving, without a blank
        last.text += char.text
        last.x1 = char.x1 if char.visible else last.x1
    return spans


def read_rules(source):
    level, upright = [], []
    for path in source.get_drawings():
        for x0, y0, x1, y1, thickness, color in straight_pieces(path):
            rule = Rule(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), thickness, color,
                        (path.get("dashes") or "[] 0").startswith("[]"))
            if abs(x1 - x0) > abs(y1 - y0):
                level.append(rule)
            else:
                upright.append(rule)
    return level, upright


def straight_pieces(path):
    """Level and upright lines of one drawn path, each with its thickness and colour."""
    stroked = "s" in path["type"]
    for item in path["items"]:
        if item[0] == "l" and stroked:
            a, b = item[1], item[2]
            if abs(a.x - b.x) < 0.1 or abs(a.y - b.y) < 0.1:
                yield a.x, a.y, b.x, b.y, path["width"], path["color"]
        elif item[0] in ("re", "qu"):
            box = item[1] if item[0] == "re" else item[1].rect
            thin, long = sorted((box.width, box.height))
            if "f" in path["type"] and thin <= THICKEST_RULE and long >= 4 * thin:
                yield thin_box(box, path["fill"])
            elif stroked:
                w, c = path["width"], path["color"]
                yield box.x0, box.y0, box.x1, box.y0, w, c
                yield box.x0, box.y1, box.x1, box.y1, w, c
                yield box.x0, box.y0, box.x0, box.y1, w, c
                yield box.x1, box.y0, box.x1, box.y1, w, c


def thin_box(box, color):
    if box.width > box.height:
        y = (box.y0 + box.y1) / 2
        return box.x0, y, box.x1, y, box.height, color
    x = (box.x0 + box.x1) / 2
    return x, box.y0, x, box.y1, box.width, color
