"""The end of a document: `Nơi nhận`, and who signs.

One signer stands at the right, level with `Nơi nhận`; several stand side by side above it.
"""
from page_model import to_pt
from parts import signature_of


def find(a):
    """Leaves in the Anatomy: end_page, recipients_head, recipients, signatures, side_by_side, after_end."""
    a.recipients_head, a.recipients, a.signatures, a.end_page, a.side_by_side, a.after_end = None, [], [], None, False, []
    for page in reversed(a.main_pages):
        head = next((x for x in a.free_lines(page) if x.text.lower().startswith("nơi nhận")), None)
        if head:
            a.end_page, a.recipients_head = page, head
            break
    if not a.end_page:
        return
    a.after_end = [x for p in a.main_pages if p.number > page.number for x in a.free_lines(p)]
    free = [x for x in a.free_lines(page) if x.baseline > a.header_end or page is not a.pages[0]]
    right = [x for x in free if x.x0 >= page.width / 2 - 20 and x.baseline > head.baseline - 2 * head.size]
    left = [x for x in free if x.x0 < page.width / 2 - 20 and x is not head and x.baseline > head.baseline]
    a.recipients = follow_closely(head, sorted(left, key=lambda x: x.baseline))
    if right:
        a.signatures = [signature_of(sorted(right, key=lambda x: x.baseline))]
    else:
        right = lines_above(a, page, head)
        a.signatures = split_signers(right)
        a.side_by_side = len(a.signatures) > 1
    a.give("end", [head, *left, *right])


def follow_closely(head, lines):
    """The list, without what a form has further down in the left column."""
    found, last = [], head
    for line in lines:
        if line.baseline - last.baseline > 2.2 * head.size:
            break
        found.append(line)
        last = line
    return found


def lines_above(a, page, head):
    """Upwards to the text: a line that is not bold and begins near the left edge."""
    found = []
    for line in sorted(a.free_lines(page), key=lambda x: -x.baseline):
        if line.baseline >= head.baseline:
            continue
        if not line.bold and line.x0 < a.left + to_pt(14):
            break
        found.append(line)
    return found[::-1]


def split_signers(lines):
    """Lines on one axis are one signer's; after a name, which is not in capitals, the next one's begin."""
    blocks = []
    for line in sorted(lines, key=lambda x: x.baseline):
        block = next((b for b in reversed(blocks) if abs(b[-1].centre - line.centre) < 40), None)
        ended = block and not block[-1].upper and not block[-1].text.startswith("(")
        if block and not ended:
            block.append(line)
        else:
            blocks.append([line])
    return [signature_of(b) for b in blocks]
