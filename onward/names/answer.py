"""What a search answers: persons in order of how likely they are meant, each with the reasons."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from onward.names.evidence import evidence
from onward.names.letters import written
from onward.names.search import Found, laid
from onward.names.shelf import Entry, Places, Shelf, shelf_of, spelled
from onward.names.table import Floats
from onward.names.trie import Spelling

DIGITS = 3
"""Nats are told to a thousandth: what differs by less is equally likely."""


class Met(NamedTuple):
    """Two parts that met, as they are compared, and how much likelier that is of one person than of two, in nats."""

    asked: str
    found: str
    nats: float


class Answer(NamedTuple):
    """Who may be meant.

    `score` is all evidence together, in nats (the natural logarithm of how many times likelier all this is of the
    person asked for than of somebody else): 0 says nothing, less speaks against it. `met` are the parts that met,
    `missing` those asked for that this name has not, `besides` those that it has and that were not asked for,
    `turned` whether the order differs, `year` and `sex` what these say, in nats; 0.0 where one of two is not known.
    """

    person: str
    score: float
    met: tuple[Met, ...] = ()
    missing: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    turned: bool = False
    year: float = 0.0
    sex: float = 0.0


class Ranking(NamedTuple):
    """Rows that were found, likeliest first: their evidence in nats, on which shelf, the place in what was found there.

    Of a person with several names the first row counts.
    """

    score: Floats
    shelf: Places
    at: Places
    shelves: tuple[Shelf, ...]
    found: tuple[Found, ...]

    def person(self, place: int) -> str:
        """Whose name it is."""
        shelf = int(self.shelf[place])
        return self.shelves[shelf].person(int(self.found[shelf].rows[self.at[place]]))

    def persons(self) -> Iterator[tuple[str, int]]:
        """Each person once, likeliest first, with the place of their likeliest name."""
        seen: set[str] = set()
        for place in range(len(self.score)):
            person = self.person(place)
            if person not in seen:
                seen.add(person)
                yield person, place

    def answer(self, place: int, parts: Sequence[Spelling]) -> Answer:
        """The person at that place with the reasons; `parts` are those of the name asked for."""
        shelf = int(self.shelf[place])
        return _explained(self.person(place), self.shelves[shelf], self.found[shelf], int(self.at[place]), parts)


def ranked(shelves: tuple[Shelf, ...], found: tuple[Found, ...]) -> Ranking:
    """The rows found on all shelves that have any part asked for, likeliest first."""
    score = np.concatenate([one.score for one in found]).round(DIGITS)
    shelf = np.repeat(np.arange(len(found)), [len(one.rows) for one in found])
    at = np.concatenate([np.arange(len(one.rows)) for one in found])
    met = np.flatnonzero(np.concatenate([(one.weighed.said > 0).any(axis=1) for one in found]))
    order = met[np.argsort(-score[met], kind="stable")]
    return Ranking(score[order], shelf[order], at[order], shelves, found)


NOBODY = Ranking(np.zeros(0, np.float32), np.zeros(0, np.int64), np.zeros(0, np.int64), (), ())


def compare(asked: Entry | str, other: Entry | str) -> Answer:
    """How likely two names are of one person, and why, in the sense of `Answer`; needs no index.

    How common a part is, is not known here: each is taken for one of a few hundred, so a common name says more than it
    should, a rare one less. For two names in a pool `Index.find` is the better judge. Source: docs/names.md.
    """
    left, right = (one if isinstance(one, Entry) else Entry("", one) for one in (asked, other))
    shelf, parts, row = shelf_of([right]), spelled(left.name), np.zeros(1, np.int64)
    if not parts or not len(shelf.packed.part):
        return Answer(right.person, 0.0, (), tuple(map(written, parts)), ())
    found = laid(shelf, evidence([shelf], parts)[0], row, left.birth_year, left.sex)
    return _explained(right.person, shelf, found, 0, parts)


def _explained(person: str, shelf: Shelf, found: Found, at: int, parts: Sequence[Spelling]) -> Answer:
    asked = [written(part) for part in parts]
    theirs = [written(shelf.packed.letters[one].tolist()) for one in shelf.parts(int(found.rows[at]))]
    said = found.weighed.said[at].tolist()
    place = [its if nats > 0 else -1 for its, nats in zip(found.weighed.place[at].tolist(), said, strict=True)]
    return Answer(
        person=person,
        score=round(float(found.score[at]), DIGITS),
        met=tuple(
            Met(part, theirs[its], round(nats, DIGITS))
            for part, its, nats in zip(asked, place, said, strict=True)
            if its >= 0
        ),
        missing=tuple(part for part, its in zip(asked, place, strict=True) if its < 0),
        besides=tuple(part for its, part in enumerate(theirs) if its not in place),
        turned=bool(found.weighed.turned[at]),
        year=round(float(found.year[at]), DIGITS),
        sex=round(float(found.sex[at]), DIGITS),
    )
