"""The first page of staff, and where everyone else is led."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from onward.access.rules import Actor, may, needs
from onward.access.rules.grants import RESIDENT
from onward.desk.queries.today import today_for
from onward.desk.views.chrome import address
from onward.kit import dates


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Lead everyone to their own first page."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    if RESIDENT in actor.roles and (door := address("door:see_way")):
        return redirect(door)
    return redirect("desk:today" if may(actor, "desk.see_today") else "account_login")


@needs("desk.see_today")
@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """What waits for the reader today."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    page = today_for(actor)
    columns = [column for column in (page.sections[0::2], page.sections[1::2]) if column]
    return render(request, "desk/today.html", {"page": page, "day": dates.today(), "columns": columns})
