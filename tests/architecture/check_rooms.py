#!/usr/bin/env python3
"""Compares what the sources include with what the rooms declare, and holds the shape of the house.

- a room includes only rooms of its USES line in generator/CMakeLists.txt, and those stand above it there (no cycle)
- a foreign library is included in its own rooms only; the disk is touched in filesystem/ only
- no file is longer than it may be; no folder is a catch-all

    tests/architecture/check_rooms.py [ROOT]        one line per fault, exit 1 if any"""

import pathlib
import re
import sys

MOST_LINES = 500
FORBIDDEN_FOLDERS = {"util", "utils", "common", "misc", "helpers", "manager"}
SOURCES = {".cpp", ".hpp", ".inc"}

# what may be included where; a room of generator/, or a file below it
FOREIGN = {
    r"yaml-cpp/": {"yaml"},
    r"cmark-gfm": {"markdown"},
    r"unicode/": {"localization", "text"},
    r"xxhash\.h": {"publishing"},
    r"CLI/": {"commands"},
    r"nlohmann/": {"diagnostics", "inventory", "rendering", "commands"},
    r"(zlib\.h|brotli/)": {"compression"},
    r"httplib\.h": {"preview"},
}
DISK_HEADERS = r"(filesystem|fstream|unistd\.h|fcntl\.h|dirent\.h|sys/(stat|file|mman|inotify)\.h)"
DISK_ROOMS = {"filesystem"}
# what else may name such a header, and why
DISK_EXCEPTIONS = {
    "commands/become_preview.cpp": "execvp: hands over to gaceta-serve",
    "commands/build_report.cpp": "isatty: is a person watching",
    "commands/format.cpp": "reads the table of cases that the command line names",
    "commands/share_folder.cpp": "finds the program's own share folder",
}
DISK_CALLS = re.compile(
    r"\bstd::(filesystem::|[io]?fstream\b|fopen\b)|(?<![\w.>:])(::)?(fopen|openat|opendir|mkdirat|renameat|unlinkat|fstatat)\s*\("
)


def declared_rooms(cmake):
    """Room -> rooms it may include, in the order of the file."""
    rooms = {}
    for name, uses in re.findall(r"^gaceta_room\((\w+)(?:[^)]*?USES ([\w\s]*?))?(?:\s+LIBRARIES[^)]*)?\)", cmake, re.MULTILINE):
        rooms[name] = set(uses.split())
    return rooms


def includes_of(text):
    """(line, name, is_ours) of each #include; comments do not count."""
    for number, line in enumerate(text.splitlines(), 1):
        match = re.match(r'\s*#\s*(?:include|if __has_include\()\s*([<"])([^>"]+)[>"]', line)
        if match:
            yield number, match.group(2), match.group(1) == '"'


class House:
    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.generator = self.root / "generator"
        self.rooms = declared_rooms((self.generator / "CMakeLists.txt").read_text(encoding="utf-8"))
        self.faults = []

    def fault(self, path, line, text):
        self.faults.append(f"{path.relative_to(self.root)}:{line}: {text}")

    def check_declarations(self):
        above = set()
        lists = self.generator / "CMakeLists.txt"
        if len(self.rooms) < 10:
            self.fault(lists, 1, f"only {len(self.rooms)} rooms are declared: this test no longer reads the file")
        for room, uses in self.rooms.items():
            for used in sorted(uses - above - {"build_site"}):
                self.fault(lists, 1, f"'{room}' uses '{used}', which does not stand above it")
            above.add(room)
        for folder in sorted(path for path in self.generator.iterdir() if path.is_dir()):
            if folder.name not in self.rooms:
                self.fault(folder, 0, "the folder is no declared room")

    def check_file(self, path):
        text = path.read_text(encoding="utf-8")
        relative = path.relative_to(self.generator)
        room = relative.parts[0] if len(relative.parts) > 1 else ""
        lines = text.count("\n")
        if lines > MOST_LINES and path.suffix != ".inc":
            self.fault(path, lines, f"{lines} lines, and {MOST_LINES} are the most")
        for line, name, is_ours in includes_of(text):
            if is_ours:
                self.check_own(path, line, room, name)
            else:
                self.check_foreign(path, line, room, name)
        if room not in DISK_ROOMS and relative.as_posix() not in DISK_EXCEPTIONS:
            for number, line in enumerate(text.splitlines(), 1):
                if DISK_CALLS.search(line.partition("//")[0]):
                    self.fault(path, number, "only filesystem/ touches the disk")

    def check_own(self, path, line, room, name):
        target, slash, _ = name.partition("/")
        if not slash:
            if room and name != "build_site.hpp":
                self.fault(path, line, f'"{name}" names no room')
            return
        if not room or target == room:
            return  # main.cpp and build_site.cpp stand above all rooms
        if target not in self.rooms:
            self.fault(path, line, f"'{target}' is no room")
        elif target not in self.rooms[room]:
            self.fault(path, line, f"'{room}' does not declare that it uses '{target}'")

    def check_foreign(self, path, line, room, name):
        for pattern, rooms in FOREIGN.items():
            if re.match(pattern, name) and room not in rooms:
                self.fault(path, line, f"<{name}> belongs in {' and '.join(sorted(rooms))}")
        relative = path.relative_to(self.generator).as_posix()
        if re.fullmatch(DISK_HEADERS, name) and room not in DISK_ROOMS and relative not in DISK_EXCEPTIONS:
            self.fault(path, line, f"<{name}>: only filesystem/ touches the disk")

    def check_folders(self):
        for top in ("generator", "tests", "bench"):
            for folder in (self.root / top).rglob("*"):
                inside_a_case = "golden" in folder.parts
                if folder.is_dir() and not inside_a_case and folder.name in FORBIDDEN_FOLDERS:
                    self.fault(folder, 0, f"'{folder.name}' says nothing about what is inside")

    def check_exceptions(self):
        for relative in DISK_EXCEPTIONS:
            path = self.generator / relative
            if not path.exists() or not any(
                re.fullmatch(DISK_HEADERS, name) for _, name, _ in includes_of(path.read_text(encoding="utf-8"))
            ):
                self.fault(path, 0, "is excused from the rule about the disk and needs no excuse")

    def check(self):
        self.check_declarations()
        for path in sorted(self.generator.rglob("*")):
            if path.suffix in SOURCES:
                self.check_file(path)
        self.check_folders()
        self.check_exceptions()
        return self.faults


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent.parent
    house = House(root)
    faults = house.check()
    print("\n".join(faults) or f"{len(house.rooms)} rooms keep to what they declare")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
