#!/usr/bin/python3
"""Measures a finished PDF by the rules of Decree 30/2020/ND-CP (ids R1... as in the acceptance checklist).

Usage: rules.py PDF [--expect FILE] [--mode strict|lenient] [--for paper|electronic] [--reference DIR] [--table]

  --expect FILE    rules this document breaks by right: lines `RULE reason`; each must be found, no other may
  --mode lenient   also accepts Liberation Serif and Tinos, which have the metrics of Times New Roman
  --for paper      number and date stand in an appendix's reference line (electronic: are left blank)
  --reference DIR  holds reference.txt, for R11
  --table          prints a line for every rule, not only for findings

Exit status: 0 as expected; 1 not; 2 wrong usage.
"""
import argparse
import sys
from collections import Counter
from pathlib import Path

import page_reader
import rules_annex, rules_body, rules_copy, rules_end, rules_header, rules_page, rules_table, rules_title, rules_units  # noqa: E401,F401 - each lists its rules
from anatomy import documents_of
from rule_base import DoesNotApply, FINDING, NOT_APPLICABLE, NOT_JUDGED, NotJudged, PASS, RULES, Result, Setting

# What an appendix in a file of its own has: pages, numbers, its head, tables.
OF_ANNEX_FILES = {f"R{n}" for n in (*range(1, 12), *range(14, 21), 80, *range(102, 107), 108, *range(116, 120))} - {"R5", "R6", "R7"}


def number_of(name):
    return int(name[1:])


def judge_one(anatomy, setting, only=None):
    """Every rule on one document, or those named."""
    results = {}
    for name in only or sorted(RULES, key=number_of):
        try:
            if anatomy.annex_file and name not in OF_ANNEX_FILES:
                raise DoesNotApply("an appendix in a file of its own")
            results[name] = RULES[name][1](anatomy, setting)
        except DoesNotApply as why:
            results[name] = Result(NOT_APPLICABLE, str(why), "", "")
        except NotJudged as why:
            results[name] = Result(NOT_JUDGED, str(why), "", "")
    return results


ORDER = [FINDING, NOT_JUDGED, PASS, NOT_APPLICABLE]


def judge_all(document, setting, only=None):
    """Every rule on every document of the file; the worst verdict counts."""
    each = [judge_one(a, setting, only) for a in documents_of(document)]
    return {name: min((results[name] for results in each), key=lambda r: ORDER.index(r.status)) for name in each[0]}


def read_expected(path):
    """Lines `RULE reason`; # begins a comment."""
    lines = [line.split("#")[0].split(None, 1) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    return {words[0]: (words[1].strip() if len(words) > 1 else "") for words in lines if words}


def compare(results, expected):
    """What is not as expected: [(rule, why)]."""
    wrong = [(name, f"unexpected: {r.status}") for name, r in results.items() if r.status in (FINDING, NOT_JUDGED) and name not in expected]
    for name in expected:
        status = results[name].status if name in results else "no such rule"
        if status != FINDING:
            wrong.append((name, f"expected finding, but: {status}"))
    return wrong


def print_table(results, names):
    for name in names:
        r = results[name]
        page = f" p.{r.page}" if r.page != "" else ""
        allowed = f"   [{r.allowed}]" if r.allowed else ""
        print(f"{name:5} {r.status:14} {RULES[name][0]}: {r.measured.strip()}{allowed}{page}")


def main():
    parser = argparse.ArgumentParser(description="Measures a PDF by the rules of Decree 30/2020.")
    parser.add_argument("pdf")
    parser.add_argument("--expect")
    parser.add_argument("--mode", choices=["strict", "lenient"], default="strict")
    parser.add_argument("--for", dest="way", choices=["paper", "electronic"], default="electronic")
    parser.add_argument("--reference")
    parser.add_argument("--table", action="store_true")
    options = parser.parse_args()
    reference = Path(options.reference, "reference.txt").read_text(encoding="utf-8") if options.reference else None
    results = judge_all(page_reader.read(options.pdf), Setting(options.mode == "lenient", reference, options.way == "paper"))
    expected = read_expected(options.expect) if options.expect else {}
    wrong = compare(results, expected)
    print_table(results, [n for n in results if options.table or results[n].status in (FINDING, NOT_JUDGED)])
    print(", ".join(f"{count} {status}" for status, count in Counter(r.status for r in results.values()).items()),
          f"({len(expected)} findings expected)")
    for name, why in wrong:
        print(f"FAIL {name}: {why}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
