"""What a test of the built program wants, and what it got instead."""


class Wants:
    def __init__(self):
        self.faults = []

    def want(self, what, have, wanted):
        if have != wanted:
            self.faults.append(f"{what}:\n  have {have!r}\n  want {wanted!r}")

    def want_part(self, what, part, text):
        if part not in text:
            self.faults.append(f"{what}: no '{part}' in\n{text}")
