#!/usr/bin/env python3
"""`gaceta stamp` and `gaceta status` on a copy of the five bulletins: what they write and answer, in English and in
Spanish, as text and as JSON; and what the reader of an out-of-date translation sees.

    tests/site/stamp_status_test.py --gaceta build/dev/generator/gaceta [ROOT]"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

import graph  # noqa: F401  (puts tests/golden on the path)
import html_extract
from edition_test import copy_of
from program_test import Wants, option_parser

BULLETIN = "tmec/2021-07-pymes"
PAGE = "en/usmca-report/small-business-temporary-entry-july-2021/index.html"


class Test(Wants):
    def __init__(self, gaceta, root, site):
        self.gaceta, self.root, self.site = gaceta, root, site
        self.folder = root / "content" / BULLETIN
        super().__init__()

    def run(self, *arguments, language="C.UTF-8"):
        environment = {**os.environ, "LC_ALL": language, "LANG": language}
        return subprocess.run([self.gaceta, *arguments], cwd=self.root, env=environment, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True)

    def status(self):
        answer = self.run("status", "--format", "json")
        self.want("status --format json ends well", answer.returncode, 0)
        rows = json.loads(answer.stdout)
        rows = rows["bulletins"] if isinstance(rows, dict) else rows
        return {row["bulletin"]: row for row in rows}

    def check_refusals(self):
        for arguments, english, spanish in (
                (("tmec/2021-07-pyme", "en"), "gaceta: no bulletin is called 'tmec/2021-07-pyme'; did you mean 'tmec/2021-07-pymes'?\n",
                 "gaceta: ningún boletín se llama «tmec/2021-07-pyme»; ¿quiso decir «tmec/2021-07-pymes»?\n"),
                ((BULLETIN, "fr"), "gaceta: 'fr' is not a language of this site\n",
                 "gaceta: «fr» no es una lengua de este sitio\n")):
            for language, wanted in (("C.UTF-8", english), ("es_MX.UTF-8", spanish)):
                answer = self.run("stamp", *arguments, language=language)
                self.want(f"stamp {arguments}", (answer.returncode, answer.stderr), (1, wanted))

    def check_stamp(self):
        record, ids = self.folder / "translation.en.yaml", self.folder / "ids.en.txt"
        stamped = record.read_text(encoding="utf-8"), ids.read_text(encoding="utf-8")
        answer = self.run("stamp", BULLETIN, "en", "--date", "2026-11-21")
        self.want("a second stamp changes nothing", (record.read_text(encoding="utf-8"), ids.read_text(encoding="utf-8")), stamped)
        self.want_part("a second stamp says so", "nothing has changed since", answer.stdout)
        record.unlink(), ids.unlink()
        self.want("without a record", self.status()[BULLETIN]["languages"]["en"]["state"], "unstamped")
        answer = self.run("stamp", BULLETIN, "en", "--date", "2026-11-21", language="es_MX.UTF-8")
        self.want("stamp in Spanish ends well", answer.returncode, 0)
        self.want_part("stamp in Spanish", "bloques registrados", answer.stdout)
        self.want_part("the date of the stamp", "stamped: 2026-11-21", record.read_text(encoding="utf-8"))
        self.want("the ids again", ids.read_text(encoding="utf-8"), stamped[1])

    def spoil_source(self):
        """Another word in the third paragraph of the source; its counterpart is stale."""
        path = self.folder / "es.md"
        chunks = path.read_text(encoding="utf-8").split("\n\n")
        at = [i for i, chunk in enumerate(chunks) if chunk[:1].isalpha() and i > 0][2]
        chunks[at] = chunks[at].rstrip() + " Así consta en el acta."
        path.write_text("\n\n".join(chunks), encoding="utf-8")

    def check_stale(self):
        before = self.status()[BULLETIN]["languages"]["en"]
        self.want("in step", before["state"], "in-step")
        self.spoil_source()
        after = self.status()[BULLETIN]["languages"]["en"]
        self.want("stale in JSON", (after["state"], after["stale"]), ("stale", 1))
        self.want_part("stale as text", f"1 of {after['blocks']} stale", self.run("status").stdout)
        self.want_part("stale in Spanish", f"1 de {after['blocks']}", self.run("status", language="es_MX.UTF-8").stdout)
        built = self.run("build", ".", "-o", str(self.site), "--date", "2026-11-20", "-q")
        self.want("the build with a stale translation", built.returncode, 0)
        self.want("--release refuses it", self.run("build", ".", "-o", str(self.site), "--release").returncode, 1)
        tree = html_extract.parse((self.site / PAGE).read_text(encoding="utf-8"))
        notices = html_extract.select(tree, "p.stale")
        self.want("one notice", len(notices), 1)
        text = "".join(html_extract.as_line(child) for child in notices[0].children) if notices else ""
        self.want_part("the notice has its date", "November 21, 2026", text.replace("⍽", " "))
        links = html_extract.select(notices[0], "a") if notices else []
        self.want("the notice leads to the newer text", [link.attributes.get("hreflang", "")[:2] for link in links], ["es"])
        marked = [element.attributes.get("id") for element in tree.descendants() if "outdated" in element.classes()]
        self.want("what is marked", marked, ["p-3"])
        other = html_extract.parse((self.site / PAGE.replace("small-business-temporary-entry-july-2021",
                                                             "second-sme-dialogue-environment-committee")).read_text(encoding="utf-8"))
        self.want("a text in step has no notice", html_extract.select(other, "p.stale"), [])


def main():
    options = option_parser(__doc__).parse_args()
    with tempfile.TemporaryDirectory(prefix="gaceta-stamp-") as scratch:
        scratch = pathlib.Path(scratch)
        test = Test(options.gaceta, copy_of(options.root, scratch / "root"), scratch / "site")
        test.check_refusals()
        test.check_stamp()
        test.check_stale()
    print("\n".join(test.faults) or "stamp and status answer as they should")
    sys.exit(1 if test.faults else 0)


if __name__ == "__main__":
    main()
