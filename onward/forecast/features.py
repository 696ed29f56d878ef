"""What is known of a case right after each of its events: numbers for the models, each looking back only."""

from dataclasses import dataclass

import numpy as np

from onward.forecast.log import DAY, Bools, Floats, Ints, Log
from onward.forecast.steps import days_by_steps

LATELY = 50  # of how many closings the recent level is taken
FEW = 15  # closings are too little to tell a level of their own
LEAST_DAYS = 0.05  # added before logarithms, so that minutes are no more than minutes
STATES = 300  # that are told apart: activities that appear after so many others count as one
COUNTED = 20  # activities whose number of times so far is a feature of its own


@dataclass(frozen=True, eq=False)
class Features:
    """One row an event. States, pairs and resources are names: a model learns a number for each."""

    state: Ints  # the last activity
    pair: Ints  # the last two activities, numbered in the order in which pairs first appeared
    resource: Ints
    place: Ints  # which event of its case it is, from 1
    lately: Floats  # days that it lately took from this state to the end; nan before there is any
    steps: Floats  # days that it takes step by step; nan before there is any
    numbers: Floats  # events x features, the first of them the day itself


def features_of(log: Log) -> Features:
    """The features of every event of the log."""
    before, first, place = _chain(log)
    elapsed = (log.at - log.at[first]) / DAY
    since = np.where(before >= 0, log.at - log.at[before], 0.0) / DAY
    state = np.minimum(log.activity, STATES - 1)
    previous = np.where(before >= 0, state[before], -1)
    day = log.at / DAY
    pair = _first_seen(state * (STATES + 1) + previous)
    every = _lately(log, np.zeros(len(log), dtype=np.int64), np.full(len(log), np.nan))
    by_state = _lately(log, state, every)
    by_pair = _lately(log, pair, by_state)
    numbers = [
        day,
        np.log1p(elapsed * 1440),
        np.log1p(since * 1440),
        place,
        day % 1.0,
        (day + 3) % 7.0,
        day % 30.4375,
        _open_cases(log),
        _pace(log),
        previous,
        np.nan_to_num(np.log(by_state + LEAST_DAYS)),
        np.nan_to_num(np.log(by_pair + LEAST_DAYS)),
        *_counts(log, place),
    ]
    return Features(
        state=state,
        pair=pair,
        resource=log.resource,
        place=place,
        lately=by_state,
        steps=days_by_steps(log, before, state),
        numbers=np.column_stack([np.asarray(column, dtype=np.float64) for column in numbers]),
    )


def _chain(log: Log) -> tuple[Ints, Ints, Ints]:
    """Of each event: the one before it in its case (or -1), the first of its case, and which it is, from 1."""
    order = np.argsort(log.case, kind="stable")
    heads = np.flatnonzero(np.diff(log.case[order], prepend=-1))
    begun = np.repeat(heads, np.diff(heads, append=len(order)))
    before, first, place = (np.empty(len(order), dtype=np.int64) for _ in range(3))
    before[order[1:]] = order[:-1]
    before[order[heads]] = -1
    first[order] = order[begun]
    place[order] = np.arange(len(order)) - begun + 1
    return before, first, place


def _first_seen(codes: Ints) -> Ints:
    # Numbered by first appearance, so that the number says nothing about what comes later.
    _, first, inverse = np.unique(codes, return_index=True, return_inverse=True)
    rank = np.empty(len(first), dtype=np.int64)
    rank[np.argsort(first)] = np.arange(len(first))
    return rank[inverse]


def _open_cases(log: Log) -> Floats:
    """How many cases are open after each event."""
    begins: Bools = np.zeros(len(log), dtype=bool)
    begins[np.unique(log.case, return_index=True)[1]] = True
    ends = np.bincount(log.last[log.last < len(log)], minlength=len(log))
    return np.asarray(np.cumsum(begins) - np.cumsum(ends), dtype=np.float64)


def _pace(log: Log) -> Floats:
    """How many events there were in the seven days before each."""
    return np.asarray(np.arange(len(log)) - np.searchsorted(log.at, log.at - 7 * DAY), dtype=np.float64)


def _counts(log: Log, place: Ints) -> list[Floats]:
    """How often each of the first activities was seen in the case so far; always as many columns, come what may."""
    order = np.argsort(log.case, kind="stable")
    starts = np.arange(len(order)) - place[order] + 1
    counts = []
    for activity in range(COUNTED):
        seen = (log.activity[order] == activity).astype(np.float64)
        total = np.cumsum(seen)
        own = np.empty(len(order))
        own[order] = total - (total[starts] - seen[starts])
        counts.append(own)
    return counts


def _lately(log: Log, key: Ints, otherwise: Floats) -> Floats:
    """How many days it lately took from visits of the same key to the end: their median over the last closings.

    Of the visits only those count whose case was closed before the event; `otherwise` stands where there are few.
    """
    level = otherwise.copy()
    closing = log.last[log.case]
    days = (log.at[np.minimum(closing, len(log) - 1)] - log.at) / DAY
    order = np.argsort(key, kind="stable")
    for here in np.split(order, np.flatnonzero(np.diff(key[order])) + 1):
        done = here[(closing[here] < len(log)) & (closing[here] > here)]
        done = done[np.argsort(closing[done], kind="stable")]
        known = np.searchsorted(closing[done], here)
        padded = np.concatenate([np.full(LATELY, np.nan), days[done]])
        told = known >= FEW
        level[here[told]] = _medians(padded, known[told])
    return level


def _medians(padded: Floats, known: Ints) -> Floats:
    """The median of the last LATELY values before each place; missing ones at the start are passed over."""
    views = np.lib.stride_tricks.sliding_window_view(padded, LATELY)
    places, back = np.unique(known, return_inverse=True)
    ranked = np.sort(views[places], axis=1)  # what is missing sorts to the end
    size = np.minimum(places, LATELY)
    rows = np.arange(len(places))
    return np.asarray(((ranked[rows, (size - 1) // 2] + ranked[rows, size // 2]) / 2)[back])
