"""Which places may be held, and for how long."""

from collections.abc import Collection, Sequence
from datetime import date

from django.utils.translation import gettext as _

from onward.kit.errors import RuleBroken
from onward.shelter.rules.placing import Bed

LONGEST_HOLD = 30
"""Days ahead for which a place may be held: what is held longer stands empty while somebody sleeps nowhere."""


def check_held(beds: Sequence[Bed], *, block: str, until: date, today: date, reason: str) -> None:
    """Refuse to hold nothing, a place that is not free, for too long, or without saying why."""
    if not beds:
        raise RuleBroken(_("Choose a place."), "places")
    for bed in beds:
        if bed.block != block or bed.closed or not bed.free or bed.held:
            raise RuleBroken(_("%(place)s is not free; choose another place.") % {"place": bed.name}, "places")
    if not 0 <= (until - today).days <= LONGEST_HOLD:
        raise RuleBroken(_("Give a day within the next %(days)d days.") % {"days": LONGEST_HOLD}, "until")
    if not reason.strip():
        raise RuleBroken(_("Say why it is held."), "reason")


def check_holding_for(held_for: str, *, known: Collection[str]) -> None:
    """Refuse to hold a place for somebody who has one already, or who is not coming."""
    if held_for and held_for not in known:
        raise RuleBroken(_("Choose somebody who has no place here yet, or is on the road to this site."), "held_for")


def check_released(*, held: bool) -> None:
    """Refuse to release what is not held."""
    if not held:
        raise RuleBroken(_("This place is not held any more."), None)


def check_somewhere(*, astray: bool, taken: bool) -> None:
    """Refuse whatever would leave somebody nowhere, or in a place that somebody else has by now."""
    if astray:
        raise RuleBroken(_("This would leave somebody in no place, or in two."), None)
    if taken:
        raise RuleBroken(_("Somebody else has their old place now: give them another, and leave this as it is."), None)
