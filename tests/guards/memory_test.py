#!/usr/bin/env python3
"""How much memory a bulletin takes: the slope between 500 and 2,000 of them, so that what the program itself takes does
not count. Bodies are dropped after they are read; whoever keeps them is found out here.

    tests/guards/memory_test.py --gaceta build/release/generator/gaceta"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
FEW, MANY = 500, 2000
MOST_PER_BULLETIN = 12  # kB; two languages of some 900 words


def peak_kilobytes(gaceta, site, output):
    """The largest resident set of one build."""
    process = subprocess.Popen([gaceta, "build", site, "-o", output, "--date", "2026-11-20", "-q", "-j", "2"])
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"memory_test: the build of {site} ended with {os.waitstatus_to_exitcode(status)}")
    return usage.ru_maxrss


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gaceta", required=True)
    gaceta = str(pathlib.Path(parser.parse_args().gaceta).resolve())
    peaks = {}
    with tempfile.TemporaryDirectory(prefix="gaceta-memory-") as scratch:
        for count in (FEW, MANY):
            site = pathlib.Path(scratch) / str(count)
            subprocess.run([sys.executable, ROOT / "bench/corpus/generate.py", str(count), site, "--outputs", "none"],
                           check=True, stdout=subprocess.DEVNULL)
            peaks[count] = min(peak_kilobytes(gaceta, site, pathlib.Path(scratch) / f"out-{count}-{i}") for i in range(2))
    slope = (peaks[MANY] - peaks[FEW]) / (MANY - FEW)
    print(f"{FEW} bulletins: {peaks[FEW] / 1024:.0f} MB, {MANY}: {peaks[MANY] / 1024:.0f} MB; {slope:.1f} kB per bulletin")
    if slope > MOST_PER_BULLETIN:
        sys.exit(f"memory_test: more than {MOST_PER_BULLETIN} kB per bulletin")


if __name__ == "__main__":
    main()
