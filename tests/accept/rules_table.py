"""Rules M: tables, and the file."""

import page_model as pm
from rule_base import applies, judge, rule, short, within, worst


# ---- M. Tables and file -----------------------------------------------------------------------

def tables(a):
    return applies(a.tables, "no table")


@rule("R116", "head row repeated")
def r116(a, _):
    tables(a)
    chains = applies([c for c in a.table_chains() if len(c) > 1], "no table over several pages")
    faults = [(t.page.number, f"begins with {short(t.row_texts()[0])}") for c in chains for t in c[1:]
              if not t.rows or t.row_texts()[0] != c[0].row_texts()[0]]
    return worst(faults, f"{sum(len(c) - 1 for c in chains)} continuation(s)", "head row again")


@rule("R117", "rows whole, cell text inside")
def r117(a, _):
    faults = []
    for table in tables(a):
        for line in table.lines:
            crossed = [r for r in table.v_rules if line.x0 + 0.5 < r.x < line.x1 - 0.5 and r.y0 < line.baseline < r.y1]
            crossed += [r for r in table.h_rules if line.baseline - 0.6 * line.size < r.y < line.baseline - 0.5 and r.x0 < line.centre < r.x1]
            outside = line.x0 < table.x0 or line.x1 > table.x1 or line.bottom > table.y1 + 1
            if crossed or outside:
                faults.append((table.page.number, f"{short(line.text, 25)}: {'crosses a border' if crossed else 'leaves the table'}"))
    for chain in a.table_chains():
        for before, table in zip(chain, chain[1:]):
            if split_row(a, chain[0], before, table):
                faults.append((table.page.number, "a row goes on from the page before"))
    return worst(faults, f"{sum(len(t.lines) for t in a.tables)} cell lines", "inside their cells, rows whole")


def split_row(a, first, before, table):
    """A split row's rest has no row number, or no border parts it from the page before."""
    head = a.repeated_head(first, table)
    rows = [r for r in table.rows if not any(r[0] is x for x in head)]
    if not rows or not before.rows:
        return False
    open_end = covered(before.h_rules, before.y1, before.x0, before.x1) < 0.9
    goes_on = rows[0][0].text[:1].islower()
    return open_end or goes_on


def covered(h_rules, y, x0, x1, near=1.0):
    """Part of x0..x1 that level lines at height y cover."""
    length, end = 0, x0
    for r in sorted((r for r in h_rules if abs(r.y - y) <= near), key=lambda r: r.x0):
        begin = max(r.x0, end)
        if r.x1 > begin:
            length += min(r.x1, x1) - begin
            end = min(r.x1, x1)
    return length / (x1 - x0)


def covered_upright(v_rules, x, y0, y1):
    turned = [pm.Rule(r.y0, r.x0, r.y1, r.x1, r.thickness) for r in v_rules]
    return covered(turned, x, y0, y1)


@rule("R118", "table text 10-13, borders 0.4-0.75, closed")
def r118(a, _):
    faults, sizes, widths = [], set(), set()
    for table in tables(a):
        page = table.page.number
        sizes |= {round(s.size, 1) for x in table.lines for s in x.letters}
        widths |= {round(r.thickness, 2) for r in table.h_rules + table.v_rules}
        sides = [covered(table.h_rules, y, table.x0, table.x1) for y in (table.y0, table.y1)]
        sides += [covered_upright(table.v_rules, x, table.y0, table.y1) for x in (table.x0, table.x1)]
        if min(sides) < 0.98:
            faults.append((page, f"sides drawn {[round(s, 2) for s in sides]}"))
    if not all(within(s, 10, 13, pm.SIZE_TOLERANCE) for s in sizes):
        faults.append((a.tables[0].page.number, f"sizes {sorted(sizes)}"))
    if not all(within(w, 0.4, 0.75, 0.01) for w in widths):
        faults.append((a.tables[0].page.number, f"borders {sorted(widths)} pt"))
    families = {s.font.split("-")[0] for t in a.tables for x in t.lines for s in x.spans if s.visible}
    if a.body and families - {s.font.split("-")[0] for p in a.body for s in p.line.spans}:
        faults.append((a.tables[0].page.number, f"family {sorted(families)}"))
    return worst(faults, f"sizes {sorted(sizes)}, borders {sorted(widths)} pt", "10-13, 0.4-0.75 pt, four sides, one family")


@rule("R119", "PDF 1.4 or later, not encrypted")
def r119(a, _):
    d = a.document
    return judge(d.version >= 1.4 and not d.encrypted, f"{d.version}{', encrypted' if d.encrypted else ''}", ">= 1.4, open", "")
