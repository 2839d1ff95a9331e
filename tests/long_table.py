#!/usr/bin/python3
"""A table of 10,000 rows and 8 columns: every cell once and in order, and no more than 100 MiB.

Usage: long_table.py VANBAN [--any-memory]     (a build for sanitizers takes what it takes)
bench/run.py takes the document from here.
"""
import resource
import subprocess
import sys
import tempfile

ROWS, COLUMNS = 10000, 8
MOST_MEMORY = 100  # MiB


def cell(row, column):
    return f"xã {row}" if column == 1 else str(row if column == 0 else (row * 7 + column * 13) % 1000)


def document(rows):
    line = "".join
    return ('<document type="bao-cao"><issuer><name>Sở Nội vụ</name></issuer><code number="5" notation="BC-SNV"/>'
            '<promulgation place="Bắc Giang" date="2020-02-20"/><subject>Bảng dài</subject><body><p>Một.</p><table>'
            + "<column/>" * COLUMNS + "<head><row>" + line(f"<cell>Cột {c}</cell>" for c in range(COLUMNS)) + "</row></head>"
            + line("<row>" + line(f"<cell>{cell(r, c)}</cell>" for c in range(COLUMNS)) + "</row>\n" for r in range(rows))
            + "</table></body></document>")


def words_read(pdf):
    """From the table's first head on."""
    text = subprocess.check_output(["mutool", "draw", "-q", "-F", "text", "-o", "-", pdf], text=True, stderr=subprocess.DEVNULL)
    return text[text.index("Cột 0"):].split("\n")


def fault_of(words, page=1):
    """The first word that is not the next cell's, nor of a repeated head, nor a page's number; or None."""
    wanted = (cell(r, c) for r in range(ROWS) for c in range(COLUMNS))
    due = next(wanted)
    for word in (w.strip() for w in words if w.strip()):
        if word == due:
            due = next(wanted, None)
        elif word == str(page + 1):
            page += 1
        elif not word.startswith("Cột "):
            return f"page {page}: {word!r} stands where {due!r} should"
    return due and f"{due!r} is missing"


def main():
    vanban, any_memory = sys.argv[1], "--any-memory" in sys.argv
    with tempfile.TemporaryDirectory() as work:
        data, pdf = work + "/data.xml", work + "/out.pdf"
        with open(data, "w", encoding="utf-8") as out:
            out.write(document(ROWS))
        subprocess.run([vanban, "render", data, "-o", pdf, "-q"], check=True)
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        fault = fault_of(words_read(pdf))
    if memory > MOST_MEMORY and not any_memory:
        fault = f"{memory:.0f} MiB, more than {MOST_MEMORY}"
    if fault:
        print("long table:", fault)
    return fault is not None


if __name__ == "__main__":
    sys.exit(main())
