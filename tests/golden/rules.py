#!/usr/bin/env python3
"""Every rule that an author can break has a golden case.

Compares the RULE lines of generator/diagnostics/messages/*.inc with the ids in the expected files of bad/ and warned/.
A rule without a case must be in rules-without-case.txt with its reason, and no rule with a case may be there."""

import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
MESSAGES = HERE.parent.parent / "generator" / "diagnostics" / "messages"


def main():
    rules = set()
    for file in MESSAGES.glob("*.inc"):
        rules |= set(re.findall(r'^RULE\("([^"]+)"', file.read_text(encoding="utf-8"), re.MULTILINE))
    shown = set()
    for group in ("bad", "warned"):
        for expected in (HERE / group).glob("*/expected*.txt"):
            shown |= set(re.findall(r"\[([a-z0-9-]+)\]$", expected.read_text(encoding="utf-8"), re.MULTILINE))
    excused = set()
    for line in (HERE / "rules-without-case.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        rule, _, reason = line.partition(":")
        if not reason.strip():
            sys.exit(f"rules-without-case.txt: '{rule}' has no reason")
        excused.add(rule)
    faults = [f"no golden case shows the rule '{rule}'" for rule in sorted(rules - shown - excused)]
    faults += [f"'{rule}' has a case and needs no excuse" for rule in sorted(excused & shown)]
    faults += [f"rules-without-case.txt names '{rule}', which is no rule" for rule in sorted(excused - rules)]
    print("\n".join(faults) or f"{len(rules)} rules, {len(shown & rules)} with a case, {len(excused)} excused")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
