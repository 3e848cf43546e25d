#!/usr/bin/env python3
"""`gaceta serve` as an editor and a browser meet it: pages of both languages, a change, a mistake and its end, requests
that mean harm, two servers, an end by signal. Waits for what must come, never for a time.

    tests/site/serve_test.py --gaceta build/dev/generator/gaceta [ROOT]"""

import contextlib
import html
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

from program_test import Wants, option_parser

LONGEST = 120  # seconds until something must have happened, on a slow and busy machine
SCRIPT = "/.gaceta/preview.js"

SITE = """title: {es: Sitio de prueba, en: Test site}
base_url: %s
languages: {es: {locale: es-MX}, en: {locale: en-US}}
series: {uno: {name: {es: Serie uno, en: Series one}, slug: {es: serie-uno, en: series-one}}}
"""


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_bulletin(root, name, settings, text):
    folder = root / "content" / "uno" / name
    write(folder / "bulletin.yaml", settings)
    for language, title in (("es", "Boletín"), ("en", "Bulletin")):
        write(folder / f"{language}.md", f"---\ntitle: {title} {name}\nsummary: {title}.\nslug: {name}\n---\n\n{text}\n")
    return folder


def write_site(root, base_url="https://example.org/"):
    write(root / "content" / "site.yaml", SITE % base_url)
    write_bulletin(root, "primero", "date: 2020-01-02\n", "Un párrafo con <ref:uno/borrador>.")
    write_bulletin(root, "borrador", "date: 2020-01-03\nstatus: draft\n", "Borrador.")
    write_bulletin(root, "futuro", "date: 2999-01-03\n", "Futuro.")
    return root


def until(found, what):
    """What `found()` answers as soon as it is true."""
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        answer = found()
        if answer:
            return answer
        time.sleep(0.02)
    raise AssertionError(f"waited in vain: {what}")


class Server:
    """A running `gaceta serve`; what it prints is read along, so that it never waits for us."""

    def __init__(self, gaceta, root, *arguments, language="C.UTF-8", port="0"):
        environment = {**os.environ, "LC_ALL": language, "LANG": language}
        ports = ["--port", port] if port is not None else []
        self.process = subprocess.Popen([gaceta, "serve", str(root), *ports, *arguments], env=environment,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.out, self.err = [], []
        self.readers = [threading.Thread(target=self.read, args=pair, daemon=True)
                        for pair in ((self.process.stdout, self.out), (self.process.stderr, self.err))]
        for reader in self.readers:
            reader.start()

    @staticmethod
    def read(stream, lines):
        for line in stream:
            lines.append(line.rstrip("\n"))

    def __enter__(self):
        address = until(lambda: self.process.poll() is not None or re.search(r"^(http://127\.0\.0\.1:(\d+)/\S*)  \(Ctrl-C ", "\n".join(self.out), re.M),
                        "the address")
        if address is True:
            self.finish()
            raise AssertionError(f"it ended with {self.process.returncode}:\n{self.said()}")
        self.address, self.port = address.group(1), int(address.group(2))
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.finish()

    def finish(self):
        self.process.wait(LONGEST)
        for reader in self.readers:
            reader.join()
        self.process.stdout.close()
        self.process.stderr.close()

    def said(self):
        return "\n".join(self.out + self.err)

    def ask(self, target, method="GET", **headers):
        """Status, headers and text."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST)
        with contextlib.closing(connection):
            connection.request(method, target, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode("utf-8", "replace")

    def text(self, target):
        return self.ask(target)[2]

    def state(self):
        return json.loads(self.text("/.gaceta/state.json"))

    def raw(self, request):
        """What comes back for these bytes until the end."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=LONGEST) as connection:
            with contextlib.suppress(ConnectionError):
                connection.sendall(request)
            answer = b""
            with contextlib.suppress(ConnectionError):
                while part := connection.recv(65536):
                    answer += part
        return answer

    def end(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        self.process.wait(LONGEST)
        return self.process.returncode


class Test(Wants):
    def __init__(self, gaceta, root, scratch):
        self.gaceta, self.root, self.scratch = gaceta, root, scratch
        super().__init__()

    def site(self, name, **settings):
        return write_site(self.scratch / name, **settings)

    def serve(self, root, *arguments, **how):
        return Server(self.gaceta, root, *arguments, **how)

    def run(self, *arguments, language="C.UTF-8"):
        environment = {**os.environ, "LC_ALL": language, "LANG": language}
        return subprocess.run([self.gaceta, *map(str, arguments)], env=environment, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, timeout=LONGEST)

    # ---- pages

    def check_pages(self):
        """The bulletins of the checkout: every link of every page, in both languages, through the server."""
        root = self.scratch / "edition"
        for name in ("content", "templates", "assets", "locales"):
            if (self.root / name).is_dir():
                shutil.copytree(self.root / name, root / name)
        with self.serve(root) as server:
            seen = self.crawl(server)
            self.want("pages of both languages", [any(f"/{code}/" in path for path in seen) for code in ("es", "en")], [True, True])
            self.want("many of them", len(seen) > 60, True)
            status, headers, text = server.ask("/nowhere/at/all/")
            self.want("an address that does not exist", (status, headers["Content-Type"]), (404, "text/html; charset=utf-8"))
            self.want_part("has the site's own page", 'class="plain not-found"', text)
            self.want("and its style", server.ask(re.search(r'stylesheet" href="([^"]+)"', text).group(1))[0], 200)
        with_script = [path for path in (root / ".gaceta/preview/site").rglob("*") if path.is_file() and b"preview.js" in path.read_bytes()]
        self.want("no file has the script", with_script, [])

    def crawl(self, server):
        waiting, seen = ["/"], {}
        while waiting:
            target = waiting.pop()
            if target in seen:
                continue
            status, headers, text = server.ask(target)
            seen[target] = status
            self.want(f"GET {target}", (status, headers["Cache-Control"]), (200, "no-store"))
            if not headers["Content-Type"].startswith("text/html"):
                self.want(f"{target} is as it is on the disk", SCRIPT in text, False)
                continue
            self.want(f"{target} has the script once", text.count(f'<script src="{SCRIPT}"'), 1)
            for link in re.findall(r'\s(?:href|src)="([^"]*)"', text):
                link = urllib.parse.urljoin(target, html.unescape(link).split("#")[0])
                if link.startswith("/") and not link.startswith("//"):
                    waiting.append(link)
        return seen

    def check_http(self):
        root = self.site("http")
        with self.serve(root) as server:
            self.want("the beginning", server.ask("/")[0], 200)
            status, headers, _ = server.ask("/es/serie-uno/primero?q=a%20b")
            self.want("a folder without slash", (status, headers["Location"]), (302, "/es/serie-uno/primero/?q=a%20b"))
            for target, wanted in (("/es/feed.xml", "application/xml; charset=utf-8"), ("/assets/gaceta.css", "text/css; charset=utf-8"),
                                   ("/data/facts.csv", "text/csv; charset=utf-8"), ("/data/facts.json", "application/json; charset=utf-8"),
                                   ("/es/serie-uno/primero/cite.bib", "application/x-bibtex; charset=utf-8"),
                                   ("/robots.txt", "text/plain; charset=utf-8"), ("/assets/icon.svg", "image/svg+xml; charset=utf-8"),
                                   ("/es/objects.inv", "application/octet-stream")):
                status, headers, text = server.ask(target)
                self.want(f"type of {target}", (status, headers["Content-Type"]), (200, wanted))
                head, headers, nothing = server.ask(target, "HEAD")
                length = len((root / ".gaceta/preview/site" / target[1:]).read_bytes())
                self.want(f"HEAD {target}", (head, headers["Content-Length"], nothing), (200, str(length), ""))
            whole = server.text("/robots.txt")
            status, headers, part = server.ask("/robots.txt", Range="bytes=2-5")
            self.want("a part of a file", (status, part, headers["Content-Range"]), (206, whole[2:6], f"bytes 2-5/{len(whole)}"))
            for unusable in ("bytes=2-99999", "bytes=99999-", "bytes=0-1,3-4", "bytes=-0"):
                self.want(f"Range: {unusable}", server.ask("/robots.txt", Range=unusable)[::2], (200, whole))
            self.want("what is ours is no page", server.ask("/.gaceta-manifest")[0], 404)
            self.want("nothing is compressed", server.ask("/", **{"Accept-Encoding": "gzip, br"})[1]["Content-Encoding"], None)

    def check_prefix(self):
        with self.serve(self.site("prefix", base_url="https://example.org/p/")) as server:
            self.want_part("the address has the site's path", "/p/", server.address)
            status, headers, _ = server.ask("/")
            self.want("the beginning leads there", (status, headers["Location"]), (302, "/p/"))
            self.want("a page", server.ask("/p/es/")[0], 200)
            status, _, text = server.ask("/p/nada/")
            style = re.search(r'stylesheet" href="([^"]+)"', text).group(1)
            self.want("the page of what is missing finds its style", (status, style, server.ask(style)[0]), (404, "/p/assets/gaceta.css", 200))
            self.want_part("addresses for machines are the final ones", 'rel="canonical" href="https://example.org/p/es/"', server.text("/p/es/"))

    def check_drafts(self):
        for arguments, wanted in (((), ["borrador", "futuro", "primero"]), (("--no-drafts",), ["futuro"]),
                                  (("--no-future",), ["borrador", "primero"]), (("--date", "2020-01-02"), ["primero"])):
            root = self.site("drafts" + "".join(arguments))
            primero = root / "content/uno/primero/es.md"
            if "borrador" not in wanted:  # what refers to a draft cannot be without it
                shutil.rmtree(root / "content/uno/primero")
                wanted = [name for name in wanted if name != "primero"]
            elif "--date" in arguments:
                primero.write_text(primero.read_text(encoding="utf-8").replace("<ref:uno/borrador>", "nada"), encoding="utf-8")
            with self.serve(root, *arguments) as server:
                have = [name for name in ("borrador", "futuro", "primero") if server.ask(f"/es/serie-uno/{name}/")[0] == 200]
                self.want(f"serve {arguments}", have, wanted)

    # ---- changes

    def check_changes(self):
        root = self.site("changes")
        text = root / "content/uno/primero/es.md"
        page = "/es/serie-uno/primero/"
        before = text.read_text(encoding="utf-8")
        with self.serve(root, language="es_MX.UTF-8") as server:
            first = server.state()
            self.want("all is well", (first["problems"], first["language"]), ("", "es"))
            self.want_part("the page is of this edition", f'data-version="{first["version"]}"', server.text(page))

            text.write_text(before + "\nUna línea nueva.\n", encoding="utf-8")
            until(lambda: "Una línea nueva." in server.text(page), "the new line")
            second = until(lambda: (state := server.state())["version"] != first["version"] and state, "another version")
            until(lambda: len([line for line in server.out if " páginas (" in line]) == 2, "a line for the second build")

            text.write_text(before + "\nUna línea rota con <ref:uno/nadie> y <b>.\n", encoding="utf-8")
            broken = until(lambda: (state := server.state())["problems"] and state, "the problem")
            shown = html.unescape(broken["problems"])
            self.want_part("the mistake with its place", "content/uno/primero/es.md:9:25: error: ", shown)
            self.want_part("in the editor's language", "ningún boletín o documento se llama «uno/nadie»", shown)
            self.want("escaped", "<b>" in broken["problems"], False)
            self.want("of the same edition", broken["version"], second["version"])
            self.want_part("the page stays", "Una línea nueva.", server.text(page))
            until(lambda: "gaceta: 1 error; la vista previa espera a que se corrija" in server.err, "the line on the terminal")

            text.write_text(before, encoding="utf-8")
            until(lambda: not server.state()["problems"], "the end of the problem")
            until(lambda: "Una línea nueva." not in server.text(page), "the page without the line")

            write_bulletin(root, "cuarto", "date: 2020-02-02\n", "Uno más.")
            until(lambda: server.ask("/en/series-one/cuarto/")[0] == 200, "a new bulletin")
            write(root / "assets/site.css", "body { color: red }\n")
            until(lambda: "assets/site.css" in server.text(page), "a style sheet of the site's own")
            write(root / "templates/404.html", "<html><body>propia</body></html>\n")
            until(lambda: server.text("/nada/").startswith("<html><body>propia<script"), "a template of the site's own")
            (root / "templates/404.html").unlink()
            until(lambda: "not-found" in server.text("/nada/"), "the shipped template again")
            shutil.rmtree(root / "content/uno/cuarto")
            until(lambda: server.ask("/en/series-one/cuarto/")[0] == 404, "a bulletin that is gone")
            self.check_great_changes(server, root, page)
            self.want("the end", server.end(), 0)
        self.want("no address is left", (root / ".gaceta/preview/address").exists(), False)

    def check_great_changes(self, server, root, page):
        (root / "content").rename(root / "elsewhere")
        until(lambda: "content" in server.state()["problems"], "the lack of content/")
        self.want("the page stays without content/", server.ask(page)[0], 200)
        (root / "elsewhere").rename(root / "content")
        until(lambda: not server.state()["problems"], "content/ again")
        shutil.rmtree(root / ".gaceta/preview/site")
        until(lambda: server.ask(page)[0] == 200, "pages that somebody removed")
        site = root / "content/site.yaml"
        site.write_text(SITE % "https://example.org/q/", encoding="utf-8")
        until(lambda: server.ask("/q" + page)[0] == 200, "the pages below another path")
        site.write_text(SITE % "https://example.org/", encoding="utf-8")
        until(lambda: server.ask(page)[0] == 200, "the pages where they were")

    def check_first_failure(self):
        root = self.site("failure")
        text = root / "content/uno/primero/es.md"
        before = text.read_text(encoding="utf-8")
        text.write_text(before + "\n<ref:nadie>\n", encoding="utf-8")
        with self.serve(root) as server:
            status, headers, page = server.ask("/es/anything/")
            self.want("without an edition", (status, headers["Content-Type"]), (503, "text/html; charset=utf-8"))
            self.want_part("the mistake is the page", "content/uno/primero/es.md:9:6: error: ", page)
            self.want_part("which asks for the next edition", SCRIPT, page)
            version = server.state()["version"]
            text.write_text(before + "\n<ref:ninguno>\n", encoding="utf-8")
            until(lambda: "ninguno" in server.text("/"), "the next mistake")
            self.want("an open page learns of it", server.state()["version"] != version, True)
            text.write_text(before, encoding="utf-8")
            until(lambda: server.ask("/es/")[0] == 200, "the first edition")
            self.want("the end by Ctrl-C", server.end(signal.SIGINT), 0)

    # ---- harm

    def check_harm(self):
        root = self.site("harm")
        write(root / "secret.txt", "SECRET")
        with self.serve(root) as server:
            pages = root / ".gaceta/preview/site"
            (pages / "link.txt").symlink_to(root / "secret.txt")
            (pages / "out").symlink_to(root)
            (pages / "inside.txt").symlink_to(pages / "robots.txt")
            host = b"Host: 127.0.0.1\r\n"
            for target in (b"/../secret.txt", b"/../../../secret.txt", b"/%2e%2e/%2e%2e/secret.txt", b"/..%2f..%2f..%2fsecret.txt",
                           b"/es/../../../../secret.txt", b"/es/%2E./..%2Fsecret.txt", b"/link.txt", b"/out/secret.txt", b"/out/",
                           b"//etc/passwd", b"/..\\..\\secret.txt", b"/.gaceta-manifest"):
                self.want_status(server, b"GET " + target + b" HTTP/1.1\r\n" + host + b"\r\n", (404,))
            self.want("a link that stays inside", server.ask("/inside.txt")[0], 200)
            for target in (b"/%00", b"/index.html%00", b"/%", b"/%zz", b"/%ff", b"/\xff", b"http://evil.example/", b"*"):
                self.want_status(server, b"GET " + target + b" HTTP/1.1\r\n" + host + b"\r\n", (400,))
            for evil in (b"Host: evil.example\r\n", b"Host: evil.example:8000\r\n", b"", b"Host:\r\n", host + b"Host: evil.example\r\n",
                         b"Host: 127.0.0.1.evil.example\r\n"):
                for target in (b"/", b"/.gaceta/state.json", b"/es/"):
                    self.want_status(server, b"GET " + target + b" HTTP/1.1\r\n" + evil + b"\r\n", (400, 403))
            for method in (b"POST", b"PUT", b"DELETE", b"PATCH", b"OPTIONS", b"TRACE"):
                self.want_status(server, method + b" / HTTP/1.1\r\n" + host + b"Content-Length: 0\r\n\r\n", (405,))
            self.want_status(server, b"POST / HTTP/1.1\r\n" + host + b"Content-Length: 99999999999999999999\r\n\r\nabc", (400, 405, 413))
            self.want_status(server, b"BREW / HTTP/1.1\r\n" + host + b"\r\n", (400, 405))
            self.want_status(server, b"GET /" + b"a" * 100000 + b" HTTP/1.1\r\n" + host + b"\r\n", (400, 414, None))
            self.want_status(server, b"GET / HTTP/1.1\r\n" + host + b"X: " + b"a" * 1000000 + b"\r\n\r\n", (400, 431, None))
            self.want_status(server, b"GET / HTTP/1.1\r\n" + host + b"Range: bytes=0-0" + b",1-1" * 1900 + b"\r\n\r\n", (200, 416))
            self.want_status(server, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", (400, None))
            self.want_status(server, b"\r\n\r\n\r\n", (400, None))
            self.check_silence(server, host)
            self.want("it goes on after all that", (server.process.poll(), server.ask("/es/")[0]), (None, 200))
            self.want("the end, while others are silent", server.end(), 0)

    def want_status(self, server, request, wanted):
        answer = server.raw(request)
        status = int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.") else None
        if status not in wanted:
            self.faults.append(f"{request[:70]!r} has the status {status}, not {wanted}")
        if b"SECRET" in answer or b"root:" in answer:
            self.faults.append(f"{request[:70]!r} gets what it should not")

    def check_silence(self, server, host):
        """Twenty connections that say nothing, or half of it: others are served, and these are dropped in the end."""
        silent = [socket.create_connection(("127.0.0.1", server.port), timeout=LONGEST) for _ in range(20)]
        for number, connection in enumerate(silent):
            connection.sendall((b"", b"G", b"GET /es/ HTTP/1.1\r\n" + host)[number % 3])
        for _ in range(20):
            self.want("served beside silent ones", server.ask("/es/")[0], 200)
        for connection in silent:
            with contextlib.closing(connection), contextlib.suppress(ConnectionError):
                while connection.recv(65536):
                    pass

    # ---- others at the same time, and what cannot be

    def check_two(self):
        root = self.site("two")
        with self.serve(root) as server:
            for language, sentence in (("C.UTF-8", "this site is being previewed already"), ("es_MX.UTF-8", "este sitio ya tiene abierta una vista previa")):
                second = self.run("serve", root, language=language)
                self.want("a second preview", (second.returncode, second.stderr), (3, f"gaceta: {sentence}: {server.address}\n"))
            other = self.run("serve", self.site("other"), "--port", server.port)
            self.want("a port that is taken", (other.returncode, f"port {server.port} is taken" in other.stderr), (3, True))
            built = self.run("build", root, "--drafts", "--date", "2999-12-31")
            self.want("a build beside it", (built.returncode, built.stderr), (0, ""))
            self.want("each has its own folder", (root / "site/es/index.html").read_bytes(), (root / ".gaceta/preview/site/es/index.html").read_bytes())
            write(root / "content/uno/primero/es.md", "---\ntitle: Otro\nsummary: Otro.\nslug: primero\n---\n\nOtro.\n")
            until(lambda: "Otro." in server.text("/es/serie-uno/primero/"), "a change after the build")
            self.want("the site stays as it was built", "Otro." in (root / "site/es/serie-uno/primero/index.html").read_text(encoding="utf-8"), False)
        with self.serve(root) as server:  # the first one was killed
            self.want("after a preview that was killed", server.ask("/es/")[0], 200)
        with self.serve(self.site("usual"), port=None) as one, self.serve(self.site("usual too"), port=None) as two:
            self.want("two sites have two ports", (one.port != two.port, one.ask("/es/")[0], two.ask("/es/")[0]), (True, 200, 200))

    def check_refusals(self):
        empty = self.scratch / "empty"
        empty.mkdir()
        answer = self.run("serve", empty)
        self.want("a folder without content/", (answer.returncode, list(empty.iterdir())), (1, []))
        self.want_part("says so", "there is no folder 'content' here", answer.stderr)
        self.want("no folder", self.run("serve", self.scratch / "nowhere").returncode, 3)
        for arguments in (("--port", "x"), ("--port", "-1"), ("--port", "65536"), ("--date", "mañana"), ("--nope",)):
            self.want(f"serve {arguments}", self.run("serve", empty, *arguments).returncode, 2)
        blocked = self.site("blocked")
        write(blocked / ".gaceta", "a file\n")
        answer = self.run("serve", blocked, language="es")
        self.want("no room for the preview", answer.returncode, 3)
        self.want_part("says so", "la vista previa se genera en esta carpeta", answer.stderr)
        self.want("the foreign file stays", (blocked / ".gaceta").read_text(encoding="utf-8"), "a file\n")


def main():
    options = option_parser(__doc__).parse_args()
    with tempfile.TemporaryDirectory(prefix="gaceta-serve-") as scratch:
        test = Test(options.gaceta, options.root, pathlib.Path(scratch))
        for check in (test.check_pages, test.check_http, test.check_prefix, test.check_drafts, test.check_changes,
                      test.check_first_failure, test.check_harm, test.check_two, test.check_refusals):
            try:
                check()
            except (AssertionError, OSError, http.client.HTTPException) as error:
                test.faults.append(f"{check.__name__}: {type(error).__name__}: {error}")
    print("\n".join(test.faults) or "the preview answers as it should")
    sys.exit(1 if test.faults else 0)


if __name__ == "__main__":
    main()
