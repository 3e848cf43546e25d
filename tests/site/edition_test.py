#!/usr/bin/env python3
"""Builds the five bulletins of content/ and looks at what readers get: every link and language, below a path prefix
too, and the structure that the originals have.

    tests/site/edition_test.py --gaceta build/dev/generator/gaceta [ROOT]"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import check_links
from program_test import option_parser

DATE = "2026-11-20"
SELA_ANCHORS = {"p": 33, "c": 20, "r": 3}  # numbered paragraphs, conclusions, recommendations
ALADI_RESULTS = 17
ALADI_ACTIVITIES = 41
BULLETINS = 5


def copy_of(root, folder):
    """The site's sources in a folder of their own, so that a test leaves nothing in the checkout."""
    for name in ("content", "templates", "assets", "locales"):
        if (root / name).is_dir():
            shutil.copytree(root / name, folder / name)
    return folder


def build(gaceta, root, output, *arguments):
    command = [gaceta, "build", str(root), "-o", str(output), "--date", DATE, "-q", *arguments]
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300)
    if result.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{result.stdout}")


def pages_of(site, series_in_spanish):
    """The Spanish page of the one bulletin of a series, and its English version."""
    found = [page for name, page in site.pages.items()
             if re.fullmatch(rf"es/{series_in_spanish}/[^/]+/index\.html", name) and not page.is_redirect]
    if len(found) != 1:
        sys.exit(f"{len(found)} bulletins in es/{series_in_spanish}/")
    english = site.target(found[0].path, found[0].alternates["en"])[0]
    return [found[0], site.pages[english]]


def check_sela(site, faults):
    for page in pages_of(site, "informes-sela"):
        for letter, most in SELA_ANCHORS.items():
            have = [name for name in page.ids if re.fullmatch(rf"{letter}-\d+", name)]
            want = [f"{letter}-{number}" for number in range(1, most + 1)]
            if have != want:
                faults.append(f"{page.path}: the anchors {letter}-… are {have}, not {want[0]} to {want[-1]}")


def check_aladi(site, faults):
    for page in pages_of(site, "documentos-aladi"):
        text = (site.folder / page.path).read_text(encoding="utf-8")
        table = max(re.findall(r"<table.*?</table>", text, re.DOTALL), key=len)
        # One <tbody> is one result: its <th scope="rowgroup"> spans the rows of its activities. Bands span all columns.
        groups = re.findall(r"<tbody>(.*?)</tbody>", table, re.DOTALL)
        results = [group for group in groups if "colspan" not in group]
        spans = [int((re.search(r'rowspan="(\d+)"', group) or [0, 1])[1]) for group in results]
        rows = [len(re.findall(r"<tr\b", group)) for group in results]
        if len(results) != ALADI_RESULTS or sum(rows) != ALADI_ACTIVITIES:
            faults.append(f"{page.path}: {len(results)} results and {sum(rows)} activities")
        if spans != rows:
            faults.append(f"{page.path}: the results span {spans} rows and have {rows}")


def check_bulletins(site, faults):
    series = r"(es/(reporte-tmec|comunicados|documentos-aladi|informes-sela)|en/(usmca-report|press-releases|laia-documents|sela-reports))"
    for language in ("es", "en"):
        found = [name for name, page in site.pages.items()
                 if re.fullmatch(series + r"/[^/]+/index\.html", name) and name.startswith(language) and not page.is_redirect]
        if len(found) != BULLETINS:
            faults.append(f"{len(found)} bulletins in '{language}', not {BULLETINS}: {found}")
    if not any(page.calls for page in site.pages.values()):
        faults.append("no page calls a note: the check of the ways back would see nothing")


def main():
    options = option_parser(__doc__).parse_args()
    gaceta = options.gaceta
    faults = []
    with tempfile.TemporaryDirectory(prefix="gaceta-site-") as scratch:
        scratch = pathlib.Path(scratch)
        root = copy_of(options.root, scratch / "root")
        build(gaceta, root, scratch / "site")
        site = check_links.Site(scratch / "site")
        faults += site.check()
        check_bulletins(site, faults)
        check_sela(site, faults)
        check_aladi(site, faults)
        prefix = "https://x.example/some/prefix/"
        build(gaceta, root, scratch / "below", "--base-url", prefix)
        below = check_links.Site(scratch / "below", prefix)
        faults += [f"below a prefix: {fault}" for fault in below.check()]
        if not all(page.canonical.startswith(prefix) for page in below.pages.values() if page.canonical):
            faults.append("below a prefix: a canonical address lies outside it")
    print("\n".join(faults) or f"{len(site.pages)} pages are whole")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
