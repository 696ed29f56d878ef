"""The pages of the whole picture, as their line of links shows them; a new page adds its line here."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Page(NamedTuple):
    """Words, the name of the address, and the permission to open it."""

    words: str | Promise
    to: str
    permission: str


PAGES = (
    Page(_("Where they wait"), "reports:see_waits", "reports.see_waits"),
    Page(_("Whose days"), "reports:see_account", "reports.see_account"),
    Page(_("Headcount"), "reports:see_picture", "reports.see_picture"),
    Page(_("Departures expected"), "reports:see_departures", "reports.see_departures"),
    Page(_("How good were our forecasts"), "reports:see_promises", "reports.see_promises"),
)
