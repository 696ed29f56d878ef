"""The two pages of the forecast, ready to be drawn: positions along an axis are in hundredths of its length."""

from datetime import date, timedelta
from math import ceil
from statistics import median

import msgspec
import numpy as np

from onward.access.rules import Actor
from onward.forecast.ahead import ENOUGH
from onward.forecast.promises import Expected, Kept, Promise
from onward.kit.dates import today
from onward.places.queries import names_of
from onward.waiting.queries.outlook import Record, count_waiting, departures_for, record_of_forecasts
from onward.waiting.queries.visits import day_of_number

SHOWN = 12
HEIGHT, MARGIN = 160, 6


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A row: whose departures, how many are likely, and where that is drawn."""

    name: str
    least: int
    most: int
    likely: int
    of: int
    least_at: int
    likely_at: int
    width: int


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """What is expected in so many days: all, and each site; `until` is the end of the axis."""

    within: int
    lines: tuple[Line, ...]
    until: int


class Departures(msgspec.Struct, frozen=True, kw_only=True):
    """Departures that are to be expected; no tables where too few have left so far."""

    tables: tuple[Table, ...]
    waiting: int


class Month(msgspec.Struct, frozen=True, kw_only=True):
    """What was promised on the first of a month for the days after it, what came, and where that is drawn."""

    first: date
    least: int
    most: int
    came: int | None
    held: bool
    x: int
    centre: int
    width: int
    top: int
    height: int
    came_y: int


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """All promises for one number of days; `held` of `due` came within what was said."""

    within: int
    months: tuple[Month, ...]
    held: int
    due: int
    error: int | None
    until: int


class Ways(msgspec.Struct, frozen=True, kw_only=True):
    """Promises of when a way ends: shares in hundredths; `worst` is the worst tenth in order of time."""

    share: int
    decided: int
    open: int
    worst: int | None
    error: int | None


class HowGood(msgspec.Struct, frozen=True, kw_only=True):
    """Promised against actual."""

    checked: tuple[Checked, ...]
    ways: Ways | None
    every: int
    ended: int
    enough: int
    first: date
    """When the next promise is made, and so the first where there is none yet and enough have left."""


def departures_page(actor: Actor) -> Departures:
    """Departures expected among residents in the actor's reach."""
    outlooks = departures_for(actor)
    names = names_of({site for outlook in outlooks for site, _ in outlook.sites} - {""})
    tables = []
    for outlook in outlooks:
        sites = outlook.sites if len(outlook.sites) > 1 else ()
        until = max(outlook.all.most, 1)
        rows = [("", outlook.all), *((names.get(site, "") or "…", told) for site, told in sites)]
        tables.append(
            Table(within=outlook.within, lines=tuple(_line(name, told, until) for name, told in rows), until=until)
        )
    return Departures(tables=tuple(tables), waiting=count_waiting(actor))


def _line(name: str, told: Expected, until: int) -> Line:
    least_at, most_at = (round(100 * count / until) for count in (told.least, told.most))
    return Line(
        name=name,
        least=told.least,
        most=told.most,
        likely=round(told.mean),
        of=told.of,
        least_at=least_at,
        likely_at=round(100 * told.mean / until),
        width=max(1, most_at - least_at),
    )


def how_good_page(actor: Actor) -> HowGood:
    """How good the forecasts of the last two years were, for residents in the actor's reach."""
    record = record_of_forecasts(actor)
    checked = tuple(_checked(within, promises) for within, promises in record.promises.items() if promises)
    return HowGood(
        checked=checked,
        ways=_ways(record),
        every=record.every,
        ended=record.ended,
        enough=ENOUGH,
        first=_next_first(today()),
    )


def _next_first(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _checked(within: int, promises: list[Promise]) -> Checked:
    due = [each for each in promises if each.came is not None]
    off = [abs((each.came or 0) - each.expected.mean) for each in due]
    shown = promises[-SHOWN:]
    until = max(1, *(max(each.expected.most, each.came or 0) for each in shown))
    return Checked(
        within=within,
        months=tuple(_month(each, place, len(shown), until) for place, each in enumerate(shown)),
        held=sum(_held(each) for each in due),
        due=len(due),
        error=ceil(median(off)) if off else None,
        until=until,
    )


def _held(promise: Promise) -> bool:
    return promise.came is not None and promise.expected.least <= promise.came <= promise.expected.most


def _month(promise: Promise, place: int, many: int, until: int) -> Month:
    def y(count: int) -> int:
        return MARGIN + round(HEIGHT * (1 - count / until))

    step, told = 100 / many, promise.expected
    return Month(
        first=day_of_number(promise.at),
        least=told.least,
        most=told.most,
        came=promise.came,
        held=_held(promise),
        x=round(step * (place + 0.5)) - round(step * 0.3),
        centre=round(step * (place + 0.5)),
        width=2 * round(step * 0.3),
        top=y(told.most),
        height=max(2, y(told.least) - y(told.most)),
        came_y=y(promise.came or 0),
    )


def _ways(record: Record) -> Ways | None:
    held = np.concatenate([each.held for each in record.kept]) if record.kept else np.empty(0)
    errors = np.concatenate([each.error for each in record.kept]) if record.kept else np.empty(0)
    if not len(held):
        return None
    tenths = [tenth.mean() for tenth in np.array_split(held, 10)] if len(held) >= 10 else []
    return Ways(
        share=round(100 * float(held.mean())),
        decided=len(held),
        open=_open(record.kept),
        worst=round(100 * float(min(tenths))) if tenths else None,
        error=round(float(np.median(errors))) if len(errors) else None,
    )


def _open(all_kept: list[Kept]) -> int:
    return sum(each.of - len(each.held) for each in all_kept)
