"""Logs that are made with known chances, so that what is right is known."""

import numpy as np

from onward.forecast.log import DAY, log_of

START = 1_700_000_000.0


def made(wait, *, cases=500, pace=4.0, steps=3, seed=1, change=None):
    """A log of cases that arrive `pace` a day and go through `steps` waits, each drawn by wait(chance, step)."""
    chance = np.random.default_rng(seed)
    rows = []
    for number in range(cases):
        at = START + number / pace * DAY
        draw = change if change and number > cases / 2 else wait
        rows.append((f"case {number}", "arrived", at))
        for step in range(steps):
            at += draw(chance, step) * DAY
            rows.append((f"case {number}", f"step {step}", at))
    return log_of(rows)


def exponential(chance, step):
    return chance.exponential(4.0 + 4 * step)


def mixture(chance, step):
    return chance.exponential(0.2) if chance.random() < 0.6 else 10 + chance.exponential(10.0)


def slower(chance, step):
    return chance.exponential(10.0 + 8 * step)


def cut(log, days):
    """The log as it was known `days` after its start: later events are gone, and their cases are open."""
    known = log.at <= log.at[0] + days * DAY
    count = int(known.sum())
    last = np.where(log.last < count, log.last, count)[: int(log.case[:count].max()) + 1]
    fields = {name: getattr(log, name)[:count] for name in ("case", "activity", "resource", "at")}
    kept = len(last)
    return type(log)(
        **fields, last=last, outcome=log.outcome[:kept], cases=log.cases[:kept],
        activities=log.activities, outcomes=log.outcomes,
    )  # fmt: skip
