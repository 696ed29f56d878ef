"""Urgent needs, how soon each should be met, and what is given and told at a checkpoint."""

from collections.abc import Collection, Iterable

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from onward.access.rules.grants import CHILD_OFFICER, HEALTH_WORKER
from onward.cases.rules import IN_DOUBT, UNDER_AGE
from onward.journal.compartments import CHILD, HEALTH, RECORD


class Need(msgspec.Struct, frozen=True):
    """A need: its words, the days within which it should be met (0: today), what meets it on the spot, and the
    compartment that it is said in."""

    words: str | Promise
    norm: int
    met_by: str = ""
    within: str = RECORD


NEEDS = {
    "hurt": Need(_("Hurt"), 0, within=HEALTH),
    "unwell": Need(_("Unwell"), 1, within=HEALTH),
    "pregnant": Need(_("Pregnant"), 2, within=HEALTH),
    "child_alone": Need(_("Child alone"), 0, within=CHILD),
    "thirsty": Need(_("Thirsty"), 0, met_by="water"),
    "hungry": Need(_("Hungry"), 0, met_by="food"),
    "cannot_walk": Need(_("Cannot walk"), 1),
    "cold": Need(_("Cold"), 0, met_by="blanket"),
    "distress": Need(_("In distress"), 1, within=HEALTH),
}
"""Urgent needs by code, in the order in which they are asked."""

THEN = {"pregnant": "antenatal"}
"""What is owed besides, once a need was noted."""
THEN_WITHIN = {"antenatal": 7}
"""The days within which that should be met."""

OFFICES = {HEALTH: HEALTH_WORKER, CHILD: CHILD_OFFICER}
"""Compartment -> the office that owes what is needed there."""

GIVEN = {
    "water": _("Water"),
    "food": _("Food"),
    "blanket": _("Blanket"),
    "clothes": _("Clothes, shoes"),
    "first_aid": _("First aid"),
    "hygiene": _("Soap and hygiene"),
    "baby": _("For a baby"),
    "call": _("A telephone call"),
}

TOLD = {
    "next": _("What happens next"),
    "liberty": _("Whether they may leave"),
    "rights": _("That they may ask and complain"),
    "card": _("What the card is for"),
    "record": _("What is written about them"),
}

WITH_WHOM = {
    "alone": pgettext_lazy("arrived", "Alone"),
    "family": pgettext_lazy("arrived", "With family"),
    "companions": pgettext_lazy("arrived", "With companions"),
}


def needs_of(needs: Iterable[str], *, age: str, with_whom: str) -> tuple[str, ...]:
    """The needs as noted, in their usual order, with what follows: perhaps under 18 and alone is a child alone."""
    noted = set(needs)
    if age in (*UNDER_AGE, IN_DOUBT) and with_whom == "alone":
        noted.add("child_alone")
    return tuple(code for code in NEEDS if code in noted)


def unmet(needs: Iterable[str], given: Collection[str]) -> tuple[str, ...]:
    """The needs that what was given on the spot did not meet."""
    return tuple(code for code in needs if not NEEDS[code].met_by or NEEDS[code].met_by not in given)


def norm_of(need: str) -> int:
    """The days within which a need should be met."""
    return THEN_WITHIN[need] if need in THEN_WITHIN else NEEDS[need].norm
