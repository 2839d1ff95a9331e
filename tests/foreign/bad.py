#!/usr/bin/python3
"""PDFs that are no good, or good in an odd way, given to `vanban check`.

Usage: bad.py VANBAN [--update] [--any-memory]

What cannot be judged is said, in golden messages of both languages (tests/golden/foreign), with the exit status. What is only
made in another way - turned, cropped, in forms, locked against changes - has the verdicts of the plain file. A file of 1,000
pages takes bounded time and memory.

Exit status: 0 as it must be; 1 not, and it says what.
"""
import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import fitz

ROOT = Path(__file__).parent.parent.parent
GOLDEN = ROOT / "tests" / "golden" / "foreign"
MOST_SECONDS, MOST_MB = 90, 300  # of 1,000 pages

TYPE3 = """1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595.276 841.89]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj
4 0 obj <</Length 60>> stream
BT /F1 13 Tf 120 700 Td (aaaa aaaa aaaa aaaa) Tj ET         \nendstream endobj
5 0 obj <</Type/Font/Subtype/Type3/FontBBox[0 0 750 750]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 97/LastChar 97/Widths[750]
/Encoding<</Type/Encoding/Differences[97/a]>>/CharProcs<</a 6 0 R>>/Resources<<>>>> endobj
6 0 obj <</Length 40>> stream
750 0 0 0 750 750 d1 0 0 750 750 re f   \nendstream endobj
trailer <</Root 1 0 R/Size 7>>
"""


def plain(vanban, folder, name="cong-van"):
    path = folder / f"{name}.pdf"
    subprocess.run([vanban, "render", str(ROOT / "samples" / "types" / f"{name}.xml"), "-q", "-o", str(path)], check=True)
    return path


def scan(source, path, hidden=None, over=False):
    """A picture of each page; the words behind it are not painted, or painted before it."""
    made, given = fitz.open(), fitz.open(source)
    for page in given:
        to = made.new_page(width=page.rect.width, height=page.rect.height)
        if over:
            to.insert_text((100, 100), "words that the picture covers, many of them, over and over again, so that they count")
        to.insert_image(to.rect, pixmap=page.get_pixmap(dpi=50))
        if hidden:
            to.insert_text((100, 100), hidden, render_mode=3)
    made.save(path)


def make_bad(vanban, folder):
    """{name: path} of what must be said something about."""
    source = plain(vanban, folder)
    bad = {name: folder / f"{name}.pdf" for name in ("scan", "scan-text", "scan-over", "locked", "cut", "garbage", "empty", "words", "damaged", "codes", "pages", "type3", "sideways")}
    scan(source, bad["scan"])
    scan(source, bad["scan-text"], hidden="recognised words that nobody sees on the page")
    scan(source, bad["scan-over"], over=True)
    fitz.open(source).save(bad["locked"], encryption=fitz.PDF_ENCRYPT_AES_256, owner_pw="o", user_pw="u")
    data = source.read_bytes()
    bad["cut"].write_bytes(data[:9000])
    bad["garbage"].write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 40)
    bad["empty"].write_bytes(b"")
    bad["words"].write_text("no PDF at all", encoding="utf-8")
    bad["damaged"].write_bytes(data[:data.rindex(b"startxref")] + b"startxref\n7\n%%EOF\n")
    no_codes = fitz.open(source)
    for xref in range(1, no_codes.xref_length()):
        if no_codes.xref_get_key(xref, "ToUnicode")[0] != "null":
            no_codes.xref_set_key(xref, "ToUnicode", "null")
    no_codes.save(bad["codes"])
    many = fitz.open()
    for _ in range(5001):
        many.new_page()
    many.save(bad["pages"])
    bad["type3"].write_text("%PDF-1.4\n" + TYPE3, encoding="latin-1")
    turned(source, bad["sideways"], back=0)
    return bad


def run(vanban, path, *arguments, env=None):
    return subprocess.run([vanban, "check", path.name, *arguments], cwd=path.parent, capture_output=True, text=True, check=False, env=env)


def said(done):
    """The exit status, then messages and the count of what is not judged."""
    lines = [line for line in done.stdout.splitlines() if not line.startswith("  ") or "cách sửa: " in line or "remedy: " in line]
    return f"exit {done.returncode}\n" + "\n".join(lines) + "\n" + done.stderr


def judge_bad(vanban, folder, update):
    wrong = []
    for name, path in make_bad(vanban, folder).items():
        for lang in ("vi", "en"):
            wrong += golden(name, lang, said(run(vanban, path, f"--lang={lang}", "--format=text")), update)
    for lang in ("vi", "en"):
        done = run(vanban, folder / "cong-van.pdf", f"--lang={lang}", env={**os.environ, "PATH": "/nowhere"})
        wrong += golden("tool", lang, said(done), update)
    return wrong


def golden(name, lang, text, update):
    path = GOLDEN / f"{name}.{lang}"
    if update:
        path.write_text(text, encoding="utf-8")
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        return [f"{name}.{lang} differs:\n{text[:600]}"]
    return []


# ---- made in another way ------------------------------------------------------------------------------------------


def turned(source, path, back=90):
    """Pages on their side, which the viewer turns back; their content is a form."""
    made, given = fitz.open(), fitz.open(source)
    for page in given:
        to = made.new_page(width=page.rect.height, height=page.rect.width)
        to.show_pdf_page(to.rect, given, page.number, rotate=90)
        to.set_rotation(back)
    made.set_metadata(given.metadata)
    made.set_language("vi")
    made.save(path)


def cropped(source, path):
    """The middle of a larger sheet."""
    made, given = fitz.open(), fitz.open(source)
    for page in given:
        box = page.rect
        to = made.new_page(width=box.width + 100, height=box.height + 60)
        to.show_pdf_page(box + (40, 20, 40, 20), given, page.number)
        to.set_cropbox(box + (40, 20, 40, 20))
    made.set_metadata(given.metadata)
    made.set_language("vi")
    made.save(path)


def locked(source, path):
    fitz.open(source).save(path, encryption=fitz.PDF_ENCRYPT_AES_256, owner_pw="o", user_pw="")


def cleaned(source, path):
    given = fitz.open(source)
    for page in given:
        page.clean_contents()
    given.save(path, expand=255)


def verdicts(vanban, path):
    told = [json.loads(line) for line in run(vanban, path, "--all", "--format=json", "--lang=en").stdout.splitlines()]
    return {t["rule"]: t["state"] for t in told if t.get("kind") == "verdict"}


def judge_ways(vanban, folder):
    wrong, same = [], 0
    for name in ("cong-van", "bao-cao", "de-an", "quyet-dinh"):
        source = plain(vanban, folder, name)
        own = verdicts(vanban, source)
        for way in (turned, cropped, locked, cleaned):
            path = folder / f"{name}-{way.__name__}.pdf"
            way(source, path)
            other = verdicts(vanban, path)
            if way is locked:
                other["R119"] = own["R119"] if other["R119"] == "finding" else "not told of the lock"
            same += sum(own[r] == other.get(r) for r in own)
            wrong += [f"{name} {way.__name__}: {r} is {other.get(r)}, {own[r]} of the plain file" for r in own if own[r] != other.get(r)]
    return wrong, same


# ---- a thousand pages -----------------------------------------------------------------------------------------------------


def judge_long(vanban, folder, any_memory):
    source, path = fitz.open(plain(vanban, folder, "quy-che")), folder / "thousand.pdf"
    made = fitz.open()
    while len(made) < 1000:
        made.insert_pdf(source, from_page=0 if not len(made) else 1)
    made.save(path)
    start = time.monotonic()
    done = run(vanban, path, "--lang=en")
    seconds, memory = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    wrong = [] if done.returncode == 1 and " passed, " in done.stdout else [f"1,000 pages: exit {done.returncode} {done.stdout[-300:]}"]
    if seconds > MOST_SECONDS or (memory > MOST_MB and not any_memory):
        wrong.append(f"1,000 pages: {seconds:.1f} s, {memory:.0f} MB")
    return wrong, f"{len(made)} pages in {seconds:.1f} s and {memory:.0f} MB"


def judge_mixed(vanban, folder):
    """PDFs and data in one run, in each form; a fault in one does not hide the others."""
    data, good, bad = str(ROOT / "samples" / "types" / "cong-van.xml"), str(folder / "cong-van.pdf"), str(folder / "locked.pdf")
    wrong = []
    for form in ("text", "json", "sarif"):
        done = subprocess.run([vanban, "check", good, data, bad, f"--format={form}"], capture_output=True, text=True, check=False)
        if done.returncode != 2 or "PDF_LOCKED" not in done.stdout:
            wrong.append(f"mixed {form}: {done.returncode} {done.stdout[-200:]} {done.stderr}")
        if form == "json" and {json.loads(x).get("file") for x in done.stdout.splitlines() if '"summary"' in x} != {good, data}:
            wrong.append("mixed json: no summary of each")
        if form == "sarif":
            json.loads(done.stdout)
    slip = folder / "slip.pdf"
    subprocess.run([vanban, "check", good, "-q", "--report", str(slip)], capture_output=True, check=False)
    made = fitz.open(slip) if slip.exists() else None
    words = " ".join(made[0].get_text().split()) if made else "nothing"
    if "cong-van.pdf" not in words or "/STP-HTQT" not in words.replace(" ", ""):
        wrong.append(f"the slip of a PDF: {words[:300]}")
    return wrong


def main():
    parser = argparse.ArgumentParser(description="Bad and odd PDFs.")
    parser.add_argument("vanban")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--any-memory", action="store_true", help="of a build whose memory tells nothing")
    options = parser.parse_args()
    vanban = str(Path(options.vanban).resolve())
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        wrong = judge_bad(vanban, folder, options.update)
        ways, same = judge_ways(vanban, folder)
        long, measured = judge_long(vanban, folder, options.any_memory)
        wrong += ways + long + judge_mixed(vanban, folder)
    for line in wrong:
        print("FAIL foreign: " + line, file=sys.stderr)
    print(f"foreign: bad PDFs, {same} verdicts of PDFs made in other ways, {measured}, {len(wrong)} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
