"""sample.py VANBAN [--update] - vanban sample: of every type that a template of the program serves, in the
three lengths. What is made is checked, rendered and valid; short is one page, long at least three; equal calls
make equal files; every element of the data's grammar stands in one of them. Two are goldens, in each language one."""
import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

VANBAN = str(Path(sys.argv[1]).resolve())
HOME = Path(__file__).resolve().parent.parent
GOLDEN = HOME / "tests" / "golden" / "sample"
LENGTHS = ("short", "long", "extreme")
# What an extreme one may be told of: it is made of words that fit into no line.
MAY_WARN = {"WORD_BROKEN", "LINE_LOOSE"}
# Of a form of fields, whose appendices nothing could mention.
UNMENTIONED = {"R107"}
EXEMPT = {
    "documents": "one document is made at a time",
    "figure": "a picture is a file beside the data, and there is none",
    "data/csv": "so is a CSV",
    "csv/field": "so is a CSV",
}
OWN = {  # templates of the samples; the type is named where they name none
    "samples/bac-giang-bao-cao-2020-02/template.xml": None, "samples/dinh-hoa-bao-cao-2021/template.xml": None,
    "samples/lang-son-ke-hoach-2017/template.xml": "ke-hoach", "samples/local/mau-bao-cao.xml": None,
    "samples/batch/template.xml": "thong-bao", "danh-muc": "bao-cao",
}
# Party documents are set alike: three of them are enough for what takes long.
EXTREME_PARTY = {"dang-bao-cao", "dang-quyet-dinh", "dang-cong-van"}
faults = []


def run(*arguments, cwd=HOME):
    return subprocess.run([VANBAN, *map(str, arguments)], capture_output=True, text=True, check=False, cwd=cwd)


def sample(*arguments, cwd=HOME):
    made = run("sample", *arguments, cwd=cwd)
    if made.returncode or made.stderr:
        faults.append(f"{arguments}: exit {made.returncode}: {made.stderr}")
    return made.stdout


def codes(said):
    return [m["code"] for m in map(json.loads, said.splitlines()) if "code" in m and m["severity"] != "note"]


def judge(name, length, path, template, pages):
    """Checked, rendered, valid."""
    strict = ["--strict"] if length != "extreme" else []
    checked = run("check", *(["--data-only"] if length == "extreme" or template else []), path, *template, "--strict", "--format", "json")
    broken = {m["rule"] for m in map(json.loads, checked.stdout.splitlines()) if m.get("state") == "finding"}
    if broken != (UNMENTIONED if "<body>" not in path.read_text() and length == "long" and not template else set()) or (checked.returncode and not broken):
        faults.append(f"{name} {length}: check: {broken} {checked.stdout[:400]}")
    valid = subprocess.run(["xmllint", "--noout", "--relaxng", HOME / "templates/data.rng", path], capture_output=True, text=True, check=False)
    if valid.returncode:
        faults.append(f"{name} {length}: not valid: {valid.stderr[:400]}")
    rendered = run("render", path, *template, *strict, "--format", "json", "-o", path.with_suffix(".pdf"))
    if rendered.returncode == 2 and "RECORD_WHICH" in rendered.stderr:
        rendered = run("render", path, *template, *strict, "--format", "json", "--record", "1", "-o", path.with_suffix(".pdf"))
    if rendered.returncode:
        faults.append(f"{name} {length}: render: {rendered.stderr[:600]}")
        return
    told = set(codes(rendered.stderr)) - (MAY_WARN if length == "extreme" else set())
    if told:
        faults.append(f"{name} {length}: render says {told}")
    n = json.loads(rendered.stdout.splitlines()[0])["pages"]
    if not pages[0] <= n <= pages[1]:
        faults.append(f"{name} {length}: {n} pages")


def elements(text):
    def walk(node, parent):
        yield node.tag
        yield f"{parent}/{node.tag}"
        for child in node:
            yield from walk(child, node.tag)
    return walk(ET.fromstring(text), "")


def grammar():
    rng = "{http://relaxng.org/ns/structure/1.0}"
    for define in ET.fromstring(run("schema", "data").stdout).iter(f"{rng}define"):
        name, _, parent = define.get("name").partition(".")
        if not name.startswith("any"):
            yield f"{parent}/{name}" if parent else name


def types():
    for template in sorted((HOME / "templates").glob("*.xml")):
        served = re.search(r'<template[^>]*?\sfor="([^"]*)"', template.read_text(), re.S)
        yield from served.group(1).split() if served else []


def golden(text, name, update):
    path = GOLDEN / name
    if update:
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(text)
    if not path.exists() or path.read_text() != text:
        faults.append(f"{path.relative_to(HOME)} is not what is made; look at it, then make goldens")


def usage():
    """What cannot be made is said, and nothing is written."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.xml"
        for arguments, status, words in ((("bao-caoo",), 2, "bao-cao"), ((), 64, "TYPE"), (("bao-cao", "--length", "lon"), 64, "long"),
                                         (("-t", "no-such.xml"), 2, "no-such.xml"), (("bao cao", "-t", "danh-muc"), 2, "bao cao"),
                                         (("bao cao",), 2, "bao cao"), (("samples/types/bao-cao.xml",), 2, "bao-cao.xml")):
            for verb in (["sample"], ["schema", "data"]) if status == 2 and "danh-muc" not in arguments else (["sample"],):
                ran = run(*verb, *arguments, "--lang", "en", "-o", out)
                if ran.returncode != status or words not in ran.stderr or out.exists():
                    faults.append(f"{verb} {arguments}: exit {ran.returncode}: {ran.stderr}")


def main():
    seen, count = set(), 0
    with tempfile.TemporaryDirectory() as folder:
        def one(made):
            name, length = made
            path = Path(folder) / f"{name}-{length}.xml"
            text = sample(name, "--length", length)
            path.write_text(text)
            if text != sample(name, "--length", length, cwd=folder):
                faults.append(f"{name} {length}: another file in another folder")
            judge(name, length, path, [], {"short": (1, 1), "long": (3, 40), "extreme": (20, 100)}[length])
            return elements(text) if length != "short" else ()

        all_of_them = [(name, length) for name in types() for length in LENGTHS
                       if not (length == "extreme" and name.startswith("dang-") and name not in EXTREME_PARTY)]
        with ThreadPoolExecutor(2) as pool:
            for found in pool.map(one, all_of_them):
                seen.update(found)
                count += 1
        for template, served in OWN.items():
            for length in LENGTHS:
                path = Path(folder) / "own.xml"
                text = sample(*([served] if served else []), "-t", template, "--length", length)
                path.write_text(text)
                seen.update(elements(text))
                judge(template, length, path, ["-t", template], (1, 100))
                count += 1
                if template == "samples/batch/template.xml" and run("batch", path, "-t", template, "--dry-run", "-o", folder).returncode:
                    faults.append(f"{template} {length}: its records cannot be made in bulk")
    rows = list(grammar())
    for row in rows:
        if row not in seen and row not in EXEMPT:
            faults.append(f"no sample has <{row}>: no slot of a template prints it, or <sample path= value=> has no words for it")
        if row in seen and row in EXEMPT:
            faults.append(f"<{row}> is no exception any more")
    golden(sample("bao-cao", "--lang", "vi"), "bao-cao.short.vi.xml", "--update" in sys.argv)
    golden(sample("thong-bao", "-t", "samples/batch/template.xml", "--lang", "en"), "batch.short.en.xml", "--update" in sys.argv)
    usage()
    for fault in faults:
        print("sample: " + fault)
    print(f"sample: {count} made, {len(rows) - len(EXEMPT)} of the data's {len(rows)} elements stand in them; not: " +
          ", ".join(f"{name} ({why})" for name, why in EXEMPT.items()))
    sys.exit(bool(faults))


main()
