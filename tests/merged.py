#!/usr/bin/python3
"""merged.py VANBAN MERGE - many documents in one PDF (tests/merge.c) against each of them alone.

Text, pixels, page labels, outline, links and structure are those of the single files, one after the other;
keys and names are there once and lead to what they should; the same bytes come out twice; a picture of
several documents is there once; and of a merge that fails nothing is left."""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import fitz

SAMPLE = "samples/bac-giang-bao-cao-2020-02/"
APPENDED = ("samples/types/quyet-dinh.xml", None)  # with a rule and an appendix, whose labels are their own
NOTED = (SAMPLE + "data.xml", SAMPLE + "template.xml")  # notes, a table over pages, links
PICTURED = ("samples/types/thong-bao.xml", None)
SHORT = ("samples/types/bao-cao.xml", None)  # notes and a table
PLAIN = ("samples/types/cong-van.xml", None)
MANY = 70  # more than a node of a tree has kids
failed = []


def need(what, message):
    if not what:
        failed.append(message)


def merge(program, out, documents, *options):
    words = [w for data, template in documents for w in ("-t", template or "", data)]
    return subprocess.run([program, out, *options, *words], stderr=subprocess.DEVNULL, check=False).returncode


def single(vanban, folder, document, *options):
    """Its files: its own, then those of its parts."""
    folder.mkdir()
    template = ["-t", document[1]] if document[1] else []
    subprocess.run([vanban, "render", document[0], *template, "-o", folder / "x.pdf", "-q", *options], check=True, stdout=subprocess.DEVNULL)
    return sorted(folder.glob("*.pdf"), key=lambda path: path.stem)


def run(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout


def told(*command):
    return run(*command).decode(errors="replace")


def structure(pdf):
    """Lines of (depth, words), without fields, numbers of objects and names of notes."""
    lines, field = [], None
    for line in told("pdfinfo", "-struct-text", pdf).splitlines():
        depth, words = len(line) - len(line.lstrip()), line.strip()
        field = None if field is None or depth <= field else field
        if words == "Form":
            field = depth
        if words and field is None:
            lines.append((depth, re.sub(r"^Object .*| <n\d+>", "", words)))
    return lines


def objects(pdf):
    rows = json.loads(told("qpdf", "--json=1", "--json-key=objects", pdf))["objects"]
    return {name: row for name, row in rows.items() if name != "trailer"}


def leaves(all_objects, root, key):
    """Pairs of a tree of numbers or names, whose limits are right."""
    node = all_objects[root]
    for kid in node.get("/Kids", []):
        pairs = list(leaves(all_objects, kid, key))
        need([pairs[0][0], pairs[-1][0]] == all_objects[kid]["/Limits"], f"limits of {kid}: {all_objects[kid]['/Limits']}")
        yield from pairs
    yield from zip(node.get(key, [])[::2], node.get(key, [])[1::2])


# ---- what is compared -----------------------------------------------------------------------------

def rows_of(kids, level=1):
    """As python3-fitz has it, whose own outlines and pages end after some dozens of files in one process."""
    for entry in kids:
        yield [level, entry["title"], entry["destpageposfrom1"]]
        yield from rows_of(entry["kids"], level + 1)


def outline_of(pdf):
    return list(rows_of(json.loads(told("qpdf", "--json=1", "--json-key=outlines", pdf))["outlines"]))


def labels_of(pdf):
    n = int(told("qpdf", "--show-npages", pdf))
    rows = json.loads(told("qpdf", "--json=1", "--json-key=pagelabels", pdf))["pagelabels"] or [{"index": 0, "label": {"/St": 1}}]
    ends = [row["index"] for row in rows[1:]] + [n]
    return [(row["label"].get("/P"), row["label"]["/St"] + i) for row, end in zip(rows, ends) for i in range(end - row["index"])]


def seen_of(path):
    """What a reader shows of a file: outline, labels, and pages as pictures."""
    return outline_of(path), labels_of(path), run("pdftoppm", "-r", "40", "-gray", path)


def title_of(pdf):
    return next(s[6:].strip() for s in told("pdfinfo", pdf).splitlines() if s.startswith("Title:"))


def check_pages(name, whole, pdfs):
    need(told("pdftotext", "-layout", whole, "-") == "".join(told("pdftotext", "-layout", p, "-") for p in pdfs), f"{name}: other text")
    wanted = [[], [], b""]
    for pdf in pdfs:
        toc, labels, pages = seen_of(pdf)
        first = len(wanted[1])
        wanted[0] += [[1, title_of(pdf), first + 1]] + [[level + 1, words, to + first] for level, words, to in toc]
        wanted[1] += labels
        wanted[2] += pages
    seen = seen_of(whole)
    need(seen[0] == wanted[0], f"{name}: outline {seen[0]}, not {wanted[0]}")
    need(seen[1] == wanted[1], f"{name}: labels {seen[1]}, not {wanted[1]}")
    need(seen[2] == wanted[2], f"{name}: pages look otherwise")


def check_structure(name, whole, pdfs):
    parts = [(depth + 2, words) for pdf in pdfs for depth, words in structure(pdf)]
    plain = [(depth, "Part" if depth == 2 else words) for depth, words in structure(whole)]
    wanted = [(0, "Document")] + [(depth, "Part" if depth == 2 else words) for depth, words in parts]
    need(plain == wanted, f"{name}: other structure: {[pair for pair in zip(plain, wanted) if pair[0] != pair[1]][:2]}")


def links(all_objects):
    """Where each link leads: an address, or from one page to another, by their places among the file's."""
    root = next(o for o in all_objects.values() if isinstance(o, dict) and o.get("/Type") == "/Catalog")
    pages = [kid for node in all_objects[root["/Pages"]]["/Kids"] for kid in all_objects[node]["/Kids"]]
    return [(i, all_objects[a]["/A"]["/URI"] if "/A" in all_objects[a] else pages.index(all_objects[a]["/Dest"][0]))
            for i, page in enumerate(pages) for a in all_objects[page].get("/Annots", []) if all_objects[a]["/Subtype"] == "/Link"], len(pages)


def check_keys(name, whole, pdfs):
    every = objects(whole)
    wanted, first = [], 0
    for pdf in pdfs:
        own, count = links(objects(pdf))
        wanted += [(page + first, to if isinstance(to, str) else to + first) for page, to in own]
        first += count
    need(links(every)[0] == wanted, f"{name}: links {links(every)[0]}, not {wanted}")
    root = next(o for o in every.values() if isinstance(o, dict) and o.get("/Type") == "/StructTreeRoot")
    parents, notes = (list(leaves(every, root[key], pairs)) for key, pairs in (("/ParentTree", "/Nums"), ("/IDTree", "/Names")))
    used = sorted(o[key] for o in every.values() if isinstance(o, dict) for key in ("/StructParents", "/StructParent") if key in o)
    need([n for n, _ in parents] == used == list(range(root["/ParentTreeNextKey"])), f"{name}: keys {used} in the tree of parents")
    ids = {o["/ID"]: number for number, o in every.items() if isinstance(o, dict) and o.get("/S") == "/Note"}
    need(notes == sorted(ids.items()), f"{name}: notes {notes}, not {sorted(ids.items())}")
    need(not any(isinstance(o, dict) and (o.get("/FT") or "/AcroForm" in o) for o in every.values()), f"{name}: fields")


def check(name, vanban, program, folder, documents, *options):
    whole, again = folder / f"{name}.pdf", folder / f"{name}-again.pdf"
    need(merge(program, whole, documents, *options) == 0 == merge(program, again, documents, *options), f"{name}: not written")
    need(whole.read_bytes() == again.read_bytes(), f"{name}: other bytes the second time")
    said = subprocess.run(["qpdf", "--check", whole], capture_output=True, text=True, check=False)
    need(said.returncode == 0, f"{name}: {said.stdout}{said.stderr}")
    pdfs = [pdf for i, d in enumerate(documents) for pdf in single(vanban, folder / f"{name}{i}", d, *(options[2:] if options[:1] == ("--title",) else options))]
    check_pages(name, whole, pdfs)
    if "1b" not in options:
        check_keys(name, whole, pdfs)
    if "1b" not in options and NOTED not in documents:  # whose structure takes poppler seconds
        check_structure(name, whole, pdfs)
    return whole


def check_many(program, folder):
    """Trees of several levels; and a picture that all have is there as often as in one."""
    few, many = folder / "few.pdf", folder / "many.pdf"
    merge(program, few, [PICTURED, SHORT])
    merge(program, many, [PICTURED, SHORT] * (MANY // 2))
    images = [sum(isinstance(o, dict) and o.get("/Subtype") == "/Image" for o in objects(pdf).values()) for pdf in (few, many)]
    need(0 < images[0] == images[1], f"many: {images} pictures")
    check_keys("many", many, [few] * (MANY // 2))
    tocs = [outline_of(pdf) for pdf in (few, many)]
    need([row[1] for row in tocs[1]] == [row[1] for row in tocs[0]] * (MANY // 2), "many: outline")


def check_failures(program, folder):
    own = folder / "failures"
    own.mkdir()
    out = own / "out.pdf"
    need(merge(program, out, [PLAIN, ("tests/bad/many.xml", None)]) == 2, "a document with errors is merged")
    need(merge(program, out, []) == 2 and merge(program, out, [PLAIN, ("none.xml", None)]) == 2, "what is not there is merged")
    need(not list(own.iterdir()), f"left: {list(own.iterdir())}")
    out.write_text("before")
    need(merge(program, out, [PLAIN, ("none.xml", None)]) == 2 and out.read_text() == "before", "what was there is gone")
    need(merge(program, "/dev/full", [PLAIN]) == 74, "a full disk is not noticed")
    data = own / "data.xml"
    data.write_bytes(Path(PLAIN[0]).read_bytes())
    need(merge(program, data, [PLAIN, (data, None)]) == 74 and data.read_bytes() == Path(PLAIN[0]).read_bytes(), "the data is written over")


def main():
    vanban, program = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        whole = check("merged", vanban, program, folder, [APPENDED, SHORT, PICTURED, PLAIN], "--title", "Văn bản & phụ lục")
        with fitz.open(whole) as pdf:
            need(pdf.metadata["title"] == "Văn bản & phụ lục", "title")
            need(pdf.get_toc() == outline_of(whole), "outline: fitz sees another")
        check("long", vanban, program, folder, [PLAIN, NOTED])
        check("parts", vanban, program, folder, [PLAIN, APPENDED], "--split-appendices")
        check("paper", vanban, program, folder, [PICTURED, APPENDED], "--for", "paper")
        check("1b", vanban, program, folder, [APPENDED, SHORT, PICTURED], "--pdf", "1b")
        check_many(program, folder)
        check_failures(program, folder)
    for line in failed:
        print("merged: " + line[:2000])
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
