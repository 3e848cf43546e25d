#!/usr/bin/env python3
"""Counts the blocks of both texts against the cells of the parallel pages: each block of a text, in the order of the
text, is in exactly one cell of its language, on the page of either language; and nothing else is. For the five bulletins
and for generated ones from which random blocks of one language were taken away.

    tests/site/parallel_test.py --gaceta build/dev/generator/gaceta [ROOT]"""

import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

import graph
import html_extract
from edition_test import build, copy_of
from program_test import option_parser

WORDS = {"es": "bilingue", "en": "bilingual"}
COLUMN = {"es": 0, "en": 1}  # on the Spanish page; the other way round on the English one
GENERATED = 40
LEFT_OUT_CLASSES = {"twin", "way-back"}


def words(element):
    """The words of an element without what only one of the two pages has."""
    parts = []

    def add(node):
        if isinstance(node, str):
            parts.append(node)
        elif not set(node.classes()) & LEFT_OUT_CLASSES:
            for child in node.children:
                add(child)

    add(element)
    return " ".join("".join(parts).split())


def elements(element):
    return [child for child in element.children if isinstance(child, html_extract.Element)]


def blocks_of_page(tree):
    """What the text's own page shows, block by block; lists item by item; the notes last."""
    found = []
    for block in elements(html_extract.select(tree, "div.text")[0]):
        if "dateline" in block.classes():
            continue
        found += [words(item) for item in elements(block)] if block.tag in ("ul", "ol") else [words(block)]
    for notes in html_extract.select(tree, "section.notes"):
        found += [words(item) for item in html_extract.select(notes, "li") if item.parent.tag == "ol"
                  and (item.attributes.get("id") or "").startswith("fn-")]
    return found


def cells_of_page(tree, column):
    found = []
    for row in html_extract.select(tree, "div.pair"):
        if "pair-head" in row.classes():
            continue
        cell = elements(row)[column]
        if "alone" in cell.classes():
            continue
        notes = [child for child in elements(cell) if "note" in child.classes()]
        for note in notes:  # '3 Words of the note': the number is that of its item elsewhere
            note.children = [child for child in note.children
                             if isinstance(child, str) or "number" not in child.classes()]
        found.append(words(cell))
    return found


def chunks(text):
    """Blocks of a Markdown file by blank lines, without Gaceta's parser: how many a text has at the least."""
    body = text.split("\n---\n", 1)[1]
    count, in_fence, in_chunk = 0, False, False
    for line in body.split("\n"):
        if line.startswith("```"):
            if not in_fence and not in_chunk:
                count += 1
            in_fence, in_chunk = not in_fence, in_fence
        elif in_fence:
            continue
        elif not line.strip():
            in_chunk = False
        else:
            is_mark = re.fullmatch(r"\{[^`]*\}", line.strip())
            if not in_chunk and not is_mark and not line.startswith(("  ", "\t")):
                count += 1
            in_chunk = not is_mark
    return count


def check_pages(site, content, faults):
    walk = graph.Walk(site, content)
    counted = 0
    for (kind, name), files in walk.files.items():
        if kind != "bulletin" or len(files) < 2:
            continue
        for reader, page in files.items():
            parallel = walk.tree(page.replace("index.html", WORDS[reader] + "/index.html"))
            ids = [element.attributes["id"] for element in parallel.descendants() if "id" in element.attributes]
            faults += [f"{name} in {reader}: the id '{one}' twice" for one in sorted({i for i in ids if ids.count(i) > 1})]
            for language in WORDS:
                column = COLUMN[language] if reader == "es" else 1 - COLUMN[language]
                want = blocks_of_page(walk.tree(files[language]))
                have = cells_of_page(parallel, column)
                if have != want:
                    at = next((i for i, pair in enumerate(zip(have, want)) if pair[0] != pair[1]), min(len(have), len(want)))
                    faults.append(f"{name} in {reader}, column {language}: {len(have)} cells for {len(want)} blocks; the first "
                                  f"that differs is {at}: {have[at:at + 1]} instead of {want[at:at + 1]}")
                counted += len(want)
    return counted


def check_finds_losses(site, content, faults):
    """A cell less, a cell twice, two cells exchanged: the count must see each."""
    walk = graph.Walk(site, content)
    files = next(files for (kind, _), files in walk.files.items() if kind == "bulletin" and len(files) == 2)
    tree = walk.tree(files["es"].replace("index.html", WORDS["es"] + "/index.html"))
    pairs = html_extract.select(tree, "div.pairs")[0]
    want, rows = blocks_of_page(walk.tree(files["es"])), elements(pairs)
    for what, spoiled in (("a row less", rows[:2] + rows[3:]), ("a row twice", rows[:3] + rows[2:]),
                          ("two rows exchanged", rows[:2] + [rows[3], rows[2]] + rows[4:])):
        pairs.children = spoiled
        if cells_of_page(tree, COLUMN["es"]) == want:
            faults.append(f"not found: {what}")


def check_sources(site, content, faults):
    """The text's own page has at least as many blocks as its source has chunks."""
    walk = graph.Walk(site, content)
    for text in sorted(content.glob("*/*/??.md")):
        if text.parent.parent.name == "pages":
            continue
        settings = (text.parent / "bulletin.yaml").read_text(encoding="utf-8")
        name = graph.value_of(settings, "id") or f"{text.parent.parent.name}/{text.parent.name}"
        page = walk.files["bulletin", name][text.stem]
        have, want = len(blocks_of_page(walk.tree(page))), chunks(text.read_text(encoding="utf-8"))
        if have < want:
            faults.append(f"{page}: {have} blocks, and the source has {want}")


def drop_blocks(text, dice):
    """The text without some of its paragraphs, headings, tables and lists."""
    head, body = text.split("\n---\n", 1)
    kept = []
    for chunk in body.split("\n\n"):
        is_plain = chunk.strip() and not chunk.lstrip().startswith(("{", "[^", "```", "  "))
        if not (is_plain and "[^" not in chunk and dice.random() < 0.15):
            kept.append(chunk)
    return head + "\n---\n" + "\n\n".join(kept)


def check_generated(gaceta, root, scratch, faults):
    corpus = scratch / "corpus"
    subprocess.run([sys.executable, str(root / "bench/corpus/generate.py"), str(GENERATED), str(corpus),
                    "--outputs", "parallel"], check=True, stdout=subprocess.DEVNULL)
    dice = random.Random(2)
    dropped = 0
    for text in sorted((corpus / "content").glob("*/*/en.md")):
        before = text.read_text(encoding="utf-8")
        after = drop_blocks(before, dice)
        dropped += before.count("\n\n") - after.count("\n\n")
        text.write_text(after, encoding="utf-8")
    output = scratch / "generated"
    result = subprocess.run([gaceta, "build", str(corpus), "-o", str(output), "-q"], stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, text=True)
    if result.returncode != 0:
        faults.append(result.stdout[:2000])
        return 0
    if dropped < GENERATED:
        faults.append(f"only {dropped} blocks were taken away")
    return check_pages(output, corpus / "content", faults)


def main():
    options = option_parser(__doc__).parse_args()
    gaceta = options.gaceta
    faults = []
    with tempfile.TemporaryDirectory(prefix="gaceta-parallel-") as scratch:
        scratch = pathlib.Path(scratch)
        root = copy_of(options.root, scratch / "root")
        build(gaceta, root, scratch / "site")
        own = check_pages(scratch / "site", root / "content", faults)
        check_finds_losses(scratch / "site", root / "content", faults)
        check_sources(scratch / "site", root / "content", faults)
        generated = check_generated(gaceta, options.root.resolve(), scratch, faults)
    print("\n".join(faults) or f"{own} blocks of the five bulletins and {generated} of generated ones are each in one cell")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
