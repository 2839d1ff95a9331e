"""accents.py VANBAN FOLDER - every accented letter of Vietnamese in every face and two sizes: is it drawn with its marks?

The document's letters are held, pixel by pixel, against letters drawn from the font's file at the same places. That
drawing is a PDF too, but not of this program: PyMuPDF embeds the file whole and FreeType chooses the glyphs. poppler
and mupdf draw both. A letter must be its own picture, must be told from each of its likes (a mark less, another tone,
another hat), and must have ink where its marks belong and the bare letter has none. The same test over a document of
bare letters must find every one of them wanting."""
import os
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from operator import sub
from pathlib import Path

import fitz

HERE = Path(__file__).parent
DPI = 144
FACES = {(bold, italic, size): f"mat-{bold}-{italic}-{size}" for bold in ("no", "yes") for italic in ("no", "yes") for size in (14, 11)}
TONES = "\u0300\u0301\u0303\u0309\u0323"  # huyền sắc ngã hỏi nặng
HATS = {"a": "\u0302\u0306", "e": "\u0302", "o": "\u0302\u031b", "u": "\u031b"}
HORN, DOT, STROKE = "\u031b", "\u0323", "-"
GAP = "\u00a0\u00a0 "  # between letters: no ink of one in the box of another

NUDGES = (0, -0.03, 0.03)  # pt; a glyph is drawn at quarters of a pixel, and sums of widths may fall on either side

SAME = 0.005    # of the letter's ink: at most this differs from its own picture,
OTHER = 0.012   # and at least this from a picture that it is not (nearest: two tones on a bold Ă of 11 pt)
PRESENT = 0.9   # of a mark's ink: at least this is there
WHITE = 16      # of 255: paper, or the rim of a letter
SPECK = 2 * 255 # less ink than two black pixels is no mark


def composed(bare, marks):
    return unicodedata.normalize("NFC", bare + marks)


def alphabet():
    """letter -> (bare letter, its marks), the small ones and the capitals."""
    letters = {"đ": ("d", STROKE)}
    for bare in "aeiouy":
        for hat in ["", *HATS.get(bare, "")]:
            for tone in ["", *TONES]:
                if hat + tone:
                    letters[composed(bare, hat + tone)] = (bare, hat + tone)
    letters.update({letter.upper(): (bare.upper(), marks) for letter, (bare, marks) in letters.items()})
    return letters


def likes(bare, marks):
    """What the letter may be taken for: the bare one, and what differs in its hat or in its tone."""
    if marks == STROKE:
        return [bare]
    hat, tone = ("", marks) if marks[0] in TONES else (marks[0], marks[1:])
    hats, tones = ["", *HATS.get(bare.lower(), "")], ["", *TONES]
    return [composed(bare, h + t) for h in hats for t in tones if (h == hat) != (t == tone) or not h + t]


# ---- the document ------------------------------------------------------------------------------

def write_document(folder, letters):
    """data.xml and template.xml: a paragraph of all letters, between two bars, for each face and size."""
    styles = "".join(f'<style name="{name}" base="chu" bold="{bold}" italic="{italic}" size="{size}pt" line="1.5"/>'
                     for (bold, italic, size), name in FACES.items())
    shown = "".join(f'<p style="{name}">{{data/chu}}</p>' for name in FACES.values())
    (folder / "template.xml").write_text(
        '<template name="mat-chu" extends="nd30"><needs><need path="data/chu" label="Chữ"/></needs>'
        f'{styles}<slot name="mat-chu">{shown}</slot></template>', encoding="utf-8")
    (folder / "data.xml").write_text(
        '<document type="thong-bao"><issuer><name>Sở Nội vụ</name></issuer><code number="5" notation="TB-SNV"/>'
        '<promulgation place="Bắc Giang" date="2020-02-20"/><subject>Mặt chữ</subject>'
        '<body><insert slot="mat-chu"/><p>Hết.</p></body><signatures><signature><position>Giám đốc</position>'
        f'<name>Vũ Mạnh Hùng</name></signature></signatures><data><chu>|{GAP}{GAP.join(letters)}{GAP}|</chu></data></document>',
        encoding="utf-8")


def render(vanban, folder, letters):
    folder.mkdir()
    write_document(folder, letters)
    subprocess.run([vanban, "render", folder / "data.xml", "-t", folder / "template.xml", "-q", "-o", folder / "own.pdf"], check=True)
    return fitz.open(folder / "own.pdf")


def between_bars(doc):
    """(character, page from 0, font name, size, origin) of all that stands between the bars."""
    inside = False
    for page in doc:
        for block in page.get_text("rawdict", flags=fitz.TEXT_PRESERVE_WHITESPACE)["blocks"]:
            for span in (s for line in block.get("lines", ()) for s in line["spans"]):
                for char in span["chars"]:
                    if char["c"] == "|":
                        inside = not inside
                    elif inside and not char["c"].isspace():
                        yield char["c"], page.number, span["font"], span["size"], char["origin"]


# ---- the same letters from the font's file -------------------------------------------------------

def font_files():
    """PostScript name -> file, in the program's order: the folder fonts, then what fonts.conf names."""
    fonts = HERE.parent.resolve() / "fonts"
    files = {}
    for command in (["fc-scan", fonts], ["fc-list"]):
        said = subprocess.run([*command, "-f", "%{postscriptname}\t%{file}\n"], capture_output=True, text=True, check=False,
                              env={**os.environ, "FONTCONFIG_FILE": str(fonts / "fonts.conf")}).stdout
        for name, file in (line.split("\t") for line in said.splitlines()):
            files.setdefault(name, file)
    return files


def draw_from_files(doc, places, columns, path):
    """For each column, (letters, how far to the right), the pages of doc anew, all in one PDF."""
    full = {name[:24]: name for page in doc for name in (re.sub(r"^[A-Z]{6}\+", "", f[3]) for f in page.get_fonts())}
    files = font_files()
    fonts = {name: fitz.Font(fontfile=files[full[name]]) for name in full}
    made = fitz.open()
    for letters, right in columns:
        for page in doc:
            new = made.new_page(width=page.rect.width, height=page.rect.height)
            for name in full:
                new.insert_font(fontname=name, fontfile=files[full[name]])
            drawn = [f"/{font} {size:g} Tf 1 0 0 1 {origin[0] + right:.3f} {page.rect.height - origin[1]:.3f} Tm "
                     f"<{fonts[font].has_glyph(ord(letter)):04x}> Tj"
                     for letter, (_, at, font, size, origin) in zip(letters, places) if letter and at == page.number]
            xref = made.get_new_xref()
            made.update_object(xref, "<<>>")
            made.update_stream(xref, "\n".join(["BT", *drawn, "ET"]).encode())
            new.set_contents(xref)
    made.save(path)


# ---- pixels ----------------------------------------------------------------------------------------

def grey(path):
    """The rows of a binary PGM as ink: 255 is black."""
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", path.read_bytes())
    width, height = int(head[1]), int(head[2])
    ink = path.read_bytes()[head.end():].translate(bytes(range(255, -1, -1)))
    return [ink[width * y:width * (y + 1)] for y in range(height)]


def rasters(pdf):
    """By each of the two: the pages as rows of ink."""
    for name, command in (("poppler", ["pdftoppm", "-gray", "-r", str(DPI), pdf, pdf.with_suffix(".poppler")]),
                          ("mupdf", ["mutool", "draw", "-q", "-F", "pgm", "-r", str(DPI), "-o", pdf.with_suffix(".mupdf-%03d.pgm"), pdf])):
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)  # mutool: that it has no ICC
        yield name, [grey(f) for f in sorted(pdf.parent.glob(f"{pdf.stem}.{name}*"))]


class Box:
    """The ink around one letter's place on a page."""

    def __init__(self, rows, place):
        _, _, _, size, (x, y) = place
        left, right, top, low = (int(v * DPI / 72) for v in (x - 0.25 * size, x + 1.05 * size, y - 1.15 * size, y + 0.35 * size))
        self.width, self.baseline = right - left, int(y * DPI / 72) - top
        self.ink = b"".join(row[left:right] for row in rows[top:low])

    def differs(self, other):
        return sum(map(abs, map(sub, self.ink, other.ink))) / max(1, sum(other.ink))

    def within(self, places):
        return sum(self.ink[at] for at in places)


def where(mark, bare):
    """The places in the box of a letter without marks or dot where the mark must have ink and the letter has none."""
    white = [at for at, ink in enumerate(bare.ink) if ink < WHITE]
    black = [at for at, ink in enumerate(bare.ink) if ink > 127]
    top, columns = black[0] // bare.width, [at % bare.width for at in black]
    if mark == DOT:
        return [at for at in white if at // bare.width > bare.baseline]
    if mark == HORN:
        return [at for at in white if at // bare.width < bare.baseline and at % bare.width > (min(columns) + max(columns)) / 2]
    if mark == STROKE:
        return [at for at in white if at // bare.width < bare.baseline]
    return [at for at in white if at // bare.width < top]


# ---- the judgement -----------------------------------------------------------------------------------

def judge(folder, doc, places, letters, other):
    """(rasteriser, kind, which place, words) of every fault. letters: what should stand there, (letter, bare, marks);
    other: of each, what should not."""
    columns = [([letter for letter, *_ in letters], right) for right in NUDGES]
    columns += [(["ı" if bare == "i" else bare for _, bare, _ in letters], 0), ([bare for _, bare, _ in letters], 0)]
    columns += [([o[k] if k < len(o) else "" for o in other], 0) for k in range(max(map(len, other)))]
    draw_from_files(doc, places, columns, folder / "files.pdf")
    files = dict(rasters(folder / "files.pdf"))
    for name, pages in rasters(folder / "own.pdf"):
        for which, (place, (letter, _, marks), alike) in enumerate(zip(places, letters, other)):
            drawn = [Box(files[name][at * len(doc) + place[1]], place) for at in range(len(columns))]
            own, right = Box(pages[place[1]], place), drawn[0]
            bare, dotted, *like_boxes = drawn[len(NUDGES):]
            what = f"{letter} in {place[2]} {place[3]:g}"
            far = min(own.differs(d) for d in drawn[:len(NUDGES)])
            if far > SAME:
                yield name, "picture", which, f"{what}: differs from the font's by {far:.3f} of its ink"
            for like, d in zip(alike, like_boxes):
                if own.differs(d) < OTHER:
                    yield name, "like", which, f"{what}: cannot be told from {like}, {own.differs(d):.3f}"
            for mark in marks:
                spots = where(mark, bare)
                if right.within(spots) < SPECK:
                    yield name, "font", which, f"{what}: the font has no U+{ord(mark):04X}"
                spots = [at for at in spots if dotted.ink[at] < WHITE]
                if own.within(spots) < PRESENT * right.within(spots):
                    yield name, "mark", which, f"{what}: U+{ord(mark):04X} has {own.within(spots)} of {right.within(spots)}"


def main(vanban, folder):
    letters = [(letter, bare, marks) for letter, (bare, marks) in alphabet().items()]
    wanted = letters * len(FACES)
    other = [likes(bare, marks) for _, bare, marks in wanted]

    doc = render(vanban, folder / "letters", [letter for letter, *_ in letters])
    places = list(between_bars(doc))
    if [unicodedata.normalize("NFC", place[0]) for place in places] != [letter for letter, *_ in wanted]:
        return [f"{len(places)} letters are read from the PDF, not the {len(wanted)} of the data"]
    for at, ((bold, italic, size), name) in enumerate(FACES.items()):
        for _, _, font, drawn, _ in places[at * len(letters):(at + 1) * len(letters)]:
            if (("bold" in font.lower()) != (bold == "yes") or ("ital" in font.lower()) != (italic == "yes") or abs(size - drawn) > 0.01):
                return [f"{name} is set in {font} {drawn:g}"]
    faults = [f"{by}: {words}" for by, _, _, words in judge(folder / "letters", doc, places, wanted, other)]

    # The control: where the bare letter stands, every one must be missed, by its picture and by its marks.
    doc = render(vanban, folder / "bare", [bare for _, bare, _ in letters])
    missed = {(by, kind, which) for by, kind, which, _ in judge(folder / "bare", doc, list(between_bars(doc)), wanted, [[]] * len(wanted))}
    for by, kind in [(by, kind) for by in ("poppler", "mupdf") for kind in ("picture", "mark")]:
        passed = [letter for which, (letter, *_) in enumerate(wanted) if (by, kind, which) not in missed]
        if passed:
            faults.append(f"{by}: bare letters pass, by {kind}, as {' '.join(passed)}")
    return faults


if __name__ == "__main__":
    said = main(sys.argv[1], Path(sys.argv[2]))
    for line in said[:20]:
        print(f"accents: {line}")
    sys.exit(bool(said))
