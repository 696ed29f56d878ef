"""Who works on the case."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from onward.access.rules import Actor, needs
from onward.cases import actions
from onward.cases.forms import CaseWorkerForm
from onward.cases.queries import case_for
from onward.cases.views.filing import filed, writes


@needs("cases.assign_case_worker")
@writes
def assign_case_worker(request: HttpRequest, case: str) -> HttpResponse:
    """Name the case worker."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    file = case_for(actor, case)
    form = CaseWorkerForm(
        request.POST or None,
        actor=actor,
        case=file,
        version=file.version,
        initial={"worker": file.case_worker},
    )
    return filed(request, file, form, actions.assign_case_worker, message=_("Named. What was owed is now theirs."))
