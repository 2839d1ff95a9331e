"""html_pages.py VANBAN HTMLS [--keep FOLDER] - pages as one file of HTML (render -o FILE.html), and the gallery of all samples.

Each file is well-formed XML too, asks for nothing, has all pages, a strip of them whose links lead there, fonts of its own
and each id once. The words of all pages are those of the page dump. What cannot be written leaves nothing."""
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

VANBAN, HTMLS = sys.argv[1:3]
KEEP = Path(sys.argv[sys.argv.index("--keep") + 1]) if "--keep" in sys.argv else None
SVG = "{http://www.w3.org/2000/svg}"
SAMPLES = [(p, None) for kind in ("types", "party", "copies") for p in sorted(Path("samples", kind).glob("*.xml"))]
SAMPLES += [(p, t if (t := p.with_name("template.xml")).exists() else None) for p in sorted(Path("samples").glob("*-*/data.xml"))]


def fail(*words):
    sys.exit("html: " + " ".join(str(w) for w in words))


def run(*args):
    return subprocess.run([str(a) for a in args], capture_output=True, text=True, check=False)


def words_of_dump(sample, template):
    done = run(VANBAN, "dump", sample, *(["-t", template] if template else []), "-q")
    return re.findall(r'^  [^"]* "(.*)"(?: -> \S+)?$', re.sub(r"(?m)^(outline|title|author|.* field|.* hidden|.* image|.* picture) .*$", "", done.stdout), re.M), len(re.findall(r"(?m)^page \d+,", done.stdout))


def check_file(path):
    page = path.read_text(encoding="utf-8")
    root = ET.fromstring(page.removeprefix("<!DOCTYPE html>\n"))
    for url in re.findall(r'(?:href|src|action)="([^"]*)"|url\("?([^")]*)', page):
        url = url[0] or url[1]
        if not url.startswith(("#", "data:", "./")) and not re.match(r"https?://|mailto:", url):
            fail(path, "asks for", url[:80])
    if any(list(root.iter(tag)) for tag in ("img", "link", "iframe", "object")) or re.search(r"@import|fetch\(|import\(", page):
        fail(path, "loads something")
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    if len(ids) != len(set(ids)):
        fail(path, "ids twice:", {i for i in ids if ids.count(i) > 1})
    fonts, named = set(re.findall(r"@font-face{font-family:([^;]*);", page)), {e.get("font-family") for e in root.iter() if e.get("font-family")}
    if fonts != named:
        fail(path, "fonts", fonts ^ named)
    return root, set(ids)


def check_document(sample, template, path):
    root, ids = check_file(path)
    words, pages = words_of_dump(sample, template)
    sheets = [e for e in root.iter("section") if e.get("class") == "sheet"]
    links = [a.get("href") for nav in root.iter("nav") for a in nav.iter("a")]
    if len(sheets) != pages or len(links) != pages or any(link[1:] not in ids for link in links):
        fail(path, len(sheets), "pages of", pages, len(links), "links")
    shown = "".join("".join(t.itertext()) for s in sheets for t in s.iter(f"{SVG}text"))
    if sorted("".join(shown.split())) != sorted("".join("".join(words).replace('\\"', '"').split())):
        fail(path, "has other letters than the dump")
    return pages


with tempfile.TemporaryDirectory() as work:
    folder = KEEP or Path(work) / "gallery"
    args = [a for sample, template in SAMPLES for a in (sample, template or "-")]
    done = run(HTMLS, folder, *args, "tests/bad/entity.xml", "-")
    if done.returncode != 2:
        fail("gallery", done.returncode, done.stderr)
    root, _ = check_file(folder / "index.html")
    cards = list(root.iter("li"))
    links = [a.get("href") for a in root.iter("a") if (a.get("href") or "").startswith("./")]
    if len(cards) != len(SAMPLES) + 1 or len(links) != len(SAMPLES) or cards[-1].get("class") != "bad":
        fail("gallery", len(cards), len(links))
    pages = sum(check_document(sample, template, folder / link) for (sample, template), link in zip(SAMPLES, links))
    one = Path(work, "mot.html")
    sample, template = SAMPLES[-1]
    for path, status in ((one, 0), (Path(work, "no", "x.html"), 74)):
        done = run(VANBAN, "render", sample, *(["-t", template] if template else []), "-o", path, "-q")
        if done.returncode != status or path.exists() != (status == 0):
            fail("render", path, done.returncode, done.stderr)
    check_document(sample, template, one)
    if run(VANBAN, "render", sample, "-o", one, "--signature-map", Path(work, "map.json")).returncode != 64:
        fail("--signature-map with HTML")
    print("html:", len(SAMPLES), "files,", pages, "pages, one gallery")
