"""What letters of one script are, how often, in another: learned from pairs of spellings of one name (see learn.py).

A pair of spellings is read as a row of units: one letter for one, one for two, two for one, one for none (Ristad and
Yianilos, *Learning string-edit distance*, 1998, with units of two letters). Each unit has a probability for each pair
of scripts; all figures here are natural logarithms of them.
"""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onward.names.letters import ALPHABETS, SYMBOLS, Alphabet

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

NOISE = 0.02
"""Share of letters that are slips: any letter for any other, one too many, one too few."""
NEVER = np.float32(-30.0)
SCRIPTS = tuple(ALPHABETS)
LEARNED = "letters.npz"


def _pairs() -> tuple[Ints, Ints, int]:
    """For two symbols after one another: `start[first] + place[second]` is the number of the pair."""
    start, place, count = np.zeros(SYMBOLS, np.int32), np.zeros(SYMBOLS, np.int32), 0
    for alphabet in ALPHABETS.values():
        for number in range(alphabet.size):
            start[alphabet.first + number] = count + number * alphabet.size
            place[alphabet.first + number] = number
        count += alphabet.size**2
    return start, place, count


PAIR_START, PAIR_PLACE, PAIRS = _pairs()
SCRIPT_OF = np.concatenate([np.full(one.size, at, np.int32) for at, one in enumerate(ALPHABETS.values())])


class Table(NamedTuple):
    """Costs of letters of one script (rows, from its ^ on) beside the symbols of all scripts.

    `same[x, y]`, `none[script, x]` (x, and nothing of that script), `more[y]` (y besides), `two[x, pair of y]`,
    `one[x before * size + x, y]`, all of them beside leaving those x out; `rest[script, x]` is what x adds to the
    likeness of two spellings, on average.
    """

    alphabet: Alphabet
    same: Floats
    none: Floats
    more: Floats
    two: Floats
    one: Floats
    rest: Floats


@cache
def next_letter() -> Floats:
    """Of each pair of symbols: how likely the second follows the first in a name of that script."""
    with np.load(_learned()) as kept:
        return np.concatenate([kept[f"next_{script}"].astype(np.float32).ravel() for script in SCRIPTS])


@cache
def table_of(script: str) -> Table:
    """The costs of one script's letters."""
    alphabet = ALPHABETS[script]
    size = alphabet.size
    same, more = np.full((size, SYMBOLS), NEVER, np.float32), np.full(SYMBOLS, NEVER, np.float32)
    two, one = np.full((size, PAIRS), NEVER, np.float32), np.full((size * size, SYMBOLS), NEVER, np.float32)
    none, rest = np.zeros((len(SCRIPTS), size), np.float32), np.zeros((len(SCRIPTS), size), np.float32)
    with np.load(_learned()) as kept:
        for at, other in enumerate(ALPHABETS.values()):
            units = _units(kept, script, other.script)
            here = slice(other.first, other.first + other.size)
            pairs = slice(int(PAIR_START[other.first]), int(PAIR_START[other.first]) + other.size**2)
            slips = NOISE / 2 / (size * other.size), NOISE / 4 / size, NOISE / 4 / other.size
            same[:, here] = _log(units["11"], slips[0])
            none[at] = _log(units["10"], slips[1])
            more[here] = _log(units["01"], slips[2])
            two[:, pairs] = _log(units["12"], 0.0).reshape(size, -1)
            one[:, here] = _log(units["21"], 0.0).reshape(size * size, -1)
            rest[at] = _adds(units["11"], same[:, here], kept[f"letter_{other.script}"])
            same[:, here] -= none[at][:, None]
            two[:, pairs] -= none[at][:, None]
            one[:, here] -= np.add.outer(none[at], none[at]).reshape(-1, 1)
    return Table(alphabet, same, none, more, two, one, rest)


def _log(chance: NDArray[np.float64], slip: float) -> Floats:
    return np.maximum(np.log(np.maximum((1 - NOISE) * chance + slip, 1e-30)), NEVER).astype(np.float32)


def _adds(chance: NDArray[np.float64], cost: Floats, letters: NDArray[np.float32]) -> Floats:
    posterior = chance / np.maximum(chance.sum(axis=1, keepdims=True), 1e-12)
    gain: Floats = (posterior * (cost - MARGINAL * letters[None, :])).sum(axis=1).astype(np.float32)
    return gain


MARGINAL = 0.75
"""How much of a spelling's own likelihood counts against it: what its letters promise anyway is no evidence."""


def _learned() -> str:
    return str(files("onward.names").joinpath(LEARNED))


def _units(kept: "np.lib.npyio.NpzFile", script: str, other: str) -> dict[str, NDArray[np.float64]]:
    """Chances of all units of two scripts, whichever of them was learned first."""
    turned = f"{script}_{other}_11" not in kept
    first, second = (other, script) if turned else (script, other)
    name, size_a, size_b = f"{first}_{second}", ALPHABETS[first].size, ALPHABETS[second].size
    units = {unit: np.exp(kept[f"{name}_{unit}"].astype(np.float64)) for unit in ("11", "10", "01")}
    units["12"], units["21"] = np.zeros((size_a, size_b, size_b)), np.zeros((size_a, size_a, size_b))
    for unit in ("12", "21"):
        units[unit].ravel()[kept[f"{name}_{unit}_at"]] = np.exp(kept[f"{name}_{unit}"].astype(np.float64))
    if not turned:
        return units
    return {
        "11": units["11"].T,
        "10": units["01"],
        "01": units["10"],
        "12": units["21"].transpose(2, 0, 1),
        "21": units["12"].transpose(1, 2, 0),
    }
