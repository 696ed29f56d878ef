"""On which line of a file something stands. `tomllib` does not tell, so the lines are read for it again."""

import re

STEP = re.compile(r"\s*\[\[\s*step\s*\]\]")
TABLE = re.compile(r"\s*\[\s*([\w.\"' -]+?)\s*\]")
KEY = re.compile(r"\s*([\w.\"'-]+)\s*=")
QUOTES = ('"""', "'''")


class Lines:
    """The lines of a file: of the file's own keys, of its tables, and of each step and its keys."""

    def __init__(self, text: str) -> None:
        self.count = max(1, len(text.splitlines()))
        self.top: dict[str, int] = {}
        self.steps: list[dict[str, int]] = []
        self._read(text)

    def _read(self, text: str) -> None:
        here, within, quoted = self.top, "", ""
        for number, line in enumerate(text.splitlines(), 1):
            if quoted:
                quoted = "" if quoted in line else quoted
                continue
            if STEP.match(line):
                here, within = {"": number}, ""
                self.steps.append(here)
            elif table := TABLE.match(line):
                here, within = self.top, _plain(table[1])
                here.setdefault(within, number)
                within += "."
            elif key := KEY.match(line):
                here.setdefault(within + _plain(key[1]), number)
            quoted = next((mark for mark in QUOTES if line.count(mark) % 2), "")

    def of(self, *keys: str) -> int:
        """The line of a key of the file; of the first of several that is there, else the first line."""
        return self._inside(next((self.top[key] for key in keys if key in self.top), 1))

    def of_step(self, number: int, key: str = "") -> int:
        """The line of a key in the file's step of that number, counted from 0."""
        if number >= len(self.steps):
            return self.of("step", "extends")
        step = self.steps[number]
        return self._inside(step.get(key, step[""]))

    def _inside(self, line: int) -> int:
        return min(max(line, 1), self.count)


def _plain(key: str) -> str:
    return key.replace('"', "").replace("'", "").replace(" ", "")
