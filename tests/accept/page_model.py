"""What stands on the pages of a PDF, as plain objects.

Everything is in points from the top left corner of the page, y downwards; to_mm() is the only
conversion. The objects are simple enough to be built by hand, which test_rules.py does.
"""
import re
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
class Picture:
    """A raster picture where it stands on its page; color is the mean of what is not transparent or white."""
    x0: float
    y0: float
    x1: float
    y1: float
    alpha: bool
    color: tuple

    @property
    def blue(self):
        red, green, blue = self.color
        return blue > red + 30 and blue > green + 30

    @property
    def red(self):
        red, green, blue = self.color
        return red > blue + 60 and red > green + 60


@dataclass
class Page:
    number: int  # from 1, counted through the file
    width: float
    height: float
    lines: list = field(default_factory=list)    # in the order of the content stream
    h_rules: list = field(default_factory=list)
    v_rules: list = field(default_factory=list)
    crop: tuple = None  # CropBox width and height where it is not the MediaBox
    pictures: list = field(default_factory=list)


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
    second_text: str = None  # the same by another reader
