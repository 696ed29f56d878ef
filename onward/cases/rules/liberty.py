"""May the person leave: what an order says, how it is challenged, heard and answered."""

from datetime import date

from django.utils.translation import gettext as _

from onward.kit.errors import RuleBroken

CHALLENGE_NORM = 14
"""Days within which whoever gave the order answers a challenge."""


def check_liberty(
    *, may_leave: str, by: str, limits: str, told_on: date | None, today: date, since: date | None = None
) -> None:
    """Liberty is said with its order, and of a day that has come."""
    check_order(may_leave=may_leave, by=by, limits=limits)
    if since and since > today:
        raise RuleBroken(_("That day has not come yet."), "since")
    check_told(told_on, today=today, not_before=since)


def check_order(*, may_leave: str, by: str, limits: str) -> None:
    """Somebody's order keeps a person; a ground may be missing, that is a fact of its own."""
    if may_leave in ("no", "limits") and not by:
        raise RuleBroken(_("Say by whose order."), "by")
    if may_leave == "limits" and not limits:
        raise RuleBroken(_("Say what the limits are."), "limits")


def check_told(told_on: date | None, *, today: date, not_before: date | None = None) -> None:
    """A person is told on a day that has come, and not before there was something to tell."""
    if told_on and told_on > today:
        raise RuleBroken(_("The person cannot have been told on a day to come."), "told_on")
    if told_on and not_before and told_on < not_before:
        raise RuleBroken(_("They cannot have been told before the day from which it holds."), "told_on")


def check_stay(ended_on: date | None) -> None:
    """What is ordered, challenged or looked into ends with the stay."""
    if ended_on is not None:
        raise RuleBroken(_("This stay has ended."))


def check_on(on: date, *, today: date, not_before: date | None = None) -> None:
    """A day that has come, and not before that to which it answers."""
    if on > today:
        raise RuleBroken(_("That day has not come yet."), "on")
    if not_before and on < not_before:
        raise RuleBroken(_("That is before it began. Give a later day."), "on")


def check_challenge(*, may_leave: str, open_since: date | None) -> None:
    """What keeps a person may be challenged, once at a time: also that nobody has said what holds."""
    if may_leave == "yes":
        raise RuleBroken(_("They may leave: there is no order to challenge."))
    if open_since is not None:
        raise RuleBroken(_("There is a challenge already that has not been answered."))


def check_open(closed: str) -> None:
    """A challenge is heard, answered or taken back while it waits. `closed`: how it no longer does, or ""."""
    if closed == "withdrawn":
        raise RuleBroken(_("This challenge was taken back."))
    if closed:
        raise RuleBroken(_("This challenge has been answered already."))


def check_taking_back(*, closed: str, of_review: bool) -> None:
    """A person takes back what they said themselves; what a review of their stay asks for is not theirs to stop."""
    check_open(closed)
    if of_review:
        raise RuleBroken(_("The review of your stay asked for this answer. It stays owed to you."))


def check_hearing(*, by: str, closed: str) -> None:
    """Somebody with a name or an office hears it, before it is answered."""
    check_open(closed)
    if not by.strip():
        raise RuleBroken(_("Say who heard them."), "by")


def check_challenge_answer(*, answer: str, limits: str, closed: str) -> None:
    """A challenge is answered once; a changed order says what now holds."""
    check_open(closed)
    if answer == "changed" and not limits.strip():
        raise RuleBroken(_("Say what the limits are now."), "limits")
