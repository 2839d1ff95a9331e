#!/usr/bin/python3
"""Every type of Điều 7 is copied, on paper and electronic, by an office whose name and place are long; all rules hold.

Usage: copied.py VANBAN
Exit status: 0 as it must be; 1 not, and it says what.
"""
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import page_reader
from rules import FINDING, NOT_JUDGED, PASS, Setting, judge_all

TYPES = sorted((Path(__file__).parent.parent.parent / "samples" / "types").glob("*.xml"))
COPY = """<copy form="sao-y">
  <issuer><superior>Ủy ban nhân dân tỉnh Sông Lam</superior>
    <name>Ban Quản lý dự án đầu tư xây dựng công trình giao thông và phát triển đô thị tỉnh Sông Lam</name></issuer>
  <code number="7" notation="SY-BQL"/><promulgation place="Thành phố Hồ Chí Minh" date="2026-10-16"/>
  <signatures><signature><competence>TL. Giám đốc</competence><position>Chánh Văn phòng</position><name>Đặng Thị Thu</name></signature></signatures>
  <recipients><place>Các phòng thuộc Ban</place><archive>VT</archive></recipients>
</copy></document>"""
WANTED = {"paper": "R114", "electronic": "R115"}


def judge(vanban, path, mode):
    """What is wrong with the copy of one type."""
    with tempfile.TemporaryDirectory() as folder:
        words = path.read_text(encoding="utf-8")
        data, pdf = Path(folder, path.name), Path(folder, "out.pdf")
        data.write_text(words[:words.rindex("</document>")] + COPY, encoding="utf-8")
        shutil.copytree(path.parent / "anh", Path(folder, "anh"))
        done = subprocess.run([vanban, "render", str(data), "--for", mode, "-o", str(pdf), "-q", "--strict"], capture_output=True, check=False)
        if done.returncode:
            return [f"refused: {done.stderr.decode('utf-8', 'replace')}"]
        results = judge_all(page_reader.read(str(pdf)), Setting(True, None, True, True))
    wrong = [f"{rule}: {r.measured}" for rule, r in results.items() if r.status in (FINDING, NOT_JUDGED)]
    return wrong + ([] if results[WANTED[mode]].status == PASS else [f"{WANTED[mode]} does not apply"])


def main():
    rows = [(path, mode) for path in TYPES for mode in WANTED]
    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(lambda row: judge(sys.argv[1], *row), rows))
    for (path, mode), wrong in zip(rows, said):
        for line in wrong:
            print(f"FAIL copied: {path.stem} {mode}: {line}", file=sys.stderr)
    print(f"copied: {sum(not wrong for wrong in said)} of {len(rows)} copies of {len(TYPES)} types break no rule")
    return 1 if any(said) or len(TYPES) < 29 else 0


if __name__ == "__main__":
    sys.exit(main())
