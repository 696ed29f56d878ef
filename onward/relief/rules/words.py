"""What sorts of things and ways of giving them are called, in the reader's language."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

SORTS = {"meal": _("A meal"), "thing": _("A thing")}
UNITS = {"hours": _("hours"), "days": _("days"), "weeks": _("weeks")}
HOURS = {"hours": 1, "days": 24, "weeks": 168}
"""Unit -> how many hours it is."""


def unit_of(hours: int) -> str:
    """The largest unit in which a time is a whole number."""
    return next((unit for unit in ("weeks", "days") if hours and not hours % HOURS[unit]), "hours")


def between(hours: int) -> str:
    """How long after one the next may be had."""
    unit = unit_of(hours)
    many = hours // HOURS[unit]
    if unit == "weeks":
        return ngettext("one in %(many)d week", "one in %(many)d weeks", many) % {"many": many}
    if unit == "days":
        return ngettext("one in %(many)d day", "one in %(many)d days", many) % {"many": many}
    return ngettext("one in %(many)d hour", "one in %(many)d hours", many) % {"many": many}


CARD, FAMILY, DESK = "card", "family", "desk"
BY = {CARD: _("by card"), FAMILY: _("collected by family"), DESK: _("at the help desk")}
