"""Departures to be expected, and how good what was promised has been."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from sys import intern

import msgspec
import numpy as np

from onward.access.rules import Actor
from onward.cases.queries import ids_within
from onward.forecast.ahead import ENOUGH
from onward.forecast.log import Bools
from onward.forecast.promises import Expected, Kept, Promise, chances, expected, kept, promised, spread_of
from onward.kit.dates import today
from onward.waiting.models import Matter, WayState
from onward.waiting.queries.learned import Learned, learned
from onward.waiting.queries.visits import LEFT_BY, number_of
from onward.waiting.rules.clocks import CLOCK

HORIZONS = (30, 90)
MONTHS = 24  # that are looked back on
FEWEST = 5  # residents of a site that is told apart


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """How many are expected to depart in the next days, in all and by site; "" is the sites with few, together."""

    within: int
    all: Expected
    sites: tuple[tuple[str, Expected], ...]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What was promised each month, and what came; of every `every`-th resident. `ended`: stays that have, in all."""

    promises: dict[int, list[Promise]]
    kept: list[Kept]
    every: int
    ended: int


Wait = tuple[str, str, date]
"""A site, the step that is waited for there, and since when."""


class _Remembered(msgspec.Struct, frozen=True):
    of: Learned
    records: dict[frozenset[str] | None, Record]
    waits: Mapping[Wait, int]


_remembered: _Remembered | None = None


def _remember() -> _Remembered:
    """What is told from what was learned, and who waited then: counted with it, since a page that counts every resident
    anew would take a second where there are very many.
    """
    global _remembered  # noqa: PLW0603 - one memory in a process, as `learned`
    now, found = learned(), _remembered
    if found is None or found.of is not now:
        found = _remembered = _Remembered(now, {}, _waits())
    return found


def record_of_forecasts(actor: Actor | None = None) -> Record:
    """Every promise of the last two years, each computed from what had been recorded by its day.

    Those of residents in the actor's reach; of all, where none is given.
    """
    found = _remember()
    sites = None if actor is None or actor.everywhere else frozenset(actor.sites)
    record = found.records.get(sites)
    if record is None:
        record = found.records[sites] = _record(found.of, actor if sites is not None else None)
    return record


def _record(now: Learned, actor: Actor | None) -> Record:
    visits, day = now.read.visits, number_of(now.read.day)
    firsts = [number_of(first) for first in _firsts(now.read.day)]
    among = _among(actor, visits.cases) if actor is not None else None
    told = {within: promised(visits, firsts, day, within, among=among) for within in HORIZONS}
    ended = int(np.count_nonzero(visits.left.cause))
    return Record(promises=told, kept=kept(visits, firsts, day, among=among), every=now.read.every, ended=ended)


def _among(actor: Actor, cases: Sequence[str]) -> Bools:
    within = set(ids_within(actor).values_list("id", flat=True))
    return np.fromiter((case in within for case in cases), np.bool_, len(cases))


def _firsts(day: date) -> list[date]:
    firsts = [day.replace(day=1)]
    while len(firsts) < MONTHS:
        firsts.append((firsts[-1] - timedelta(days=1)).replace(day=1))
    return firsts[::-1]


def departures_for(actor: Actor) -> list[Outlook]:
    """Departures expected among residents at the actor's sites; none where too few have left for that."""
    now = learned()
    if np.count_nonzero(now.read.visits.left.cause) < ENOUGH:
        return []
    waits, record = _within(actor), record_of_forecasts()
    return [_outlook(now, waits, within, spread_of(record.promises[within])) for within in HORIZONS]


def count_waiting(actor: Actor) -> int:
    """How many residents at the actor's sites stand in a step and have not departed."""
    return sum(_within(actor).values())


def _within(actor: Actor) -> dict[Wait, int]:
    return {wait: many for wait, many in _remember().waits.items() if actor.reaches(wait[0])}


def _waits() -> Counter[Wait]:
    """How many wait where, for which step and since when."""
    present = ids_within(CLOCK).filter(ended_on=None)
    sites = {case: intern(site) for case, site in present.values_list("id", "site").iterator()}
    gone = Matter.objects.filter(what=LEFT_BY, outcome="done", stream__in=WayState.objects.filter(ended_on=None))
    for case in gone.values_list("stream", flat=True):
        sites.pop(case, None)
    steps = Matter.objects.filter(kind="step", closed_on=None).order_by("rank", "since", "entry")
    waits: Counter[Wait] = Counter()
    for case, what, since in steps.values_list("stream", "what", "since").iterator():
        site = sites.pop(case, None)  # each resident once, by the step that comes first
        if site is not None:
            waits[site, intern(what), since] += 1
    return waits


def _outlook(now: Learned, waits: Mapping[Wait, int], within: int, spread: float) -> Outlook:
    number, day = {step: place for place, step in enumerate(now.read.visits.steps)}, today()
    alike = list({(what, since) for _site, what, since in waits})
    steps = [number.get(what, -1) for what, _since in alike]
    waited = np.array([max(0, (day - since).days) for _what, since in alike], dtype=np.float64)
    chance = dict(zip(alike, chances(now.ahead, steps, waited, within).tolist(), strict=True))
    by_site: dict[str, list[float]] = defaultdict(list)
    for (site, what, since), many in waits.items():
        by_site[site] += [chance[what, since]] * many
    told = {site: expected(np.array(each), spread) for site, each in _told_apart(by_site).items()}
    everybody = np.array([one for each in by_site.values() for one in each])
    return Outlook(within=within, all=expected(everybody, spread), sites=tuple(told.items()))


def _told_apart(by_site: Mapping[str, list[float]]) -> dict[str, list[float]]:
    """Sites of at least FEWEST; the others together, with so many that subtraction shows no site of few either."""
    order = sorted(by_site, key=lambda site: (-len(by_site[site]), site))
    few = [site for site in order if len(by_site[site]) < FEWEST]
    apart = order[: len(order) - len(few)]
    while few and apart and (len(few) == 1 or sum(len(by_site[site]) for site in few) < FEWEST):
        few.append(apart.pop())
    told = {site: by_site[site] for site in apart}
    together = [each for site in few for each in by_site[site]]
    return {**told, "": together} if len(together) >= FEWEST else told
