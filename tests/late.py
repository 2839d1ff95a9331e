"""late.py PROGRAM - whatever a stranger's file makes the program or a library do, it ends within a second and a half of
--limit seconds, with the message, status 2, no output and nothing left beside it: in XPath that counts no operations, in a
paragraph that takes minutes, in what the check measures, in the comparison; in text and JSON, in the sandbox and out of it."""
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PROGRAM = os.path.abspath(sys.argv[1])
SECONDS, MORE = 1, 5  # MORE: that a loaded machine may take beyond the limit
SLOW = float(os.environ.get("SLOW", "1"))  # a sanitizer's build

DATA = """<?xml version="1.0" encoding="UTF-8"?>
<document type="bao-cao"><issuer><name>Sở Nội vụ</name></issuer><code number="5" notation="BC-SNV"/>
<promulgation place="Bắc Giang" date="2020-02-20"/><subject>Kết quả</subject><body>%s</body>
<signatures><signature><position>Giám đốc</position><name>Vũ Mạnh Hùng</name></signature></signatures>
<recipients><archive>VT</archive></recipients>%s</document>"""
TEMPLATE = """<template name="thu" extends="bao-cao"><needs><need path="data/a" label="a"/></needs><slot name="noi-dung"><p style="noi-dung">%s</p></slot></template>"""


def of_data(n, text="1"):
    return "<data>" + f"<a>{text}</a>" * n + "</data>"


def numbered(n):
    return "<data>" + "".join(f"<a>{i}</a>" for i in range(n)) + "</data>"


# What, command, body, data, expression of a template of its own, more options.
ROWS = [
    ("sets compared", "render", "<p>x</p>", numbered(200000), "{vb:if(data/a[position() &lt; 100000] = data/a[position() &gt; 100000], 1, 2)}", []),
    ("numbers compared", "render", "<p>x</p>", of_data(300000), "{vb:if(data/a &lt; data/a, 1, 2)}", ["--sandbox=best-effort"]),
    ("a text searched", "render", "<p>x</p>", of_data(1, "x" * 8000000), "{vb:if(contains(data/a, concat(substring(data/a, 2000000), 'y')), 1, 2)}", ["--format=json"]),
    ("to standard output", "render", "<p>x</p>", numbered(200000), "{vb:if(data/a[position() &lt; 100000] = data/a[position() &gt; 100000], 1, 2)}", ["-o", "-"]),
    ("checked", "check", "<p>x</p>", of_data(300000), "{vb:if(data/a &lt; data/a, 1, 2)}", ["--sandbox=best-effort"]),
    ("one paragraph", "render", "<p>" + "ab " * 15000000 + "</p>", "", None, []),
    ("references", "render", '<p id="i">a</p><p>' + '<ref to="i" page="yes"/>' * 300000 + "</p>", "", None, []),
    ("one paragraph in a dump", "dump", "<p>" + "ab " * 15000000 + "</p>", "", None, []),
]


def run(row):
    what, command, body, data, expression, more = row
    said = []
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "in").mkdir()
        (Path(folder) / "out").mkdir()
        xml, template, pdf = Path(folder) / "in/a.xml", Path(folder) / "in/t.xml", Path(folder) / "out/a.pdf"
        xml.write_text(DATA % (body, data), encoding="utf-8")
        args = [PROGRAM, command, xml, "--lang", "en", "--limit", f"seconds={SECONDS}"]
        if expression:
            template.write_text(TEMPLATE % expression, encoding="utf-8")
            args += ["-t", template]
        if command == "render":
            pdf.write_bytes(b"old")
            args += more if "-o" in more else ["-o", pdf, *more]
        else:
            args += more
        begun = time.monotonic()
        done = subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120 * SLOW)
        took = time.monotonic() - begun
        if took > (SECONDS + MORE) * SLOW:
            said.append(f"took {took:.1f} s")
        err = (done.stderr + (done.stdout if command == "check" else b"")).decode()
        if done.returncode != 2:
            said.append(f"exit {done.returncode}")
        if "--format=json" in more:
            last = json.loads(err.splitlines()[-1])
            if last["code"] != "TIME_OVER" or not last["hint"]:
                said.append(f"the last line is {last}")
        elif not re.search(r"error: not finished after 1 seconds, so it was stopped \[TIME_OVER\]\n  remedy: ", err):
            said.append(f"no message, but {err[-200:]!r}")
        if "-o" in more and done.stdout:
            said.append(f"{len(done.stdout)} bytes on standard output")
        if command == "render" and (pdf.read_bytes() != b"old" or len(os.listdir(pdf.parent)) != 1):
            said.append(f"left: {os.listdir(pdf.parent)}")
    return [f"late: {what}: {words}" for words in said]


def files_together():
    """The time is of each step: many files, checked in the sandbox, take more than three times that."""
    here = Path(__file__).parent
    files = sorted(str(f) for f in (here.parent / "samples/types").glob("*.xml")) * 4
    done = subprocess.run([PROGRAM, "check", *files, "--sandbox=best-effort", "-q", "--limit", "seconds=1"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return [] if done.returncode in (0, 1) else [f"late: {len(files)} files together: exit {done.returncode}"]


with ThreadPoolExecutor(2) as pool:
    wrong = [line for lines in pool.map(run, ROWS) for line in lines] + files_together()
for line in wrong:
    print(line)
print(f"late: {len(ROWS) + 1} ways to take for ever, {len(wrong)} faults")
sys.exit(bool(wrong))
