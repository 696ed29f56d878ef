"""May the person leave, and who works on the case."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from onward.access.rules import Actor, needs
from onward.cases import actions
from onward.cases.forms import CaseWorkerForm, LibertyForm
from onward.cases.queries import case_for
from onward.cases.views.filing import filed, writes


@needs("cases.record_liberty")
@writes
def record_liberty(request: HttpRequest, case: str) -> HttpResponse:
    """May the person leave, by whose order, on what ground."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    file = case_for(actor, case)
    stands = {
        "may_leave": file.liberty_may_leave,
        "by": file.liberty_by,
        "ground": file.liberty_ground,
        "limits": file.liberty_limits,
        "told_on": file.liberty_told_on,
    }
    form = LibertyForm(request.POST or None, actor=actor, version=file.version, initial=stands)
    return filed(request, file, form, actions.record_liberty, message=_("Recorded."))


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
