"""Moments, days and how exactly a moment is known. The programme has one time zone (Django's TIME_ZONE)."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from django.utils import timezone


class Precision(StrEnum):
    """How exactly a moment is known."""

    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


_told: ContextVar[datetime | None] = ContextVar("told", default=None)


@contextmanager
def telling(moment: datetime) -> Iterator[None]:
    """Let the code inside live at `moment` (aware): for the demo's story and for tests, never for a request."""
    before = _told.set(moment)
    try:
        yield
    finally:
        _told.reset(before)


def is_told() -> bool:
    """Whether a story is being told: the present then says nothing about the machine's clock."""
    return _told.get() is not None


def now() -> datetime:
    """The present moment, aware, in UTC. Every room asks here, so that a story can be told in its own time."""
    return _told.get() or datetime.now(UTC)


def today() -> date:
    """The present day in the programme's time zone."""
    return local_day(now())


def place_in(after: str) -> tuple[date | None, str]:
    """Where the next page of a list begins, as its address says it ("day.id"); (None, "") for what is no such place."""
    day, _dot, last = after.partition(".")
    try:
        return (date.fromisoformat(day), last) if last else (None, "")
    except ValueError:
        return None, ""


def local_day(moment: datetime) -> date:
    """The day of an aware moment in the programme's time zone. Django's own asks each time which zone a thread is in:
    of what an account of days takes, that was nearly half."""
    return moment.astimezone(timezone.get_default_timezone()).date()


def day_of(moment: datetime, precision: Precision = Precision.MINUTE) -> date:
    """The day of `moment` in the programme's zone; a vague one takes its earliest day (design: whose day it was, 1)."""
    day = local_day(moment)
    if precision is Precision.MONTH:
        return day.replace(day=1)
    if precision is Precision.YEAR:
        return day.replace(month=1, day=1)
    return day


def start_of(day: date) -> datetime:
    """The first instant of `day` in the programme's zone, aware."""
    return datetime.combine(day, time.min, tzinfo=timezone.get_default_timezone())


def said_of(day: date) -> tuple[datetime, Precision]:
    """When what is said of `day` happened: at this moment, if that is today; else on that day, no more exactly."""
    return (now(), Precision.MINUTE) if day == today() else (start_of(day), Precision.DAY)


def end_of(day: date) -> datetime:
    """The first instant after `day`: an open end, so that [start_of, end_of) is the day."""
    return start_of(day + timedelta(days=1))
