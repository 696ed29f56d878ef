"""What is asked of a child's assessment, and of a search for a relative."""

import re
from datetime import date

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.kit.errors import RuleBroken

AGAIN = 30
"""Days until somebody looks in again on a child who is without their parents."""
SEARCH = 14

APART = ("family", "other_adult", "alone")
"""Separated or unaccompanied: without both parents and whoever cares for them by law or custom."""

WITH_WHOM = {
    "parents": gettext_lazy("With a parent, or who cares for them by law or custom"),
    "family": gettext_lazy("Separated: with other family"),
    "other_adult": gettext_lazy("Separated: with another adult"),
    "alone": gettext_lazy("Unaccompanied: with no adult who answers for them"),
    "adult": gettext_lazy("An adult, as two people have determined"),
}
VERIFIED = {
    "no": gettext_lazy("Not yet"),
    "papers": gettext_lazy("By papers"),
    "both_say": gettext_lazy("The child and the adult, asked apart, say the same"),
    "tracing": gettext_lazy("By tracing"),
}

MONTH = re.compile(r"(19|20)\d\d-(0[1-9]|1[0-2])")


def check_assessment(
    *, with_whom: str, found_adult: bool, caregiver: str, heard: str, advised: str, on: date, since: date, today: date
) -> None:
    """It says who cares for the child, what the child said, and what is advised."""
    if with_whom not in WITH_WHOM:
        raise RuleBroken(_("Choose with whom the child is."), "with_whom")
    if with_whom == "adult" and not found_adult:
        raise RuleBroken(_("That somebody is an adult, two people determine first."), "with_whom")
    if with_whom in ("family", "other_adult") and not caregiver.strip():
        raise RuleBroken(_("Name who cares for the child."), "caregiver")
    if with_whom != "adult" and not heard.strip():
        raise RuleBroken(_("Write what the child said, in their words."), "heard")
    if with_whom != "adult" and not advised.strip():
        raise RuleBroken(_("Write what should be done now."), "advised")
    if not since <= on <= today:
        raise RuleBroken(_("Give a day of their stay until today."), "on")


class Relative(msgspec.Struct, frozen=True, kw_only=True):
    """A relative to be looked for, as said; `agreed`: the person wants it."""

    name: str = ""
    relation: str = ""
    last_seen: str = ""
    region: str = ""
    agreed: bool = False

    @property
    def is_said(self) -> bool:
        """Whether anything was said of them."""
        return any(one.strip() for one in (self.name, self.relation, self.last_seen, self.region))


NO_ONE = Relative()


def check_search(relative: Relative, *, today: date) -> bool:
    """Whether a relative is to be looked for: somebody named, and only because the person wants it."""
    if not relative.is_said and not relative.agreed:
        return False
    if not relative.agreed:
        raise RuleBroken(_("They must want the search themselves: tick it, or leave the relative empty."), "search")
    if not relative.name.strip():
        raise RuleBroken(_("Name the relative."), "relative")
    seen = relative.last_seen
    if seen and (not MONTH.fullmatch(seen) or seen > f"{today:%Y-%m}"):
        raise RuleBroken(_("Write the month as a year and a month: 2025-11."), "last_seen")
    return True
