"""Offered, agreed, declined, left: what a person says to a course, and that nobody presses them."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from onward.courses.rules.words import AGREED, DECLINED, LEFT, OFFERED, RELIGION
from onward.kit.errors import RuleBroken

FEW = 5
"""A headcount below this is not told: it would tell of people."""


def shown_count(count: int) -> int | None:
    """A headcount as anybody but the teacher sees it: nothing below five, none included, and by fives from there on.

    An exact one, looked at before and after somebody was asked, would tell what they answered.
    """
    return count // FEW * FEW or None


def check_offer(state: str) -> None:
    """A course is offered to somebody once. Whoever said no is not asked again; they may still say yes themselves."""
    if state in (DECLINED, LEFT):
        raise RuleBroken(
            _("They said no to this course, so nobody offers it again. They may still say yes themselves.")
        )
    if state:
        raise RuleBroken(_("This course was offered to them already."))


def check_answer(answer: str, *, state: str) -> None:
    """Yes may be said at any time, no to what was offered, and whoever said yes may leave at any time."""
    if answer == AGREED and state == AGREED:
        raise RuleBroken(_("They said yes to this course already."), "answer")
    if answer == DECLINED and state not in ("", OFFERED):
        raise RuleBroken(_("No was said already, or yes; whoever takes part may leave."), "answer")
    if answer == LEFT and state != AGREED:
        raise RuleBroken(_("They do not take part in this course."), "answer")


def child_may(judged: Collection[tuple[bool, bool]]) -> bool:
    """Whether religious teaching was found best for a child: by two, one a child protection officer.

    `judged`: what each of them found last, as (best, officer); nobody stands in it twice, and one who is
    against stops it.
    """
    return len(judged) > 1 and all(best for best, _officer in judged) and any(officer for _best, officer in judged)


def check_child(*, subject: str, child: bool, allowed: bool) -> None:
    """Religious teaching of a child, or of whoever may be one, needs a decision on their best interests first."""
    if subject == RELIGION and child and not allowed:
        raise RuleBroken(
            _("They are under 18, or perhaps: two people must first find that this is in their best interests.")
        )


def check_judgement(*, subject: str, child: bool, reasons: str, heard: str) -> None:
    """It is asked of religious teaching and of children alone; with reasons, and the child is heard."""
    if subject != RELIGION or not child:
        raise RuleBroken(_("This is decided for children and religious teaching alone."))
    if not reasons.strip():
        raise RuleBroken(_("Give the reasons."), "reasons")
    if not heard.strip():
        raise RuleBroken(_("Write what the child says of it; nobody decides this without them."), "heard")


def check_attendance(*, on_roster: bool) -> None:
    """Only who said yes is on a roster."""
    if not on_roster:
        raise RuleBroken(
            _("They are not on this roster. Whoever wants to take part says yes first, at their page or aloud."), "card"
        )


def check_certificate(*, sessions: int, first: date | None) -> None:
    """A certificate says when somebody was there, so they were."""
    if not sessions or first is None:
        raise RuleBroken(_("No attendance is noted for them, so there is nothing to certify yet."))
