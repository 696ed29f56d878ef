"""Many names, packed: which spellings there are, who bears each, and what else is known of who bears it."""

from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from onward.names.letters import LONGEST, script_of, symbols
from onward.names.table import PAIR_PLACE, PAIR_START, SCRIPT_OF, Floats, next_letter
from onward.names.trie import Ints, Spelling, Trie, trie_of
from onward.names.words import parts_of

UNKNOWN = 0
SEXES = {"": 0, "f": 1, "m": 2}
Letters = NDArray[np.uint8]
"""Bytes; spellings side by side: a row each, its symbols, zeros behind the last."""
Places = NDArray[np.int64]
Kind = TypeVar("Kind", bound=np.generic)


class Entry(NamedTuple):
    """One name of one person: `sex` is f, m or "" where it is not known; so is `birth_year` None."""

    person: str
    name: str
    birth_year: int | None = None
    sex: str = ""


class Packed(NamedTuple):
    """What a shelf is made of: of each row its persons' id, its parts in the order of the name, year and sex.

    The parts of row r are `part[first_part[r]:first_part[r + 1]]`, places in `letters`; the id of its person is
    `persons[ends[r - 1]:ends[r]]`, in UTF-8.
    """

    letters: Letters
    part: Ints
    first_part: Ints
    year: NDArray[np.int16]
    sex: Letters
    persons: Letters
    ends: Places


class Shelf(NamedTuple):
    """Rows (one a name) and spellings (one a way of writing a part), and both ways between them.

    The rows with spelling s are `row[first_row[s]:first_row[s + 1]]`; `promised[s]` is the log of how likely its
    letters follow one another, `script[s]` the place of its script.
    """

    packed: Packed
    trie: Trie
    row: Ints
    first_row: Ints
    promised: Floats
    script: Letters

    def __len__(self) -> int:
        return len(self.packed.year)

    @property
    def nbytes(self) -> int:
        """Bytes of memory that it takes."""
        levels = sum(field.nbytes for level in self.trie.levels for field in level)
        return int(
            sum(field.nbytes for field in self.packed)
            + levels
            + self.row.nbytes
            + self.first_row.nbytes
            + self.promised.nbytes
            + self.script.nbytes
        )

    def person(self, row: int) -> str:
        """The id of the person whose name stands in that row."""
        ends = self.packed.ends
        begin = int(ends[row - 1]) if row else 0
        return self.packed.persons[begin : int(ends[row])].tobytes().decode("utf-8", "surrogatepass")

    def rows_of(self, person: str) -> Places:
        """The rows with names of that person."""
        sought = np.frombuffer(person.encode("utf-8", "surrogatepass"), np.uint8)
        ends = self.packed.ends
        rows = np.flatnonzero(np.diff(ends, prepend=0) == len(sought))
        for at, byte in enumerate(sought):
            rows = rows[self.packed.persons[ends[rows] - len(sought) + at] == byte]
        return rows

    def parts(self, row: int) -> list[int]:
        """The spellings of that row, in the order of the name."""
        first = self.packed.first_part
        return [int(one) for one in self.packed.part[first[row] : first[row + 1]]]


def spelled(name: str) -> list[Spelling]:
    """The parts of a name as symbols; what has none of the four scripts is left out."""
    return [found for part in parts_of(name) if (found := symbols(part, script_of(part)))]


def shelf_of(entries: Iterable[Entry]) -> Shelf:
    """Pack these names. An entry without a single letter takes a row that nothing finds."""
    numbers: dict[bytes, int] = {}
    known: dict[str, int] = {}
    flat, counts, years, ends = array("i"), array("B"), array("h"), array("q")
    sexes, persons = bytearray(), bytearray()
    for person, name, birth_year, sex in entries:
        before = len(flat)
        for part in parts_of(name):
            number = known.get(part)
            if number is None:
                spelling = bytes(symbols(part, script_of(part)))
                number = known[part] = numbers.setdefault(spelling, len(numbers)) if spelling else -1
            if number >= 0:
                flat.append(number)
        counts.append(len(flat) - before)
        years.append(birth_year or UNKNOWN)
        sexes.append(SEXES.get(sex, 0))
        persons += person.encode("utf-8", "surrogatepass")
        ends.append(len(persons))
    del known
    letters = np.zeros((len(numbers), LONGEST), np.uint8)
    for at, spelling in enumerate(numbers):
        letters[at, : len(spelling)] = np.frombuffer(spelling, np.uint8)
    del numbers
    return shelved(
        Packed(
            letters,
            np.frombuffer(flat, np.int32),
            _starts(np.frombuffer(counts, np.uint8)),
            np.frombuffer(years, np.int16),
            np.frombuffer(bytes(sexes), np.uint8),
            np.frombuffer(bytes(persons), np.uint8),
            np.frombuffer(ends, np.int64),
        )
    )


def shelved(packed: Packed) -> Shelf:
    """A shelf of rows whose spellings stand in any order, or more than once."""
    whole = np.ascontiguousarray(packed.letters).view(np.dtype((np.void, LONGEST))).ravel()
    _, at, place = np.unique(whole, return_index=True, return_inverse=True)
    packed = packed._replace(letters=packed.letters[at], part=place.ravel()[packed.part].astype(np.int32))
    rows = np.repeat(np.arange(len(packed.year), dtype=np.int32), np.diff(packed.first_part))
    by_part = np.argsort(packed.part, kind="stable")
    lengths = LONGEST - (packed.letters[:, ::-1] != 0).argmax(axis=1)  # the last symbol, $, is never 0
    return Shelf(
        packed,
        trie_of(packed.letters, lengths),
        rows[by_part],
        _starts(np.bincount(packed.part, minlength=len(at))),
        _promised(packed.letters, lengths),
        SCRIPT_OF[packed.letters[:, 0]].astype(np.uint8),
    )


def _promised(letters: Letters, lengths: Places) -> Floats:
    promised = np.zeros(len(letters), np.float32)
    for depth in range(1, LONGEST):
        on = np.flatnonzero(lengths > depth)
        pair = PAIR_START[letters[on, depth - 1]] + PAIR_PLACE[letters[on, depth]]
        promised[on] += next_letter()[pair]
    return promised


def together(shelves: Sequence[tuple[Shelf, NDArray[np.bool_] | None]]) -> Shelf:
    """One shelf of the rows of several that are still there (true in the array beside it; None: all)."""
    kept = [_only(shelf.packed, there) for shelf, there in shelves]
    before = np.cumsum([0, *(len(one.letters) for one in kept)])
    ends = np.cumsum(np.concatenate([np.diff(one.ends, prepend=0) for one in kept]))
    return shelved(
        Packed(
            np.concatenate([one.letters for one in kept]),
            np.concatenate([one.part + at for one, at in zip(kept, before, strict=False)]).astype(np.int32),
            _starts(np.concatenate([np.diff(one.first_part) for one in kept])),
            np.concatenate([one.year for one in kept]),
            np.concatenate([one.sex for one in kept]),
            np.concatenate([one.persons for one in kept]),
            ends,
        )
    )


def _only(packed: Packed, there: NDArray[np.bool_] | None) -> Packed:
    if there is None or there.all():
        return packed
    rows = np.flatnonzero(there)
    first = np.concatenate([[0], packed.ends]).astype(np.int64)
    used, part = np.unique(slices(packed.first_part, rows, packed.part)[0], return_inverse=True)
    return Packed(
        letters=packed.letters[used],  # a spelling that only the others had goes with them
        part=part.astype(np.int32),
        first_part=_starts(np.diff(packed.first_part)[rows]),
        year=packed.year[rows],
        sex=packed.sex[rows],
        persons=slices(first, rows, packed.persons)[0],
        ends=np.cumsum(np.diff(first)[rows]),
    )


def _starts(counts: NDArray[np.integer]) -> Ints:
    return np.concatenate([[0], np.cumsum(counts, dtype=np.int64)]).astype(np.int32)


def slices(first: NDArray[np.integer], chosen: Places, values: NDArray[Kind]) -> tuple[NDArray[Kind], Places]:
    """The values of all `chosen`, one after the other, and for each of them which of the chosen it is of."""
    begin, count = first[chosen].astype(np.int64), (first[chosen + 1] - first[chosen]).astype(np.int64)
    of = np.repeat(np.arange(len(chosen)), count)
    at = np.arange(count.sum()) + np.repeat(begin - np.cumsum(count) + count, count)
    return values[at], of
