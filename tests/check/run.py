#!/usr/bin/python3
"""Right documents, each made wrong by one change: `vanban check` names the rule, at its place, and nothing else.

Usage: run.py VANBAN [RULE...]

The changes are wrong.py's. The right document has none of these findings. A finding has its measure, its page, a place in the
data or in the template. No sample breaks a rule of words or references but what EXPECTED says of the real documents. Every rule is broken here or stands in UNBREAKABLE with the reason (test_check.c breaks these on pages made by hand). Then the forms of output, and the time.

Exit status: 0 as it must be; 1 not, and it says what.
"""
import json
import re
import resource
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent))
from long_table import document as table_document
from wrong import Data, EXPECTED, Setting, UNBREAKABLE, WRONG

SAMPLES = Path(__file__).parent.parent.parent / "samples"


def source_of(sample):
    name, *options = sample.split()
    path = SAMPLES / "types" / f"{name}.xml"
    return (path if path.exists() else SAMPLES / "copies" / f"{name}.xml"), options


def check(vanban, data, options):
    done = subprocess.run([vanban, "check", str(data), *options, "--format=json", "--lang=en"], capture_output=True, text=True, check=False)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    return [t for t in told if t.get("kind") == "verdict" and t["state"] == "finding"], [t for t in told if "severity" in t], done


def make_wrong(folder, number, data, change):
    """The changed document's data and options."""
    if isinstance(change, Setting):
        return data, ["--set", change.words]
    if isinstance(change, Data):
        text = data.read_text(encoding="utf-8")
        if change.old not in text:
            raise SystemExit(f"{data}: no {change.old}")
        path = data.with_name(f".thu-{number}.xml") if "anh/" in text else Path(folder, f"{number}.xml")
        path.write_text(text.replace(change.old, change.new, 1), encoding="utf-8")
        return path, []
    kind = re.search(r'<document[^>]* type="([^"]+)"', data.read_text(encoding="utf-8")).group(1)
    own = Path(__file__).parent.parent.parent / "templates" / f"{kind}.xml"
    base = kind if own.exists() else "van-ban"
    path = Path(folder, f"{number}.template.xml")
    path.write_text(f'<template name="thu" extends="{base}" title="Thử">{change.xml}</template>', encoding="utf-8")
    return data, ["-t", str(path)]


def line_of(right, wrong):
    """Of the first letter that differs."""
    a, b = right.read_text(encoding="utf-8"), wrong.read_text(encoding="utf-8")
    first = next(i for i, (x, y) in enumerate(zip(a, b)) if x != y)
    return b[:first].count("\n") + 1


def judge(vanban, folder, number, case):
    rule, sample, change, also = case
    data, options = source_of(sample)
    before = {f["rule"] for f in check(vanban, data, options)[0]}
    wrong_data, more = make_wrong(folder, number, data, change)
    found, messages, done = check(vanban, wrong_data, options + more)
    names = {f["rule"] for f in found}
    faults = [f"the right document has {sorted(before)}"] if before else []
    if rule not in names:
        errors = [m["message"] for m in messages if m["severity"] == "error"]
        faults.append(f"is not found: {sorted(names)} {errors[:2]} {done.stderr[:200]}")
    elif also != "*" and names - {rule} != set(also.split()):
        faults.append(f"others too: {[(f['rule'], f['measured']) for f in found if f['rule'] != rule]}")
    for f in found if isinstance(change, Data) and rule[0] != "R" else []:
        if (f.get("at") or {}).get("line") != line_of(data, wrong_data):
            faults.append(f"is not where the change is: {f.get('at')}")
    for f in found:
        if f["rule"] == rule and not (f.get("measured") and f.get("page") and (f.get("at") or f.get("wanted"))):
            faults.append(f"has no place: {f}")
        if f.get("at") and Path(f["at"]["file"]).parent.name == "templates":
            faults.append(f"is in the program's template, which its user does not mend: {f['rule']} {f['at']}")
    return [f"{rule} in {sample}: {x}" for x in faults]


def judge_blank(vanban, folder):
    """What the clerk fills in by hand is no finding."""
    data, faults = SAMPLES / "types" / "bao-cao.xml", []
    for old, new in (' date="2026-06-12"', ""), ("2026-06-12", "2026-06"), ("2026-06-12", "2026"):
        path = Path(folder, "blank.xml")
        path.write_text(data.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
        found, messages, _ = check(vanban, path, [])
        faults += [f"{old} as {new!r}: {x}" for x in found + [m for m in messages if m["severity"] == "error"]]
    return faults


# ---- samples -------------------------------------------------------------------------------------

def samples(vanban, folder):
    """(name, data, options): those that come with the program, and those that it makes of each template."""
    for data in sorted(SAMPLES.glob("*-*/data.xml")):
        template = data.with_name("template.xml")
        yield data.parent.name, data, ["-t", str(template)] if template.exists() else []
    for data in sorted(SAMPLES.glob("types/*.xml")) + sorted(SAMPLES.glob("party/*.xml")) + sorted(SAMPLES.glob("copies/*.xml")):
        yield data.stem, data, []
    yield "local", SAMPLES / "local" / "bao-cao.xml", ["-t", str(SAMPLES / "local" / "mau-bao-cao.xml")]
    yield "batch", SAMPLES / "batch" / "data.xml", ["-t", str(SAMPLES / "batch" / "template.xml"), "--record", "1"]
    for template in sorted((SAMPLES.parent / "templates").glob("*.xml")):
        made = Path(folder, f"made-{template.stem}.xml")
        done = subprocess.run([vanban, "sample", template.stem, "--length", "long", "-o", str(made), "-q"], capture_output=True, check=False)
        if done.returncode == 0:
            yield made.stem, made, []


def judge_words(vanban, sample):
    name, data, options = sample
    found = {f["rule"]: f["measured"] for f in check(vanban, data, options)[0] if f["rule"][0] != "R"}
    wanted = EXPECTED.get(name, {})
    return [f"{name}: {rule}: {found[rule]}" for rule in found if rule not in wanted] + [f"{name}: {rule} is not found" for rule in wanted if rule not in found]


# ---- output and time ---------------------------------------------------------------------------

REPORT = SAMPLES / "bac-giang-bao-cao-2020-02"  # 12 pages
LONG = [str(REPORT / "data.xml"), "-t", str(REPORT / "template.xml")]


def said(vanban, *arguments):
    done = subprocess.run([vanban, "check", *arguments], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def names_of(vanban):
    return [json.loads(line)["rule"] for line in said(vanban, "--rules", "--format=json")[1].splitlines()]


def judge_forms(vanban):
    """The same verdicts as text, JSON and SARIF; the exit status; nothing is passed over."""
    good = str(SAMPLES / "types" / "cong-van.xml")
    faults = []
    status, text = said(vanban, good)
    if status != 0 or " phát hiện, " not in text or "không xét được (R119: " not in text:
        faults.append(f"a right document: {status} {text[-200:]}")
    status, text = said(vanban, good, "--all", "--lang=en")
    if {f"[{name}]" for name in names_of(vanban)} - set(re.findall(r"\[[A-Z]\d+\]", text)):
        faults.append("--all passes over rules")
    status, text = said(vanban, *LONG, "--lang=en")
    if status != 1 or len(re.findall(r": finding: ", text)) != 3 or "page 1" not in text:
        faults.append(f"the real report: {status} {text[-400:]}")
    done = subprocess.run([vanban, "check", "-"], input=Path(good).read_text(encoding="utf-8"), capture_output=True, text=True, check=False)
    if done.returncode != 0 or "[NOT_MEASURED]" not in done.stdout:
        faults.append(f"standard input: {done.returncode} {done.stdout}")
    status, text = said(vanban, str(SAMPLES.parent / "templates" / "bao-cao.xml"))
    if status != 0 or "[NOT_MEASURED]" not in text:
        faults.append(f"a template without faults: {status} {text}")
    status, text = said(vanban, *LONG, "--data-only", "-q")
    if status != 0 or text:
        faults.append(f"--data-only: {status} {text}")
    return faults + judge_sarif(vanban)


EACH = """<template name="theo-xa" extends="bao-cao" each="data/xa">
  <needs><need path="data/xa" label="Xã" kind="element"/></needs>
</template>"""


def judge_records(vanban, folder):
    """What is wrong in each record is told once, and where it was first; --quiet hides nothing that makes the exit status."""
    text = Path(SAMPLES / "types" / "bao-cao.xml").read_text(encoding="utf-8")
    data, template = Path(folder, "records.xml"), Path(folder, "records.template.xml")
    rows = "".join("<xa/>" for _ in range(3))
    data.write_text(text.replace("</document>", f"<appendix><title>Số liệu</title><p>Ba xã.</p></appendix><data>{rows}</data></document>"), encoding="utf-8")
    template.write_text(EACH, encoding="utf-8")
    status, text = said(vanban, str(data), "-t", str(template), "--lang=en")
    wanted = ["record 1, page ", "records.xml, record 3: rules: ", "2 more findings are the same as above, in other records"]
    good = status == 1 and text.count("[R107]") == 1 and all(w in text for w in wanted) and text.count("[R8]") <= 1
    faults = [] if good else [f"records: {status} {text}"]
    numbers = Path(folder, "numbers.xml")
    numbers.write_text(data.read_text(encoding="utf-8").replace("<xa/>", '<xa so="1 2"/>'), encoding="utf-8")
    template.write_text(EACH.replace("</needs>", '<need path="data/xa/@so" label="Số" kind="number"/></needs><slot name="mo-dau"><p style="noi-dung">{vb:number($record/@so, 0)}</p></slot>'), encoding="utf-8")
    status, text = said(vanban, str(numbers), "-t", str(template), "--lang=en")
    if status != 1 or text.count("error: ") != 3 or text.count("[NUMBER_NONE]") != 3:
        faults.append(f"what one record has wrong: {text}")
    unsigned = Path(folder, "unsigned.xml")
    unsigned.write_text(re.sub("<signatures>.*</signatures>", "", data.read_text(encoding="utf-8"), flags=re.S), encoding="utf-8")
    status, text = said(vanban, str(unsigned), "-q")
    return faults + ([] if status == 1 and "[SIGNER_NONE]" in text else [f"--quiet: {status} {text}"])


def judge_english(vanban, folder):
    """A translation has the same format; of its words no rule about Vietnamese is asked."""
    faults = []
    for data in sorted(SAMPLES.glob("types/*.xml")):
        path = Path(folder, data.name)
        path.write_text(re.sub("<document ", '<document lang="en" ', data.read_text(encoding="utf-8"), count=1), encoding="utf-8")
        status, text = said(vanban, str(path), "-q", "--lang=en")
        if ": finding: " in text:
            faults.append(f"{data.stem} in English: {text[:400]}")
    return faults


def judge_sarif(vanban):
    status, text = said(vanban, *LONG, "--format=sarif", "--all")
    log = json.loads(text)
    results, rules = log["runs"][0]["results"], log["runs"][0]["tool"]["driver"]["rules"]
    failed = [r for r in results if r["kind"] == "fail" and r["level"] == "error"]
    good = log["version"] == "2.1.0" and status == 1 and len(rules) == len(names_of(vanban)) and {r["ruleId"] for r in failed} == {"R81", "R91", "R107"}
    good = good and all(r["locations"][0]["physicalLocation"]["region"]["startLine"] > 0 and r["message"]["text"] for r in failed)
    good = good and {r["kind"] for r in results} >= {"fail", "pass", "notApplicable", "open"}
    good = good and all(r["level"] == "none" or r["kind"] == "fail" for r in results)
    return [] if good else [f"SARIF: {[(r['ruleId'], r['level']) for r in failed]}"]


def seconds(command):
    """Of the processor."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


SENTENCE = ("Thực hiện kế hoạch của Ủy ban nhân dân tỉnh về công tác cải cách hành chính, các cơ quan, đơn vị đã triển khai nhiều "
            "nhiệm vụ và giải pháp trong kỳ, bảo đảm tiến độ theo yêu cầu đề ra. ")
FAULTY = "Thực hiện kế hoạch , các đơn vị đã triển khai ( nhiều nhiệm vụ; bảo đảm tiến độ lần thứ %d."  # two findings


def long_document(paragraphs, between):
    """Of plain text; in one line, or each paragraph in its own."""
    text = Path(SAMPLES / "types" / "bao-cao.xml").read_text(encoding="utf-8")
    body = between.join(f"<p>{p}</p>" for p in paragraphs)
    return re.sub(r"<body>.*</body>", lambda _: f"<body>{body}</body>", text.replace("\n", between), flags=re.S)


def long_documents(folder):
    """Name, arguments and how many turns: what is linear in something small is not seen in a sample."""
    yield "12 pages", LONG, 15
    documents = {"8,000 rows": table_document(8000), "1,000 pages": long_document([f"{i}. " + SENTENCE * 3 for i in range(5500)], "\n")}
    for name, between in (("5,100 findings", "\n"), ("5,100 findings in one line", " ")):
        documents[name] = long_document([FAULTY % i for i in range(2550)], between)
    for name, text in documents.items():
        path = Path(folder, name.replace(" ", "-") + ".xml")
        path.write_text(text, encoding="utf-8")
        yield name, [str(path)], 2


MOST_TIMES, ROUNDS = 2, 3  # of the time of rendering; more rounds where other work on the machine spoilt one


def judge_time(vanban, folder):
    """The best of several runs, by turns: both see the same load of the machine. With sanitizers or counters only the first."""
    program = Path(vanban).read_bytes()
    plain = b"__asan_init" not in program and b"__gcov_" not in program
    times = {}
    for name, words, n in list(long_documents(folder))[:None if plain else 1]:
        turns = []
        while not turns or times[name] >= MOST_TIMES and len(turns) < n * ROUNDS:
            turns += [(seconds([vanban, "check", *words]), seconds([vanban, "render", *words, "-o", str(Path(folder, "x.pdf"))])) for _ in range(n)]
            times[name] = min(c for c, _ in turns) / min(r for _, r in turns)
    return times, [f"{name} checked in {t:.2f} of the time of rendering" for name, t in times.items() if t >= MOST_TIMES]


def main():
    vanban, only = str(Path(sys.argv[1]).resolve()), sys.argv[2:]
    cases = [c for c in WRONG if not only or c[0] in only]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        faults = sum(pool.map(lambda n: judge(vanban, folder, n, cases[n]), range(len(cases))), [])
        right = [] if only else list(samples(vanban, folder))
        faults += sum(pool.map(lambda s: judge_words(vanban, s), right), [])
        times, slow = judge_time(vanban, folder)
        blank = judge_blank(vanban, folder) + judge_records(vanban, folder) + judge_english(vanban, folder)
    faults += slow + blank + judge_forms(vanban)
    if not only:
        known = {c[0] for c in WRONG} | set(UNBREAKABLE)
        faults += [f"{name}: no row of tests/check/wrong.py breaks it (WRONG), none says why that cannot be (UNBREAKABLE)" for name in names_of(vanban) if name not in known]
    for fault in faults:
        print("FAIL check: " + fault, file=sys.stderr)
    print(f"check: {len(cases)} wrong documents, {len({c[0] for c in cases})} rules; {len(UNBREAKABLE)} that own pages cannot break; {len(right)} right ones; "
          "of the time of rendering: " + ", ".join(f"{name} {t:.2f}" for name, t in times.items()))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
