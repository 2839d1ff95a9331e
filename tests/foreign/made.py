#!/usr/bin/python3
"""Rules that own pages cannot break (tests/check/wrong.py), on PDFs made for it: own ones, each changed in one thing.

Usage: made.py VANBAN

The rule has no finding on the PDF as it was and has one, with a measure, on the changed one. What no PDF shows either stands in
NOT_JUDGED: it is never judged there, and says why.

Exit status: 0 as it must be; 1 not, and it says what.
"""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import fitz

sys.path.insert(0, str(Path(__file__).parent.parent / "check"))
from wrong import UNBREAKABLE  # noqa: E402

ROOT = Path(__file__).parent.parent.parent
SERIF = next(Path("/usr/share/fonts").rglob("LiberationSerif-Regular.ttf"))
NOT_JUDGED = {"R100": "the colours of a PDF's pictures are not looked at"}


def letter_paper(source, path):
    made, given = fitz.open(), fitz.open(source)
    for page in given:
        to = made.new_page(width=612, height=792)
        to.show_pdf_page(page.rect, given, page.number)
    made.save(path)


def font_elsewhere(source, path):
    given = fitz.open(source)
    for xref in range(1, given.xref_length()):
        if given.xref_get_key(xref, "FontFile2")[0] != "null":
            given.xref_set_key(xref, "FontFile2", "null")
            break
    given.save(path, garbage=1)


def strange_letter(source, path):
    """One letter is said to be of nobody's alphabet."""
    given = fitz.open(source)
    for xref in range(1, given.xref_length()):
        kind, where = given.xref_get_key(xref, "ToUnicode")
        if kind == "xref":
            to = int(where.split()[0])
            given.update_stream(to, re.sub(rb"<0068>", b"<F8FF>", given.xref_stream(to)))
    given.save(path)


def low_rule(source, path):
    """The rule below the issuer's name, the first on the page, goes down past the number."""
    given = fitz.open(source)
    xref = given[0].get_contents()[0]
    moved = re.sub(rb"([\d.]+) ([\d.]+) ([\d.]+) (-?[\d.]+) re", lambda m: b"%s %.2f %s %s re" % (m[1], float(m[2]) - 18, m[3], m[4]), given.xref_stream(xref), count=1)
    given.update_stream(xref, moved)
    given.save(path)


def headless(source, path):
    """The head of the table on its second page is gone."""
    given = fitz.open(source)
    pages = [page for page in given if page.search_for("Số TT") or page.search_for("TT")]
    page = pages[1]
    top = min(r.y0 for r in page.search_for("TT"))
    page.add_redact_annot(fitz.Rect(60, top - 20, 560, top + 22))
    page.apply_redactions()
    given.save(path)


def crossing(source, path):
    given = fitz.open(source)
    for page in given:
        upright = sorted((d["rect"] for d in page.get_drawings() if d["rect"].height > 40 and d["rect"].width < 2), key=lambda r: r.x0)
        if len(upright) > 2:
            middle = upright[len(upright) // 2]
            page.insert_font(fontname="F0", fontfile=str(SERIF))
            page.insert_text((middle.x0 - 20, (middle.y0 + middle.y1) / 2), "chữ tràn ra ngoài", fontname="F0", fontsize=12)
            break
    given.save(path)


def locked(source, path):
    fitz.open(source).save(path, encryption=fitz.PDF_ENCRYPT_AES_256, owner_pw="o", user_pw="")


def old(source, path):
    path.write_bytes(re.sub(rb"%PDF-1\.\d", b"%PDF-1.3", source.read_bytes(), count=1))


MADE = [("R1", "types/cong-van", letter_paper), ("R9", "types/cong-van", font_elsewhere), ("R11", "types/cong-van", strange_letter), ("R52", "types/cong-van", low_rule),
        ("R116", "batch", headless), ("R117", "types/chuong-trinh", crossing), ("R119", "types/cong-van", locked), ("R119", "types/cong-van", old)]


def verdicts(vanban, path):
    done = subprocess.run([vanban, "check", str(path), "--all", "--format=json", "--lang=en"], capture_output=True, text=True, check=False)
    return [t for t in map(json.loads, done.stdout.splitlines()) if t.get("kind") == "verdict"]


def own(vanban, folder, name):
    path = folder / f"{Path(name).name}.pdf"
    data = ["samples/batch/data.xml", "-t", "samples/batch/template.xml", "--record", "1"] if name == "batch" else [f"samples/{name}.xml"]
    subprocess.run([vanban, "render", *data, "-q", "-o", str(path)], cwd=ROOT, check=True)
    return path


def main():
    vanban, wrong = str(Path(sys.argv[1]).resolve()), []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for rule, name, change in MADE:
            source = own(vanban, folder, name)
            path = folder / f"{change.__name__}.pdf"
            change(source, path)
            before, after = [[v for v in verdicts(vanban, p) if v["rule"] == rule] for p in (source, path)]
            if any(v["state"] == "finding" for v in before) or not any(v["state"] == "finding" and v.get("measured") for v in after):
                wrong.append(f"{rule} {change.__name__}: {[(v['state'], v.get('measured') or v.get('why')) for v in before + after][:6]}")
    shown = {rule for rule, _, _ in MADE}
    wrong += [f"{r} is shown by no PDF and not in NOT_JUDGED" for r in UNBREAKABLE if r not in shown | set(NOT_JUDGED)]
    for line in wrong:
        print("FAIL made: " + line, file=sys.stderr)
    print(f"made: {len(shown)} of {len(UNBREAKABLE)} rules that own pages cannot break are found on PDFs made for it; not judged: "
          + "; ".join(f"{r}: {why}" for r, why in NOT_JUDGED.items()))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
