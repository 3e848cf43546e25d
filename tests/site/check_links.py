#!/usr/bin/env python3
"""Walks a published site: everything that a page points to exists, and the languages point at one another.

    tests/site/check_links.py SITE [--base-url URL]

SITE is the output folder; URL is where it will live (default: the canonical address of SITE/index.html, or of the
sitemap). Names are compared with their case, as a web server on Linux does. Prints one line per fault; exit 1 if any."""

import argparse
import pathlib
import posixpath
import re
import sys
import urllib.parse
from html.parser import HTMLParser

LINK_ATTRIBUTES = {"href", "src", "poster", "action", "data", "cite"}
LINK_RELATIONS = {"canonical", "alternate"}
WEB = ("http://", "https://")


class Page(HTMLParser):
    """What a page offers (ids) and asks for (links), read in one pass."""

    def __init__(self, path, text):
        super().__init__(convert_charrefs=True)
        self.path = path
        self.language = ""
        self.canonical = ""
        self.alternates = {}  # hreflang -> address
        self.ids = []
        self.links = []  # (address, line)
        self.language_links = []  # (hreflang, address) of <a hreflang>
        self.calls = []  # (id, address) of calls of notes
        self.ways_back = []  # addresses
        self.titles = 0
        self.is_redirect = False
        self.is_side_by_side = False  # two languages: the first one's calls carry the ids of both
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        line = self.getpos()[0]
        if attributes.get("id") is not None:
            self.ids.append(attributes["id"])
        if tag == "html":
            self.language = attributes.get("lang") or ""
        if tag == "body":
            self.is_side_by_side = "parallel" in (attributes.get("class") or "").split()
        if tag == "title":
            self.titles += 1
        if tag == "meta" and (attributes.get("http-equiv") or "").lower() == "refresh":
            self.is_redirect = True
            self.links.append((attributes.get("content", "").partition("url=")[2], line))
        if tag == "link" and attributes.get("rel") in LINK_RELATIONS:
            self.read_relation(attributes)
        for name in LINK_ATTRIBUTES & attributes.keys():
            self.links.append((attributes[name] or "", line))
        for candidate in (attributes.get("srcset") or "").split(","):
            if candidate.strip():
                self.links.append((candidate.split()[0], line))
        if tag == "a":
            self.read_anchor(attributes)

    handle_startendtag = handle_starttag

    def read_relation(self, attributes):
        if attributes["rel"] == "canonical":
            self.canonical = attributes.get("href", "")
        elif "hreflang" in attributes:
            self.alternates[attributes["hreflang"]] = attributes.get("href", "")

    def read_anchor(self, attributes):
        address = attributes.get("href") or ""
        if "hreflang" in attributes:
            self.language_links.append((attributes["hreflang"], address))
        if attributes.get("role") == "doc-noteref":
            self.calls.append((attributes.get("id"), address))
        if attributes.get("role") == "doc-backlink":
            self.ways_back.append(address)


class Site:
    def __init__(self, folder, base_url=""):
        self.folder = pathlib.Path(folder)
        self.files = {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}
        self.pages = {
            name: Page(name, (self.folder / name).read_text(encoding="utf-8"))
            for name in sorted(self.files) if name.endswith(".html")
        }
        self.base = urllib.parse.urlsplit(base_url or self.own_base())
        self.faults = []

    def own_base(self):
        root = self.pages.get("index.html")
        if root and root.canonical:
            return root.canonical
        sitemap = (self.folder / "robots.txt").read_text(encoding="utf-8")
        return re.search(r"^Sitemap: (.*)sitemap\.xml$", sitemap, re.MULTILINE).group(1)

    def fault(self, page, text):
        self.faults.append(f"{page}: {text}")

    def target(self, page, address):
        """The file in the site and the fragment that `address` on `page` means; None if it leaves the site."""
        url = urllib.parse.urlsplit(address)
        if url.scheme and (url.scheme, url.netloc) != (self.base.scheme, self.base.netloc):
            return None
        if not url.scheme and url.netloc:
            return None
        path = urllib.parse.unquote(url.path)
        if url.scheme or path.startswith("/"):
            path = path or "/"
            if not path.startswith(self.base.path):
                return path, url.fragment  # outside the prefix: never a file of the site
            path = path[len(self.base.path):]
        elif path:
            path = posixpath.join(posixpath.dirname(page), path)
        else:
            path = page
        if path == "" or path.endswith("/"):
            path += "index.html"
        trailing = path
        path = posixpath.normpath(path)
        return (path if not trailing.startswith("../") else trailing), urllib.parse.unquote(url.fragment)

    def check_address(self, page, address, line):
        if not address:
            return self.fault(page, f"line {line}: an empty address")
        found = self.target(page, address)
        if found is None:
            return
        file, fragment = found
        if file not in self.files:
            return self.fault(page, f"line {line}: '{address}' leads to '{file}', which does not exist")
        if fragment and file in self.pages and fragment not in self.pages[file].ids:
            self.fault(page, f"line {line}: '{address}' leads to an anchor that '{file}' does not have")

    def check_page(self, page):
        for repeated in sorted({one for one in page.ids if page.ids.count(one) > 1}):
            self.fault(page.path, f"the id '{repeated}' is used twice")
        if not page.language:
            self.fault(page.path, "<html> has no lang")
        if page.titles != 1:
            self.fault(page.path, f"{page.titles} titles")
        for address, line in page.links:
            if not address.startswith(("mailto:", "tel:")):
                self.check_address(page.path, address, line)
        self.check_notes(page)
        if page.path == "404.html":
            self.check_absolute(page)
        elif not page.is_redirect:
            self.check_languages(page)

    def check_absolute(self, page):
        """The server shows this page at any address, however deep."""
        for address, line in page.links:
            if not address.startswith((*WEB, "/", "#", "data:")):
                self.fault(page.path, f"line {line}: '{address}' depends on where the page is shown")

    def check_notes(self, page):
        called = {}
        for name, address in page.calls:
            called.setdefault(address, []).append("#" + (name or ""))
        ways = 2 if page.is_side_by_side else 1
        for address, calls in called.items():
            for call in calls:
                if call == "#" and page.is_side_by_side and len(calls) > calls.count("#"):
                    continue
                if page.ways_back.count(call) != ways:
                    self.fault(page.path, f"the call '{call}' of '{address}' has {page.ways_back.count(call)} ways back")
        known = {call for calls in called.values() for call in calls}
        for address in page.ways_back:
            if address not in known:
                self.fault(page.path, f"the way back '{address}' leads to no call of a note")
        for name in page.ids:
            if re.fullmatch(r"fn-\d+", name) and "#" + name not in called:
                self.fault(page.path, f"nothing calls the note '#{name}'")

    def check_languages(self, page):
        if not page.canonical:
            return self.fault(page.path, "no canonical address")
        if self.target(page.path, page.canonical) != (page.path, ""):
            self.fault(page.path, f"the canonical address is another page: {page.canonical}")
        versions = {code: address for code, address in page.alternates.items() if code != "x-default"}
        if not versions:
            return
        if page.canonical not in page.alternates.values():
            self.fault(page.path, "hreflang does not list the page itself")
        for code, address in versions.items():
            found = self.target(page.path, address)
            other = self.pages.get(found[0]) if found else None
            if other is None:
                self.fault(page.path, f"hreflang {code} leads nowhere: {address}")
            elif other.alternates != page.alternates:
                self.fault(page.path, f"'{other.path}' lists other versions than this page")
            elif not other.language.split("-")[0] == code.split("-")[0]:
                self.fault(page.path, f"hreflang {code} leads to a page in {other.language}")
            elif other is not page:
                self.check_language_link(page, code, other)

    def check_language_link(self, page, code, other):
        for hreflang, address in page.language_links:
            if hreflang == code and (self.target(page.path, address) or ("",))[0] == other.path:
                return
        self.fault(page.path, f"no link to its version in '{code}'")

    def check_other_files(self):
        for name in sorted(self.files):
            if name.endswith(".css"):
                text = (self.folder / name).read_text(encoding="utf-8")
                for match in re.finditer(r"""(?:url\(\s*|@import\s+)["']?([^"')\s;]+)""", text):
                    if not match.group(1).startswith("data:"):
                        self.check_address(name, match.group(1), text.count("\n", 0, match.start()) + 1)
            if re.fullmatch(r"sitemap.*\.xml", name):
                text = (self.folder / name).read_text(encoding="utf-8")
                for address in re.findall(r'(?:<loc>|href=")([^<"]+)', text):
                    self.check_address(name, address.replace("&amp;", "&"), 0)

    def check(self):
        for page in self.pages.values():
            self.check_page(page)
        self.check_other_files()
        return self.faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site")
    parser.add_argument("--base-url", default="")
    options = parser.parse_args()
    site = Site(options.site, options.base_url)
    faults = site.check()
    print("\n".join(faults) or f"{len(site.pages)} pages, {sum(len(page.links) for page in site.pages.values())} links")
    sys.exit(1 if faults or not site.pages else 0)


if __name__ == "__main__":
    main()
