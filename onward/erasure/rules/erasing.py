"""The few rules of erasing.

1. Who is here, or lives elsewhere, may have their file erased whenever they ask, and only then.
2. Otherwise a file is erased once it is closed and its time is over.
3. For who died, is missing or was taken nobody else can ask: rule 2 alone.
4. Two agree: the person, or a member of staff for them, and a second of another organisation than the first,
   independent of whoever has custody, who has spoken with the person alone. For a child, that is oversight.
5. While oversight holds a file, nothing of it is erased. Until the last day to stop it, anybody of these can.
"""

from collections.abc import Collection
from datetime import date, timedelta

from django.utils.translation import gettext as _

from onward.access.rules.grants import OVERSIGHT
from onward.cases.rules import IN_DOUBT, LOST, UNDER_AGE
from onward.kit.errors import RuleBroken

NOTICE = timedelta(days=90)
"""So long before its time is over somebody is asked what is to become of a file."""
LONGEST_YEARS = 30


def check_asked(
    *, ground: str, pending: bool, held: bool, ended_how: str, keep_until: date | None, today: date
) -> None:
    """Nothing is asked twice or against a hold; the ground must hold."""
    if pending:
        raise RuleBroken(_("This has been asked already."))
    if held:
        raise RuleBroken(_("Oversight keeps this file for now. Nothing of it is erased until that ends."))
    if ground == "own_request" and ended_how in LOST:
        raise RuleBroken(
            _("They cannot ask for it themselves, and nobody can in their place: it is kept until its time is over."),
            "ground",
        )
    if ground == "time_is_over" and keep_until is None:
        raise RuleBroken(_("This file is open. It is erased only if the person asks for it."), "ground")
    if ground == "time_is_over" and keep_until is not None and keep_until >= today:
        raise RuleBroken(_("Its time is not over yet."), "ground")


def check_second(*, by: str, asked_by: str, organisation: str, asked_organisation: str, independent: bool) -> None:
    """Another person, of another organisation, who does not belong to whoever keeps the person."""
    if by == asked_by:
        raise RuleBroken(_("You asked for it; somebody else has to agree."))
    if not organisation or organisation == asked_organisation:
        raise RuleBroken(_("Somebody of another organisation has to agree."))
    if not independent:
        raise RuleBroken(_("Nobody of the organisation that has custody, or that it belongs to, can agree to this."))


def check_confirmed(*, ground: str, confirmed: bool, held: bool, alone: bool, age: str, roles: Collection[str]) -> None:
    """Agreed to once, without a hold; the person themselves was asked, alone; for a child, by oversight."""
    if confirmed:
        raise RuleBroken(_("A second person has agreed already."))
    if held:
        raise RuleBroken(_("Oversight keeps this file for now. Nothing of it is erased until that ends."))
    if ground == "own_request" and not alone:
        raise RuleBroken(_("First speak with them alone: do they want it, and did anybody press them?"), "alone")
    if ground == "own_request" and age in (*UNDER_AGE, IN_DOUBT) and OVERSIGHT not in roles:
        raise RuleBroken(_("For a child, or somebody who may be one, oversight has to agree."))


def check_stopped(*, pending: bool) -> None:
    """Only what was asked can be stopped."""
    if not pending:
        raise RuleBroken(_("Nothing is asked of this file now."))


def check_longer(until: date, *, keep_until: date, today: date) -> None:
    """Longer than now, and not for ever."""
    if until <= max(keep_until, today):
        raise RuleBroken(_("Give a later day than now."), "until")
    if until > today + timedelta(days=365 * LONGEST_YEARS):
        raise RuleBroken(_("A file is kept for thirty years more at the most; then somebody looks again."), "until")
