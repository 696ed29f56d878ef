"""A screening begins with somebody, and ends once."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from onward.cases.events import CaseEvent
from onward.kit.errors import RuleBroken

SCREENING_NORM = 14
"""Days that a screening should take."""


def check_screener(*, staff: str, body: str, left: bool) -> None:
    """One named member of staff who is here, or one named body outside."""
    if bool(staff) == bool(body.strip()):
        raise RuleBroken(_("Name one member of staff, or one body outside."), "staff")
    if left:
        raise RuleBroken(_("This person has left the staff."), "staff")


def check_screening_ends(*, ended_on: date | None) -> None:
    """What has ended does not end again."""
    if ended_on is not None:
        raise RuleBroken(_("This screening has ended already."))


def present_step(events: Iterable[CaseEvent]) -> str:
    """The id of the open step that comes first, which a screening may hold up; "" where none is open."""
    steps: dict[str, tuple[int, int]] = {}
    for number, event in enumerate(events):
        steps |= {opens.id: (opens.rank, number) for opens in event.opens if opens.kind == "step"}
        for closes in event.closes:
            steps.pop(closes.id, None)
    return min(steps, key=lambda step: steps[step], default="")
