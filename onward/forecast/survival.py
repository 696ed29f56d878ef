"""Waiting times when some waits are not over yet: open cases are evidence too.

Kaplan and Meier, Nonparametric estimation from incomplete observations, JASA 53, 1958. Aalen and Johansen, An
empirical transition matrix for non-homogeneous Markov chains based on censored observations, Scand. J. Stat. 5, 1978.
"""

from dataclasses import dataclass

import numpy as np

from onward.forecast.log import Bools, Floats, Ints


@dataclass(frozen=True, eq=False)
class Survival:
    """The share still waiting after each instant at which a wait ended; 1 before the first of them."""

    times: Floats  # rising
    share: Floats  # falling, from below 1 down to 0 or to what the data leave open

    def quantile(self, level: float | Floats) -> Floats:
        """The least time by which a share of at least `level` (above 0, at most 1) has ended; inf where unknown."""
        wanted = np.asarray(1.0 - np.asarray(level) + 1e-12)
        place = np.searchsorted(-self.share, -wanted, side="left")
        return np.append(self.times, np.inf)[place]

    def after(self, time: float | Floats) -> Floats:
        """The share still waiting right after `time`."""
        return np.append(1.0, self.share)[np.searchsorted(self.times, time, side="right")]


def kaplan_meier(waits: Floats, ended: Bools, weights: Floats | None = None, beyond: float = 0.0) -> Survival:
    """How long waits last, by Kaplan and Meier.

    `waits` are in any unit and may be negative (residuals); `ended` says which are over, the others last at least as
    long as said. `weights` count some more than others. `beyond` is a weight that never ends: 1 makes the quantiles
    those of conformal prediction, which allow for the one who is still to come. Raises ValueError when nothing is
    given, or when lengths differ.
    """
    counted = np.ones(len(waits)) if weights is None else weights
    if not len(waits) or len(waits) != len(ended) or len(waits) != len(counted):
        raise ValueError("Waits, ends and weights must be as many as each other, and at least one.")
    order = np.argsort(waits, kind="stable")
    at, weight = waits[order], counted[order]
    heads = np.flatnonzero(np.diff(at, prepend=-np.inf) > 0) if len(at) > 1 else np.zeros(1, dtype=np.int64)
    leaving = np.add.reduceat(weight, heads)
    ending = np.add.reduceat(np.where(ended[order], weight, 0.0), heads)
    waiting = beyond + np.cumsum(leaving[::-1])[::-1]
    share = np.cumprod(1.0 - ending / waiting)
    real = ending > 0
    return Survival(at[heads][real], np.maximum(share[real], 0.0))


def aalen_johansen(waits: Floats, causes: Ints, count: int) -> tuple[Floats, Floats]:
    """How likely each of `count` ways to end is by each time: (times, times x causes), when ways compete.

    `causes` number the way in which each wait ended from 1, and are 0 where it is not over. Raises ValueError when
    nothing is given, or when lengths differ. A way that was never seen stays at 0: say so beside it.
    """
    if not len(waits) or len(waits) != len(causes):
        raise ValueError("Waits and causes must be as many as each other, and at least one.")
    times, place = np.unique(waits, return_inverse=True)
    ending = np.zeros((len(times), count + 1))
    np.add.at(ending, (place, causes), 1.0)
    waiting = np.cumsum(ending.sum(axis=1)[::-1])[::-1]
    hazard = ending[:, 1:] / waiting[:, None]
    before = np.append(1.0, np.cumprod(1.0 - hazard.sum(axis=1))[:-1])
    return times, np.cumsum(before[:, None] * hazard, axis=0)
