"""How much longer, for somebody who stands in a step and has waited there for so long: told from those who did too.

Each answer starts from a *landmark*: all who were still in that step so many days after they had come to it, the open
ones among them (van Houwelingen, Dynamic prediction by landmarking, Scand. J. Stat. 34, 2007). One more who is still
to come is reckoned with, as in conformal prediction, so that few cases never give sure bounds.
"""

from dataclasses import dataclass, field
from math import isfinite

import numpy as np

from onward.forecast.log import Bools, Floats, Ints
from onward.forecast.survival import Survival, aalen_johansen, kaplan_meier
from onward.forecast.visits import LEFT, Visits, Waited

LANDMARKS = (0, 1, 2, 4, 7, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365, 540, 730, 1095)
ENOUGH = 10  # that must have ended before anything is said
FEW = 5  # that must have ended among those who waited as long
INSTANT = 0.5  # days are whole: what is open at the start of a day lasts longer than the day before it


@dataclass(frozen=True, eq=False)
class Curve:
    """How long a wait lasts from a landmark on."""

    waits: Floats  # rising
    ended: Bools
    survival: Survival

    def longer(self, gone: float, share: float) -> Waited:
        """How much longer for who waited `gone` already and waits still; bounds hold for `share` of such."""
        first = int(np.searchsorted(self.waits, gone))
        of, ended = len(self.waits) - first, int(self.ended[first:].sum())
        still = float(self.survival.after(gone - INSTANT))
        if ended < FEW or still <= 0:
            return Waited(half=None, least=0, most=None, of=of, ended=ended)
        rest = (1.0 - share) / 2
        levels = 1.0 - still * (1.0 - np.array([0.5, rest, 1.0 - rest, 1.0 - share]))
        half, least, most, alone = (float(at) - gone for at in self.survival.quantile(levels))
        told = least if isfinite(most) else alone  # without an end, at least as long as all but the rest of the share
        return Waited(
            half=_days(half),
            least=max(0, _days(told) or 0),
            most=_days(most),
            of=of,
            ended=ended,
        )


def curve(waits: Floats, ended: Bools) -> Curve | None:
    """The curve of waits, over or not; None where too few are over."""
    if int(ended.sum()) < ENOUGH:
        return None
    order = np.argsort(waits, kind="stable")
    return Curve(waits[order], ended[order], kaplan_meier(waits, ended, beyond=1.0))


def _days(at: float) -> int | None:
    return max(0, round(at)) if isfinite(at) else None


@dataclass(eq=False)
class Ahead:
    """Learned from visits as they were known at the start of day `now`; each curve is computed when it is asked for."""

    visits: Visits
    now: float
    _steps: dict[int, Curve | None] = field(default_factory=dict)
    _rests: dict[tuple[int, int], Curve | None] = field(default_factory=dict)
    _chances: dict[tuple[int, int, int], float] = field(default_factory=dict)
    _by_step: dict[int, Ints] = field(default_factory=dict)

    def step_longer(self, step: int, waited: float, share: float = 0.9) -> Waited | None:
        """How much longer this step takes; None where too few have done it."""
        if step not in self._steps:
            rows = self._rows(step)
            waits = np.where(np.isnan(self.visits.closed[rows]), self.now - INSTANT, self.visits.closed[rows])
            self._steps[step] = curve(np.maximum(waits - self.visits.opened[rows], 0.0), self.visits.done[rows])
        found = self._steps[step]
        return found.longer(waited, share) if found else None

    def way_longer(self, step: int, waited: float, share: float = 0.9) -> Waited | None:
        """How much longer until the way ends, for who waits in this step; None where too few have ended from there."""
        for mark in range(landmark(waited), -1, -1):
            if (step, mark) not in self._rests:
                rest, cause = self._ahead(step, mark)
                self._rests[step, mark] = curve(rest, cause > 0)
            found = self._rests[step, mark]
            if found:
                # An earlier landmark stands in for one that too few have reached; what was waited since then counts.
                gone = 0.0 if mark == landmark(waited) else waited - LANDMARKS[mark]
                return found.longer(gone, share)
        return None

    def chance(self, step: int, waited: float, within: int) -> float:
        """How likely somebody in this step goes onward in the next `within` days (0 to 1), other ends competing."""
        mark = landmark(waited)
        key = step, mark, within
        if key not in self._chances:
            self._chances[key] = self._chance(step, mark, within)
        return self._chances[key]

    def _chance(self, step: int, mark: int, within: int) -> float:
        for tried, at in (*((step, each) for each in range(mark, -1, -1)), (-1, 0)):
            rest, cause = self._ahead(tried, at)
            if int((cause > 0).sum()) >= ENOUGH:
                gone = 0.0 if at == mark else float(LANDMARKS[mark] - LANDMARKS[at])
                return _between(rest, cause, gone, within)
        return 0.0

    def _rows(self, step: int) -> Ints:
        if step not in self._by_step:
            every = np.arange(len(self.visits))
            self._by_step[step] = every if step < 0 else np.flatnonzero(self.visits.step == step)
        return self._by_step[step]

    def _ahead(self, step: int, mark: int) -> tuple[Floats, Ints]:
        """Of all who were in the step at the landmark: days from there to the end or to now, and how they ended."""
        visits, rows = self.visits, self._rows(step)
        start = visits.opened[rows] + LANDMARKS[mark]
        end = visits.left.day[visits.case[rows]]
        there = np.fmin(np.fmin(visits.closed[rows], end), self.now - INSTANT) >= start
        rest = np.where(np.isnan(end), self.now - INSTANT, end)[there] - start[there]
        return np.maximum(rest, 0.0), np.where(rest < 0, 0, visits.left.cause[visits.case[rows]][there])


def landmark(waited: float) -> int:
    """The last landmark that was reached."""
    return max(0, int(np.searchsorted(LANDMARKS, waited, side="right")) - 1)


def _between(rest: Floats, cause: Ints, gone: float, within: int) -> float:
    """The chance to go onward within so many days, for those who have neither gone nor ended after `gone` days."""
    times, share = aalen_johansen(rest, cause, 2)
    told = np.vstack([np.zeros(2), share])
    before, after = (told[np.searchsorted(times, at, side="left")] for at in (gone, gone + within))
    still = 1.0 - float(before.sum())
    return float((after - before)[LEFT - 1]) / still if still > 0 else 0.0
