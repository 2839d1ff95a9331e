#!/usr/bin/python3
"""batch.py VANBAN [--update] [--kills NUMBER] - many documents in one run: the same files whatever happens on the way.
Messages of what goes wrong are goldens, tests/golden/bad/batch-*."""
import csv
import fcntl
import json
import os
import pty
import random
import re
import resource
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from xml.sax.saxutils import quoteattr

HERE = os.path.dirname(os.path.abspath(__file__))
VANBAN = os.path.abspath(sys.argv[1])
UPDATE = "--update" in sys.argv
KILLS = int(sys.argv[sys.argv.index("--kills") + 1]) if "--kills" in sys.argv else 5
failed = 0


def check(good, what):
    global failed
    if not good:
        failed += 1
        print(f"batch: {what}")


def run(*arguments, status=0, env=None, lang="en", **more):
    got = subprocess.run([VANBAN, "batch", *arguments, "--lang", lang], capture_output=True, text=True,
                         env=dict(os.environ, **(env or {})), **more)
    check(got.returncode == status, f"{' '.join(arguments)}: exit {got.returncode}, not {status}: {got.stderr[-600:]}")
    return got


def holds(folder, log=False):
    """Everything in the folder but the log, whose times differ."""
    return {name: open(os.path.join(folder, name), "rb").read() for name in sorted(os.listdir(folder))
            if log or not name.endswith(".log")}


def same(a, b, what):
    a, b = holds(a), holds(b)
    check(sorted(a) == sorted(b), f"{what}: {sorted(set(a) ^ set(b))[:5]}")
    for name in a:
        check(a[name] == b.get(name), f"{what}: {name} differs")


def lines(folder, stem="manifest"):
    return [json.loads(line) for line in open(os.path.join(folder, stem + ".jsonl"), encoding="utf-8")]


def compare_golden(name, text):
    path = os.path.join(HERE, "golden", "bad", name)
    if UPDATE:
        open(path, "w", encoding="utf-8").write(text)
    else:
        check(os.path.exists(path) and open(path, encoding="utf-8").read() == text, f"golden {name}: {text}")


def golden(name, *arguments, status, env=None, before=lambda: None, **more):
    for lang in "vi", "en":
        before()
        got = run(*arguments, status=status, env=env, lang=lang, **more)
        text = f"exit {got.returncode}\n{got.stderr}".replace(os.getcwd(), "DIR")
        text = re.sub(r"\S*/templates/nd30.xml:\d+:\d+", "templates/nd30.xml", text)
        said = []
        skip = False
        for line in text.splitlines():
            skip = skip and line.startswith("  ")
            if "FONT_SUBSTITUTE" in line:
                skip = True
            if not skip:
                said.append(line)
        compare_golden(f"batch-{name}.{lang}", "\n".join(said) + "\n")


def documents(folder, n, figure=lambda i: i, closing="<p>Sở Nội vụ báo cáo.</p>"):
    os.makedirs(folder, exist_ok=True)
    for i in range(1, n + 1):
        rows = "".join(f"<row><cell>{k}</cell><cell>Thôn {k}</cell><cell>{figure(i) * k}</cell></row>" for k in range(1, 30))
        open(f"{folder}/xa-{i:03}.xml", "w", encoding="utf-8").write(
            f"""<document type="bao-cao"><issuer><superior>UBND TỈNH HÀ NAM</superior><name>SỞ NỘI VỤ</name></issuer>
<code number="{i}" notation="BC-SNV"/><promulgation place="Hà Nam" date="2026-03-02"/>
<subject>Số hộ của xã {i}</subject><body><p>Số hộ như sau:</p>
<table><column width="1*"/><column width="4*"/><column width="2*" align="right"/>
<head><row><cell>STT</cell><cell>Thôn</cell><cell>Số hộ</cell></row></head>{rows}</table>{closing}</body>
<signatures><signature><position>GIÁM ĐỐC</position><name>Nguyễn Văn An</name></signature></signatures>
<recipients><place>Như trên</place><archive>VT</archive></recipients></document>""")


def equal_for_all_workers(n):
    documents("in", n)
    run("in", "-o", "one", "-j1")
    run("in", "-o", "two", "-j2")
    run("in", "-o", "five", "-j5")
    same("one", "two", "-j2")
    same("one", "five", "-j5")
    made = lines("one")
    check([m["record"] for m in made] == list(range(1, n + 1)), "records are not in order")
    check(all(m["status"] == "made" and m["of"] == n and len(m["files"]) == 1 for m in made), "not all are made")
    check(open("one/manifest.csv", encoding="utf-8-sig").read().count("\n") == n + 1, "CSV has other lines")
    single = subprocess.run([VANBAN, "render", "in/xa-003.xml", "-q", "-o", "three.pdf"])
    check(single.returncode == 0 and open("three.pdf", "rb").read() == open("one/xa-003.pdf", "rb").read(), "render makes another file")
    got = run("in", "--dry-run", "-j2")
    check(f"{n} made" in got.stdout, "dry run")
    check("[BATCH_ALSO]" not in got.stderr, f"what the machine lacks is counted by records: {got.stderr}")


def foreign_manifests():
    """JSON that is no manifest of ours, though its first words are: read without trust."""
    os.makedirs("foreign", exist_ok=True)
    for line in ('"files":5', '"files":{"a":1},"messages":7', '"files":[5],"messages":[5],"status":{}', '"name":[],"status":5', '"files":[{"file":5,"pages":[]}]',
                 '"status":"made","files":[[],null],"images":"x"'):
        open("foreign.jsonl", "w").write('{"record":1,"of":1,"name":"xa-001",%s}\n' % line)
        got = subprocess.run([VANBAN, "manifest", "merge", "foreign.jsonl", "-o", "foreign"], capture_output=True, text=True)
        check(got.returncode in (0, 1, 2), f"merge of {line}: {got.returncode} {got.stderr}")
        shutil.copy("foreign.jsonl", "foreign/manifest.jsonl")
        run("in", "-o", "foreign", "--changed", "-q", "--list", "foreign.pdf")
    got = subprocess.run([VANBAN, "manifest", "merge", "/dev/null", "-o", "foreign"], capture_output=True, text=True)
    check(got.returncode == 2 and "[MANIFEST_FOREIGN]" in got.stderr, f"merge of nothing: {got.returncode} {got.stderr}")


def shards_make_the_whole():
    for k in 1, 2, 3:
        run("in", "-o", "shards", "--shard", f"{k}/3")
    names = [m["name"] for k in (1, 2, 3) for m in lines("shards", f"manifest-{k}-of-3")]
    check(sorted(names) == [m["name"] for m in lines("one")], "shards miss records")
    for m in lines("one"):
        file = m["files"][0]["file"]
        check(open(f"shards/{file}", "rb").read() == open(f"one/{file}", "rb").read(), f"shards: {file}")
    parts = [f"shards/manifest-{k}-of-3.jsonl" for k in (2, 1, 3)]
    for lang in "vi", "en":
        got = subprocess.run([VANBAN, "manifest", "merge", *parts[:2], "--lang", lang], capture_output=True, text=True)
        compare_golden(f"manifest-missing.{lang}", f"exit {got.returncode}\n{got.stderr}")
        open("other.jsonl", "w").write(open(parts[0]).read().replace('"pages":2', '"pages":3'))
        open("no.jsonl", "w").write("no manifest\n")
        got = subprocess.run([VANBAN, "manifest", "merge", *parts, "other.jsonl", "no.jsonl", "--lang", lang], capture_output=True, text=True)
        compare_golden(f"manifest-differs.{lang}", f"exit {got.returncode}\n{got.stderr}")
    check(not os.path.exists("shards/manifest.jsonl"), "what is not whole was merged")
    merged = subprocess.run([VANBAN, "manifest", "merge", *parts, parts[1]], capture_output=True, text=True)
    check(merged.returncode == 0, f"merge: {merged.stderr}")
    for name in "manifest.jsonl", "manifest.csv":
        check(open(f"shards/{name}", "rb").read() == open(f"one/{name}", "rb").read(), f"merged {name} differs")
    # The shards' folder is that of one run: what speaks of all records can be had now.
    run("in", "-o", "shards", "--shard", "1/3", "--list", "no.pdf", status=64)
    run("in", "-o", "shards", "--dry-run", "--list", "no.pdf", status=64)
    got = run("in", "-o", "shards", "--changed", "--list", "shards.pdf")
    check("0 made, 12 as they were" in got.stdout and "12 văn bản" in text_of("shards.pdf"), f"after merging: {got.stdout}")
    slurm = {"SLURM_ARRAY_TASK_ID": "7", "SLURM_ARRAY_TASK_MIN": "5", "SLURM_ARRAY_TASK_COUNT": "3", "SLURM_ARRAY_TASK_STEP": "2"}
    run("in", "-o", "slurm", "--shard", "auto", env=slurm)
    check(os.path.exists("slurm/manifest-2-of-3.jsonl"), "Slurm's variables")
    run("in", "-o", "kubernetes", "--shard", "auto/3", env={"JOB_COMPLETION_INDEX": "2"})
    check(os.path.exists("kubernetes/manifest-3-of-3.jsonl"), "Kubernetes' variable")
    run("in", "-o", "no", "--shard", "auto/3", env=dict(slurm, SLURM_ARRAY_TASK_COUNT="1"), status=64)  # one task of three, sent again
    for bad in "4/3", "0/3", "x", "auto", "1/0", "/3", "3":
        run("in", "-o", "no", "--shard", bad, status=64)


def at_once():
    """A task that runs twice, as clusters do it: neither harms the other."""
    for _ in range(4):
        both = [subprocess.Popen([VANBAN, "batch", "in", "-o", "at-once", "-j2", "-q", "--lang", "en"], stderr=subprocess.PIPE, text=True) for _ in range(3)]
        said = [p.communicate()[1] for p in both]
        check(all(p.returncode == 0 for p in both), f"three runs at once: {said}")
        same("one", "at-once", "three runs at once")


def killed(times, seed):
    """kill -9 of the parent at any moment: --resume makes what a clean run makes."""
    pick = random.Random(seed)
    start = time.monotonic()
    run("in", "-o", "timed", "-j2")
    whole = time.monotonic() - start
    for i in range(times):
        shutil.rmtree("killed", ignore_errors=True)
        process = subprocess.Popen([VANBAN, "batch", "in", "-o", "killed", "-j2", "-q", "--lang", "en"], stderr=subprocess.DEVNULL)
        time.sleep(pick.random() * whole)
        process.send_signal(signal.SIGKILL)
        process.wait()
        run("in", "-o", "killed", "-j2", "--resume")
        same("one", "killed", f"killed {i}")


def picture(colour):
    subprocess.run(["/usr/bin/python3", "-c", f"import fitz; p = fitz.Pixmap(fitz.csRGB, fitz.IRect(0, 0, 9, 9)); p.set_rect(p.irect, {colour}); p.save('anh/dau.png')"], check=True)


def pictures():
    """A picture that changes is a record that has changed."""
    documents("anh", 3)
    picture((200, 0, 0))
    text = open("anh/xa-002.xml", encoding="utf-8").read()
    open("anh/xa-002.xml", "w", encoding="utf-8").write(text.replace("</body>", '<figure src="dau.png" alt="Dấu"/></body>'))
    run("anh", "-o", "pictures")
    check([len(m.get("images", [])) for m in lines("pictures")] == [0, 1, 0], "pictures in the manifest")
    check("0 made, 3 as they were" in run("anh", "-o", "pictures", "--changed").stdout, "pictures: nothing has changed")
    picture((0, 0, 200))
    check("1 made, 2 as they were" in run("anh", "-o", "pictures", "--changed").stdout, "a changed picture is not seen")
    check("3 made, 0 as they were" in run("anh", "-o", "pictures", "--changed", "--set", "gian-dong=1.4").stdout, "a changed setting is not seen")


def stopped():
    """Interrupted while record 3 hangs: two are done, it is given up, nine are left."""
    for lang in "vi", "en":
        shutil.rmtree("stopped", ignore_errors=True)
        process = subprocess.Popen([VANBAN, "batch", "in", "-o", "stopped", "-j1", "-q", "--time-limit", "1", "--lang", lang],
                                   stderr=subprocess.PIPE, text=True, env=dict(os.environ, VANBAN_TEST_HANG="3"))
        while not os.path.exists("stopped/xa-002.pdf"):
            time.sleep(0.001)
        time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        said = process.communicate()[1]
        compare_golden(f"batch-stopped.{lang}", f"exit {process.returncode}\n{said}")


def interrupted():
    process = subprocess.Popen([VANBAN, "batch", "in", "-o", "interrupted", "-j1", "-q", "--lang", "en"], stderr=subprocess.PIPE, text=True)
    while not os.path.exists("interrupted/xa-002.pdf"):
        time.sleep(0.001)
    process.send_signal(signal.SIGINT)
    said = process.communicate()[1]
    if process.returncode == 1:
        check("BATCH_STOPPED" in said, f"interrupted: {said}")
        check(not os.path.exists("interrupted/manifest.jsonl"), "a run that was stopped has a manifest")
    run("in", "-o", "interrupted", "--resume")
    same("one", "interrupted", "interrupted")


def changed(n):
    shutil.copytree("one", "changed")
    documents("in-2", n, lambda i: i + 1000 if i in (3, 5, 8, 9) else i)
    before = {name: os.stat(f"changed/{name}").st_ino for name in os.listdir("changed") if name.endswith(".pdf")}
    os.rename("in", "in-1")
    os.rename("in-2", "in")
    run("in", "-o", "clean")
    got = run("in", "-o", "changed", "--changed")
    after = {name: os.stat(f"changed/{name}").st_ino for name in before}
    check(sorted(name for name in before if before[name] != after[name]) == ["xa-003.pdf", "xa-005.pdf", "xa-008.pdf", "xa-009.pdf"],
          f"four figures changed, and other files: {got.stdout}")
    same("clean", "changed", "changed")
    # What was signed since, and has not changed, is left alone; what was spoilt is made again.
    signed = open("changed/xa-001.pdf", "ab")
    signed.write(b"\n9 0 obj\n<</Type/Sig/ByteRange [0 10 20 10 ]/Contents<00>>>\nendobj\n")
    signed.close()
    open("changed/xa-002.pdf", "r+b").write(b"spoilt")
    os.remove("changed/xa-004.pdf")
    got = run("in", "-o", "changed", "--changed")
    check(f"2 made, {n - 2} as they were" in got.stdout, f"signed, spoilt, removed: {got.stdout}")
    os.remove("in/xa-012.xml")
    shutil.copy("changed/manifest.jsonl", "manifest-of-12")
    golden("stray", "in", "-o", "changed", "--changed", status=0, before=lambda: shutil.copy("manifest-of-12", "changed/manifest.jsonl"))
    run("in", "-o", "changed", status=1)  # the signed one is refused, the others are made
    shutil.rmtree("in")
    os.rename("in-1", "in")


def signatures(folder):
    """File -> (page, height, pages) of its signature."""
    found = {}
    for m in lines(folder):
        for f in m["files"]:
            for field in f["fields"]:
                if field["kind"] == "signature":
                    found[f["file"]] = (field["page"], field["mm"]["y_from_top"], f["pages"])
    return found


def one_place(n):
    """Documents of many lengths: all that can have it stand at one height; the others are named."""
    os.makedirs("tall")
    for i in range(1, n + 1):
        note = "<fn>" + "Số liệu do xã báo cáo. " * 150 + "</fn>" if i == 3 else ""  # leaves no room below
        paragraphs = i if i < n - 1 else 12 + i
        documents("tall-1", 1, closing=f"<p>Sở Nội vụ báo cáo{note}.</p>" * (1 if note else paragraphs))
        os.rename("tall-1/xa-001.xml", f"tall/xa-{i:03}.xml")
    run("tall", "-o", "as-it-comes")
    golden("same-place", "tall", "-o", "one-place", "--same-place", "-j2", "--signature-map", "map.json", "--upload-sheet", "sheet.csv", status=0)
    golden("same-place-all", "in", "-o", "one-place-all", "--same-place", status=0)
    before, after = signatures("as-it-comes"), signatures("one-place")
    heights = [y for page, y, pages in after.values()]
    common = max(set(heights), key=heights.count)
    moved = [f for f in after if after[f][1] == common]
    check(len(moved) > n / 2 and len(set(y for _, y, _ in before.values())) > n / 2, f"one place: {sorted(heights)}")
    for f in after:
        check(after[f][0] == before[f][0] and after[f][2] == before[f][2], f"one place: {f} has other pages")
        check(f in moved or after[f] == before[f], f"one place: {f} is neither there nor where it was")
    told = [m["files"][0]["file"] for m in lines("one-place") if any(x["code"] == "SAME_PLACE" for x in m["messages"])]
    check(sorted(told) == sorted(set(after) - set(moved)), f"exceptions: {told}")
    files = json.load(open("map.json", encoding="utf-8"))["files"]
    check([f["file"] for f in files] == sorted(after), "the map has other files")
    sheet = open("sheet.csv", encoding="utf-8-sig", newline="").read().splitlines()
    check(len(sheet) == n + 1 and sheet[1] == "1,Số hộ của xã 1,Báo cáo,xa-001.pdf,2", f"sheet: {sheet[:2]}")
    run("tall", "-o", "one-place", "--resume", "--same-place")
    for k in 1, 2:
        run("tall", "-o", "place-shards", "--same-place", "--shard", f"{k}/2")
    for f in after:
        check(open(f"place-shards/{f}", "rb").read() == open(f"one-place/{f}", "rb").read(), f"shards put {f} elsewhere")


SAMPLE = os.path.join(HERE, "..", "samples", "batch")
PROVINCE = [f"{SAMPLE}/data.xml", "-t", f"{SAMPLE}/template.xml"]


def pages_of(path):
    return int(re.search(r"Pages:\s+(\d+)", subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout)[1])


def text_of(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


def province():
    """A data set of 102 records: the sample, with its list, all of it in one file, and an appendix for each."""
    got = run(*PROVINCE, "-o", "province", "-j2", "--list", "list.pdf", "--merge", "all.pdf")
    check(got.stderr.count("CONTROL_EQUAL") == 4, f"control totals: {got.stderr}")
    run(*PROVINCE, "-o", "province-1", "-j1", "--list", "list-1.pdf", "--merge", "all-1.pdf")
    same("province", "province-1", "province")
    made = lines("province")
    check([m["name"].split("_")[0] for m in made] == [f"{i:03}" for i in range(1, 103)], "province: names")
    check(open("list.pdf", "rb").read() == open("list-1.pdf", "rb").read() and open("all.pdf", "rb").read() == open("all-1.pdf", "rb").read(),
          "list or merged file differ")
    pages = sum(m["files"][0]["pages"] for m in made)
    check(pages_of("all.pdf") == pages, f"merged: {pages_of('all.pdf')} pages, not {pages}")
    listed = text_of("list.pdf")
    check(all(m["name"][:4] in listed and m["files"][0]["sha256"][:12] in listed for m in made), "the list misses files")
    check("Tổng số: 102 văn bản" in listed and str(pages) in listed, "the list's total")
    single = subprocess.run([VANBAN, "render", *PROVINCE, "--record", "17", "-q", "-o", "17.pdf"])
    check(single.returncode == 0 and open("17.pdf", "rb").read() == open(f"province/{made[16]['files'][0]['file']}", "rb").read(), "record 17 differs from render's")
    run(*PROVINCE, "-t", f"{SAMPLE}/phu-luc.xml", "-o", "two-templates", "--where", "@loai = 'phường'", "--sort", "@ten", status=0)
    both = lines("two-templates")
    check(all(len(m["files"]) == 2 and "phuong" in m["name"] for m in both) and len(both) == 20, "two templates: files")
    check([m["files"][0]["type"] for m in both[:1]] == ["Thông báo"] and both[0]["files"][1]["type"] == "Phụ lục", "types")


def bar():
    """On a terminal one line moves, never wider than it, and is gone at the end."""
    try:
        for end in pty.openpty():
            os.close(end)
    except OSError as error:
        return f"not tried: {error}"
    for columns in 100, 50, 30:
        pid, terminal = pty.fork()
        if pid == 0:
            time.sleep(0.2)  # until it has its size
            os.execv(VANBAN, [VANBAN, "batch", *PROVINCE, "--dry-run", "-j1", "--lang", "en"])
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        shown = b""
        try:
            while part := os.read(terminal, 65536):
                shown += part
        except OSError:
            pass
        os.waitpid(pid, 0)
        frames = [f.split("\n")[0] for f in shown.decode().split("\r") if "/102 " in f]
        check(frames and all(len(f.replace("\x1b[K", "")) < columns for f in frames), f"bar at {columns} columns: {frames[:3]}")
        text = shown.decode()
        check("\r\x1b[K" in text and "/102 " not in text[text.rindex("\r\x1b[K"):], f"bar stays at {columns} columns")
    return "seen"


def set_of(name, records, around="", template=""):
    open(f"{name}.xml", "w", encoding="utf-8").write(
        f"""<document type="bao-cao"><issuer><name>SỞ NỘI VỤ</name></issuer><code number="1" notation="BC-SNV"/>
<promulgation place="Hà Nam" date="2026-03-02"/><subject>Số hộ</subject><body><p>Số hộ: <insert slot="so"/>.</p></body>
<signatures><signature><position>GIÁM ĐỐC</position><name>Nguyễn Văn An</name></signature></signatures>
<recipients><place>Như trên</place><archive>VT</archive></recipients><data>{around}{records}</data></document>""".replace("<insert", "<!--").replace('"so"/>', "-->"))
    open(f"{name}-mau.xml", "w", encoding="utf-8").write(
        f"""<template name="{name}" extends="nd30" each="data/xa" file="{{@ma}}"><needs><need path="data/xa" label="Xã" kind="element"/>
<need path="data/xa/@ma" label="Mã"/><need path="data/xa/@huyen" label="Huyện" required="no"/><need path="data/xa/@so-ho" label="Số hộ" kind="number"/>
<need path="data/@tong" label="Tổng" required="no"/></needs>
<meta title="Số hộ của {{$record/@ma}}: {{sum($record/@so-ho)}}"/>{template}<check name="DATA_UNSEEN" severity="off"/></template>""")
    return [f"{name}.xml", "-t", f"{name}-mau.xml"]


def groups():
    few = set_of("few", "".join(f'<xa ma="x{i}" huyen="h{i % 3}" so-ho="{i}"/>\n' for i in range(1, 10)))
    run(*few, "-o", "grouped", "--group-by", "@huyen", "-n", "{@huyen}_{position()}_{last()}.pdf")
    check([m["name"] for m in lines("grouped")] == ["h1_1_3", "h2_2_3", "h0_3_3"], "groups: names")
    check([m["files"][0]["title"].split(": ")[1] for m in lines("grouped")] == ["12", "15", "18"], "groups: their records")
    run(*few, "-o", "sorted", "--sort", "0 - @so-ho", "--where", "@so-ho > 5")
    check([m["name"] for m in lines("sorted")] == ["x9", "x8", "x7", "x6"], "where and sort")
    # One of several fails: it alone, and its message names its line.
    golden("one-fails", *set_of("one", '<xa ma="x1" so-ho="1"/>\n<xa ma="x2" so-ho="nhiều"/>\n<xa ma="x3" so-ho="3"/>'), "-o", "one-fails", "-q", status=1)
    check([m["status"] for m in lines("one-fails")] == ["made", "failed", "made"], "one fails")
    # No file of a run is written over by another of it.
    two = [*set_of("two", '<xa ma="a1" so-ho="1"/>\n<xa ma="a2" so-ho="2"/>'), "-t", "two-mau.xml"]
    golden("two-names", *two, "-o", "forbidden", "-n", "a{position()}", "-n", "a{position() + 1}", status=2)
    run(*two, "-o", "two-names", "-n", "{@ma}", "-n", "{@ma}-2")
    documents("appendix", 2)
    text = open("appendix/xa-001.xml", encoding="utf-8").read()
    open("appendix/xa-001.xml", "w", encoding="utf-8").write(text.replace("</document>", "<appendix><title>Số liệu</title><p>Không.</p></appendix></document>"))
    os.rename("appendix/xa-002.xml", "appendix/xa-001-phu-luc-1.xml")
    golden("part-name", "appendix", "-o", "part-name", "--split-appendices", "-q", status=1)
    golden("lists", "in", "-o", "one", "--changed", "--merge", "one/xa-001.pdf", "--list", "x.pdf", "--signature-map", "x.pdf", "--upload-sheet", "none/x.csv", status=74)
    golden("control", *set_of("control", '<xa ma="x1" so-ho="1"/>', around="<tong>2</tong>", template='<control label="Số hộ" part="@so-ho" whole="data/tong"/>'),
           "-o", "control", "-q", status=1)
    # What forbids the run leaves nothing.
    golden("own", *few, "-o", "forbidden", "--list", "few.xml", "--upload-sheet", "few-mau.xml", status=74)
    golden("twice", *set_of("many", "".join(f'<xa ma="x" so-ho="{i}"/>\n' for i in range(14))), "-o", "forbidden", status=2)
    golden("leaves", *few, "-o", "forbidden", "-n", "../{@ma}", "--where", "@ma = 'x1'", status=2)
    golden("behind", *set_of("behind", '<xa ma="x1" so-ho="1"/>\n<tong/>'), "-o", "forbidden", status=2)
    golden("pipe", "/dev/stdin", "-o", "forbidden", status=2, stdin=subprocess.PIPE)
    check(not os.path.exists("forbidden") or not os.listdir("forbidden"), "something was written all the same")
    text = open("few.xml", encoding="utf-8").read()
    open("few.xml", "w", encoding="utf-8").write(text[:text.index('<xa ma="x5"') + 8])
    golden("cut", *few, "-o", "forbidden", status=2)
    golden("partial", *few, "-o", "partial", "--partial", status=1)
    check([m["name"] for m in lines("partial")] == ["x1", "x2", "x3", "x4"], "partial")


def as_xml(table, mapping):
    """The same data with elements in place of the <csv>."""
    text = open(mapping, encoding="utf-8").read()
    fields = dict(re.findall(r'<field column="([^"]*)" name="@([^"]*)"/>', text))
    rows = list(csv.DictReader(open(table, encoding="utf-8-sig", newline=""), delimiter=";"))
    records = "".join("<xa " + " ".join(f"{fields[k]}={quoteattr(v)}" for k, v in row.items()) + "/>\n" for row in rows)
    return text[:text.index("<csv")] + records + text[text.index("</csv>") + 6:]


def pdfs(folder):
    return {name: bytes_ for name, bytes_ in holds(folder).items() if name.endswith(".pdf")}


def tables():
    """A CSV as data: the files are those of the same data as XML, however it is given."""
    for name in "xa.csv", "csv.xml", "csv.template.xml":
        shutil.copy(f"{SAMPLE}/{name}", name)
    open("as.xml", "w", encoding="utf-8").write(as_xml("xa.csv", "csv.xml"))
    template = ["-t", "csv.template.xml"]
    run("as.xml", *template, "-o", "csv-as")
    got = run("csv.xml", *template, "-o", "csv-1", "-j1")
    check(got.stderr.count("CONTROL_EQUAL") == 4, f"CSV: control totals: {got.stderr}")
    run("csv.xml", *template, "-o", "csv-2", "-j2")
    same("csv-1", "csv-2", "CSV, -j2")
    check(pdfs("csv-1") == pdfs("csv-as") and len(pdfs("csv-1")) == 102, "CSV: not the files of the same data as XML")
    os.makedirs("elsewhere", exist_ok=True)
    shutil.move("xa.csv", "elsewhere/bang.csv")
    run("elsewhere/bang.csv", "--map", "csv.xml", *template, "-o", "csv-3")
    check(pdfs("csv-3") == pdfs("csv-1"), "CSV: --map makes other files")
    shutil.move("elsewhere/bang.csv", "xa.csv")
    for name, more in ("where", ["--where", "@loai = 'phường'", "--sort", "@nhan"]), ("group", ["--group-by", "@loai", "-n", "{@loai}-{count($record)}"]):
        run("csv.xml", *template, "-o", f"csv-{name}", *more, status=0)
        run("as.xml", *template, "-o", f"as-{name}", *more, status=0)
        check(pdfs(f"csv-{name}") == pdfs(f"as-{name}") and pdfs(f"csv-{name}"), f"CSV: other files with {more}")
    single = subprocess.run([VANBAN, "render", "csv.xml", *template, "--record", "17", "-q", "-o", "csv-17.pdf"])
    check(single.returncode == 0 and open("csv-17.pdf", "rb").read() == list(pdfs("csv-1").values())[16], "CSV: render makes another file")
    before = pdfs("csv-1")
    rows = open("xa.csv", encoding="utf-8", newline="").read().split("\r\n")
    for i in 3, 40, 41, 100: # its last figure
        head, figure = rows[i].rsplit(";", 1)
        rows[i] = f"{head};{int(figure.replace('.', '')) - 1}"
    open("xa.csv", "w", encoding="utf-8", newline="").write("\r\n".join(rows))
    got = run("csv.xml", *template, "-o", "csv-1", "--changed", status=1)  # the total is wrong now
    changed = [name for name, bytes_ in pdfs("csv-1").items() if bytes_ != before[name]]
    check("4 made, 98 as they were" in got.stdout and [int(name[:3]) for name in changed] == [3, 40, 41, 100], f"CSV: changed: {got.stdout} {changed}")
    # The document's rows as a whole; what is common as a CSV too.
    open("common.csv", "w", encoding="utf-8").write("Tên;Giá trị\nKhu vực;\"Sông, \"\"Hồ\"\" & <núi>\"\nĐơn vị;2\n")
    open("common.xml", "w", encoding="utf-8").write(open("csv.xml", encoding="utf-8").read().replace("<csv ", '<csv file="common.csv" each="muc"/>\n<csv ', 1))
    open("common-template.xml", "w", encoding="utf-8").write(open("csv.template.xml", encoding="utf-8").read().replace(
        "<needs>", '<needs><need path="data/muc" label="Mục" kind="element"/><need path="data/muc/ten" label="Tên"/><need path="data/muc/gia-tri" label="Giá trị"/>', 1).replace(
        "như sau:</p>", "như sau: {data/muc[1]/gia-tri} ({count($document/data/muc)}).</p>", 1))
    run("common.xml", "-t", "common-template.xml", "-o", "csv-common", status=1)  # the total is of others
    subprocess.run([VANBAN, "render", "common.xml", "-t", "common-template.xml", "--record", "2", "-q", "-o", "common-2.pdf"], check=True)
    check(open("common-2.pdf", "rb").read() == list(pdfs("csv-common").values())[1] and 'Sông, "Hồ" & <núi> (2).' in text_of("common-2.pdf").replace("\n", " "), "CSV: common data")
    golden("csv-map", "xa.csv", *template, "-o", "forbidden", status=2)
    golden("csv-map-none", "xa.csv", "--map", "as.xml", *template, "-o", "forbidden", status=2)
    golden("csv-none", "no-such.csv", "--map", "csv.xml", *template, "-o", "forbidden", status=2)
    rows[4] += ";1"
    rows[6] = rows[6].replace(";", ";x", 5)
    open("xa.csv", "w", encoding="utf-8", newline="").write("\r\n".join(rows[:8]) + '\r\n"xa;1')
    golden("csv-cells", "csv.xml", *template, "-o", "forbidden", status=2)
    golden("csv-partial", "csv.xml", *template, "-o", "csv-partial", "--partial", "-q", status=1)
    check([m["record"] for m in lines("csv-partial") if m["status"] != "made"] == [5] and len(lines("csv-partial")) == 6, "CSV: partial")


def faults():
    golden("crash", "in", "-o", "faults", "-q", status=1, env={"VANBAN_TEST_CRASH": "4"})
    check([m["record"] for m in lines("faults") if m["status"] != "made"] == [4], "a crash costs more than its record")
    golden("hang", "in", "-o", "faults", "-q", "--time-limit", "1", status=1, env={"VANBAN_TEST_HANG": "5"})
    check("BATCH_STRAY" not in run("in", "-o", "faults", status=1, env={"VANBAN_TEST_CRASH": "3"}).stderr, "a record whose worker died is no stray")
    run("in", "-o", "faults-listed", "-q", "--list", "faults.pdf", status=1, env={"VANBAN_TEST_CRASH": "4"})
    check("-004.xml:" in text_of("faults.pdf").replace("\n", ""), "the list lacks the record whose worker died")
    run("in", "-o", "faults", "--resume")
    same("one", "faults", "after faults")
    documents("warned", 3, closing="")
    golden("also", "warned", "-o", "warned-out", status=0)
    open("a-file", "w").close()
    golden("folder", "in", "-o", "a-file/below", status=74)
    golden("folder-none", "in", "-o", "a-file", status=74)
    run("in", status=64)
    os.makedirs("empty", exist_ok=True)
    run("empty", "-o", "no", status=64)
    limit = lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN), resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000)))
    golden("full", "in", "-o", "full", "-j1", "-q", status=74, preexec_fn=limit)
    check(not any(name.endswith(".pdf") for name in os.listdir("full")), "a file that did not fit is there")
    run("in", "-o", "full", "--resume")
    same("one", "full", "after a full disk")


def a_disk_that_fills():
    """A real one, where mounting is allowed."""
    os.makedirs("disk", exist_ok=True)
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=220k", "tmpfs", "disk"], stderr=subprocess.DEVNULL).returncode:
        return "not tried"
    try:
        got = run("in", "-o", "disk/out", "-j2", "-q", status=74)
        check("BATCH_FULL" in got.stderr, f"a full disk: {got.stderr}")
        check(not [n for n in os.listdir("disk/out") if not n.endswith((".pdf", ".log", ".journal"))], f"left on a full disk: {os.listdir('disk/out')}")
        subprocess.run(["mount", "-o", "remount,size=8m", "disk"], check=True)
        run("in", "-o", "disk/out", "-j2", "--resume")
        same("one", "disk/out", "after a full disk")
    finally:
        subprocess.run(["umount", "disk"], check=True)
    return "filled"


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        equal_for_all_workers(12)
        shards_make_the_whole()
        foreign_manifests()
        at_once()
        killed(KILLS, 8)
        interrupted()
        stopped()
        changed(12)
        one_place(12)
        province()
        terminal = bar()
        groups()
        pictures()
        tables()
        faults()
        disk = a_disk_that_fills()
        os.chdir("/")
    if not failed:
        print(f"batch: 12 documents the same for 1, 2, 5 workers, 3 shards, {KILLS} kills, crash, hang, full disk; 102 records, groups (a disk: {disk}; a terminal: {terminal})")
    sys.exit(failed != 0)


main()
