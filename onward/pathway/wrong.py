"""What is wrong with a pathway file: said with its line, and with the cure."""

from collections.abc import Iterable
from difflib import get_close_matches


class PathwayError(Exception):
    """A pathway file that cannot be followed: the file, the line, what is wrong there, and the cure."""

    def __init__(self, line: int, wrong: str, cure: str, *, file: str = "") -> None:
        super().__init__(line, wrong, cure)
        self.line = line
        self.wrong = wrong
        self.cure = cure
        self.file = file

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.file else f"line {self.line}"
        return f"{place}: {self.wrong} {self.cure}"


def nearest(said: str, known: Iterable[str]) -> str:
    """The cure for a word that is not known: the one that was probably meant, or all that there are."""
    words = list(known)
    close = get_close_matches(said, words, n=1, cutoff=0.6)
    return f"Did you mean `{close[0]}`?" if close else f"Known are: {', '.join(words)}."
