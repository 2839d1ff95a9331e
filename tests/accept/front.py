"""The front of a document: the header's two columns, the title, the addressees. All leave what they find in the Anatomy."""
import re

from page_model import Line, to_pt
from parts import MESSAGE, SECTION, TYPES, level_with, whole_lines


HEADER_END = 120  # mm: the names of seven issuers take that much


def find_header(a):
    """The two columns of page 1, down to the number and date lines."""
    a.national_name = a.motto = a.number_line = a.date_line = None
    a.superior, a.issuer, a.number_lines, a.about, a.header_end = [], [], [], [], 0
    page = a.pages[0]
    free = a.free_down(page)
    a.national_name = next((x for x in free if x.text.upper().startswith("CỘNG H")), None)
    if not a.national_name:
        return
    a.split = a.national_name.x0
    right = [x for x in free if x.centre >= a.split and x.baseline < to_pt(HEADER_END)]
    left = [x for x in free if x.centre < a.split and x.baseline < to_pt(HEADER_END)]
    a.motto = next((x for x in right if x.text.lower().startswith("độc lập")), None)
    find_number_and_date(a, left, right)
    end = max((x.baseline for x in (*a.number_lines, a.date_line) if x), default=0)
    names = names_above(a, left, end)
    end = end or max(x.baseline for x in [a.national_name, a.motto, *names] if x)
    split_names(a, names)
    a.give("header", [x for x in left + right if x.baseline <= end + 1])
    a.header_end = end
    find_about(a, left)


def names_above(a, left, end):
    """The lines of the left column above the number; without one, those that follow one another closely."""
    limit = a.number_line.baseline if a.number_line else end
    if limit:
        return [x for x in left if x.baseline < limit - 3]
    names = left[:1]
    for line in left[1:]:
        if line.baseline - names[-1].baseline > 1.6 * line.size:
            break
        names.append(line)
    return names


def find_number_and_date(a, left, right):
    if a.issued:
        return
    first = next((x for x in left if re.match(r"số *:|số .*/", x.text.lower())), None)
    if first:
        a.number_line = Line([s for x in level_with(first, left) for s in x.spans])
        a.number_lines = [a.number_line]
        for line in left:  # the notation of a joint document goes on behind a hyphen
            last = a.number_lines[-1]
            if last.text.endswith("-") and 0 < line.baseline - last.baseline < 1.5 * last.size:
                a.number_lines.append(line)
    first = next((x for x in right if re.search(r"\bngày\b", x.text.lower()) and "," in x.text), None)
    if first:
        a.date_line = Line([s for x in level_with(first, right) for s in x.spans])


def split_names(a, names):
    """The bold lines at the end are the issuer; an abbreviated name above another can only be the superior."""
    issuer_from = len(names) - 1 if names else 0
    while issuer_from > 0 and names[issuer_from].bold and names[issuer_from - 1].bold \
            and not re.match(r"(UBND|HĐND)\b", names[issuer_from - 1].text):
        issuer_from -= 1
    a.superior, a.issuer = names[:issuer_from], names[issuer_from:]


def find_about(a, left):
    """`V/v ...` below the number, with the lines that follow closely."""
    below = [x for x in left if x.baseline > a.header_end + 1 and x.x1 < a.split + 20 and not a.role_of(x)]
    for line in below:
        if a.about and line.baseline - a.about[-1].baseline > 1.5 * line.size:
            break
        if a.about or re.match(r"v/v\b", line.text.lower()):
            a.about.append(line)
    a.give("about", a.about)


def find_title(a):
    """Title, subject, reference line and addressees of page 1, before the body begins."""
    a.title, a.subject, a.addressees, a.reference = None, [], [], []
    page = a.pages[0]
    free = a.free_down(page)
    if free and not a.annex_file and is_title(a, free[0]):
        a.title = free.pop(0)
        a.give("title", [a.title])
        find_subject(a, page, free)
    free = a.free_down(page)
    if free and free[0].text.lower().startswith("kính gửi"):
        a.addressees = [free[0]]
        for line in free[1:]:
            if not line.text.startswith("-") and line.x0 < a.left + to_pt(16):
                break
            a.addressees.append(line)
        a.give("addressee", a.addressees)


def is_title(a, line):
    """A type's name; or, above all else, a short line of capitals about the middle."""
    name = line.text.upper()
    return name in TYPES or name == "CÔNG VĂN" or bool(MESSAGE.fullmatch(name)) or \
        (line.upper and line.bold and a.centred(line, 20) and len(name.split()) < 8)


def find_subject(a, page, following):
    """Down to the short centred rule; without one, the bold lines that are no heading."""
    rule = next((r for r in sorted(page.h_rules, key=lambda r: r.y)
                 if a.title.baseline < r.y < a.title.baseline + 120 and a.centred(r, 10)
                 and r.length < 0.6 * page.width), None)
    for line in whole_lines(following):
        if (line.baseline > rule.y) if rule else (not line.bold or SECTION.match(line.text)):
            break
        (a.reference if a.reference or "kèm theo" in line.text.lower()[:12] else a.subject).append(line)
    a.give_whole("subject", a.subject, following)
    a.give_whole("reference", a.reference, following)
