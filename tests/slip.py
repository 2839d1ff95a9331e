#!/usr/bin/python3
"""slip.py VANBAN - the slip of check: every finding, note and open question of a run stands in it, with place, measure
and remedy; it is a document that can be set, the same every time, and never takes the place of anything else."""
import json
import os
import re
import subprocess
import sys
import tempfile

vanban = os.path.abspath(sys.argv[1])
failed = []


def say(*words):
    failed.append(1)
    print("slip:", *words)


def run(*arguments, want, cwd=None):
    done = subprocess.run([vanban, *arguments], capture_output=True, cwd=cwd)
    if done.returncode != want:
        say(" ".join(arguments), "exit", done.returncode, "not", want, done.stderr.decode()[:300])
    return done.stdout.decode()


def text_of(path):
    shown = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode()
    return re.sub(r"\s+", " ", shown)


def letters(s):  # lines break anywhere, and a cell begins with a capital
    return re.sub(r"\s+", "", s).lower()


BAO_CAO = "samples/types/bao-cao.xml"
WRONG = ["--set", "le-phai=30mm", "--set", "co-chu=12pt"]

with tempfile.TemporaryDirectory() as folder:
    slip, again = os.path.join(folder, "slip.pdf"), os.path.join(folder, "again.pdf")

    # all that check tells of a document stands in its slip, in both languages
    for lang in "vi", "en":
        told = run("check", BAO_CAO, *WRONG, "--lang", lang, "--format=json", "--report", slip, want=1)
        shown = letters(text_of(slip))
        verdicts = [v for v in map(json.loads, told.splitlines()) if "rule" in v]
        found = [v for v in verdicts if v["state"] == "finding"]
        if len({v["rule"]["name"] if isinstance(v["rule"], dict) else v["rule"] for v in found}) < 2:
            say(lang, "too few findings to show", found)
        for v in verdicts:
            for name in "title", "measured", "clause", "allowed", "remedy", "why":
                words = v.get(name) or (v["rule"].get(name) if isinstance(v["rule"], dict) else None)
                wanted = v["state"] == "finding" and name != "why" or v["state"] == "not-judged" and name in ("title", "why")
                if words and wanted and letters(words) not in shown:
                    say(lang, v.get("rule"), name, "is not in the slip:", words)

    # the same bytes for the same documents
    run("check", BAO_CAO, *WRONG, "--report", slip, want=1)
    run("check", BAO_CAO, *WRONG, "--report", again, want=1)
    if open(slip, "rb").read() != open(again, "rb").read():
        say("two slips of one document differ")
    if "chưa đúng thể thức" not in text_of(slip):
        say("a document with findings is called right")

    # several documents, one of which cannot be set; letters that cannot be told from others are named
    bad, odd = os.path.join(folder, "bad.xml"), os.path.join(folder, "odd.xml")
    data = open(BAO_CAO, encoding="utf-8").read()
    with open(bad, "w", encoding="utf-8") as out:
        out.write(re.sub(r"<code [^>]*/>", "", data))
    with open(odd, "w", encoding="utf-8") as out:
        out.write(data.replace("<subject>", "<subject>ð \u0430 &amp; &lt;b&gt; "))
    run("check", BAO_CAO, bad, odd, "--report", slip, want=1)
    shown = text_of(slip)
    for words in "VĂN BẢN 3", "bad.xml", "[ELEMENT_MISSING]", "không dàn được trang", "[U+00F0] [U+0430] & <b>", "đúng thể thức trong phạm vi đã xét":
        if words not in shown:
            say("not in the slip of three:", words)

    # what holds stands in it when it is asked for
    run("check", BAO_CAO, "--all", "--report", slip, want=0)
    if "[R1]" not in text_of(slip):
        say("--all does not list what holds")

    # never over what is checked; never half
    before = open(odd, "rb").read()
    run("check", odd, "--report", odd, want=64)
    if open(odd, "rb").read() != before:
        say("the data was written over")
    run("check", BAO_CAO, "--report", os.path.join(folder, "none", "slip.pdf"), want=74)
    left = sorted(os.listdir(folder))
    if left != ["again.pdf", "bad.xml", "odd.xml", "slip.pdf"]:
        say("left behind:", left)

sys.exit(1 if failed else 0)
