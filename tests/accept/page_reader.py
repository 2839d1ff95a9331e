"""Reads a PDF into the objects of page_model: by MuPDF, and its letters once more by poppler."""
import re
import subprocess
import unicodedata

from page_model import Document, Font, Line, Page, Picture, Rule, Span, THICKEST_RULE


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
                        bool(pdf.is_encrypted or pdf.metadata.get("encryption")), "".join(raw), second_reading(path))


def second_reading(path):
    done = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=False)
    return done.stdout.decode("utf-8") if done.returncode == 0 else ""


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
    page.pictures = [read_picture(fitz, source.parent, i) for i in source.get_image_info(xrefs=True)]
    return page


def read_picture(fitz, pdf, info):
    picture = fitz.Pixmap(pdf, info["xref"])
    mask = pdf.xref_get_key(info["xref"], "SMask")
    alpha = None
    if mask[0] == "xref":
        alpha = fitz.Pixmap(pdf, int(mask[1].split()[0])).samples
    picture = picture if picture.n == 3 else fitz.Pixmap(fitz.csRGB, picture)
    seen = zip(picture.samples[0::picture.n], picture.samples[1::picture.n], picture.samples[2::picture.n], alpha or [255] * (picture.w * picture.h))
    inked = [c[:3] for c in seen if c[3] > 127 and min(c[:3]) < 230] or [(0, 0, 0)]
    return Picture(*info["bbox"], alpha is not None, tuple(sum(c) // len(inked) for c in zip(*inked)))


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
    if gap < -0.4 * largest or gap > (0.8, 1.8, 6)[min(blanks, 2)] * largest:  # without a blank: the next column
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
