"""Steps of a way that have no act of their own: who may say that one is done, and what they say."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from onward.homecoming.rules.words import NOT_DONE
from onward.kit.errors import RuleBroken

DEDICATED = frozenset(
    (
        "received", "housed", "heard", "other_way", "best_interests_determined", "consented", "contact_checked",
        "nationality_asked", "nationality_confirmed", "appealed", "papers", "return_checked", "exit_authorised",
        "departed", "handed_over", "arrived", "followed_up",
    )
)  # fmt: skip
"""Steps that an act of their own finishes: it says more than that they are done."""

OUTSIDE = frozenset(("liaison", "case_worker"))
"""Who says what a body outside did."""


HOSTS = frozenset(("reception_officer", "site_manager", "custody_officer"))
"""Who works for whoever keeps the person: what was put into their hands but is not their office's, others finish."""


def may_record(*, step: str, held: bool, offices: Collection[str], roles: Collection[str]) -> bool:
    """Whether somebody may say that a step is done: who holds it, whose office it is, or who speaks for a body."""
    if step in DEDICATED:
        return False
    held = held and not HOSTS.issuperset(roles)
    return held or not (OUTSIDE if not offices else set(offices)).isdisjoint(roles)


def check_record(*, possible: bool, done: bool, evidence: str, because: str) -> None:
    """A step that is done has its evidence; one that is not has a reason."""
    if not possible:
        raise RuleBroken(_("This step is not open, or it is not yours to finish."), "step")
    if done and not evidence.strip():
        raise RuleBroken(_("Write what shows that it is done."), "evidence")
    if not done and because not in NOT_DONE:
        raise RuleBroken(_("Choose why it is not done."), "because")


def check_choice(*, pathway: str, known: Collection[str], now: str, reason: str) -> None:
    """Another way that there is, and why it is theirs."""
    if pathway not in known:
        raise RuleBroken(_("There is no such way."), "pathway")
    if pathway == now:
        raise RuleBroken(_("They are on this way already."), "pathway")
    if not reason.strip():
        raise RuleBroken(_("Write why this way is theirs, in a sentence."), "reason")
