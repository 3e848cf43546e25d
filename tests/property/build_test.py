#!/usr/bin/env python3
"""What is always true of a build: the same content gives the same bytes, a second build writes nothing, what others put
into the output stays, and a build that fails or a check changes nothing.

    tests/property/build_test.py --gaceta build/dev/generator/gaceta [ROOT]      ROOT: whose content/ is built"""

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

DATE = "2026-11-20"
MANIFEST = ".gaceta-manifest"
GACETA = ""
ROOT = pathlib.Path(__file__).resolve().parents[2]


def tree(folder):
    """Path -> bytes of every file."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def marks(folder):
    """Path -> what changes when a file or folder is written anew: inode, time of change, size."""
    return {str(path.relative_to(folder)): (path.lstat().st_ino, path.lstat().st_mtime_ns, path.lstat().st_size)
            for path in sorted(folder.rglob("*"))}


class Builds(unittest.TestCase):
    maxDiff = 2000

    def setUp(self):
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="gaceta-property-"))
        self.addCleanup(shutil.rmtree, self.scratch)
        self.root = self.copy("root")

    def copy(self, name):
        root = self.scratch / name
        for part in ("content", "templates", "assets", "locales"):
            if (ROOT / part).is_dir():
                shutil.copytree(ROOT / part, root / part)
        return root

    def run_gaceta(self, *arguments, root=None, status=0, environment=None):
        command, *rest = arguments
        date = () if "--date" in rest else ("--date", DATE)
        words = [GACETA, command, str(root or self.root), *date, *map(str, rest)]
        result = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300,
                                env={**os.environ, "LANG": "C", **(environment or {})})
        self.assertEqual(result.returncode, status, f"{' '.join(words)}\n{result.stdout}")
        return result.stdout

    def assert_same_site(self, one, other):
        one, other = tree(one), tree(other)
        self.assertEqual(sorted(one), sorted(other))
        self.assertEqual([name for name in one if one[name] != other[name]], [], "files that differ")
        self.assertGreater(len(one), 30)

    # ---- the same bytes

    def test_any_number_of_threads_gives_the_same_bytes(self):
        self.run_gaceta("build", "-j1", "-o", self.scratch / "one")
        for threads in ("2", "4", "7"):
            self.run_gaceta("build", "-j", threads, "-o", self.scratch / threads)
            self.assert_same_site(self.scratch / "one", self.scratch / threads)

    def test_no_time_zone_or_language_of_the_machine_reaches_the_pages(self):
        self.run_gaceta("build", "-o", self.scratch / "plain", environment={"TZ": "UTC"})
        for zone, language in (("Asia/Tokyo", "es_MX.UTF-8"), ("America/Mexico_City", "tr_TR.UTF-8"), ("", "de_DE")):
            output = self.scratch / f"{language}-{len(zone)}"
            self.run_gaceta("build", "-o", output, environment={"TZ": zone, "LANG": language, "LC_ALL": language})
            self.assert_same_site(self.scratch / "plain", output)

    def test_neither_the_place_of_the_sources_nor_of_the_output_matters(self):
        self.run_gaceta("build")
        elsewhere = self.copy("a much/longer path, with spaces and ñ")
        self.run_gaceta("build", root=elsewhere)
        self.assert_same_site(self.root / "site", elsewhere / "site")
        self.run_gaceta("build", "-o", self.scratch / "new" / "and deep")
        self.assert_same_site(self.root / "site", self.scratch / "new" / "and deep")

    def test_the_order_of_files_on_the_disk_does_not_matter(self):
        self.run_gaceta("build", "-o", self.scratch / "one")
        reordered = self.scratch / "reordered"
        for path in sorted((path for path in self.root.rglob("*") if path.is_file()), reverse=True):
            target = reordered / path.relative_to(self.root)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
        self.run_gaceta("build", "-o", self.scratch / "two", root=reordered)
        self.assert_same_site(self.scratch / "one", self.scratch / "two")

    # ---- nothing is written without need

    def test_a_second_build_creates_and_writes_nothing(self):
        self.run_gaceta("build")
        before = marks(self.scratch)
        for how in ((), ("--force",)):
            said = self.run_gaceta("build", *how)
            self.assertEqual(marks(self.scratch), before)
            self.assertRegex(said, r"\(0 written, 0 removed\)")

    # ---- nothing is read without need

    def was_recalled(self, *arguments, **options):
        """Whether a build answered from what the last one left: then the only stage is the look at the inputs."""
        return " content\n" not in self.run_gaceta("build", "--timings", *arguments, **options)

    def age(self, root=None):
        """As if nothing had been touched for an hour."""
        for path in (root or self.root).rglob("*"):
            if path.is_file() and "site" not in path.relative_to(root or self.root).parts[:1]:
                os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns - 3600 * 10**9))

    def test_nothing_changed_is_found_out_without_reading(self):
        first = self.run_gaceta("build")
        self.assertFalse(self.was_recalled("--force"))
        self.assertTrue(self.was_recalled())
        again = self.run_gaceta("build")
        words = lambda said: re.sub(r"\(.* written, |, [0-9.]+ s\n", "", said)
        self.assertEqual(words(again), words(first), "the same notes and the same counts")
        self.assertIn("[unverified-fact]", again)

    def test_every_change_is_noticed(self):
        text = next((self.root / "content" / "tmec").glob("*/es.md"))
        other = self.root / "templates" / "extra.html"

        def swap(path, old, new):
            path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

        changes = {
            "a letter of a text": lambda: swap(text, "\n## ", "\n  ## "),
            "a new folder": lambda: (self.root / "content/pages/otra").mkdir(),
            "a folder that is gone": lambda: (self.root / "content/pages/otra").rmdir(),
            "a file that nothing mentions": lambda: (text.parent / "apuntes.txt").write_text("x"),
            "another name": lambda: (text.parent / "apuntes.txt").rename(text.parent / "notas.txt"),
            "a template": lambda: other.write_text("x"),
            "a new time": lambda: os.utime(other, ns=(10**18, 10**18)),
            "an asset": lambda: (self.root / "assets/site.css").write_text("body{}\n"),
            "a house style": lambda: ((self.root / "locales").mkdir(exist_ok=True),
                                      (self.root / "locales" / "x.yaml").write_text("a: b\n")),
            "a page that somebody edited": lambda: swap(self.root / "site/es/index.html", "<h1", "<h1 "),
            "a page that somebody removed": lambda: (self.root / "site/en/index.html").unlink(),
            "the list of pages": lambda: (self.root / "site" / MANIFEST).unlink(),
        }
        take_over = ("--take-over",)
        self.run_gaceta("build", *take_over)
        for what, change in changes.items():
            self.age()
            self.run_gaceta("build", *take_over)
            self.assertTrue(self.was_recalled(*take_over), f"before: {what}")
            change()
            self.assertFalse(self.was_recalled(*take_over), what)
        self.age()
        for option in (("--drafts",), ("--base-url", "https://otra.example/"), ("--precompress",), ("--date", "2026-11-19"),
                       ("-o", self.scratch / "elsewhere")):
            self.run_gaceta("build", *take_over)
            self.assertFalse(self.was_recalled(*take_over, *option), option)
        self.run_gaceta("build", *take_over)
        fresh = self.scratch / "fresh"
        self.run_gaceta("build", "-o", fresh)
        self.assert_same_site(self.root / "site", fresh)

    def test_a_file_changed_a_moment_ago_is_not_trusted_by_its_time(self):
        text = next((self.root / "content" / "tmec").glob("*/es.md"))
        os.utime(text)
        self.run_gaceta("build")
        self.assertFalse(self.was_recalled())

    def test_the_site_of_another_build_is_not_taken_for_ours(self):
        self.run_gaceta("build")
        record = self.root / ".gaceta" / "last-build"
        ours = record.read_bytes()
        text = next((self.root / "content" / "tmec").glob("*/es.md"))
        before, times = text.read_bytes(), text.stat()
        text.write_bytes(before + b"\nM\xc3\xa1s.\n")
        self.run_gaceta("build")
        text.write_bytes(before)
        os.utime(text, ns=(times.st_atime_ns, times.st_mtime_ns))
        record.write_bytes(ours)  # as if the second build had died before it wrote its own
        self.assertFalse(self.was_recalled())
        for torn in (b"", b"\n\n\n", ours[:40], ours[:-30], ours.replace(b"last-build 2", b"last-build 1"), b"\xff" * 99):
            self.run_gaceta("build")
            record.write_bytes(torn)
            self.assertFalse(self.was_recalled(), torn)

    def test_what_a_change_does_not_touch_keeps_its_times(self):
        self.run_gaceta("build")
        before = marks(self.root / "site")
        text = next((self.root / "content" / "tmec").glob("*/es.md"))
        text.write_text(text.read_text(encoding="utf-8") + "\nUna línea más.\n", encoding="utf-8")
        self.run_gaceta("build")
        after = marks(self.root / "site")
        changed = {name for name in after if after[name] != before.get(name) and (self.root / "site" / name).is_file()}
        self.assertIn(MANIFEST, changed)
        self.assertTrue(any(name.startswith("es/reporte-tmec/") for name in changed), changed)
        self.assertFalse([name for name in changed if "/informes-sela/" in name or name.startswith("assets/")], changed)

    def test_the_manifest_names_every_file_with_its_size(self):
        self.run_gaceta("build")
        site = self.root / "site"
        lines = (site / MANIFEST).read_text(encoding="utf-8").splitlines()
        named = {}
        for line in lines:
            match = re.fullmatch(r"([0-9a-f]+) +(\d+) +(.+)", line)
            if match:
                named[match.group(3)] = int(match.group(2))
        self.assertEqual(named, {name: len(data) for name, data in tree(site).items() if name != MANIFEST})

    # ---- what belongs to others, and what is gone

    def test_files_of_others_survive(self):
        self.run_gaceta("build")
        site = self.root / "site"
        (site / "CNAME").write_text("gaceta.example\n")
        (site / "es" / "viejo").mkdir()
        (site / "es" / "viejo" / "foto.jpg").write_bytes(b"\xff\xd8")
        self.run_gaceta("build")
        (self.root / "content" / "site.yaml").write_text(
            (self.root / "content" / "site.yaml").read_text(encoding="utf-8").replace("Gaceta de comercio", "Gaceta del comercio"),
            encoding="utf-8")
        self.run_gaceta("build")
        self.assertEqual((site / "CNAME").read_text(), "gaceta.example\n")
        self.assertEqual((site / "es" / "viejo" / "foto.jpg").read_bytes(), b"\xff\xd8")
        self.assertIn("Gaceta del comercio", (site / "es" / "index.html").read_text(encoding="utf-8"))

    def test_pages_that_no_longer_exist_are_removed(self):
        self.run_gaceta("build")
        site = self.root / "site"
        self.assertTrue((site / "es" / "acerca" / "index.html").exists())
        shutil.rmtree(self.root / "content" / "pages" / "about")
        self.run_gaceta("build")
        self.assertFalse((site / "es" / "acerca").exists())
        fresh = self.scratch / "fresh"
        self.run_gaceta("build", "-o", fresh)
        self.assert_same_site(site, fresh)

    def test_a_folder_of_others_is_not_taken_over(self):
        mine = self.scratch / "mine"
        mine.mkdir()
        (mine / "tesis.txt").write_text("no tocar\n")
        before = marks(mine)
        self.run_gaceta("build", "-o", mine, status=1)
        self.assertEqual(marks(mine), before)
        self.run_gaceta("build", "-o", mine, "--take-over")
        self.assertEqual((mine / "tesis.txt").read_text(), "no tocar\n")
        self.assertTrue((mine / "es" / "index.html").exists())

    # ---- what fails leaves everything

    def test_a_release_refuses_unverified_facts_and_leaves_the_site(self):
        self.run_gaceta("build")
        before = marks(self.root / "site")
        said = self.run_gaceta("build", "--release", status=1)
        self.assertIn("[unverified-fact-in-release]", said)
        self.assertEqual(marks(self.root / "site"), before)

    def test_a_failed_build_leaves_no_trace(self):
        self.run_gaceta("build")
        with open(self.root / "content" / "topics.yaml", "a", encoding="utf-8") as file:
            file.write("\t- x: [\n")
        before = marks(self.scratch)
        self.run_gaceta("build", status=1)
        self.assertEqual(marks(self.scratch), before)

    def test_a_first_build_that_fails_makes_no_output(self):
        (self.root / "content" / "topics.yaml").write_text("- x\n", encoding="utf-8")
        before = marks(self.scratch)
        self.run_gaceta("build", "-o", self.scratch / "never" / "made", status=1)
        self.assertEqual(marks(self.scratch), before)

    def test_a_check_writes_nothing(self):
        before = marks(self.scratch)
        for form in ("text", "json", "sarif"):
            self.run_gaceta("check", "--format", form)
        self.assertEqual(marks(self.scratch), before)
        self.run_gaceta("build")
        before = marks(self.scratch)
        self.run_gaceta("check")
        self.assertEqual(marks(self.scratch), before)

    def test_wrong_command_lines_end_with_status_2(self):
        self.run_gaceta("build", "--no-such-option", status=2)
        self.run_gaceta("build", "--base-url", "gaceta.example", status=2)
        self.run_gaceta("build", "--date", "30/01/2026", status=2)
        self.run_gaceta("check", "--format", "xml", status=2)

    def test_a_machine_that_fails_ends_with_status_3(self):
        (self.scratch / "file").write_text("x")
        self.run_gaceta("build", root=self.scratch / "missing", status=3)
        self.run_gaceta("build", root=self.scratch / "file", status=3)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gaceta", required=True)
    parser.add_argument("root", nargs="?", type=pathlib.Path, default=ROOT)
    options, rest = parser.parse_known_args()
    globals().update(GACETA=str(pathlib.Path(options.gaceta).resolve()), ROOT=options.root.resolve())
    unittest.main(argv=[sys.argv[0], *rest])


if __name__ == "__main__":
    main()
