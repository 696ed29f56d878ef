"""What every act on the way onward asks first: is the stay open, is the day possible, is it their wish."""

from datetime import date

from django.utils.translation import gettext as _

from onward.kit.errors import RuleBroken
from onward.pathway import Pathway

GOING = {"home": "returned", "family_elsewhere": "with_family", "third_country": "third_country"}
"""The wishes that lead out of the programme, and how the stay has ended once they have come true."""

LEAVING = {**GOING, "local_life": "local_life"}
"""The wishes that lead out of the site: a life outside it, in this country, is one of them."""

COUNTRY_MATTERS = ("home", "family_elsewhere", "third_country")


def check_open(ended_on: date | None) -> None:
    """A stay that has ended takes no further step."""
    if ended_on is not None:
        raise RuleBroken(_("This stay has ended; nothing more can be recorded on its way onward."))


def check_day(on: date, *, arrived_on: date, today: date, not_before: date | None = None) -> None:
    """A day lies between the arrival (or the step before it) and today."""
    if on > today:
        raise RuleBroken(_("This day is still to come."), "on")
    if on < arrived_on:
        raise RuleBroken(_("This day is before the arrival."), "on")
    if not_before is not None and on < not_before:
        raise RuleBroken(_("This day is before the step that comes first."), "on")


def check_wish(wish: str, country: str) -> None:
    """A wish to go somewhere says where."""
    if wish in COUNTRY_MATTERS and not country.strip():
        raise RuleBroken(_("Write which country they wish to go to."), "country")


def check_wish_stands(stands: bool) -> None:
    """Only a wish that stands is taken back."""
    if not stands:
        raise RuleBroken(_("There is no wish to take back."))


def check_wish_goes(wish: str, way: Pathway | None = None) -> None:
    """Nothing that leads away happens unless the way that they are on leads somebody of their latest wish."""
    if not wish:
        raise RuleBroken(_("No wish of theirs stands: ask them first."))
    if not (way.ending(wish) if way else wish in GOING):
        raise RuleBroken(_("Their latest wish is not to go, so nothing that leads away may happen."))


def ending_of(way: Pathway, wish: str) -> str:
    """How the stay has ended when the person has arrived where their way, and else their wish, leads them."""
    return way.ending(wish) or LEAVING.get(wish, "returned")


def leads_away(wish: str) -> bool:
    """Whether this wish leads out of the site, near or far."""
    return wish in LEAVING


def check_wish_leads_away(wish: str, way: Pathway | None = None) -> None:
    """Nobody leaves a site unless it is their latest wish to, or the way that they are on leads there."""
    if wish != "local_life":
        check_wish_goes(wish, way)
