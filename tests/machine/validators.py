#!/usr/bin/env python3
"""What machines read of a published site, held against the rules of each format. Every check takes the output folder and
gives its faults as sentences. Standard library only.

    tests/machine/validators.py SITE"""

import datetime
import gzip
import html
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
TAG_URI = re.compile(r"tag:[a-z0-9.@_-]+,\d{4}(-\d\d(-\d\d)?)?:\S+")


def pages(site):
    """Every page that may be found: its path, its text. Forwarding pages and those of no language are not among them."""
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' not in text and 'content="noindex"' not in text:
            yield path.relative_to(site).as_posix(), text


def attributes(text, pattern):
    return [html.unescape(found) for found in re.findall(pattern, text)]


def base_url(site):
    robots = (site / "robots.txt").read_text(encoding="utf-8")
    return re.search(r"^Sitemap: (.*)sitemap\.xml$", robots, re.MULTILINE).group(1)


def address_exists(site, url):
    base = base_url(site)
    if not url.startswith(base):
        return True
    path = url[len(base):].partition("#")[0]
    return (site / (path + "index.html" if path == "" or path.endswith("/") else path)).is_file()


def hreflang_of_pages(site):
    """canonical address -> {hreflang: address}, from the heads of the pages."""
    found = {}
    for _, text in pages(site):
        canonical = attributes(text, r'<link rel="canonical" href="([^"]*)">')
        alternates = re.findall(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">', text)
        if canonical:
            found[canonical[0]] = {code: html.unescape(address) for code, address in alternates}
    return found


# ---- feeds (RFC 4287, RFC 4151)

def check_feeds(site):
    faults = []
    ids = {}
    for path in sorted(site.rglob("feed.xml")):
        name = path.relative_to(site).as_posix()
        feed = ET.parse(path).getroot()
        faults += [f"{name}: {fault}" for fault in check_feed(site, name, feed)]
        for element in [feed.find(ATOM + "id")]:
            if element.text in ids:
                faults.append(f"{name}: has the id of {ids[element.text]}")
            ids[element.text] = name
    return faults if ids else ["there is no feed"]


def check_feed(site, name, feed):
    faults = []
    language = feed.get(XML_LANG) or ""
    if language.split("-")[0] != name.split("/")[0]:
        faults.append(f"xml:lang is '{language}'")
    own = [link.get("href") for link in feed.findall(ATOM + "link") if link.get("rel") == "self"]
    if own != [base_url(site) + name]:
        faults.append(f"its own address is {own}")
    entries = feed.findall(ATOM + "entry")
    if not 1 <= len(entries) <= 30:
        faults.append(f"{len(entries)} entries")
    updated = [entry.findtext(ATOM + "updated") for entry in entries]
    if updated != sorted(updated, reverse=True) or feed.findtext(ATOM + "updated") != updated[0]:
        faults.append("the entries are not newest first, or the feed is older than one of them")
    for element in [feed, *entries]:
        faults += check_entry(site, element, language)
    ids = [entry.findtext(ATOM + "id") for entry in entries]
    if len(set(ids)) != len(ids):
        faults.append("two entries have one id")
    return faults


def check_entry(site, element, language):
    faults = []
    for required in ("id", "title", "updated"):
        if not (element.findtext(ATOM + required) or "").strip():
            faults.append(f"no {required}")
    identity = element.findtext(ATOM + "id") or ""
    if not TAG_URI.fullmatch(identity):
        faults.append(f"'{identity}' is no tag URI")
    for name in ("published", "updated"):
        text = element.findtext(ATOM + name)
        if text is not None:
            datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")
    alternates = [(link.get("type"), link.get("hreflang"), link.get("href"))
                  for link in element.findall(ATOM + "link") if link.get("rel") == "alternate"]
    kinds = [alternate[:2] for alternate in alternates]
    if len(set(kinds)) != len(kinds) or language.split("-")[0] not in [kind[1] for kind in kinds]:
        faults.append(f"{identity}: the alternates are {kinds}")
    faults += [f"{identity}: {url} does not exist" for _, _, url in alternates if not address_exists(site, url)]
    content = element.findtext(ATOM + "content")
    if element.tag == ATOM + "entry":
        if not content or element.find(ATOM + "content").get("type") != "html":
            faults.append(f"{identity}: no text")
        for url in attributes(content or "", r'(?:href|src)="([^"]*)"'):
            if not re.match(r"(https?:|mailto:)", url):
                faults.append(f"{identity}: '{url}' is relative")
            elif not address_exists(site, url):
                faults.append(f"{identity}: {url} does not exist")
    return faults


# ---- sitemap, hreflang

def check_sitemap(site):
    root = ET.parse(site / "sitemap.xml").getroot()
    parts = [site / loc.text.rsplit("/", 1)[1] for loc in root.iter(SITEMAP + "loc")] if root.tag.endswith("index") else []
    faults, listed = [], {}
    for part in parts or [site / "sitemap.xml"]:
        urls = ET.parse(part).getroot().findall(SITEMAP + "url")
        if len(urls) > 50000:
            faults.append(f"{part.name}: {len(urls)} addresses")
        for url in urls:
            address = url.findtext(SITEMAP + "loc")
            if address in listed:
                faults.append(f"{address} is listed twice")
            listed[address] = {link.get("hreflang"): link.get("href") for link in url.findall(XHTML + "link")}
    in_pages = hreflang_of_pages(site)
    for address, alternates in listed.items():
        if not address_exists(site, address):
            faults.append(f"{address} is listed and does not exist")
        elif in_pages.get(address) != alternates:
            faults.append(f"{address}: the page says {in_pages.get(address)}, the sitemap {alternates}")
    return faults


def check_hreflang(site):
    faults = []
    table = hreflang_of_pages(site)
    for canonical, alternates in table.items():
        if not address_exists(site, canonical):
            faults.append(f"{canonical} is canonical and does not exist")
        if alternates and canonical not in alternates.values():
            faults.append(f"{canonical} does not list itself")
        for address in alternates.values():
            if table.get(address) != alternates:
                faults.append(f"{address} does not answer {canonical}")
    return faults


# ---- metadata of bulletins

def reports(site):
    for name, text in pages(site):
        for script in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL):
            yield name, text, json.loads(script)


def check_json_ld(site):
    faults, graph = [], {}
    for name, text, data in reports(site):
        canonical = attributes(text, r'<link rel="canonical" href="([^"]*)">')
        if data["@type"] != "Report" or [data["@id"]] != canonical:
            faults.append(f"{name}: {data['@type']} {data['@id']}")
        graph[data["@id"]] = data
        for key in ("name", "inLanguage", "datePublished", "publisher", "isPartOf"):
            if not data.get(key):
                faults.append(f"{name}: no {key}")
        if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", data.get("datePublished", "")):
            faults.append(f"{name}: published {data.get('datePublished')}")
        for work in data.get("citation", []):
            if not work.get("name") or (work["@type"] == "Report" and not address_exists(site, work["@id"])):
                faults.append(f"{name}: cites {work}")
    for address, data in graph.items():
        original = data.get("translationOfWork", {}).get("@id")
        back = [text["@id"] for text in graph.get(original, {}).get("workTranslation", [])]
        if original and address not in back:
            faults.append(f"{address} translates {original}, which does not say so")
        for translation in data.get("workTranslation", []):
            if graph.get(translation["@id"], {}).get("translationOfWork", {}).get("@id") != address:
                faults.append(f"{translation['@id']} does not say that it translates {address}")
    return faults if graph else ["no page has JSON-LD"]


def check_meta_tags(site):
    faults = []
    for name, text, data in reports(site):
        tags = dict(re.findall(r'<meta (?:name|property)="([^"]*)" content="([^"]*)"', text))
        expected = {
            "citation_title": data["name"], "citation_language": data["inLanguage"],
            "citation_publication_date": data["datePublished"].replace("-", "/"),
            "citation_technical_report_institution": data["author"][-1]["name"],
            "dcterms.title": data["name"], "dcterms.issued": data["datePublished"],
            "og:url": data["@id"], "og:type": "article", "og:locale": data["inLanguage"].replace("-", "_")}
        if "reportNumber" in data:
            expected["citation_technical_report_number"] = data["reportNumber"]
        for tag, value in expected.items():
            if html.unescape(tags.get(tag, "")) != value:
                faults.append(f"{name}: {tag} is '{tags.get(tag)}', not '{value}'")
    return faults


# ---- citations

def bibtex_entries(text):
    """key -> {field: value}, undoing TeX's escapes; raises ValueError where braces do not balance."""
    entries = {}
    for body in re.split(r"^@techreport\{", text, flags=re.MULTILINE)[1:]:
        key, rest = body.split(",", 1)
        fields = {}
        for field in re.finditer(r"^  (\w+) = (.*?),?$", rest, re.MULTILINE):
            value = field.group(2)
            depth = 0
            for token in re.findall(r"\\.|[{}]", value):
                depth += {"{": 1, "}": -1}.get(token, 0)
            if depth != 0:
                raise ValueError(f"{key}: the braces of '{field.group(1)}' do not balance")
            fields[field.group(1)] = value
        entries[key] = fields
    return entries


def untex(value):
    value = value.strip("{}") if re.fullmatch(r"\{+[^{}]*\}+", value) else re.sub(r"^\{+|\}+$", "", value)
    for name, character in (("backslash", "\\"), ("asciitilde", "~"), ("asciicircum", "^")):
        value = value.replace(f"\\text{name}{{}}", f"\0{ord(character)}\0")
    value = re.sub(r"\\([#$%&_{}])", r"\1", value)
    return re.sub(r"\0(\d+)\0", lambda found: chr(int(found.group(1))), value)


def ris_records(text):
    records = []
    for line in text.split("\r\n"):
        if line.startswith("TY  - "):
            records.append({"KW": [], "AU": []})
        if line:
            tag, value = line[:2], line[6:]
            if not re.match(r"[A-Z][A-Z0-9]  - ", line):
                raise ValueError(f"'{line}' is no line of RIS")
            records[-1].setdefault(tag, [] if tag in ("KW", "AU") else value)
            if tag in ("KW", "AU"):
                records[-1][tag].append(value)
    return records


def check_citations(site):
    """The three formats say the same, and what the page says."""
    faults = []
    by_url = {data["@id"]: data for _, _, data in reports(site)}
    seen = 0
    for path in sorted(site.rglob("cite.json")):
        name = path.parent.relative_to(site).as_posix()
        items = json.loads(path.read_text(encoding="utf-8"))
        bibtex = bibtex_entries((path.parent / "cite.bib").read_text(encoding="utf-8"))
        ris = {record["ID"]: record for record in ris_records((path.parent / "cite.ris").read_bytes().decode("utf-8"))}
        keys = [item["id"] for item in items]
        if keys != list(bibtex) or keys != list(ris):
            faults.append(f"{name}: the three files list different works")
            continue
        for item in items:
            seen += 1
            faults += [f"{name}: {fault}" for fault in
                       check_citation(item, bibtex[item["id"]], ris[item["id"]], by_url.get(item["URL"]))]
    return faults if seen else ["there are no citations"]


def check_citation(item, bibtex, ris, page):
    if page is None:
        return [f"{item['URL']} is no bulletin"]
    date = "-".join(f"{part:02}" for part in item["issued"]["date-parts"][0])
    number = item.get("number", "")
    rows = {
        "title": (page["name"], item["title"], untex(bibtex["title"]), ris["TI"]),
        "date": (page["datePublished"], date, bibtex["date"].strip("{}"), ris["DA"].rstrip("/").replace("/", "-")),
        "year": (date[:4], bibtex["year"].strip("{}"), ris["PY"]),
        "number": (page.get("reportNumber", ""), number, untex(bibtex.get("number", "{}")), ris.get("SN", "")),
        "url": (page["@id"], item["URL"], bibtex["url"][1:-1], ris["UR"]),
        "language": (page["inLanguage"], item["language"], item["language"], ris["LA"]),
        "authors": ([one["name"] for one in page["author"]], [one["literal"] for one in item["author"]],
                    [untex(one) for one in re.split(r"(?<=\}) and (?=\{)", bibtex["author"][1:-1])], ris["AU"]),
    }
    if item["type"] != "report" or ris["TY"] != "RPT":
        return [f"{item['id']} is no report"]
    return [f"{item['id']}: {what} differs: {values}" for what, values in rows.items()
            if any(value != values[0] for value in values)]


# ---- hosts

def check_headers(site):
    """Each page under one policy, and scripts under that of the search only."""
    prefix = "/" + base_url(site).split("://")[1].partition("/")[2]
    rules, at = [], None
    for line in (site / "_headers").read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            at = line
        elif "Content-Security-Policy" in line:
            rules.append((at, line))
    faults = []
    for name, text in pages(site):
        addresses = {prefix + name, prefix + re.sub(r"(^|/)index\.html$", r"\1", name)}
        for address in sorted(addresses):
            matching = [policy for pattern, policy in rules
                        if address == pattern or pattern.endswith("*") and address.startswith(pattern[:-1])]
            if len(matching) != 1:
                faults.append(f"{address} is under {len(matching)} policies")
            elif ("script-src" in matching[0]) != ("assets/search.js" in text):
                faults.append(f"{address}: {matching[0].strip()}")
        if re.search(r"<script(?! type=\"(application/ld\+json|module)\")|<style|\sstyle=|\son\w+=", text):
            faults.append(f"{name}: something inline that the policy forbids")
    return faults


def check_forwarding(site):
    """Old addresses lead to pages, and _redirects says the same."""
    faults, forwarded = [], set()
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        target = re.search(r'http-equiv="refresh" content="0; url=([^"]*)"', text)
        if not target:
            continue
        name = path.relative_to(site).as_posix()
        aim = (path.parent / html.unescape(target.group(1))).resolve()
        forwarded.add(re.sub(r"(^|/)index\.html$", r"\1", name))
        if not aim.is_file():
            faults.append(f"{name} leads to {target.group(1)}, which does not exist")
        if f'href="{target.group(1)}"' not in text or 'rel="canonical"' not in text:
            faults.append(f"{name} has no visible link or no canonical address")
    lines = site / "_redirects"
    prefix = "/" + base_url(site).split("://")[1].partition("/")[2]
    listed = {line.split()[0][len(prefix):] for line in lines.read_text().splitlines()} if lines.is_file() else set()
    return faults + ([] if listed == forwarded else [f"_redirects has {listed}, the pages are {forwarded}"])


def check_compressed(site):
    faults = []
    for path in sorted(site.rglob("*.gz")):
        if "pagefind" not in path.parts and gzip.decompress(path.read_bytes()) != path.with_suffix("").read_bytes():
            faults.append(f"{path.relative_to(site)} holds something else")
    return faults


CHECKS = [check_feeds, check_sitemap, check_hreflang, check_json_ld, check_meta_tags, check_citations, check_headers,
          check_forwarding, check_compressed]


def check(site):
    return [f"{one.__name__[6:]}: {fault}" for one in CHECKS for fault in one(pathlib.Path(site))]


if __name__ == "__main__":
    found = check(sys.argv[1])
    print("\n".join(found) or "all that machines read is in order")
    sys.exit(1 if found else 0)
