"""What was promised and what came: departures expected among all who wait, and bounds for each, checked afterwards.

The number of departures is a sum of chances (Poisson-binomial). It is never as sure as that sum alone would say: people
leave in convoys, and chances are estimates. How much less sure is learned from earlier promises that have come due.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onward.forecast.ahead import ENOUGH, Ahead
from onward.forecast.log import Bools, Floats, Ints
from onward.forecast.visits import LEFT, Visits

DRAWS = 2_000
SHARE = 0.9
AT_FIRST, AT_FIRST_WEIGHT = 0.15, 2.0  # how far off a sum may be before anything was checked, and for how many checks


@dataclass(frozen=True, kw_only=True)
class Expected:
    """How many will go onward, between `least` and `most` 9 times out of 10."""

    mean: float
    least: int
    most: int
    of: int  # who wait


@dataclass(frozen=True, kw_only=True)
class Promise:
    """What was promised on day `at` for the next `within` days; `came` is None where these days are not over."""

    at: int
    within: int
    expected: Expected
    variance: float
    came: int | None


@dataclass(frozen=True, eq=False)
class Kept:
    """Of the waits that were promised on a day and are decided since: whether each bound held, and how far off."""

    at: int
    held: Floats  # 1 or 0 for each decided wait
    error: Floats  # days between the half and what came, of those that have ended
    of: int  # all that were promised, decided or not


def chances(ahead: Ahead, step: Sequence[int] | Ints, waited: Floats, within: int) -> Floats:
    """The chance of each to go onward in the next `within` days."""
    found = (ahead.chance(int(s), float(w), within) for s, w in zip(step, waited, strict=True))
    return np.fromiter(found, dtype=np.float64, count=len(step))


def expected(chance: Floats, spread: float) -> Expected:
    """The sum of chances and its bounds, if sums are usually off by a factor of about 1 + `spread`."""
    if not len(chance):
        return Expected(mean=0.0, least=0, most=0, of=0)
    draw = np.random.default_rng(0)
    values, many = np.unique(chance.round(4), return_counts=True)
    scale = np.sqrt(np.log1p(spread**2))
    factor = np.exp(draw.normal(-(scale**2) / 2, scale, DRAWS))
    sums = draw.binomial(many, np.minimum(values * factor[:, None], 1.0)).sum(axis=1)
    least, most = np.quantile(sums, [(1 - SHARE) / 2, (1 + SHARE) / 2], method="inverted_cdf")
    return Expected(mean=float(chance.sum()), least=int(least), most=int(most), of=len(chance))


def spread_of(promises: Sequence[Promise]) -> float:
    """How far off sums were, beyond what chance alone makes, as a share of the sum."""
    due = [(each.came, each.expected.mean, each.variance) for each in promises if each.came is not None]
    beyond = sum((came - mean) ** 2 - variance for came, mean, variance in due)
    size = sum(mean**2 for _, mean, _ in due)
    told = max(0.0, beyond / size) if size > 0 else AT_FIRST**2
    return float(np.sqrt((AT_FIRST_WEIGHT * AT_FIRST**2 + len(due) * told) / (AT_FIRST_WEIGHT + len(due))))


def promised(
    visits: Visits, days: Sequence[int], now: int, within: int, *, among: Bools | None = None
) -> list[Promise]:
    """What was promised at the start of each of `days` (rising), from what was known then, and what came by `now`.

    `among`: which cases are counted; it is learned from all.

    How sure each was is learned from those before it that had come due, as then known. Nothing was promised while
    nearly nobody had left.
    """
    made: list[tuple[Floats, Ints, int]] = []
    told: list[Promise] = []
    for day in days:
        known = visits.known(day)
        rows = _among(known, among)
        if np.count_nonzero(known.left.cause) < ENOUGH or not len(rows):
            continue
        chance = chances(Ahead(known, day), known.step[rows], day - known.opened[rows], within)
        earlier = [_promise(each, who, at, within, known, day, 0.0) for each, who, at in made if at + within <= day]
        made.append((chance, known.case[rows], day))
        told.append(_promise(chance, known.case[rows], day, within, visits, now, spread_of(earlier)))
    return told


def _promise(chance: Floats, cases: Ints, at: int, within: int, known: Visits, now: int, spread: float) -> Promise:
    day = known.left.day[cases]
    left = (known.left.cause[cases] == LEFT) & (day < at + within)
    return Promise(
        at=at,
        within=within,
        expected=expected(chance, spread),
        variance=float((chance * (1 - chance)).sum()),
        came=int(left.sum()) if at + within <= now else None,
    )


def _among(known: Visits, among: Bools | None) -> Ints:
    rows = known.present()
    return rows if among is None else rows[among[known.case[rows]]]


def kept(visits: Visits, days: Sequence[int], now: int, most: int = 500, *, among: Bools | None = None) -> list[Kept]:
    """Of the ends of ways that were promised at the start of each of `days`, how many lay within their bounds.

    At most `most` cases a day, evenly drawn. A wait is decided when it has ended, or when its upper bound is past; one
    without an upper bound when it has ended, or when its lower bound is past.
    """
    return [_kept(visits, day, now, most, among) for day in days]


def _kept(visits: Visits, day: int, now: int, most: int, among: Bools | None) -> Kept:
    known = visits.known(day)
    rows = _among(known, among)
    rows = rows[:: max(1, -(-len(rows) // most))]
    ahead = Ahead(known, day)
    held, errors, of = [], [], 0
    for row in rows:
        told = ahead.way_longer(int(known.step[row]), day - float(known.opened[row]))
        if told is None:
            continue
        of += 1
        end = float(visits.left.day[known.case[row]])
        took = end - day if not np.isnan(end) and end <= now else np.nan
        sure = told.least if told.most is None else told.most
        if np.isnan(took) and now - day <= sure:
            continue
        held.append(_within(took, told.least, told.most))
        if told.half is not None and not np.isnan(took):
            errors.append(abs(told.half - took))
    return Kept(day, np.array(held, dtype=np.float64), np.array(errors, dtype=np.float64), of)


def _within(took: float, least: int, most: int | None) -> bool:
    if np.isnan(took):  # still waiting, and past the bound that decides
        return most is None
    return least <= took and (most is None or took <= most)
