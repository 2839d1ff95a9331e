#!/usr/bin/python3
"""readers.py VANBAN NODE_MODULES_DIR - five readers of every sample's PDF find the same words in the same order.

poppler's pdftotext -raw, mutool, pdf.js, PDFBox and iText 5 read every sample, in one file and in files of
their own. Their words agree in the order of the content, but for one thing: a reader may set a raised mark (of a
note, of m2) apart from the words beside it. The signer's name, from the signature map, is found by each reader once, by iText also through its
LocationTextExtractionStrategy, which is how signing tools look for their place."""
import difflib
import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import fitz

import text

JARS = ":".join(f"/usr/share/java/{name}.jar" for name in ("pdfbox2", "fontbox2", "commons-logging", "itext5"))
HERE = Path(__file__).parent
SHOWN = 5
failed = []


def say(message):
    failed.append(message)
    print(f"readers: {message}")


def render(vanban, folder):
    """The samples' PDFs, each with the fields of its map."""
    files = []
    for sample in [p for kind in ("types", "copies", "party") for p in sorted(Path("samples", kind).glob("*.xml"))] + sorted(Path("samples").glob("*-*/data.xml")):
        name = sample.parent.name if sample.name == "data.xml" else sample.stem
        own = sample.with_name("template.xml")
        template = ["-t", own] if sample.name == "data.xml" and own.exists() else []
        for kind, options in (("", ()), ("parts-", ("--split-appendices",))):
            out, places = folder / f"{kind}{name}.pdf", folder / "map.json"
            subprocess.run([vanban, "render", sample, *template, *options, "-q", "-o", out, "--signature-map", places], check=True, stdout=subprocess.DEVNULL)
            found = json.loads(places.read_text(encoding="utf-8"))["files"]
            files += [(f["file"], f["pages"], f["fields"]) for f in found if not kind or len(found) > 1]
    return files


def read_by_java(files):
    names = "".join(f"{path}\n" for path, _, _ in files)
    subprocess.run(["java", "-cp", JARS, HERE / "ReadText.java"], input=names, text=True, check=True)


def readings(path, count, modules):
    items, warnings = text.read_by_pdfjs(path, modules)
    if warnings:
        say(f"{path}: {warnings}")
    own = {"poppler": text.by_pdftotext(path, count), "mutool": text.by_mutool(path, count), "pdf.js": text.by_pdfjs(items)}
    for reader in ("pdfbox", "itext", "places"):
        own[reader] = text.pages_of(Path(f"{path}.{reader}").read_text(encoding="utf-8"), count)
    return {reader: unicodedata.normalize("NFC", "\n".join(pages)) for reader, pages in own.items()}


def letters(s):
    return "".join(s.split())


def raised(path):
    """The words that a raised mark ends, with it."""
    found = set()
    with fitz.open(path) as pdf:
        lines = [line["spans"] for page in pdf for block in page.get_text("dict")["blocks"] for line in block.get("lines", ())]
    for before, span in ((a, b) for spans in lines for a, b in zip(spans, spans[1:])):
        if span["size"] < 0.85 * before["size"] and before["text"].split():
            found.add(unicodedata.normalize("NFC", before["text"].split()[-1] + span["text"].strip()))
    return found


def differences(a, b, marked):
    """Words that differ, but for a blank before or behind a raised mark."""
    faults = []
    for kind, i, j, k, l in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        ours, others = "".join(a[i:j]), "".join(b[k:l])
        if kind != "equal" and not (ours == others and any(m in ours for m in marked)):
            faults.append(f"{' '.join(a[i:j])[:50]!r} / {' '.join(b[k:l])[:50]!r}")
    return faults


def check(path, fields, own):
    wanted, marked = own["poppler"], raised(path)
    for reader in ("mutool", "pdf.js", "pdfbox", "itext"):
        if wanted.split() == own[reader].split():
            continue
        faults = differences(wanted.split(), own[reader].split(), marked)
        if faults or letters(wanted) != letters(own[reader]):
            say(f"{path}: {reader} reads other words than poppler: {faults[:SHOWN]}")
    for field in fields:
        if field["kind"] != "signature":
            continue
        name = field["signer"]["name"]
        for reader, said in own.items():
            n = " ".join(said.split()).count(name)
            if n != 1:
                say(f"{path}: {reader} finds {name} {n} times")


def main():
    vanban, modules = Path(sys.argv[1]).resolve(), sys.argv[2]
    folder = Path("build/read").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    files = render(vanban, folder)
    read_by_java(files)
    total = names = 0
    for path, count, fields in files:
        own = readings(path, count, modules)
        check(path, fields, own)
        total += len(own["poppler"].split())
        names += sum(f["kind"] == "signature" for f in fields)
    print(f"readers: {len(failed)} differences between five readers in {len(files)} files, {total} words; {names} signers")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
