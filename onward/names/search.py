"""Which rows of a shelf a name may be of: all evidence of a part added up over the rows that have it.

The sum is rough (a part may count twice); the best few hundred rows are then weighed part by part (`weigh.py`).
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onward.names.evidence import Asked
from onward.names.shelf import Places, Shelf, slices
from onward.names.table import Floats
from onward.names.weigh import Weighed, of_sex, of_year, weigh

WEIGHED, MOST_WEIGHED = 300, 4000
"""Rows that are laid beside the name asked for, one by one; and at most so many where the last of them are equal."""
KNOWN = 3.8
"""Nats that year and sex can add at most."""


class Found(NamedTuple):
    """Rows of a shelf, in no order, the evidence of each in nats, and how it came about."""

    rows: Places
    score: Floats
    weighed: Weighed
    year: Floats
    sex: Floats


def search(
    shelf: Shelf, there: NDArray[np.bool_] | None, asked: Sequence[Asked], birth_year: int | None, sex: str
) -> Found:
    """The rows that are likeliest of the person asked for, of those `there` (None: all): at least `WEIGHED`, if any."""
    known = bool(birth_year or sex)
    rows, rough = _gathered(shelf, there, asked, KNOWN if known else 0.0)
    if known:
        rough += of_year(shelf, rows, birth_year) + of_sex(shelf, rows, sex)
        rows, rough = _highest(rows, rough, WEIGHED, 0.0)
    if len(rows) > MOST_WEIGHED:
        rows = rows[np.argpartition(-rough, MOST_WEIGHED)[:MOST_WEIGHED]]
    return laid(shelf, asked, rows, birth_year, sex)


def laid(shelf: Shelf, asked: Sequence[Asked], rows: Places, birth_year: int | None, sex: str) -> Found:
    """These rows laid beside what is asked for."""
    weighed, year, same = weigh(shelf, asked, rows), of_year(shelf, rows, birth_year), of_sex(shelf, rows, sex)
    return Found(rows, weighed.score + year + same, weighed, year, same)


def _gathered(
    shelf: Shelf, there: NDArray[np.bool_] | None, asked: Sequence[Asked], margin: float
) -> tuple[Places, Floats]:
    """Rows that have any of the spellings and the evidence of their parts, each at its best."""
    total = np.zeros(len(shelf), np.float32)
    seen: list[Places] = []
    for one in asked:
        order = np.argsort(one.score)
        rows, of = slices(shelf.first_row, one.spelling[order], shelf.row)
        says = np.maximum(one.score[order], 0) + np.float32(1e-3)
        total[rows] = total[rows] + says[of]  # of a row with several of the spellings, the best is written last
        seen.append(rows.astype(np.int64))
    every = np.concatenate(seen)
    if there is not None:
        every = every[there[every]]
    once = np.sort(_highest(every, total[every], WEIGHED * len(asked), margin)[0])
    once = once[np.flatnonzero(np.diff(once, prepend=-1))]
    return once, total[once]


def _highest(rows: Places, rough: Floats, many: int, margin: float) -> tuple[Places, Floats]:
    """The highest `many` of them, and all others within `margin` of the last of those."""
    if len(rows) <= many:
        return rows, rough
    last = np.partition(rough, len(rough) - many)[len(rough) - many]
    kept = np.flatnonzero(rough >= last - margin)
    return rows[kept], rough[kept]
