"""Rules A and B: the page and its number."""
import re
import unicodedata
from collections import Counter

import page_model as pm
from page_model import to_mm
from parts import most_common
from rule_base import DoesNotApply, applies, judge, need, rule, short, style_faults, within, worst


# ---- A. Page ----------------------------------------------------------------------------------

@rule("R1", "page is A4")
def r1(a, _):
    faults = []
    for page in a.pages:
        for size in filter(None, [(page.width, page.height), page.crop]):
            if not (within(min(size), 595.28, 595.28, 0.5) and within(max(size), 841.89, 841.89, 0.5)):
                faults.append((page.number, f"{size[0]:.2f} x {size[1]:.2f} pt"))
    return worst(faults, f"{len(a.pages)} pages {a.pages[0].width:.2f} x {a.pages[0].height:.2f} pt", "595.28 x 841.89 +-0.5 pt")


@rule("R2", "portrait, save for tables and annexes")
def r2(a, _):
    turned = [p for p in a.main_pages if p.width > p.height and not any(t.page is p for t in a.tables)]
    return worst([(p.number, f"page {p.number} is landscape without a table") for p in turned], "no page turned without need", "width < height")


@rule("R3", "top margin 20-25 mm")
def r3(a, _):
    tops = [(to_mm(min(x.top for x in lines)), page.number) for page, lines in text_of_pages(a)]
    low, high = min(tops), max(tops)
    bad = [t for t in tops if not within(t[0], 20, 25, pm.MARGIN_TOLERANCE)]
    return judge(not bad, f"{low[0]:.2f} to {high[0]:.2f} mm", f"20-25 +-{pm.MARGIN_TOLERANCE} mm", bad[0][1] if bad else "")


def text_of_pages(a):
    """All text of each page but the page number and what belongs into the top margin (ô 11, ô 14)."""
    in_margin = [s.line for s in a.stamps if s.kind == "circulation"]
    for page in a.pages:
        lines = [x for x in page.lines if a.role_of(x) not in ("number", "file mark", "copy mark") and not any(x is m for m in in_margin)]
        if lines:
            yield page, lines


@rule("R4", "bottom margin 20-25 mm; full pages reach it")
def r4(a, _):
    faults, gaps = [], []
    for page, lines in text_of_pages(a):
        gap = to_mm(page.height - max(x.bottom for x in lines))
        gaps.append(gap)
        if gap < 20 - pm.MARGIN_TOLERANCE:
            faults.append((page.number, f"text ends {gap:.2f} mm above the edge"))
        most = 25 + to_mm(line_pitch(a)) + allowed_shortfall(a, page)
        if page in a.main_pages[:-1] and gap > most + pm.MARGIN_TOLERANCE:
            faults.append((page.number, f"page {page.number} ends {gap:.2f} mm above the edge (at most {most:.1f})"))
    return worst(faults, f"{min(gaps):.2f} to {max(gaps):.2f} mm", ">= 20 mm; full pages <= 25 mm + one line")


def line_pitch(a):
    return most_common(round(p, 1) for p, *_ in a.pitches()) or pm.SINGLE * a.body_size


def allowed_shortfall(a, page):
    """Millimetres a page may end short because lines must stay together.

    A page is full when one more line could have stayed on it. It could not when only two lines of the
    paragraph go over; nor when the next page begins a paragraph (with the headings before it) that must
    not leave one line behind, or when the end block takes its two lines of text along: then the page
    has too little room for both.
    """
    following = [p for p in a.paragraphs if any(x.page.number > page.number for x in p.lines)]
    if not following:
        return to_mm(3 * line_pitch(a)) + next((copy_height(c) for c in a.copies if c.page.number == page.number + 1), 0)
    over = sum(x.page.number > page.number for p in following for x in p.lines)
    if a.end_page and a.end_page.number == page.number + 1 and over <= taken_along(a):
        block = a.lines_of(a.end_page, "body", "end")
        return to_mm(max(x.bottom for x in block) - min(x.top for x in block) + 0.5 * line_pitch(a))
    over = [x for x in following[0].lines if x.page.number > page.number]
    if len(over) < len(following[0].lines):
        own = 0 if len(over) > 2 else to_mm(line_pitch(a))
        return max(own, notes_called_in(a, over[0]))
    lines = 3.5  # half a line for the space between paragraphs
    for paragraph in following:
        if not paragraph.heading:
            break
        lines += len(paragraph.lines) + 0.5
    return to_mm(lines * line_pitch(a))


def copy_height(copy):
    """Of the block of a copy, which stays whole, with the rule above it."""
    return to_mm(max(x.bottom for x in copy.lines) - min(x.top for x in copy.lines)) + 10


def taken_along(a):
    """Lines of text that the end block takes with it at least: two, and no paragraph leaves or takes one alone."""
    lines = 0
    for at, paragraph in reversed(list(enumerate(a.paragraphs))):
        lines += len(paragraph.lines) if len(paragraph.lines) <= 3 else 2
        led = at and len(paragraph.lines) <= 3 and a.paragraphs[at - 1].heading  # by a heading that stays with it
        if lines >= 2 and not paragraph.heading and not led:
            break
    return lines


def notes_called_in(a, placed):
    """Millimetres that the notes called in a line take at least: they must begin on its page. Of the last note two lines
    (its first part), of the others all, and the room with the rule above them."""
    numbers = [s.text.strip() for s in placed.line.spans if placed.line.is_mark(s)]
    called = [n for n in a.notes if n.page == placed.page.number and n.number in numbers]
    if not called:
        return 0
    lines = [x for n in called[:-1] for x in n.lines] + called[-1].lines[:2]
    return to_mm(sum(1.2 * x.size for x in lines) + 10)


@rule("R5", "left margin 30-35 mm")
def r5(a, _):
    need(a.body, "body")
    edge = to_mm(a.left)
    faults = [] if within(edge, 30, 35, pm.MARGIN_TOLERANCE) else [(1, f"text begins {edge:.2f} mm from the edge")]
    for page, lines in portrait_text(a):
        out = [x for x in lines if x.x0 < a.left - pm.FLUSH_TOLERANCE]
        faults += [(page.number, f"{short(x.text, 25)}: begins at {to_mm(x.x0):.2f} mm") for x in out]
    return worst(faults, f"{edge:.2f} mm", f"30-35 +-{pm.MARGIN_TOLERANCE} mm")


def portrait_text(a):
    """Lines below the header block of portrait pages (the header may pass the margins, R7)."""
    for page, lines in text_of_pages(a):
        if page.width < page.height:
            yield page, [x for x in lines if a.role_of(x) not in ("header", "about", "stamp")]


@rule("R6", "right margin 15-20 mm")
def r6(a, _):
    need(a.body, "body")
    edge = to_mm(a.pages[0].width - a.right)
    faults = [] if within(edge, 15, 20, pm.MARGIN_TOLERANCE) else [(1, f"full lines end {edge:.2f} mm from the edge")]
    for page, lines in portrait_text(a):
        out = [x for x in lines if x.x1 > a.right + pm.FLUSH_TOLERANCE]
        faults += [(page.number, f"{short(x.text, 25)}: ends {to_mm(page.width - x.x1):.2f} mm from the edge") for x in out]
    return worst(faults, f"{edge:.2f} mm", f"15-20 +-{pm.MARGIN_TOLERANCE} mm")


@rule("R7", "header at most 10 mm beyond the margins")
def r7(a, _):
    lines = [x for x in a.lines_of(a.pages[0], "header", "about")]
    applies(lines, "no header")
    out = {x.text: max(to_mm(a.left - x.x0), to_mm(x.x1 - a.right)) for x in lines}
    worst_line = max(out, key=out.get)
    on_paper = all(x.x0 > 0 and x.x1 < a.pages[0].width for x in lines)
    return judge(out[worst_line] <= 10 and on_paper, f"{short(worst_line, 25)}: {out[worst_line]:+.1f} mm", "<= 10 mm, on the paper")


@rule("R8", "Times New Roman")
def r8(a, setting):
    accepted = r"Times ?New ?Roman|LiberationSerif|Tinos" if setting.lenient else r"Times ?New ?Roman"
    names = {s.font for p in a.pages for x in p.lines for s in x.spans if s.visible}
    other = sorted(n for n in names if not re.match(accepted, n.replace("-", "").replace(" ", "")))
    return judge(not other, ", ".join(other or sorted(names)), "Times New Roman" + (" or of its metrics" if setting.lenient else ""), "")


@rule("R9", "fonts embedded, Unicode, NFC")
def r9(a, _):
    bad = [f"{f.name} not embedded" for f in a.document.fonts if not f.embedded]
    bad += [f"{f.name} without ToUnicode" for f in a.document.fonts if not f.to_unicode]
    if a.document.raw_text != unicodedata.normalize("NFC", a.document.raw_text):
        bad.append("text is not NFC")
    if a.document.second_text is not None:
        ours, theirs = letters_of(a.document.raw_text), letters_of(a.document.second_text)
        bad += [f"a second reader sees other letters: {dict((ours - theirs) + (theirs - ours))}"] if ours != theirs else []
    return judge(not bad and a.document.fonts, "; ".join(bad) or f"{len(a.document.fonts)} fonts", "emb, uni, NFC", "")


def letters_of(text):
    return Counter(c for c in unicodedata.normalize("NFC", text) if c.isalnum())


@rule("R10", "text is black")
def r10(a, _):
    red = [s.line for s in a.stamps if s.kind != "circulation"]  # R110 judges these
    bad = [(p.number, f"{short(s.text, 20)}: #{s.color:06x}") for p in a.pages for x in p.lines for s in x.spans
           if s.visible and s.color and not any(x is r for r in red)]
    return worst(bad, "all black", "black")


@rule("R11", "no letter of the source lost")
def r11(a, setting):
    said = Counter(c for p in a.document.pages for x in p.lines for s in x.spans for c in s.text if not c.isspace())
    strange = sorted(c for c in said if c == "\ufffd" or unicodedata.category(c) in ("Co", "Cn", "Cc"))
    if strange:
        return judge(False, f"characters {strange}", "letters only", "")
    if setting.reference is None:
        raise DoesNotApply("needs --reference")
    if setting.capitals:
        said = Counter("".join(said.elements()).upper())
    lost = Counter(c for c in setting.reference if not c.isspace()) - said
    return judge(not lost, f"{len(lost)} lost {dict(lost) if lost else ''}", "every letter at least as often", "")


@rule("R12", "header sizes move together")
def r12(a, _):
    lines = [need(a.national_name, "Quốc hiệu"), need(a.motto, "Tiêu ngữ")]
    lines += [need(a.date_line, "date line")] if not a.issued and a.kind != "BIÊN BẢN" else []  # these have no date line
    sizes = [x.size for x in lines]
    ok = any(all(abs(s - w) <= pm.SIZE_TOLERANCE for s, w in zip(sizes, wanted)) for wanted in ((12, 13, 13), (13, 14, 14)))
    return judge(ok, "/".join(f"{s:.1f}" for s in sizes), "12/13/13 or 13/14/14")


@rule("R13", "one body size")
def r13(a, _):
    sizes = sorted({round(s.size, 1) for p in need(a.body, "body") for s in p.line.letters})
    ok = max(sizes) - min(sizes) <= pm.SIZE_TOLERANCE and min(abs(sizes[0] - 13), abs(sizes[0] - 14)) <= pm.SIZE_TOLERANCE
    return judge(ok, sizes, "one of 13, 14", "")


# ---- B. Page number ---------------------------------------------------------------------------

def numbers_of(a, pages):
    return [(p, x) for p in pages for x in a.lines_of(p, "number")]


def all_numbers(a):
    groups = [a.main_pages, *(x.pages for x in a.annexes)]
    applies(any(len(pages) > 1 for pages in groups), "one page" if len(a.pages) == 1 else "one page each")
    return need(numbers_of(a, a.pages), "page number")


@rule("R14", "no number on page 1")
def r14(a, _):
    found = numbers_of(a, a.pages[:1])
    return judge(not found, found[0][1].text if found else "none", "none")


def judge_numbering(a, pages, begin=2):
    faults = []
    for value, page in enumerate(pages[begin - 1:], begin):
        texts = [x.text for x in a.lines_of(page, "number")]
        if texts != [str(value)]:
            faults.append((page.number, f"page {page.number} shows {' '.join(texts) or 'none'}, not {value}"))
    return faults


@rule("R15", "pages 2... show their number")
def r15(a, _):
    applies(len(a.main_pages) > 1, "one page")
    return worst(judge_numbering(a, a.main_pages), f"2 to {len(a.main_pages)}", "2, 3, ...")


@rule("R16", "page number 13-14, upright, not bold")
def r16(a, _):
    numbers = all_numbers(a)
    faults = [(p.number, f"page {p.number}: {', '.join(f)}") for p, x in numbers if (f := style_faults(x, (13, 14), bold=False, italic=False))]
    return worst(faults, f"size {sorted({round(x.size, 1) for _, x in numbers})}", "13-14 upright, not bold")


@rule("R17", "page number centred")
def r17(a, _):
    off = {p.number: min(abs(x.centre - p.width / 2), abs(x.centre - a.area_centre)) for p, x in all_numbers(a)}
    page = max(off, key=off.get)
    return judge(to_mm(off[page]) <= pm.LOOSE_AXIS_TOLERANCE, f"{to_mm(off[page]):.2f} mm off", "+-2 mm of page or text area", page)


@rule("R18", "page number inside the top margin")
def r18(a, _):
    faults = []
    for page, number in all_numbers(a):
        top = min(x.top for x in page.lines if x is not number)
        if number.bottom > top or number.top <= 0:
            faults.append((page.number, f"page {page.number}: number ends at {to_mm(number.bottom):.2f} mm, text begins at {to_mm(top):.2f} mm"))
    return worst(faults, "above all text", "above the body")


@rule("R19", "page number 8-12 mm below the edge")
def r19(a, _):
    tops = [(to_mm(x.top), p.number) for p, x in all_numbers(a)]
    bad = [t for t in tops if not within(t[0], 8, 12)]
    return judge(not bad, f"{min(tops)[0]:.2f} to {max(tops)[0]:.2f} mm", "8-12 mm", bad[0][1] if bad else "")


@rule("R20", "annexes number their own pages")
def r20(a, _):
    faults = []
    for annex in applies(a.annexes, "no annex"):
        faults += [(p.number, f"first annex page shows {x.text}") for p, x in numbers_of(a, annex.pages[:1])]
        faults += judge_numbering(a, annex.pages)
    return worst(faults, f"{len(a.annexes)} annex(es), {sum(len(x.pages) for x in a.annexes)} page(s)", "hidden, 2, 3, ...")
