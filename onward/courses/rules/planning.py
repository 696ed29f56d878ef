"""A course and its sessions."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _

from onward.courses.events import Slot
from onward.kit.errors import RuleBroken

LONGEST_COURSE = 52
"""Sessions that may be planned at once: a year of weeks."""
MOST_MINUTES = 600


def check_course(*, title: str, curriculum: str, subject: str) -> None:
    """A course has a name; and what religion is taught, and how, is written down, since oversight reads it."""
    if not title.strip():
        raise RuleBroken(_("Give the course a name."), "title")
    if subject == "religion" and not curriculum.strip():
        raise RuleBroken(_("Write down what is taught: oversight reads it."), "curriculum")


def check_running(ended_on: date | None) -> None:
    """Nothing is planned, offered or noted for a course that is over."""
    if ended_on is not None:
        raise RuleBroken(_("This course is over."), None)


def weekly(*, day: date, begins: str, minutes: int, times: int, room: str = "") -> tuple[Slot, ...]:
    """Sessions on this day and on the same day of the weeks that follow."""
    return tuple(
        Slot(day=day + timedelta(weeks=week), begins=begins, minutes=minutes, room=room) for week in range(times)
    )


def check_slots(slots: Sequence[Slot], *, today: date) -> None:
    """Sessions lie within a year of today, and each has a length."""
    if not 1 <= len(slots) <= LONGEST_COURSE:
        raise RuleBroken(_("Plan between 1 and 52 sessions at once."), "times")
    if any(not 5 <= slot.minutes <= MOST_MINUTES for slot in slots):
        raise RuleBroken(_("A session lasts between 5 minutes and 10 hours."), "minutes")
    if abs((slots[0].day - today).days) > 366:
        raise RuleBroken(_("The first day lies more than a year away."), "day")


def check_session(*, cancelled: bool) -> None:
    """A session that was called off stays so."""
    if cancelled:
        raise RuleBroken(_("This session was called off."), None)
