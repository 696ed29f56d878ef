"""What is on where a resident lives, and what the residents' committee was promised."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from onward.access.rules import Actor, needs
from onward.cases.queries import case_for
from onward.door.views.entering import at_the_door
from onward.kit.dates import today
from onward.reports.queries.calendar import Day, by_day, calendar_for, clinics_at
from onward.shelter.queries.diary import meetings_for

AHEAD = 14


@at_the_door
@needs("door.see_calendar")
@require_safe
def see_calendar(request: HttpRequest) -> HttpResponse:
    """What is on in the next two weeks where one lives."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    case, first = case_for(actor, actor.id), today()
    days = [first + timedelta(days=number) for number in range(AHEAD)]
    items = by_day(calendar_for(actor, case.site, days[0], days[-1])) if case.site and not case.ended_on else {}
    context = {
        "case": case,
        "days": [Day(day, items.get(day, [])) for day in days],
        "today": first,
        "clinics": clinics_at(case.site) if case.site and not case.ended_on else [],
    }
    return render(request, "door/see_calendar.html", context)


@at_the_door
@needs("door.see_committee")
@require_safe
def see_committee(request: HttpRequest) -> HttpResponse:
    """What the committee where one lives spoke of, asked and was promised."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    case = case_for(actor, actor.id)
    meetings = meetings_for(actor, case.site) if case.site and not case.ended_on else []
    return render(request, "door/see_committee.html", {"case": case, "meetings": meetings, "today": today()})
