from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from onward.access.actions import note_reading
from onward.access.rules import may, needs
from onward.cases.queries import case_for
from onward.homecoming.queries import (
    Afterwards,
    acts_for,
    disclosures_of,
    held_seat,
    judgements_for,
    leave_asked,
    standing_for,
)


@needs("homecoming.see_way")
@require_safe
def way(request: HttpRequest, case: str) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]  # set by access.middleware
    found = case_for(actor, case)
    note_reading(actor, case=found.id)
    standing = standing_for(actor, case)
    context = {
        "case": found,
        "standing": standing,
        "leave": leave_asked(standing),
        "acts": acts_for(actor, found, standing),
        "letters": disclosures_of(actor, found),
        "may_open": may(actor, "homecoming.open_scan"),
        "seat": held_seat(found.id) if standing.exit_state == "authorised" else None,
        "afterwards": Afterwards(found.id) if found.ended_on else None,
        "may_visit": may(actor, "homecoming.record_visit"),
        "may_settle": may(actor, "homecoming.settle_concern"),
        "judged": judgements_for(actor, standing),
    }
    return render(request, "homecoming/way.html", context)
