"""Who may be sent on, and who may sign at the other end."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _

from onward.kit.errors import RuleBroken


class Traveller(NamedTuple):
    """A person who could be sent on. `site` is where they count now; `going` says that a transfer is under way."""

    id: str
    name: str
    site: str
    family: str = ""
    going: bool = False
    ended: bool = False


def check_sending(going: Sequence[Traveller], family: Sequence[Traveller], *, to_site: str) -> None:
    """Refuse to send nobody, people already on the road, people to where they are, or half a family.

    `family` are the members of their families, wherever they are.
    """
    if not going:
        raise RuleBroken(_("Choose who is sent on."), "people")
    if len({person.site for person in going}) > 1:
        raise RuleBroken(_("Send the people of one site at a time."), "people")
    chosen = {person.id for person in going}
    for person in going:
        if person.ended:
            raise RuleBroken(_("The stay of %(name)s has ended.") % {"name": person.name}, "people")
        if person.going:
            raise RuleBroken(_("%(name)s is on the road already.") % {"name": person.name}, "people")
        if person.site == to_site:
            raise RuleBroken(_("%(name)s is there already.") % {"name": person.name}, "to_site")
    for member in family:
        if member.id in chosen or member.ended or member.going:
            continue
        left = [person for person in going if person.family == member.family and person.site == member.site]
        if left:
            raise RuleBroken(
                _("%(name)s and %(other)s are one family: send them together.")
                % {"name": left[0].name, "other": member.name},
                "people",
            )


def check_destination(custody: str) -> None:
    """Refuse a site that nobody is known to answer for: custody would pass to no one."""
    if not custody:
        raise RuleBroken(_("Choose a site that an organisation answers for."), "to_site")


def check_receiving(*, state: str, name: str, sent_by: str, receiver: str) -> None:
    """Refuse a second signature for the same arrival, and one person's signature at both ends."""
    if state == "received":
        raise RuleBroken(_("%(name)s has been received already.") % {"name": name}, "people")
    if state == "cancelled":
        raise RuleBroken(_("The transfer of %(name)s was called off.") % {"name": name}, "people")
    if sent_by == receiver:
        raise RuleBroken(_("You signed for the sending; somebody else signs for the arrival."), None)


def check_moment(happened_at: datetime | None, *, now: datetime) -> None:
    """Refuse a moment that has not come yet."""
    if happened_at is not None and happened_at > now + timedelta(minutes=5):  # two clocks never agree to the minute
        raise RuleBroken(_("This time has not come yet."), "happened_at")


def check_left(happened_at: datetime | None, *, arrived_at: datetime) -> None:
    """Refuse a departure from before the person came."""
    if happened_at is not None and happened_at < arrived_at.replace(second=0, microsecond=0):
        raise RuleBroken(_("They cannot leave before they came."), "happened_at")


def check_reached(happened_at: datetime | None, *, sent_at: datetime) -> None:
    """Refuse an arrival from before the sending."""
    if happened_at is not None and happened_at < sent_at.replace(second=0, microsecond=0):
        raise RuleBroken(_("They cannot arrive before they were sent."), "happened_at")


def check_cancelling(*, state: str, name: str, reason: str) -> None:
    """Refuse to call off a transfer that is over, or to do so without saying why."""
    if state == "received":
        raise RuleBroken(_("%(name)s has been received already.") % {"name": name}, "people")
    if state == "cancelled":
        raise RuleBroken(_("The transfer of %(name)s was called off already.") % {"name": name}, "people")
    if not reason.strip():
        raise RuleBroken(_("Say why they are not going."), "reason")
