#!/usr/bin/env python3
"""The examples of docs/manual/references.md: each reference of its first table, put into a real text in both languages,
reads as the table says.

    tests/site/manual_test.py --gaceta build/dev/generator/gaceta [ROOT]"""

import pathlib
import re
import sys
import tempfile

import graph
import html_extract
from edition_test import build, copy_of
from program_test import option_parser

ELSEWHERE = "tmec/2021-07-pymes"  # where the examples are put
REPORT = "sela/2015-10-consorcios"  # and those that speak of the text in which they stand: '#c-5' is a conclusion


def rows_of(manual):
    """[(markdown, Spanish, English)] of the first table."""
    table = re.search(r"\| write this .*?\n\n", manual, re.DOTALL).group(0)
    for line in table.strip().splitlines()[2:]:
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        yield cells[0].strip("`"), cells[1], cells[2]


def is_as_said(words, said):
    """What the manual describes in words of its own can only be looked at for being there."""
    words = words.replace("\u00a0", " ").replace("\u2060", "")
    choices = [re.sub(r"\s*\(.*?\)|\s+where .*", "", choice) for choice in said.split(";")]
    if re.match(r"the |\(", said.removeprefix("…, ")):
        return bool(words.strip())
    return any(words.endswith(choice.removeprefix("…")) if choice.strip().startswith("…") else words == choice.strip()
               for choice in choices)


def check(page, rows, column, faults):
    links = html_extract.select(html_extract.parse(page.read_text(encoding="utf-8")), "#ejemplos a.reference")
    if len(links) != len(rows):
        faults.append(f"{page.name}: {len(links)} links for {len(rows)} examples")
    for link, row in zip(links, rows):
        words = "".join(child for child in link.children if isinstance(child, str))
        if not is_as_said(words, row[column]):
            faults.append(f"{row[0]} reads '{words}', and the manual says '{row[column]}'")


def main():
    options = option_parser(__doc__).parse_args()
    rows = list(rows_of((options.root / "docs/manual/references.md").read_text(encoding="utf-8")))
    faults = [] if len(rows) >= 9 else [f"only {len(rows)} examples"]
    with tempfile.TemporaryDirectory(prefix="gaceta-manual-") as scratch:
        scratch = pathlib.Path(scratch)
        root = copy_of(options.root, scratch / "root")
        parts = {REPORT: [row for row in rows if row[0].startswith("<ref:#")]}
        parts[ELSEWHERE] = [row for row in rows if row not in parts[REPORT]]
        for folder, examples in parts.items():
            for language in graph.LANGUAGES:
                path = root / "content" / folder / f"{language}.md"
                text = path.read_text(encoding="utf-8") + "\n\n{#ejemplos unnumbered}\n\n"
                path.write_text(text + " · ".join(row[0] for row in examples) + "\n", encoding="utf-8")
        build(options.gaceta, root, scratch / "site")
        for folder, examples in parts.items():
            files = graph.page_files(root / "content")["bulletin", folder]
            for column, language in enumerate(graph.LANGUAGES, 1):
                check(scratch / "site" / files[language], examples, column, faults)
    print("\n".join(faults) or f"{len(rows)} examples read as the manual says")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
