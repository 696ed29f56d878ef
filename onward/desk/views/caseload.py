"""A case worker's people, and handing them over."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.rules import Actor, needs
from onward.desk import actions
from onward.desk.forms import HandOverForm
from onward.desk.queries.caseload import caseload_page, workers_for
from onward.kit.ids import is_id
from onward.ui.writing import written


@needs("desk.see_caseload")
@require_safe
def see_caseload(request: HttpRequest) -> HttpResponse:
    """Whom one has in one's care; to coordinate, whom any case worker has."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    page = caseload_page(actor, _worker(request))
    return render(request, "desk/see_caseload.html", {"page": page, "limit": settings.CASES.quiet})


@needs("desk.hand_over_cases")
@require_http_methods(["GET", "HEAD", "POST"])
def hand_over_cases(request: HttpRequest) -> HttpResponse:
    """Hand over one, some or all of a case worker's people."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    page = caseload_page(actor, _worker(request))
    one = request.GET.get("case", "")
    people = [(cared.id, cared.name) for cared in page.people]
    form = HandOverForm(
        request.POST or None,
        actor=actor,
        people=people,
        workers=[pair for pair in workers_for(actor) if pair[0] != page.worker],
        initial={"cases": [one] if one in dict(people) else [case for case, _name in people]},
    )
    back = reverse("desk:see_caseload")
    return written(
        request,
        form,
        actions.hand_over_cases,
        template="desk/hand_over_cases.html",
        context={"page": page, "back": f"{back}?{urlencode({'worker': page.worker})}"},
        done=back,
        message=_("Handed over. What was owed is theirs, and so is reading what you wrote."),
    )


def _worker(request: HttpRequest) -> str:
    worker = request.GET.get("worker", "")
    return worker if is_id(worker) else ""
