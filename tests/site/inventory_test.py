#!/usr/bin/env python3
"""Walks the inventories that the five bulletins publish, as Sphinx reads objects.inv and as Gaceta reads inventory.json:
every entry leads to an anchor that exists, and every place of every text has an entry. Then another site links here by
id from both files, and each of its links is followed.

    tests/site/inventory_test.py --gaceta build/dev/generator/gaceta [ROOT]"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zlib

import graph
import html_extract
from edition_test import build, copy_of
from program_test import option_parser

LINE = re.compile(r"(.+?)\s+(\S+)\s+(-?\d+)\s+?(\S*)\s+(.*)")  # sphinx.util.inventory
BASE = "https://gaceta.example/"


def read_sphinx(path):
    """[(name, role, address, title)] as Sphinx's InventoryFile.load_v2 reads them."""
    with path.open("rb") as stream:
        assert stream.readline().rstrip() == b"# Sphinx inventory version 2"
        assert stream.readline().startswith(b"# Project: ")
        assert stream.readline().startswith(b"# Version: ")
        assert b"zlib" in stream.readline()
        text = zlib.decompress(stream.read()).decode("utf-8")
    entries = []
    for line in text.splitlines():
        name, role, _, address, title = LINE.match(line.rstrip()).groups()
        if address.endswith("$"):
            address = address[:-1] + name
        entries.append((name, role, address, name if title == "-" else title))
    return entries


def file_of(address):
    path, _, fragment = address.partition("#")
    return path + "index.html" if path.endswith("/") or not path else path, fragment


def check_address(walk, what, address, faults):
    file, fragment = file_of(address)
    if not (walk.site / file).is_file():
        faults.append(f"{what}: '{file}' does not exist")
    elif fragment and fragment not in walk.ids(file):
        faults.append(f"{what}: '{file}' has no '#{fragment}'")


def places_of(walk, page):
    """The ids of a text that others can link to: blocks, items, notes, figures."""
    parts = html_extract.select(walk.tree(page), "div.text") + html_extract.select(walk.tree(page), "section.notes")
    return {element.attributes["id"] for part in parts for element in part.descendants() if "id" in element.attributes
            and element.tag not in ("th",) and not element.attributes["id"].startswith("fnref-")
            and element.attributes["id"] != "notes"}


def check_own(site, content, faults):
    walk = graph.Walk(site, content)
    inventory = json.loads((site / "data/inventory.json").read_text(encoding="utf-8"))
    in_json = {}
    for item in inventory["items"]:
        for language, address in item["address"].items():
            in_json[item["id"], language] = address
            check_address(walk, f"inventory.json, {item['id']}", address, faults)
            if not item["title"].get(language):
                faults.append(f"inventory.json, {item['id']}: no title in '{language}'")
            for place in item.get("places", []):
                in_json[f"{item['id']}#{place['id']}", language] = f"{address}#{place['id']}"
                check_address(walk, f"inventory.json, {item['id']}", f"{address}#{place['id']}", faults)
    count = 0
    for language in graph.LANGUAGES:
        entries = read_sphinx(site / language / "objects.inv")
        count += len(entries)
        if len({(name, role) for name, role, _, _ in entries}) != len(entries):
            faults.append(f"{language}/objects.inv: a name twice")
        for name, _, address, title in entries:
            check_address(walk, f"{language}/objects.inv, {name}", f"{language}/{address}", faults)
            if in_json.get((name, language)) != f"{language}/{address}":
                faults.append(f"{language}/objects.inv: '{name}' is not in inventory.json, or elsewhere")
            if not title.strip():
                faults.append(f"{language}/objects.inv: '{name}' has no title")
        names = {name for name, _, _, _ in entries}
        for (kind, name), files in walk.files.items():
            if language not in files:
                continue
            want = {f"{name}#{place}" for place in places_of(walk, files[language])} | {name}
            if kind == "page":
                want = {f"pages/{name}"}
            faults += [f"{language}/objects.inv lacks '{missing}'" for missing in sorted(want - names)]
    return count


SITE = """title: {es: Otro sitio, en: Another site}
base_url: https://otro.example/
languages: {es: {locale: es-MX}, en: {locale: en-US}}
series: {notas: {name: {es: Notas, en: Notes}, slug: {es: notas, en: notes}}}
inventories:
  gaceta: {file: inventories/gaceta.json}
  sphinx:
    file: {es: inventories/es.inv, en: inventories/en.inv}
    base_url: {es: https://gaceta.example/es/, en: https://gaceta.example/en/}
"""


def check_links_from_elsewhere(gaceta, site, scratch, faults):
    """A site whose one bulletin refers to everything, by both inventories; the links must be those of the inventory."""
    root = scratch / "other"
    folder = root / "content/notas/todo"
    folder.mkdir(parents=True)
    (root / "content/inventories").mkdir()
    shutil.copy(site / "data/inventory.json", root / "content/inventories/gaceta.json")
    for language in graph.LANGUAGES:
        shutil.copy(site / language / "objects.inv", root / f"content/inventories/{language}.inv")
    (root / "content/site.yaml").write_text(SITE, encoding="utf-8")
    (folder / "bulletin.yaml").write_text("date: 2026-01-01\n", encoding="utf-8")
    wanted = {}
    for language in graph.LANGUAGES:
        entries = read_sphinx(site / language / "objects.inv")
        text = "".join(f"<ref:gaceta:{name}> <ref:sphinx:{name}>\n\n" for name, _, _, _ in entries)
        (folder / f"{language}.md").write_text(f"---\ntitle: T {language}\nsummary: S {language}\nslug: todo\n---\n\n{text}",
                                               encoding="utf-8")
        wanted[language] = [(BASE + f"{language}/{address}", title) for _, _, address, title in entries for _ in "12"]
    result = subprocess.run([gaceta, "build", str(root), "-o", str(scratch / "other-site"), "-q"], text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if result.returncode != 0 or "error" in result.stdout:
        faults.append(result.stdout[:2000])
        return 0
    count = 0
    for language, series in (("es", "notas"), ("en", "notes")):
        tree = html_extract.parse((scratch / f"other-site/{language}/{series}/todo/index.html").read_text(encoding="utf-8"))
        links = html_extract.select(tree, "div.text a.reference")
        have = [link.attributes["href"] for link in links]
        count += len(have)
        if have != [address for address, _ in wanted[language]]:
            faults.append(f"{language}: the links of the other site are not those of the inventory: {have[:4]}")
        for link, (address, title) in zip(links, wanted[language]):
            words = "".join(child for child in link.children if isinstance(child, str))
            if not words.strip() or "hreflang" in link.attributes:
                faults.append(f"{language}: {address} is '{words}' with {link.attributes}")
    return count


def main():
    options = option_parser(__doc__).parse_args()
    gaceta = options.gaceta
    faults = []
    with tempfile.TemporaryDirectory(prefix="gaceta-inventory-") as scratch:
        scratch = pathlib.Path(scratch)
        root = copy_of(options.root, scratch / "root")
        build(gaceta, root, scratch / "site", "--base-url", BASE)
        entries = check_own(scratch / "site", root / "content", faults)
        links = check_links_from_elsewhere(gaceta, scratch / "site", scratch, faults)
    print("\n".join(faults[:50]) or f"{entries} entries lead to their places; {links} links from another site too")
    sys.exit(1 if faults or not entries or not links else 0)


if __name__ == "__main__":
    main()
