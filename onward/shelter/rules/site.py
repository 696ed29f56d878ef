"""What must hold of an incident, and what a site should have."""

from datetime import date
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.kit.errors import RuleBroken

MOST_MEASURED = 10_000_000
FOLLOWED_WITHIN = 30


class Norm(NamedTuple):
    """One standard: what is measured, what follows from it for each, and the norm: at least, or at most.

    `source`: where the norm was read; empty for the programme's own, for which no book may be claimed.
    """

    measured: str | Promise
    told: str | Promise
    value: float
    at_least: bool
    source: str | Promise = ""


NORMS = {
    "covered_area": Norm(gettext_lazy("Covered area, m²"), gettext_lazy("m² a person"), 3.5, True),
    "latrines": Norm(
        gettext_lazy("Latrines that work"),
        gettext_lazy("people a latrine"),
        20,
        False,
        gettext_lazy("Sphere 2018, standard 3.2, page 118"),
    ),
    "washing": Norm(gettext_lazy("Places to wash"), gettext_lazy("people a place to wash"), 50, False),
    "taps": Norm(gettext_lazy("Taps that work"), gettext_lazy("people a tap"), 250, False),
    "water": Norm(gettext_lazy("Litres of water a day"), gettext_lazy("litres a person and day"), 15, True),
}
"""Only what was read in the book is said to be the book's. A toilet for 20: Sphere Handbook 2018, excreta management
standard 3.2, guidance note on quantities, page 118 (for 50 in the first days). 15 litres were read in the editions of
2004 and 2011, a tap for 250 in a comparison of 2001 alone, area and a place to wash for 50 nowhere: these are shown as
the programme's own until somebody has the page."""


def each(what: str, value: int, people: int) -> float | None:
    """What a measure comes to for each person, or the people for each thing; None where it cannot be said."""
    if not people:
        return None
    if NORMS[what].at_least:
        return value / people
    return people / value if value else None


def is_met(what: str, value: int, people: int) -> bool | None:
    """Whether the standard is met; None where it cannot be said."""
    norm, found = NORMS[what], each(what, value, people)
    if found is None:
        return None if not people else False
    return found >= norm.value if norm.at_least else found <= norm.value


def check_measure(value: int) -> None:
    """Refuse a number that cannot be."""
    if not 0 <= value <= MOST_MEASURED:
        raise RuleBroken(_("Give a number from 0 to %(most)d.") % {"most": MOST_MEASURED}, "value")


def check_incident(*, safe_now: str, due: date, today: date) -> None:
    """Refuse an incident of which nobody says who is safe now, or that nobody looks at again soon."""
    if not safe_now.strip():
        raise RuleBroken(_("Say who is safe now, and who is not."), "safe_now")
    check_due(due, today=today)


def check_due(due: date, *, today: date) -> None:
    """Refuse a day that is past or far off."""
    if not 0 <= (due - today).days <= FOLLOWED_WITHIN:
        raise RuleBroken(_("Give a day within the next %(days)d days.") % {"days": FOLLOWED_WITHIN}, "due")


def check_followed(*, is_over: bool, words: str, over: bool, due: date | None, today: date) -> None:
    """Refuse to follow what is over, to say nothing, and to leave open when it is looked at again."""
    if is_over:
        raise RuleBroken(_("This is over already."), None)
    if not words.strip():
        raise RuleBroken(_("Say what was done."), "words")
    if not over and due is None:
        raise RuleBroken(_("Give the day on which it is looked at again, or say that it is over."), "due")
    if not over and due is not None:
        check_due(due, today=today)


def check_past(on: date, *, today: date) -> None:
    """Refuse a day that has not come yet."""
    if on > today:
        raise RuleBroken(_("This day has not come yet."), "on")
