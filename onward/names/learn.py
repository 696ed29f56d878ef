"""How `letters.npz` is learned: `python -m onward.names.learn FOLDER`, with the data that its README tells of.

FOLDER holds `clusters.tsv.gz` (an id, then every spelling of one name part) and `pairs_*.tsv.gz` (a Latin token, the
same in another script). Expectation maximisation over all alignments, eight rounds, at most 90,000 pairs of spellings
for each pair of scripts. What is held out to be judged by (`held_out`) is never learned from. Only chances of letters
come out of it: no name is kept.
"""

import gzip
import hashlib
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations_with_replacement, pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onward.names.letters import ALPHABETS, ARABIC, CYRILLIC, HEBREW, LATIN, script_of, symbols
from onward.names.table import LEARNED

Doubles = NDArray[np.float64]
Numbers = NDArray[np.int64]
Pair = tuple[str, str]

ROUNDS, MOST_PAIRS, MOST_OF_A_NAME, LONGEST = 8, 90_000, 6, 16
TOKENS = {"arabic": ARABIC, "russian": CYRILLIC, "hebrew": HEBREW}
STEPS = {"11": (1, 1), "10": (1, 0), "01": (0, 1), "12": (1, 2), "21": (2, 1)}
FEWEST = 0.3
"""A unit of three letters that is expected less often than this in all the data is chance."""


def held_out(what: str) -> bool:
    """Whether a cluster (its id) or a pair (its Latin token) is kept for judging: a fifth of them."""
    return int(hashlib.sha256(what.encode()).hexdigest(), 16) % 5 == 1


def clusters(folder: Path) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Each cluster's id, and its spellings by script."""
    with gzip.open(folder / "clusters.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            name, *spellings = line.rstrip("\n").split("\t")
            by_script: dict[str, list[str]] = {}
            for spelling in spellings:
                by_script.setdefault(script_of(spelling), []).append(spelling)
            yield name, by_script


def tokens(folder: Path, which: str) -> list[Pair]:
    """Pairs of a Latin token and the same in another script (`which`: arabic, russian, hebrew)."""
    with gzip.open(folder / f"pairs_{which}.tsv.gz", "rt", encoding="utf-8") as lines:
        return [(left, right) for left, _tab, right in (line.rstrip("\n").partition("\t") for line in lines)]


def learn(folder: Path) -> dict[str, NDArray[np.generic]]:
    """All that `table.py` reads, by its name there."""
    pairs, seen = _pairs(folder)
    kept: dict[str, NDArray[np.generic]] = {}
    for (first, second), found in pairs.items():
        random.Random(3).shuffle(found)  # noqa: S311 - the same sample each time, not a secret
        units = _maximised(found[:MOST_PAIRS], first, second)
        for unit, chance in units.items():
            name = f"{first}_{second}_{unit}"
            at = np.flatnonzero(chance) if unit in ("12", "21") else np.arange(chance.size)
            logs = np.log(np.maximum(chance.ravel()[at], 1e-12)).astype(np.float16)
            kept[name] = logs if unit in ("12", "21") else logs.reshape(chance.shape)
            if unit in ("12", "21"):
                kept[f"{name}_at"] = at.astype(np.int32)
    for script, spellings in seen.items():
        kept[f"next_{script}"], kept[f"letter_{script}"] = _following(spellings, script)
    return kept


def _pairs(folder: Path) -> tuple[dict[Pair, list[Pair]], dict[str, list[str]]]:
    lot = random.Random(3)  # noqa: S311 - the same sample each time, not a secret
    pairs: dict[Pair, list[Pair]] = defaultdict(list)
    seen: dict[str, list[str]] = defaultdict(list)
    for name, by_script in clusters(folder):
        if held_out(name):
            continue
        for first, second in combinations_with_replacement(ALPHABETS, 2):
            both = [(a, b) for a in by_script.get(first, ()) for b in by_script.get(second, ()) if a != b]
            pairs[first, second] += lot.sample(both, min(len(both), MOST_OF_A_NAME))
        for script in ALPHABETS:
            seen[script] += by_script.get(script, ())
    for which, script in TOKENS.items():
        for latin, other in tokens(folder, which):
            if not held_out(latin):
                pairs[LATIN, script].append((latin, other))
    return pairs, seen


def _coded(pairs: Iterable[Pair], first: str, second: str) -> dict[tuple[int, int], tuple[Numbers, Numbers]]:
    """The pairs as numbers, those of the same two lengths together."""
    groups: dict[tuple[int, int], list[tuple[list[int], list[int]]]] = defaultdict(list)
    for left, right in pairs:
        a = [number - ALPHABETS[first].first for number in symbols(left, first)]
        b = [number - ALPHABETS[second].first for number in symbols(right, second)]
        if min(len(a), len(b)) >= 3 and max(len(a), len(b)) <= min(LONGEST, 2.2 * min(len(a), len(b))):
            groups[len(a), len(b)].append((a, b))
    return {key: (np.array([a for a, _b in found]), np.array([b for _a, b in found])) for key, found in groups.items()}


def _maximised(pairs: list[Pair], first: str, second: str) -> dict[str, Doubles]:
    """The chances of all units under which these pairs are likeliest."""
    a, b = ALPHABETS[first].size, ALPHABETS[second].size
    shapes = {"11": (a, b), "10": (a,), "01": (b,), "12": (a, b, b), "21": (a, a, b)}
    shares = {"11": 0.6, "10": 0.1, "01": 0.1, "12": 0.1, "21": 0.1}
    chances = {unit: np.full(shape, shares[unit] / np.prod(shape)) for unit, shape in shapes.items()}
    groups = _coded(pairs, first, second)
    for _round in range(ROUNDS):
        counts = {unit: np.zeros(chance.size) for unit, chance in chances.items()}
        for left, right in groups.values():
            for unit, (at, often) in _expected(left, right, chances).items():
                counts[unit] += np.bincount(at, often, minlength=counts[unit].size)
        whole = sum(float(count.sum()) for count in counts.values())
        for unit, count in counts.items():
            enough = np.maximum(count - FEWEST, 0) if unit in ("12", "21") else count + 1e-4
            chances[unit] = (enough / whole).reshape(shapes[unit])
    return chances


def _expected(left: Numbers, right: Numbers, chances: dict[str, Doubles]) -> dict[str, tuple[Numbers, Doubles]]:
    """How often each unit is expected in these pairs: forward and backward over all alignments."""
    m, n, many = left.shape[1], right.shape[1], len(left)
    forward, backward = np.zeros((m + 1, n + 1, many)), np.zeros((m + 1, n + 1, many))
    forward[0, 0] = backward[m, n] = 1.0
    used: dict[tuple[int, int, str], tuple[Numbers, Doubles]] = {}
    for i in range(m + 1):
        for j in range(n + 1):
            for unit, (di, dj) in STEPS.items():
                if i >= di and j >= dj:
                    letters = (*(left[:, i - di + k] for k in range(di)), *(right[:, j - dj + k] for k in range(dj)))
                    at = np.asarray(np.ravel_multi_index(letters, chances[unit].shape))
                    used[i, j, unit] = at, chances[unit].ravel()[at]
                    forward[i, j] += forward[i - di, j - dj] * used[i, j, unit][1]
    weight = 1 / np.maximum(forward[m, n], 1e-300)
    found: dict[str, list[tuple[Numbers, Doubles]]] = defaultdict(list)
    for i in range(m, -1, -1):
        for j in range(n, -1, -1):
            for unit, (di, dj) in STEPS.items():
                if (i, j, unit) in used:
                    at, chance = used[i, j, unit]
                    backward[i - di, j - dj] += backward[i, j] * chance
                    found[unit].append((at, forward[i - di, j - dj] * chance * backward[i, j] * weight))
    return {
        unit: (np.concatenate([a for a, _c in all_]), np.concatenate([c for _a, c in all_]))
        for unit, all_ in found.items()
    }


def _following(spellings: list[str], script: str) -> tuple[NDArray[np.generic], NDArray[np.generic]]:
    """Of each two letters, how likely the second follows the first; and how likely each letter is."""
    first, size = ALPHABETS[script].first, ALPHABETS[script].size
    counts = np.full((size, size), 0.02)
    for pair, often in Counter(
        pair for spelling in spellings for row in [symbols(spelling, script)] for pair in pairwise(row)
    ).items():
        counts[pair[0] - first, pair[1] - first] += often
    following = np.log(counts / counts.sum(axis=1, keepdims=True)).astype(np.float16)
    return following, np.log(np.exp(following.astype(np.float64)).mean(axis=0)).astype(np.float32)


if __name__ == "__main__":
    np.savez_compressed(Path(__file__).with_name(LEARNED), **learn(Path(sys.argv[1])))  # type: ignore[arg-type]  # by name
