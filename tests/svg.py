"""svg.py VANBAN - pages as SVG (render -o OUT.svg) against the PDF of the same pages, for all samples.

Each letter of the PDF is in the SVG, in the same order, and begins within 0.1 pt of where MuPDF finds it; so does each rule
and picture. Every file is well-formed and asks for nothing; of several all appear or none; a link leads to a file and an id
that are there; a second run gives the same bytes. With data-* (build/svgs, by vb_svg_page) boxes and places are what the page dump says."""
import json
import re
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as ET
from pathlib import Path

import fitz

VANBAN, SVGS = sys.argv[1:]
SVG = "{http://www.w3.org/2000/svg}"
NEAR = 0.1
SAMPLES = [p for kind in ("types", "party", "copies") for p in sorted(Path("samples", kind).glob("*.xml"))] + \
    sorted(Path("samples").glob("*-*/data.xml")) + [Path("tests/layouts/components.xml"), Path("tests/layouts/references.xml")]


def fail(*words):
    sys.exit("svg: " + " ".join(str(w) for w in words))


def command(sample):
    template = sample.with_name("template.xml")
    return [str(sample), *(["-t", str(template)] if sample.name == "data.xml" and template.exists() else [])]


def render(sample, out, *more):
    return subprocess.run([VANBAN, "render", *command(sample), "-o", str(out), "-q", *more], check=True, capture_output=True, text=True)


def opened(path):
    """Without the words that MuPDF puts into a signature's field."""
    pdf = fitz.open(path)
    for number in range(len(pdf)):
        pdf.xref_set_key(pdf.page_xref(number), "Annots", "null")
    return fitz.open("pdf", pdf.tobytes())


def pages_of(folder, name):
    alone = folder / f"{name}.svg"
    return [alone] if alone.exists() else sorted(folder.glob(f"{name}-*.svg"), key=lambda p: int(p.stem.rsplit("-", 1)[1]))


# ---- letters ---------------------------------------------------------------------------------------

def letters_of_pdf(page):
    """In the order of the content; MuPDF's own blanks have no place in it."""
    return [(chr(c[0]), c[2][0], c[2][1], span["size"]) for span in page.get_texttrace() for c in span["chars"]]


def letters_of_svg(root):
    found = []
    for text in root.iter(f"{SVG}text"):
        size = float(text.get("font-size"))
        for span in text.iter(f"{SVG}tspan"):
            words, places = span.text, [float(x) for x in span.get("x").split()]
            if len(words) != len(places) or len(span):
                fail("not a place for each letter:", words)
            own = float(span.get("font-size", size))
            found += [(c, x, float(span.get("y")), own) for c, x in zip(words, places)]
    return found


def compare_letters(name, page, root, worst):
    pdf, svg = letters_of_pdf(page), letters_of_svg(root)
    if (a := "".join(c[0] for c in pdf)) != (b := "".join(c[0] for c in svg)):
        at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
        fail(name, "has other letters:", repr(a[at - 20:at + 20]), "in the PDF,", repr(b[at - 20:at + 20]))
    for p, s in zip(pdf, svg):
        off = max(abs(p[1] - s[1]), abs(p[2] - s[2]))
        worst[0] = max(worst[0], off)
        if off > NEAR or abs(p[3] - s[3]) > 0.01:
            fail(name, p, "in the PDF is", s)
    return len(pdf)


# ---- rules and pictures ------------------------------------------------------------------------------

def box_of(e):
    x, y, w, h = (float(e.get(k, 0)) for k in ("x", "y", "width", "height"))
    if e.get("transform"):
        a, b, c, d, e0, f = (float(n) for n in re.findall(r"[-\d.]+", e.get("transform")))
        corners = [(e0 + a * u + c * v, f + b * u + d * v) for u in (0, 1) for v in (0, 1)]
        return min(p[0] for p in corners), min(p[1] for p in corners), max(p[0] for p in corners), max(p[1] for p in corners)
    return x, y, x + w, y + h


def compare_boxes(name, pdf, svg):
    pdf, svg = sorted(tuple(b) for b in pdf), sorted(svg)
    if len(pdf) != len(svg):
        fail(name, len(pdf), "in the PDF,", len(svg))
    left = list(svg)
    for p in pdf:
        near = next((s for s in left if max(abs(a - b) for a, b in zip(p, s)) <= NEAR), None)
        if near is None:
            fail(name, p, "is not in the SVG")
        left.remove(near)
    return len(pdf)


def compare_shapes(name, page, root):
    paper = root.find(f"{SVG}rect")
    rules = [box_of(e) for e in root.iter(f"{SVG}rect") if e is not paper]
    images = [box_of(e) for e in root.iter(f"{SVG}image")]
    boxes = [item[1] for d in page.get_drawings() if d["type"] == "f" for item in d["items"] if item[0] == "re"]
    return compare_boxes(f"{name}: rules:", boxes, rules) + compare_boxes(f"{name}: pictures:", [i["bbox"] for i in page.get_image_info()], images)


# ---- a file ----------------------------------------------------------------------------------------------

def check_asks(name, text, root):
    for url in re.findall(r'url\("?([^")]*)', text):
        if not url.startswith("data:font/ttf;base64,"):
            fail(name, "asks for", url)
    for e in root.iter():
        if e.tag in (f"{SVG}script", f"{SVG}use", f"{SVG}foreignObject") or any(k.startswith("on") for k in e.attrib):
            fail(name, "has", e.tag, e.attrib)
        if e.tag == f"{SVG}image" and not e.get("href").startswith("data:image/"):
            fail(name, "asks for", e.get("href")[:80])


def check_links(name, pages):
    ids = {path.name: [e.get("id") for e in root.iter() if e.get("id")] for path, root in pages}
    links = 0
    for path, root in pages:
        if len(set(ids[path.name])) != len(ids[path.name]):
            fail(name, path.name, "has an id twice")
        for a in root.iter(f"{SVG}a"):
            href = a.get("href")
            if re.match("https?:|mailto:", href):
                continue
            file, _, to = href.partition("#")
            links += 1
            if to not in ids.get(urllib.parse.unquote(file.removeprefix("./")) or path.name, ()):
                fail(name, path.name, "leads to", href)
    return links


def check_sample(sample, folder, sums):
    name = sample.parent.name if sample.name == "data.xml" else sample.stem
    render(sample, folder / f"{name}.pdf")
    render(sample, folder / f"{name}.svg")
    pdf, files = opened(folder / f"{name}.pdf"), pages_of(folder, name)
    if len(pdf) != len(files):
        fail(name, len(pdf), "pages,", len(files), "files")
    pages = []
    for page, path in zip(pdf, files):
        text = path.read_text(encoding="utf-8")
        root = ET.fromstring(text)
        check_asks(path.name, text, root)
        sums["letters"] += compare_letters(path.name, page, root, sums["worst"])
        sums["rules and pictures"] += compare_shapes(path.name, page, root)
        pages.append((path, root))
    sums["pages"] += len(pages)
    sums["links"] += check_links(name, pages)


# ---- many files, all or none ------------------------------------------------------------------------------

def check_files(folder):
    bac_giang = Path("samples/bac-giang-bao-cao-2020-02/data.xml")
    one, two = folder / "one", folder / "two"
    for out in (one, two):
        out.mkdir()
        render(bac_giang, out / "a*b%1.svg")
    names = sorted(p.name for p in one.iterdir())
    if len(names) != 12 or "a*b%1-12.svg" not in names or names != sorted(p.name for p in two.iterdir()):
        fail("files", names)
    check_links("a*b%1", [(p, ET.parse(p).getroot()) for p in one.iterdir()])
    for name in names:
        if (one / name).read_bytes() != (two / name).read_bytes():
            fail("two runs differ in", name)
    (two / "c-7.svg").mkdir()
    before = sorted(two.iterdir())
    done = subprocess.run([VANBAN, "render", *command(bac_giang), "-o", str(two / "c.svg"), "-q"], capture_output=True, text=True, check=False)
    if done.returncode != 74 or sorted(two.iterdir()) != before:
        fail("one page that cannot be written leaves", sorted(set(two.iterdir()) - set(before)), done.returncode)
    done = render(bac_giang, two / "d.svg", "--split-appendices", "--format=json")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    if [Path(r["file"]).name for r in rows][-2:] != ["d-11.svg", "d-phu-luc-1.svg"] or any(not Path(r["file"]).exists() for r in rows):
        fail("told", rows)


def check_boxes(folder):
    """The drawings over a page are those of the PDF: as many labels, and the same."""
    sample = Path("tests/layouts/components.xml")
    for option in ("--boxes", "--boxes=mm"):
        render(sample, folder / "boxes.pdf", option)
        render(sample, folder / "boxes.svg", option)
        for page, path in zip(opened(folder / "boxes.pdf"), pages_of(folder, "boxes")):
            over = [g for g in ET.parse(path).getroot().iter(f"{SVG}g") if g.get("class") == "vb-over"]
            own = [(t.text, round(float(t.get("x")), 1), round(float(t.get("y")), 1)) for t in over[0].iter(f"{SVG}text")]
            spans = [s for s in page.get_texttrace()][-len(own):]
            pdf = ["".join(chr(c[0]) for c in s["chars"]) for s in spans]
            if len(over) != 1 or not own or pdf != [t[0] for t in own]:
                fail(option, pdf, own)
        for path in pages_of(folder, "boxes"):
            path.unlink()


# ---- data for overlays --------------------------------------------------------------------------------------

def check_data(folder):
    sample = command(Path("samples/bac-giang-bao-cao-2020-02/data.xml"))
    said = subprocess.run([SVGS, sample[0], sample[2], str(folder)], check=True, capture_output=True, text=True).stdout
    fonts = [line.split() for line in said.splitlines()]
    css = (folder / "style.css").read_text(encoding="utf-8")
    for font, file, size in fonts:
        if f"vb-{font};" not in css or f'url("/fonts/{font}")' not in css or Path(file).stat().st_size != int(size):
            fail("font", font, file, size, css)
    notes, marks, places, fields = set(), set(), 0, set()
    for n, path in enumerate(sorted(folder.glob("page-*.svg")), 1):
        root = ET.parse(path).getroot()
        if root.get("data-page") != str(n) or root.get("data-size") != "210 297" or root.get("data-margins") != "20 15 20 30" or "url(" in path.read_text(encoding="utf-8"):
            fail("page", n, root.attrib)
        for g in root.iter(f"{SVG}g"):
            if (place := g.get("data-tmpl")) and g.get("data-name"):
                file, line = place.rsplit(":", 1)
                if f"<{g.get('data-name')}" not in Path(file).read_text(encoding="utf-8").splitlines()[int(line) - 1]:
                    fail(place, "has no", g.get("data-name"))
                places += 1
            if g.get("data-note"):
                notes.add(g.get("data-note"))
            if g.get("data-field"):
                fields.add((g.get("data-field"), g.get("data-box")))
            if g.get("data-box"):
                box = [float(x) for x in g.get("data-box").split()]
                if len(box) != 4 or box[0] < 0 or box[0] + box[2] > 210.5 or box[1] + box[3] > 297.5:
                    fail("box", g.attrib)
        marks |= {a.get("data-note") for a in root.iter(f"{SVG}a") if a.get("role") == "doc-noteref"}
        if any(not (e.get("id") or "x7-").startswith("x7-") for e in root.iter()):
            fail("an id without its prefix on page", n)
    if not notes or notes != marks or places < 300 or not {"signature", "number"} <= {f[0] for f in fields}:
        fail("data", len(notes), len(marks), places, fields)
    return places, len(notes)


def check_light(folder):
    """Light pages have the same letters, and where they give a place it is that of the others."""
    places = 0
    for path in sorted(folder.glob("full-*.svg")):
        full = letters_of_svg(ET.parse(path).getroot())
        light = ET.parse(path.with_name(path.name.replace("full", "light"))).getroot()
        at = 0
        for text in light.iter(f"{SVG}text"):
            for span in text.iter(f"{SVG}tspan"):
                there = "".join(c[0] for c in full[at:at + len(span.text)])
                if there != span.text or (float(span.get("x")), float(span.get("y"))) != full[at][1:3]:
                    fail("light", path.name, span.attrib, span.text, full[at])
                at += len(span.text)
                places += 1
        if at != len(full):
            fail("light", path.name, at, len(full))
    return places


with tempfile.TemporaryDirectory() as work:
    folder = Path(work)
    sums = {"pages": 0, "letters": 0, "rules and pictures": 0, "links": 0, "worst": [0.0]}
    for sample in SAMPLES:
        check_sample(sample, folder, sums)
    worst = sums.pop("worst")[0]
    check_files(folder)
    check_boxes(folder)
    (folder / "data").mkdir()
    places, notes = check_data(folder / "data")
    light = check_light(folder / "data")
    print("svg:", ", ".join(f"{n} {what}" for what, n in sums.items()), f"as in the PDFs, at most {worst:.3f} pt off;", places, "places,", notes, "notes in data-*;", light, "places in 12 light pages")
