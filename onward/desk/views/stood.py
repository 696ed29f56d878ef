"""The account of one resident as it stood on a past day."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from onward.access.actions import note_reading
from onward.access.rules import Actor, needs
from onward.cases.queries import case_for
from onward.kit.dates import today
from onward.waiting.queries import stood_for

EARLIEST = 1900


@needs("cases.see_case")
@require_safe
def case_stood(request: HttpRequest, case: str) -> HttpResponse:
    """Whose each day was, from what was known at the end of a day: today's account may have been told later."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = case_for(actor, case)
    note_reading(actor, case=found.id)
    day = _day(request)
    return render(request, "desk/case_stood.html", {"case": found, "day": day, "account": stood_for(actor, found, day)})


def _day(request: HttpRequest) -> date:
    """The day that was asked for, yesterday where none was."""
    try:
        asked = date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        asked = today() - timedelta(days=1)
    return min(asked, today()) if asked.year >= EARLIEST else today()
