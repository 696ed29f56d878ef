"""From step to step: a case goes from state to state, stays in each for a while, and ends (a semi-Markov process).

Where only the last step has become quicker, it shows here as soon as that step was taken by some, long before whole
cases that were quicker from their start have closed. Pyke, Markov renewal processes, Ann. Math. Stat. 32, 1961.
"""

from itertools import pairwise

import numpy as np

from onward.forecast.log import DAY, Floats, Ints, Log

LAST = 60  # steps out of each state that are looked back on
RENEWED, RENEWED_LITTLE = 1.01, 20  # by how much, and by how many events at least, the log grows between two looks


def days_by_steps(log: Log, before: Ints, state: Ints) -> Floats:
    """Days to the end of the case that are to be expected after each event, by the latest steps of all cases.

    `before` is, for each event, the one before it in its case, or -1; `state` is what it leaves the case in. Only steps
    taken before the event count; nan where nothing is known of a state that may come. Steps not taken yet are not
    waited for, so where much is open this says too little: the bounds around it make up for that.
    """
    leaving, known, stay, to = _steps(log, before, state)
    told = np.full(len(log), np.nan)
    place = 1
    while place < len(log):
        ahead = slice(place, min(len(log), max(place + RENEWED_LITTLE, int(place * RENEWED))))
        states = int(state[:place].max()) + 1
        told[ahead] = np.append(_expected(states, place, leaving, known, stay, to), np.nan)[
            np.minimum(state[ahead], states)
        ]
        place = ahead.stop
    return told


def _steps(log: Log, before: Ints, state: Ints) -> tuple[Ints, list[Ints], Floats, Ints]:
    """Every step: where it starts in the lists by state, when it is known, how long it took, and where it led."""
    later = np.flatnonzero(before >= 0)
    final = log.last[log.last < len(log)]
    out = np.concatenate([state[before[later]], state[final]])
    when = np.concatenate([later, final])
    stay = np.concatenate([(log.at[later] - log.at[before[later]]) / DAY, np.zeros(len(final))])
    to = np.concatenate([state[later], np.full(len(final), -1)])
    order = np.lexsort((when, out))
    starts = np.searchsorted(out[order], np.arange(int(state.max()) + 2))
    known = [when[order[a:b]] for a, b in pairwise(starts)]
    return starts, known, stay[order], to[order]


def _expected(states: int, place: int, starts: Ints, known: list[Ints], stay: Floats, to: Ints) -> Floats:
    """Expected days from each state, given that the case has not ended in it: stays and what follows, solved."""
    mean, chance, ending = np.zeros(states), np.zeros((states, states)), np.ones(states)
    seen = np.zeros(states, dtype=bool)
    for state in range(states):
        done = int(starts[state]) + int(np.searchsorted(known[state], place))
        taken = slice(max(int(starts[state]), done - LAST), done)
        onward = to[taken] >= 0
        seen[state] = onward.any()
        if seen[state]:
            mean[state] = stay[taken][onward].mean()
            chance[state] = np.bincount(to[taken][onward], minlength=states)[:states] / onward.sum()
            ending[state] = 1.0 - onward.mean()
    # From the next state on the case may have ended on arrival; a small leak keeps endless circles finite.
    follow = chance * (1.0 - ending)[None, :] * 0.999
    days = np.linalg.solve(np.eye(states) - follow, mean)
    return np.where(seen, days, np.nan)
