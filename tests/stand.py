#!/usr/bin/python3
"""stand.py STAND VANBAN [--update] - signatures at a height that was asked for, on real documents.

Every sample, in one file and in files of their own, for paper too, and documents made for what the samples have not: the
signatures stand at the lowest height that they can take, and half way there. As many pages; all marks are where they were
but those of the page's text from the block on, and these, with all fields among them, went down by exactly the difference;
nothing of them reaches below the text area or into notes and feet. Where they can stand, and one page as it
was moved, are golden (tests/golden/stand.txt), as is what is said where they cannot (tests/golden/bad/same-place)."""
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

STAND, VANBAN = (Path(path).resolve() for path in sys.argv[1:3])
UPDATE = "--update" in sys.argv
GOLDEN = Path("tests/golden")
MARK = re.compile(r"^  (-?\d+\.\d) (-?\d+\.\d) (.*)$")
FIELD = re.compile(r"w[\d.]+ h[\d.]+ field ")
NOTE_ROOM = 1.0                  # millimetres: of the rule above notes, what is said of the bottom is rounded
failed = []

DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<document type="{type}">
  <issuer><superior>Ủy ban nhân dân tỉnh Sông Lam</superior><name>Sở Nội vụ</name></issuer>
  <code number="12" notation="{notation}"/>
  <promulgation place="Sông Lam" date="2026-04-05"/>
  <subject>Kết quả công tác quý I</subject>
  <body>
{body}
  </body>
  <signatures>{signers}</signatures>
  <recipients>{recipients}<archive>VT, VP</archive></recipients>
  {more}
</document>
"""
LINE = "<p>Sở Nội vụ báo cáo Ủy ban nhân dân tỉnh kết quả công tác quý I năm 2026 và phương hướng quý II năm 2026 như sau.{}</p>"
NOTE = '<fn><p>Số liệu đến ngày 31 tháng 3 năm 2026, gồm cả các đơn vị chuyển về sau ngày 01 tháng 7 năm 2025 theo quyết định của Ủy ban nhân dân tỉnh.</p></fn>'
SIGNER = "<signature><competence>KT. Giám đốc</competence><position>Phó Giám đốc</position><name>Nguyễn Văn {}</name></signature>"
NAMES = "An Bình Chi Dũng Em".split()
CONTACT = '<typer notation="QG" copies="70"/><contact><line>Số 12 phố Thử Nghiệm, tỉnh Sông Lam</line><line>ĐT: 0200.000.0000</line></contact>'


def need(what, message):
    if not what:
        failed.append(message)


def made(lines, notes=(), signers=1, recipients=3, kind="bao-cao", notation="BC-SNV", more=""):
    body = "\n".join(LINE.format(NOTE if i in notes else "") for i in range(lines))
    return DOCUMENT.format(type=kind, notation=notation, body=body, more=more, signers="".join(map(SIGNER.format, NAMES[:signers])),
                           recipients="".join(f"<place>Đơn vị thứ {i + 1}</place>" for i in range(recipients)))


MADE = {
    "long": made(160, notes=range(0, 160, 9)),
    "long-recipients": made(8, recipients=14),
    "note-beside": made(12, notes=(2, 11)),
    "note-on-the-last-page": made(24, notes=(3, 23)),
    "page-full": made(13),
    "alone-with-two-lines": made(14),
    "three-signers": made(6, signers=3),
    "four-signers": made(6, signers=4),
    "five-signers": made(17, signers=5),
    "foot": made(4, kind="cong-van", notation="SNV-VP", more=CONTACT),
    "foot-and-note": made(4, notes=(1,), kind="cong-van", notation="SNV-VP", more=CONTACT),
    "foot-not-on-the-last-page": made(24, kind="cong-van", notation="SNV-VP", more=CONTACT),
}


def template_of(data):
    for own in (data.with_suffix(".template.xml"), data.with_name("template.xml")):
        if own.exists() and (own.stem != "template" or data.name == "data.xml"):
            return ["-t", own]
    return []


def rows_of(path):
    """Number of the page, from 1, and words of each line of a dump."""
    page, rows = 0, []
    for line in path.read_text(encoding="utf-8").splitlines():
        page += line.startswith("page ")
        rows.append((page, line))
    return rows


def size_of(words):
    found = re.match(r"w[\d.]+ ([\d.]+) ", words)
    return float(found[1]) * 25.4 / 72 if found else 0


def check_marks(what, before, after, page, down):
    """The lines that went down, as they were and as they are."""
    moved, below, text_end, first = [], [], 297, None
    need(len(before) == len(after), f"{what}: other marks")
    for (at, was), (_, now) in zip(before, after):
        area = re.search(r", text (\S+) (\S+) w(\S+) h(\S+)$", was) if was.startswith("section ") and at < page else None
        text_end = float(area[2]) + float(area[4]) if area else text_end
        a, b = MARK.match(was), MARK.match(now)
        if was == now:
            if a and at == page and first is not None and float(a[2]) > first and not FIELD.match(a[3]):
                below.append(float(a[2]) - size_of(a[3]))
            continue
        if not (a and b and at == page and a[1] == b[1] and a[3] == b[3] and abs(float(b[2]) - float(a[2]) - down) < 0.11):
            need(False, f"{what}: {was!r} became {now!r}")
            continue
        first = float(a[2]) if first is None else first
        moved.append((was, now, float(b[2])))
    lowest = max((y for _, words, y in moved if " field " not in words), default=0)
    need(not down or moved, f"{what}: nothing went down")
    need(lowest <= text_end + 0.1, f"{what}: down to {lowest} mm, the text area ends at {text_end}")
    need(not below or lowest <= min(below) + NOTE_ROOM, f"{what}: down to {lowest} mm, what stays begins at {min(below, default=0)}")
    return moved


def fields_of(path):
    rows = [line.split() for line in path.read_text(encoding="utf-8").splitlines()]
    stand = [float(x) for x in rows.pop(0)[1:]] if rows and rows[0][0] == "stand" else None
    return stand, [(tuple(r[:4]), *map(float, r[4:])) for r in rows]


def check_fields(what, before, after, stand, down):
    """Signatures went down together, what else is on other pages or above stays; nothing but y changes."""
    for was, now in zip(before, after):
        page = was[0][2] == "0" and int(was[0][3]) == stand[0]
        moves = abs(now[2] - was[2] - down) < 2e-6
        need(was[0] == now[0] and was[1] == now[1] and was[3:] == now[3:], f"{what}: {was} became {now}")
        need(moves if page and was[0][0] in ("signature", "seal") else moves or now[2] == was[2], f"{what}: {was} became {now}, not {down} mm lower")
        need(page or now == was, f"{what}: {was} on another page became {now}")
    first = next(f for f in after if f[0][0] == "signature" and f[0][2] == "0" and int(f[0][3]) == stand[0])
    need(abs(first[2] - stand[1] - down) < 2e-6, f"{what}: the first signature is at {first[2]} mm")


def check(job):
    what, data, options, folder = job
    out = folder / re.sub(r"\W", "-", what)
    ran = subprocess.run([STAND, ".", out, *options, *template_of(data), data], capture_output=True, text=True, check=False)
    need(ran.returncode == 0 and "SAME_PLACE" not in ran.stderr, f"{what}: {ran.stderr}")
    if ran.returncode:
        return f"{what}: refused", []
    stand, before = fields_of(out.with_name(out.name + ".0.fields"))
    pages = [rows_of(out.with_name(f"{out.name}.{i}.page")) for i in range(3 if stand else 1)]
    if not stand:
        need(not any(f[0][0] == "signature" and f[0][2] == "0" for f in before) or "copies" in str(data), f"{what}: signatures that cannot be moved")
        return f"{what}: none", []
    moved = []
    for i, height in enumerate((stand[2], (stand[1] + stand[2]) / 2), 1):
        own, after = fields_of(out.with_name(f"{out.name}.{i}.fields"))
        need(own[0] == stand[0] and abs(own[1] - height) < 2e-4 and own[2] == stand[2], f"{what}: asked for {height}, told {own}")
        check_fields(what, before, after, stand, own[1] - stand[1])
        # fields of files of their own are counted by file, lines of a dump by page of all: the main file comes first
        rows = check_marks(f"{what} at {height:.1f}", pages[0], pages[i], int(stand[0]), own[1] - stand[1])
        moved = moved or rows
    return f"{what}: page {stand[0]:.0f}, {stand[1]:.1f} to {stand[2]:.1f} mm", moved


def golden(path, text):
    if UPDATE:
        path.write_text(text, encoding="utf-8")
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        failed.append(f"{path} differs:\n{text}")


def check_said(folder):
    """Too high, too low, nobody signs: warned of in both languages, and the pages are as they were."""
    data, unsigned = folder / "signed.xml", folder / "unsigned.xml"
    data.write_text(made(6), encoding="utf-8")
    unsigned.write_text(re.sub("<signatures>.*</signatures>", "", made(6)), encoding="utf-8")
    for lang in ("vi", "en"):
        said = ""
        for what, heights in ((data, (100, 290)), (unsigned, (100,))):
            ran = subprocess.run([STAND, ".", folder / "said", f"--lang={lang}", *(f"--at={mm}" for mm in heights), what], capture_output=True, text=True, check=False)
            as_is = (folder / "said.0.page").read_bytes(), (folder / "said.0.pdf").read_bytes()
            for i, mm in enumerate(heights, 1):
                need(((folder / f"said.{i}.page").read_bytes(), (folder / f"said.{i}.pdf").read_bytes()) == as_is, f"{what.name} at {mm} mm: moved all the same")
            said += f"exit {ran.returncode}\n" + re.sub(r"\./templates/nd30.xml:\d+:", "templates/nd30.xml:", ran.stderr.replace(f"{folder}/", "HERE/"))
        golden(GOLDEN / "bad" / f"same-place.{lang}", said)


def check_as_rendered(folder):
    """What the program writes is what is written before anything is moved."""
    data = folder / "plain.xml"
    data.write_text(MADE["three-signers"], encoding="utf-8")
    subprocess.run([VANBAN, "render", data, "-q", "-o", folder / "plain.pdf"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([STAND, ".", folder / "plain", data], check=True)
    need((folder / "plain.pdf").read_bytes() == (folder / "plain.0.pdf").read_bytes(), "the program writes another PDF")


def main():
    samples = [path for pattern in ("samples/types/*.xml", "samples/*-*/data.xml", "samples/copies/*.xml", "samples/party/*.xml", "tests/layouts/*.xml")
               for path in sorted(Path().glob(pattern)) if not path.name.endswith(".template.xml") and path.stem not in ("communes", "two-documents")]
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(2) as pool:
        folder = Path(name)
        for what, text in MADE.items():
            (folder / f"{what}.xml").write_text(text, encoding="utf-8")
        jobs = [(str(path) + option, path, [option[1:]] if option else [], folder) for path in samples for option in ("", " --split", " --paper")]
        jobs += [(what, folder / f"{what}.xml", [], folder) for what in MADE]
        found = list(pool.map(check, jobs))
        check_said(folder)
        check_as_rendered(folder)
    example = dict(zip((what for what, *_ in jobs), (moved for _, moved in found)))["three-signers"]
    rows = [f"- {was[2:]}\n+ {now[2:]}" for was, now, _ in example]
    # files of their own and paper are told where it makes a difference
    lines, told = [], {}
    for line, _ in found:
        what, _, where = line.partition(": ")
        if told.setdefault(what.split()[0], where) != where or " " not in what:
            lines.append(line)
    golden(GOLDEN / "stand.txt", "\n".join([*lines, "", "three-signers, at the lowest:", *rows]) + "\n")
    need(sum(line.endswith(" mm") for line, _ in found) > 90, "hardly a document has signatures that can be moved")
    for message in failed:
        print(f"stand: {message}")
    sys.exit(bool(failed))


main()
