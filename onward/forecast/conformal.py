"""How far off forecasts were, turned into how far off the next may be.

A residual is the logarithm of (days that it took + a little) over (days that were said + a little); of an open case
it is known only that it will be at least so much, so its distribution is Kaplan and Meier's. Its quantiles, with one
more residual that is still to come (Vovk et al., Algorithmic learning in a random world, 2005), bound the next wait.
They hold as far as the next cases are like the last; a window that moves on lets them follow when times change.
"""

from dataclasses import dataclass

import numpy as np

from onward.forecast.features import LEAST_DAYS
from onward.forecast.log import Bools, Floats, Ints
from onward.forecast.survival import kaplan_meier

WINDOW = 1_500  # closed residuals that are looked back on
USUAL, SPAN = 0.95, 2.0  # a wait that this share stays below; how many times as far to look back
SHARES = (0.8, 0.9)
STEPS = 11  # places that are tried for the stretch that holds a share
SAFETY = 0.5  # standard errors that a share is raised by, since the shortest of several stretches is picked
HALF = 0.5  # of the one still to come: events of one case lie between one and many, and whole it was too careful
ENOUGH = 60  # closed residuals for a state to have bounds of its own


def residual(days: Floats, said: Floats) -> Floats:
    """How many times too little was said, as a logarithm: 0 is exact, above 0 it took longer."""
    return np.asarray(np.log((days + LEAST_DAYS) / (said + LEAST_DAYS)))


def days_at(said: Floats, off: Floats) -> Floats:
    """The days that lie `off` from what was said; inf stays inf; never below 0."""
    return np.maximum((said + LEAST_DAYS) * np.exp(off) - LEAST_DAYS, 0.0)


def recent(ages: Floats, days: Floats, closed: Bools) -> Bools:
    """Which of the rows in order of time (at least one) to look back on: the last, far enough to know how they ended.

    `ages` are the days since each. At least WINDOW closed ones, and as far back as twice the longest usual wait: a
    shorter look would have seen the short waits alone.
    """
    enough = np.cumsum(closed[::-1])[::-1] <= WINDOW
    usual = float(kaplan_meier(days, closed).quantile(USUAL))
    return np.asarray(enough | (ages <= SPAN * (usual if np.isfinite(usual) else np.inf)))


@dataclass(frozen=True, eq=False)
class Bounds:
    """Residuals to expect in each state; the last row for states that have too little of their own."""

    own: Ints  # of each state: its row in `off`, or -1
    off: Floats  # rows x (middle, then least and most for each share of SHARES)

    def of(self, states: Ints) -> Floats:
        """For cases in the given states: cases x (middle, then least and most for each share)."""
        return self.off[np.where(states < len(self.own), self.own[np.minimum(states, len(self.own) - 1)], -1)]


def bounds(off: Floats, closed: Bools, states: Ints) -> Bounds:
    """Learn bounds from residuals in order of time (at least one), closed or not, and the states they were said in."""
    own = np.full(int(states.max()) + 1, -1)
    rows: list[Floats] = []
    for state in np.flatnonzero(np.bincount(states[closed], minlength=len(own)) >= ENOUGH):
        here = states == state
        own[state] = len(rows)
        rows.append(_expected(off[here], closed[here]))
    rows.append(_expected(off, closed))
    return Bounds(own, np.array(rows))


def _expected(off: Floats, closed: Bools) -> Floats:
    """The middle, and for each share the shortest stretch that holds it: in days, whatever was said."""
    curve = kaplan_meier(off, closed, beyond=1.0)
    told = [float(curve.quantile(0.5))]
    for wanted in SHARES:
        share = wanted + SAFETY * np.sqrt(wanted * (1.0 - wanted) / max(int(closed.sum()), 1))
        share = min(share, (1.0 + wanted) / 2)
        low = np.linspace(0.0, 1.0 - share, STEPS)
        least = np.where(low > 0, curve.quantile(np.maximum(low, 1e-9)), -np.inf)
        most = curve.quantile(low + share)
        known = np.isfinite(most)
        best = int(np.argmin(np.where(known, np.exp(most) - np.exp(np.where(known, least, 0.0)), np.inf)))
        if not known.any():  # no end: then at least as much as all but the rest of the share took
            best = STEPS - 1
        # Where not even so many have ended, as far as any was seen to end; nothing at all where none was.
        sure = least[best] if least[best] < np.inf else np.append(-np.inf, curve.times)[-1]
        told += [float(sure), float(most[best])]
    return np.array(told)


def cold_bounds(days: Floats, closed: Bools, cases: Ints) -> Bounds:
    """Bounds from tens of cases: how far the median of the others lies from each case, left out one at a time.

    The distance is symmetric on the logarithm, so that a bound exists as soon as there are about as many cases as the
    share asks for; each case counts once. The bounds are around one day. Where most is open still, the closed ones
    are the quick ones: then the bounds are Kaplan and Meier's.
    """
    if closed.mean() < 0.5:
        return bounds(residual(days, np.ones(len(days))), closed, np.zeros(len(days), dtype=np.int64))
    weights = 1.0 / np.bincount(cases)[cases]
    far = residual(days, np.ones(len(days)))
    off = np.empty(len(days))
    for case in np.unique(cases):
        own = cases == case
        off[own] = far[own] - _weighted_middle(far[~own], closed[~own], weights[~own])
    reach = kaplan_meier(np.where(closed, np.abs(off), np.maximum(off, 0.0)), closed, weights, HALF)
    middle = _weighted_middle(far, closed, weights)
    told = [middle]
    for share in SHARES:
        told += [middle - float(reach.quantile(share)), middle + float(reach.quantile(share))]
    return Bounds(np.full(1, -1), np.array([told]))


def _weighted_middle(off: Floats, closed: Bools, weights: Floats) -> float:
    curve = kaplan_meier(off, closed, weights)
    middle = float(curve.quantile(0.5))
    return middle if np.isfinite(middle) else float(off.max())
