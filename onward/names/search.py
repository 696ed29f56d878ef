"""Who on a shelf a name may be of, likeliest first.

Evidence is added up in nats (natural logarithms of how many times likelier it is of the same person than of another):
each part of the name asked for beside the part that it stands for (a rare part says more than a common one), parts
that one name has and the other has not, their order, the year of birth, the sex.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onward.names.letters import ALPHABETS
from onward.names.shelf import SEXES, UNKNOWN, Shelf, slices, spelled
from onward.names.table import PAIR_PLACE, PAIR_START, Floats, Ints, next_letter, table_of
from onward.names.trie import Spelling
from onward.names.walk import Likely, walk
from onward.names.table import SCRIPT_OF, SCRIPTS

BOTH_HAVE, ONE_HAS, OTHER_ORDER = -0.16, -1.9, -1.8
"""Nats for a part that both names have, for one that only one has, for parts in another order."""
NEW = 0.3
"""Share of people whose part is like none on the shelf."""
WIDTHS = (900, 450, 300, 220)
"""How wide the walk is for a name of one, two, three, four and more parts."""
LIKELIEST, BEHIND = 400, 11.0
"""Spellings of a part that are looked up, and nats behind the best at which one no longer is."""
WEIGHED = 300
"""Rows whose parts are laid beside the name asked for, one by one."""
YEARS = np.array([3.1, 1.0, 1.0, 1.0, -1.6, -2.2, -2.6, -3.0, -3.3, -3.6, -4.0], np.float32)
SEX_SAME, SEX_OTHER = 0.65, -3.0


class Found(NamedTuple):
    """Rows of a shelf and the evidence for each in nats, likeliest first."""

    rows: NDArray[np.int64]
    score: Floats


class _Asked(NamedTuple):
    """A part of the name asked for: the spellings that it may stand for, sorted, and the evidence of each."""

    spelling: Ints
    score: Floats


def search(shelf: Shelf, name: str, birth_year: int | None, sex: str, limit: int) -> Found:
    """The `limit` rows that are likeliest of the person asked for; none where the name has no letter."""
    parts = spelled(name)
    if not parts or not len(shelf):
        return Found(np.zeros(0, np.int64), np.zeros(0, np.float32))
    asked = _asked(shelf, parts)
    rows, rough = _gathered(shelf, asked)
    score = rough + _known(shelf, rows, birth_year, sex)
    most = max(WEIGHED, 2 * limit)
    if len(rows) > most:
        kept = np.argpartition(-score, most)[:most]
        rows = rows[kept]
    score = _weighed(shelf, asked, rows) + _known(shelf, rows, birth_year, sex)
    order = np.lexsort((rows, -score))[:limit]
    return Found(rows[order], score[order])


def _asked(shelf: Shelf, parts: Sequence[Spelling]) -> list[_Asked]:
    width = WIDTHS[min(len(parts), len(WIDTHS)) - 1]
    found: list[_Asked | None] = [None] * len(parts)
    scripts = [int(SCRIPT_OF[part[0]]) for part in parts]
    for script in set(scripts):
        here = [at for at, one in enumerate(scripts) if one == script]
        for at, likely in zip(here, walk(shelf.trie, table_of(SCRIPTS[script]), [parts[at] for at in here], width=width), strict=True):
            found[at] = _evidence(shelf, parts[at], likely)
    return [one for one in found if one is not None]


def _evidence(shelf: Shelf, part: Spelling, likely: Likely) -> _Asked:
    """How much more likely the part is written so by who bears that spelling than by anybody."""
    spelling, score = likely
    often = np.diff(shelf.first_row)[spelling] / len(shelf)
    anybody = np.log(np.sum(often * np.exp(score)) + NEW * np.exp(_promised(part)))
    score = score - np.float32(anybody)
    kept = np.flatnonzero(score > score.max(initial=0) - BEHIND)
    if len(kept) > LIKELIEST:
        kept = kept[np.argpartition(-score[kept], LIKELIEST)[:LIKELIEST]]
    order = kept[np.argsort(spelling[kept])]
    return _Asked(spelling[order], score[order])


def _promised(part: Spelling) -> float:
    row = np.array(part)
    return float(next_letter()[PAIR_START[row[:-1]] + PAIR_PLACE[row[1:]]].sum())


def _gathered(shelf: Shelf, asked: Sequence[_Asked]) -> tuple[NDArray[np.int64], Floats]:
    """The rows that have any of the spellings, and the evidence of their parts, each at its best."""
    total = np.zeros(len(shelf), np.float32)
    best = np.zeros(len(shelf), np.float32)
    mark = np.zeros(len(shelf), np.int32)
    seen = []
    for one in asked:
        order = np.argsort(one.score)  # the best is written last
        rows, of = slices(shelf.first_row, one.spelling[order].astype(np.int64), shelf.row)
        best[rows] = np.maximum(one.score[order][of], 0) + 1e-3
        mark[rows] = np.arange(len(rows))
        once = rows[mark[rows] == np.arange(len(rows))]
        total[once] += best[once]
        seen.append(once)
    rows = np.concatenate(seen)
    mark[rows] = np.arange(len(rows))
    rows = rows[mark[rows] == np.arange(len(rows))]
    return rows.astype(np.int64), total[rows]


def _known(shelf: Shelf, rows: NDArray[np.int64], birth_year: int | None, sex: str) -> Floats:
    score = np.zeros(len(rows), np.float32)
    if birth_year:
        year = shelf.year[rows].astype(np.int32)
        score += np.where(year == UNKNOWN, 0, YEARS[np.minimum(np.abs(year - birth_year), len(YEARS) - 1)])
    if SEXES.get(sex):
        theirs = shelf.sex[rows]
        score += np.where(theirs == UNKNOWN, 0, np.where(theirs == SEXES[sex], SEX_SAME, SEX_OTHER)).astype(np.float32)
    return score


def _weighed(shelf: Shelf, asked: Sequence[_Asked], rows: NDArray[np.int64]) -> Floats:
    """The parts of these rows laid beside the parts asked for, each used once."""
    theirs, of = slices(shelf.first_part, rows, shelf.part)
    count = np.diff(shelf.first_part)[rows]
    place = np.arange(len(of)) - np.repeat(np.cumsum(count) - count, count)
    most = int(count.max(initial=1))
    like = np.full((len(rows), len(asked), most), -np.inf, np.float32)
    for at, one in enumerate(asked):
        found = np.searchsorted(one.spelling, theirs)
        found[found == len(one.spelling)] = 0
        same = one.spelling[found] == theirs if len(one.spelling) else np.zeros(len(theirs), bool)
        like[of, at, place] = np.where(same, one.score[found] if len(one.spelling) else 0, -np.inf)
    return _matched(like, count, len(asked))


def _matched(like: Floats, count: Ints, asked: int) -> Floats:
    """The best of each pair of parts in turn; what is left over on either side counts against it."""
    rows = np.arange(len(like))
    score = np.zeros(len(like), np.float32)
    matched = np.zeros(len(like), np.int64)
    places = np.full((len(like), asked), -1, np.int64)
    width = like.shape[2]
    like = like.copy()
    for _turn in range(min(asked, width)):
        flat = like.reshape(len(like), -1)
        at = flat.argmax(axis=1)
        value = flat[rows, at]
        good = value > 2 * ONE_HAS
        score += np.where(good, value + BOTH_HAVE, 0)
        matched += good
        places[rows[good], at[good] // width] = at[good] % width
        like[rows[good], at[good] // width, :] = -np.inf
        like[rows[good], :, at[good] % width] = -np.inf
    score += ONE_HAS * ((asked - matched) + (count - matched))
    return score + np.where(_turned(places), OTHER_ORDER, 0).astype(np.float32)


def _turned(places: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether the parts that met stand in another order."""
    highest = np.maximum.accumulate(places, axis=1)
    return ((places[:, 1:] >= 0) & (places[:, 1:] < highest[:, :-1])).any(axis=1)
