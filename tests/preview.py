"""preview.py VANBAN [--update] - `vanban preview` by its answers: what it shows, what it refuses, and what it bears. What it says
is in tests/golden/bad, in both languages."""
import concurrent.futures
import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
VANBAN = Path(sys.argv[1]).resolve()
UPDATE = "--update" in sys.argv
GOLDEN = ROOT / "tests/golden/bad"
OK = (ROOT / "tests/bad/ok.xml").read_text()
failed = False


def check(good, what):
    global failed
    if not good:
        print(f"preview: {what}")
        failed = True


def golden(name, lang, text):
    path = GOLDEN / f"preview-{name}.{lang}"
    if UPDATE:
        path.write_text(text)
    elif not path.exists() or path.read_text() != text:
        check(False, f"{path.name} differs:\n{text}")


def said(messages):
    """As the program prints them."""
    words = {"vi": ("cách sửa", {"error": "lỗi", "note": "ghi chú"}), "en": ("remedy", {"error": "error", "note": "note"})}
    return lambda lang: "".join(f"{m['at']['file']}: {words[lang][1][m['severity']]}: {m['message']} [{m['code']}]\n  {words[lang][0]}: {m['hint']}\n" for m in messages)


class Served:
    def __init__(self, *args, lang="en", browser=None):
        opens = ["--no-browser"] if browser is None else []
        self.process = subprocess.Popen([VANBAN, "preview", *opens, "--lang", lang, *map(str, args)], text=True, env=browser,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.url = self.process.stdout.readline().strip()
        self.port, self.path = re.match(r"http://127\.0\.0\.1:(\d+)(/[0-9a-f]{32}/)(?:#0~1)?$", self.url).groups()
        self.port = int(self.port)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGINT)
        try:
            _, self.stderr = self.process.communicate(timeout=20)
            check(self.process.returncode == 0, f"exit {self.process.returncode} when interrupted\n{self.stderr}")
        except subprocess.TimeoutExpired:
            self.process.kill()
            check(False, "does not end when interrupted")

    def ask(self, path, method="GET", headers=None, whole=False, body=None):
        c = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        c.request(method, path if whole else self.path + path, body=body, headers=headers or {})
        answer = c.getresponse()
        answer.bytes = answer.read()
        c.close()
        return answer

    def json(self, path):
        return json.loads(self.ask(path).bytes)

    def view(self, known=0, number=0):
        return self.json(f"doc/{number}/pages?revision={known}")


def shows(work, *how):
    data = work / "ok.xml"
    data.write_text(OK)
    with Served(data, *how) as s:
        check([one["label"] for one in s.json("list")["list"]] == [str(data)], "the list does not hold the file")
        view = s.view()
        check(view["status"] == "done" and len(view["pages"]) == 1 and view["pages"][0]["size"] == "210 297", "the page is not there")
        page = s.ask(f"doc/0/page/{view['pages'][0]['hash']}").bytes.decode()
        check(page.startswith("<svg") and "CỘNG HÒA" in page and "data-tmpl" in page, "the page is not as it should be")
        css = s.ask(f"doc/0/page/{view['style']}").bytes.decode()
        font = re.search(r"font/([^\"]+)", css).group(1)
        check(s.ask(f"font/{font}").bytes[:4] in (b"\0\1\0\0", b"OTTO", b"true"), "the font is not there")
        source = s.json(f"doc/0/source?file={data}&line=2")
        check(source["lines"] == [l[:2000] for l in OK.splitlines()][:42] and source["first"] == 1, "the source is not as it is in the file")
        data.write_text(OK.replace("<body>", "\n<body>"))
        moved = s.view(view["revision"])
        check(moved["pages"][0]["hash"] != view["pages"][0]["hash"] and moved["pages"][0]["look"] == view["pages"][0]["look"],
              "a line that is added in the source is a change to be seen")
        # Saved, in place and by another file's name.
        data.write_text(OK.replace("<body>", "<body><p>Thêm một đoạn.</p>"))
        second = s.view(moved["revision"])
        check(second["pages"][0]["look"] != view["pages"][0]["look"], "what was saved is not seen")
        check(s.ask(f"doc/0/page/{moved['pages'][0]['hash']}").status == 200, "the page before is gone at once")
        (work / "new").write_text("<document type='bao-cao'>")
        (work / "new").rename(data)
        third = s.view(second["revision"])
        check(third["status"] == "rejected" and third["pages"] == second["pages"] and third["messages"], "an error takes the pages away")
        data.unlink()
        fourth = s.view(third["revision"])
        check(fourth["messages"][0]["code"] == "FILE_UNREADABLE" and fourth["pages"] == second["pages"], "a file that is gone takes its pages along")
        check(s.ask(f"doc/0/source?file={data}&line=1").status == 404, "the source of a file that is gone")
        data.write_text(OK)
        check(s.view(fourth["revision"])["pages"] == view["pages"], "what has come back is not as it was")


def in_the_sandbox(work):
    if subprocess.run([VANBAN, "dump", "-", "--sandbox"], input=OK, text=True, capture_output=True, check=False).returncode == 0:
        shows(work, "--sandbox")
    else:
        print("skipped preview --sandbox: this kernel has no Landlock or no seccomp")


def watches_template(work):
    data, template = work / "d.xml", work / "t" / "own.xml"
    template.parent.mkdir()
    data.write_text(OK)
    template.write_text('<template name="own" extends="bao-cao"/>')
    with Served(data, "-t", template) as s:
        first = s.view()
        template.write_text('<template name="own" extends="bao-cao"><page name="main" right="25mm"/></template>')
        second = s.view(first["revision"])
        check(second["pages"][0]["margins"] != first["pages"][0]["margins"], "the template is not watched")
        template.write_text('<template name="own" extends="bao-cao">')
        third = s.view(second["revision"])
        check(third["status"] == "rejected" and third["messages"][0]["at"]["file"] == str(template), "a broken template is not told")
        check(s.ask(f"doc/0/source?file={template}&line=1").status == 200, "the template's source")
        template.write_text('<template name="own" extends="bao-cao"/>')
        check(s.view(third["revision"])["pages"] == first["pages"], "a mended template is not seen")


def watches_inputs(work):
    """CSVs and pictures."""
    shutil.copytree(ROOT / "samples/batch", work / "batch")
    csv = work / "batch/xa.csv"
    with Served(work / "batch/csv.xml", "--record", "1") as s:
        first = s.view()
        check(first["status"] == "done" and str(csv) in first["inputs"], "a CSV is no input")
        csv.write_text(csv.read_text().replace("Mỹ Tho", "Mỹ Thọ", 1))
        check(s.view(first["revision"])["pages"] != first["pages"], "a CSV is not watched")
    types = work / "types"
    shutil.copytree(ROOT / "samples/types", types)
    data = next(path for path in sorted(types.glob("*.xml")) if '"anh/' in path.read_text())
    with Served(data) as s:
        first = s.view()
        picture = next(path for path in first["inputs"] if "/anh/" in path)
        Path(picture).write_bytes(b"no picture")
        check(s.view(first["revision"])["status"] == "rejected", "a picture is not watched")


def refuses(work):
    inside, secret = work / "inside", work / "secret.xml"
    inside.mkdir()
    (inside / "a.xml").write_text(OK)
    secret.write_text(OK)
    (inside / "link.xml").symlink_to(secret)
    with Served(inside) as s:
        check([one["label"] for one in s.json("list")["list"]] == ["a.xml"], "a link leads outside")
        s.view()
        headers = dict(s.ask("").getheaders())
        check("default-src 'none'" in headers["Content-Security-Policy"] and "unsafe" not in headers["Content-Security-Policy"], "the page's rules")
        check(headers["X-Content-Type-Options"] == "nosniff" and headers["Referrer-Policy"] == "no-referrer", "the page's headers")
        for host in ("evil.example", f"evil.example:{s.port}", "127.0.0.1", f"127.0.0.1:{s.port + 1}", ""):
            check(s.ask("list", headers={"Host": host}).status in (400, 403), f"the host '{host}' is let in")
        check(s.ask("list", headers={"Host": f"localhost:{s.port}"}).status == 200, "localhost is refused")
        for path in ("/", "/list", s.path[:-2] + "0/list" if s.path[-2] != "0" else s.path[:-2] + "1/list", s.path[:-1], "//", "/" + "0" * 32 + "/"):
            check(s.ask(path, whole=True).status == 404, f"{path} is answered")
        for path in ("../secret.xml", "%2e%2e/secret.xml", "%2e%2e%2f%2e%2e%2fetc/passwd", "doc/", "doc/0", "doc/0/", "doc/1/pages", "doc/-1/pages",
                     "doc/99999999999999999999/pages", "doc/0/page/", "doc/0/page/../x", "font/", "font/../../../etc/passwd", "page/", "src/", "index.html",
                     "doc/0/source", f"doc/0/source?file={secret}&line=1", "doc/0/source?file=/etc/passwd&line=1",
                     f"doc/0/source?file={inside}/../secret.xml&line=1", f"doc/0/source?file={inside}/link.xml&line=1"):
            check(s.ask(path).status == 404, f"{path} is answered")
        (inside / "a.xml").unlink()
        (inside / "a.xml").symlink_to(secret)
        check(s.ask(f"doc/0/source?file={inside}/a.xml&line=1").status == 404, "the source of a file that became a link outside")
        for method in ("POST", "PUT", "DELETE", "OPTIONS"):
            check(s.ask("list", method, body="x" * 100000 if method in ("POST", "PUT") else None).status == 405, f"{method} is taken")
        check(s.ask("list", "HEAD").status == 200, "HEAD is refused")
        check(s.ask("x" * 200000).status in (400, 404, 414, 431), "a huge address")
        check(s.json("list")["list"] is not None, "dead after all that")


def bears(work):
    """1,000 requests at once, then as many that wait."""
    data = work / "many.xml"
    data.write_text(OK)
    with Served(data) as s:
        view = s.view()
        for what in (f"doc/0/page/{view['pages'][0]['hash']}", "compare?a=0", "doc/0/findings"):
            request = f"GET {s.path}{what} HTTP/1.1\r\nHost: 127.0.0.1:{s.port}\r\nConnection: close\r\n\r\n".encode()
            many = [socket.create_connection(("127.0.0.1", s.port), timeout=60) for _ in range(1000)]
            for c in many:
                c.sendall(request)
            good = 0
            for c in many:
                start = c.recv(12)
                good += start == b"HTTP/1.1 200"
                while c.recv(1 << 16):
                    pass
                c.close()
            check(good == 1000, f"{good} of 1000 requests for {what} were answered")
        with concurrent.futures.ThreadPoolExecutor(40) as pool:
            waiting = [pool.submit(s.view, view["revision"]) for _ in range(40)]
            time.sleep(0.2)
            data.write_text(OK.replace("<body>", "<body><p>Thêm.</p>"))
            check({w.result()["revision"] for w in waiting} == {view["revision"] + 1}, "those who wait are not told")


def gallery(work):
    folder = work / "types"
    shutil.copytree(ROOT / "samples/types", folder)
    with Served(folder) as s:
        found = s.json("list")
        check(len(found["list"]) == 29, f"{len(found['list'])} of 29 samples are in the gallery")
        cards = [s.json(f"doc/{one['number']}/card?revision=0") for one in found["list"]]
        check(all(card["status"] == "done" for card in cards), "a sample cannot be shown")
        picture = s.ask(f"doc/0/small/{cards[0]['pages'][0]['hash']}")
        check(picture.headers["Content-Type"] == "image/svg+xml" and b"@font-face" in picture.bytes, "the picture of a sample")
        (folder / "moi").mkdir()
        now = s.json(f"list?revision={found['revision']}")
        (folder / "moi/van-ban.xml").write_text(OK)
        (folder / "moi/khac.xml").write_text("<template/>")
        for _ in range(5):
            if len(now["list"]) == 30:
                break
            now = s.json(f"list?revision={now['revision']}")
        check("moi/van-ban.xml" in [one["label"] for one in now["list"]] and len(now["list"]) == 30, "a new file is not seen")


def findings(work):
    """What `vanban check` finds, at the same places; again when a file is saved."""
    sample = work / "report"
    shutil.copytree(ROOT / "samples/bac-giang-bao-cao-2020-02", sample)
    data, template = sample / "data.xml", sample / "template.xml"

    def checked():
        run = subprocess.run([VANBAN, "check", data, "-t", template, "--format=json", "--lang=en"], capture_output=True, text=True, check=False)
        rows = [json.loads(line) for line in run.stdout.splitlines()]
        return [{k: v for k, v in r.items() if k != "file"} for r in rows if r.get("kind") == "verdict"], [r for r in rows if r.get("kind") == "summary"][0]

    with Served(data, "-t", template) as s:
        answer = s.json("doc/0/findings?revision=0")
        rows, summary = checked()
        found = answer["findings"]
        check(answer["revision"] == s.view()["revision"], "the findings are of other pages")
        check([{k: v for k, v in r.items() if k != "sheet"} for r in found["list"]] == rows and len(rows) > 3, "the findings are not those of check")
        check(all(r["sheet"] == r["page"] - 1 for r in found["list"] if "page" in r), "the pages of findings")
        check(found["rules"]["pass"] == summary["pass"] and found["rules"]["does-not-apply"] == summary["does_not_apply"], "the counts of rules")
        before = {r["rule"] for r in found["list"] if r["state"] == "finding"}
        data.write_text(data.read_text().replace('<body>', '<set name="le-phai" value="25mm"/><body>', 1))
        now = s.json(f"doc/0/findings?revision={answer['revision']}")
        check({r["rule"] for r in now["findings"]["list"] if r["state"] == "finding"} - before == {"R6"}, "the margin that was made wrong is not found")
        data.write_text("<document>")
        good, view = now["revision"], s.view(now["revision"])
        while view["status"] == "done":  # drawn once more before it was written
            good, view = view["revision"], s.view(view["revision"])
        check(s.json("doc/0/findings")["revision"] == good, f"findings of pages that are still shown are gone: {view['status']}, {good}")
        check(s.ask("doc/1/findings").status == 404, "findings of nothing")


def compares(work):
    """As `vanban diff` does: two documents, and one before and after it was saved."""
    sample = work / "report"
    shutil.copytree(ROOT / "samples/bac-giang-bao-cao-2020-02", sample)
    data, other, template = sample / "data.xml", sample / "other.xml", sample / "template.xml"
    whole = data.read_text()
    edited = whole.replace("tinh gọn tổ chức bộ máy", "sắp đặt tổ chức bộ máy").replace("<body>", "<body><p>Một đoạn mới đứng đầu văn bản.</p>", 1)

    def diff(a, b):
        run = subprocess.run([VANBAN, "diff", a, b, "-t", template, "--format=json", "--lang=en"], capture_output=True, text=True, check=False)
        return [json.loads(line) for line in run.stdout.splitlines()]

    def bare(change):
        change = {k: v for k, v in change.items() if k not in ("where", "what", "sign")}
        for side in set("ab") & set(change): # what a file was before it was saved is another file for diff
            change[side] = {k: {**v, "file": ""} if k in ("at", "wanted") else v for k, v in change[side].items()}
        return change

    def same(answer, a, b, what):
        head, *changes = diff(a, b)
        found = answer["diff"]
        check(found and found["rows"] == head["rows"] and found["counts"] == head["counts"], f"{what}: other counts than diff")
        check(found and [bare(c) for c in found["changes"]] == [bare(c) for c in changes] and changes, f"{what}: other changes than diff")
        check(all(c["where"] and c["what"] and c["sign"] for c in found["changes"]) and found["headline"], f"{what}: changes without words")

    def asked(s, known, query="a=0"):
        return s.json(f"compare?{query}&revision={known}")

    other.write_text(edited)
    with Served(data, other, "-t", template) as s:
        two = asked(s, 0, "a=0&b=1")
        same(two, data, other, "two documents")
        check([two[side]["label"] for side in "ab"] == [str(data), str(other)] and not two["before"], "the sides")
        for number, side in enumerate("ab"):
            check(s.ask(f"doc/{number}/page/{two[side]['pages'][0]['hash']}").status == 200, "a page of a side")
        first = asked(s, 0)
        check(first["before"] and first["diff"] is None and not first["failed"], "something is compared with nothing")
        (work / "old.xml").write_text(whole)
        data.write_text(edited)
        second = asked(s, first["revision"])
        same(second, work / "old.xml", data, "before and now")
        check(s.ask(f"doc/0/page/{second['a']['pages'][0]['hash']}").status == 200, "the page before")
        now = asked(s, two["revision"], "a=0&b=1")
        check(now["diff"]["changes"] == [] and now["diff"]["headline"], "two that are equal now")
        data.write_text(edited + "<!-- -->")
        third = asked(s, second["revision"])
        check([bare(c) for c in third["diff"]["changes"]] == [bare(c) for c in second["diff"]["changes"]], "a save that shows nothing took the comparison away")
        data.write_text("<document>")
        fourth = asked(s, third["revision"])
        check(fourth["diff"] == third["diff"] and fourth["b"]["status"] == "rejected" and fourth["b"]["messages"], "an error takes the comparison away")
        data.write_text(whole)
        fifth = asked(s, fourth["revision"])
        while fifth["b"]["status"] != "done" or fifth["diff"] == third["diff"]:
            fifth = asked(s, fifth["revision"])
        same(fifth, other, work / "old.xml", "back again")
        for query in ("", "a=", "a=2", "a=0&b=2", "a=0&b=0", "a=x", "a=0&b=", "a=-1", "b=1"):
            check(s.ask(f"compare?{query}").status == 404, f"compare?{query} is answered")


def compares_many(work):
    """More pairs than are kept: the one that was asked for longest ago makes room, and comes again when it is asked for."""
    files = []
    for i in range(4):
        files.append(work / f"{i}.xml")
        files[i].write_text(OK.replace("<body>", f"<body><p>Đoạn riêng của văn bản thứ {i}.</p>"))
    pairs = [(a, b) for a in range(4) for b in range(4) if a != b]
    with Served(*files) as s:
        found = {}
        for a, b in pairs + pairs:
            diff = s.json(f"compare?a={a}&b={b}&revision=0")["diff"]
            check(diff and diff["changes"] == found.setdefault((a, b), diff["changes"]), f"{a} and {b} are not compared as they were")
        check(all(str(b) in json.dumps(c) and c for (_, b), c in found.items()), "other documents were compared")


def shows_all_kinds(work):
    """A file of several documents; lines that are too long; more findings than are listed; a folder that comes back."""
    data, several, long, many = (work / f"{name}.xml" for name in ("d", "several", "long", "many"))
    data.write_text(OK)
    several.write_text("<documents>" + OK[OK.index("<document"):] + OK[OK.index("<document"):].replace("<body>", "<body><p>Văn bản thứ hai.</p>") + "</documents>")
    wide = "".join(f"<!--{'x' * pad}{'ệ' * 3000}-->\n" for pad in range(3))
    long.write_text(OK + wide)
    many.write_text(OK.replace("<body>", "<body>" + "<p>Các đơn vị , địa phương.</p>" * 600))
    with Served(data, several, long, many) as s:
        one, first = s.view(), s.view(number=1)
        check(first["status"] == "done" and [p["look"] for p in first["pages"]] == [p["look"] for p in one["pages"]],
              "of several documents the first is not shown")
        n = OK.count("\n") + 1
        lines = s.json(f"doc/2/source?file={long}&line={n + 1}")["lines"][-3:]
        for line, whole in zip(lines, wide.splitlines(), strict=True):
            check(whole.startswith(line) and 1997 < len(line.encode()) <= 2000, "a long line is not cut between two letters")
        rows = subprocess.run([VANBAN, "check", many, "--format=json", "--lang=en"], capture_output=True, text=True, check=False).stdout.splitlines()
        found = s.json("doc/3/findings?revision=0")["findings"]
        told = sum(json.loads(row).get("kind") == "verdict" for row in rows)
        check(len(found["list"]) == 500 and found["left"] == told - 500 > 100, f"of {told} findings {len(found['list'])} and {found['left']}")


def watches_folder(work):
    """One that is taken away with its files and made again, and one that is moved away and back, with what is above it."""
    folder = work / "có ngày về"
    folder.mkdir()
    data = folder / "d.xml"
    data.write_text(OK)
    with Served(data) as s:
        first = s.view()
        shutil.rmtree(folder)
        gone = s.view(first["revision"])
        check(gone["messages"][0]["code"] == "FILE_UNREADABLE" and gone["pages"] == first["pages"], "a folder that is gone takes its pages along")
        folder.mkdir()
        data.write_text(OK.replace("<body>", "<body><p>Thêm một đoạn.</p>"))
        back = s.view(gone["revision"])
        while back["status"] != "done":  # the folder was there before its file
            back = s.view(back["revision"])
        check(back["pages"] != first["pages"], "a folder that has come back is not seen")
    outer = work / "ngoài"
    (outer / "trong").mkdir(parents=True)
    data = outer / "trong" / "d.xml"
    data.write_text(OK)
    with Served(data) as s:
        first = s.view()
        data.parent.rename(outer / "chỗ khác")
        gone = s.view(first["revision"])
        check(gone["messages"][0]["code"] == "FILE_UNREADABLE", "a folder that was moved is still shown")
        outer.rename(work / "xa")
        (work / "xa" / "chỗ khác").rename(work / "xa" / "trong")
        (work / "xa").rename(outer)
        back = s.view(gone["revision"])
        check(back["status"] == "done" and back["pages"] == first["pages"], "what was moved back is not seen")


def compares_named(work):
    """--against and --template-b: the second entry, and the address that shows both."""
    data, other, template = work / "a.xml", work / "b.xml", work / "t/own.xml"
    template.parent.mkdir()
    data.write_text(OK)
    other.write_text(OK.replace("<body>", "<body><p>Thêm một đoạn.</p>"))
    template.write_text('<template name="own" extends="bao-cao"><page name="main" right="25mm"/></template>')
    for args, templates, kinds in (((data, "--against", other), [None, None], {"added"}), ((data, "--template-b", template), [None, str(template)], {"running"}),
                                   ((data, "--against", other, "-t", template), [str(template)] * 2, {"added"}),
                                   ((data, "--against", other, "--template-b", template), [None, str(template)], {"added"})):
        with Served(*args) as s:
            check(s.url.endswith("#0~1"), "the address does not show both")
            check([one.get("template") for one in s.json("list")["list"]] == templates, f"{args[1:]}: templates")
            diff = s.json("compare?a=0&b=1")["diff"]
            check(kinds <= set(diff["counts"]) or templates[1] and not templates[0] and diff["changes"], f"{args[1:]}: {diff['counts']}")


def several(work):
    """A file that holds several documents: each is there by its number, comes and goes when it is written, and is compared."""
    def data_of(*subjects):
        one = re.sub(r"^<\?xml[^>]*\?>", "", OK)
        return "<documents>" + "".join(one.replace("<body>", f"<body><p>{words}</p>") for words in subjects) + "</documents>"

    def labels(s):
        return [one["label"].removeprefix(str(folder)) for one in s.json("list")["list"]]

    def text(s, number):
        view = s.view(0, number)
        return view, s.ask(f"doc/{number}/page/{view['pages'][0]['hash']}").bytes.decode()

    folder = work / "folder"
    folder.mkdir()
    data = folder / "m.xml"
    data.write_text(data_of("Bản một.", "Bản hai.", "Bản ba."))
    (folder / "z.xml").write_text(OK)
    with Served(folder) as s:
        first, page = text(s, 0)
        check("Bản một." in page and [r["number"] for r in first["records"]] == [0, 2, 3] and first["record"] == 1 and first["of"] == 3, f"the first of three: {first.get('records')}")
        check(labels(s) == ["m.xml · 1", "m.xml · 2", "m.xml · 3", "z.xml"], f"what a file holds does not stand together: {labels(s)}")
        third, page = text(s, 3)
        check("Bản ba." in page and third["record"] == 3 and third["records"][0]["title"] == first["parts"][0]["title"], "the third of three")
        data.write_text(data_of("Bản một.", "Bản hai."))
        view = s.view(third["revision"], 3)
        check(view["gone"] and view["messages"][0]["code"] == "RECORD_BEYOND" and labels(s) == ["m.xml · 1", "m.xml · 2", "z.xml"], "a document that was taken out is still there")
        data.write_text(data_of("Bản một.", "Bản hai khác.", "Bản ba.", "Bản bốn."))
        again = s.view(view["revision"], 3)
        check(again["status"] == "done" and not again["gone"] and labels(s)[3] == "m.xml · 4", "a document that was added is not there")
        diff = s.json("compare?a=0&b=3")["diff"]
        check(diff["changes"] and "ba" in json.dumps(diff["changes"], ensure_ascii=False), "two of a file are not compared")
        known = s.view()["revision"]
        data.write_text(data_of("Bản một."))
        s.view(known)
        check(labels(s) == ["m.xml", "z.xml"], f"one alone is numbered: {labels(s)}")
        data.write_text("<documents>")
        data.write_text(data_of("Bản một.", "Bản hai."))
        alone = s.view(again["revision"], 2)
        check(alone["status"] == "done", "what has come back is not shown")
    with Served(data, "--record", "2") as s:
        view, page = text(s, 0)
        check("Bản hai." in page and "records" not in view and len(labels(s)) == 1, "the one that was asked for is not alone")
    data.write_text(data_of(*["Một bản."] * 101))
    done = subprocess.run([VANBAN, "preview", "--svg", work / "svg", data], capture_output=True, text=True, timeout=120, check=False)
    check(done.returncode == 0 and len(list((work / "svg").iterdir())) == 100 and done.stderr.count("PREVIEW_RECORDS") == 1, f"--svg of 101 documents: {done.stderr}")
    for lang in ("vi", "en"):
        with Served(data, lang=lang) as s:
            view = s.view()
            check(view["of"] == 101 and len(view["records"]) == 100, f"{view['of']} and {len(view['records'])} of 101")
            golden("records", lang, said([m for m in view["messages"] if m["code"] == "PREVIEW_RECORDS"])(lang).replace(str(folder), "DIR"))


def stills(work):
    """--html, --svg, --png: no server, the same files as render makes."""
    report, folder = work / "report", work / "out"
    shutil.copytree(ROOT / "samples/bac-giang-bao-cao-2020-02", report)
    (report / "co-loi.xml").write_text("<document type='bao-cao'>")
    folder.mkdir()

    def run(*args, env=None):
        return subprocess.run([VANBAN, "preview", "--lang=en", *map(str, args)], capture_output=True, text=True, timeout=120, check=False, env=env)

    def names(path):
        return sorted(p.name for p in path.iterdir())

    done = run("--html", folder / "html", "--svg", folder / "svg", "--png", folder / "png", ROOT / "samples/types/bao-cao.xml", report / "data.xml")
    check(done.returncode == 0 and "http" not in done.stdout, f"stills: exit {done.returncode} {done.stderr}")
    check(names(folder / "html") == ["bao-cao.html", "index.html", "report.html"], f"--html: {names(folder / 'html')}")
    pages = ["bao-cao-1", "bao-cao-2"] + [f"report-{i}" for i in range(1, 13)]
    check(names(folder / "svg") == sorted(f"{p}.svg" for p in pages), f"--svg: {names(folder / 'svg')}")
    check(names(folder / "png") == sorted(re.sub("t-([0-9])$", r"t-0\1", p) + ".png" for p in pages), f"--png: {names(folder / 'png')}")
    check(sorted(done.stdout.split()) == sorted(str(folder / k / n) for k in ("html", "svg", "png") for n in names(folder / k) if k != "html" or n == "index.html"),
          "the files are not named")
    head = (folder / "png/report-01.png").read_bytes()[16:24]
    size = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:], "big")
    check(abs(size[0] - 1240) < 2 and abs(size[1] - 1754) < 2, f"the PNG is {size}")
    subprocess.run([VANBAN, "render", report / "data.xml", "-t", report / "template.xml", "-o", work / "r.svg", "-q"], check=True)
    check((work / "r-1.svg").read_bytes() == (folder / "svg/report-1.svg").read_bytes(), "the SVG is not that of render")
    check(done.stderr.count("FONT_SUBSTITUTE") <= 1, "what all documents say is said for each")
    # A folder, one of whose documents is broken: the others are there; of a file that holds several the first hundred.
    done = run("--html", folder / "h2", "--svg", folder / "s2", "-q", report, ROOT / "samples/batch")
    check(done.returncode == 2 and not done.stdout and "co-loi.xml" in done.stderr, "a broken document among others")
    check({"report.html", "index.html"} <= set(names(folder / "h2")) and "report-12.svg" in names(folder / "s2"), "a broken document takes others along")
    check({"batch-1.html", "batch-100.html", "csv-100.html"} <= set(names(folder / "h2")) and "batch-101.html" not in names(folder / "h2"), "not all documents of a file are there")
    check('class="bad"' in (folder / "h2/index.html").read_text(), "the broken document is not shown as such")
    # What cannot be made leaves nothing.
    check(run("--svg", folder / "s2/report-1.svg", report / "data.xml").returncode == 74, "a file for a folder")
    check(run("--png", work / "no/such", report / "data.xml").returncode == 74, "a folder that cannot be made")
    (work / "bin").mkdir()
    (work / "bin/pdftoppm").write_text("#!/bin/sh\nexit 3\n")
    (work / "bin/pdftoppm").chmod(0o755)
    done = run("--png", folder / "p3", report / "data.xml", env={**os.environ, "PATH": str(work / "bin")})
    check(done.returncode == 74 and "PREVIEW_PNG_FAILED" in done.stderr and names(folder / "p3") == [], "pdftoppm that fails")
    (work / "none").mkdir()
    check(run("--html", folder / "h4", work / "none").returncode == 2 and not (folder / "h4").exists(), "a folder without samples")


def opens_browser(work):
    """With a screen, and by no shell's hand."""
    data, seen, browser = work / "ok.xml", work / "seen", work / "xdg-open"
    data.write_text(OK)
    browser.write_text(f'#!/bin/sh\necho "$#" "$1" >{seen}.new\nmv {seen}.new {seen}\n')
    browser.chmod(0o755)
    screens = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    for screen in (False, True):
        env = {**screens, "PATH": f"{work}:{os.environ['PATH']}", **({"DISPLAY": ":7"} if screen else {})}
        with Served(data, browser=env) as s:
            s.view()
            done = time.monotonic() + (5 if screen else 0.2)
            while time.monotonic() < done and not seen.exists():
                time.sleep(0.01)
            check(seen.exists() == screen, "the browser was not opened" if screen else "a browser without a screen")
            check(not screen or seen.read_text() == f"1 {s.url}\n", "the browser has another address")


def faults(work):
    empty, fifo, data = work / "empty", work / "fifo.xml", work / "slow.xml"
    empty.mkdir()
    os.mkfifo(fifo)
    data.write_text(OK)
    endless = work / "endless/own.xml"
    endless.parent.mkdir()
    many = "//node()"
    for _ in range(8):          # of time, not of memory
        many = f"//node()[count({many}) > 1]"
    endless.write_text(f'<template name="endless" extends="bao-cao"><slot name="so"><for-each select="{many.replace(">", "&gt;")}"><p style="so-ky-hieu">x</p></for-each></slot></template>')
    program = work / "bin"
    program.mkdir()
    (program / "pdftoppm").write_text("#!/bin/sh\nexit 3\n")
    (program / "pdftoppm").chmod(0o755)
    for lang in ("vi", "en"):
        with Served(empty, lang=lang) as s:
            found = s.json("list")
            check(found["list"] == [] and found["lang"] == lang, "an empty folder")
        golden("nothing", lang, f"exit {s.process.returncode}\n" + s.stderr.replace(str(work), "DIR"))
        with Served(data, "-t", fifo, "--time-limit", "1", lang=lang) as s:
            start = time.monotonic()
            view = s.view()
            check(view["status"] == "slow" and 0.9 < time.monotonic() - start < 8, f"a template without end: {view['status']} after {time.monotonic() - start:.1f} s")
            golden("slow", lang, said(view["messages"])(lang).replace(str(work), "DIR"))
        with Served(data, "-t", endless, "--time-limit", "1", "--limit", "xpath=1000M", lang=lang) as s:
            start = time.monotonic()
            view = s.view()
            check(view["status"] == "slow" and time.monotonic() - start < 8, f"a template that repeats without end: {view['status']}")
            check(s.json("compare?a=0")["b"]["status"] == "slow", "a comparison of what never ends")
            check(s.json("list")["list"], "the server waits for a template")
        with Served(data, "-t", fifo, lang=lang) as s, concurrent.futures.ThreadPoolExecutor(1) as pool:
            view = pool.submit(s.view)
            children = Path(f"/proc/{s.process.pid}/task/{s.process.pid}/children")
            while not children.read_text() and not view.done():
                time.sleep(0.01)
            os.kill(int(children.read_text()), signal.SIGABRT) # it waits for the pipe
            check(view.result()["status"] == "crashed", "a child that dies")
            golden("crashed", lang, said(view.result()["messages"])(lang).replace(str(work), "DIR"))
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            usage("port", lang, 74, data, "--port", port, hide=str(port))
        usage("template", lang, 2, ROOT / "templates/nd30.xml")
        usage("none", lang, 2, work / "no-such-file.xml")
        usage("port-word", lang, 64, "--port", "x")
        usage("against-folder", lang, 2, ROOT / "samples/types", "--against", data)
        usage("against-none", lang, 2, data, "--against", work / "no-such-file.xml")
        usage("against-alone", lang, 64, "--against", data)
        usage("against-still", lang, 64, data, "--against", data, "--html", work)
        usage("png-tool", lang, 74, data, "--png", work / "png", env={**os.environ, "PATH": str(work)})
        usage("png-failed", lang, 74, data, "-q", "--png", work / "png", env={**os.environ, "PATH": str(program)})


def usage(name, lang, status, *args, hide=None, env=None):
    run = subprocess.run([VANBAN, "preview", "--no-browser", *map(str, args), "--lang", lang], capture_output=True, text=True, timeout=60, check=False, env=env)
    check(run.returncode == status and not run.stdout, f"{name}: exit {run.returncode}, not {status}")
    text = re.sub(r"/\S*/", "DIR/", run.stderr)
    golden(name, lang, f"exit {run.returncode}\n" + (text.replace(hide, "PORT") if hide else text))


for test in (shows, in_the_sandbox, watches_template, watches_inputs, watches_folder, shows_all_kinds, refuses, bears, gallery, findings, compares,
             compares_named, compares_many, stills, opens_browser, several, faults):
    with tempfile.TemporaryDirectory() as folder:
        test(Path(folder))
sys.exit(failed)
