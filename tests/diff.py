"""diff.py VANBAN [--update] [--keep FOLDER] - pages compared, on pairs made of samples by one change each.

What was changed is found and nothing else is: the counts are written here, the list of changes as it is printed (the
places on the pages and in the files left out) in tests/golden/diff/. The page of each pair is well-formed XML, asks for
nothing, has a mark and an entry for each change. --keep: leaves the pages there, for eyes and browsers."""
import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

VANBAN = sys.argv[1]
UPDATE = "--update" in sys.argv
KEEP = Path(sys.argv[sys.argv.index("--keep") + 1]) if "--keep" in sys.argv else None
GOLDEN = Path("tests/golden/diff")
SVG = "{http://www.w3.org/2000/svg}"

BAC_GIANG = Path("samples/bac-giang-bao-cao-2020-02")
SOC_TRANG = Path("samples/soc-trang-bao-cao-2020-h1")
BAC_GIANG_TEMPLATE = BAC_GIANG / "template.xml"
PUSHING = "<p>" + " ".join(["Sở Nội vụ phối hợp với các cơ quan, địa phương tổ chức các lớp tập huấn về cải cách hành chính cho công chức cấp xã."] * 18) + "</p>"


def fail(*words):
    sys.exit("diff: " + " ".join(str(w) for w in words))


def text(path):
    return path.read_text(encoding="utf-8")


def once(s, old, new):
    if s.count(old) != 1:
        fail(repr(old), "is there", s.count(old), "times")
    return s.replace(old, new)


def paragraph(s, words):
    """The <p> that holds these words, with the blanks before it."""
    at = s.index(words)
    start = s.rindex("<p>", 0, at)
    return s[start:s.index("</p>", at) + 4]


def swapped(s):
    a, b = paragraph(s, "Thực hiện Chỉ thị số 01/CT-UBND"), paragraph(s, "Việc tổ chức tuyên truyền, phổ biến")
    return once(once(once(s, a, "@A@"), b, a), "@A@", b)


def without_row(s):
    at = s.index("<cell>3</cell><cell>Chỉ số CCHC từ 65%")
    start, end = s.rindex("<row>", 0, at), s.index("</row>", at) + 6
    return s[:start] + s[end:]


# name: data, template of both (or None), what is done to the data, template of B; what is found (kinds, words gone and new, pages)
def pairs(folder):
    data, other = text(BAC_GIANG / "data.xml"), text(SOC_TRANG / "data.xml")
    margins = folder / "le-phai.template.xml"
    template = text(BAC_GIANG_TEMPLATE)
    margins.write_text(re.sub(r"(<template [^>]*>)", r'\1<set name="le-phai" value="20mm"/>', template, count=1), encoding="utf-8")
    larger = folder / "co-chu.template.xml"
    larger.write_text(re.sub(r"(<template [^>]*>)", r'\1<set name="co-tieu-ngu" value="13pt"/>', template, count=1), encoding="utf-8")
    return {
        "khong-doi": (data, BAC_GIANG_TEMPLATE, data, None, {}, (0, 0), (12, 12)),
        "mot-tu": (data, BAC_GIANG_TEMPLATE, once(data, "tinh gọn tổ chức bộ máy", "sắp đặt tổ chức bộ máy"), None, {"changed": 1}, (2, 2), (12, 12)),
        "so-hieu": (data, BAC_GIANG_TEMPLATE, once(data, "<p>Thực hiện Chỉ thị số 01/CT-UBND", "<p>Thực hiện Chỉ thị số 02/CT-UBND"), None, {"changed": 1}, (1, 1), (12, 12)),
        "them-doan": (data, BAC_GIANG_TEMPLATE, once(data, "<p>Việc tổ chức tuyên truyền, phổ biến", PUSHING + "\n<p>Việc tổ chức tuyên truyền, phổ biến"), None, {"added": 1}, (0, 486), None),
        "doi-cho": (data, BAC_GIANG_TEMPLATE, swapped(data), None, {}, (0, 0), (12, 12)),
        "le-phai": (data, BAC_GIANG_TEMPLATE, data, margins, {"running": 1}, (0, 0), None),
        "co-chu": (data, BAC_GIANG_TEMPLATE, data, larger, {"look": 2}, (0, 0), (12, 12)),
        "bot-hang": (other, None, without_row(other), None, {"removed": 1}, None, None),
        "khong-doi-2": (other, None, other, None, {}, (0, 0), None),
    }


def run(*args):
    return subprocess.run([VANBAN, "diff", *map(str, args)], capture_output=True, text=True, check=False)


def listed(rows):
    """As a person reviews them: without places in files, with lengths to the millimetre of the change, not of each box."""
    lines = []
    for row in rows:
        if row["kind"] == "diff":
            head = {k: v for k, v in row.items() if k not in ("a", "b", "rows")}
            head["pages"] = [row["a"]["pages"], row["b"]["pages"]]
            head["words"] = [row["a"].get("words"), row["b"].get("words")]
            head["rows"] = row["rows"]
            lines.append(json.dumps(head, ensure_ascii=False))
            continue
        for side in ("a", "b"):
            if side in row:
                part = row[side]
                part["pages"] = sorted({box[0] for box in part.pop("boxes")})
                for place in ("at", "wanted"):
                    part.pop(place, None)
        lines.append(json.dumps(row, ensure_ascii=False))
    return "\n".join(lines) + "\n"


def check_golden(name, found):
    path = GOLDEN / f"{name}.jsonl"
    if UPDATE:
        GOLDEN.mkdir(parents=True, exist_ok=True)
        path.write_text(found, encoding="utf-8")
    elif not path.exists() or text(path) != found:
        Path("build").mkdir(exist_ok=True)
        Path(f"build/diff-{name}.jsonl").write_text(found, encoding="utf-8")
        fail(f"{path} is not build/diff-{name}.jsonl; --update takes it")


def check_page(name, path, rows):
    page = text(path)
    root = ET.fromstring(page.removeprefix("<!DOCTYPE html>\n"))
    for url in re.findall(r'(?:href|src|action)="([^"]*)"|url\("?([^")]*)', page):
        url = url[0] or url[1]
        if not url.startswith(("#", "data:")) and not re.match(r"https?://|mailto:", url):
            fail(name, "asks for", url[:80])
    for tag in ("img", "link", "iframe", "object", "embed", "audio", "video", "image"):
        for e in root.iter(tag):
            fail(name, "has", e.tag, e.attrib)
    if re.search(r"@import|<script src|fetch\(|XMLHttpRequest|import\(", page):
        fail(name, "loads something")
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    if len(ids) != len(set(ids)):
        fail(name, "ids twice:", {i for i in ids if ids.count(i) > 1})
    n = len(rows) - 1
    entries = [e for e in root.iter("li") if re.fullmatch(r"l\d+", e.get("id") or "")]
    marks = {e.get("data-c") for e in root.iter(f"{SVG}g") if e.get("data-c")}
    if len(entries) != n or len(marks) != n or any(f"c{i + 1}" not in ids for i in range(n)):
        fail(name, n, "changes,", len(entries), "entries,", len(marks), "marks")
    boxes = sum(len(row[side]["boxes"]) for row in rows[1:] for side in ("a", "b") if side in row)
    if boxes != len([e for e in root.iter(f"{SVG}g") if e.get("data-c")]):
        fail(name, boxes, "boxes")
    figures = [e for e in root.iter("figure")]
    if len(figures) != rows[0]["a"]["pages"] + rows[0]["b"]["pages"]:
        fail(name, len(figures), "pages")


def check_pair(name, pair, folder):
    data, template, other, template_b, kinds, words, pages = pair
    a, b = folder / f"{name}.a.xml", folder / f"{name}.b.xml"
    a.write_text(data, encoding="utf-8")
    b.write_text(other, encoding="utf-8")
    args = [a, b, *(["-t", template] if template else []), *(["--template-b", template_b] if template_b else [])]
    done = run(*args, "-o", folder / f"{name}.html", "--format=json", "--lang=vi")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    differs = len(rows) > 1
    if done.returncode != (1 if differs else 0) or rows[0]["kind"] != "diff":
        fail(name, done.returncode, done.stdout[:300], done.stderr[:300])
    found = {k: v for k, v in rows[0]["counts"].items() if k not in ("moved", "reflowed")}
    if found != kinds:
        fail(name, "found", rows[0]["counts"], "not", kinds)
    if words and (rows[0]["a"].get("words", 0), rows[0]["b"].get("words", 0)) != words:
        fail(name, "words", rows[0]["a"], rows[0]["b"])
    if pages and (rows[0]["a"]["pages"], rows[0]["b"]["pages"]) != pages:
        fail(name, "pages", rows[0]["a"], rows[0]["b"])
    if not differs and "khong" not in name:
        fail(name, "nothing is found")
    check_page(name, folder / f"{name}.html", rows)
    check_golden(name, listed(rows))
    return len(rows) - 1


# ---- the command -------------------------------------------------------------------------------------------

def check_command(folder):
    data = BAC_GIANG / "data.xml"
    good = folder / "mot-tu.b.xml"
    for lang, wanted in (("vi", "1 chỗ sửa (số từ: −2 +2), vẫn 12 trang\ntrang 1: sửa: «tinh gọn» → «sắp đặt»\n"),
                         ("en", "1 place changed (words: −2 +2), 12 pages as before\npage 1: changed: “tinh gọn” → “sắp đặt”\n")):
        done = run(data, good, "-t", BAC_GIANG_TEMPLATE, "--lang", lang)
        if done.stdout != wanted:
            fail(lang, done.stdout)
    for args, status in (((data, folder / "none.xml"), 2), ((data,), 64), ((data, data, data), 64), ((data, good, "-t", BAC_GIANG_TEMPLATE, "-o", folder / "no/x.html"), 74),
                         ((data, good, "-t", BAC_GIANG_TEMPLATE, "-o", good), 74), ((data, "--template-b", "bao-cao"), 2), ((data, good, "-t", BAC_GIANG_TEMPLATE, "-q"), 1)):
        before = text(good)
        done = run(*args)
        if done.returncode != status or (status != 1 and not done.stderr) or done.stdout or text(good) != before:
            fail(args, done.returncode, done.stdout, done.stderr)


with tempfile.TemporaryDirectory() as work:
    folder = KEEP or Path(work)
    folder.mkdir(parents=True, exist_ok=True)
    made = {name: check_pair(name, pair, folder) for name, pair in pairs(folder).items()}
    check_command(folder)
    print("diff:", ", ".join(f"{name} {n}" for name, n in made.items()), "changes")
