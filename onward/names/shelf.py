"""Many names, packed: which spellings there are, who bears each, and what else is known of who bears it."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onward.names.letters import script_of, symbols
from onward.names.trie import Ints, Spelling, Trie, trie_of
from onward.names.words import parts_of

UNKNOWN = 0
SEXES = {"": 0, "f": 1, "m": 2}


class Entry(NamedTuple):
    """One name of one person: `sex` is f, m or "" where it is not known; so is `birth_year` None."""

    person: str
    name: str
    birth_year: int | None = None
    sex: str = ""


class Shelf(NamedTuple):
    """Rows (one a name) and spellings (one a way of writing a part), and both ways between them.

    The parts of row r are `part[first_part[r]:first_part[r + 1]]`, in the order of the name; the rows with spelling
    s are `row[first_row[s]:first_row[s + 1]]`. `persons` is the ids joined, `ends` where each ends.
    """

    trie: Trie
    part: Ints
    first_part: Ints
    row: Ints
    first_row: Ints
    year: NDArray[np.int16]
    sex: NDArray[np.uint8]
    persons: bytes
    ends: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.year)

    def person(self, row: int) -> str:
        """The id of the person whose name stands in that row."""
        begin = int(self.ends[row - 1]) if row else 0
        return self.persons[begin : int(self.ends[row])].decode()


def spelled(name: str) -> list[Spelling]:
    """The parts of a name as symbols; what has none of the four scripts is left out."""
    return [found for part in parts_of(name) if (found := symbols(part, script_of(part)))]


def shelf_of(entries: Sequence[Entry]) -> Shelf:
    """Pack these names. An entry without a single letter takes a row that nothing finds."""
    numbers: dict[Spelling, int] = {}
    flat: list[int] = []
    counts = np.zeros(len(entries), np.int64)
    for at, entry in enumerate(entries):
        for spelling in spelled(entry.name):
            flat.append(numbers.setdefault(spelling, len(numbers)))
            counts[at] += 1
    order = sorted(numbers)
    place = np.empty(len(order), np.int32)
    place[np.fromiter((numbers[spelling] for spelling in order), np.int64, len(order))] = np.arange(len(order))
    part = place[np.array(flat, np.int64)] if flat else np.zeros(0, np.int32)
    rows = np.repeat(np.arange(len(entries), dtype=np.int32), counts)
    by_part = np.argsort(part, kind="stable")
    ids = [entry.person.encode() for entry in entries]
    return Shelf(
        trie=trie_of(order),
        part=part,
        first_part=_starts(counts),
        row=rows[by_part],
        first_row=_starts(np.bincount(part, minlength=len(order))),
        year=np.fromiter((entry.birth_year or UNKNOWN for entry in entries), np.int16, len(entries)),
        sex=np.fromiter((SEXES.get(entry.sex, 0) for entry in entries), np.uint8, len(entries)),
        persons=b"".join(ids),
        ends=np.cumsum(np.fromiter((len(one) for one in ids), np.int64, len(ids))),
    )


def _starts(counts: NDArray[np.int64]) -> Ints:
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)


def slices(first: Ints, chosen: NDArray[np.int64], values: Ints) -> tuple[Ints, NDArray[np.int64]]:
    """The values of all `chosen`, one after the other, and for each of them which of the chosen it is of."""
    begin, count = first[chosen].astype(np.int64), (first[chosen + 1] - first[chosen]).astype(np.int64)
    of = np.repeat(np.arange(len(chosen)), count)
    at = np.arange(count.sum()) + np.repeat(begin - np.cumsum(count) + count, count)
    return values[at], of
