"""The few models that compete: each says, right after an event, how many days it usually takes from there to the end.

None is best for every log (docs/forecast.md): which one speaks is decided by how each did on what came later.
"""

from dataclasses import dataclass

import numpy as np

from onward.forecast.boosting import Boosted, boost
from onward.forecast.features import LEAST_DAYS, Features
from onward.forecast.log import Bools, Floats, Ints
from onward.forecast.survival import Survival, kaplan_meier

MODELS = ("constant", "state", "lately", "steps", "steady", "fresh", "together")
CONSTANT, TOGETHER = 0, 6
BETTER = 0.97  # of the error of all together: what one model alone must come below to speak instead
PRIOR = 10.0  # visits that a kind must have had before its own mean counts for half
FRESHNESS = 4.0  # how many times more likely (as a power of e) the newest visit is drawn than the oldest
ROUGH = 0.5  # days: what the fresh model adds before the logarithm, so that long waits weigh more


@dataclass(frozen=True, eq=False)
class Trees:
    """Boosted trees on the logarithm of days, with what was learned about each kind of thing."""

    boosted: Boosted
    means: tuple[Floats, ...]  # of each kind, by its number; the last for those never seen
    first: int  # 1 leaves out the day itself, so that a change of times is not drawn on for ever
    least: float

    def predict(self, features: Features, rows: Ints) -> Floats:
        """Days to the end for the given events, at least 0."""
        kinds = zip(self.means, _kinds(features, rows), strict=True)
        told = [mean[np.minimum(kind, len(mean) - 1)] for mean, kind in kinds]
        numbers = np.column_stack([features.numbers[rows, self.first :], *told])
        return np.maximum(np.exp(self.boosted.predict(numbers)) - self.least, 0.0)


@dataclass(frozen=True, eq=False)
class Fitted:
    """All the models, as they were fitted on what was known."""

    constant: float
    state: Floats
    steady: Trees
    fresh: Trees

    def predict(self, features: Features, rows: Ints) -> Floats:
        """Days to the end for the given events by each of MODELS: models x events."""
        state = self.state[np.minimum(features.state[rows], len(self.state) - 1)]
        lately = np.where(np.isnan(features.lately[rows]), state, features.lately[rows])
        steps = np.where(np.isnan(features.steps[rows]), state, features.steps[rows])
        steady, fresh = self.steady.predict(features, rows), self.fresh.predict(features, rows)
        together = (state + steady + fresh) / 3
        return np.array([np.full(len(rows), self.constant), state, lately, steps, steady, fresh, together])


def chosen(said: Floats, took: Floats) -> int:
    """Which of MODELS speaks, by what each said (models x events) and how it came.

    The mean of several errs less than any one of them where times change, so one speaks alone only if it was clearly
    better.
    """
    error = np.abs(said - took).mean(axis=1)
    best = int(error.argmin())
    return best if error[best] < BETTER * error[TOGETHER] else TOGETHER


def fit(features: Features, rows: Ints, days: Floats, closed: Bools, seed: int = 0) -> Fitted:
    """Fit every model on the given events, in order of time, and the days from each to the end of its case."""
    days, state = filled(days, closed, features.state[rows])
    newest = np.exp(FRESHNESS * np.arange(len(rows)) / len(rows))
    drawn = np.random.default_rng(seed).choice(len(rows), len(rows), p=newest / newest.sum())
    return Fitted(
        constant=float(np.median(days)),
        state=state,
        steady=_trees(features, rows, days, first=0, least=LEAST_DAYS, seed=seed),
        fresh=_trees(features, rows[drawn], days[drawn], first=1, least=ROUGH, seed=seed),
    )


def _trees(features: Features, rows: Ints, days: Floats, *, first: int, least: float, seed: int) -> Trees:
    target = np.log(days + least)
    kinds = _kinds(features, rows)
    means = tuple(_means(kind, target) for kind in kinds)
    told = [mean[kind] for mean, kind in zip(means, kinds, strict=True)]
    numbers = np.column_stack([features.numbers[rows, first:], *told])
    return Trees(boost(numbers, target, middle=False, seed=seed), means, first, least)


def _kinds(features: Features, rows: Ints) -> tuple[Ints, Ints, Ints]:
    return features.state[rows], features.pair[rows], features.resource[rows]


def _means(kind: Ints, target: Floats) -> Floats:
    """The mean target of each kind, drawn to the common mean where visits are few; the last for the unseen."""
    count, total = np.bincount(kind), np.bincount(kind, weights=target)
    return np.append((total + PRIOR * target.mean()) / (count + PRIOR), target.mean())


def filled(days: Floats, closed: Bools, states: Ints) -> tuple[Floats, Floats]:
    """The days, those of open cases as they will probably be; and the median of each state, the last for the unseen.

    An open case will take the median of those in its state that took longer than it took so far: never less than it
    took, and no more than the longest that was seen.
    """
    full = days.copy()
    pooled = kaplan_meier(days, closed)
    usual = np.full(int(states.max()) + 2, _longer(pooled, np.zeros(1), days)[0])
    for state in np.unique(states):
        here = states == state
        curve = kaplan_meier(days[here], closed[here]) if closed[here].sum() >= PRIOR else pooled
        usual[state] = _longer(curve, np.zeros(1), days[here])[0]
        waiting = here & ~closed
        full[waiting] = _longer(curve, days[waiting], days)
    return full, usual


def _longer(curve: Survival, so_far: Floats, days: Floats) -> Floats:
    gone = 1.0 - curve.after(so_far)
    middle = curve.quantile((1.0 + gone) / 2)
    longest = curve.times[-1] if len(curve.times) else days.max()
    return np.maximum(np.where(np.isfinite(middle), middle, longest), so_far)
