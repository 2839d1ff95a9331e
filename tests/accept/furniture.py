"""What stands on the pages beside the running text: numbers, stamps, tables, the address at the foot, notes.

Each find_... takes an Anatomy and leaves there what it found; find_all knows their order.
"""
import re
from collections import Counter

from page_model import to_pt
from parts import Note, Stamp, Table, merge_close

STAMPS = {
    "HỎA TỐC": "urgency", "HỎA TỐC HẸN GIỜ": "urgency", "THƯỢNG KHẨN": "urgency", "KHẨN": "urgency",
    "MẬT": "secrecy", "TỐI MẬT": "secrecy", "TUYỆT MẬT": "secrecy",
    "XEM XONG TRẢ LẠI": "circulation", "LƯU HÀNH NỘI BỘ": "circulation",
}
CONTACT = re.compile(r"ĐT:|điện thoại:|e-?mail:|website:|fax:", re.IGNORECASE)


def find_all(a):
    a.tables, a.stamps, a.frame_rules, a.contact, a.contact_rule = [], [], [], [], None
    for page in a.pages:
        find_page_number(a, page)
    find_stamps(a)
    for page in a.pages:
        find_tables(a, page)
    a.body_size = find_body_size(a)
    a.rough_left = find_rough_left(a)
    find_contact(a)
    for page in a.pages:
        find_notes(a, page)


# ---- sizes that the rest leans on ----------------------------------------------------------------

def find_body_size(a):
    """The size of most characters outside tables (in them where there is nothing else)."""
    for pick in (a.free_lines, lambda page: page.lines):
        sizes = Counter()
        for page in a.pages:
            for line in pick(page):
                for span in line.spans:
                    sizes[round(span.size, 1)] += len(span.text.strip())
        if sizes:
            return sizes.most_common(1)[0][0]
    return 0


def find_rough_left(a):
    """The leftmost place where lines begin again and again: those that go on, recipients, notes."""
    begins = Counter(round(line.x0, 1) for page in a.pages if page.width < page.height for line in a.free_lines(page))
    if not begins:
        return 0
    often = min(3, begins.most_common(1)[0][1])
    return min(x for x, count in begins.items() if count >= often)


# ---- page furniture ------------------------------------------------------------------------------

def find_page_number(a, page):
    """A line of digits alone, the topmost or the lowest of its page, near the middle or in the top margin."""
    if len(page.lines) < 2:
        return
    top = min(page.lines, key=lambda line: line.baseline)
    low = max(page.lines, key=lambda line: line.baseline)
    for line, near_edge in ((top, top.baseline < to_pt(30)), (low, low.baseline > page.height - to_pt(25))):
        middle = abs(line.centre - page.width / 2) < to_pt(20)
        in_margin = line is top and line.baseline < to_pt(20)
        if near_edge and (middle or in_margin) and re.fullmatch(r"[-–\s]*\d+[-–\s]*", line.text):
            a.give("number", [line])


def find_stamps(a):
    """The known words on page 1, and the frame around each."""
    page = a.pages[0]
    for line in a.free_lines(page):
        kind = STAMPS.get(line.text.upper().replace("HOẢ", "HỎA"))
        if not kind:
            continue
        stamp = Stamp(kind, line)
        rules = frame_around(page, line)
        if rules:
            left, right, top, bottom = rules
            stamp.frame = (left.x, top.y, right.x, bottom.y)
            stamp.thickness = max(r.thickness for r in rules)
            a.frame_rules += rules
        a.stamps.append(stamp)
        a.give("stamp", [line])


def frame_around(page, line):
    """The nearest drawn lines at the four sides of a line of text, where they make a frame."""
    middle = line.baseline - 0.3 * line.size
    level = [r for r in page.h_rules if r.x0 <= line.x0 + 1 and r.x1 >= line.x1 - 1 and abs(r.y - middle) < to_pt(12)]
    upright = [r for r in page.v_rules if r.y0 <= middle <= r.y1 and abs(r.x - line.centre) < to_pt(50)]
    sides = [max((r for r in upright if r.x < line.centre), key=lambda r: r.x, default=None),
             min((r for r in upright if r.x > line.centre), key=lambda r: r.x, default=None),
             max((r for r in level if r.y < middle), key=lambda r: r.y, default=None),
             min((r for r in level if r.y > middle), key=lambda r: r.y, default=None)]
    return sides if all(sides) else None


def find_tables(a, page):
    """Upright lines whose heights meet belong to one table; level lines that touch them are its rows."""
    groups = []
    upright = [r for r in page.v_rules if not any(r is f for f in a.frame_rules)]
    for rule in sorted(upright, key=lambda r: r.y0):
        if groups and rule.y0 <= max(r.y1 for r in groups[-1]) + 1:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    for group in groups:
        table = Table(page, [], group)
        table.h_rules = [r for r in page.h_rules if table.y0 - 1 <= r.y <= table.y1 + 1
                         and r.x1 > table.x0 and r.x0 < table.x1]
        if len(merge_close(r.x for r in group)) < 2 or not table.h_rules:
            continue
        table.lines = [line for line in a.free_lines(page)
                       if table.y0 < line.baseline < table.y1 + 1 and line.x1 > table.x0 and line.x0 < table.x1]
        a.give("cell", table.lines)
        a.tables.append(table)


def find_contact(a):
    """Address, telephone, website at the foot of page 1: by the words, up to the rule above them."""
    page = a.pages[0]
    low = sorted((x for x in a.free_lines(page) if x.baseline > page.height - to_pt(50)), key=lambda x: x.baseline)
    known = [x for x in low if CONTACT.search(x.text)]
    if not known:
        return
    above = [r for r in page.h_rules if 0 < known[0].baseline - r.y < to_pt(25) and r.length > 0.3 * page.width]
    a.contact_rule = max(above, key=lambda r: r.y, default=None)
    if not a.contact_rule and known[0].size > a.body_size - 1:
        return  # a sentence of the text
    top = a.contact_rule.y if a.contact_rule else known[0].baseline - 1
    a.contact = [x for x in low if x.baseline > top]
    a.give("contact", a.contact)


def find_notes(a, page):
    """Notes stand below a short rule at the left margin; all below it is smaller than the body."""
    others = [r for t in a.tables if t.page is page for r in t.h_rules] + a.frame_rules
    for rule in sorted(page.h_rules, key=lambda r: r.y):
        below = [line for line in a.free_lines(page) if line.baseline > rule.y]
        if (any(rule is r for r in others) or not below or rule.length > 0.6 * page.width
                or abs(rule.x0 - a.rough_left) > to_pt(3)
                or any(line.size > a.body_size - 1.5 for line in below)):
            continue
        a.give("note", below)
        split_notes(a, page, below)
        return


def split_notes(a, page, lines):
    for line in lines:
        number = note_number(a, line)
        if number:
            a.notes.append(Note(number, page.number, [line]))
        elif a.notes:
            a.notes[-1].lines.append(line)  # goes on, perhaps from the page before
        else:
            a.notes.append(Note("?", page.number, [line]))


def note_number(a, line):
    first = next(s for s in line.spans if s.visible)
    if line.is_mark(first):
        return first.text.strip()
    # a number of the text's own size: only the one that must follow, and not after raised ones
    plain = re.match(r"(\d+)[.)]? ", line.text)
    before = a.notes[-1].lines[0] if a.notes else None
    if before and before.is_mark(next(s for s in before.spans if s.visible)):
        return None
    last = a.notes[-1].number.strip("()") if a.notes else ""
    due = str(int(last) + 1) if last.isdigit() else "1"
    return due if plain and plain.group(1) == due else None
