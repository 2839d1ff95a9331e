#!/usr/bin/python3
"""Times whole processes in turn (A B C A B C ...) and prints medians and ratios: this program on
its sample, the floor program on the same pages, and a second build of this program if one is named.

Usage: run.py VANBAN FLOOR SAMPLE_DIR [--vs OTHER_VANBAN] [--runs N]
"""
import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from long_table import document


def timed(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def peak_memory(command):
    """MiB, of a child of a child, so that nothing of ours counts."""
    code = ("import resource,subprocess,sys;subprocess.run(sys.argv[1:],stderr=subprocess.DEVNULL);"
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
    return int(subprocess.check_output([sys.executable, "-c", code, *command])) / 1024


def long_table(vanban, work, out, runs):
    """Time of ten times the rows, in rounds of both, and the memory that takes."""
    few, many = ([vanban, "render", write_table(work, rows), "-o", out, "-q"] for rows in (1000, 10000))
    ratio = statistics.median(timed(many) / timed(few) for _ in range(runs))
    print(f"table of 10,000 rows: {ratio:.1f} x the time of 1,000 rows, {peak_memory(many):.1f} MiB")


def write_table(work, rows):
    path = os.path.join(work, f"{rows}.xml")
    with open(path, "w", encoding="utf-8") as table:
        table.write(document(rows))
    return path


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    for name in ("vanban", "floor", "sample"):
        parser.add_argument(name)
    parser.add_argument("--vs")
    parser.add_argument("--runs", type=int, default=31)
    options = parser.parse_args()
    data, template = (os.path.join(options.sample, x) for x in ("data.xml", "template.xml"))
    with tempfile.TemporaryDirectory() as work:
        pages, out = os.path.join(work, "pages.txt"), os.path.join(work, "out.pdf")
        subprocess.run([options.vanban, "dump", data, "-t", template, "-o", pages, "-q"], check=True)
        commands = {"floor": [options.floor, pages, out]}
        for name, program in (("vanban", options.vanban), ("other", options.vs)):
            if program:
                commands[name] = [program, "render", data, "-t", template, "-o", out, "-q"]
        times, sizes = {name: [] for name in commands}, {}
        for _ in range(options.runs):
            for name, command in commands.items():
                times[name].append(timed(command))
                sizes[name] = os.path.getsize(out)
        floor = times["floor"]
        print(f"{options.runs} rounds, process start to file; ratio to the floor of the same round, medians")
        for name, command in commands.items():
            ratio = statistics.median(t / f for t, f in zip(times[name], floor))
            print(f"{name:8} {ratio:6.2f} x floor   {1000 * statistics.median(times[name]):7.1f} ms"
                  f"   {peak_memory(command):6.1f} MiB   {sizes[name]:7} bytes")
        if options.vs:
            ratio = statistics.median(a / b for a, b in zip(times["vanban"], times["other"]))
            print(f"this build takes {ratio:.3f} of the other's time")
        long_table(options.vanban, work, out, max(3, options.runs // 4))


main()
