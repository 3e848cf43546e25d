#!/usr/bin/env python3
"""Walks data/references.json of the five bulletins against their pages, in both languages: each reference is a link at
its place to an anchor that exists, each has its way back, and no link is missing in the graph. Then spoils the graph
and the pages, and wants each fault to be found.

    tests/site/references_test.py --gaceta build/dev/generator/gaceta [ROOT]"""

import copy
import pathlib
import random
import sys
import tempfile

import graph
import html_extract
from edition_test import build, copy_of
from program_test import option_parser

PLANTED = 60
LISTS = 20  # of citations that are spoiled


def spoiled_graphs(edges, count):
    """Graphs with one fault each: an edge less, one more, one from elsewhere, one to elsewhere."""
    dice = random.Random(4)
    in_texts = [i for i, edge in enumerate(edges) if "as" not in edge]
    with_part = [i for i in in_texts if edges[i]["kind"] == "bulletin" and edges[i].get("part")]
    for number in range(count):
        spoiled = copy.deepcopy(edges)
        i = dice.choice(in_texts)
        kind = number % 4
        if kind == 0:
            del spoiled[i]
        elif kind == 1:
            spoiled.append(dict(spoiled[i]))
        elif kind == 2:
            spoiled[i]["paragraph"] = "p-999"
        else:
            i = dice.choice(with_part)
            spoiled[i]["part"] = "p-999"
        yield f"graph, fault {kind} at edge {i}", spoiled


def lists_of_citations(walk):
    for name in sorted(walk.trees):
        for found in html_extract.select(walk.tree(name), "ul.citations"):
            if any(isinstance(child, html_extract.Element) for child in found.children):
                yield name, found


def check_finds_faults(walk, faults):
    for what, spoiled in spoiled_graphs(walk.graph, PLANTED):
        if not walk.spoiled(spoiled).run():
            faults.append(f"not found: {what}")
    for name, found in random.Random(4).sample(list(lists_of_citations(walk)), LISTS):
        kept = found.children
        items = [child for child in kept if isinstance(child, html_extract.Element)]
        found.children = items[1:]
        if not walk.spoiled().run():
            faults.append(f"not found: a way back less in {name}")
        found.children = [*items, items[0]]
        if not walk.spoiled().run():
            faults.append(f"not found: a way back twice in {name}")
        found.children = kept


def main():
    options = option_parser(__doc__).parse_args()
    gaceta = options.gaceta
    with tempfile.TemporaryDirectory(prefix="gaceta-references-") as scratch:
        scratch = pathlib.Path(scratch)
        root = copy_of(options.root, scratch / "root")
        build(gaceta, root, scratch / "site")
        walk = graph.Walk(scratch / "site", root / "content")
        faults = walk.run()
        if len(walk.graph) < 150 or len({edge["kind"] for edge in walk.graph}) < 3:
            faults.append(f"only {len(walk.graph)} references: the walk would prove little")
        if not faults:
            check_finds_faults(walk, faults)
    print("\n".join(faults) or f"{len(walk.graph)} references are links with a way back")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
