"""gallery.py VANBAN OUT.pdf OUT.png - all documents of samples/ in one PDF, whose outline names them, and their first pages on one sheet.

A document is every XML file below samples/ whose root is <document>; its template is NAME.template.xml or template.xml beside it, or the
only template there, else that of its type. A folder that NAMES knows stands in the outline by that name."""
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path
from xml.etree import ElementTree

import fitz

HERE = Path(__file__).parent
VANBAN = sys.argv[1]
REAL, DRAWING = "Văn bản thật", "Bản vẽ kích thước"
NAMES = {"types": "Các loại văn bản (Điều 7)", "copies": "Bản sao", "party": "Văn bản của Đảng", "local": "Mẫu riêng của cơ quan", "batch": "Một loạt: bản đầu tiên"}
BOTH = {"copies": (("paper", "bản giấy"), ("electronic", "bản điện tử"))}    # these look otherwise on paper
RECORDS = {"batch"}              # of these the first record is shown
FORMS = {"sao-y": "Sao y: ", "sao-luc": "Sao lục: ", "trich-sao": "Trích sao: "}
DRAWN = "types/cong-van.xml"     # stands once more at the end, with its measures

COLUMNS, WIDTH, HEIGHT, GAP, CAPTION = 8, 150, 212, 10, 22    # points of the sheet, which has one pixel each, by SCALE
SCALE = 1.5
INK, PAPER = 0.15, 0.93
MOST = 300_000                   # bytes of the sheet, which stands in the repository
SHADES, REDS = 8, 4


def root_of(path):
    try:
        return ElementTree.parse(path).getroot().tag
    except ElementTree.ParseError as error:
        sys.exit(f"gallery: {path}: {error}")


def group_of(path):
    """Its place among the groups, and the group's name: the real documents first, then types, then what has come later."""
    folder = path.relative_to(HERE).parts[0]
    if path.name == "data.xml" and folder not in NAMES:
        return 0, REAL
    return (list(NAMES).index(folder) + 1, NAMES[folder]) if folder in NAMES else (len(NAMES) + 1, folder.replace("-", " "))


def documents():
    found = [path for path in HERE.glob("*/**/*.xml") if root_of(path) == "document"]
    return sorted(found, key=lambda path: (group_of(path), str(path.relative_to(HERE))))


def template_of(path):
    named = [t for t in (path.with_name(f"{path.stem}.template.xml"), path.with_name("template.xml")) if t.exists()]
    beside = [t for t in path.parent.glob("*.xml") if root_of(t) == "template"]
    return ["-t", str(named[0])] if named else ["-t", str(beside[0])] if len(beside) == 1 else []


def render(path, out, *more):
    ran = subprocess.run([VANBAN, "render", str(path), *template_of(path), "-o", out, "-q", "--lang", "vi", *more],
                         capture_output=True, text=True, check=False)
    if ran.returncode:
        sys.exit(f"gallery: {path}: {ran.stderr}")
    return fitz.open(out)


def all_rendered(work):
    """(group, name, PDF, the page that stands on the sheet)"""
    n = 0
    for path in documents():
        for mode, suffix in BOTH.get(path.relative_to(HERE).parts[0], ((None, ""),)):
            n += 1
            pdf = render(path, f"{work}/{n}.pdf", *(["--for", mode] if mode else []), *(["--record", "1"] if path.parent.name in RECORDS else []))
            name = FORMS.get(path.stem, "") + " ".join(pdf.metadata["title"].split()) + (f" ({suffix})" if suffix else "")
            yield group_of(path)[1], name, pdf, len(pdf) - 1 if mode == "paper" else 0
    if (HERE / DRAWN).exists():
        pdf = render(HERE / DRAWN, f"{work}/drawn.pdf", "--boxes=mm")
        yield DRAWING, f"{DRAWING}: {pdf.metadata['title']}", pdf, 0


def bound(shown, out):
    """One PDF; no date and no new identity, so that the same documents make the same file."""
    book, outline = fitz.open(), []
    for group, name, pdf, _ in shown:
        if not outline or group != next(title for level, title, _ in reversed(outline) if level == 1):
            outline.append((1, group, len(book) + 1))
        outline.append((2, name, len(book) + 1))
        book.insert_pdf(pdf, links=False)        # their names would meet those of other documents
    book.set_toc(outline, collapse=1)
    book.set_metadata({"title": "vanban: tất cả các mẫu / all samples"})
    book.save(out, garbage=4, deflate=True, no_new_id=True)
    return len(book)


def sheet(shown):
    """The pages in rows, each with its name below, as pixels."""
    font = subprocess.run(["fc-match", "-f", "%{file}", "Liberation Sans"], capture_output=True, text=True, check=True).stdout
    rows = -(-len(shown) // COLUMNS)
    paper = fitz.open()
    page = paper.new_page(width=COLUMNS * (WIDTH + GAP) + GAP, height=rows * (HEIGHT + CAPTION + GAP) + GAP)
    page.draw_rect(page.rect, color=None, fill=(PAPER,) * 3)
    for i, (_, name, pdf, number) in enumerate(shown):
        x, y = GAP + i % COLUMNS * (WIDTH + GAP), GAP + i // COLUMNS * (HEIGHT + CAPTION + GAP)
        place = fitz.Rect(x, y, x + WIDTH, y + HEIGHT)
        page.draw_rect(place, color=(0.7,) * 3, fill=(1, 1, 1), width=0.5)
        page.show_pdf_page(place, pdf, number)
        short = name if len(name) <= 66 else name[:64].rsplit(" ", 1)[0] + " ..."
        page.insert_textbox(fitz.Rect(x, y + HEIGHT + 1, x + WIDTH, y + HEIGHT + CAPTION + 4), short, fontsize=7.5, fontname="sans",
                            fontfile=font, color=(INK,) * 3)
    return page.get_pixmap(matrix=fitz.Matrix(SCALE, SCALE), alpha=False)


def palette():
    shades = [(round(255 * i / (SHADES - 1)),) * 3 for i in range(SHADES)]
    return shades + [(230, round(200 * i / REDS), round(200 * i / REDS)) for i in range(REDS)]


def png(pixels, out):
    """Sixteen colours, four bits a pixel: greys, and the reds of stamps. A quarter of what all colours would take."""
    table = bytearray()
    for red in range(0, 256, 8):
        for green in range(0, 256, 8):
            grey = min(SHADES - 1, (red + 2 * green) * (SHADES - 1) // 744)
            table.append(SHADES + min(REDS - 1, green * REDS // 200) if red - green > 60 else grey)
    samples, width, lines = pixels.samples, pixels.width - pixels.width % 2, bytearray()
    for y in range(pixels.height):
        line = samples[y * pixels.stride:y * pixels.stride + 3 * width]
        shades = [table[(r >> 3) << 5 | g >> 3] for r, g in zip(line[::3], line[1::3])]
        lines += b"\0" + bytes(a << 4 | b for a, b in zip(shades[::2], shades[1::2]))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    packed = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, pixels.height, 4, 3, 0, 0, 0)) +
              chunk(b"PLTE", bytes(v for colour in palette() for v in colour)) + chunk(b"IDAT", zlib.compress(bytes(lines), 9)) +
              chunk(b"IEND", b""))
    if len(packed) > MOST:
        sys.exit(f"gallery: the sheet takes {len(packed)} bytes, more than {MOST}: make SCALE smaller")
    Path(out).write_bytes(packed)


def main():
    with tempfile.TemporaryDirectory() as work:
        shown = list(all_rendered(work))
        pages = bound(shown, sys.argv[2])
        png(sheet(shown), sys.argv[3])
    print(f"{sys.argv[2]}: {len(shown)} văn bản, {pages} trang / documents, pages; {sys.argv[3]}")


main()
