"""images.py FOLDER - FOLDER/1.pdf against the picture files that FOLDER/page places in it, as drawn by mupdf
and by poppler (FOLDER/seen-N.png), 300 to the inch, and of the same pages as SVG by Chromium (FOLDER/chromium-N.png, if there are); and what is kept in it against the files, byte for byte."""
import re
import sys
from pathlib import Path

import fitz

import pictures

DPI = 300
NEAR = 3  # of 255: what two decoders of a JPEG, or two ways to round a blend, may differ by


class Seen:
    """Pixels, three bytes each."""

    def __init__(self, width, height, samples):
        self.width, self.height, self.samples = width, height, samples

    @classmethod
    def of(cls, pix):
        pix = fitz.Pixmap(fitz.csRGB, pix)
        return cls(pix.width, pix.height, bytes(pix.samples))

    def at(self, x, y):
        begin = (int(y) * self.width + int(x)) * 3
        return tuple(self.samples[begin:begin + 3])


def half_transparent():
    """trong.png on white paper."""
    def blend(v, x, y):
        return round(255 - (255 - v) * ((x + y) * 16 % 256) / 255)
    return Seen(12, 8, bytes(blend(v, x, y) for y in range(8) for x in range(12) for v in pictures.spot(x, y)))


def turned(stored, orientation):
    """As Exif says: which side of what is seen the first row and the first column are."""
    row, column = {2: "TR", 3: "BR", 4: "BL", 5: "LT", 6: "RT", 7: "RB", 8: "LB"}[orientation]
    lies = row in "LR"
    width, height = (stored.height, stored.width) if lies else (stored.width, stored.height)

    def at(x, y):
        side = {"T": y, "B": height - 1 - y, "L": x, "R": width - 1 - x}
        return stored.at(side[column], side[row])
    return Seen(width, height, b"".join(bytes(at(x, y)) for y in range(height) for x in range(width)))


def wanted(path):
    """The file by itself; None: it is transparent and its look on paper not known here."""
    if path.name == "trong.png":
        return half_transparent()
    pix = fitz.Pixmap(str(path))
    if path.name.startswith("huong-"):
        return turned(Seen.of(fitz.Pixmap(str(path.parent / "anh-xam.jpg"))), int(path.stem[-1]))
    return None if pix.alpha else Seen.of(pix)


def placed(folder):
    """(page from 0, box in mm, file) of every picture."""
    page = -1
    for line in (folder / "page").read_text().splitlines():
        page += line.startswith("page ")
        m = re.match(r"  ([-\d.]+) ([-\d.]+) w([\d.]+) h([\d.]+) image (\S+)", line)
        if m:
            yield page, [float(m[i]) for i in range(1, 5)], folder / ("mau" if m[5] == "logo.png" else "") / m[5]


def differs(box, want, drawn):
    """The middles of at most 12 x 8 parts of the picture."""
    across, down = min(12, want.width), min(8, want.height)
    for a, b in (((i + .5) / across, (j + .5) / down) for j in range(down) for i in range(across)):
        have = drawn.at((box[0] + a * box[2]) / 25.4 * DPI, (box[1] + b * box[3]) / 25.4 * DPI)
        need = want.at(a * want.width, b * want.height)
        if any(abs(p - q) > NEAR for p, q in zip(have, need)):
            return f"{have} at {a:.2f} {b:.2f}, not {need}"
    return None


def channels(pix):
    """The pixels without their alpha, or, where there is one, the alpha alone."""
    return bytes(pix.samples)[pix.n - 1::pix.n] if pix.alpha else bytes(pix.samples)


def kept(doc, files):
    """How many pictures of the PDF are one of the files: JPEGs by their bytes, others by their pixels."""
    whole = {path.read_bytes() for path in files}
    sound = [path for path in files if path.name not in ("cut.png", "crc.png", "huge.png", "kind.png", "cut.jpg")]
    pixels = {channels(fitz.Pixmap(str(path))) for path in sound}
    good = 0
    for xref, mask, *_ in {image for page in doc for image in page.get_images()}:
        image = doc.extract_image(xref)
        good += image["image"] in whole if image["ext"] == "jpeg" else channels(fitz.Pixmap(doc, mask or xref)) in pixels
    return good


def main(folder):
    doc = fitz.open(folder / "1.pdf")
    drawn = {"mupdf": [Seen.of(page.get_pixmap(dpi=DPI)) for page in doc],
             "poppler": [Seen.of(fitz.Pixmap(str(f))) for f in sorted(folder.glob("seen-*.png"))]}
    if svg := sorted(folder.glob("chromium-*.png")):
        drawn["chromium"] = [Seen.of(fitz.Pixmap(str(f))) for f in svg]
    checked = bad = 0
    for page, box, path in placed(folder):
        want = wanted(path)
        for name, pages in drawn.items() if want else ():
            checked += 1
            how = differs(box, want, pages[page])
            if how:
                print(f"images: {path.name} by {name}: {how}")
                bad += 1
    good = kept(doc, list((folder / "anh").iterdir()))
    if bad or checked < 23 * len(drawn) or good != 21:
        print(f"images: {checked} drawings looked at, {bad} wrong; {good} of 21 kept as in their files")
        return 1
    return 0


sys.exit(main(Path(sys.argv[1])))
