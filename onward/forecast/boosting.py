"""Boosted trees in numpy, small and fast: each tree corrects the error that those before it left.

Friedman, Greedy function approximation: a gradient boosting machine, Annals of Statistics 29(5), 2001; values sorted
into bins as in Ke et al., LightGBM, NeurIPS 2017; a fresh sample of rows for each tree (Friedman 2002).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onward.forecast.log import Floats, Ints

Bytes = NDArray[np.uint8]
BINS = 64
TREES, DEPTH, RATE = 30, 4, 0.22
ROWS = 1_500  # a tree learns from
FEATURES = 12  # that a tree may look at, drawn anew for each
LEAST = 5  # rows in a leaf
NEVER = 255  # a cut above every bin: the node does not divide


@dataclass(frozen=True, eq=False)
class Tree:
    """Nodes in the order of levels: the children of node i are 2i+1 and 2i+2."""

    feature: Ints
    cut: Bytes
    value: Floats  # of each leaf

    def leaves(self, binned: Bytes) -> Ints:
        """The leaf in which each row (features x rows) ends, from 0."""
        count = binned.shape[1]
        node: Ints = np.zeros(count, dtype=np.int64)
        flat, rows, begins = binned.ravel(), np.arange(count), self.feature * count
        for _ in range(DEPTH):
            node = 2 * node + 1 + (flat.take(begins.take(node) + rows) > self.cut.take(node))
        return np.asarray(node - (2**DEPTH - 1))


@dataclass(frozen=True, eq=False)
class Boosted:
    """A fitted sum of trees."""

    edges: tuple[Floats, ...]
    start: float
    trees: tuple[Tree, ...]

    def predict(self, numbers: Floats) -> Floats:
        """The predicted target of each row (rows x features), in the unit of the target."""
        binned = _binned(numbers, self.edges)
        total = np.full(len(numbers), self.start)
        for tree in self.trees:
            total += tree.value[tree.leaves(binned)]
        return total


def boost(numbers: Floats, target: Floats, *, middle: bool, seed: int = 0) -> Boosted:
    """Learn `target` from `numbers` (rows x features, at least one row): its median if `middle`, else its mean.

    The same data and seed give the same trees.
    """
    chance = np.random.default_rng(seed)
    edges = _edges(numbers[chance.permutation(len(numbers))[:2_000]])
    binned = _binned(numbers, edges)
    start = float(np.median(target) if middle else target.mean())
    left = target - start
    varied = np.flatnonzero(binned.max(axis=1))
    telling = varied if len(varied) else np.arange(len(binned))
    trees = []
    for _ in range(TREES):
        rows = chance.integers(len(target), size=ROWS) if len(target) > ROWS else np.arange(len(target))
        looked = chance.permutation(telling)[:FEATURES]
        sampled, error = binned[looked].take(rows, axis=1), left.take(rows)
        feature, cut, leaf = _grown(sampled, np.sign(error) if middle else error)
        tree = Tree(looked[feature], cut, RATE * (_middles(leaf, error) if middle else _means(leaf, error)))
        left = left - tree.value[tree.leaves(binned)]
        trees.append(tree)
    return Boosted(edges, start, tuple(trees))


def _edges(numbers: Floats) -> tuple[Floats, ...]:
    """Of each feature the values that divide it into bins of about as many rows, each value once."""
    places = np.floor(np.linspace(0, 1, BINS + 1)[1:-1] * (len(numbers) - 1)).astype(np.int64)
    ranked = np.sort(numbers.T, axis=1)[:, places]
    return tuple(column[np.append(True, column[1:] > column[:-1])] for column in ranked)


def _binned(numbers: Floats, edges: tuple[Floats, ...]) -> Bytes:
    columns = zip(edges, numbers.T, strict=True)
    return np.array([np.searchsorted(edge, column, side="left") for edge, column in columns], dtype=np.uint8)


def _grown(binned: Bytes, error: Floats) -> tuple[Ints, Bytes, Ints]:
    """Divide the rows level by level where it lowers the squared error most: (features, cuts, leaf of each row)."""
    width, count = binned.shape
    feature = np.zeros(2**DEPTH - 1, dtype=np.int64)
    cut = np.full(2**DEPTH - 1, NEVER, dtype=np.uint8)
    slot = binned + (np.arange(width) * BINS)[:, None]
    flat = binned.ravel()
    spread = np.tile(error, width)
    node = np.zeros(count, dtype=np.int64)
    every = np.arange(count)
    for level in range(DEPTH):
        size = 2**level
        where, shape = (slot + node * (width * BINS)).ravel(), (size, width, BINS)
        many = np.bincount(where, minlength=size * width * BINS).reshape(shape).cumsum(axis=2)
        total = np.bincount(where, weights=spread, minlength=size * width * BINS).reshape(shape).cumsum(axis=2)
        gain = _gain(many, total).reshape(size, -1)
        best = gain.argmax(axis=1)
        here = np.arange(size - 1, 2 * size - 1)
        feature[here] = best // BINS
        cut[here] = np.where(gain[np.arange(size), best] > 0, best % BINS, NEVER)
        node = 2 * node + (flat.take((feature[here] * count).take(node) + every) > cut[here].take(node))
    return feature, cut, node


def _gain(many: Ints, total: Floats) -> Floats:
    """How much less squared error a cut after each bin leaves; nothing where a side would be too small."""
    every, all_of = many[:, :, -1:], total[:, :, -1:]
    gain = total**2
    gain /= np.maximum(many, 1)
    other = all_of - total
    other *= other
    other /= np.maximum(every - many, 1)
    gain += other
    gain -= all_of**2 / np.maximum(every, 1)
    gain *= (many >= LEAST) & (many <= every - LEAST)
    return gain


def _means(leaf: Ints, error: Floats) -> Floats:
    sums = np.bincount(leaf, weights=error, minlength=2**DEPTH)
    return np.asarray(sums / (np.bincount(leaf, minlength=2**DEPTH) + 1.0))


def _middles(leaf: Ints, error: Floats) -> Floats:
    size = np.bincount(leaf, minlength=2**DEPTH)
    middle = np.cumsum(size) - size + size // 2
    ranked = error[np.lexsort((error, leaf))]
    return np.where(size > 0, ranked[np.minimum(middle, len(ranked) - 1)], 0.0)
