"""Liberty, the case worker, and what is owed by an office."""

from collections.abc import Collection, Iterable
from datetime import date

from django.utils.translation import gettext as _

from onward.cases.events import CaseEvent, Holder
from onward.kit.errors import RuleBroken


def check_liberty(*, may_leave: str, by: str, limits: str, told_on: date | None, today: date) -> None:
    """Liberty is said with its order, and of a day that has come."""
    check_order(may_leave=may_leave, by=by, limits=limits)
    if told_on and told_on > today:
        raise RuleBroken(_("The person cannot have been told on a day to come."), "told_on")


def check_order(*, may_leave: str, by: str, limits: str) -> None:
    """Somebody's order keeps a person; a ground may be missing, that is a fact of its own."""
    if may_leave in ("no", "limits") and not by:
        raise RuleBroken(_("Say by whose order."), "by")
    if may_leave == "limits" and not limits:
        raise RuleBroken(_("Say what the limits are."), "limits")


def check_case_worker(*, roles: Collection[str], left: bool, reaches: bool) -> None:
    """Only a case worker who is here now may be named."""
    if left or not reaches or "case_worker" not in roles:
        raise RuleBroken(_("Choose a case worker of this site."), "worker")


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
