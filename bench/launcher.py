"""The small process from which measuring.py starts what it measures; not for use by hand.

Linux counts the memory of the process that spawns another into the peak of the new one until exec. So the spawning
process must be small: it imports nothing but os, sys and time, and holds nothing. One request a line: the path for the
log and the command, separated by \\x1f. One answer a line: wall s, CPU s, peak kB, wait status.
"""

import os
import sys
import time

for line in sys.stdin:
    log, *command = line.rstrip("\n").split("\x1f")
    actions = [(os.POSIX_SPAWN_OPEN, 0, "/dev/null", os.O_RDONLY, 0),
               (os.POSIX_SPAWN_OPEN, 1, log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
               (os.POSIX_SPAWN_DUP2, 1, 2)]
    start = time.perf_counter()
    child = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    sys.stdout.write(f"{wall} {usage.ru_utime + usage.ru_stime} {usage.ru_maxrss} {status}\n")
    sys.stdout.flush()
