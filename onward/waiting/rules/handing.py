"""May a matter be held up, let go on, or passed into other hands."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from onward.kit.errors import RuleBroken
from onward.pathway.known import EXIT


def check_blocked(*, closed_on: date | None, kind: str) -> None:
    """Only a step that is open, or what holds one up, can be held up."""
    if closed_on is not None:
        raise RuleBroken(_("This is closed already. Choose one that is open."), "matter")
    if kind not in ("step", "transfer", "block"):
        raise RuleBroken(_("Only a step of the way can be held up."), "matter")


def check_lifted(*, closed_on: date | None, kind: str) -> None:
    """Only something that holds up a step can be lifted, once."""
    if kind != "block":
        raise RuleBroken(_("This does not hold up a step."))
    if closed_on is not None:
        raise RuleBroken(_("This was lifted already."))


def check_handed(*, closed_on: date | None, staff: str, body: str, kind: str = "") -> None:
    """A matter passes to one named person or one named body, while it is open."""
    if kind == "review":
        raise RuleBroken(_("A review of stay is held by an independent reviewer, who is named on its own page."))
    if kind == "challenge":
        raise RuleBroken(_("A challenge is answered by an officer of whoever gave the order."))
    if closed_on is not None:
        raise RuleBroken(_("This is closed already. Choose one that is open."))
    if bool(staff) == bool(body.strip()):
        raise RuleBroken(_("Name one member of staff, or one body outside."), "staff")


def check_opened(*, opened: bool) -> None:
    """What is owed in a compartment is held by somebody who opens it: nobody else could read what they owe."""
    if not opened:
        raise RuleBroken(_("Choose somebody whose work this is: nobody else may read it."), "staff")


def check_office(*, kind: str, what: str, roles: Collection[str]) -> None:
    """A call for help and a second person's word stay with the office; a decision on leaving with an officer.

    `roles` are those of whoever is to have it. Or the days of who refuses could be made another's.
    """
    if kind in ("alarm", "confirm", "back", "emergency", "emergency_review"):
        raise RuleBroken(_("This was put to an office that answers for it. It passes into no other hands."))
    if what == EXIT and "custody_officer" not in roles:
        raise RuleBroken(_("Leave to go is decided by an officer of whoever has custody. Name one."), "staff")


def check_present(left_on: date | None) -> None:
    """Nothing is put into the hands of somebody who is no longer here."""
    if left_on is not None:
        raise RuleBroken(_("This person has left the staff."), "staff")


def check_day(day: date, *, since: date, today: date) -> None:
    """What happens to a matter happens while it is open, and not tomorrow."""
    if day > today:
        raise RuleBroken(_("That day has not come yet."), "on")
    if day < since:
        raise RuleBroken(_("That is before this was opened. Give a later day."), "on")
