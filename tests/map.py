#!/usr/bin/python3
"""map.py VANBAN - render --signature-map against the PDF itself.

Every sample, in one file and in files of their own, for paper too: the fields of the map that are in
the PDF are those of the PDF, by name, title, page and rectangle (0.01 mm); both corners and both units
say one thing; names occur once in a file; a signature's field stands above the words of its signer."""
import functools
import json
import subprocess
import sys
import tempfile
from multiprocessing import Pool
from pathlib import Path

import fitz

MM = 25.4 / 72
TOLERANCE_MM = 0.01
failed = []


def need(what, message):
    if not what:
        failed.append(message)


def near(a, b):
    return abs(a - b) <= TOLERANCE_MM


def render(vanban, sample, folder, *options):
    own = sample.with_name("template.xml")
    template = ["-t", own] if sample.name == "data.xml" and own.exists() else []
    layout = sample.with_suffix(".template.xml")
    template = ["-t", layout] if layout.exists() else template
    out, found = folder / "x.pdf", folder / "map.json"
    subprocess.run([vanban, "render", sample, *template, "-q", "-o", out, "--signature-map", found, *options], check=True, stdout=subprocess.DEVNULL)
    return json.loads(found.read_text(encoding="utf-8"))


def check_box(what, field, rect, paper):
    mm, pt = field["mm"], field["pt"]
    for name in mm:
        need(near(mm[name], pt[name] * MM), f"{what}: {name} in mm and pt")
    need(near(mm["y_from_top"] + mm["height"] + mm["y_from_bottom"], paper.height * MM), f"{what}: both corners")
    if rect:
        in_pdf = [rect.x0, rect.y0, rect.width, rect.height, paper.height - rect.y1]
        in_map = [mm[name] for name in ("x", "y_from_top", "width", "height", "y_from_bottom")]
        need(all(near(a * MM, b) for a, b in zip(in_pdf, in_map)), f"{what}: {in_map} mm in the map, {[a * MM for a in in_pdf]} in the PDF")


def widgets_of(pdf):
    """Name -> page, title, rectangle from the paper's top left corner. (PyMuPDF's own list of widgets fails on some.)"""
    widgets = {}
    for page in pdf:
        for xref, kind, _ in page.annot_xrefs():
            value = {key: pdf.xref_get_key(xref, key)[1] for key in ("T", "TU", "Rect", "FT", "V")}
            if kind == fitz.PDF_ANNOT_WIDGET:
                x0, y0, x1, y1 = map(float, value["Rect"].strip("[]").split())
                need(value["FT"] == "/Sig" and value["V"] == "null" and value["T"] not in widgets, f"{pdf.name}: {value}")
                widgets[value["T"]] = page.number + 1, value["TU"], fitz.Rect(x0, page.rect.height - y1, x1, page.rect.height - y0)
    return widgets


def check_file(what, file, paper_mode, drafters):
    names = [f["name"] for f in file["fields"]]
    need(len(set(names)) == len(names) and all(n.isascii() for n in names), f"{what}: names {names}")
    with fitz.open(file["file"]) as pdf:
        need(pdf.page_count == file["pages"] and pdf.metadata["title"] == file["title"], f"{what}: pages or title")
        widgets = widgets_of(pdf)
        shown = {f["name"] for f in file["fields"] if f["in_pdf"]}
        initials = sum(f["kind"] == "initials" for f in file["fields"])
        signatures = sum(f["kind"] == "signature" for f in file["fields"])
        need(initials == (2 * signatures if drafters else 0), f"{what}: {initials} places for initials, {signatures} signers")
        need(shown == set(widgets) and not (paper_mode and shown), f"{what}: {shown} in the map, {set(widgets)} in the PDF")
        for f in file["fields"]:
            own, page = f"{what}: {f['name']}", pdf[f["page"] - 1]
            number, label, rect = widgets.get(f["name"], (f["page"], f.get("title"), None))
            need(number == f["page"] and label == f.get("title"), f"{own}: page or title")
            check_box(own, f, rect, page.rect)
            if f["kind"] == "signature":
                found = page.search_for(f["signer"]["name"])
                bottom = f["pt"]["y_from_top"] + f["pt"]["height"]
                need(len(found) == 1 and found[0].y0 >= bottom - 1 and abs((found[0].x0 + found[0].x1) / 2 - f["pt"]["x"] - f["pt"]["width"] / 2) < 1, f"{own}: not above {f['signer']}")
            if "text" in f:
                words = page.get_text(clip=fitz.Rect(f["pt"]["x"] - 1, f["pt"]["y_from_top"] - 1, f["pt"]["x"] + f["pt"]["width"] + 1, f["pt"]["y_from_top"] + f["pt"]["height"] + 1))
                need(f["text"].split() == words.split(), f"{own}: says {f['text']!r}, on the page {words!r}")
    return len(names), len(widgets)


JOINT = """<document type="ke-hoach">
  <issuer id="a"><name>Sở Y tế</name></issuer><code notation="KH-SYT"/><promulgation/><subject>Phối hợp</subject>
  <body><p>Nội dung.</p></body>
  <signatures>%s</signatures><recipients><archive>VT</archive></recipients>
</document>"""
SIGNATURE = '<signature issuer="a"><position>Phó Giám đốc</position><name>Nguyễn Văn %s</name></signature>'


def check_anchors(what, hidden, plain):
    """Hidden words stand once at the lower left corner of the field that they are named for, and nobody sees them."""
    with fitz.open(hidden["file"]) as pdf, fitz.open(plain) as without:
        for f in (f for f in hidden["fields"] if f["kind"] == "signature"):
            found = [(page.number + 1, rect) for page in pdf for rect in page.search_for(f["anchor"])]
            wanted = f["pt"]["x"], f["pt"]["y_from_top"] + f["pt"]["height"]
            good = len(found) == 1 and found[0][0] == f["page"] and abs(found[0][1].x0 - wanted[0]) < 0.1 and abs(found[0][1].y1 - wanted[1]) < 2
            need(good and f["anchor"] == f"#ky{f['signer']['number']}", f"{what}: {f['anchor']} at {found}, wanted at {wanted}")
        for a, b in zip(pdf, without):
            need(a.get_pixmap(dpi=50, annots=False).samples == b.get_pixmap(dpi=50, annots=False).samples, f"{what}: hidden words are seen")


def check_joint(vanban, signers, folder):
    """So many signers, all for one issuer: a signature, a seal and two initials each, none over another but the seal."""
    data, plain = folder / "joint.xml", folder / "plain.pdf"
    data.write_text(JOINT % "".join(SIGNATURE % name for name in "Anh Bình Chi Dũng Em Giang Hà".split()[:signers]), encoding="utf-8")
    render(vanban, data, folder, "--set", "ky-nhay=2")
    (folder / "x.pdf").rename(plain)
    found = render(vanban, data, folder, "--set", "ky-nhay=2", "--set", "neo-ky=#ky")["files"][0]
    check_file(f"{signers} signers", found, False, True)
    check_anchors(f"{signers} signers", found, plain)
    signed = [f for f in found["fields"] if f["in_pdf"]]
    need(len(signed) == 4 * signers and {f["signer"]["number"] for f in signed} == set(range(1, signers + 1)), f"{signers} signers: {len(signed)} fields")
    place = [(f["page"], fitz.Rect(m["x"], m["y_from_top"], m["x"] + m["width"], m["y_from_top"] + m["height"])) for f in signed for m in [f["mm"]] if f["kind"] != "seal"]
    over = [(a, b) for i, a in enumerate(place) for b in place[:i] if a[0] == b[0] and not (a[1] & b[1]).is_empty]
    need(not over, f"{signers} signers: fields over one another {over}")


def check_sample(vanban, sample):
    fields = in_pdf = files = 0
    failed.clear()
    for options in ((), ("--split-appendices",), ("--for", "paper"), ("--set", "ky-nhay=2")):
        with tempfile.TemporaryDirectory() as folder:
            for file in render(vanban, sample, Path(folder), *options)["files"]:
                n, widgets = check_file(f"{sample} {' '.join(options)} {Path(file['file']).name}", file, "paper" in options, "ky-nhay=2" in options)
                fields, in_pdf, files = fields + n, in_pdf + widgets, files + 1
    return (fields, in_pdf, files), list(failed)


def main():
    vanban = Path(sys.argv[1]).resolve()
    samples = sorted(Path("samples/types").glob("*.xml")) + sorted(Path("samples").glob("*-*/data.xml")) + [Path("tests/layouts/files.xml")]
    fields = in_pdf = files = 0
    with Pool(2) as pool:
        for sums, said in pool.imap(functools.partial(check_sample, vanban), samples):
            fields, in_pdf, files = fields + sums[0], in_pdf + sums[1], files + sums[2]
            failed.extend(said)
    need(in_pdf > 300, "hardly a field was seen")
    for signers in range(2, 8):
        with tempfile.TemporaryDirectory() as folder:
            check_joint(vanban, signers, Path(folder))
    for message in failed:
        print(f"map: {message}")
    print(f"map: {fields} fields of {files} files, {in_pdf} of them in PDFs")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
