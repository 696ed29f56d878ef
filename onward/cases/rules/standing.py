"""The case worker, and what is owed by an office."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from django.utils.translation import gettext as _

from onward.cases.events import CaseEvent, Holder
from onward.kit.errors import RuleBroken

READING = 2
"""Days within which whoever takes over a case has read what was handed over."""
LONGEST_REMINDER = timedelta(days=730)


def check_case_worker(*, roles: Collection[str], left: bool, reaches: bool) -> None:
    """Only a case worker who is here now may be named."""
    if left or not reaches or "case_worker" not in roles:
        raise RuleBroken(_("Choose a case worker of this site."), "worker")


def check_handover(*, now: str, to: str, by: str, ended: bool, of_all: bool) -> None:
    """One hands over whom one has; whoever coordinates, whom anybody has."""
    if ended:
        raise RuleBroken(_("Their stay has ended."), "cases")
    if not of_all and now != by:
        raise RuleBroken(_("You can hand over only who is in your care. Look at it again."), "cases")
    if now == to:
        raise RuleBroken(_("They have them already. Choose somebody else."), "worker")


def check_reminder(*, on: date, words: str, today: date) -> None:
    """A reminder says something, on a day that comes."""
    if not words.strip():
        raise RuleBroken(_("Say what you want to be reminded of."), "words")
    check_reminder_day(on, today=today)


def check_reminder_day(on: date, *, today: date) -> None:
    """The day of a reminder is today or later, and not so far that nobody will be here."""
    if not today <= on <= today + LONGEST_REMINDER:
        raise RuleBroken(_("Choose a day from today on, within two years."), "on")


def matters_of_office(events: Iterable[CaseEvent], office: str) -> list[str]:
    """The ids of open matters that this office owes, by name or not, oldest first."""
    held: dict[str, Holder] = {}
    for event in events:
        held |= {matter.id: matter.holder for matter in event.opens}
        held |= {matter.id: matter.holder for matter in event.holds if matter.id in held}
        for matter in event.closes:
            held.pop(matter.id, None)
    owing = ("staff", "nobody")
    return [matter for matter, by in held.items() if by.office == office and by.kind in owing]
