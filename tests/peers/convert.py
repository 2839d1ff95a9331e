#!/usr/bin/env python3
"""The comparison's neutral JSON as our XML data, on standard output."""
import json
import re
import sys
from xml.sax.saxutils import escape, quoteattr

LEVELS = {"h1": "section", "h2": "clause", "h3": "clause"}


def inline(runs):
    out = []
    for run in runs:
        if isinstance(run, str):
            out.append(escape(run))
        elif "i" in run:
            out.append(f"<i>{escape(run['i'])}</i>")
        else:
            out.append(f"<fn>{escape(run['fn'])}</fn>")
    return "".join(out)


def heading(block):
    """'II. KẾT QUẢ' -> label and title; a number that cannot be told is left in the title."""
    text = inline(block["runs"])
    label, _, title = text.partition(" ")
    if not title or not re.fullmatch(r"[IVX]+\.|(\d+\.)+\d*\.?", label):
        return "", text
    return f" label={quoteattr(label)}", title


def body(blocks):
    out, open_levels = [], []
    for block in blocks:
        depth = int(block["t"][1]) if block["t"] in LEVELS else None
        if depth is None:
            out.append(f"<p>{inline(block['runs'])}</p>")
            continue
        while open_levels and open_levels[-1][0] >= depth:
            out.append(f"</{open_levels.pop()[1]}>")
        label, title = heading(block)
        name = LEVELS[block["t"]]
        open_levels.append((depth, name))
        out.append(f"<{name}{label}><title>{title}</title>")
    out += [f"</{name}>" for _, name in reversed(open_levels)]
    return "\n".join(out)


def table(t):
    columns = "".join(f'<column width="{c["w"]}*" align="{c["align"]}"/>' for c in t["cols"])
    head = "".join(f"<cell>{escape(c['head'])}</cell>" for c in t["cols"])
    rows = []
    for row in t["rows"]:
        if isinstance(row, list):
            rows.append("<row>" + "".join(f"<cell>{escape(x)}</cell>" for x in row) + "</row>")
        elif "group" in row:
            rows.append(f'<row kind="group"><cell colspan="{len(t["cols"])}">{escape(row["group"])}</cell></row>')
        else:
            rows.append(total(row, len(t["cols"])))
    note = f"<note>{escape(t['note'])}</note>" if t.get("note") else ""
    return f"<table>{columns}<head><row>{head}</row></head>\n" + "\n".join(rows) + f"{note}</table>"


def total(row, columns):
    cells = next(iter(row.values()))
    missing = columns - len(cells)
    first = f'<cell colspan="{missing + 1}">{escape(cells[0])}</cell>'
    return '<row kind="total">' + first + "".join(f"<cell>{escape(x)}</cell>" for x in cells[1:]) + "</row>"


def recipients(lines):
    out, in_group = [], False
    for line in lines:
        text = escape(line.lstrip("- ").rstrip(".;"))
        if line.endswith(":") and not line.startswith("-"):
            out.append(("</group>" if in_group else "") + f"<group title={quoteattr(line.rstrip(':'))}>")
            in_group = True
        elif text.startswith("Lưu:"):
            out.append(f"<archive>{text[4:].strip()}</archive>")
        else:
            out.append(f"<place>{text}</place>")
    return "".join(out) + ("</group>" if in_group else "")


def main():
    d = json.load(open(sys.argv[1], encoding="utf-8"))
    number, notation = re.match(r"Số:\s*(\d*)\s*/(.*)", d["number"]).groups()
    place, date = d["date"].split(",", 1)
    day, month, year = (re.search(word + r"\s+(\d+)", date) for word in ("ngày", "tháng", "năm"))
    parts = [x.group(1).zfill(2) for x in (year, month, day) if x]
    t = d.get("table")
    appendix = ""
    blocks = body(d["body"])
    if t and t["newpage"]:
        title = "<br/>".join(escape(x) for x in t["title"][1:])
        appendix = f"<appendix><title>{title}</title>{table(t)}</appendix>"
    elif t:
        blocks += table(t)
    print(f"""<?xml version="1.0" encoding="UTF-8"?>
<document type="bao-cao" type-name={quoteattr(d['doctype'])}>
<issuer><superior>{escape(d['parent'])}</superior><name>{escape(d['agency'])}</name></issuer>
<code number="{number}" notation={quoteattr(notation)}/>
<promulgation place={quoteattr(place)} date="{'-'.join(parts)}"/>
<subject>{escape(d['title'])}</subject>
<body>{blocks}</body>
<signatures><signature><position>{escape(d['signer']['capacity'])}</position><name>{escape(d['signer']['name'])}</name></signature></signatures>
<recipients>{recipients(d['recipients'])}</recipients>
{appendix}
</document>""")


main()
