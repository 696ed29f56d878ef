"""How a stay ends, and what comes afterwards: one short page for each act."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from onward.access.rules import needs
from onward.homecoming import actions, forms
from onward.homecoming.views.shape import act_page

GET_POST = require_http_methods(["GET", "POST"])


@needs("homecoming.record_leaving")
@GET_POST
def record_leaving(request: HttpRequest, case: str) -> HttpResponse:
    message = _("It is recorded. A second person is asked to confirm it.")
    return act_page(request, case, forms.LeavingForm, actions.record_leaving, name="record_leaving", message=message)


@needs("homecoming.record_transfer")
@GET_POST
def record_transfer(request: HttpRequest, case: str) -> HttpResponse:
    message = _("It is recorded, with the receipt.")
    return act_page(request, case, forms.TransferForm, actions.record_transfer, name="record_transfer", message=message)


@needs("homecoming.record_death")
@GET_POST
def record_death(request: HttpRequest, case: str) -> HttpResponse:
    message = _("It is recorded. A second person is asked to confirm it.")
    return act_page(request, case, forms.DeathForm, actions.record_death, name="record_death", message=message)


@needs("homecoming.record_disappearance")
@GET_POST
def record_disappearance(request: HttpRequest, case: str) -> HttpResponse:
    message = _("It is recorded, and the search has begun.")
    return act_page(
        request,
        case,
        forms.DisappearanceForm,
        actions.record_disappearance,
        name="record_disappearance",
        message=message,
    )


@needs("homecoming.record_taking")
@GET_POST
def record_taking(request: HttpRequest, case: str) -> HttpResponse:
    message = _("It is recorded. Coordinator and oversight are called.")
    return act_page(request, case, forms.TakingForm, actions.record_taking, name="record_taking", message=message)


@needs("homecoming.record_birth")
@GET_POST
def record_birth(request: HttpRequest, case: str) -> HttpResponse:
    message = _("The child has a file of their own now.")
    return act_page(request, case, forms.BirthForm, actions.record_birth, name="record_birth", message=message)


@needs("homecoming.record_visit")
@GET_POST
def record_visit(request: HttpRequest, case: str) -> HttpResponse:
    message = _("The visit is recorded.")
    return act_page(request, case, forms.VisitForm, actions.record_visit, name="record_visit", message=message)


@needs("homecoming.settle_concern")
@GET_POST
def settle_concern(request: HttpRequest, case: str) -> HttpResponse:
    message = _("It is settled.")
    return act_page(request, case, forms.ConcernForm, actions.settle_concern, name="settle_concern", message=message)


@needs("homecoming.resume_stay")
@GET_POST
def resume_stay(request: HttpRequest, case: str) -> HttpResponse:
    message = _("They are here again; a new stay has begun.")
    return act_page(request, case, forms.ResumeForm, actions.resume_stay, name="resume_stay", message=message)


@needs("homecoming.close_case")
@GET_POST
def close_case(request: HttpRequest, case: str) -> HttpResponse:
    message = _("The file is closed.")
    return act_page(request, case, forms.CloseForm, actions.close_case, name="close_case", message=message)
