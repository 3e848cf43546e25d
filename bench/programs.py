"""The two programs under comparison: where their corpus lies, how they are run, what an editor changes in it."""

import glob
import os
import time

import measuring                                    # puts corpus/ on the path
import bulletins
import generate
import generate_hugo

MINIMAL = ()                                        # the outputs that the Hugo site has
ALL = generate.OUTPUTS
YOUNG = 2.1                                         # seconds: inputs that may change within a tick of the coarsest clock


class Program:
    """One program with its corpus of `count` bulletins below `work`; the corpus is kept between runs of the script."""

    def __init__(self, name, work, count):
        self.name = name
        self.source = f"{work}/{count}-{name}"
        self.output = f"{work}/{count}-{name}-site"
        self.stamp = f"{self.source}/.corpus"
        self.count = count
        self.prepare()

    def prepare(self):
        if not os.path.exists(self.stamp) or os.stat(self.stamp).st_mtime < newest_generator():
            measuring.clear(self.source)
            measuring.clear(self.output)
            self.write_corpus()
            generate.write(self.stamp, "complete\n")
        self.configure()

    def empty_output(self):
        measuring.clear(self.output)

    def build(self):
        return measuring.measured(self.command())

    def edit(self, round_number):
        """Add a sentence to one text in the middle of the corpus, as an editor would; its page must change."""
        if os.path.exists(self.stamp):
            os.remove(self.stamp)                   # no longer the corpus: to be written anew next time
        with open(self.edited_file(), "a", encoding="utf-8") as text:
            text.write(f"\nSe añade una aclaración sobre lo acordado{' más' * (round_number + 1)}.\n")

    def summary(self):
        files = measuring.state_of(self.output)
        pages = sum(1 for path in files if path.endswith(".html"))
        return f"{pages} pages, {len(files)} files, {sum(entry[2] for entry in files.values()) / 1e6:.0f} MB"


class Gaceta(Program):
    def __init__(self, work, count, binary, outputs, threads):
        self.binary, self.outputs, self.threads = binary, outputs, threads
        super().__init__("gaceta", work, count)

    def write_corpus(self):
        os.makedirs(self.source)
        generate.write_corpus(self.count, self.source, self.outputs)

    def configure(self):
        generate.write_settings(self.source, self.outputs)
        time.sleep(YOUNG)                           # before that, a build remembers nothing for the next one

    def empty_output(self):
        super().empty_output()
        measuring.clear(f"{self.source}/.gaceta")

    def command(self):
        threads = ["-j", str(self.threads)] if self.threads else []
        return [self.binary, "build", self.source, "-o", self.output, "--date", "2026-01-01", *threads]

    def edited_file(self):
        return f"{self.source}/content/{bulletins.head(self.count // 2).id}/es.md"


class Hugo(Program):
    def __init__(self, work, count, binary, values, feeds, per_page):
        self.binary, self.values, self.feeds, self.per_page = binary, values, feeds, per_page
        super().__init__(f"hugo-{values}", work, count)

    def write_corpus(self):
        generate_hugo.write_corpus(self.count, self.source, self.values, self.feeds, self.per_page)

    def configure(self):
        generate_hugo.write_settings(self.source, self.feeds, self.per_page)

    def command(self):
        return [self.binary, "--quiet", "-s", self.source, "-d", self.output]

    def edited_file(self):
        return f"{self.source}/content/{bulletins.head(self.count // 2).id}.es.md"


def newest_generator():
    here = os.path.dirname(os.path.abspath(generate.__file__))
    files = [path for path in glob.glob(f"{here}/**", recursive=True)
             if os.path.isfile(path) and "__pycache__" not in path]
    return max(os.stat(path).st_mtime for path in files)
