"""The journal as a log of waits: every stay of a case in a step, with the days on which it was known.

Read by plain SQL from the table of matters, no body is opened. Of more than MOST cases every k-th is read, evenly over
the years: what is learned is shares and waits, and those are the same.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from math import nan
from typing import Any

import msgspec
import numpy as np
from django.db import connection
from django.db.models import QuerySet

from onward.forecast.log import Floats, Ints
from onward.forecast.visits import LEFT, OTHERWISE, Ends, Visits
from onward.journal.rows import last_and
from onward.kit.dates import now, today
from onward.waiting.models import Matter, WayState

MOST = 4_000
CHUNK = 1_000
LEFT_BY = "departed"
ONWARD = ("returned", "with_family", "third_country", "local_life", "transferred")
"""Endings that are a way's own; every other way to end competes with them."""
FRESH = timedelta(hours=1)
GROWN = 200  # of how many entries one more makes what was learned stale
EPOCH = date(1970, 1, 1).toordinal()


class Read(msgspec.Struct, frozen=True):
    """The log, of every k-th case, and the state of the journal that it was read from."""

    visits: Visits
    every: int
    seq: int
    entry: str
    at: datetime
    day: date


def number_of(day: date) -> int:
    """A day as the forecast counts them."""
    return day.toordinal() - EPOCH


def day_of_number(number: int) -> date:
    """The day that the forecast counts so."""
    return date.fromordinal(number + EPOCH)


def is_fresh(read: Read) -> bool:
    """Whether the log still stands: today's, at most an hour old, of this journal, and not much was said since."""
    moment = now()
    if not timedelta(0) <= moment - read.at < FRESH or today() != read.day:
        return False
    seq, _last, then = last_and(read.seq)
    return then == read.entry and (seq - read.seq) * GROWN <= read.seq


def read_visits() -> Read:
    """The log as it now stands."""
    seq, entry, _none = last_and()
    ways = WayState.objects.order_by("id").values_list("id", flat=True)
    count = ways.count()
    every = max(1, -(-count // MOST))
    # One after the other, and none of them kept but those chosen: the newest way, and every k-th before it.
    cases = list(islice(ways.iterator(), max(0, count - 1) % every, None, every))
    steps = Matter.objects.filter(kind="step").order_by()
    found = _read(steps, "stream", cases, ("stream", "what", "rank", "since", "told_on", *CLOSING))
    ends = _read(WayState.objects.order_by(), "id", cases, ("id", "ended_on", "ended_told_on", "ended_how"))
    return Read(_visits(cases, found, ends), every, seq, entry, now(), today())


CLOSING = ("closed_on", "closed_told_on", "outcome")


def _read(rows: QuerySet[Any], by: str, ids: Sequence[str], columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """The columns as the database gives them, a row at a time: what is read is many times what is learned from it."""
    for start in range(0, len(ids), CHUNK):
        wanted = rows.filter(**{f"{by}__in": ids[start : start + CHUNK]}).values_list(*columns)
        with connection.cursor() as cursor:
            cursor.execute(*wanted.query.sql_with_params())
            yield from cursor


def _day(said: str | date | None) -> float:
    """A day as a number; nan where there is none."""
    if said is None:
        return nan
    return number_of(date.fromisoformat(said) if isinstance(said, str) else said)


def _visits(cases: Sequence[str], found: Iterable[tuple[Any, ...]], ends: Iterable[tuple[Any, ...]]) -> Visits:
    number = {case: place for place, case in enumerate(cases)}
    seen: dict[str, int] = {}
    numbers, days, outcomes = array("q"), array("d"), array("b")
    for stream, what, rank, *said, outcome in found:
        numbers.extend((number[stream], seen.setdefault(what, len(seen)), rank))
        days.extend(map(_day, said))
        outcomes.append(outcome == "done")
    steps = tuple(sorted(seen))
    case, met, rank = np.array(numbers, dtype=np.int64).reshape(-1, 3).T.copy()
    opened, known, closing, closing_known = np.array(days).reshape(-1, 4).T.copy()
    step = np.array([steps.index(one) for one in seen], dtype=np.int64)[met]
    done = np.array(outcomes, dtype=bool)
    # What was written down before the days of telling were kept counts as known at once.
    closing_known = np.where(np.isnan(closing_known), closing, closing_known)
    departed = done & (step == (steps.index(LEFT_BY) if LEFT_BY in steps else -1))
    left = _ends(number, ends, (case[departed], closing[departed], closing_known[departed]))
    return Visits(
        case=case,
        step=step,
        rank=rank,
        opened=opened,
        told=np.where(np.isnan(known), opened, known),
        closed=closing,
        closed_told=closing_known,
        done=done,
        left=left,
        steps=steps,
        cases=tuple(cases),
    )


def _ends(number: dict[str, int], ends: Iterable[tuple[Any, ...]], departed: tuple[Ints, Floats, Floats]) -> Ends:
    day, told, cause = np.full(len(number), nan), np.full(len(number), nan), np.zeros(len(number), dtype=np.int64)
    for case, on, told_on, how in ends:
        place = number[case]
        day[place], told[place] = _day(on), _day(told_on)
        cause[place] = 0 if not how else LEFT if how in ONWARD else OTHERWISE
    # Who has departed has left, whatever is said of the arrival.
    gone, gone_on, gone_told = departed
    day[gone], told[gone], cause[gone] = gone_on, gone_told, LEFT
    return Ends(day, np.where(np.isnan(told), day, told), cause)
