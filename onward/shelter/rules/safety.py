"""What must hold of keeping people apart, and of who cares for a child that is alone."""

from collections.abc import Collection, Mapping
from datetime import date

from django.utils.translation import gettext as _

from onward.kit.errors import RuleBroken
from onward.shelter.rules.placing import Near
from onward.shelter.rules.sending import Traveller

LONGEST_CARE = 90
"""Days after which an interim arrangement must have been looked at again."""


def check_apart(*, case: str, other: str, avoid_site: str, threat: str, why: str, known: Collection[str]) -> None:
    """Refuse what names nobody and nothing, oneself, one who is kept apart already, and what gives no reason."""
    if other == case:
        raise RuleBroken(_("Choose somebody else."), "other")
    if other and other in known:
        raise RuleBroken(_("They are kept apart already."), "other")
    if not other and not threat.strip():
        raise RuleBroken(_("Name another resident, or say from whom outside the threat comes."), "other")
    if avoid_site and not threat.strip():
        raise RuleBroken(_("Say from whom outside the threat comes."), "threat")
    if not why.strip():
        raise RuleBroken(_("Say why."), "why")


def check_ended(why: str, *, is_over: bool) -> None:
    """Refuse to end it twice, or without a reason."""
    if is_over:
        raise RuleBroken(_("This is over already."), None)
    if not why.strip():
        raise RuleBroken(_("Say why it is over, and who says so."), "why")


def check_sent_safely(
    going: Collection[Traveller],
    *,
    to_site: str,
    site_name: str,
    apart: Near,
    sites: Mapping[str, Collection[str]],
    avoided: Mapping[str, Collection[str]],
) -> None:
    """Refuse to send somebody to a site that is not safe for them, and never say more than that.

    `apart` says who must not be at one site with whom, `sites` where those are or are on their way to, `avoided` the
    sites that somebody is kept away from.
    """
    together = {person.id for person in going}
    for person in going:
        near = any(other in together or to_site in sites.get(other, ()) for other in apart.get(person.id, ()))
        if near or to_site in avoided.get(person.id, ()):
            raise RuleBroken(
                _("%(site)s is not suitable for %(name)s; choose another site.")
                % {"site": site_name, "name": person.name},
                "to_site",
            )


def check_care(*, child: bool, arrangement: str, carer: str, case: str, adult: bool, decided_by: str) -> None:
    """Refuse care for an adult, and care by a child, by nobody, or undecided."""
    if not child:
        raise RuleBroken(_("Interim care is for children; this person is noted as an adult."), None)
    if arrangement == "carer" and (not carer or carer == case):
        raise RuleBroken(_("Name the resident who cares for them."), "carer")
    if arrangement == "carer" and not adult:
        raise RuleBroken(_("Only an adult can care for a child."), "carer")
    if not decided_by.strip():
        raise RuleBroken(_("Say who decided on it."), "decided_by")


def check_review(review_on: date, *, today: date) -> None:
    """Refuse care that nobody looks at again soon."""
    if not 0 < (review_on - today).days <= LONGEST_CARE:
        raise RuleBroken(
            _("Give a day within the next %(days)d days on which it is looked at again.") % {"days": LONGEST_CARE},
            "review_on",
        )
