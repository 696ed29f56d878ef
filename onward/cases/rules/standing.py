"""The case worker, and what is owed by an office."""

from collections.abc import Collection, Iterable

from django.utils.translation import gettext as _

from onward.cases.events import CaseEvent, Holder
from onward.kit.errors import RuleBroken


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
