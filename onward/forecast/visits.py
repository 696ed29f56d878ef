"""Stays of cases in steps, with the days on which each thing was recorded: what was known by then, and no more."""

from dataclasses import dataclass, replace

import numpy as np

from onward.forecast.log import Bools, Floats, Ints

LEFT, OTHERWISE = 1, 2
"""How a case may end: it went onward, or it ended in any other way."""


@dataclass(frozen=True, eq=False)
class Ends:
    """Of each case: when it ended and when that was recorded, in days; nan where it has not, or is not known."""

    day: Floats
    told: Floats
    cause: Ints  # LEFT or OTHERWISE; 0 where it is open

    def known(self, until: float) -> "Ends":
        """What had been recorded before the day `until`."""
        seen = self.told < until
        return Ends(np.where(seen, self.day, np.nan), self.told, np.where(seen, self.cause, 0))


@dataclass(frozen=True, eq=False)
class Visits:
    """One row for each time that a case came to a step. Days are whole numbers on any calendar; nan is not yet."""

    case: Ints
    step: Ints
    rank: Ints  # of several open steps the lowest is the one that the case waits for
    opened: Floats
    told: Floats  # when it was recorded that it opened
    closed: Floats
    closed_told: Floats
    done: Bools  # closed because it was done, and not because it fell away
    left: Ends  # when each case went onward, or else ended
    steps: tuple[str, ...]
    cases: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.case)

    def number(self, step: str) -> int:
        """The number of a step; -1 for one that was never seen."""
        return self.steps.index(step) if step in self.steps else -1

    def known(self, until: float) -> "Visits":
        """What had been recorded before the day `until`; cases and steps keep their numbers."""
        seen = np.flatnonzero(self.told < until)
        fields = ("case", "step", "rank", "opened", "told", "closed_told")
        over = self.closed_told[seen] < until
        return replace(
            self,
            **{name: getattr(self, name)[seen] for name in fields},
            closed=np.where(over, self.closed[seen], np.nan),
            done=self.done[seen] & over,
            left=self.left.known(until),
        )

    def present(self) -> Ints:
        """The rows for which somebody waits now: of each case that has not ended the first open step."""
        rows = np.flatnonzero(np.isnan(self.closed) & np.isnan(self.left.day[self.case]))
        order = rows[np.lexsort((self.opened[rows], self.rank[rows], self.case[rows]))]
        return order[np.flatnonzero(np.diff(self.case[order], prepend=-1))]


@dataclass(frozen=True, kw_only=True)
class Waited:
    """How much longer, in whole days from now. `half` and `most` are None where the data give no honest end.

    `of` waited at least as long, those included who still do; `ended` of them are over. `least` and `most` hold for the
    share asked for.
    """

    half: int | None
    least: int
    most: int | None
    of: int
    ended: int
