#!/usr/bin/python3
"""Compares the text of a PDF, as independent readers see it, with a reference.

Usage: text.py PDF REFERENCE_DIR [--pdfjs NODE_MODULES_DIR]

REFERENCE_DIR holds reference.txt (a paragraph, heading or table cell per line, in reading order) and
notes.txt (MARK<TAB>text per line). Readers: `pdftotext -raw`, `mutool draw -F txt`, and pdf.js when
its folder is given. Every character must agree, and so must the ends of words inside a line.

What does not belong to the running text (page numbers, note marks, notes, repeated table heads) is found
once, by size and place, in the page model; the readers' texts are laid beside the model's character by
character, so that exactly these characters are taken out of them.

Exit status: 0 all agrees; 1 not; 2 wrong usage.
"""
import argparse
import difflib
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import namedtuple
from pathlib import Path

import page_model as pm
import page_reader
from anatomy import Anatomy

JOINED, BLANK, NEW_LINE = 0, 1, 2  # what stands before a character
Char = namedtuple("Char", "char gap")
ModelChar = namedtuple("ModelChar", "char gap stream")  # stream: "text", "mark", "out", or a note number

SHOWN = 10  # differences printed at most


def to_chars(text):
    """Characters that are not white, each with what stands before it."""
    chars, gap = [], NEW_LINE
    for c in unicodedata.normalize("NFC", text):
        if c.isspace():
            gap = max(gap, NEW_LINE if c in "\n\r\f\v\u2028\u2029" else BLANK)
        else:
            chars.append(Char(c, gap))
            gap = JOINED
    return chars


# ---- the page model -----------------------------------------------------------------------------

def model_pages(anatomy):
    """For each page its characters in the order of the content, with the stream each belongs to."""
    repeated = {id(x) for chain in anatomy.table_chains() for t in chain[1:] for x in anatomy.repeated_head(chain[0], t)}
    note_of = {id(line): note.number for note in anatomy.notes for line in note.lines}
    pages = []
    for page in anatomy.pages:
        chars = []
        for line in page.lines:
            gap = NEW_LINE
            for span, stream in streams_of(anatomy, line, repeated, note_of):
                for c in span.text:
                    if c.isspace():
                        gap = max(gap, BLANK)
                        continue
                    chars.append(ModelChar(c, gap, stream))
                    gap = JOINED
        pages.append(chars)
    return pages


def streams_of(anatomy, line, repeated, note_of):
    role = anatomy.role_of(line)
    first = next(s for s in line.spans if s.visible)
    for span in line.spans:
        if role == "number" or id(line) in repeated:
            yield span, "out"
        elif role == "note":
            own_number = span is first and (line.is_mark(span))
            yield span, "out" if own_number else note_of[id(line)]
        else:
            yield span, "mark" if line.is_mark(span) else "text"


# ---- the readers --------------------------------------------------------------------------------

def run(command):
    done = subprocess.run(command, capture_output=True, check=False)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8", "replace")


def pages_of(text, count):
    pages = text.split("\f")
    if len(pages) == count + 1 and not pages[-1].strip():
        pages.pop()
    return pages


def by_pdftotext(pdf, count):
    return pages_of(run(["pdftotext", "-raw", "-enc", "UTF-8", pdf, "-"])[1], count)


def by_mutool(pdf, count):
    with tempfile.TemporaryDirectory() as folder:
        copy = str(Path(folder, "copy.pdf"))
        page_reader.save_without_annotations(pdf, copy)
        return pages_of(run(["mutool", "draw", "-q", "-F", "txt", copy])[1], count)


def read_by_pdfjs(pdf, modules):
    """Items of each page; a warning of pdf.js is an error of the PDF."""
    status, out, err = run(["node", str(Path(__file__).with_name("pdfjs.mjs")), modules, pdf])
    return (json.loads(out)["pages"] if out else []), ([f"pdf.js: {err.strip()}"] if status else [])


def by_pdfjs(items_of_pages):
    return ["".join(i["text"] + ("\n" if i["eol"] else "") for i in items) for items in items_of_pages]


def pdfjs_marks(items_of_pages):
    """Note marks as pdf.js's own sizes and baselines show them, those that begin a note included."""
    marks = 0
    for items in items_of_pages:
        seen = [i for i in items if i["text"].strip()]
        for before, item, after in zip([None] + seen, seen, seen[1:] + [None]):
            near = [n for n in (before, after) if n and item["size"] < 0.85 * n["size"]
                    and 0.1 < (item["y"] - n["y"]) / n["size"] < 0.7]
            marks += bool(near) and re.fullmatch(r"\s*(\d+|\(\d+\))\s*", item["text"]) is not None
    return marks


# ---- laying a reader's text beside the model -----------------------------------------------------

def align(chars, model):
    """For each character of the reader the model's, or None; and whether both have the same order."""
    if [c.char for c in chars] == [m.char for m in model]:
        return list(model), True
    matched = [None] * len(chars)
    matcher = difflib.SequenceMatcher(None, [c.char for c in chars], [m.char for m in model], autojunk=False)
    for a, b, size in matcher.get_matching_blocks():
        matched[a:a + size] = model[b:b + size]
    return matched, False


def split_streams(pages, model):
    """The reader's characters by stream: {"text": [...], "1": [...], ...}, and pages whose order differs."""
    streams, disordered = {"text": []}, []
    for number, (text, model_chars) in enumerate(zip(pages, model), 1):
        chars = to_chars(text)
        matched, same = align(chars, model_chars)
        if not same:
            disordered.append(number)
        left_out = None  # gaps (reader's, model's) before what was taken out
        current = None
        for char, known in zip(chars, matched):
            stream = known.stream if known else "text"
            if stream in ("mark", "out"):
                old = left_out or (JOINED, JOINED)
                left_out = (max(old[0], char.gap), max(old[1], known.gap))
                continue
            gap = char.gap
            if left_out:
                # A raised mark may be set off by a reader; only where the glyphs stand apart too is there a blank.
                gap = max(gap, left_out[0])
                gap = min(gap, max(known.gap, left_out[1])) if known else gap
                left_out = None
            if stream != current:
                gap = NEW_LINE
            current = stream
            streams.setdefault(stream, []).append(Char(char.char, gap))
    return streams, disordered


# ---- comparing ------------------------------------------------------------------------------------

def as_text(chars):
    return "".join(("" if c.gap == JOINED else " ") + c.char for c in chars).strip()


def compare(ours, reference):
    """Differences as lines of text, and the number of words cut at a line's end where a cut is allowed."""
    if [c.char for c in ours] != [c.char for c in reference]:
        return compare_words(as_text(ours).split(), as_text(reference).split()), 0
    faults, cuts = [], 0
    for at, (our, wanted) in enumerate(zip(ours, reference)):
        if our.gap == JOINED and wanted.gap != JOINED and not clerk_slot(reference, at):
            faults.append(f"blank lost: {around(ours, at)}")
        elif our.gap == BLANK and wanted.gap == JOINED and not clerk_slot(reference, at):
            faults.append(f"blank inside a word: {around(ours, at)}")
        elif our.gap == NEW_LINE and wanted.gap == JOINED and not clerk_slot(reference, at):
            cuts += 1
            if not may_be_cut(reference, at):
                faults.append(f"word cut at the line's end: {around(reference, at)}")
    return faults, cuts


def compare_words(ours, reference):
    faults = []
    matcher = difflib.SequenceMatcher(None, ours, reference, autojunk=False)
    for kind, a0, a1, b0, b1 in matcher.get_opcodes():
        if kind != "equal":
            before = " ".join(reference[max(0, b0 - 3):b0])
            faults.append(f"after '{before}': PDF has '{' '.join(ours[a0:a1])[:60]}', reference '{' '.join(reference[b0:b1])[:60]}'")
    return faults or ["characters differ"]


def around(chars, at):
    return as_text(chars[max(0, at - 15):at]) + "|" + as_text(chars[at:at + 15])


def clerk_slot(reference, at):
    """The blank for the number in `Số:      /BC-SNV`: any width, so also none."""
    before = "".join(c.char for c in reference[max(0, at - 3):at])
    return reference[at].char == "/" and re.search(r"[Ss]ố:?$", before) is not None


def may_be_cut(reference, at):
    """A word may end a line after a hyphen, dash or slash; not a document code; an address also after . and @."""
    begin, end = at, at + 1
    while begin and reference[begin].gap == JOINED:
        begin -= 1
    while end < len(reference) and reference[end].gap == JOINED:
        end += 1
    word, last = "".join(c.char for c in reference[begin:end]), reference[at - 1].char
    if "://" in word or "@" in word:
        return last in "-–/.@?&="
    code = any(c.isdigit() for c in word) or re.search(r"[-/][A-ZĐ]{2}", word)
    return last in "-–/&" and not code


class Report:
    def __init__(self):
        self.failed = False

    def say(self, ok, text, faults=()):
        self.failed |= not ok
        print(("ok    " if ok else "FAIL  ") + text)
        for fault in faults[:SHOWN]:
            print("        " + fault)
        if len(faults) > SHOWN:
            print(f"        ... {len(faults)} in all")


def by_value(mark):
    return int(mark.strip("()"))


def check_notes_places(report, anatomy, notes):
    """Each note begins on the page that holds its mark; marks and notes run 1, 2, 3 ..."""
    wanted = [number for number, _ in notes]
    marks = [number for number, _ in anatomy.marks]
    report.say(marks == wanted, f"note marks: {len(marks)} of {len(wanted)} in order",
               [f"missing {sorted(set(wanted) - set(marks), key=by_value)}, more than wanted {sorted(set(marks) - set(wanted), key=by_value)}"] if marks != wanted else [])
    page_of = dict(anatomy.marks)
    astray = [f"note {n.number} on page {n.page}, its mark on {page_of.get(n.number)}" for n in anatomy.notes if page_of.get(n.number) != n.page]
    begun = [n.number for n in anatomy.notes]
    good = len(begun) - len(astray)
    report.say(not astray and begun == wanted, f"notes on the page of their mark: {good} of {len(wanted)}", astray)


def check_reader(report, name, pages, model, reference, notes):
    if len(pages) != len(model):
        report.say(False, f"{name}: {len(pages)} pages, not {len(model)}")
        return
    streams, disordered = split_streams(pages, model)
    faults, cuts = compare(streams["text"], to_chars("\n".join(reference)))
    words = len(" ".join(reference).split())
    order = f"; order unlike MuPDF's on pages {disordered}" if disordered else ""
    report.say(not faults, f"{name}: text, {words} words, {cuts} cut at a line's end{order}", faults)
    bad = []
    for number, text in notes:
        found = streams.get(number, [])
        found = strip_number(found, number)
        wrong, _ = compare(found, to_chars(text))
        bad += [f"note {number}: {w}" for w in wrong[:1]]
    report.say(not bad, f"{name}: notes {len(notes) - len(bad)} of {len(notes)}", bad)


def strip_number(chars, number):
    """A note's own number in the size of its text (a raised one is already taken out)."""
    head = "".join(c.char for c in chars[:len(number)])
    if head != number or len(chars) == len(number) or chars[len(number)].gap == JOINED:
        return chars
    return [Char(chars[len(number)].char, NEW_LINE)] + chars[len(number) + 1:]


def read_reference(folder):
    reference = [pm.fold(x) for x in Path(folder, "reference.txt").read_text(encoding="utf-8").splitlines() if x.strip()]
    lines = [x.split("\t", 1) for x in Path(folder, "notes.txt").read_text(encoding="utf-8").splitlines() if x.strip()]
    return reference, [(number.strip(), pm.fold(text)) for number, text in lines]


def main():
    parser = argparse.ArgumentParser(description="Compares the text of a PDF with a reference.")
    parser.add_argument("pdf")
    parser.add_argument("reference")
    parser.add_argument("--pdfjs", metavar="NODE_MODULES_DIR")
    options = parser.parse_args()
    reference, notes = read_reference(options.reference)
    anatomy = Anatomy(page_reader.read(options.pdf))
    model = model_pages(anatomy)
    report = Report()
    check_notes_places(report, anatomy, notes)
    check_reader(report, "pdftotext", by_pdftotext(options.pdf, len(model)), model, reference, notes)
    check_reader(report, "mutool", by_mutool(options.pdf, len(model)), model, reference, notes)
    if options.pdfjs:
        items, warnings = read_by_pdfjs(options.pdf, options.pdfjs)
        report.say(not warnings, "pdf.js: no warnings", warnings)
        check_reader(report, "pdf.js", by_pdfjs(items), model, reference, notes)
        marks = pdfjs_marks(items)
        raised = sum(1 for n in anatomy.notes if n.lines[0].is_mark(next(s for s in n.lines[0].spans if s.visible)))
        report.say(marks == len(notes) + raised, f"pdf.js: raised marks {marks} of {len(notes) + raised} (in the text and before notes)")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
