"""What is to be expected, and how good that was."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from onward.access.rules import needs
from onward.reports.views.shown import shown


@needs("reports.see_departures")
@require_safe
def see_departures(request: HttpRequest) -> HttpResponse:
    """Departures expected in 30 and 90 days, and how sure that is."""
    # Here, and not above: numpy comes with it, and the server starts without.
    from onward.reports.queries.forecasts import departures_page

    actor = request.actor  # type: ignore[attr-defined]  # set by access
    return shown(request, "reports/departures.html", {"page": departures_page(actor)})


@needs("reports.see_promises")
@require_safe
def see_promises(request: HttpRequest) -> HttpResponse:
    """What the forecasts promised each month, and what came."""
    from onward.reports.queries.forecasts import how_good_page  # as above

    actor = request.actor  # type: ignore[attr-defined]  # set by access
    return shown(request, "reports/promises.html", {"page": how_good_page(actor)})
