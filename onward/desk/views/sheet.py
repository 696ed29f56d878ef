"""The daily sheet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from onward.access.rules import Actor, needs
from onward.desk.queries.sheet import daily_sheet_for
from onward.kit.dates import today


@needs("desk.see_daily_sheet")
@require_safe
def daily_sheet(request: HttpRequest) -> HttpResponse:
    """How far the journal reaches today, to be printed, signed and filed."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    return render(request, "desk/daily_sheet.html", {"sheet": daily_sheet_for(actor), "today": today()})
