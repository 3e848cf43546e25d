"""What tests of the built program have in common: their arguments, and what they say when it does not do as it should."""

import argparse
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]


def option_parser(description):
    """--gaceta PROGRAM, as an absolute path, and the checkout."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gaceta", required=True, type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("root", nargs="?", type=pathlib.Path, default=ROOT)
    return parser


class Wants:
    """Collects what was wanted and not had."""

    def __init__(self):
        self.faults = []

    def want(self, what, have, wanted):
        if have != wanted:
            self.faults.append(f"{what}:\n  have {have!r}\n  want {wanted!r}")

    def want_part(self, what, part, text):
        if part not in text:
            self.faults.append(f"{what}: no '{part}' in\n{text}")
