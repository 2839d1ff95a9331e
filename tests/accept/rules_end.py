"""Rules I and J: recipients and signatures."""
import re

import page_model as pm
from page_model import to_mm
from rule_base import applies, judge, judge_style, need, rule, short, style_faults, within, worst

# ---- I. Nơi nhận ------------------------------------------------------------------------------

DRAFTER = re.compile(r" ([\wĐđ]+)\.?\s*\((\d+)\)\.?$")  # ô 12, behind the last recipient: `PL.(300)`


def end_page(a):
    applies(not a.issued, "issued with another document: not signed")
    return applies(a.end_page, "no end block (the finding of R87)").number


@rule("R87", "Nơi nhận's head")
def r87(a, _):
    applies(not a.issued, "issued with another document: not signed")
    if not a.recipients_head:
        return judge(False, "none", "Nơi nhận:")
    head = a.recipients_head
    off = to_mm(head.x0 - a.left)
    faults = style_faults(head, (12, 12), bold=True, italic=True)
    return judge(not faults and head.text == "Nơi nhận:" and abs(off) <= pm.AXIS_TOLERANCE,
                 f"{head.text} {off:+.2f} mm {', '.join(faults)}", "12 bold italic, at the left margin", end_page(a))


@rule("R88", "Nơi nhận level with the authority")
def r88(a, _):
    page = end_page(a)
    applies(not a.side_by_side, "several sign side by side: Nơi nhận stands below (form 1.9)")
    off = a.recipients_head.baseline - signatures(a)[0].titles[0].baseline
    return judge(abs(off) <= pm.LEVEL_TOLERANCE, f"{off:+.2f} pt", "+-2 pt", page)


def recipient_groups(a):
    """Items joined over their lines, in groups; a line such as `Bản điện tử:` begins a group of its own."""
    groups = [[]]
    for line in need(a.recipients, "recipient"):
        if line.text.startswith("-"):
            groups[-1].append([line])
        elif line.text.endswith(":"):
            groups.append([])
        elif groups[-1]:
            groups[-1][-1].append(line)
        else:
            groups[-1].append([line])
    return [group for group in groups if group]


def item_text(item):
    return DRAFTER.sub("", " ".join(line.text for line in item))


@rule("R89", "recipients' style")
def r89(a, _):
    page = end_page(a)
    return judge_style(need(a.recipients, "recipient"), page, "11 upright, not bold", sizes=(11, 11), bold=False, italic=False)


@rule("R90", "recipients' dashes and ends")
def r90(a, _):
    page, faults, items = end_page(a), [], 0
    for group in recipient_groups(a):
        for item in group:
            items += 1
            text = item_text(item)
            if not text.startswith("- ") or abs(to_mm(item[0].x0 - a.left)) > pm.AXIS_TOLERANCE:
                faults.append((page, f"{short(text, 25)}: begins otherwise"))
            if text[-1] != ("." if item is group[-1] else ";"):
                faults.append((page, f"{short(text, 25)}: ends with {text[-1]}"))
    return worst(faults, f"{items} items", "- ...; at the margin, the last with .")


@rule("R91", "last item is Lưu: VT, unit")
def r91(a, _):
    page = end_page(a)
    text = item_text(recipient_groups(a)[-1][-1])
    alone = a.kind == "GIẤY GIỚI THIỆU" and text == "- Lưu: VT."
    return judge(alone or re.match(r"- Lưu: VT, ?\S", text), text, "- Lưu: VT, <unit>.", page)


@rule("R92", "first item answers Kính gửi or Điều")
def r92(a, _):
    page = end_page(a)
    first = item_text(recipient_groups(a)[0][0])
    if a.addressees:
        return judge(first == "- Như trên;", first, "- Như trên;", page)
    applies(a.kind in ("QUYẾT ĐỊNH", "NGHỊ QUYẾT"), "no Kính gửi, no decision")
    return judge(first.startswith("- Như Điều"), first, "- Như Điều ...;", page)


@rule("R112", "drafter's mark and number of copies")
def r112(a, _):
    page = end_page(a)
    lines = [x for x in a.recipients if re.search(r"\w\.? ?\(\d+\)", x.text)]
    applies(lines, "no drafter's mark")
    faults = [f for x in lines for f in style_faults(x, (11, 11), bold=False, italic=False)]
    mark = DRAFTER.search(lines[-1].text)
    faults += [] if mark and mark.group(1).isupper() else ["not capitals and a number: " + lines[-1].text[-15:]]
    faults += [] if lines[-1] is a.recipients[-1] else ["not at the end of the recipients"]
    return judge(not faults, f"{lines[-1].text[-12:]} {', '.join(faults)}", "KH.(n), 11 upright", page)


# ---- J. Ký ------------------------------------------------------------------------------------

def signatures(a):
    end_page(a)
    return need([s for s in a.signatures if s.titles], "authority line")


def capacity_lines(a):
    return [x for s in signatures(a) for x in s.titles]


def judge_each(a, check, allowed):
    """check(signature) gives what was measured and what is wrong with it."""
    faults, said, page = [], [], end_page(a)
    for one in signatures(a):
        measured, wrong = check(one)
        said.append(measured)
        faults += [(page, f"{measured} {', '.join(wrong)}")] if wrong else []
    return worst(faults, "; ".join(said), allowed)


@rule("R93", "authority and office: style and axis")
def r93(a, _):
    def check(one):
        lines = one.titles + one.second_office
        wrong = [f for x in lines for f in style_faults(x, (13, 14), bold=True, italic=False, upper=True)]
        off = max((to_mm(x.centre - lines[0].centre) for x in lines), key=abs)
        wrong += ["off its axis"] if abs(off) > pm.AXIS_TOLERANCE else []
        if not a.side_by_side and not all(x.centre > a.end_page.width / 2 for x in lines):
            wrong.append("not at the right")
        return f"{len(lines)} line(s), {off:+.2f} mm", wrong
    return judge_each(a, check, "13-14 bold upright capitals, right, +-1 mm")


def prefixed(a):
    """Authority lines that begin with a short abbreviation and a dot, right or wrong."""
    return [x.text for x in capacity_lines(a) if re.match(r"\w{1,4}\.|\w/\w", x.text)]


@rule("R94", "prefix of the authority")
def r94(a, _):
    texts = applies(prefixed(a), "no prefix")
    bad = [t for t in texts if not re.match(r"(TM|KT|TL|TUQ|Q)\. \S", t)]
    return judge(not bad, "; ".join(bad or texts), "TM. KT. TL. TUQ. Q.", end_page(a))


@rule("R95", "deputising prefix followed by the real office")
def r95(a, _):
    stacks = [[x.text for x in s.titles] for s in signatures(a)]
    deputy = [(stack, i) for stack in stacks for i, t in enumerate(stack) if re.match(r"(KT|TL|TUQ)\.", t)]
    applies(deputy, "no KT., TL., TUQ.")
    ok = all(i + 1 < len(stack) for stack, i in deputy)
    return judge(ok, "; ".join(" / ".join(stack) for stack in stacks), "a second line", end_page(a))


RANKS = re.compile(r"(PGS|GS|TS|ThS|BS|KS|CN|TSKH)\b|(Ông|Bà)\b")


def names(a):
    return need([s.name for s in signatures(a) if s.name], "signer's name")


@rule("R96", "signer's name")
def r96(a, _):
    page, faults = end_page(a), []
    for name in names(a):
        wrong = style_faults(name, (13, 14), bold=True, italic=False, upper=False)
        wrong += ["not title case"] if not all(w[0].isupper() for w in name.text.split()) else []
        wrong += ["rank or form of address"] if RANKS.match(name.text) else []
        faults += [(page, f"{name.text}: {', '.join(wrong)}")] if wrong else []
    if len(names(a)) < len(signatures(a)):
        faults.append((page, "a signer without a name"))
    return worst(faults, "; ".join(x.text for x in names(a)), "13-14 bold upright, Title Case, no rank")


@rule("R97", "name centred under the office")
def r97(a, _):
    names(a)

    def check(one):
        off = to_mm(one.name.centre - one.titles[-1].centre) if one.name else 0
        return f"{off:+.2f} mm", ["off"] if abs(off) > pm.AXIS_TOLERANCE else []
    return judge_each(a, check, "+-1 mm")


@rule("R98", "room for the signature")
def r98(a, _):
    names(a)

    def check(one):
        below = one.second_office[0] if one.second_office else one.name or one.titles[-1]
        gap = to_mm(below.baseline - one.titles[-1].baseline)
        return f"{gap:.1f} mm", [] if within(gap, 25, 45, pm.RANGE_TOLERANCE) else ["too little or too much"]
    return judge_each(a, check, "25-45 +-1 mm")


def pictures(a):
    """Pictures between the offices and the names, each with its signer."""
    end_page(a)
    found = [(p, s) for p in a.end_page.pictures for s in a.signatures if s.titles and s.top < p.y1 and p.y0 < s.bottom + 20
             and abs((p.x0 + p.x1) / 2 - s.titles[-1].centre) < 100]
    return found


@rule("R99", "signature picture: blue, transparent, centred")
def r99(a, _):
    found = [(p, s) for p, s in pictures(a) if not p.red]
    applies(found, "no picture of a signature")
    faults = []
    for picture, signer in found:
        off = to_mm((picture.x0 + picture.x1) / 2 - signer.titles[-1].centre)
        wrong = [] if picture.blue else [f"colour {picture.color}"]
        wrong += [] if picture.alpha else ["not transparent"]
        wrong += [f"{off:+.1f} mm off the axis"] if abs(off) > pm.LOOSE_AXIS_TOLERANCE else []
        between = signer.titles[-1].baseline <= picture.y0 + 2 and (not signer.name or picture.y1 <= signer.name.bottom)
        wrong += [] if between else ["not between office and name"]
        faults += [(a.end_page.number, ", ".join(wrong))] if wrong else []
    return worst(faults, f"{len(found)} picture(s)", "blue, alpha, centred between office and name")


@rule("R100", "seal picture: a third over the signature's left")
def r100(a, _):
    seals = applies([p for p, _ in pictures(a) if p.red], "no picture of a seal: the tool that signs sets it")
    signs = [p for p, _ in pictures(a) if not p.red]
    faults, said = [], []
    for seal in seals:
        near = min(signs, key=lambda s: abs(s.x0 - seal.x1) + abs(s.y0 - seal.y0), default=None)
        part = (seal.x1 - near.x0) / (near.x1 - near.x0) if near else 0
        said.append(f"{100 * part:.0f} % of the signature")
        wrong = [] if seal.alpha else ["not transparent"]
        wrong += [] if near and within(part, 0.25, 0.40) and seal.x0 < near.x0 else ["not a third of it"]
        faults += [(a.end_page.number, f"{said[-1]}, {', '.join(wrong)}")] if wrong else []
    return worst(faults, " ".join(said), "red, alpha, 25-40 %, on the left")


@rule("R101", "end block whole, with two lines of text")
def r101(a, _):
    page = end_page(a)
    top = min([a.recipients_head.baseline, *(s.top for s in a.signatures)])
    before = [x for x in a.body_on(a.end_page) if x.baseline < top - 1]
    whole = all(s.name for s in a.signatures) and bool(a.signatures) and not a.after_end
    return judge(len(before) >= 2 and whole, f"{len(before)} lines before it{'' if whole else ', not whole'}", ">= 2, one page", page)
