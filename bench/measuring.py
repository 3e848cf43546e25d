"""Run a program and measure it; what compare and growth share.

Wall time is taken around spawn and wait, CPU is user + system of the program and its children, peak memory the largest
resident set. Programs are started from launcher.py, whose own size (about 9 MB) is the least peak that can be seen.
"""

import contextlib
import mmap
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass

HERE = os.path.dirname(os.path.abspath(__file__))
GACETA = f"{os.path.dirname(HERE)}/build/release/generator/gaceta"
LAUNCHER, LOG = [], []                              # started and opened when first needed
sys.path.insert(0, f"{HERE}/corpus")


@dataclass(frozen=True)
class Run:
    wall: float         # seconds
    cpu: float          # seconds, all threads
    peak: float         # megabytes (10^6 bytes)


@contextlib.contextmanager
def ballast(megabytes):
    """Holds so much memory: what is measured meanwhile has to be given other memory by the machine."""
    held = mmap.mmap(-1, max(megabytes, 1) << 20)
    for at in range(0, megabytes << 20, mmap.PAGESIZE):
        held[at] = 1
    yield
    held.close()


def launch(command):
    """The launcher's answer for one command: wall s, CPU s, peak kB, wait status; and the path of the log."""
    if not LAUNCHER:
        LAUNCHER.append(subprocess.Popen([sys.executable, "-I", "-S", f"{HERE}/launcher.py"], stdin=subprocess.PIPE,
                                         stdout=subprocess.PIPE, text=True))
        LOG.append(tempfile.NamedTemporaryFile(prefix="gaceta-bench-", suffix=".log"))
    LAUNCHER[0].stdin.write("\x1f".join([LOG[0].name, *command]) + "\n")
    LAUNCHER[0].stdin.flush()
    wall, cpu, peak, status = LAUNCHER[0].stdout.readline().split()
    return float(wall), float(cpu), int(peak), int(status)


def floor_megabytes():
    """The smallest peak that can be seen: that of a program which does nothing."""
    return launch([shutil.which("true")])[2] * 1024 / 1e6


def measured(command):
    """Run the command silently; stop everything with its output when it fails."""
    program = shutil.which(command[0])
    if program is None:
        sys.exit(f"there is no program '{command[0]}'")
    wall, cpu, peak, status = launch([os.path.abspath(program), *command[1:]])
    if status != 0:
        with open(LOG[0].name, encoding="utf-8", errors="replace") as log:
            sys.stderr.write(log.read()[-8000:])
        sys.exit(f"failed ({os.waitstatus_to_exitcode(status)}): {' '.join(command)}")
    return Run(wall, cpu, peak * 1024 / 1e6)


def median(runs, name):
    return statistics.median(getattr(run, name) for run in runs)


def file_system(folder):
    """The type of the file system below a folder, from the longest mount point that holds it."""
    best = ("", "unknown")
    with open("/proc/mounts", encoding="utf-8") as mounts:
        for line in mounts:
            _, point, kind = line.split()[:3]
            if os.path.realpath(folder).startswith(point.rstrip("/") + "/") and len(point) > len(best[0]):
                best = (point, kind)
    return best[1]


def state_of(folder):
    """Every file of an output: path → (inode, modified, size). Comparing two shows what was created and written."""
    found = {}
    for where, _, names in os.walk(folder):
        for name in names:
            path = f"{where}/{name}"
            about = os.lstat(path)
            found[os.path.relpath(path, folder)] = (about.st_ino, about.st_mtime_ns, about.st_size)
    return found


def changes(before, after):
    created = sum(1 for path in after if path not in before)
    written = sum(1 for path in after if path in before and before[path] != after[path])
    return created, written


def clear(folder):
    shutil.rmtree(folder, ignore_errors=True)


def first_line(command):
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    return (made.stdout + made.stderr).split("\n")[0]


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as about:
        model = next((line.split(":", 1)[1].strip() for line in about if line.startswith("model name")), "unknown processor")
    return f"{os.cpu_count()} x {model}, load {os.getloadavg()[0]:.2f}"
