"""The headline counts."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from onward.access.rules import needs
from onward.reports.queries import headcount_for
from onward.reports.views.shown import shown


@needs("reports.see_picture")
@require_safe
def see_picture(request: HttpRequest) -> HttpResponse:
    """How many are here, and what their stays are like."""
    count, counted = headcount_for(request.actor)  # type: ignore[attr-defined]  # set by access
    return shown(request, "reports/picture.html", {"count": count, "counted": counted})
