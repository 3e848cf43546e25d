#!/usr/bin/env python3
"""Builds content/ and a site of 120 bulletins, holds what machines read against the rules (validators.py), looks at lists
in pages, old addresses and precompressed files, and shows that the checks see faults when there are some.

    tests/machine/machine_test.py --gaceta build/dev/generator/gaceta [ROOT]"""

import argparse
import gzip
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import validators

DATE = "2026-11-20"
BULLETINS = 120
PER_PAGE = 10
DOCUMENTS = 95
SPANISH_ONLY = 7  # the bulletin of this number has no English text
TITLES = ["Comercio & aduanas: 50 % más, 100 $", "El «Acuerdo» {marco} #1_a", "Ñandúes ~ y ^ otros \\\\ signos",
          "Árboles y cafés", "2021 en cifras"]

SITE = """title: {es: Sitio de prueba, en: Test site}
base_url: https://old.example/base/
languages: {es: {locale: es-MX}, en: {locale: en-US}}
series:
  uno: {name: {es: Serie uno, en: Series one}, slug: {es: serie-uno, en: series-one}}
  vacia: {name: {es: Serie vacía, en: Empty series}, slug: {es: serie-vacia, en: empty-series}}
per_page: %d
"""


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_bulletin(content, number):
    year, month, day = 2000 + number // 24, 1 + number % 12, 1 + number % 28
    date = [f"{year}-{month:02}-{day:02}", f"{year}-{month:02}", f"{year}"][number % 3]
    folder = content / "uno" / f"b{number:03}"
    symbol = f'symbol: "GC/INF_{number}/Rev.1"\n' if number % 5 == 0 else ""
    write(folder / "bulletin.yaml", f"date: {date}\nnumber: {number}\ntopics: [comercio]\nissuers: [oficina]\n{symbol}"
          f"facts:\n  cifra: {{value: {number}, label: {{es: cifra {number}, en: figure {number}}}}}\n  mudo: {{value: 1}}\n")
    title = TITLES[number % len(TITLES)]
    alias = f"aliases: [viejo/{number}, viejo-{number}.html]\n" if number % 40 == 0 else ""
    document = 1 + number % DOCUMENTS
    text = f"Un párrafo[^1] con <ref:uno/b001#p-1> y <ref:doc-{document}>.\n\n[^1]: Una nota.\n"
    write(folder / "es.md", f"---\ntitle: '{title} {number}'\nsummary: Resumen {number}.\nslug: b-{number}\n{alias}---\n\n{text}")
    if number != SPANISH_ONLY:
        translator = "translator: Traductora\n"
        text = f"A paragraph[^1] with <ref:uno/b001#p-1> and <ref:doc-{document}>.\n\n[^1]: A note.\n"
        write(folder / "en.md", f"---\ntitle: '{title} {number}'\nsummary: Summary {number}.\nslug: b-{number}\n{translator}---\n\n{text}")


def write_site(root):
    content = root / "content"
    write(content / "site.yaml", SITE % PER_PAGE)
    write(content / "topics.yaml", "comercio: {name: {es: Comercio, en: Trade}}\n")
    write(content / "organisations.yaml",
          "oficina: {name: {es: Oficina de Comercio y Aduanas, en: Office of Trade and Customs}, parent: ministerio}\n"
          "ministerio: {name: {es: Ministerio, en: Ministry}}\n")
    write(content / "documents.yaml", "".join(
        f"doc-{number}: {{title: {{es: 'Tratado {(number * 37) % 100}', en: 'Treaty {(number * 53) % 100}'}}}}\n"
        for number in range(1, DOCUMENTS + 1)))
    for number in range(1, BULLETINS + 1):
        write_bulletin(content, number)
    return root


def build(gaceta, root, output, *arguments):
    command = [gaceta, "build", str(root), "-o", str(output), "--date", DATE, "-q", *arguments]
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=600)
    if result.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{result.stdout}")
    return output


def bulletins_on(site, pattern):
    """The bulletins that the pages of one list link to, in order, with the pages."""
    found, names = [], []
    number = 1
    while True:
        name = pattern(number)
        if not (site / name).is_file():
            return found, names
        text = (site / name).read_text(encoding="utf-8")
        main = text[text.index("<main"):text.index("</main>")]
        entries = re.findall(r'<h[23] class="entry-text"[^>]*><a href="[^"]*/(b-\d+)/index\.html"', main)
        if not 1 <= len(entries) <= PER_PAGE:
            found.append(f"{name} lists {len(entries)}")
        found += entries
        names.append(name)
        number += 1


def check_lists(site):
    faults = []
    every = {f"b-{number}" for number in range(1, BULLETINS + 1)}
    lists = {
        "es": lambda k: f"es/serie-uno/{'' if k == 1 else f'pagina-{k}/'}index.html",
        "en": lambda k: f"en/series-one/{'' if k == 1 else f'page-{k}/'}index.html",
        "issuer": lambda k: f"en/issuers/oficina/{'' if k == 1 else f'page-{k}/'}index.html",
        "topic": lambda k: f"es/temas/comercio/{'' if k == 1 else f'pagina-{k}/'}index.html"}
    for name, pattern in lists.items():
        found, names = bulletins_on(site, pattern)
        if len(found) != BULLETINS or set(found) != every or len(names) != BULLETINS // PER_PAGE:
            faults.append(f"the list '{name}' has {len(found)} entries on {len(names)} pages")
        for k, page in enumerate(names):
            text = (site / page).read_text(encoding="utf-8")
            ways = (re.findall(r'<link rel="(prev|next)"', text), text.count('aria-current="page"'))
            if ways != ((["prev"] if k else []) + (["next"] if k + 1 < len(names) else []), 1):
                faults.append(f"{page}: the ways on are {ways}")
        first = (site / names[0]).read_text(encoding="utf-8") if names else ""
        for year in (2000, 2004):
            jump = re.search(rf'href="([^"#]*)#y-{year}">{year}</a>', first)
            aim = (site / names[0]).parent / (jump.group(1) if jump else "nowhere") if names else site
            if not jump or jump.group(1) and f'id="y-{year}"' not in aim.resolve().read_text(encoding="utf-8"):
                faults.append(f"the list '{name}' has no way to {year}")
    return faults


def check_index(site):
    """Each bulletin is under one letter and in one year."""
    faults = []
    for home, page_word in (("es/indice", "pagina"), ("en/index", "page")):
        parts = [path.name for path in (site / home).iterdir() if path.is_dir()]
        for wanted, those in (("letters", [p for p in parts if not p.isdigit()]), ("years", [p for p in parts if p.isdigit()])):
            found = []
            for part in those:
                found += bulletins_on(site, lambda k: f"{home}/{part}/{'' if k == 1 else f'{page_word}-{k}/'}index.html")[0]
            if len(found) != BULLETINS or len(set(found)) != BULLETINS:
                faults.append(f"{home}: {len(found)} bulletins under {wanted} {sorted(those)}")
    letters = {path.name for path in (site / "es/indice").iterdir() if path.is_dir() and not path.name.isdigit()}
    if letters != {"a", "c", "e", "n", "0-9"}:
        faults.append(f"the letters are {sorted(letters)}")
    return faults


def check_registers(site):
    """Every entry stands once in its register, and a link to it leads to the page on which it stands."""
    faults = []
    for home, page_word, id_of, count in (("es/documentos", "pagina", r'<li id="(doc-[^"]+)"', DOCUMENTS),
                                          ("en/documents", "page", r'<li id="(doc-[^"]+)"', DOCUMENTS),
                                          ("es/cifras", "pagina", r'<tr id="([^"]+)"', BULLETINS)):
        found = []
        for k in range(1, 2 + count // PER_PAGE):
            path = site / home / ("" if k == 1 else f"{page_word}-{k}") / "index.html"
            entries = re.findall(id_of, path.read_text(encoding="utf-8")) if path.is_file() else []
            if len(entries) > PER_PAGE:
                faults.append(f"{path.relative_to(site)} holds {len(entries)} entries")
            found += entries
        if len(found) != count or len(set(found)) != count:
            faults.append(f"{home} holds {len(found)} entries, {len(set(found))} different ones")
    seen = set()
    for number in range(1, BULLETINS + 1):
        page = site / f"es/serie-uno/b-{number}/index.html"
        for address, anchor in re.findall(r'href="([^"#]*documentos/[^"#]*)#(doc-[^"]+)"', page.read_text(encoding="utf-8")):
            seen.add(address.count("pagina-"))
            if f'id="{anchor}"' not in (page.parent / address).resolve().read_text(encoding="utf-8"):
                faults.append(f"b-{number}: {address} has no {anchor}")
    if seen != {0, 1}:
        faults.append(f"links to the register of documents lead to {seen}")
    issuers = (site / "es/emisores/index.html").read_text(encoding="utf-8")
    if "oficina/index.html" not in issuers or "ministerio" in issuers or (site / "es/emisores/ministerio").exists():
        faults.append("an organisation that issues nothing has a page, or one that does has none")
    return faults


def check_details(site):
    faults = []
    feed = (site / "es/feed.xml").read_text(encoding="utf-8")
    if "<id>tag:old.example,2026:es/uno/b120</id>" not in feed or "https://new.example/p/es/serie-uno/b-120/" not in feed:
        faults.append("an entry's id follows the address, or its link does not")
    if (site / "es/serie-vacia/feed.xml").exists() or "serie-vacia/feed.xml" in (site / "es/serie-vacia/index.html").read_text():
        faults.append("an empty series has a feed")
    only = (site / f"es/serie-uno/b-{SPANISH_ONLY}/index.html").read_text(encoding="utf-8")
    if 'hreflang="en"' in only[:only.index("</head>")] or "workTranslation" in only:
        faults.append("a text without translation claims one")
    redirects = (site / "_redirects").read_text(encoding="utf-8").splitlines()
    if "/p/es/viejo/40/ /p/es/serie-uno/b-40/ 301" not in redirects or "/p/es/viejo-40.html /p/es/serie-uno/b-40/ 301" not in redirects:
        faults.append(f"_redirects: {redirects}")
    bibtex = (site / "es/serie-uno/b-1/cite.bib").read_text(encoding="utf-8")
    if r"title = {{El «Acuerdo» \{marco\} \#1\_a 1}}" not in bibtex or "month" in (site / "es/serie-uno/b-2/cite.bib").read_text():
        faults.append(f"BibTeX: {bibtex}")
    return faults


def check_precompressed(plain, compressed):
    faults = []
    names = {path.relative_to(plain).as_posix() for path in plain.rglob("*") if path.is_file()} - {".gaceta-manifest"}
    for name in sorted(names):
        if (plain / name).read_bytes() != (compressed / name).read_bytes():
            faults.append(f"{name} differs when the site is precompressed")
    extra = {path.relative_to(compressed).as_posix() for path in compressed.rglob("*") if path.is_file()} - names
    extra.discard(".gaceta-manifest")
    if not {"es/index.html.gz", "es/index.html.br", "sitemap.xml.gz", "assets/gaceta.css.br"} <= extra:
        faults.append(f"only {len(extra)} files are compressed")
    for name in sorted(extra):
        body = (compressed / name).read_bytes()
        if name.endswith(".gz") and gzip.decompress(body) != (plain / name[:-3]).read_bytes():
            faults.append(f"{name} holds something else")
        if name.endswith(".gz") and body[4:8] != b"\0\0\0\0":
            faults.append(f"{name} says when it was made")
    listed = (compressed / ".gaceta-manifest").read_text(encoding="utf-8")
    return faults + [f"{name} is not in the manifest" for name in extra if f" {name}\n" not in listed]


def planted_faults(site, scratch):
    """Each kind of fault, planted in a copy, must be seen: the check by name, a file, what is replaced by what."""
    page = "es/serie-uno/b-120/index.html"
    return [fault for fault in (
        plant(site, scratch, "feeds", "es/feed.xml", "<updated>", "<updated>1999-01-01T00:00:00Z</updated><updated>"),
        plant(site, scratch, "feeds", "es/feed.xml", "href=&quot;https://new.example/p/", "href=&quot;../"),
        plant(site, scratch, "feeds", "es/feed.xml", "<id>tag:", "<id>"),
        plant(site, scratch, "sitemap", "sitemap.xml", 'hreflang="en"', 'hreflang="fr"'),
        plant(site, scratch, "sitemap", "sitemap.xml", "/es/serie-uno/b-120/</loc>", "/es/serie-uno/b-999/</loc>"),
        plant(site, scratch, "hreflang", page, 'hreflang="en" href="https://new.example/p/en/series-one/b-120/"', 'hreflang="en" href="https://new.example/p/en/"'),
        plant(site, scratch, "json_ld", page, '"workTranslation"', '"work"'),
        plant(site, scratch, "meta_tags", page, 'name="citation_title" content="', 'name="citation_title" content="X'),
        plant(site, scratch, "citations", "es/serie-uno/b-120/cite.bib", "2005", "2006"),
        plant(site, scratch, "citations", "es/serie-uno/cite.ris", "SN  - GC/INF_120", "SN  - GC/INF_121"),
        plant(site, scratch, "headers", "_headers", "/p/es/temas/*", "/p/es/*"),
        plant(site, scratch, "headers", page, "<main", "<script>1</script><main"),
        plant(site, scratch, "forwarding", "_redirects", "viejo/40", "viejo/41"),
    ) if fault]


def plant(site, scratch, check, name, old, new):
    copy = scratch / "planted"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(site, copy)
    text = (copy / name).read_bytes().decode("utf-8")
    if old not in text:
        return f"nothing to spoil: '{old}' is not in {name}"
    (copy / name).write_bytes(text.replace(old, new, 1).encode("utf-8"))
    try:
        seen = bool(getattr(validators, f"check_{check}")(copy))
    except Exception:
        seen = True  # what cannot even be read is reported by its parser
    return None if seen else f"check_{check} does not see '{new}' in {name}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gaceta", required=True)
    parser.add_argument("root", nargs="?", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2])
    options = parser.parse_args()
    gaceta = str(pathlib.Path(options.gaceta).resolve())
    with tempfile.TemporaryDirectory(prefix="gaceta-machine-") as scratch:
        scratch = pathlib.Path(scratch)
        shutil.copytree(options.root / "content", scratch / "edition/content")
        faults = [f"content/: {fault}" for fault in validators.check(build(gaceta, scratch / "edition", scratch / "site"))]
        root = write_site(scratch / "root")
        elsewhere = ["--base-url", "https://new.example/p/"]
        site = build(gaceta, root, scratch / "many", *elsewhere, "-j", "2")
        for check in (validators.check, check_lists, check_index, check_registers, check_details):
            faults += [f"120 bulletins: {fault}" for fault in check(site)]
        compressed = build(gaceta, root, scratch / "compressed", *elsewhere, "-j", "1", "--precompress")
        faults += check_precompressed(site, compressed)
        faults += planted_faults(site, scratch)
    print("\n".join(faults) or "what machines read is in order, and faults are seen")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
