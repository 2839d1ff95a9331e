"""measures.py VANBAN - render --boxes=mm leaves the pages as they are, and what it says is true: the margins, widths, lengths of rules
are those of the page dump to 0.1 mm, the chain in the right margin adds up to the paper's height, each ô is named; no label meets another
label or a letter of the document. Other values of --boxes are refused."""
import re
import subprocess
import sys
import tempfile
from collections import Counter
from itertools import groupby
from pathlib import Path

import fitz

VANBAN = sys.argv[1]
BAC_GIANG = "samples/bac-giang-bao-cao-2020-02"
DOCUMENTS = {
    "components": ["tests/layouts/components.xml"],
    "cong-van": ["samples/types/cong-van.xml"],
    "bao-cao": ["samples/types/bao-cao.xml", "--lang", "en"],
    "ban-ghi-nho": ["samples/types/ban-ghi-nho.xml"],
    "bac-giang": [f"{BAC_GIANG}/data.xml", "-t", f"{BAC_GIANG}/template.xml"],
}
LABEL = 7.0                      # points: what is smaller is a label, no document has it
MM = 25.4 / 72
CAP = 0.66                       # of the size: how high figures and capitals are
DOWN = 2.2 + 1                   # mm from the text area to the labels of the right chain


def fail(words):
    sys.exit(f"measures: {words}")


def run(*arguments):
    return subprocess.run([VANBAN, *arguments, "-q"], capture_output=True, text=True, check=False)


def spans(page):
    return [span for block in page.get_text("rawdict")["blocks"] for line in block.get("lines", []) for span in line["spans"]]


def letters(page):
    fonts = {font[3].split("+")[-1] for font in page.get_fonts()}    # what a reader writes into a field has another
    return sorted((c["origin"], c["c"], span["size"]) for span in spans(page) if span["size"] >= LABEL and span["font"].split("+")[-1] in fonts
                  for c in span["chars"])


def labels(page):
    """(text, x, y, rectangle of the figures), in mm from the upper left corner."""
    found = []
    for span in spans(page):
        if span["size"] < LABEL and span["chars"]:
            x, y = span["chars"][0]["origin"]
            box = (x + 0.3, y - span["size"] * CAP, span["chars"][-1]["bbox"][2] - 0.3, y)
            found.append(("".join(c["c"] for c in span["chars"]), x * MM, y * MM, box))
    return found


def number(text):
    match = re.fullmatch(r"(?:(\d+)×)?(?:↔ )?(\d+(?:[.,]\d)?)", text)
    return (int(match[1] or 1), float(match[2].replace(",", "."))) if match else None


def dumped(arguments):
    """Of each page: size, text area, text (x, width, role) and rules (x, y, width)."""
    pages, area = [], None
    for line in run("dump", *arguments).stdout.splitlines():
        if line.startswith("section "):
            area = [float(v) for v in re.search(r"text ([\d.]+) ([\d.]+) w([\d.]+) h([\d.]+)", line).groups()]
        elif line.startswith("page "):
            size = [float(v) for v in re.search(r": ([\d.]+) x ([\d.]+),", line).groups()]
            pages.append({"size": size, "area": area, "text": [], "rules": []})
        elif text := re.match(r'  ([\d.]+) ([\d.]+) w([\d.]+) [^"]*?(?: (o\d+[abc]?))? "(?! ?"$)', line):
            pages[-1]["text"].append((float(text[1]), float(text[3]), text[4]))
        elif rule := re.fullmatch(r"  ([\d.]+) ([\d.]+) w([\d.]+) rule 0.75", line):
            pages[-1]["rules"].append([float(v) for v in rule.groups()])
    return pages


def wanted(page):
    """The lengths that must stand on a page, along, and how exact they are: a difference of rounded ones is less so."""
    (width, _), (left, _, inner, _) = page["size"], page["area"]
    yield from ((left, 0.051), (inner, 0.051), (width - left - inner, 0.151))
    for role, marks in groupby((m for m in page["text"] if m[1] > 0), key=lambda m: m[2]):
        marks = list(marks)
        if role and role not in ("o6", "o13"):
            yield max(x + w for x, w, _ in marks) - min(x for x, _, _ in marks), 0.051 if len(marks) == 1 else 0.151
    yield from ((w, 0.051) for _, _, w in page["rules"] if w < inner - 0.5)


def check_page(where, page, said):
    numbers = [number(text) for text, *_ in said]
    for length, near in wanted(page):
        if not any(n and n[0] == 1 and abs(n[1] - length) < near for n in numbers):
            fail(f"{where}: no label says {length:.1f} mm")
    (width, height), (left, _, inner, _) = page["size"], page["area"]
    near = [(round(x, 3), n) for n, (_, x, _, _) in zip(numbers, said) if n and abs(x - left - inner - DOWN) < 0.06]
    where_most = Counter(x for x, _ in near).most_common(1)[0][0]    # a length across may stand almost there
    chain = [n for x, n in near if x == where_most]
    if abs(sum(n * v for n, v in chain) - height) > 0.051 * sum(n for n, _ in chain):
        fail(f"{where}: the chain of {width:g} x {height:g} mm adds up to {sum(n * v for n, v in chain):.1f}")
    for role in {role for _, _, role in page["text"] if role}:
        if not any(text.split()[:2] == ["ô", role[1:]] for text, *_ in said):
            fail(f"{where}: ô {role[1:]} is not named")


def check_room(where, own, said):
    ink = [((x + 0.4, y - size * CAP, x + 0.6, y), c) for (x, y), c, size in own if c.strip()]
    for i, (text, *_, (left, top, right, bottom)) in enumerate(said):
        for (x, y, to_x, to_y), c in ink + [(other[-1], other[0]) for other in said[:i]]:
            if left < to_x and right > x and top < to_y and bottom > y:
                fail(f"{where}: the label {text} meets {c}")


def check(name, arguments, work):
    out = [f"{work}/{name}{ending}.pdf" for ending in ("", "-mm", "-again")]
    for path, more in zip(out, ([], ["--boxes=mm"], ["--boxes=mm"])):
        if (ran := run("render", *arguments, "-o", path, *more)).returncode:
            fail(f"{name}: {ran.stderr}")
    if Path(out[1]).read_bytes() != Path(out[2]).read_bytes():
        fail(f"{name}: two runs differ")
    plain, drawn, pages = fitz.open(out[0]), fitz.open(out[1]), dumped(arguments)
    for i, (a, b, page) in enumerate(zip(plain, drawn, pages, strict=True), 1):
        where, streams = f"{name}, page {i}", b.get_contents()
        if len(streams) != 2 or plain.xref_stream(a.get_contents()[0]) != drawn.xref_stream(streams[0]):
            fail(f"{where}: its own marks have changed")
        if not drawn.xref_stream(streams[1]).startswith(b"/Artifact BMC"):
            fail(f"{where}: the drawing is no artifact")
        if letters(a) != letters(b):
            fail(f"{where}: without the labels the text is another")
        check_page(where, page, labels(b))
        check_room(where, letters(a), labels(b))
    if (ran := subprocess.run(["qpdf", "--check", out[1]], capture_output=True, text=True, check=False)).returncode:
        fail(f"{name}: {ran.stdout}{ran.stderr}")


with tempfile.TemporaryDirectory() as folder:
    for title, words in DOCUMENTS.items():
        check(title, words, folder)
for value, lang, answer in (("cm", "en", "wanted: mm"), ("mn", "vi", "cần: mm"), ("inch", "en", "wanted: mm")):
    ran = run("render", "samples/types/cong-van.xml", f"--boxes={value}", "--lang", lang)
    if ran.returncode != 64 or answer not in ran.stderr:
        fail(f"--boxes={value}: {ran.returncode} {ran.stderr}")
