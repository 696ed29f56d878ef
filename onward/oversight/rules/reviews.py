"""Reviews of stay: who may hold one, when it is heard, what it finds."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from onward.kit.errors import RuleBroken


def check_open(*, ended_on: date | None) -> None:
    """A review ends with the stay."""
    if ended_on is not None:
        raise RuleBroken(_("This stay has ended."))


def check_reviewer(*, roles: Collection[str], left: bool, reaches: bool, independent: bool, case_worker: bool) -> None:
    """A named reviewer who is here, and who answers to nobody that keeps this person."""
    if left or not reaches or "reviewer" not in roles:
        raise RuleBroken(_("Choose a reviewer who works for this site."), "reviewer")
    if not independent:
        raise RuleBroken(
            _("A reviewer is independent: nobody of the organisation that has custody, or that it belongs to."),
            "reviewer",
        )
    if case_worker:
        raise RuleBroken(_("A reviewer is independent: not the person's own case worker."), "reviewer")


def check_assigned(*, reviewer: str, name: str, by: str) -> None:
    """A review is held by the one who was named for it; by any reviewer while nobody was."""
    if reviewer and reviewer != by:
        raise RuleBroken(_("This review is with %(name)s.") % {"name": name})


def check_day(on: date, *, today: date, not_before: date) -> None:
    """A day that has come, and not before that to which it belongs."""
    if on > today:
        raise RuleBroken(_("That day has not come yet."), "on")
    if on < not_before:
        raise RuleBroken(_("That is before it began. Give a later day."), "on")


def check_hearing(*, heard: str, interpreter: str, without: str) -> None:
    """Who was heard was heard through an interpreter, or it is said why without."""
    if heard == "heard" and not interpreter.strip() and not without:
        raise RuleBroken(_("Name the interpreter, or say why there was none."), "interpreter")
    if interpreter.strip() and without:
        raise RuleBroken(_("There was an interpreter, or there was none: say one of both."), "without")


def check_decided(*, held_on: date | None, decision: str, limits: str, reasons: str) -> None:
    """A review is decided when it was held; with reasons, which the person is told."""
    if held_on is None:
        raise RuleBroken(_("First say when the person was heard, or why they were not."))
    if decision == "limits" and not limits.strip():
        raise RuleBroken(_("Say what the limits are."), "limits")
    if not reasons.strip():
        raise RuleBroken(_("Give the reasons: the person is told them."), "reasons")


def check_told(*, decided_on: date | None, told_on: date | None, on: date, today: date) -> None:
    """A decision is told once there is one, on a day that has come."""
    if decided_on is None:
        raise RuleBroken(_("There is no decision to tell."))
    if told_on is not None:
        raise RuleBroken(_("They have been told already."))
    if not decided_on <= on <= today:
        raise RuleBroken(_("They were told on the day of the decision or later, and not in the future."), "on")


def found_of(decision: str, *, may_leave: str) -> str:
    """What a review found of leaving where that goes further than what holds (`may_leave`); else nothing."""
    found = {"may_leave": "yes", "limits": "limits"}.get(decision, "")
    return "" if may_leave in ("yes", found) else found
