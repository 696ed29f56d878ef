"""How much better could the forecast of time be on the literature's split of a log? docs/decisions/0016.

    python -m benchmarks.ceiling LOG.csv.gz

Needs lightgbm in an environment of its own beside numpy; the product never learns from it. Everything but the last line
learns from the first four fifths of the cases alone. `inside` is the error in days on five later parts of those, by
which one would choose; `outside` is the error on the last fifth, by which nobody may.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from lightgbm import LGBMRegressor

from onward.forecast.evaluate import LEARNED, TRAINED, judged
from onward.forecast.features import features_of
from onward.forecast.log import DAY, Bools, Floats, Ints, read_log
from onward.forecast.models import chosen, fit

PARTS = (0.3, 0.4, 0.5, 0.6, 0.7)  # each with the tenth of the cases that came after it
TREES = {"n_estimators": 200, "learning_rate": 0.05, "num_leaves": 31, "min_child_samples": 20}
LOSSES, SEEDS, AGAIN = ("l1", "l2"), 3, 5_000


class Split:
    """A log, cut by the start of its cases as `onward forecast evaluate --split holdout` cuts it."""

    def __init__(self, path: Path) -> None:
        log = read_log(path)
        self.features, self.rows = features_of(log), judged(log)
        self.case = log.case[self.rows]
        self.took = (log.at[log.last[self.case]] - log.at[self.rows]) / DAY
        start = np.empty(len(log.cases))
        start[np.argsort(np.unique(log.case, return_index=True)[1], kind="stable")] = np.arange(len(log.cases))
        self.part = start[self.case] / len(log.cases)
        self.counted = (self.features.place[self.rows] >= 2) & (np.bincount(log.case)[self.case] >= 3)
        names = (self.features.state, self.features.pair, self.features.resource)
        self.numbers = np.column_stack([self.features.numbers, *names, self.features.lately, self.features.steps])
        self.numbers = self.numbers[self.rows]
        self.names = [self.features.numbers.shape[1] + n for n in range(3)]

    def off(self, said: Floats, asked: Bools) -> float:
        return float(np.abs(said - self.took[asked]).mean())


def ours(split: Split, seed: int) -> Floats:
    """What the product says of the last fifth: the very steps of `evaluate`, from another seed."""
    first, second = split.part < LEARNED, split.part < TRAINED
    choosing, asked = second & ~first & split.counted, ~second & split.counted
    closed = np.ones(len(split.rows), dtype=bool)
    trial = fit(split.features, split.rows[first], split.took[first], closed[first], seed=seed)
    best = chosen(trial.predict(split.features, split.rows[choosing]), split.took[choosing])
    fitted = fit(split.features, split.rows[second], split.took[second], closed[second], seed=seed)
    return fitted.predict(split.features, split.rows[asked])[best]


def strong(split: Split, learned: Ints | Bools, asked: Ints | Bools, loss: str, columns: Sequence[int]) -> Floats:
    """What a mean of LightGBMs says of `asked` after `learned`."""
    names = [place for place, column in enumerate(columns) if column in split.names]
    said = []
    for seed in range(SEEDS):
        model = LGBMRegressor(
            objective=loss, random_state=seed, subsample=0.8, subsample_freq=1, colsample_bytree=0.7, n_jobs=1,
            verbose=-1, **TREES,
        )  # fmt: skip
        model.fit(split.numbers[learned][:, columns], split.took[learned], categorical_feature=names)
        said.append(np.maximum(model.predict(split.numbers[asked][:, columns]), 0.0))
    return np.mean(said, axis=0)


def likely(off: Floats, case: Ints) -> Floats:
    """Where the mean error lies in 95 of 100 drawings of as many cases."""
    drawn, chance = np.unique(case, return_inverse=True)[1], np.random.default_rng(0)
    total, many = np.bincount(drawn, off), np.bincount(drawn)
    picks = chance.integers(len(many), size=(AGAIN, len(many)))
    return np.quantile(total[picks].sum(axis=1) / many[picks].sum(axis=1), [0.025, 0.975])


def after_the_change(split: Split, asked: Bools, columns: Sequence[int]) -> float:
    """The error where other cases of the last fifth are learned from too, in five turns: nobody can know them."""
    turn, off = np.random.default_rng(0).permutation(int(split.case.max()) + 1)[split.case] % 5, 0.0
    for now in range(5):
        own = asked & (turn == now)
        learned = (split.part < TRAINED) | (turn != now)
        off += split.off(strong(split, learned, own, "l1", columns), own) * own.sum()
    return off / int(asked.sum())


def main(path: Path) -> None:
    split = Split(path)
    asked = (split.part >= TRAINED) & split.counted
    said = [ours(split, seed) for seed in range(10)]
    low, high = likely(np.abs(said[0] - split.took[asked]), split.case[asked])
    print(f"ours, seed 0: {split.off(said[0], asked):.3f} (95 in 100: {low:.2f} to {high:.2f})")
    print("ours, seeds 0 to 9:", *(f"{split.off(one, asked):.2f}" for one in said), flush=True)
    every = list(range(split.numbers.shape[1]))
    sets = {"all": every, "without the day": every[1:]}
    for name, columns in sets.items():
        for loss in LOSSES:
            inside = []
            for part in PARTS:
                later = (split.part >= part) & (split.part < part + 0.1) & split.counted
                inside.append(split.off(strong(split, split.part < part, later, loss, columns), later))
            outside = split.off(strong(split, split.part < TRAINED, asked, loss, columns), asked)
            print(f"LightGBM {loss}, {name}: inside {np.mean(inside):.3f}, outside {outside:.3f}", flush=True)
    print(f"had the last fifth's times been known: {after_the_change(split, asked, every):.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
