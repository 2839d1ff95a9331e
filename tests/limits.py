"""limits.py PROGRAM - every limit on what a stranger may ask for: those that users move (base/limits.h) and those that they do
not (base.h, by name: one that is added there without a row here is a fault). What is at the limit is made; what is one more is
refused with a message of its own, which says the limit and how to go on, in both languages; status 2, and no file."""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM = os.path.abspath(sys.argv[1])
HERE = Path(__file__).resolve().parent
DATA = """<document type="%(type)s"><issuer><name>A</name></issuer><code number="" notation="BC-A"/><promulgation place="B"/>
<body>%(body)s</body><signatures><signature><position>C</position><name>Lê D</name></signature></signatures>
<recipients><archive>VT</archive></recipients>%(data)s</document>"""
wrong = []


def data(body="<p>x</p>", more="", type="bao-cao"):
    return {"d.xml": DATA % {"body": body, "data": more, "type": type}}


def template(slots, name="thu", base="bao-cao", attributes=""):
    return {f"{name}.xml": f'<template name="{name}" extends="{base}" {attributes}>{slots}</template>'}


def columns(n):
    return data("<p>x</p><table>" + "<column width='*'/>" * n + "<row>" + "<cell>x</cell>" * min(n, 64) + "</row></table><p>x</p>")


def slots(n):
    inner = "".join(f'<slot name="s{i}"><slot name="s{i + 1}"/></slot>' for i in range(1, n)) + f'<slot name="s{n}"><p style="noi-dung">x</p></slot>'
    return {**data(), **template(f'<slot name="noi-dung"><slot name="s1"/></slot>{inner}')}


def chain(n):
    files = {**data(), **template("", "thu", "t1")}
    for i in range(1, n):
        files |= template("", f"t{i}", f"t{i + 1}" if i < n - 1 else "bao-cao")
    return files


def deep(n):
    return data(more="<data>" + "<a>" * (n - 2) + "</a>" * (n - 2) + "</data>")


def many(n):
    return data(more="<data/>" * 0 + "", body="<p>x</p>" + "<sai/>" * n)


def named(n):
    return {**data(more=f'<data><r ten="{"a" * n}"/></data>'), **template('<needs><need path="data/r/@ten" label="r"/></needs>', attributes='each="data/r" file="{@ten}"')}


def matched(letters, pattern):
    return {**data(more=f"<data><r>{'x' * letters}</r></data>"), **template(f"""<needs><need path="data/r" label="r"/></needs><slot name="noi-dung">
<if test="vb:matches(data/r, 'x*{'y?' * pattern}')"><p style="noi-dung">x</p></if></slot>""")}


# Constant: files at the limit, files one beyond, the code, what the message or its hint says in both languages. A word: why there is none.
ROWS = {
    "MAX_FILE_NAME": (named(200), named(201), "FILE_NAME", "200"),
    "MAX_DEPTH": (deep(200), deep(201), "XML_DEPTH", "200"),
    "MAX_MESSAGES": (None, many(201), "MESSAGES_MORE", ""),
    "MAX_EXTENDS": (chain(6), chain(12), "TOO_LARGE", "8"),
    "MAX_SLOT_DEPTH": (slots(38), slots(42), "TOO_LARGE", "40"),
    "MAX_COLUMNS": (columns(20), columns(65), "TOO_LARGE", "64"),
    "MAX_PATTERN": (matched(10, 900), matched(10, 1000), "XPATH_VALUE", "2[.,]000"),
    "MAX_MATCHED": (matched(10000, 1), matched(10001, 1), "XPATH_VALUE", "10[.,]000"),
    "libxml2: a name": (data("<p>x</p>", f"<data><{'a' * 49000}/></data>"), data(f"<{'a' * 50001}/>"), "XML_LONG", "50[.,]000"),
    "libxml2: a value": (data(more=f'<data><a b="{"x" * 9900000}"/></data>'), data(more=f'<data><a b="{"x" * 10000001}"/></data>'), "XML_LONG", "10 (triệu|million)"),
    "libxml2: a comment": (data(f"<!--{'x' * 9900000}--><p>x</p>"), data(f"<!--{'x' * 10000001}--><p>x</p>"), "XML_LONG", "10 (triệu|million)"),
    "libxml2: CDATA": (data(more=f"<data><a><![CDATA[{'x ' * 4900000}]]></a></data>"), data(more=f"<data><a><![CDATA[{'x ' * 5000001}]]></a></data>"), "XML_LONG", "10 (triệu|million)"),
    "MAX_OPEN_NOTES": "how many ways to break a page are compared: beyond it others are not looked at, nothing is refused",
    "MAX_JPEG_SCANS": "test_image.c: MAKE_MANY_SCANS",
}


def say(words):
    wrong.append(words)


def run(name, files, lang):
    with tempfile.TemporaryDirectory() as folder:
        for file, text in files.items():
            (Path(folder) / file).write_text(text, encoding="utf-8")
        command = ["batch", "d.xml", "-o", "out"] if name == "MAX_FILE_NAME" else ["render", "d.xml", "-o", "out.pdf"]
        more = ["-t", "thu.xml"] if "thu.xml" in files else []
        done = subprocess.run([PROGRAM, *command, *more, "--lang", lang], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        made = [p for p in Path(folder).rglob("*.pdf")]
        return done.returncode, done.stdout.decode(), len(made)


def check_row(name, row):
    at, beyond, code, says = row
    if at:
        status, said, made = run(name, at, "en")
        if status or made != 1:
            say(f"{name}, at the limit: exit {status}, {said[-300:]!r}")
    for lang in ("vi", "en"):
        status, said, made = run(name, beyond, lang)
        hint = {"vi": "cách sửa: ", "en": "remedy: "}[lang]
        of_code = said if f"[{code}]" in said else ""
        if status != 2 or made or not of_code or not re.search(says, of_code) or (name != "MAX_MESSAGES" and hint not in of_code):
            say(f"{name}, beyond the limit, {lang}: exit {status}, {made} files, {said[-300:]!r}")


def constants():
    source = (HERE.parent / "src/base/base.h").read_text()
    return re.findall(r"^    (MAX_\w+) = ", source, re.M)


def options():
    """Each has a golden in both languages, made with that option at less than it takes, whose hint names the option."""
    listed = subprocess.run([PROGRAM, "render", "--limits", "--lang", "en"], stdout=subprocess.PIPE).stdout.decode()
    names = [line.split()[0] for line in listed.splitlines() if line.startswith("  ")]
    for name in names:
        stem = "time-over" if name == "seconds" else f"limit-{name}"
        args = HERE / f"bad/{stem}.args"
        if name != "seconds" and f"--limit {name}=" not in (args.read_text() if args.exists() else ""):
            say(f"{name}: no tests/bad/{stem}.args")
        for lang in ("vi", "en"):
            golden = HERE / f"golden/bad/{stem}.{lang}"
            text = golden.read_text() if golden.exists() else ""
            if not text.startswith("exit 2") or (name != "depth" and f"--limit {name}=" not in text):
                say(f"{name}: tests/golden/bad/{stem}.{lang} is no refusal that names the option")
    return len(names)


n = options()
for name in constants():
    if name not in ROWS:
        say(f"{name} of base.h has no row")
for name, row in ROWS.items():
    if isinstance(row, tuple):
        check_row(name, row)
    elif row.startswith("test_") and row.split()[1] not in (HERE / row.partition(":")[0]).read_text():
        say(f"{name}: {row} does not name it")
for line in wrong:
    print(f"limits: {line}")
print(f"limits: {n} with an option, {len(ROWS)} without, {len(wrong)} faults")
sys.exit(bool(wrong))
