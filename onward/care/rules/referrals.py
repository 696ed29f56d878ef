"""How a referral goes: nothing without the person's word, each answer once, and it is asked whether it helped."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.kit.errors import RuleBroken

SERVICE, HELPED, ELSEWHERE = 14, 7, 2
"""Days for what was promised, for asking whether it helped, and for looking elsewhere."""

STATES = {
    "sent": gettext_lazy("Sent; an answer is owed"),
    "accepted": gettext_lazy("Accepted"),
    "declined": gettext_lazy("Declined"),
    "done": gettext_lazy("Done; not yet asked whether it helped"),
    "heard": gettext_lazy("Done, and the person was asked"),
    "taken_back": gettext_lazy("Taken back"),
}
GENDERS = {
    "": gettext_lazy("They do not mind"),
    "woman": gettext_lazy("By a woman"),
    "man": gettext_lazy("By a man"),
}
DECLINED = {
    "full": gettext_lazy("No room at present"),
    "not_theirs": gettext_lazy("Not what they do"),
    "not_reachable": gettext_lazy("They could not be reached"),
    "no_staff_of_that_gender": gettext_lazy("Nobody there of the gender that was asked for"),
    "too_far": gettext_lazy("Too far, or no transport"),
    "other": gettext_lazy("Something else"),
}
HELPED_WORDS = {
    "yes": gettext_lazy("Yes"),
    "partly": gettext_lazy("Partly"),
    "no": gettext_lazy("No"),
    "not_said": gettext_lazy("They would rather not say"),
}


def check_sending(*, what: str, may: Collection[str], to: str, urgency: bool, agreed: bool, ended: bool) -> None:
    """Something that the sender opens goes to somebody with a name, because the person said so."""
    if ended:
        raise RuleBroken(_("The stay has ended."))
    if what not in may:
        raise RuleBroken(_("Choose what it is about."), "what")
    if not to.strip():
        raise RuleBroken(_("Choose a service of the site, or name who is asked."), "body")
    if not urgency:
        raise RuleBroken(_("Choose how soon."), "urgency")
    if not agreed:
        raise RuleBroken(_("Nothing is sent without the person's own word. Ask them first."), "agreed")


def check_state(state: str, wanted: Collection[str]) -> None:
    """What is said of a referral follows from where it stands."""
    if state not in wanted:
        raise RuleBroken(_("This referral stands elsewhere by now. Look at it again."), None)


def check_said_on(*, on: date, since: date, today: date) -> None:
    """A day not before what came before it, nor to come."""
    if not since <= on <= today:
        raise RuleBroken(_("Give a day between the last word about it and today."), "on")


def check_answer_to_it(*, accepted: bool, reason: str) -> None:
    """Who declines has a reason."""
    if not accepted and reason not in DECLINED:
        raise RuleBroken(_("Choose why they declined."), "reason")
