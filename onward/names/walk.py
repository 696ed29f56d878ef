"""From the parts of a name down the trie: the spellings that they are likeliest to stand for, in any script.

A beam search: the trie is gone down a letter at a time, each node with its best alignment to every beginning of the
part asked for (a row of the table of an edit distance), and at each depth only the most promising nodes go on. So no
key has to be equal for a spelling to be found, and the cost is the same in a pool of any size.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onward.names.letters import ALPHABETS, ARABIC, CYRILLIC, LATIN, SYMBOLS
from onward.names.table import (
    MARGINAL,
    NEVER,
    PAIR_PLACE,
    PAIR_START,
    PAIRS,
    SCRIPT_OF,
    SCRIPTS,
    Floats,
    Ints,
    Table,
    next_letter,
)
from onward.names.trie import Level, Spelling, Trie

WIDTH = 200
"""Nodes that go on at each depth, for each part and script."""
HOPELESS = 10.0
"""Nats behind the most promising node of its script at which one is left."""
NARROW, FEWEST = (1.0, 0.15, 0.5, 0.8), 24
"""Share of the width at the first depths, and nodes that go on even so."""
LOST = 18.0
"""Nats behind the likeliest spelling found so far, in any script, at which a node is left."""


Numbers = NDArray[np.int64]

ARTICLE, SHORTEST = 2.0, 6
"""Nats for an article joined to a part that only one of two has; and symbols that a part with one has at least."""
_JOINED = [(LATIN, "al"), (LATIN, "el"), (ARABIC, "ال"), (CYRILLIC, "ал"), (CYRILLIC, "эл")]
ARTICLES = np.array(
    [
        PAIR_START[ALPHABETS[script].letters[head[0]]] + PAIR_PLACE[ALPHABETS[script].letters[head[1]]]
        for script, head in _JOINED
    ]
)
FIRST = np.array([alphabet.first for alphabet in ALPHABETS.values()])


class Likely(NamedTuple):
    """Spellings by their place, and the log of how likely each would be written as the part asked for."""

    spelling: Numbers
    score: Floats


class _Asked(NamedTuple):
    """The parts side by side, as rows to be taken whole: by part and symbol, by part and pair of symbols.

    `gone` is [part, script, letters gone]: all of them for nothing; `rest`: what is left to gain behind them;
    `article`: whether the part begins with one.
    """

    same: Floats
    one: Floats
    two: Floats
    gone: Floats
    rest: Floats
    lengths: Ints
    article: NDArray[np.bool_]


class _Rows(NamedTuple):
    """Nodes as they are gone through: `part` asked for, `symbol`, alignments, what their letters promise anyway."""

    part: Numbers
    symbol: Numbers
    aligned: Floats
    promised: Floats


def walk(trie: Trie, table: Table, parts: Sequence[Spelling], *, width: int = WIDTH) -> list[Likely]:
    """For each of `parts`, all of the table's script, the spellings that it is likeliest to stand for, unsorted."""
    asked = _asked(table, parts)
    found: list[tuple[Numbers, Ints, Floats]] = []
    heads = len(trie.levels[0].symbol) if trie.levels else 0
    node: Numbers = np.tile(np.arange(heads), len(parts))
    part: Numbers = np.repeat(np.arange(len(parts)), heads)
    reached = np.full(len(parts), -np.inf, np.float32)
    parent, before, grand = np.zeros(len(node), np.int64), None, None
    for depth, level in enumerate(trie.levels):
        rows = _gone_down(table, asked, level.symbol[node].astype(np.int64), part, parent, before, grand)
        if depth == 0:
            _begun_behind_article(asked, rows)
        elif depth == 2 and before is not None:
            _begun_again(asked, rows, before.symbol[parent])
        ends = level.ends[node]
        here = np.flatnonzero(ends >= 0)
        length = asked.lengths[part[here]]
        last = rows.aligned[here, length] + asked.gone[part[here], SCRIPT_OF[rows.symbol[here]], length]
        found.append((part[here], ends[here], last - rows.promised[here]))
        np.maximum.at(reached, part[here], found[-1][2])
        on = _promising(level, node, rows, asked, reached - LOST, _wide(depth, width))
        if not len(on):
            break
        begin = level.children[node[on]].astype(np.int64)
        count = level.children[node[on] + 1] - begin
        grand = None if before is None else before.aligned.take(parent[on], axis=0)
        before = _Rows(part[on], rows.symbol[on], rows.aligned.take(on, axis=0), rows.promised[on])
        parent = np.repeat(np.arange(len(on)), count)
        node = np.arange(len(parent)) + (begin - np.cumsum(count) + count)[parent]
        part = before.part[parent]
    return _by_part(found, len(parts))


def _asked(table: Table, parts: Sequence[Spelling]) -> _Asked:
    lengths = np.array([len(part) for part in parts])
    longest, size = int(lengths.max()), table.alphabet.size
    letters = np.zeros((len(parts), longest), np.int64)
    for at, part in enumerate(parts):
        letters[at, : len(part)] = np.array(part) - table.alphabet.first
    gone = np.zeros((len(parts), len(SCRIPTS), longest + 1), np.float32)
    gone[:, :, 1:] = np.cumsum(table.none[:, letters].transpose(1, 0, 2), axis=2)
    gain = table.rest[:, letters].transpose(1, 0, 2) * (np.arange(longest) < lengths[:, None])[:, None, :]
    rest = np.zeros_like(gone)
    rest[:, :, :-1] = np.cumsum(gain[:, :, ::-1], axis=2)[:, :, ::-1]
    rest[np.broadcast_to((np.arange(longest + 1) > lengths[:, None])[:, None, :], rest.shape)] = NEVER * 100
    rest += gone
    pairs = letters[:, :-1] * size + letters[:, 1:]
    heads = [PAIR_START[part[1]] + PAIR_PLACE[part[2]] if len(part) > SHORTEST else -1 for part in parts]
    return _Asked(
        _rows_of(table.same, letters),
        _rows_of(table.one, pairs),
        _rows_of(table.two, letters),
        gone,
        rest,
        lengths,
        np.isin(heads, ARTICLES),
    )


def _rows_of(costs: Floats, letters: Numbers) -> Floats:
    """[part * symbols + symbol, letter of the part]: what one node needs lies side by side in memory."""
    return np.ascontiguousarray(costs[letters].transpose(0, 2, 1)).reshape(-1, letters.shape[1])


def _gone_down(
    table: Table,
    asked: _Asked,
    symbol: Numbers,
    part: Numbers,
    parent: Numbers,
    before: _Rows | None,
    grand: Floats | None,
) -> _Rows:
    """One letter further down: the best alignment of each node to every beginning of the part asked for."""
    nothing = np.zeros((len(symbol), asked.rest.shape[2]), np.float32)
    above = nothing if before is None else before.aligned.take(parent, axis=0)
    row = part * SYMBOLS + symbol
    aligned = above + table.more[symbol][:, None]
    _better(aligned[:, 1:], above[:, :-1], asked.same.take(row, axis=0))
    _better(aligned[:, 2:], above[:, :-2], asked.one.take(row, axis=0))
    promised = np.zeros(len(symbol), np.float32)
    if before is not None:
        pair = PAIR_START[before.symbol[parent]] + PAIR_PLACE[symbol]
        promised = before.promised[parent] + MARGINAL * next_letter()[pair]
        # The letter before and this one together for one letter asked for; above the first there is nothing.
        above = nothing if grand is None else grand.take(parent, axis=0)
        _better(aligned[:, 1:], above[:, :-1], asked.two.take(part * PAIRS + pair, axis=0))
    np.maximum.accumulate(aligned, axis=1, out=aligned)
    return _Rows(part, symbol, aligned, promised)


def _better(best: Floats, above: Floats, step: Floats) -> None:
    """Take that step where it leads further than what is best so far; `step` is written over."""
    np.add(step, above, out=step)
    np.maximum(best, step, out=best)


def _wide(depth: int, width: int) -> int:
    """At the first letters, with little known yet but many ways on, a part of the width does."""
    return max(FEWEST, int(width * NARROW[depth])) if depth < len(NARROW) else width


def _begun_behind_article(asked: _Asked, rows: _Rows) -> None:
    """Where the part asked for has an article at its head, the spelling may begin behind it."""
    at = np.flatnonzero(asked.article[rows.part])
    if len(at):
        gone = asked.gone[rows.part[at], SCRIPT_OF[rows.symbol[at]]]
        behind = rows.aligned[at, 1] - ARTICLE + gone[:, 1] - gone[:, 3]
        rows.aligned[at, 3] = np.maximum(rows.aligned[at, 3], behind)


def _begun_again(asked: _Asked, rows: _Rows, letter_before: Numbers) -> None:
    """Where a spelling has an article at its head, the part asked for may begin behind it."""
    at = np.flatnonzero(np.isin(PAIR_START[letter_before] + PAIR_PLACE[rows.symbol], ARTICLES))
    if len(at):
        part = rows.part[at]
        begun = asked.same[part * SYMBOLS + FIRST[SCRIPT_OF[rows.symbol[at]]], 0]
        rows.aligned[at, 1] = np.maximum(rows.aligned[at, 1], begun - ARTICLE + rows.promised[at])


def _promising(level: Level, node: Numbers, rows: _Rows, asked: _Asked, least: Floats, width: int) -> Numbers:
    """The nodes worth going on from: for each part and script the best `width`, none that is far behind."""
    has = np.flatnonzero(level.children[node + 1] > level.children[node])
    script, part = SCRIPT_OF[rows.symbol[has]], rows.part[has]
    ahead = asked.rest.reshape(-1, asked.rest.shape[2]).take(part * len(SCRIPTS) + script, axis=0)
    hope = np.add(ahead, rows.aligned.take(has, axis=0), out=ahead).max(axis=1) - rows.promised[has]
    if not len(has):
        return has
    group = part * len(SCRIPTS) + script  # never falls from one node to the next: children follow their parents
    begin = np.flatnonzero(np.concatenate([[True], group[1:] != group[:-1]]))
    many = np.diff(np.append(begin, len(group)))
    floor = np.maximum(np.maximum.reduceat(hope, begin) - HOPELESS, least[part[begin]])
    kept = np.flatnonzero(hope > np.repeat(floor, many))
    left = np.searchsorted(kept, np.append(begin, len(group)))
    if np.all(np.diff(left) <= width):
        return has[kept]
    chosen = []
    for first, last in pairwise(left.tolist()):
        at = kept[first:last]
        chosen.append(np.sort(at[np.argpartition(-hope[at], width)[:width]]) if len(at) > width else at)
    return has[np.concatenate(chosen)]


def _by_part(found: list[tuple[Numbers, Ints, Floats]], parts: int) -> list[Likely]:
    if not found:
        return [Likely(np.zeros(0, np.int64), np.zeros(0, np.float32))] * parts
    part = np.concatenate([one for one, _ends, _scores in found])
    ends = np.concatenate([one for _part, one, _scores in found])
    scores = np.concatenate([one for _part, _ends, one in found])
    return [Likely(ends[part == at].astype(np.int64), scores[part == at]) for at in range(parts)]
