"""Handing over whom one cares for."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from onward.kit.errors import RuleBroken

MOST_HANDED = 300


def check_chosen(cases: Sequence[str]) -> None:
    """Somebody is handed over, and not more people than anybody can know."""
    if not cases:
        raise RuleBroken(_("Choose whom you hand over."), "cases")
    if len(cases) > MOST_HANDED:
        raise RuleBroken(_("These are too many for one person."), "cases")
