"""analyze.py OUT [TOOL...] - gcc -fanalyzer, cppcheck and clang-tidy over src/, and nothing to be said. What a tool takes
for a fault that is none stands in tests/analyze.txt with the reason, one a line:

    TOOL CHECK FILE | a piece of the line it points at | why it is none

One that no tool says any more is a fault of that file. OUT holds what the tools keep of an earlier run."""
import os
import re
import shlex
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parent.parent
os.chdir(ROOT)
OUT = Path(sys.argv[1])
PACKAGES = "libxml-2.0 libutf8proc harfbuzz harfbuzz-subset fontconfig libpng libjpeg".split()
FLAGS = subprocess.run(["pkg-config", "--cflags", *PACKAGES], capture_output=True, text=True, check=True).stdout.split()
FLAGS += shlex.split("-std=c11 -D_GNU_SOURCE -O1 -Iinclude -Isrc -Wall -Wextra -Wno-missing-field-initializers")
SOURCES = sorted(map(str, Path("src").rglob("*.c")))
CORES = os.cpu_count() or 1
FINDING = re.compile(rf"^(?:{re.escape(str(ROOT.resolve()))}/)?((?:src|include)/\S+?):(\d+):\d+: (?:warning|error): (.*) \[-?(?:W|)([\w.,-]+?)(?:=|\]|,-)", re.M)
UNPLACED = re.compile(r"^cc1: warning: (.*) \[-W([\w-]+)\]", re.M)  # gcc sometimes knows no line


def run(command):
    return subprocess.run(command, capture_output=True, text=True, check=False)


def gcc(source):
    return source, run(["gcc", *FLAGS, "-fanalyzer", "-fdiagnostics-plain-output", "-S", "-o", "/dev/null", source]).stderr


def tidy(source, checks="-clang-analyzer-*"):
    r = run(["clang-tidy", "--quiet", f"--checks={checks}", source, "--", *FLAGS])
    return source, r.stdout + "".join(line for line in r.stderr.splitlines(True) if ": error:" in line)


def deep(source):
    return tidy(source, "-bugprone-*,-cert-*")


def cppcheck(_):
    (OUT / "cppcheck").mkdir(parents=True, exist_ok=True)
    r = run(["cppcheck", "-q", f"-j{CORES}", f"--cppcheck-build-dir={OUT}/cppcheck", "--std=c11", "--enable=warning,performance,portability", "-D_GNU_SOURCE", "-DHPDF_MAJOR_VERSION=2",
             "-DHPDF_MINOR_VERSION=3", "-Iinclude", "-Isrc", "--library=tests/analyze.cfg", "--template={file}:{line}:{column}: warning: {message} [{id}]", "--template-location=", "src"])
    return "src", r.stdout + r.stderr


TOOLS = {"gcc": (gcc, SOURCES), "cppcheck": (cppcheck, ["src"]), "clang-tidy": (tidy, SOURCES), "clang-analyzer": (deep, SOURCES)}


def known():
    rows = []
    for line in Path("tests/analyze.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            head, piece, why = (part.strip() for part in line.split(" | "))
            assert why, f"no reason: {line}"
            rows.append((*head.split(), piece))  # a piece "-": the tool names no line
    return rows


def findings(tool):
    function, what = TOOLS[tool]
    with ThreadPoolExecutor(CORES) as pool:
        found = set()
        for source, text in pool.map(function, what):
            for file, line, message, check in FINDING.findall(text):
                found.add((file, int(line), check, message))
            for message, check in UNPLACED.findall(text):
                found.add((source, 0, check, message))
    return sorted(found)


failed = 0
rows, used = known(), set()
tools = sys.argv[2:] or ["gcc", "cppcheck", "clang-tidy"]  # clang-analyzer: ten minutes of two cores
for tool in tools:
    start = time.monotonic()
    all_found = findings(tool)
    for file, line, check, message in all_found:
        text = Path(file).read_text(encoding="utf-8").splitlines()[line - 1] if line else ""
        match = next((r for r in rows if r[:3] == (tool, check, file) and (r[3] in text if line else r[3] == "-")), None)
        used.add(match)
        if not match:
            print(f"{file}:{line}: {message} [{tool} {check}]\n    {text.strip()}")
            failed = 1
    print(f"analyze: {tool}: {len(SOURCES)} files, {len(all_found)} known with a reason, {time.monotonic() - start:.0f} s" if not failed else f"analyze: {tool}")
for row in rows:
    if row[0] in tools and row not in used:
        print(f"tests/analyze.txt: no longer said: {' '.join(row)}")
        failed = 1
sys.exit(failed)
