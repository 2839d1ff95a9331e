"""examples.py VANBAN - renders every example of the references (tests/examples).

An example must render without a word, and must be seen: the pages differ from those of the same document without
it. Every element and every attribute of both languages stands in an example."""
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

HERE = Path(__file__).parent
VANBAN = sys.argv[1]
PARTS = {
    "issuer": '<issuer id="so"><name>Sở Nội vụ</name></issuer>',
    "code": '<code number="7" notation="TB-SNV"/>',
    "promulgation": '<promulgation place="Sông Lam" date="2026-04-05"/>',
    "subject": "<subject>Kết quả công tác quý I</subject>",
    "body": '<body><section id="muc-1"><title>Kết quả</title><p>Kết quả đạt được.</p></section>'
            '<table unit="hồ sơ"><column/><row><cell>1</cell></row></table><p>Hết.</p></body>',
    "signatures": "<signatures><signature><position>Giám đốc</position><name>Trần Văn Bình</name></signature></signatures>",
    "recipients": "<recipients><archive>VT</archive></recipients>",
    "data": '<data><xa ten="Bến Thử" so="12"/><xa ten="Chợ Mẫu" so="7"/></data>',
}
NEEDS = """<needs><need path="data/xa" label="Xã" kind="element" required="no"/><need path="data/xa/@ten" label="Tên" required="no"/>
<need path="data/xa/@so" label="Số" kind="number" required="no"/><need path="fields/field[@name='dia-diem']" label="Địa điểm" required="no"/></needs>"""
PICTURES = {"anh/so-do.png": "the.png", "anh/chu-ky.png": "chu-ky.png", "logo.png": "the.png"}
TOP = "set meta needs sample check control page style table-style level footnotes slot layout".split()
# The fields and figures of the data are seen through a template that prints them.
SHOWN = """<slot name="mo-dau"><inherited/><for-each select="fields/field[@name='dia-diem']"><p style="noi-dung">{.}</p></for-each>
<for-each select="data/xa"><p style="noi-dung">{@ten}: {vb:number(vb:sum(@so), 1)}</p></for-each></slot>"""


RNG = "{http://relaxng.org/ns/structure/1.0}"


def schema(language):
    """The definitions of the schema that the program prints."""
    printed = subprocess.run([VANBAN, "schema", language], capture_output=True, text=True, check=True).stdout
    return {define.get("name"): define for define in ET.fromstring(printed).iter(f"{RNG}define")}


OF_DOCUMENT = {ref.get("name") for ref in schema("data")["document"].iter(f"{RNG}ref")}


def examples(language):
    text = (HERE / "examples" / f"{language}.xml").read_text()
    return re.findall(r"<example of=\"([^\"]*)\"[^>]*>\n(.*?)\n</example>", text, re.S)


def document(parts, extra=""):
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<document type="thong-bao">\n' + "\n".join(parts.values()) + extra +
            "\n</document>\n")


def template(inner):
    needs = "" if "<needs>" in inner else NEEDS
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<template name="thu" extends="nd30">\n{needs}\n{inner}\n</template>\n'


def pages(data, tmpl, name):
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / "d.xml", Path(folder) / "t.xml"]
        for path, text in zip(paths, (data, tmpl)):
            path.write_text(text)
        (Path(folder) / "anh").mkdir()
        (Path(folder) / "xa.csv").write_text("Tên xã;Số hộ\nBến Thử;1.247\nChợ Mẫu;96,5\n")
        for picture, drawn in PICTURES.items():
            shutil.copy(HERE / "bad" / "anh" / drawn, Path(folder) / picture)
        ran = subprocess.run([VANBAN, "dump", paths[0], "-t", paths[1], "--strict"], capture_output=True, text=True, check=False)
        said = [line for line in ran.stderr.splitlines() if "[" in line and "FONT_SUBSTITUTE" not in line]
        if ran.returncode or said:
            sys.exit(f"examples: {name}: {ran.stderr}")
    return ran.stdout


def check_speaks(data, tmpl):
    """Seen in what is said when its test is turned round, and in nothing else."""
    pages(data, tmpl, "check")
    turned = re.sub(r'test="([^"]*)"', r'test="not(\1)"', tmpl)
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / "d.xml", Path(folder) / "t.xml"]
        for path, text in zip(paths, (data, turned)):
            path.write_text(text)
        ran = subprocess.run([VANBAN, "check", paths[0], "-t", paths[1], "--lang", "en"], capture_output=True, text=True, check=False)
        for name in re.findall(r'<check name="([^"]*)"[^>]* test=', tmpl):
            if f"[{name}]" not in ran.stdout + ran.stderr:
                sys.exit(f"examples: the check {name} does not speak: {ran.stdout}{ran.stderr}")


def first_tag(text):
    return re.match(r"<([a-z-]+)", text).group(1)


def render_data(of, text):
    tag, parts = first_tag(text), dict(PARTS)
    if tag == "documents":
        return text, template(SHOWN)
    if of.startswith("document/"):
        return document(parts, text), template(SHOWN)
    if tag in OF_DOCUMENT:
        parts[tag] = text
    else:
        parts["body"] = f"<body>{text}<p>Hết.</p></body>"
    return document(parts), template(SHOWN)


def render_template(text):
    if first_tag(text) == "template":
        return document(PARTS), text
    top = first_tag(text) in TOP
    inner = text if top else f'<slot name="mo-dau">{text}</slot>'
    return document(PARTS), template(inner)


def seen_in(text, parent):
    """(element, attribute or None), the parent where an element of one name is two."""
    def walk(node, parent):
        if node.tag != "x":
            for tag in (node.tag, f"{parent}/{node.tag}"):
                yield tag, None
                for attr in node.attrib:
                    yield tag, attr
        for child in node:
            yield from walk(child, parent if node.tag == "x" else node.tag)
    return walk(ET.fromstring(f"<x>{text}</x>"), parent)


def grammar(language):
    """Every element with its attributes."""
    for defined, define in schema(language).items():
        element = define.find(f"{RNG}element[@name]")
        if element is None:
            continue
        name, _, parent = defined.partition(".")
        tag = f"{parent}/{name}" if parent else name
        yield tag, None, ""
        for attr in element.iter(f"{RNG}attribute"):
            yield tag, attr.get("name"), attr[0].text


def main():
    bare = pages(document(PARTS), template(""), "bare")
    count = 0
    for language in ("data", "template"):
        seen = set()
        for of, text in examples(language):
            made = render_data(of, text) if language == "data" else render_template(text)
            if first_tag(text) == "check":
                check_speaks(*made)
            elif first_tag(text) in ("control", "sample"):  # of many documents: tests/collect.sh; of none: tests/sample.py
                pages(*made, f"{language} {of}")
            elif pages(*made, f"{language} {of}") == (bare if language == "template" else pages(document(PARTS), template(SHOWN), "bare")):
                sys.exit(f"examples: {language} {of}: the pages are the same without it")
            seen.update(seen_in(text, "document" if of.startswith("document/") else ""))
            missing = [tag for tag in of.split() if (tag, None) not in seen]
            if missing:
                sys.exit(f"examples: {language} {of}: {missing} does not stand in it")
            count += 1
        rows = list(grammar(language))
        shown = {(attr, words) for tag, attr, words in rows if attr and (tag, attr) in seen}
        for tag, attr, words in rows:
            if (tag, attr) not in seen and (attr, words) not in shown: # many elements share an attribute
                sys.exit(f"examples: no example in tests/examples/{language}.xml has {f'{attr} of ' if attr else ''}<{tag}>")
    print(f"examples: {count} rendered")


main()
