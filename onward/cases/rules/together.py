"""Families and companions."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from onward.kit.errors import RuleBroken

RELATIONS = {
    "mother": gettext_lazy("mother"),
    "father": gettext_lazy("father"),
    "wife": gettext_lazy("wife"),
    "husband": gettext_lazy("husband"),
    "daughter": gettext_lazy("daughter"),
    "son": gettext_lazy("son"),
    "sister": gettext_lazy("sister"),
    "brother": gettext_lazy("brother"),
    "grandmother": gettext_lazy("grandmother"),
    "grandfather": gettext_lazy("grandfather"),
    "in_care": gettext_lazy("child in their care"),
    "other": pgettext_lazy("relation", "other"),
}
"""Who a person is in their family."""


def check_two(*, one: str, other: str) -> None:
    """Nobody is their own relative or companion."""
    if one == other:
        raise RuleBroken(_("This is the same person. Give the case name of the other."), "other")


def check_together(*, ended_on: date | None) -> None:
    """Who has gone is not linked any more to who is here."""
    if ended_on is not None:
        raise RuleBroken(_("This stay has ended."))
