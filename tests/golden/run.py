#!/usr/bin/env python3
"""Runs the built `gaceta` on tiny sites and compares what it says and writes.

    tests/golden/run.py --gaceta build/dev/generator/gaceta [--update] [GROUP | GROUP/CASE …]

bad/     sites with mistakes: exit 1, the full text of the diagnostics, the published site untouched
warned/  sites with warnings or notes: exit 0, the full text of the diagnostics
good/    parts of the published pages

A case holds only the files in which it differs from skeleton/; README.md says which others it may hold. `--update`
rewrites the expected files: read the diff like code."""

import argparse
import concurrent.futures
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import html_extract

HERE = pathlib.Path(__file__).resolve().parent
GROUPS = ("bad", "warned", "good")
LANGUAGES = {"expected.txt": "C.UTF-8", "expected.es.txt": "es_MX.UTF-8"}
CASE_FILES = {*LANGUAGES, "args", "delete"}
SITE_FOLDERS = {"content", "templates", "assets", "locales"}
BUILD_DATE = "2026-01-31"
SECONDS = 60


def environment(language):
    kept = {name: value for name, value in os.environ.items() if name.startswith(("PATH", "ASAN_", "UBSAN_", "TSAN_"))}
    return {**kept, "LANG": language, "TZ": "UTC"}


def run_gaceta(gaceta, arguments, folder, language):
    arguments = list(arguments)
    if arguments[0] in ("build", "check") and "--date" not in arguments:
        arguments += ["--date", BUILD_DATE]
    return subprocess.run([gaceta, *arguments], cwd=folder, env=environment(language), timeout=SECONDS,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="backslashreplace")


def snapshot(folder):
    """Every file with its bytes and times: an untouched folder gives the same twice."""
    return {
        str(path.relative_to(folder)): (path.stat().st_mtime_ns, path.stat().st_ino,
                                        path.read_bytes() if path.is_file() else None)
        for path in sorted(folder.rglob("*"))
    }


class Mismatch(Exception):
    pass


class Runner:
    def __init__(self, gaceta, update, scratch):
        self.gaceta = str(pathlib.Path(gaceta).resolve())
        self.update = update
        self.scratch = pathlib.Path(scratch)
        self.published = self.scratch / "skeleton"

    def publish_skeleton(self):
        shutil.copytree(HERE / "skeleton", self.published)
        result = run_gaceta(self.gaceta, ["build"], self.published, "C.UTF-8")
        if result.returncode != 0 or ", 0 warnings, 0 notes," not in result.stdout:
            sys.exit(f"the skeleton itself is not a good site:\n{result.stdout}")

    def site_of(self, case, language):
        """The published skeleton with the files of the case over it."""
        site = self.scratch / f"{case.parent.name}-{case.name}-{language}"
        shutil.copytree(self.published, site, copy_function=shutil.copy2)
        for line in lines_of(case / "delete"):
            doomed = site / line
            shutil.rmtree(doomed) if doomed.is_dir() else doomed.unlink()
        for entry in case.iterdir():
            if entry.is_dir():
                shutil.copytree(entry, site / entry.name, dirs_exist_ok=True)
            elif entry.name not in CASE_FILES:
                raise Mismatch(f"nothing uses the file '{entry.name}'")
        return site

    def run_case(self, case):
        if not (case / "expected.txt").exists() and not self.update:
            raise Mismatch("there is no expected.txt; --update writes one")
        for name, language in LANGUAGES.items():
            expected = case / name
            if expected.exists() or (self.update and name == "expected.txt"):
                self.run_language(case, expected, language)

    def run_language(self, case, expected, language):
        site = self.site_of(case, language)
        before = snapshot(site / "site")
        arguments = lines_of(case / "args") or ["build"]
        result = run_gaceta(self.gaceta, arguments, site, language)
        said = without_numbers(result.stdout.replace(str(self.scratch), "$TMP"))
        wanted = 1 if case.parent.name == "bad" else 0
        if result.returncode != wanted:
            raise Mismatch(f"exit status {result.returncode} instead of {wanted}:\n{result.stdout}")
        if wanted == 1 and snapshot(site / "site") != before:
            raise Mismatch("the site published before was changed")
        if case.parent.name == "good":
            said = self.page_parts(expected, site / "site", said)
        self.compare(expected, said)
        shutil.rmtree(site)

    def page_parts(self, expected, output, said):
        """The sections that the expected file asks for, filled with what the pages hold now."""
        headings = [line for line in lines_of(expected, keep_empty=True) if line.startswith("=== ")]
        if not headings:
            raise Mismatch("expected.txt asks for nothing; begin a section with a line '=== PAGE SELECTOR'")
        parts = []
        for heading in headings:
            what, _, selector = heading.removeprefix("=== ").partition(" ")
            parts += [heading, *part_of(output, what, selector, said), ""]
        return "\n".join(parts)

    def compare(self, expected, said):
        have = expected.read_text(encoding="utf-8") if expected.exists() else ""
        if have == said:
            return
        if self.update:
            expected.write_text(said, encoding="utf-8")
            print(f"updated {expected.relative_to(HERE)}")
            return
        diff = difflib.unified_diff(have.splitlines(), said.splitlines(), "expected", "got", lineterm="")
        raise Mismatch("\n".join(diff))


def part_of(output, what, selector, said):
    if what == "said":
        return said.splitlines()
    path = output / what / "index.html" if (output / what).is_dir() else output / what
    if selector == "absent":
        return ["absent"] if not path.exists() else [f"'{what}' exists"]
    if not path.is_file():
        return [f"'{what}' does not exist"]
    text = path.read_text(encoding="utf-8")
    if not selector:
        return text.splitlines()
    found = html_extract.select(html_extract.parse(text), selector)
    if not found:
        return [f"nothing matches '{selector}'"]
    return [line for element in found for line in html_extract.outline(element)]


def without_numbers(text):
    """The summary line without what depends on the machine, and without the pages that every site has."""
    return re.sub(r"^\d+ (\S+) \(\d+ (\S+), \d+ (\S+)\), (.*), \d+\.\d\d s$", r"N \1 (N \2, N \3), \4, N s", text,
                  flags=re.MULTILINE)


def lines_of(path, keep_empty=False):
    if not path.exists():
        return []
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line or keep_empty]


def wanted_cases(names):
    for group in GROUPS:
        for case in sorted((HERE / group).iterdir()):
            if not case.is_dir():
                raise SystemExit(f"{case}: a case is a folder")
            if not names or group in names or f"{group}/{case.name}" in names:
                yield case


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gaceta", required=True, help="the built program")
    parser.add_argument("--update", action="store_true", help="rewrite the expected files")
    parser.add_argument("-j", "--jobs", type=int, default=2)
    parser.add_argument("names", nargs="*", metavar="GROUP or GROUP/CASE")
    options = parser.parse_args()
    cases = list(wanted_cases(options.names))
    if not cases:
        sys.exit("no such case")
    failed = 0
    with tempfile.TemporaryDirectory(prefix="gaceta-golden-") as scratch:
        runner = Runner(options.gaceta, options.update, scratch)
        runner.publish_skeleton()
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            running = {case: pool.submit(runner.run_case, case) for case in cases}
            for case, future in running.items():
                try:
                    future.result()
                except (Mismatch, ValueError, OSError, subprocess.TimeoutExpired) as error:
                    failed += 1
                    print(f"FAILED {case.parent.name}/{case.name}\n{error}\n")
    print(f"{len(cases) - failed} cases passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
