#!/usr/bin/python3
"""Documents that LibreOffice made, read back and measured: what is planted is found, at its page, and nothing else.

Usage: office.py VANBAN [--keep DIR]

DIR gets the PDFs, to be looked at. The texts are written by hand (*.fodt beside this). Of PLANTED each rule must have a finding on its page
whose measure holds the words; a finding of any other rule is a false one. One document is right: it has none.

Exit status: 0 as it must be; 1 not, and it says what.
"""
import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
PLANTED = {
    "dung": {},
    "dung-2": {},
    "sai-1": {  # a letter: margins 2/1.5/2/1, Quốc hiệu wrapped and 14, Tiêu ngữ 12, underlined for a rule
        "R4": (1, "mm"), "R5": (1, "20.0"), "R6": (1, "10."), "R12": (1, "14/12/13"), "R22": (1, "size 14"), "R23": (1, "not on one line"),
        "R26": (1, "size 12"), "R29": (1, "below"), "R30": (1, "underlined"), "R35": (1, "100.0 %"), "R40": (1, "CV"), "R41": (1, "5"),
        "R45": (1, "CV-UBND"), "R49": (1, "day 5, month 03"), "R59": (1, "bold"), "R79": (2, "Kết quả gửi"), "R82": (1, "bold"), "R89": (2, "size 12"),
        "R96": (2, "degree"), "R120": (1, "no title"), "R15": (2, "no number"), "R16": (1, "no page number"), "R17": (1, "no page number"), "R18": (1, "no page number"),
        "R19": (1, "no page number"),
    },
    "sai-2": {  # a report: PHỤ LỤC 01 in capitals, its number on the first page, blue heads, Arial, ragged, en dashes, a bold superior
        "R8": (1, "Liberation Sans"), "R10": (1, "#0000ff"), "R14": (1, "1"), "R20": (2, "shows 2"), "R25": (1, "–"), "R32": (1, "bold"),
        "R38": (1, "HUYỆN"), "R39": (1, "size 14"), "R47": (1, "not italic"), "R53": (1, "size 16"), "R56": (1, "no line"), "R67": (1, "pt"),
        "R80": (1, "1,234.5"), "R91": (1, "Lưu VT"), "R96": (1, "capitals"), "R102": (2, "PHỤ LỤC 01"), "R104": (2, "not italic"), "R105": (2, "12/3/2026"),
        "R106": (2, "no short line"), "R120": (1, "no title"),
    },
    "sai-3": {  # a decision: dashes for a rule, long rules, blanks in the notation, no comma, bases upright, articles not bold, no gaps
        "R29": (1, "no line"), "R30": (1, "row of characters"), "R35": (1, "182."), "R40": (1, "QĐ - THBT"), "R42": (1, "07 / QĐ"), "R48": (1, "Bến Thử ngày"),
        "R55": (1, "italic"), "R56": (1, "%"), "R63": (1, "not italic"), "R64": (1, "."), "R68": (1, "14.99"), "R69": (1, "0.00 pt"), "R74": (1, "not bold"),
        "R75": (1, "should be 2"), "R79": (1, "Quyết định này"), "R87": (1, "size 14, not italic"), "R97": (1, "mm"), "R98": (1, "mm"), "R120": (1, "no title"),
    },
}


def make(folder):
    """All of them in one run of LibreOffice, which starts slowly."""
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/lo", "--headless", "--convert-to", "pdf", "--outdir", str(folder),
                    *(str(HERE / f"{name}.fodt") for name in PLANTED)], capture_output=True, check=True)


def findings(vanban, pdf):
    done = subprocess.run([vanban, "check", str(pdf), "--format", "json", "--lang", "en"], capture_output=True, text=True, check=False)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    return done.returncode, [t for t in told if t.get("kind") == "verdict" and t["state"] == "finding"]


def judge(vanban, pdf, planted):
    status, found = findings(vanban, pdf)
    wrong = [f"exit {status}"] if status != bool(planted) else []
    for rule, (page, words) in planted.items():
        if not any(f["rule"] == rule and f["page"] == page and words in f["measured"] for f in found):
            wrong.append(f"{rule} is planted and not found on page {page} with '{words}': {[(f['page'], f['measured']) for f in found if f['rule'] == rule]}")
    return wrong + [f"{f['rule']} is not planted: page {f['page']}: {f['measured']}: {f.get('words')}" for f in found if f["rule"] not in planted]


def main():
    parser = argparse.ArgumentParser(description="Office documents with planted faults.")
    parser.add_argument("vanban")
    parser.add_argument("--keep")
    options = parser.parse_args()
    vanban, faults = str(Path(options.vanban).resolve()), []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(options.keep or temporary).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        make(folder)
        for name, planted in PLANTED.items():
            faults += [f"{name}: {x}" for x in judge(vanban, folder / f"{name}.pdf", planted)]
    for fault in faults:
        print("FAIL office: " + fault, file=sys.stderr)
    print(f"office: {len(PLANTED)} documents of LibreOffice's, {sum(map(len, PLANTED.values()))} planted faults, {len(faults)} missed or false")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
