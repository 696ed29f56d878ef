"""Opening and noting an identity."""

from datetime import date

from django.utils.translation import gettext as _

from onward.kit.errors import RuleBroken

MOST_OPENINGS = 30
"""Identities that one person may open in a day. Enough for a busy day, too few to copy a site."""

LONGEST_LOOK = 5 * 60
"""Seconds for which an opened identity is shown; then it is opened again, and said again."""


def hour_is_full(*, opened: int, most: int) -> bool:
    """Whether somebody has opened as many identities within the hour as one person may."""
    return opened >= most


def refusal(most: int) -> RuleBroken:
    """What is said to whoever would open more."""
    return RuleBroken(
        _("You have opened %(count)d identities within an hour. No more now; oversight sees that you asked.")
        % {"count": most}
    )


def check_opening(*, reason: str, opened_today: int) -> None:
    """An opening has a reason, and there is an end to it."""
    if sum(sign.isalpha() for sign in reason) < 5:
        raise RuleBroken(_("Say in a few words why you open it."), "reason")
    if opened_today >= MOST_OPENINGS:
        raise RuleBroken(
            _("You have opened %(count)d identities today. No more can be opened before tomorrow.")
            % {"count": MOST_OPENINGS}
        )


def check_withheld(*, words: str, withheld: bool) -> None:
    """Once, and with a ground."""
    if withheld:
        raise RuleBroken(_("It is withheld already."))
    if sum(sign.isalpha() for sign in words) < 5:
        raise RuleBroken(_("Say who would be in danger, and why."), "words")


def check_first(*, noted: bool) -> None:
    """What was noted is changed by those alone who may open it."""
    if noted:
        raise RuleBroken(_("Who they are was noted already. Tell a case worker what is different: they can change it."))


def check_identity(*, said: bool, birth_year: int | None, today: date) -> None:
    """Something was said, and the year is one in which somebody alive may be born."""
    if not said:
        raise RuleBroken(_("Write at least one thing the person said."))
    if birth_year is not None and not today.year - 120 <= birth_year <= today.year:
        raise RuleBroken(_("Give a year of birth between 120 years ago and now."), "birth_year")
