#!/usr/bin/python3
"""Makes of a sample one with long notes: every note says its text several times over, each time with its count.

Usage: long_notes.py SAMPLE_DIR TIMES OUT_DIR
  writes data.xml, notes.txt (from the sample's, never from the data) and a copy of reference.txt
"""
import re
import shutil
import sys
from pathlib import Path

NOTE = re.compile(r"(<fn\b[^>]*>)(.*?)(</fn>)", re.S)


def longer(text, times):
    """Counted, so that what is lost or changes its place is seen."""
    return " ".join([text.strip(), *(f"Lần thứ {n}: {text.strip()}" for n in range(2, times + 1))])


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sample, times, out = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    notes = [x.split("\t", 1) for x in (sample / "notes.txt").read_text(encoding="utf-8").splitlines() if x.strip()]
    data, count = NOTE.subn(lambda m: m[1] + longer(m[2], times) + m[3], (sample / "data.xml").read_text(encoding="utf-8"))
    if not notes or count != len(notes):
        sys.exit(f"long_notes.py: {sample}: {count} notes in the data, {len(notes)} in notes.txt")
    out.mkdir(parents=True)
    (out / "data.xml").write_text(data, encoding="utf-8")
    (out / "notes.txt").write_text("".join(f"{mark}\t{longer(text, times)}\n" for mark, text in notes), encoding="utf-8")
    shutil.copy(sample / "reference.txt", out)


main()
