"""hostile.py PROGRAM - what is in files by somebody who means harm: words that no column of numbers holds are printed to their
last letter, or there is a message; no letter of data or of a file's name drives a terminal."""
import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

import fitz

PROGRAM = os.path.abspath(sys.argv[1])
DATA = """<?xml version="1.0" encoding="UTF-8"?>
<document type="bao-cao"><issuer><name>Sở Nội vụ</name></issuer><code number="5" notation="BC-SNV"/>
<promulgation place="%(place)s" date="2020-02-20"/><subject>Kết quả</subject><body>%(body)s</body>
<signatures><signature><position>Giám đốc</position><name>Vũ Mạnh Hùng</name></signature></signatures>
<recipients><archive>VT</archive></recipients></document>"""
wrong = []
tried = 0


def say(words):
    wrong.append(words)


def data(body="<p>Một.</p>", place="Bắc Giang"):
    return (DATA % {"body": body, "place": place}).encode()


def vanban(*args, cwd=None, stdin=b""):
    return subprocess.run([PROGRAM, *args, "--lang", "en"], cwd=cwd, input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


# ---- lengths: an int32_t of millipoints is 350,000 letters --------------------------------------

LONG = {
    "a paragraph": "<p>%s</p>",
    "a cell": "<table><column width='*'/><column width='*'/><row><cell>%s</cell><cell>b</cell></row></table>",
    "a footnote": "<p>a<fn>%s</fn></p>",
    "an item": "<list><item>%s</item></list>",
    "ties": "<p>%s</p>",
}


def long_words(folder):
    global tried
    for what, body in LONG.items():
        for letters in (340000, 400000, 700000):
            tried += 1
            pdf = Path(folder) / "long.pdf"
            pdf.unlink(missing_ok=True)
            word = "\u00a0".join(["QQQQQQQ"] * (letters // 8)) if what == "ties" else "Q" * letters
            (Path(folder) / "long.xml").write_bytes(data(body % word))
            done = vanban("render", "long.xml", "-o", "long.pdf", cwd=folder)
            if done.returncode == 2 and b"error: " in done.stderr:
                continue
            if done.returncode != 0 or b"WORD_BROKEN" not in done.stderr:
                say(f"{letters} letters in {what}: exit {done.returncode}, {done.stderr[-200:]!r}")
                continue
            with fitz.open(pdf) as pages:
                found = sum(page.get_text().count("Q") for page in pages)
                outside = sum(block[2] > page.rect.width or block[3] > page.rect.height for page in pages for block in page.get_text("blocks"))
            if found != word.count("Q") or outside:
                say(f"{letters} letters in {what}: {found} are on the pages, {outside} blocks beside them")
    if len(done.stderr) > 20000:
        say(f"a long word makes {len(done.stderr)} bytes of messages")


# ---- terminals: what a message quotes ------------------------------------------------------------

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
DRIVES = "\x9b31m\u202eABC\u2066\x85\x7f"  # all of which XML allows


def check_said(what, done, *, said):
    for stream, raw in (("standard output", done.stdout), ("standard error", done.stderr)):
        try:
            text = raw.decode()
        except UnicodeDecodeError:
            say(f"{what}: {stream} is not UTF-8: {raw[:200]!r}")
            continue
        if OBEYED.search(text):
            say(f"{what}: {stream} drives the terminal: {text[max(0, OBEYED.search(text).start() - 40):][:80]!r}")
    if said not in done.stderr + done.stdout:
        say(f"{what}: exit {done.returncode}, no {said}: {(done.stderr + done.stdout)[-300:]!r}")


def terminals(folder):
    global tried
    rows = {  # what: bytes of a data file, a code that must be said
        "escapes that XML forbids": (data().replace("Một".encode(), b"\x1b]0;x\x07\x1b[2J"), b"XML_CHARACTER"),
        "bytes that are no UTF-8": (data().replace("Một".encode(), b"\x9b31m\xff\xc3"), b"XML_NOT_UTF8"),
        "letters that no font has": (data(f"<p>{DRIVES}</p>"), b"GLYPH"),
        "a name that there is none of": (data().replace(b'type="bao-cao"', f'type="{DRIVES}"'.encode()), b"error: "),
        "a picture's name": (data(f'<figure src="{DRIVES}.png" alt="x"/><p>Một.</p>'), b"IMAGE_UNREADABLE"),
        "an element": (data().replace(b"<body>", "<body><\u202e\u202d/>".encode()), b"error: "),
    }
    for what, (content, code) in rows.items():
        for command in ("render", "check"):
            tried += 1
            (Path(folder) / "a.xml").write_bytes(content)
            check_said(f"{command} of {what}", vanban(command, "a.xml", *(["-o", "a.pdf"] if command == "render" else []), cwd=folder), said=code)
    name = "\x1b[31m\u202e.xml"
    (Path(folder) / name).write_bytes(data("<q/>"))
    for command in ("render", "check"):
        tried += 1
        check_said(f"{command} of a file's name", vanban(command, name, cwd=folder), said=b"ELEMENT")
    (Path(folder) / "b.xml").write_bytes(data("<p>Một\u202ehai.</p>"))
    (Path(folder) / "c.xml").write_bytes(data("<p>Một\u2066ba.</p>"))
    tried += 2
    check_said("a comparison", vanban("diff", "b.xml", "c.xml", cwd=folder), said=b"")
    done = vanban("render", "a.xml", "--format", "json", cwd=folder)
    for line in done.stderr.decode().splitlines():
        json.loads(line)


# ---- files: names that data gives ------------------------------------------------------------------

TEMPLATE = """<template name="thu" extends="bao-cao" each="data/r" file="{vb:default(@ten, '')}">
<needs><need path="data/r/@ten" label="r"/></needs></template>"""
NAMES = ["../x", "..", ".", ".an", "a/b", "/tmp/a", "a\\b", "..\\b", "-rf", "--help", "a" * 201, "", "a\u202efdp", "a\u2066b", "a\u200bb", "a\u00adb", "a\u0085", "a\ufeffb", "a\x9b"]
GOOD = ["Đề án", "a" * 200, "x.pdf", "'x'", "12%", "x-phu-luc", "e\u0301", "a b"]
SAME = [("é", "e\u0301"), ("ABC", "abc"), ("ß", "SS"), ("Đ", "đ"), ("x", "x ")]


def names(folder):
    global tried
    root = Path(folder) / "names"
    (root / "in").mkdir(parents=True)
    (root / "in/t.xml").write_text(TEMPLATE)
    for row in [(n,) for n in NAMES + GOOD] + SAME:
        tried += 1
        records = "".join(f'<r ten="{name}"/>' for name in row)
        (root / "in/d.xml").write_bytes(data().replace(b"</document>", f"<data>{records}</data></document>".encode()))
        done = vanban("batch", "in/d.xml", "-t", "in/t.xml", "-o", "out", "-q", cwd=root)
        there = sorted(str(p.relative_to(root)) for p in root.rglob("*") if p.is_file() and "manifest" not in p.name and p.parts[-2] != "in")
        good = len(row) == 1 and row[0] in GOOD
        if done.returncode != (0 if good else 2) or len(there) != good or any(not p.startswith("out/") for p in there):
            say(f"names {row!r}: exit {done.returncode}, files {there}")
        if not good and b"FILE_NAME" not in done.stderr:
            say(f"names {row!r}: {done.stderr[-200:]!r}")
        for p in there:
            (root / p).unlink()


# ---- links: what a reader's click would do ------------------------------------------------------------

LINKS = ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java&#10;script:x", "data:text/html,x", "file:///etc/passwd", "vbscript:x", "//evil/x",
         "\\\\evil\\share", "cmd:/c calc", "a.pdf", "#x", "&#x85;javascript:x", "\u200bjavascript:x", "http:evil", "https://a/" + "a" * 2000]
GOOD_LINKS = {"http://a/)&gt;&gt;/S/JavaScript/JS(x": "http://a/)>>/S/JavaScript/JS(x", "HTTPS://é.vn/đ": "HTTPS://%C3%A9.vn/%C4%91", "mailto:a@b.vn": "mailto:a@b.vn", "tel:+84": "tel:+84"}


def links(folder):
    global tried
    for link in [*LINKS, *GOOD_LINKS]:
        for ending in ("pdf", "svg", "html"):
            tried += 1
            out = Path(folder) / f"link.{ending}"
            out.unlink(missing_ok=True)
            (Path(folder) / "link.xml").write_bytes(data(f'<p><a href="{link}">x</a> y</p>'))
            done = vanban("render", "link.xml", "-o", out.name, cwd=folder)
            if link in LINKS:
                if done.returncode != 2 or b"[LINK_ADDRESS]" not in done.stderr or out.exists():
                    say(f"{ending}, a link to {link!r}: exit {done.returncode}")
            elif done.returncode != 0:
                say(f"{ending}, a link to {link!r}: exit {done.returncode}, {done.stderr[-200:]!r}")
            elif ending == "pdf":
                with fitz.open(out) as pages:
                    found = [(pages.xref_get_key(to["xref"], "A/S")[1], pages.xref_get_key(to["xref"], "A/URI")[1]) for to in pages[0].get_links()]
                if found != [("/URI", GOOD_LINKS[link])]:
                    say(f"a link to {link!r}: {found}")


# ---- files that are read, under another name --------------------------------------------------------------

def read_and_written(folder):
    """A link in the folder of results that leads to what is read: nothing of it is lost."""
    global tried
    root = Path(folder) / "read"
    (root / "out").mkdir(parents=True)
    (root / "p.png").write_bytes(white_png(20))
    (root / "base.xml").write_text('<template name="base" extends="bao-cao"/>')
    (root / "t.xml").write_text('<template name="t" extends="base"/>')
    (root / "d.xml").write_bytes(data('<figure src="p.png" alt="x"/><p>b</p>'))
    before = {p.name: p.read_bytes() for p in root.iterdir() if p.is_file()}
    for name in before:
        tried += 1
        out = root / f"out/{name}.pdf"
        out.symlink_to(root / name)
        done = vanban("render", "d.xml", "-t", "t.xml", "-o", f"out/{name}.pdf", cwd=root)
        if done.returncode != 74 or b"[OUTPUT_IS_INPUT]" not in done.stderr or (root / name).read_bytes() != before[name]:
            say(f"written over {name}: exit {done.returncode}, {done.stderr[-200:]!r}")


# ---- pictures: what is beyond the limit takes no memory ----------------------------------------------------

def white_png(side):
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(b"\0" * side * (side + 1))) + chunk(b"IEND", b""))


def pictures(folder):
    global tried
    tried += 1
    for i in range(30):
        (Path(folder) / f"p{i}.png").write_bytes(white_png(5000) + b" " * i)
    (Path(folder) / "p.xml").write_bytes(data("<p>a</p>" + "".join(f'<figure src="p{i}.png" alt="x"/>' for i in range(30)) + "<p>b</p>"))
    with open(Path(folder) / "said", "wb") as said:
        program = subprocess.Popen([PROGRAM, "render", "p.xml", "--lang", "en", "--limit", "pictures-pixels=50M"], cwd=folder, stderr=said)
        _, status, used = os.wait4(program.pid, 0)
    if os.waitstatus_to_exitcode(status) != 2 or b"[IMAGES_PIXELS]" not in (Path(folder) / "said").read_bytes():
        say(f"thirty pictures: status {status}")
    if "--any-memory" not in sys.argv and used.ru_maxrss > 300 << 10:
        say(f"thirty pictures, 50 million pixels allowed, took {used.ru_maxrss >> 10} MB")


with tempfile.TemporaryDirectory() as folder:
    read_and_written(folder)
    pictures(folder)
    links(folder)
    long_words(folder)
    terminals(folder)
    names(folder)
for line in wrong:
    print(f"hostile: {line}")
print(f"hostile: {tried} files that mean harm, {len(wrong)} faults")
sys.exit(bool(wrong))
