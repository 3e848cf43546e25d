#!/usr/bin/env python3
"""`gaceta init` and `gaceta new` as somebody meets them: what they write builds at once, what they refuse they leave as
it was, and what they say in English and in Spanish.

    tests/site/newcomer_test.py --gaceta build/dev/generator/gaceta [ROOT]"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import check_links
from program_test import Wants, option_parser

LANGUAGES = {"en": "C.UTF-8", "es": "es_MX.UTF-8"}
DAY = "2026-05-04"
STARTER = ["content/avisos/2026-01-feria/bulletin.yaml", "content/avisos/2026-01-feria/en.md",
           "content/avisos/2026-01-feria/es.md", "content/documents.yaml", "content/glossary.yaml",
           "content/organisations.yaml", "content/pages/about/en.md", "content/pages/about/es.md", "content/site.yaml",
           "content/topics.yaml"]
# what the first bulletin shows, as it stands on its pages
SHOWN = {"es/avisos/feria-de-muestras": ["32 puestos", "10.3%", "más de 2.5 millones de dólares", "pequeña y mediana empresa",
                                         "del 4 al 6 de marzo de 2026", "Convenio de Ferias, artículo 12", "Puestos por sector",
                                         "Feria de Muestras de Ejemplo", "Se cuentan solo los puestos pagados"],
         "en/notices/trade-fair": ["32 stands", "10.3%", "more than $2.5 million", "small and medium-sized enterprise",
                                   "March 4 to 6, 2026", "Fairs Agreement, Article 12", "Stands by sector",
                                   "Sampleland Trade Fair", "Only stands that were paid for"]}


def snapshot(folder):
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
            for path in sorted(folder.rglob("*"))}


def words_of(page):
    text = re.sub(r"<[^>]+>", "", page.read_text(encoding="utf-8"))
    return re.sub(r"[\s\u00a0\u202f]+", " ", text.replace("\u2060", "")).replace("&#39;", "'")


class Test(Wants):
    def __init__(self, gaceta, root, scratch):
        self.gaceta, self.root, self.scratch = gaceta, root, scratch
        super().__init__()

    def run(self, *arguments, language="en", folder=None, **more):
        environment = {**os.environ, "LC_ALL": LANGUAGES[language], "LANG": LANGUAGES[language], **more}
        return subprocess.run([self.gaceta, *arguments], cwd=folder or self.scratch, env=environment, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)

    def refused(self, arguments, status, english, spanish, folder):
        before = snapshot(folder)
        for language, wanted in (("en", english), ("es", spanish)):
            answer = self.run(*arguments, language=language, folder=folder)
            self.want(f"gaceta {' '.join(arguments)}", (answer.returncode, answer.stderr, answer.stdout), (status, wanted, ""))
        self.want(f"gaceta {' '.join(arguments)} changes nothing", snapshot(folder), before)

    def new_site(self, name, language="en"):
        answer = self.run("init", name, language=language)
        self.want(f"init in {language}", (answer.returncode, answer.stderr), (0, ""))
        return self.scratch / name, answer.stdout

    # ---- gaceta init

    def check_init(self, language):
        site, said = self.new_site(f"site-{language}", language)
        made = [f"{site.name}/{path}" for path in [".gitignore", *STARTER]]
        self.want("init names what it made", said.split("\n\n")[0].splitlines(), made)
        self.want("init makes what it names", [f"{site.name}/{path}" for path, held in snapshot(site).items() if held is not None],
                  sorted(made))
        texts = "".join((site / path).read_text(encoding="utf-8") for path in STARTER)
        self.want("every mark of a comment is gone", re.findall(r"#(?:es|en) .*", texts), [])
        other = {"es": "Change the title", "en": "Cambie primero"}[language]
        self.want("comments in one language only", other in texts, False)
        built = self.run("build", site.name)
        self.want("the new site builds without a word", (built.returncode, built.stderr), (0, ""))
        self.want("no warnings and notes", ", 0 warnings, 0 notes," in built.stdout, True)
        for arguments in (("check", "--strict"), ("check", "--strict", "--drafts")):
            checked = self.run(*arguments, site.name)
            self.want("check finds nothing", (checked.returncode, checked.stdout, checked.stderr), (0, "", ""))
        self.faults += check_links.Site(site / "site").check()
        for page, parts in SHOWN.items():
            text = words_of(site / "site" / page / "index.html")
            self.want(f"{page} shows", [part for part in parts if part not in text], [])
        return site

    def check_both_sites_equal(self):
        one, other = (self.scratch / f"site-{language}/site" for language in LANGUAGES)
        self.want("comments change no page", snapshot(one), snapshot(other))

    def check_init_refuses(self):
        full = self.scratch / "full"
        (full / "templates").mkdir(parents=True)
        (full / "notes.txt").write_text("mine", encoding="utf-8")
        self.refused(("init", "."), 1,
                     "gaceta: '.' holds something already, and nothing was changed: notes.txt, templates\n"
                     "    help: a new site needs a folder that is missing or empty; hidden files, README and LICENSE may be there\n",
                     "gaceta: «.» ya contiene algo y no se cambió nada: notes.txt, templates\n"
                     "    ayuda: un sitio nuevo necesita una carpeta que no exista o esté vacía; puede haber archivos ocultos, "
                     "README y LICENSE\n", full)
        self.want("a file is no folder", self.run("init", "notes.txt", folder=full).returncode, 3)
        self.want("init wants a folder", self.run("init").returncode, 2)

    def check_init_in_repository(self):
        repository = self.scratch / "repository"
        (repository / ".git").mkdir(parents=True)
        (repository / ".git/HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
        (repository / ".gitignore").write_text("*.bak\n", encoding="utf-8")
        answer = self.run("init", ".", folder=repository)
        self.want("init in a new repository", (answer.returncode, answer.stderr), (0, ""))
        self.want("a .gitignore of somebody's own stays", (repository / ".gitignore").read_text(encoding="utf-8"), "*.bak\n")
        self.want("and is not named", answer.stdout.splitlines()[0], STARTER[0])
        self.want("nothing is left aside", (repository / ".gaceta").exists(), False)

    # ---- gaceta new

    def check_new(self, site, language):
        answer = self.run("new", "avisos/dialogo", "--date", DAY, "--title", "Diálogo: qué sigue", language=language, folder=site)
        folder = site / "content/avisos/2026-05-dialogo"
        self.want("new ends well", (answer.returncode, answer.stderr), (0, ""))
        made = [f"content/avisos/2026-05-dialogo/{name}" for name in ("bulletin.yaml", "es.md", "en.md")]
        self.want("new names what it made", answer.stdout.split("\n\n")[0].splitlines(), made)
        self.want("new makes what it names", sorted(path.name for path in folder.iterdir()), ["bulletin.yaml", "en.md", "es.md"])
        settings = (folder / "bulletin.yaml").read_text(encoding="utf-8")
        for line in ("number: 2", f"date: {DAY}", "status: draft", "# issuers: [gaceta, ministerio]", "# topics: [ferias, pymes]"):
            self.want(f"bulletin.yaml has '{line}'", line in settings.splitlines(), True)
        self.want("every slot is filled", [path.name for path in folder.iterdir() if "{{" in path.read_text(encoding="utf-8")], [])
        self.want("its comments", {"en": "# A draft", "es": "# Un borrador"}[language] in settings, True)
        # Spanish has its title; summary and text of both, and the English title, are left to be written.
        self.want("what is left over", self.leftovers(site), 5)
        self.want("the draft stays out", "dialogo" in " ".join(snapshot(site / "site")), False)
        built = self.run("build", "--drafts", folder=site)
        self.want("it builds with the drafts", built.returncode, 0)
        self.faults += check_links.Site(site / "site").check()
        self.want("its page", (site / "site/es/avisos/dialogo/index.html").exists(), True)
        return folder

    def leftovers(self, site):
        """How many warnings of that kind `check --drafts` has; anything else it says is a fault."""
        checked = self.run("check", "--drafts", folder=site)
        self.want("check --drafts", checked.returncode, 0)
        rules = re.findall(r": (error|warning|note): .* \[([\w-]+)\]$", checked.stdout, re.MULTILINE)
        self.want("nothing but leftovers", sorted(set(rules) - {("warning", "leftover")}), [])
        return len(rules)

    def check_examples(self, site, folder):
        """The examples in bulletin.yaml are right as soon as they are no comments any more."""
        path = folder / "bulletin.yaml"
        text = path.read_text(encoding="utf-8")
        examples = re.sub(r"^# (?=[a-z_]+:|  )", "", text, flags=re.MULTILINE)
        self.want("issuers, topics, events and facts", re.findall(r"^(issuers|topics|events|facts):", examples, re.MULTILINE),
                  ["issuers", "topics", "events", "facts"])
        path.write_text(examples, encoding="utf-8")
        self.want("with all examples", self.leftovers(site), 5)
        path.write_text(text, encoding="utf-8")

    def check_next(self, site):
        """A second one on the same day, by the same words in another series, and as SOURCE_DATE_EPOCH says."""
        self.want("new again", self.run("new", "avisos/otro", folder=site, SOURCE_DATE_EPOCH="1767225600").returncode, 0)
        other = (site / "content/avisos/2026-01-otro/bulletin.yaml").read_text(encoding="utf-8")
        self.want("the date of SOURCE_DATE_EPOCH", re.findall("^(date: .*|number: .*)$", other, re.MULTILINE),
                  ["number: 3", "date: 2026-01-01"])
        for name in ("avisos/2025-12-dialogo", "informes/dialogo"):
            self.want(f"new {name}", self.run("new", name, "--date", DAY, folder=site).returncode, 0)
        for date, left_out in (("2026-01-02", True), ("2026-01-01", False)):
            answer = self.run("new", f"informes/{date}", "--date", date, folder=site, SOURCE_DATE_EPOCH="1767225600")
            self.want(f"of {date}", "Until its date has come, 'gaceta build' and 'gaceta check' leave it out." in answer.stdout, left_out)
            shutil.rmtree(site / "content/informes" / date)
        self.want("all of them build", self.leftovers(site), 5 + 3 * 6)
        self.want("with --root", self.run("new", "informes/lejos", "--root", str(site), "--date", DAY).stdout.splitlines()[0],
                  f"{site}/content/informes/2026-05-lejos/bulletin.yaml")

    def check_page(self, site):
        before = self.leftovers(site)
        answer = self.run("new", "pages/contacto", "--title", "Contacto", "--title", "en=Contact", folder=site)
        self.want("new page", answer.stdout.split("\n\n")[0].splitlines(),
                  ["content/pages/contacto/es.md", "content/pages/contacto/en.md"])
        self.want("a page that is left to be written", self.leftovers(site), before + 4)
        self.want("build with the draft of a page", self.run("build", "--drafts", folder=site).returncode, 0)
        self.want("its page", (site / "site/en/contact/index.html").exists(), True)
        self.want("build without it", self.run("build", folder=site).returncode, 0)
        self.want("no page of it", (site / "site/en/contact/index.html").exists(), False)

    def check_new_refuses(self, site):
        folder = "content/avisos/2026-05-dialogo"
        for arguments, status, english, spanish in (
                (("avisos/dialogo", "--date", DAY), 1, f"gaceta: '{folder}' is there already; nothing was changed\n",
                 f"gaceta: «{folder}» ya existe; no se cambió nada\n"),
                (("aviso/x",), 1,
                 "gaceta: no series of content/site.yaml is called 'aviso'; did you mean 'avisos'?\n    help: its series: avisos, informes\n",
                 "gaceta: ninguna serie de content/site.yaml se llama «aviso»; ¿quiso decir «avisos»?\n    ayuda: sus series: avisos, informes\n"),
                (("avisos/Año 1",), 2,
                 "gaceta: 'Año 1' cannot be the name of a bulletin's folder: small letters a to z, digits, and '-' between words\n"
                 "    help: did you mean 'ano-1'?\n",
                 "gaceta: «Año 1» no puede ser el nombre de la carpeta de un boletín: letras minúsculas de la a a la z, cifras y «-» "
                 "entre palabras\n    ayuda: ¿quiso decir «ano-1»?\n"),
                (("dialogo",), 2, "gaceta: 'dialogo' is not of the form SERIES/SLUG, such as tmec/dialogo-pyme\n",
                 "gaceta: «dialogo» no tiene la forma SERIE/NOMBRE, como tmec/dialogo-pyme\n"),
                (("pages/x", "--date", DAY), 2, "gaceta: --date: 'pages/x' is a standing page, which has no date\n",
                 "gaceta: --date: «pages/x» es una página fija y no lleva fecha\n"),
                (("avisos/x", "--title", "fr=Foire"), 2, "gaceta: --title: 'fr' is not a language of this site\n",
                 "gaceta: --title: «fr» no es una lengua de este sitio\n"),
                (("avisos/x", "--title", "a", "--title", "es=b"), 2,
                 "gaceta: --title: there are two titles in 'es'; write LANG=TITLE\n",
                 "gaceta: --title: hay dos títulos en «es»; escriba LENGUA=TÍTULO\n")):
            self.refused(("new", *arguments), status, english, spanish, site)
        nowhere = self.scratch / "nowhere"
        nowhere.mkdir()
        where = f"{nowhere.resolve()}/content/site.yaml"
        self.refused(("new", "avisos/x"), 1,
                     f"gaceta: there is no site here: looked for '{where}'\n"
                     "    help: go to the site's folder or name it with --root; 'gaceta init DIR' makes a new site\n",
                     f"gaceta: aquí no hay ningún sitio: se buscó «{where}»\n"
                     "    ayuda: vaya a la carpeta del sitio o indíquela con --root; «gaceta init CARPETA» crea un sitio nuevo\n",
                     nowhere)
        self.refused(("new", "avisos/x", "--date", "2026-02-30"), 2, "gaceta: --date: '2026-02-30' is not a date such as 2026-01-31\n",
                     "gaceta: --date: «2026-02-30» no es una fecha como 2026-01-31\n", site)

    def check_machine_fails(self):
        """Where nothing can be put aside nothing is made."""
        site, _ = self.new_site("blocked")
        (site / ".gaceta").write_text("in the way", encoding="utf-8")
        before = snapshot(site)
        self.want("new without a place to work", self.run("new", "avisos/x", folder=site).returncode, 3)
        self.want("leaves nothing behind", snapshot(site), before)

    def check_broken_settings(self):
        site, _ = self.new_site("broken")
        settings = site / "content/site.yaml"
        settings.write_text(settings.read_text(encoding="utf-8").replace("series:", "serie:"), encoding="utf-8")
        answer = self.run("new", "avisos/x", folder=site)
        self.want("what is wrong with site.yaml is said", (answer.returncode, "[unknown-key]" in answer.stderr), (1, True))
        (site / "content/topics.yaml").write_text("ferias: [\n", encoding="utf-8")
        settings.write_text(settings.read_text(encoding="utf-8").replace("serie:", "series:"), encoding="utf-8")
        self.want("mistakes elsewhere do not matter", self.run("new", "avisos/x", folder=site).returncode, 0)

    # ---- other sites

    def check_own_starter(self):
        site, _ = self.new_site("own")
        own = site / "starter/bulletin/text.es.md"
        own.parent.mkdir(parents=True)
        own.write_text("---\ntitle: {{title|Sin título}}\nsummary: De {{series}}\nslug: {{slug}}\n---\n\n## Antecedentes\n", encoding="utf-8")
        self.want("new with a starter of the site's own", self.run("new", "avisos/x", "--date", DAY, folder=site).returncode, 0)
        self.want("what it made", (site / "content/avisos/2026-05-x/es.md").read_text(encoding="utf-8"),
                  "---\ntitle: Sin título\nsummary: De avisos\nslug: x\n---\n\n## Antecedentes\n")

    def check_third_language(self):
        """Portuguese beside the two, with words that the site brings along."""
        site, _ = self.new_site("three")
        settings = site / "content/site.yaml"
        settings.write_text(settings.read_text(encoding="utf-8").replace("  en: {locale: en-US}\n",
                                                                         "  en: {locale: en-US}\n  pt: {locale: pt-BR}\n"),
                            encoding="utf-8")
        shutil.copytree(self.root / "tests/golden/good/third-language/locales", site / "locales")
        answer = self.run("new", "avisos/x", "--date", DAY, "--title", "pt=Feira: o que vem", folder=site)
        self.want("new with three languages", (answer.returncode, answer.stderr), (0, ""))
        text = (site / "content/avisos/2026-05-x/pt.md").read_text(encoding="utf-8")
        self.want("the Portuguese text", "title: 'Feira: o que vem'\n" in text and "slug: feira-o-que-vem\n" in text, True)
        built = self.run("build", "--drafts", folder=site)
        self.want("it builds", (built.returncode, re.findall(r"2026-05-x/.*error", built.stderr)), (0, []))

    def check_this_site(self):
        copy = self.scratch / "gaceta"
        shutil.copytree(self.root / "content", copy / "content")
        for name, folder in (("tmec/dialogo", "tmec/2026-05-dialogo"), ("aladi/foro", "aladi/2026-foro"),
                             ("comunicados/aviso", "comunicados/2026-05-04-aviso"), ("tmec/2022-05-pyme", "tmec/2022-05-pyme")):
            answer = self.run("new", name, "--date", DAY, folder=copy)
            self.want(f"new {name}", answer.stdout.splitlines()[:1], [f"content/{folder}/bulletin.yaml"])
        built = self.run("build", "--drafts", "--date", "2026-11-20", folder=copy)
        self.want("the site with four new bulletins", (built.returncode, "error" in built.stderr), (0, False))


def main():
    options = option_parser(__doc__).parse_args()
    with tempfile.TemporaryDirectory(prefix="gaceta-newcomer-") as scratch:
        test = Test(options.gaceta, options.root.resolve(), pathlib.Path(scratch))
        sites = {language: test.check_init(language) for language in LANGUAGES}
        test.check_both_sites_equal()
        test.check_init_refuses()
        test.check_init_in_repository()
        for language, site in sites.items():
            test.check_examples(site, test.check_new(site, language))
        test.check_next(sites["en"])
        test.check_page(sites["en"])
        test.check_new_refuses(sites["es"])
        test.check_machine_fails()
        test.check_broken_settings()
        test.check_own_starter()
        test.check_third_language()
        test.check_this_site()
    print("\n".join(test.faults) or "a newcomer gets on")
    sys.exit(1 if test.faults else 0)


if __name__ == "__main__":
    main()
