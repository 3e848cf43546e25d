"""Data/references.json against the pages: what an editor wrote, what the graph says and what readers can follow are one
thing. Addresses are worked out from the sources, not from what Gaceta writes about itself."""

import collections
import copy
import json
import pathlib
import posixpath
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "golden"))
import html_extract  # noqa: E402

LANGUAGES = ("es", "en")
WEB = ("http://", "https://")
DOCUMENT_PAGES = {"es": "es/documentos/index.html", "en": "en/documents/index.html"}
FIGURE_PAGES = {"es": "es/cifras/index.html", "en": "en/figures/index.html"}


def value_of(text, key):
    found = re.search(rf"^{key}: *[\"']?(.*?)[\"']?$", text, re.MULTILINE)
    return found.group(1) if found else ""


def series_slugs(settings):
    """{series: {language: slug}} of site.yaml."""
    slugs, series = {}, None
    for line in settings.splitlines():
        if found := re.match(r"  ([a-z-]+):", line):
            series = found.group(1)
        if found := re.search(r" slug: \{es: ([a-z-]+), en: ([a-z-]+)\}", line):
            slugs[series] = dict(zip(LANGUAGES, found.groups()))
    return slugs


def page_files(content):
    """{("bulletin" or "page", id): {language: file}} for every text of the sources."""
    slugs = series_slugs((content / "site.yaml").read_text(encoding="utf-8"))
    files = collections.defaultdict(dict)
    for text in sorted(content.glob("*/*/??.md")):
        language, folder = text.stem, text.parent
        slug = value_of(text.read_text(encoding="utf-8"), "slug")
        if folder.parent.name == "pages":
            files["page", folder.name][language] = f"{language}/{slug}/index.html"
        else:
            settings = (folder / "bulletin.yaml").read_text(encoding="utf-8")
            name = value_of(settings, "id") or f"{folder.parent.name}/{folder.name}"
            files["bulletin", name][language] = f"{language}/{slugs[folder.parent.name][language]}/{slug}/index.html"
    return files


class Place:
    """An <a> and where it stands: the nearest element around it that has an id."""

    def __init__(self, element):
        self.element = element
        self.href = element.attributes["href"]
        around = element.parent
        while around is not None and not is_place(around):
            around = around.parent
        self.place = around.attributes["id"] if around is not None else ""


def is_place(element):
    """Blocks are places; a figure or the row of a result inside one is a target, but nobody cites from there."""
    name = element.attributes.get("id") or ""
    return bool(name) and not name.startswith("fact-") and element.tag not in ("span", "th")


class Walk:
    def __init__(self, site, content):
        self.site = pathlib.Path(site)
        self.files = page_files(pathlib.Path(content))
        self.graph = json.loads((self.site / "data/references.json").read_text(encoding="utf-8"))
        self.trees, self.known_ids, self.known_links, self.known_lists = {}, {}, {}, {}
        self.faults = []

    def spoiled(self, graph=None):
        """The same pages again, with another graph or with citations that were changed in the trees."""
        other = copy.copy(self)
        other.graph, other.known_lists, other.faults = self.graph if graph is None else graph, {}, []
        return other

    def tree(self, name):
        if name not in self.trees:
            self.trees[name] = html_extract.parse((self.site / name).read_text(encoding="utf-8"))
        return self.trees[name]

    def fault(self, text):
        self.faults.append(text)

    def ids(self, name):
        if name not in self.known_ids:
            elements = self.tree(name).descendants()
            self.known_ids[name] = {element.attributes["id"] for element in elements if "id" in element.attributes}
        return self.known_ids[name]

    def file_and_fragment(self, page, href):
        if href.startswith(WEB):
            return href, ""
        path, _, fragment = href.partition("#")
        return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page, fragment

    # ---- what an edge leads to

    def shown(self, kind, name, language):
        """The file that shows the target to a reader of `language`."""
        files = self.files[kind, name]
        return files.get(language) or next(iter(files.values()))

    def register_link(self, language, name):
        """Where the register of documents leads for the document as a whole."""
        page = DOCUMENT_PAGES[language]
        entry = html_extract.select(self.tree(page), f"#doc-{name}")
        if len(entry) != 1:
            self.fault(f"{page}: {len(entry)} entries for the document '{name}'")
            return page, f"doc-{name}"
        title = html_extract.select(entry[0], "h2 a")
        return (title[0].attributes["href"], "") if title else (page, f"doc-{name}")

    def event_files(self, language, name):
        """The pages that list the event."""
        files = [files[language] for (kind, _), files in self.files.items() if kind == "bulletin" and language in files]
        return [file for file in files if f"event-{name}" in self.ids(file)]

    def wanted(self, edge, language):
        """All (file, fragment) that a link for the edge may lead to."""
        kind, name, part = edge["kind"], edge["to"], edge.get("part", "")
        if kind == "document":
            return [self.register_link(language, name)]
        if kind == "event":
            return [(file, f"event-{name}") for file in self.event_files(language, name)]
        if kind == "fact":
            figures = (FIGURE_PAGES[language], f"{name}/{part.removeprefix('fact-')}")
            return [(self.shown("bulletin", name, language), part), figures]
        return [(self.shown(kind, name, language), part)]

    # ---- links in the texts

    def content_links(self, page):
        if page not in self.known_links:
            self.known_links[page] = list(self.find_content_links(page))
        return self.known_links[page]

    def find_content_links(self, page):
        """Every link in the text and its notes that an editor has asked for."""
        tree = self.tree(page)
        parts = html_extract.select(tree, "div.text") + html_extract.select(tree, "section.notes")
        for part in parts:
            for element in html_extract.select(part, "a"):
                if set(element.classes()) & {"twin", "number", "way-back"} or "download" in element.attributes:
                    continue
                if element.attributes.get("role") in ("doc-noteref", "doc-backlink"):
                    continue
                is_web = element.attributes["href"].startswith(WEB)
                if is_web and "reference" not in element.classes() and "fact" not in element.parent.classes():
                    continue  # an address that the author wrote
                yield Place(element)

    def check_texts(self):
        for (kind, name), files in self.files.items():
            for language, page in files.items():
                if kind == "bulletin":
                    self.check_text(name, language, page)

    def check_text(self, name, language, page):
        links = collections.Counter()
        for link in self.content_links(page):
            file, fragment = self.file_and_fragment(page, link.href)
            links[link.place, file, fragment] += 1
            if not file.startswith(WEB) and (not (self.site / file).is_file() or
                                             (fragment and fragment not in self.ids(file))):
                self.fault(f"{page}: '{link.href}' at '#{link.place}' leads nowhere")
        for edge in self.graph:
            if edge["from"] != name or edge["language"] != language:
                continue
            if edge.get("as") in ("legal-basis", "see-also"):
                self.check_whole(page, edge, language)
            elif not self.take(links, edge, language) and edge.get("as") != "source":
                self.fault(f"{page}: no link at '#{edge.get('paragraph', '')}' to {target_of(edge)}")
        for (place, file, fragment), count in links.items():
            if count > 0:
                self.fault(f"{page}: {count} links at '#{place}' to '{file}#{fragment}' are not in the graph")

    def take(self, links, edge, language):
        for file, fragment in self.wanted(edge, language):
            key = (edge.get("paragraph", ""), file, fragment)
            if links[key] > 0:
                links[key] -= 1
                return True
        return False

    def check_whole(self, page, edge, language):
        """What bulletin.yaml says is linked in the head or among the references."""
        links = self.lists(page, "header.masthead") + self.lists(page, "section.references")
        if not set(links) & set(self.wanted(edge, language)):
            self.fault(f"{page}: no link to {target_of(edge)} as {edge['as']}")

    # ---- ways back

    def backlinks(self, edge, language):
        """The page that describes the target, and the parts of it that list who cites it."""
        kind, name = edge["kind"], edge["to"]
        if kind == "document":
            page = DOCUMENT_PAGES[language]
            return [(page, self.lists(page, f"#doc-{name} ul.citations"))]
        if kind == "event":
            return [(page, self.lists(page, f"#event-{name} ul.citations"))
                    for page in self.event_files(language, name)]
        if edge["from"] == name or kind == "page":
            return []
        page = self.files["bulletin", name].get(language)
        return [(page, self.lists(page, "section.cited-by"))] if page else []

    def lists(self, page, selector):
        """The links of all lists that match."""
        if (page, selector) not in self.known_lists:
            found = html_extract.select(self.tree(page), selector)
            self.known_lists[page, selector] = [self.file_and_fragment(page, a.attributes["href"])
                                                for one in found for a in html_extract.select(one, "a")]
        return self.known_lists[page, selector]

    def check_backlinks(self):
        for edge in self.graph:
            for language in LANGUAGES:
                source = self.shown("bulletin", edge["from"], language)
                for page, links in self.backlinks(edge, language):
                    paragraph = edge.get("paragraph", "")
                    is_there = ((source, paragraph) in links if paragraph else
                                any(file == source for file, _ in links))
                    if not is_there:
                        self.fault(f"{page}: {target_of(edge)} does not say that '{source}#{paragraph}' cites it")
                    if len(links) != len(set(links)):
                        self.fault(f"{page}: {target_of(edge)} lists a passage twice")

    def run(self):
        self.check_texts()
        self.check_backlinks()
        return sorted(set(self.faults))


def target_of(edge):
    return f"{edge['kind']} '{edge['to']}" + (f"#{edge['part']}'" if edge.get("part") else "'")
