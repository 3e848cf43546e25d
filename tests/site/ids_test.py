#!/usr/bin/env python3
"""Edits copies of the five bulletins by a seeded script (insert, delete, split, join, exchange paragraphs, in both
languages) after their ids were stamped, and wants of every id: it still points to the same text, or the build reports
it. Texts that nobody touched, and paragraphs that came with a number of their own, raise nothing.

    tests/site/ids_test.py --gaceta build/dev/generator/gaceta [--steps N] [ROOT]"""

import difflib
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import graph
import html_extract
from edition_test import copy_of
from program_test import option_parser

STEPS = 100
MOST_EDITS = 5
LANGUAGES = ("es", "en")
WORDS = "acta faro molino tinta umbral velero zafra cantera dique espiga fanal gruta".split()
REPORT = re.compile(r"^content/(\S+?)/(\w\w)\.md[:\d]*: warning: (.*) \[(moved-id|moved-ids|lost-id|replaced-id)\]$")


def build(gaceta, root, site):
    command = [gaceta, "build", str(root), "-o", str(site), "--date", "2026-11-20"]
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"})


def stamp(gaceta, root, folder):
    for language in LANGUAGES:
        subprocess.run([gaceta, "stamp", folder, language, "--root", str(root)], check=True, stdout=subprocess.DEVNULL)


def words(element):
    if isinstance(element, str):
        return element
    if set(element.classes()) & {"twin", "number", "way-back", "note-call", "section-number"}:
        return ""
    return "".join(words(child) for child in element.children)


def ids_of(page):
    """{id: words} of the blocks, items and notes of a page."""
    tree = html_extract.parse(page.read_text(encoding="utf-8"))
    parts = html_extract.select(tree, "div.text") + html_extract.select(tree, "section.notes")
    return {element.attributes["id"]: " ".join(words(element).split()) for part in parts for element in part.descendants()
            if re.fullmatch(r"(p|s|c|r|t|q|l|i|u|k|fn)(-\d+)+(-bis)?", element.attributes.get("id") or "")}


def reported_ids(output, folder):
    found = {language: set() for language in LANGUAGES}
    for line in output.splitlines():
        match = REPORT.match(line)
        if not match or match.group(1) != folder:
            continue
        names = re.findall(r"'#([^']+)'", match.group(3))
        if match.group(4) == "moved-ids":
            prefix, first = names[0].rsplit("-", 1)
            found[match.group(2)] |= {f"{prefix}-{n}" for n in range(int(first), int(names[1].rsplit("-", 1)[1]) + 1)}
        else:
            found[match.group(2)].add(names[0])
    return found


# ---- edits of a text: a list of chunks between blank lines

def chunks_of(text):
    head, body = text.split("\n---\n", 1)
    chunks, fence = [], False
    for chunk in body.strip("\n").split("\n\n"):
        chunks[-1:] = [chunks[-1] + "\n\n" + chunk] if fence else [*chunks[-1:], chunk]
        fence ^= chunk.count("```") % 2 == 1
    return head, chunks


def is_plain(chunks, i):
    """A paragraph with nothing before it that speaks of it."""
    chunk = chunks[i]
    is_text = re.match(r"[\w¿¡“«]", chunk) and not re.match(r"\d+\.", chunk) and "```" not in chunk
    return is_text and not (i > 0 and re.fullmatch(r"\{[^`]*\}", chunks[i - 1].strip()))


def edit(chunks, dice):
    plain = [i for i in range(len(chunks)) if is_plain(chunks, i)]
    i = dice.choice(plain)
    kind = dice.choice(["insert", "delete", "split", "join", "exchange"])
    if kind == "insert":
        chunks.insert(i, " ".join(dice.choice(WORDS) for _ in range(dice.randint(5, 30))).capitalize() + ".")
    elif kind == "delete":
        del chunks[i]
    elif kind == "split":
        ends = [match.end() for match in re.finditer(r"\w\.\s(?=[A-ZÁÉÍÓÚ])", chunks[i])]
        if ends:
            at = dice.choice(ends)
            chunks[i:i + 1] = [chunks[i][:at].rstrip(), chunks[i][at:]]
    elif kind == "join" and i + 1 in plain:
        chunks[i:i + 2] = [chunks[i] + " " + chunks[i + 1]]
    elif kind == "exchange":
        j = dice.choice(plain)
        chunks[i], chunks[j] = chunks[j], chunks[i]


def is_same(before, after):
    """The same text, a part of it, or one that holds a good part of it in one piece."""
    if not after or before in after or after in before:
        return bool(after)
    longest = difflib.SequenceMatcher(None, before, after, autojunk=False).find_longest_match().size
    return longest * 3 >= min(len(before), len(after)) and longest >= 40


class Test:
    def __init__(self, gaceta, root, scratch):
        self.gaceta, self.root, self.site = gaceta, root, scratch / "site"
        self.files = {name: files for (kind, name), files in graph.page_files(root / "content").items() if kind == "bulletin"}
        self.folders = {}
        for settings in (root / "content").glob("*/*/bulletin.yaml"):
            name = graph.value_of(settings.read_text(encoding="utf-8"), "id")
            folder = settings.parent.relative_to(root / "content").as_posix()
            self.folders[name or folder] = folder
        self.faults, self.moved, self.built = [], 0, 0
        for folder in self.folders.values():
            stamp(gaceta, root, folder)
        clean = build(gaceta, root, self.site)
        if clean.returncode != 0 or any(REPORT.match(line) for line in clean.stdout.splitlines()):
            sys.exit(f"the stamped bulletins themselves are reported:\n{clean.stdout}")
        self.before = {name: {language: ids_of(self.site / files[language]) for language in LANGUAGES}
                       for name, files in self.files.items()}

    def step(self, number):
        dice = random.Random(number)
        name = sorted(self.folders)[number % len(self.folders)]
        folder = self.root / "content" / self.folders[name]
        kept = {language: (folder / f"{language}.md").read_text(encoding="utf-8") for language in LANGUAGES}
        for language in LANGUAGES:
            head, chunks = chunks_of(kept[language])
            for _ in range(dice.randint(1, MOST_EDITS)):
                edit(chunks, dice)
            (folder / f"{language}.md").write_text(head + "\n---\n\n" + "\n\n".join(chunks) + "\n", encoding="utf-8")
        result = build(self.gaceta, self.root, self.site)
        if result.returncode == 0:
            self.compare(number, name, reported_ids(result.stdout, self.folders[name]))
        elif "[unknown-anchor]" not in result.stdout and "[duplicate-anchor]" not in result.stdout:
            self.faults.append(f"step {number}: {result.stdout[:400]}")
        for language, text in kept.items():
            (folder / f"{language}.md").write_text(text, encoding="utf-8")

    def compare(self, number, name, reported):
        self.built += 1
        for language in LANGUAGES:
            after = ids_of(self.site / self.files[name][language])
            for one, text in self.before[name][language].items():
                if not text:
                    continue
                is_kept = is_same(text, after.get(one, ""))
                self.moved += not is_kept
                if not is_kept and one not in reported[language]:
                    self.faults.append(f"step {number}: {name} {language}: '#{one}' was '{text[:60]}' and is now "
                                       f"'{after.get(one, '')[:60]}', and nothing was said")
                if one in reported[language] and after.get(one) == text:
                    self.faults.append(f"step {number}: {name} {language}: '#{one}' is as it was, and was reported")

    def check_kept(self):
        """A paragraph with a number of its own moves nothing."""
        name = "sela/2015-10-consorcios"
        path = self.root / "content" / self.folders[name] / "es.md"
        text = path.read_text(encoding="utf-8")
        head, chunks = chunks_of(text)
        i = next(i for i in range(len(chunks)) if is_plain(chunks, i))
        chunks[i + 1:i + 1] = ['{number="1 bis"}', "Acta nueva del molino."]
        path.write_text(head + "\n---\n\n" + "\n\n".join(chunks) + "\n", encoding="utf-8")
        result = build(self.gaceta, self.root, self.site)
        if result.returncode != 0 or any(reported_ids(result.stdout, self.folders[name]).values()):
            self.faults.append(f"a paragraph with its own number moves others:\n{result.stdout[:800]}")
        path.write_text(text, encoding="utf-8")


def main():
    parser = option_parser(__doc__)
    parser.add_argument("--steps", type=int, default=STEPS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gaceta-ids-") as scratch:
        scratch = pathlib.Path(scratch)
        test = Test(options.gaceta, copy_of(options.root, scratch / "root"), scratch)
        test.check_kept()
        for number in range(options.steps):
            test.step(number)
        if test.built * 2 < options.steps or test.moved < options.steps:
            test.faults.append(f"only {test.built} of {options.steps} steps could be built; {test.moved} ids moved")
    print("\n".join(test.faults[:40]) or f"{test.built} edited bulletins, {test.moved} ids with another text, all reported")
    sys.exit(1 if test.faults else 0)


if __name__ == "__main__":
    main()
