"""Rules G: the text."""
import re

import page_model as pm
from page_model import to_mm
from parts import Paragraph, SECTION, most_common
from rule_base import applies, judge, judge_style, need, rule, short, style_faults, within, worst
from rules_page import line_pitch


# ---- G. Căn cứ --------------------------------------------------------------------------------

BASIS = re.compile(r"(Căn cứ|Theo đề nghị|Xét) ")


def bases(a):
    """The paragraphs at the head of the text that give its grounds."""
    found = []
    for paragraph in need(a.paragraphs, "body"):
        if not BASIS.match(paragraph.text) or paragraph.text[-1] == ":":
            break
        found.append(paragraph)
    # a single one may be a sentence of the text: it is a basis where it looks so, or enacting words follow
    enacted = any(h.text.endswith(":") and h.lines[0].line.upper for h in a.headings)
    single = found and (enacted or any(s.italic for s in found[0].letters))
    return applies(found if len(found) > 1 or single else [], "no legal bases")


@rule("R63", "legal bases' style")
def r63(a, _):
    lines = [p.line for x in bases(a) for p in x.lines]
    return judge_style(lines, 1, "13-14 italic, not bold", sizes=(13, 14), bold=False, italic=True)


@rule("R64", "each basis a paragraph, ; and .")
def r64(a, _):
    found = bases(a)
    faults = [(p.page, f"{short(p.text, 25)}: ends with {p.text[-1]}") for p in found if p.text[-1] != ("." if p is found[-1] else ";")]
    faults += [(p.page, f"{short(p.text, 25)}: two in one") for p in found if re.search(r"; (Căn cứ|Theo đề nghị)", p.text)]
    return worst(faults, f"{len(found)} bases", "; ... the last .")


@rule("R65", "bases with the text's indent")
def r65(a, _):
    found = bases(a)
    others = [round(p.lines[0].line.x0, 1) for p in a.paragraphs if not any(p is b for b in found)]
    usual = most_common(others) or a.left + a.indent
    off = max((to_mm(p.lines[0].line.x0 - usual) for p in found), key=abs)
    return judge(abs(off) <= pm.INDENT_TOLERANCE, f"{off:+.2f} mm", f"+-{pm.INDENT_TOLERANCE} mm")


# ---- G. Body ----------------------------------------------------------------------------------

@rule("R66", "body 13-14, upright")
def r66(a, _):
    faults = []
    for paragraph in need(a.paragraphs, "body"):
        letters = [s for p in paragraph.lines for s in p.line.letters]
        if any(not within(s.size, 13, 14, pm.SIZE_TOLERANCE) for s in letters):
            faults.append((paragraph.page, f"{short(paragraph.text, 25)}: size {sorted({round(s.size, 1) for s in letters})}"))
        italic = sum(len(s.text) for s in letters if s.italic)
        # words set in italics for emphasis are the author's; căn cứ are italic by R63
        if italic > sum(len(s.text) for s in letters) / 2 and not BASIS.match(paragraph.text):
            faults.append((paragraph.page, f"{short(paragraph.text, 25)}: italic"))
    return worst(faults, f"{len(a.paragraphs)} paragraphs", "13-14 upright")


@rule("R67", "body justified")
def r67(a, _):
    faults, seen, off = [], 0, 0
    for paragraph, this, after in a.going_on():
        if paragraph.bold:  # headings
            continue
        seen += 1
        gaps = [this.line.x1 - a.right, after.line.x0 - a.left]
        off = max([off, *gaps], key=abs)
        if max(map(abs, gaps)) > pm.FLUSH_TOLERANCE:
            faults.append((this.page.number, f"{short(this.line.text, 25)}: {gaps[0]:+.1f} pt"))
    need(seen, "line that goes on")
    return worst(faults, f"{seen} lines, at most {off:+.2f} pt off", f"+-{pm.FLUSH_TOLERANCE} pt")


@rule("R68", "first-line indent")
def r68(a, _):
    indents = [(to_mm(p.lines[0].line.x0 - a.left), p) for p in need(a.paragraphs, "body") if not p.section]
    applies(indents, "no paragraphs")
    usual = most_common(round(i, 1) for i, _ in indents)
    faults = [(p.page, f"{short(p.text, 25)}: {i:.2f} mm") for i, p in indents if abs(i - usual) > pm.INDENT_TOLERANCE]
    if not any(within(usual, w, w, pm.INDENT_TOLERANCE) for w in (10.0, 12.7)):
        faults.insert(0, (1, f"indent {usual:.2f} mm"))
    return worst(faults, f"{usual:.2f} mm, {len(indents)} paragraphs", "10.0 or 12.7 +-0.3 mm, all alike")


@rule("R69", "space between paragraphs >= 6 pt")
def r69(a, _):
    pitch = line_pitch(a)
    gaps = []
    for before, after in zip(a.blocks, a.blocks[1:]):
        if not isinstance(before, Paragraph) or not isinstance(after, Paragraph):
            continue
        low, high = before.lines[-1], after.lines[0]
        if low.page is high.page:
            gaps.append((high.line.baseline - low.line.baseline - pitch, high.page.number, high.line.text))
    applies(gaps, "no two paragraphs on a page")
    faults = [(page, f"{short(text, 25)}: {gap:.2f} pt") for gap, page, text in gaps if gap < 6 - pm.SIZE_TOLERANCE]
    return worst(faults, f"{min(gaps)[0]:.2f} to {max(gaps)[0]:.2f} pt", ">= 6 pt")


@rule("R70", "line pitch single to 1.5")
def r70(a, _):
    pitches = applies(a.pitches(), "no paragraph of two lines")
    ratios = [(p / line.size, page, line) for p, line, page in pitches]
    faults = [(page, f"{short(line.text, 25)}: {r:.3f} x size") for r, page, line in ratios
              if not within(r, pm.SINGLE * (1 - pm.LENGTH_TOLERANCE), pm.ONE_AND_A_HALF * (1 + pm.LENGTH_TOLERANCE))]
    low, high = min(r[0] for r in ratios), max(r[0] for r in ratios)
    return worst(faults, f"{low:.3f} to {high:.3f} x size", "1.15-1.725 x size +-2 %")


@rule("R78", "section and clause headings")
def r78(a, _):
    faults, seen = [], 0
    for paragraph in a.paragraphs:
        lines = [p.line for p in paragraph.lines]
        if SECTION.match(paragraph.text):
            style = dict(sizes=(13, 14), bold=True, italic=False, upper=True)
        elif paragraph.titled_clause:
            style = dict(sizes=(13, 14), bold=True, italic=False)
        else:
            continue
        seen += 1
        faults += [(paragraph.page, f"{short(x.text, 25)}: {', '.join(f)}") for x in lines if (f := style_faults(x, **style))]
        if not SECTION.match(paragraph.text) and pm.is_upper(paragraph.text) and len(paragraph.text.split()) > 2:
            faults.append((paragraph.page, f"{short(paragraph.text, 25)}: capitals, but no I."))
    applies(seen, "no headings")
    return worst(faults, f"{seen} headings", "I. capitals bold; 1. bold; 13-14")


@rule("R79", "ends with ./.")
def r79(a, _):
    text = need(a.paragraphs, "body")[-1].text
    return judge(re.search(r"[^\s]\./\.$", text), text[-20:], "./.", a.body[-1].page.number)


ENGLISH = (r"\d{1,3}(,\d{3})+\.\d", r"\b\d{1,3}(,\d{3}){2,}\b", r"\b\d+\.\d{1,2} ?%", r"\d \d{3} \d{3}\b")


@rule("R80", "numbers 1.234 and 96,5")
def r80(a, _):
    lines = [(p.number, x.text) for p in a.pages for x in p.lines]
    applies(any(re.search(r"\d[.,]\d", text) for _, text in lines), "no number with a point or comma")
    faults = [(page, short(text[max(0, m.start() - 10):m.end()], 40)) for page, text in lines for e in ENGLISH if (m := re.search(e, text))]
    return worst(faults, "none of another kind", ". for thousands, , for decimals")
