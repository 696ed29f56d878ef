"""How good forecasts are on a log: lived through again event by event, or split once as the literature does."""

import time

import numpy as np

from onward.forecast.conformal import bounds, days_at, residual
from onward.forecast.features import Features, features_of
from onward.forecast.log import DAY, Bools, Floats, Ints, Log, LogError
from onward.forecast.models import chosen, fit
from onward.forecast.replay import replay

SLACK = 1e-6  # days: less than any clock of a log tells
TRAINED, LEARNED = 0.8, 0.64  # of the cases, by their start: to learn from; and without those that choose the model
Figures = dict[str, int | float | None]


def judged(log: Log) -> Ints:
    """The events after which the rest of a closed case can be judged: all but its last."""
    return np.flatnonzero((log.last[log.case] > np.arange(len(log))) & (log.last[log.case] < len(log)))


def replayed(log: Log) -> Figures:
    """The figures of a replay. Raises LogError where the log is too small for anything to be said."""
    told = replay(log)
    rows = judged(log)
    rows = rows[told.model[rows] >= 0]
    if not len(rows):
        raise LogError("The log is too small: nothing is said before ten cases have closed.")
    took = (log.at[log.last[log.case[rows]]] - log.at[rows]) / DAY
    fitted = float(told.fit_seconds[-1]) * 20_000 / int(told.fit_events[-1])
    figures = _figures(took, told.middle[rows], told.plain[rows], told.least[rows], told.most[rows])
    return _counted(log) | figures | {"fit_s_per_20k_events": round(fitted, 3), "predict_us": round(told.predict_us, 1)}


def held_out(log: Log) -> Figures:
    """The figures of the literature's split: the last fifth of cases by start, after 2 to all but 1 of their events.

    Models learn from how the first four fifths ended, though some ended after the last fifth began: that is how the
    published tables do it, and why the replay is the honest figure. Which model speaks is chosen on the last fifth
    of the cases learned from; its errors there make the bounds. Raises LogError for a log that is too small.
    """
    features = features_of(log)
    rows = judged(log)
    took = (log.at[log.last[log.case[rows]]] - log.at[rows]) / DAY
    start = np.empty(len(log.cases))
    start[np.argsort(np.unique(log.case, return_index=True)[1], kind="stable")] = np.arange(len(log.cases))
    part = start[log.case[rows]] / len(log.cases)
    counted = (features.place[rows] >= 2) & (np.bincount(log.case)[log.case[rows]] >= 3)
    first, second = part < LEARNED, part < TRAINED
    choosing, asked = second & ~first & counted, ~second & counted
    if not first.any() or not choosing.any() or not asked.any():
        raise LogError("The log is too small to be split.")
    return _counted(log) | _split(features, rows, took, first, second, choosing, asked)


def _split(
    features: Features, rows: Ints, took: Floats, first: Bools, second: Bools, choosing: Bools, asked: Bools
) -> Figures:
    closed = np.ones(len(rows), dtype=bool)
    trial = fit(features, rows[first], took[first], closed[first])
    said = trial.predict(features, rows[choosing])
    best = chosen(said, took[choosing])
    states = features.state[rows]
    expected = bounds(residual(took[choosing], said[best]), closed[choosing], states[choosing])
    begun = time.process_time()
    fitted = fit(features, rows[second], took[second], closed[second])
    spent = (time.process_time() - begun) * 20_000 / int(second.sum())
    begun = time.process_time()
    middle = fitted.predict(features, rows[asked])[best]
    off = expected.of(states[asked])
    least, most = days_at(middle[:, None], off[:, 1::2]), days_at(middle[:, None], off[:, 2::2])
    each = (time.process_time() - begun) * 1e6 / int(asked.sum())
    plain = np.full(len(middle), np.median(took[second]))
    figures = _figures(took[asked], middle, plain, least, most)
    return figures | {"fit_s_per_20k_events": round(spent, 3), "predict_us": round(each, 1)}


def _counted(log: Log) -> Figures:
    return {"cases": len(log.cases), "events": len(log)}


def _figures(took: Floats, middle: Floats, plain: Floats, least: Floats, most: Floats) -> Figures:
    """Mean errors in days, and the shares of `took` that lay within the bounds."""
    within = (least - SLACK <= took[:, None]) & (took[:, None] <= most + SLACK)
    ended = np.isfinite(most[:, 1])
    width = float(np.median(np.where(ended, most[:, 1], np.inf) - least[:, 1]))
    told = np.isfinite(middle)
    tenths = [float(tenth.mean()) for tenth in np.array_split(within[:, 1], 10) if len(tenth)]
    return {
        "mae_days": _rounded(np.abs(middle - took)[told]),
        "median_baseline_mae_days": _rounded(np.abs(plain - took)[told]),
        "coverage_80": _rounded(within[:, 0]),
        "coverage_90": _rounded(within[:, 1]),
        "worst_tenth_90": round(min(tenths), 3),
        "finite_upper_share": _rounded(ended),
        "median_width_days": round(width, 3) if np.isfinite(width) else None,
    }


def _rounded(values: Floats | Bools) -> float | None:
    return round(float(values.mean()), 3) if len(values) else None
