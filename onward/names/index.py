"""The names of a programme, to be searched: who may be meant, how surely, and why."""

from collections.abc import Iterable
from itertools import islice
from threading import Lock
from typing import BinaryIO, NamedTuple
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from onward.names.answer import NOBODY, Answer, Ranking, ranked
from onward.names.evidence import evidence
from onward.names.search import search
from onward.names.shelf import SEXES, Entry, Packed, Shelf, shelf_of, shelved, spelled, together

EARLIEST, LATEST = 1800, 2200
RECENT_LEAST, RECENT_SHARE = 1000, 0.02
"""Names that stand apart from the big shelf before they are put onto it: so many, or such a share of it."""
SNAPSHOT = 1


class NamesError(ValueError):
    """What was handed over cannot be used; the message is one sentence that says why."""


class _State(NamedTuple):
    """All that a search looks at, replaced whole by every change: shelves, and of each which rows are still there."""

    shelves: tuple[Shelf, ...]
    there: tuple[NDArray[np.bool_] | None, ...]


class Index:
    """Names of persons, searched across scripts and spellings.

    A person may have several names (aliases, a kunya, another spelling): each is an entry of its own, and a person
    is found by the likeliest. Names themselves are not kept, only their parts as they are compared; still, whoever
    holds an index can read names out of it, so its bytes are to be sealed like the names.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        """Pack these names at once; about 15 seconds for a million. Raises NamesError for one that cannot be."""
        self._lock = Lock()
        self._pending: list[Entry] = []
        self._state = _State((shelf_of(map(_checked, entries)), shelf_of(())), (None, None))

    def __len__(self) -> int:
        """How many names are there."""
        state = self._settled()
        return sum(
            len(shelf) if there is None else int(there.sum())
            for shelf, there in zip(state.shelves, state.there, strict=True)
        )

    @property
    def nbytes(self) -> int:
        """Bytes of memory that the names take."""
        state = self._settled()
        return sum(shelf.nbytes for shelf in state.shelves) + sum(one.nbytes for one in state.there if one is not None)

    def add(self, person: str, name: str, birth_year: int | None = None, sex: str = "") -> None:
        """One more name, found from the next search on. Raises NamesError as the start does."""
        entry = _checked(Entry(person, name, birth_year, sex))
        with self._lock:
            self._pending.append(entry)

    def remove(self, person: str) -> int:
        """Forget all names of a person, who is never found again; gives how many there were.

        What was packed leaves memory when the shelves are next put together, at the latest with `save`.
        """
        with self._lock:
            return self._taken_out(person)

    def correct(self, person: str, entries: Iterable[Entry]) -> None:
        """From now on the person has these names and no others. Raises NamesError, and then nothing has changed."""
        checked = [_checked(entry) for entry in entries]
        if any(entry.person != person for entry in checked):
            raise NamesError("A correction names one person only.")
        with self._lock:
            self._taken_out(person)
            self._pending += checked

    def find(self, name: str, birth_year: int | None = None, sex: str = "", limit: int = 10) -> list[Answer]:
        """Who may be meant by a name in any of the four scripts: at most `limit` persons, likeliest first.

        `birth_year` (1800 to 2200) and `sex` (f, m or "") weigh when given; nobody is excluded by them. A name without
        a letter of the four scripts finds nobody. Raises NamesError for a year or sex that is none. Some persons may
        be equally likely, also beyond the limit: their order says nothing. Method and figures: docs/names.md.
        """
        ranking, parts = self.rank(name, birth_year, sex), spelled(name)
        return [ranking.answer(place, parts) for _person, place in islice(ranking.persons(), max(limit, 0))]

    def rank(self, name: str, birth_year: int | None = None, sex: str = "") -> Ranking:
        """The same, further down and without reasons: a few hundred names, and all as likely as the last of them."""
        _checked(Entry("", "", birth_year, sex))
        state, parts = self._settled(), spelled(name)
        if not parts or not any(len(shelf.row) for shelf in state.shelves):
            return NOBODY
        filled = [(shelf, there) for shelf, there in zip(state.shelves, state.there, strict=True) if len(shelf.row)]
        shelves = tuple(shelf for shelf, _there in filled)
        asked = evidence(shelves, parts)
        found = [
            search(shelf, there, mine, birth_year, sex) for (shelf, there), mine in zip(filled, asked, strict=True)
        ]
        return ranked(shelves, tuple(found))

    def save(self, file: BinaryIO) -> None:
        """Write a snapshot, readable by `load`: plain bytes, for the caller to seal."""
        with self._lock:
            state = self._settled_within()
            shelf = _joined(state)
            self._state = _State((shelf, shelf_of(())), (None, None))
        np.savez(file, version=np.array(SNAPSHOT), **shelf.packed._asdict())

    @classmethod
    def load(cls, file: BinaryIO) -> "Index":
        """The index of a snapshot; about a second for a million. Raises NamesError for what is none."""
        try:
            with np.load(file, allow_pickle=False) as kept:
                if int(kept["version"]) != SNAPSHOT:
                    raise NamesError("This snapshot of names is of another version: build the index anew.")
                packed = Packed(*(kept[field] for field in Packed._fields))
        except (ValueError, KeyError, OSError, EOFError, BadZipFile) as wrong:
            raise wrong if isinstance(wrong, NamesError) else NamesError("This is no snapshot of names.") from None
        index = cls()
        index._state = _State((shelved(packed), shelf_of(())), (None, None))
        return index

    def _taken_out(self, person: str) -> int:
        state = self._settled_within()
        there, gone = [], 0
        for shelf, before in zip(state.shelves, state.there, strict=True):
            rows = shelf.rows_of(person)
            rows = rows if before is None else rows[before[rows]]
            gone += len(rows)
            now = before
            if len(rows):
                now = np.ones(len(shelf), np.bool_) if before is None else before.copy()
                now[rows] = False
            there.append(now)
        self._state = _State(state.shelves, tuple(there))
        return gone

    def _settled(self) -> _State:
        if not self._pending:
            return self._state
        with self._lock:
            return self._settled_within()

    def _settled_within(self) -> _State:
        """What was added is put onto the small shelf; and that onto the big one when it has grown."""
        if self._pending:
            (big, small), (there, still) = self._state.shelves, self._state.there
            small = together([(small, still), (shelf_of(self._pending), None)])
            self._pending = []
            self._state = _State((big, small), (there, None))
            if len(small) > max(RECENT_LEAST, RECENT_SHARE * len(big)):
                self._state = _State((_joined(self._state), shelf_of(())), (None, None))
        return self._state


def _joined(state: _State) -> Shelf:
    return together(list(zip(state.shelves, state.there, strict=True)))


def _checked(entry: Entry) -> Entry:
    if entry.sex not in SEXES:
        raise NamesError("The sex is f, m or empty.")
    if entry.birth_year is not None and not EARLIEST <= entry.birth_year <= LATEST:
        raise NamesError(f"The year of birth is between {EARLIEST} and {LATEST}, or not known.")
    return entry
