"""What the parts of a name say: which spellings each may stand for, and how much that tells, in nats."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from onward.names.letters import ALPHABETS, SYMBOLS
from onward.names.shelf import Places, Shelf
from onward.names.table import MARGINAL, PAIR_PLACE, PAIR_START, SCRIPT_OF, SCRIPTS, Floats, next_letter, table_of
from onward.names.trie import Spelling
from onward.names.walk import Likely, walk

NEW = 0.07
"""Share of people whose part is like none on the shelf."""
FEW = 200
"""As many people are thought to be there besides, so that a shelf of three does not make a third of all of one."""
WIDTHS = (600, 250, 150, 110)
"""How wide the walk is for a name of one, two, three, four and more parts."""
PROMISED, SURE_WITHIN, SURE_ACROSS = 0.92, np.float32(0.75), np.float32(0.6)
"""How much of what a spelling's letters promise is no evidence; how far the rest is believed, within a script, across.

Like those of `weigh.py`, these make names of held-out clusters likeliest to be found (docs/names.md tells how).
"""
ALIKE, FIRST = np.float32(0.6), np.float32(0.05)
"""Nats for a part that is written the very same way; and by how much that is at least likelier than any other."""
INITIAL, SAME_INITIAL, NEARLY = 3, 1.5, 1.5
"""Symbols of an initial, ^ and $ included; nats for one that fits; nats behind the likeliest letter that still fit."""
LIKELIEST, BEHIND = 400, 11.0
"""Spellings of a part that are looked up, and nats behind the best at which one no longer is."""


class Asked(NamedTuple):
    """A part of the name asked for: the spellings of a shelf that it may stand for, sorted; evidence of each, nats.

    `initial`: evidence by the symbol that another part begins with, where one of the two is an initial.
    """

    spelling: Places
    score: Floats
    initial: Floats
    is_initial: bool


def evidence(shelves: Sequence[Shelf], parts: Sequence[Spelling]) -> list[list[Asked]]:
    """For each shelf and each part what it may stand for there; how common a part is, is told by all shelves."""
    walked = [_walked(shelf, parts) for shelf in shelves]
    people = sum(len(shelf) for shelf in shelves) + FEW
    found: list[list[Asked]] = [[] for _ in shelves]
    for at, part in enumerate(parts):
        anybody = max(NEW, FEW / people) * np.exp(_promised(part))
        for shelf, likely in zip(shelves, walked, strict=True):
            here = likely[at].spelling
            often = (shelf.first_row[here + 1] - shelf.first_row[here]) / people
            anybody += np.sum(often * np.exp(likely[at].score))
        for mine, likely in zip(found, walked, strict=True):
            mine.append(_best(part, likely[at].spelling, likely[at].score - np.float32(np.log(anybody))))
    return found


def _walked(shelf: Shelf, parts: Sequence[Spelling]) -> list[Likely]:
    width = WIDTHS[min(len(parts), len(WIDTHS)) - 1]
    found: dict[int, Likely] = {}
    scripts = [int(SCRIPT_OF[part[0]]) for part in parts]
    for script in set(scripts):
        here = [at for at, one in enumerate(scripts) if one == script]
        likely = walk(shelf.trie, table_of(SCRIPTS[script]), [parts[at] for at in here], width=width)
        found.update(zip(here, likely, strict=True))
    return [_sure(shelf, part, found[at]) for at, part in enumerate(parts)]


def _sure(shelf: Shelf, part: Spelling, likely: Likely) -> Likely:
    """As sure as it turned out to be: what the walk says is an alignment's chance, and spellings stray further."""
    spelling, score = likely
    whole = score + np.float32(MARGINAL - PROMISED) * shelf.promised[spelling]
    whole *= np.where(shelf.script[spelling] == SCRIPT_OF[part[0]], SURE_WITHIN, SURE_ACROSS)
    same = (shelf.packed.letters[spelling, : len(part)] == np.array(part, np.uint8)).all(axis=1)
    whole[same] = np.maximum(whole[same] + ALIKE, whole.max(initial=-np.inf) + FIRST)
    return Likely(spelling, whole)


def _best(part: Spelling, spelling: Places, score: Floats) -> Asked:
    kept = np.flatnonzero(score > score.max(initial=-np.inf) - BEHIND)
    if len(kept) > LIKELIEST:
        kept = kept[np.argpartition(-score[kept], LIKELIEST)[:LIKELIEST]]
    order = kept[np.argsort(spelling[kept])]
    return Asked(spelling[order].astype(np.int64), score[order], _initial(part), len(part) == INITIAL)


def _initial(part: Spelling) -> Floats:
    table, said = table_of(SCRIPTS[SCRIPT_OF[part[0]]]), np.full(SYMBOLS, -np.inf, np.float32)
    for alphabet in ALPHABETS.values():
        letters = slice(alphabet.first + 2, alphabet.first + alphabet.size)
        likely = table.same[part[1] - table.alphabet.first, letters]
        said[letters][likely > likely.max() - NEARLY] = SAME_INITIAL
    return said


def _promised(part: Spelling) -> float:
    row = np.array(part)
    return float(next_letter()[PAIR_START[row[:-1]] + PAIR_PLACE[row[1:]]].sum())
