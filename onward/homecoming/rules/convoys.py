"""What a convoy is, and whom it may take: plain values in, RuleBroken out."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from onward.homecoming.rules.words import Words
from onward.kit.errors import RuleBroken

PLANNED, CANCELLED, DEPARTED = "planned", "cancelled", "departed"
HELD, GIVEN_UP, LAPSED, TRAVELLED = "held", "given_up", "lapsed", "travelled"
MOST_SEATS = 200

STATES: Words = {
    PLANNED: gettext_lazy("being prepared"),
    CANCELLED: gettext_lazy("called off"),
    DEPARTED: gettext_lazy("on the way"),
}
DESTINATIONS: Words = {
    "border": gettext_lazy("A crossing of the border"),
    "airport": gettext_lazy("An airport"),
    "authority": gettext_lazy("An office of a state"),
    "family": gettext_lazy("Their family"),
    "centre": gettext_lazy("A house that receives them"),
    "town": gettext_lazy("A town in this country"),
}
REASONS: Words = {
    "their_wish": gettext_lazy("They do not wish to travel now"),
    "not_ready": gettext_lazy("Something is not ready yet"),
    "no_room": gettext_lazy("There was no room"),
    "cancelled": gettext_lazy("The journey was called off"),
    "other": gettext_lazy("Something else"),
}


def check_plan(*, day: date, until: date | None, seats: int, taken: int, today: date) -> None:
    """A convoy lies ahead, and has a seat for everybody who was given one."""
    if (until or day) < today:
        raise RuleBroken(_("This day is past."), "until" if until else "day")
    if until is not None and until < day:
        raise RuleBroken(_("The last day is before the first."), "until")
    if not 1 <= seats <= MOST_SEATS:
        raise RuleBroken(_("Give a number between 1 and %(most)d.") % {"most": MOST_SEATS}, "seats")
    if seats < taken:
        many = ngettext("%(count)d seat is given already.", "%(count)d seats are given already.", taken)
        raise RuleBroken(many % {"count": taken}, "seats")


def check_planned(state: str) -> None:
    """What has left, or was called off, is not changed any more."""
    if state == DEPARTED:
        raise RuleBroken(_("This convoy has left already."))
    if state != PLANNED:
        raise RuleBroken(_("This convoy was called off."))


def check_put_off(*, later: bool, reason: str) -> None:
    """Travellers are owed a reason when their journey is put off."""
    if later and not reason.strip():
        raise RuleBroken(_("Write why the journey is put off."), "reason")


def check_leader(roles: Collection[str], *, left_on: date | None) -> None:
    """Whoever leads a journey works here, as a liaison or a coordinator."""
    if left_on is not None or not {"liaison", "coordinator"} & set(roles):
        raise RuleBroken(_("Choose a liaison or a coordinator who works here."), "leader")


def check_reason(reason: str) -> None:
    """Whoever calls a journey off says why."""
    if not reason.strip():
        raise RuleBroken(_("Write why the journey is called off."), "reason")


def check_room(*, seats: int, taken: int, more: int) -> None:
    """No more people than seats."""
    free = seats - taken
    if more > free:
        many = ngettext("There is %(count)d seat free.", "There are %(count)d seats free.", free)
        raise RuleBroken(many % {"count": free}, "people")


def check_one_seat(*, convoy: str, other: str) -> None:
    """Nobody has a seat on two convoys."""
    if other == convoy:
        raise RuleBroken(_("They have a seat on this journey already."), "people")
    if other:
        raise RuleBroken(_("They have a seat on another journey already."), "people")


def check_kept_together(*, family: str, left_behind: Collection[str]) -> None:
    """A family travels together, unless it decided to part and two people heard so."""
    if left_behind and family != "decided_apart":
        names = ", ".join(sorted(left_behind))
        raise RuleBroken(
            _("This would leave a family divided: %(names)s would stay behind.") % {"names": names}, "people"
        )


def check_somebody(people: Collection[str]) -> None:
    """An act about people is about at least one."""
    if not people:
        raise RuleBroken(_("Choose at least one person."), "people")


def check_seated(people: Collection[str], seated: Collection[str]) -> None:
    """Only those who have a seat on this convoy are taken off it, told of it, or travel with it."""
    if set(people) - set(seated):
        raise RuleBroken(_("Not all of them have a seat on this journey any more. Please look again."), "people")


def check_depart(*, on: date, today: date, people: Collection[str]) -> None:
    """A convoy leaves with somebody, and not in the future."""
    if on > today:
        raise RuleBroken(_("This day is still to come."), "on")
    if not people:
        raise RuleBroken(_("Nobody has a seat on this convoy."))
