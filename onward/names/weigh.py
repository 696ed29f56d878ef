"""The parts of many names laid beside the parts asked for: which meet, what is left over, in which order."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onward.names.evidence import INITIAL, Asked
from onward.names.shelf import SEXES, UNKNOWN, Places, Shelf, slices
from onward.names.table import Floats

BOTH_HAVE, MISSING, BESIDES, OTHER_ORDER = -0.16, -2.6, -2.3, -2.3
"""Nats for a part that both names have, for one only in the name asked for, only in the other; for another order."""
YEARS = np.array([3.1, 1.0, 1.0, 1.0, -1.6, -2.2, -2.6, -3.0, -3.3, -3.6, -4.0], np.float32)
SEX_SAME, SEX_OTHER = 0.65, -3.0


class Weighed(NamedTuple):
    """Of each row: its evidence in nats; where each part asked for stands in it (-1: nowhere) and what that says."""

    score: Floats
    place: Places
    said: Floats
    turned: NDArray[np.bool_]


def weigh(shelf: Shelf, asked: Sequence[Asked], rows: Places) -> Weighed:
    """These rows beside the name asked for; each part of either is used once, the surest first."""
    theirs, of = slices(shelf.packed.first_part, rows, shelf.packed.part)
    first = shelf.packed.first_part
    count = (first[rows + 1] - first[rows]).astype(np.int64)
    place = np.arange(len(of)) - np.repeat(np.cumsum(count) - count, count)
    like = np.full((len(rows), len(asked), max(1, int(count.max(initial=1)))), -np.inf, np.float32)
    begins = shelf.packed.letters[theirs, 1]
    short = shelf.packed.letters[theirs, INITIAL] == 0
    for at, one in enumerate(asked):
        if len(one.spelling):
            found = np.minimum(np.searchsorted(one.spelling, theirs), len(one.spelling) - 1)
            like[of, at, place] = np.where(one.spelling[found] == theirs, one.score[found], -np.inf)
        fits = np.flatnonzero(np.isfinite(one.initial[begins]) & (short | one.is_initial))
        mine = of[fits], at, place[fits]
        like[mine] = np.maximum(like[mine], one.initial[begins[fits]])
    return _matched(like, count)


def _matched(like: Floats, count: Places) -> Weighed:
    many, asked, width = like.shape
    rows = np.arange(many)
    score = (MISSING * asked + BESIDES * count).astype(np.float32)
    place, said = np.full((many, asked), -1, np.int64), np.zeros((many, asked), np.float32)
    for _turn in range(min(asked, width)):
        best = like.reshape(many, asked * width).argmax(axis=1)
        value = like.reshape(many, asked * width)[rows, best]
        good = np.flatnonzero(value > MISSING + BESIDES)
        mine, its = best[good] // width, best[good] % width
        score[good] += value[good] + np.float32(BOTH_HAVE - MISSING - BESIDES)
        place[good, mine], said[good, mine] = its, value[good]
        like[good, mine, :] = -np.inf
        like[good, :, its] = -np.inf
    highest = np.maximum.accumulate(place, axis=1)
    turned = np.any((place[:, 1:] >= 0) & (place[:, 1:] < highest[:, :-1]), axis=1)
    return Weighed(score + np.where(turned, np.float32(OTHER_ORDER), np.float32(0)), place, said, turned)


def of_year(shelf: Shelf, rows: Places, birth_year: int | None) -> Floats:
    """What the year of birth says, in nats; nothing where either is not known."""
    if not birth_year:
        return np.zeros(len(rows), np.float32)
    year = shelf.packed.year[rows].astype(np.int32)
    return np.where(year == UNKNOWN, np.float32(0), YEARS[np.minimum(np.abs(year - birth_year), len(YEARS) - 1)])


def of_sex(shelf: Shelf, rows: Places, sex: str) -> Floats:
    """What the sex says, in nats; nothing where either is not known."""
    if not SEXES.get(sex):
        return np.zeros(len(rows), np.float32)
    theirs = shelf.packed.sex[rows]
    said = np.where(theirs == SEXES[sex], np.float32(SEX_SAME), np.float32(SEX_OTHER))
    return np.where(theirs == UNKNOWN, np.float32(0), said)
