"""The calendar of a site, from all rooms that have something on it: when, what, where and for whom; never who.

Nothing that is somebody's own is on it: no interview, visit, appointment or journey.
"""

from calendar import Calendar
from collections.abc import Sequence
from datetime import date, time, timedelta
from operator import attrgetter
from typing import NamedTuple

from onward.access.rules import Actor
from onward.care.queries import Offered, services_at, services_said
from onward.courses.queries.calendar import sessions_between
from onward.kit.ids import derived_id
from onward.shelter.queries.diary import site_days_between
from onward.shelter.rules.diary import AUDIENCES, OCCASIONS

CLINICS = ("health", "antenatal", "newborn", "nutrition")
"""Services of which it may stand on a wall when they are open: whoever goes there tells nothing by it."""


class Listed(NamedTuple):
    """One thing on the calendar. `cancels`: what to call off, where that is done from here."""

    id: str
    day: date
    begins: time
    ends: time
    title: str
    sort: str
    where: str
    audience: str
    cancels: str = ""


class Day(NamedTuple):
    """One day of a month or week; `outside` the month that is shown."""

    day: date
    items: Sequence[Listed]
    outside: bool = False


def calendar_for(actor: Actor, site: str, first: date, last: date) -> list[Listed]:
    """What is on at a site from one day until another, in order: for whoever works there, or stays there."""
    found = [
        Listed(
            derived_id(one.id, "calendar"),
            one.day,
            one.begins,
            one.ends,
            one.title,
            str(OCCASIONS.get(one.sort, "")),
            one.where,
            "" if one.audience == "everybody" else str(AUDIENCES.get(one.audience, "")),
            one.id,
        )
        for one in site_days_between(actor, site, first, last)
    ]
    for held in sessions_between(actor, site, first, last):
        key = derived_id(held.course, held.day.isoformat(), held.begins.isoformat())
        assert isinstance(held.ends, time)  # noqa: S101 - for the types
        found.append(Listed(key, held.day, held.begins, held.ends, held.title, held.subject, held.room, ""))
    return sorted(found, key=attrgetter("day", "begins", "title"))


def clinics_at(site: str) -> list[Offered]:
    """The clinics of a site with their hours; everybody there may know."""
    sorts = {one.id for one in services_at(site) if one.sort in CLINICS}
    return [one for one in services_said(site) if one.id in sorts]


def month_of(actor: Actor, site: str, day: date) -> list[list[Day]]:
    """The weeks of a month, each of seven days."""
    weeks = Calendar().monthdatescalendar(day.year, day.month)
    items = by_day(calendar_for(actor, site, weeks[0][0], weeks[-1][-1]))
    return [[Day(one, items.get(one, []), one.month != day.month) for one in week] for week in weeks]


def week_of(actor: Actor, site: str, day: date) -> list[Day]:
    """The seven days of a week."""
    monday = day - timedelta(days=day.weekday())
    days = [monday + timedelta(days=number) for number in range(7)]
    items = by_day(calendar_for(actor, site, days[0], days[-1]))
    return [Day(one, items.get(one, [])) for one in days]


def by_day(items: Sequence[Listed]) -> dict[date, list[Listed]]:
    """The same, each under its day."""
    found: dict[date, list[Listed]] = {}
    for one in items:
        found.setdefault(one.day, []).append(one)
    return found
