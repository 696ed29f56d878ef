"""The log lived through again: after every event it is said how long the rest takes, from what was known then alone.

The order of events is the order of knowledge: a case is closed once its last event has come; every fit, choice and
bound before an event uses the events before it. That makes the record of what was said, and how it turned out, an
honest one, and the same record calibrates what is said next.
"""

import time
from dataclasses import dataclass

import numpy as np

from onward.forecast.conformal import SHARES, Bounds, bounds, cold_bounds, days_at, recent, residual
from onward.forecast.features import Features, features_of
from onward.forecast.log import DAY, Bools, Floats, Ints, Log
from onward.forecast.models import CONSTANT, MODELS, Fitted, chosen, fit

FIRST = 10  # closed cases, of more than one event, before anything is said
COLD = 50  # closed outcomes of what was said before; with fewer, cases are left out one at a time
REFIT, RENEW = 1.2, 1.02  # by how much the log grows before models are fitted, and bounds renewed
LATEST = 1_500  # closed outcomes by which the models are compared
WIDEST = 3.0  # times the longest wait: bounds wider than that, or without an end, count as that wide
SAID_LITTLE = 50  # events at least between two fits
RENEWED_LITTLE = 20  # and between two renewals


@dataclass(eq=False)
class Told:
    """What was said after each event, in days until the end of its case; nan where nothing could be said yet.

    `least` and `most` have a column for each share of conformal.SHARES; `most` is inf where the data give no honest
    upper bound.
    """

    middle: Floats
    least: Floats
    most: Floats
    model: Ints  # which of models.MODELS said the middle; -1 where nothing was said
    plain: Floats  # what one median of all closed cases would have said
    fit_seconds: Floats  # of processor time, for each fit, with the choice and the bounds
    fit_events: Ints  # that were known then
    predict_us: float  # microseconds a forecast, in one batch


class _Record:
    """The log, what each model said so far, and what was told."""

    def __init__(self, log: Log, features: Features) -> None:
        count = len(log)
        self.log, self.features = log, features
        self.said = np.full((len(MODELS), count), np.nan)
        self.spent: list[tuple[float, int]] = []
        bounds_told = (np.full((count, len(SHARES)), np.nan), np.full((count, len(SHARES)), np.nan))
        self.told = Told(
            np.full(count, np.nan), *bounds_told, np.full(count, -1), np.full(count, np.nan), np.empty(0),
            np.empty(0, dtype=np.int64), 0.0,
        )  # fmt: skip


@dataclass(frozen=True, eq=False)
class Known:
    """What is known right before the event at place `until`: events, days since (or until the end), ended or not."""

    rows: Ints
    ages: Floats
    days: Floats
    closed: Bools


def known(log: Log, until: int) -> Known:
    """The events before `until`, but for the last of closed cases, with what was known of the rest of their case."""
    closing = log.last[log.case[:until]]
    rows = np.flatnonzero(closing > np.arange(until))
    closed = closing[rows] < until
    now = log.at[until - 1]
    end = np.where(closed, log.at[np.minimum(closing[rows], until - 1)], now)
    return Known(rows, (now - log.at[rows]) / DAY, (end - log.at[rows]) / DAY, closed)


def replay(log: Log) -> Told:
    """Say after every event how long the rest of its case takes, from what was known before it and the event itself.

    Nothing is said until 10 cases have closed. The same log gives the same answer.
    """
    count = len(log)
    record = _Record(log, features_of(log))
    told = record.told
    opening = np.unique(log.case, return_index=True)[1]
    closings = np.sort(log.last[(log.last < count) & (log.last > opening)])
    place = int(closings[FIRST - 1]) + 1 if len(closings) >= FIRST else count
    fitted: Fitted | None = None
    due = 0
    while place < count:
        begun = time.process_time()
        now = known(log, place)
        again = fitted is None or place >= due
        if fitted is None or again:
            fitted = fit(record.features, now.rows, now.days, now.closed)
            due = max(place + SAID_LITTLE, int(place * REFIT))
        best, base, expected = _choose(record, now)
        if again:
            record.spent.append((time.process_time() - begun, place))
        ahead = np.arange(place, min(count, max(place + RENEWED_LITTLE, int(place * RENEW))))
        _say(record, fitted, ahead, best, base, expected)
        told.plain[ahead] = np.median(now.days[now.closed])
        place = int(ahead[-1]) + 1
    told.fit_seconds = np.array([seconds for seconds, _ in record.spent])
    told.fit_events = np.array([events for _, events in record.spent], dtype=np.int64)
    told.predict_us = _timed(record, fitted)
    return told


def _choose(record: _Record, now: Known) -> tuple[int, int, Bounds]:
    """Which model speaks, which one the bounds are drawn around, and the bounds: by how each did lately."""
    said = ~np.isnan(record.said[CONSTANT, now.rows])
    if now.closed[said].sum() < COLD:
        return CONSTANT, CONSTANT, cold_bounds(now.days, now.closed, record.log.case[now.rows])
    kept = np.flatnonzero(said)
    kept = kept[recent(now.ages[kept], now.days[kept], now.closed[kept])]
    rows, days, closed = now.rows[kept], now.days[kept], now.closed[kept]
    late = np.flatnonzero(closed)[-LATEST:]
    best = chosen(record.said[:, rows[late]], days[late])
    return best, *_narrowest(record, rows, days, closed)


def _narrowest(record: _Record, rows: Ints, days: Floats, closed: Bools) -> tuple[int, Bounds]:
    """The model around which bounds that hold as often are narrowest in the mean, and those bounds."""
    states = record.features.state[rows]
    last = slice(-2 * LATEST, None)
    tried, widths = [], []
    for base in range(len(MODELS)):
        around = _around(record, rows, base)
        tried.append(bounds(residual(days, around), closed, states))
        off, said = tried[-1].of(states[last]), around[last]
        width = days_at(said, off[:, -1]) - days_at(said, off[:, -2])
        widths.append(float(np.minimum(width, WIDEST * days.max()).mean()))
    narrowest = int(np.argmin(widths))
    return narrowest, tried[narrowest]


def _around(record: _Record, rows: Ints, base: int) -> Floats:
    # Around one day for all, the bounds are those of Kaplan and Meier for the state.
    return np.ones(len(rows)) if base == CONSTANT else record.said[base, rows]


def _say(record: _Record, fitted: Fitted, ahead: Ints, best: int, base: int, expected: Bounds) -> None:
    features, told = record.features, record.told
    off = expected.of(features.state[ahead])
    record.said[:, ahead] = fitted.predict(features, ahead)
    around = _around(record, ahead, base)
    told.least[ahead] = days_at(around[:, None], off[:, 1::2])
    told.most[ahead] = days_at(around[:, None], off[:, 2::2])
    told.middle[ahead] = np.clip(record.said[best, ahead], told.least[ahead, 0], told.most[ahead, 0])
    told.model[ahead] = best


def _timed(record: _Record, fitted: Fitted | None) -> float:
    if fitted is None:
        return 0.0
    rows = np.arange(min(len(record.log), 20_000))
    begun = time.process_time()
    fitted.predict(record.features, rows)
    return (time.process_time() - begun) / len(rows) * 1e6
