"""When somebody above the holder is told that a matter is late, and who. Plain values in, plain values out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from django.utils.translation import gettext as _

from onward.access.rules import Actor
from onward.access.rules.grants import ADMINISTRATOR
from onward.cases.events import Holder
from onward.kit.errors import RuleBroken

CLOCK = Actor(id="clock", roles=frozenset({ADMINISTRATOR}), everywhere=True)
"""The one who escalates: no person. It opens no file."""

MOST_TIME = timedelta(days=14)
"""New hands get time before others are told, but never more than this: handing on does not hide a wait."""


class Told(NamedTuple):
    """One rung that a matter has reached: which, and on what day."""

    level: int
    fell_on: date


def warns_on(due_on: date, *, norm: int, warn: int | None, share: float) -> date:
    """From which day a matter is due soon: `warn` days before it is due, else when `share` of the norm is over."""
    if warn is None:
        return due_on - timedelta(days=norm) + timedelta(days=ceil(norm * share))
    return due_on - timedelta(days=min(warn, norm))


def late_from(due_on: date, handed_on: date) -> date:
    """From which day the clocks count once a matter has passed into other hands."""
    return min(max(due_on, handed_on), due_on + MOST_TIME)


def reached(level: int, *, late_from: date, ladder: Mapping[str, int], today: date) -> Iterator[Told]:
    """The rungs above `level` that a matter has reached by today, lowest first; those that were missed among them."""
    for number, days in enumerate(ladder.values(), 1):
        fell_on = late_from + timedelta(days=days)
        if number > level and fell_on <= today:
            yield Told(number, fell_on)


def recipient(
    level: int, *, ladder: Mapping[str, int], held_by: str, find: Callable[[str], Holder | None]
) -> tuple[Holder, tuple[str, ...]]:
    """Who is told at a level, and the offices passed over because nobody is in them.

    Whoever holds the matter need not be told that they do: then the next one is.
    """
    offices, passed = list(ladder)[level - 1 :], []
    for office in offices:
        found = find(office)
        if found is None:
            passed.append(office)
        elif found.id != held_by:
            return found, tuple(passed)
    return Holder(office=offices[-1]), tuple(passed)


def colleague(level: int, holders: Sequence[Holder], *, held_by: str) -> Holder | None:
    """Who is told at a level of those who do the same work: at each the next one, in the end the last."""
    others = list({one.id: one for one in holders if one.id != held_by}.values())
    return others[min(level, len(others)) - 1] if others else None


def may_explain(holder: Holder, *, by: str) -> bool:
    """Whether somebody of the staff is the one to say why it is late: the holder, or anyone where no colleague is."""
    return holder.kind != "staff" or not holder.id or holder.id == by


def check_overrun(holder: Holder, *, by: str, closed_on: date | None, due_on: date | None, today: date) -> None:
    """Why something is late is said while it is, by whoever of the staff holds it."""
    if closed_on is not None:
        raise RuleBroken(_("This is closed already. Choose one that is open."))
    if due_on is None or today <= due_on:
        raise RuleBroken(_("This is not late. There is nothing to explain."))
    if not may_explain(holder, by=by):
        raise RuleBroken(_("Only who holds it says why it is late: %(name)s.") % {"name": holder.name})
