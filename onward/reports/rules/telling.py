"""Numbers that expose nobody: rounded, small ones not told apart, and all of them made vaguer until no small number
can be worked out from the rest of the page (docs/decisions, "Numbers that expose nobody")."""

from collections.abc import Mapping, Sequence

import msgspec

K = 5
SMALL = K - 1
BASES = (5, 10, 20, 50, 100)


class Number(msgspec.Struct, frozen=True):
    """A number as it is told: the nearest multiple of `base`, or None for fewer than five, none at all included."""

    key: str
    about: int | None
    base: int

    @property
    def least(self) -> int:
        """The least number that is told so."""
        if self.about is None:
            return 0
        return K if self.about == self.base else self.about - (self.base - 1) // 2

    @property
    def most(self) -> int:
        """The greatest number that is told so."""
        return SMALL if self.about is None else self.about + self.base // 2


class Told(msgspec.Struct, frozen=True):
    """A total and its tables, each of which adds up to it; a table that would give a small number away is empty."""

    total: Number
    tables: tuple[tuple[Number, ...], ...]


def told(tables: Sequence[Mapping[str, int]]) -> Told:
    """What may be told of several tables of the same people, each key in the order given.

    The finest rounding that lets every small number be anything from none to four, whatever else the page says;
    where none does, a table is left out and the others are tried again.
    """
    kept, people = list(tables), max((sum(table.values()) for table in tables), default=0)
    while True:
        for base in BASES:
            page = _told(kept, people, base)
            if not given_away(page):
                return page
        loose = {key for key, _fits in given_away(_told(kept, people, BASES[0]))}
        worst = max(place for place, table in enumerate(kept) if not loose.isdisjoint(table))
        kept[worst] = {}


def _told(tables: Sequence[Mapping[str, int]], people: int, base: int) -> Told:
    cells = tuple(tuple(_number(key, many, base) for key, many in table.items()) for table in tables)
    return Told(_number("", people, base), cells)


def _number(key: str, many: int, base: int) -> Number:
    near = max(base, (many + (base - 1) // 2) // base * base)
    return Number(key, None if many < K else near, base)


def given_away(page: Told) -> list[tuple[str, set[int]]]:
    """The small numbers that a reader could narrow down with all that the page says, and to what."""
    tables = [table for table in page.tables if table]
    spans = [(sum(cell.least for cell in table), sum(cell.most for cell in table)) for table in tables]
    least = max([page.total.least, *(low for low, _high in spans)])
    most = min([page.total.most, *(high for _low, high in spans)])
    found = []
    for table, (low, high) in zip(tables, spans, strict=True):
        # The other cells of the table may add up to anything between `low` and `high - SMALL`.
        fits = {n for n in range(K) if low + n <= most and high - SMALL + n >= least}
        found += [(cell.key, fits) for cell in table if cell.about is None and len(fits) < K]
    return found
