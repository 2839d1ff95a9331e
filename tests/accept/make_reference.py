#!/usr/bin/env python3
"""make_reference.py [--check] SAMPLE-DIR...

Makes reference.txt (what the PDF's text must be, a paragraph, heading or table cell per line) and notes.txt
(MARK<TAB>text) from seed.txt and reference-changes.txt, never from data.xml.
--check writes nothing: exit 1 if a file differs from what the seed and the changes give.
The form of reference-changes.txt is said at its head. Each change must fit exactly one place, or nothing is made."""

import difflib
import pathlib
import re
import sys
import unicodedata

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
MARK = re.compile(f"[{SUPERSCRIPTS}]+|⁽[{SUPERSCRIPTS}]+⁾")  # `(4)` is a mark too
NOTE = re.compile(f"({MARK.pattern}) (.+)")
TO_DIGITS = str.maketrans(SUPERSCRIPTS + "⁽⁾", "0123456789()")


def fail(message):
    sys.exit(f"make_reference.py: {message}")


def read_text(path):
    text = path.read_bytes().decode("utf-8")
    if text != unicodedata.normalize("NFC", text) or "\r" in text:
        fail(f"{path}: not NFC, or has carriage returns")
    return text


def read_changes(path):
    """Yields (where, kind, operand, new lines)."""
    number = 1
    for block in read_text(path).split("\n\n"):
        where, number = f"{path}:{number}", number + block.count("\n") + 2
        lines = block.strip("\n").split("\n")
        body = [line for line in lines if not line.startswith("#")]
        if not any(body):
            continue                                        # a remark
        if len(body) == len(lines):
            fail(f"{where}: a change without a reason")
        kind, operand, new = body[0][:2], body[0][2:], body[1:]
        lone = {"- ": len(new) == 1, "~ ": not new, "^ ": bool(new), "v ": bool(new)}
        if not lone.get(kind) or not operand or any(line[:2] != "+ " for line in new):
            fail(f"{where}: not a change")
        yield where, kind[0], operand, [line[2:] for line in new]


def only(where, places):
    if len(places) != 1:
        fail(f"{where}: fits {len(places)} places, not one")
    return places[0]


def apply(lines, where, kind, operand, new):
    if kind == "-":
        if sum(line.count(operand) for line in lines) != 1:
            fail(f"{where}: does not stand exactly once in the seed")
        return [line.replace(operand, new[0]) for line in lines]
    if kind in "^v":
        at = only(where, [i for i, line in enumerate(lines) if line == operand]) + (kind == "v")
        return lines[:at] + new + lines[at:]
    tail, bar, head = operand.partition(" | ")
    if not bar:
        fail(f"{where}: a join without ' | '")
    first = only(where, [i for i, line in enumerate(lines) if line.endswith(tail)])
    after = [i for i in range(first + 1, len(lines)) if lines[i] and not NOTE.fullmatch(lines[i])]
    if not after or not lines[after[0]].startswith(head):
        fail(f"{where}: the next line of text does not begin so")
    second = after[0]
    return lines[:first] + [lines[first] + " " + lines[second]] + lines[first + 1:second] + lines[second + 1:]


def make(folder):
    """Returns the texts of reference.txt and notes.txt."""
    lines = [line.strip(" ") for line in read_text(folder / "seed.txt").split("\n")]
    for change in read_changes(folder / "reference-changes.txt"):
        lines = apply(lines, *change)
    reference, marks, notes = [], [], []
    for line in filter(None, lines):
        note = NOTE.fullmatch(line)
        if note:
            notes.append((note[1].translate(TO_DIGITS), note[2]))
            continue
        marks += [mark.translate(TO_DIGITS) for mark in MARK.findall(line)]
        reference += filter(None, MARK.sub("", line).split("\t"))
    count = [str(n + 1) for n in range(len(notes))]
    if marks != [mark for mark, _ in notes] or [mark.strip("()") for mark in marks] != count:
        fail(f"{folder}: marks {marks} and notes {[n for n, _ in notes]} are not 1, 2, 3 ...")
    return {"reference.txt": "".join(f"{line}\n" for line in reference),
            "notes.txt": "".join(f"{number}\t{text}\n" for number, text in notes)}


def main(arguments):
    check = "--check" in arguments
    folders = [pathlib.Path(a) for a in arguments if a != "--check"]
    if not folders or any(str(folder).startswith("-") for folder in folders):
        print(__doc__, file=sys.stderr)
        return 64
    differs = False
    for folder in folders:
        for name, text in make(folder).items():
            path = folder / name
            if not check:
                path.write_bytes(text.encode("utf-8"))
                continue
            old = path.read_bytes().decode("utf-8") if path.exists() else ""
            differs |= old != text
            sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), text.splitlines(True),
                                                       str(path), "from the seed"))
    return 1 if differs else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
