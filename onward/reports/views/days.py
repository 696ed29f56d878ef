"""Whose the days were, and where residents wait."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from onward.access.rules import Actor, needs
from onward.kit.dates import today
from onward.places.queries import sites_for
from onward.reports.queries.days import days_of_many
from onward.reports.queries.waits import waits_page
from onward.reports.views.shown import shown
from onward.waiting.queries.ledger import Read

PERIOD = timedelta(days=90)
ONE = timedelta(days=1)
EARLIEST = 1900


@needs("reports.see_account")
@require_safe
def see_account(request: HttpRequest) -> HttpResponse:
    """The days of many, by step, holder and site; as they stand, or as they stood on a past day."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    sites, site = _sites(request)
    last = _day(request, "to") or today() - ONE
    first = _day(request, "from") or last - PERIOD + ONE
    known = _day(request, "stood")
    context: dict[str, Any] = {"sites": sites, "site": site, "first": first, "last": last, "known": known}
    if known is not None and not site:
        context["wrong"] = _("Choose one site: how days stood in the past is read anew from its residents' journal.")
        known = None
    found, context["counted"] = days_of_many(actor, site=site, since=first, until=last + ONE, known=known)
    context["reading" if isinstance(found, Read) else "account"] = found
    return shown(request, "reports/account.html", context)


@needs("reports.see_waits")
@require_safe
def see_waits(request: HttpRequest) -> HttpResponse:
    """At which steps residents wait now, for how long, and in whose hands."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    sites, site = _sites(request)
    page, counted = waits_page(actor, site=site)
    return shown(request, "reports/waits.html", {"sites": sites, "site": site, "page": page, "counted": counted})


def _sites(request: HttpRequest) -> tuple[list[Any], str]:
    """The sites to choose from, and the one that was chosen; whoever has one alone need not choose."""
    sites = sites_for(request.actor)  # type: ignore[attr-defined]  # set by access
    asked = request.GET.get("site", "")
    chosen = asked if asked in {one.id for one in sites} else ""
    return (sites, chosen) if len(sites) > 1 else ([], sites[0].id if sites else "")


def _day(request: HttpRequest, name: str) -> date | None:
    """A day as the browser's field sends it; whatever is not one counts as not given."""
    try:
        day = date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return None
    return min(day, today()) if day.year >= EARLIEST else None
