"""The journal as a log of waits: every stay of a case in a step, with the days on which it was known.

Read by plain SQL from the table of matters, no body is opened. Of more than MOST cases every k-th is read, evenly over
the years: what is learned is shares and waits, and those are the same.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
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
    ways = list(WayState.objects.order_by("id").values_list("id", flat=True))
    every = max(1, -(-len(ways) // MOST))
    cases = ways[::-1][::every][::-1]
    steps = Matter.objects.filter(kind="step").order_by()
    found = _read(steps, "stream", cases, ("stream", "what", "rank", "since", "told_on", *CLOSING))
    ends = _read(WayState.objects.order_by(), "id", cases, ("id", "ended_on", "ended_told_on", "ended_how"))
    return Read(_visits(cases, found, ends), every, seq, entry, now(), today())


CLOSING = ("closed_on", "closed_told_on", "outcome")


def _read(rows: QuerySet[Any], by: str, ids: Sequence[str], columns: Sequence[str]) -> list[tuple[Any, ...]]:
    """The columns as the database gives them: a hundred thousand dates need not become objects."""
    told: list[tuple[Any, ...]] = []
    with connection.cursor() as cursor:
        for start in range(0, len(ids), CHUNK):
            wanted = rows.filter(**{f"{by}__in": ids[start : start + CHUNK]}).values_list(*columns)
            cursor.execute(*wanted.query.sql_with_params())
            told += cursor.fetchall()
    return told


def _days(column: Iterable[Any]) -> Floats:
    """Days as numbers; nan where there is none."""
    days = np.array(list(column), dtype="datetime64[D]")
    return np.where(np.isnat(days), np.nan, days.astype(np.int64).astype(np.float64))


def _visits(cases: Sequence[str], found: list[tuple[Any, ...]], ends: list[tuple[Any, ...]]) -> Visits:
    number = {case: place for place, case in enumerate(cases)}
    stream, what, rank, since, told, closed, closed_told, outcome = zip(*found, strict=True) if found else [()] * 8
    steps = tuple(sorted(set(what)))
    step_number = {step: place for place, step in enumerate(steps)}
    opened = _days(since)
    case = np.fromiter((number[each] for each in stream), np.int64, len(stream))
    step = np.fromiter((step_number[each] for each in what), np.int64, len(what))
    done = np.array([each == "done" for each in outcome], dtype=bool)
    closing = _days(closed)
    known, closing_known = _days(told), _days(closed_told)
    # What was written down before the days of telling were kept counts as known at once.
    closing_known = np.where(np.isnan(closing_known), closing, closing_known)
    departed = done & (step == step_number.get(LEFT_BY, -1))
    left = _ends(len(cases), number, ends, (case[departed], closing[departed], closing_known[departed]))
    return Visits(
        case=case,
        step=step,
        rank=np.array(rank, dtype=np.int64),
        opened=opened,
        told=np.where(np.isnan(known), opened, known),
        closed=closing,
        closed_told=closing_known,
        done=done,
        left=left,
        steps=steps,
        cases=tuple(cases),
    )


def _ends(
    count: int, number: dict[str, int], ends: list[tuple[Any, ...]], departed: tuple[Ints, Floats, Floats]
) -> Ends:
    day, told, cause = np.full(count, np.nan), np.full(count, np.nan), np.zeros(count, dtype=np.int64)
    if ends:
        ids, on, told_on, how = zip(*ends, strict=True)
        place = np.array([number[each] for each in ids])
        day[place] = _days(on)
        told[place] = _days(told_on)
        cause[place] = [0 if not each else LEFT if each in ONWARD else OTHERWISE for each in how]
    # Who has departed has left, whatever is said of the arrival.
    gone, gone_on, gone_told = departed
    day[gone], told[gone], cause[gone] = gone_on, gone_told, LEFT
    return Ends(day, np.where(np.isnan(told), day, told), cause)
