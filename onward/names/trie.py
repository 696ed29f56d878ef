"""Every spelling once, those that begin alike sharing their beginning: what a walk goes down, letter by letter."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onward.names.letters import LONGEST

Ints = NDArray[np.int32]
Spelling = tuple[int, ...]


class Level(NamedTuple):
    """The nodes at one depth: their symbol, which spelling ends there (-1: none), where their children begin."""

    symbol: NDArray[np.uint8]
    ends: Ints
    children: Ints


class Trie(NamedTuple):
    """Levels from the first symbol on; `spellings` is how many there are."""

    levels: tuple[Level, ...]
    spellings: int


def trie_of(rows: NDArray[np.uint8], lengths: NDArray[np.int64]) -> Trie:
    """A trie of these spellings (a row each, symbols, then zeros): sorted and each there once; `ends`: their places.

    Zeros behind are never gone through: the symbol 0 is the ^ of the first script, which only begins a spelling.
    """
    fresh = np.ones(rows.shape, dtype=bool)
    fresh[1:] = np.logical_or.accumulate(rows[1:] != rows[:-1], axis=1)
    fresh &= np.arange(LONGEST)[None] < lengths[:, None]
    levels: list[Level] = []
    number = np.zeros(len(rows), np.int32)
    for depth in range(int(lengths.max(initial=0))):
        at = np.flatnonzero(fresh[:, depth])
        if depth:
            levels[-1] = levels[-1]._replace(children=_starts(number[at], len(levels[-1].symbol)))
        ends = np.where(lengths[at] == depth + 1, at, -1).astype(np.int32)
        levels.append(Level(rows[at, depth], ends, np.zeros(len(at) + 1, np.int32)))
        number = (np.cumsum(fresh[:, depth]) - 1).astype(np.int32)
    return Trie(tuple(levels), len(rows))


def _starts(parents: Ints, count: int) -> Ints:
    return np.concatenate([[0], np.cumsum(np.bincount(parents, minlength=count))]).astype(np.int32)
