from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from onward.access.rules import needs
from onward.homecoming import actions
from onward.homecoming.forms import DeterminationForm, PathwayForm, StepForm
from onward.homecoming.queries import suggestion_for
from onward.homecoming.views.shape import act_page


@needs("homecoming.choose_pathway")
@require_http_methods(["GET", "POST"])
def choose_pathway(request: HttpRequest, case: str) -> HttpResponse:
    return act_page(
        request,
        case,
        PathwayForm,
        actions.choose_pathway,
        name="choose_pathway",
        message=_("They are on this way from that day."),
        more=lambda standing: {"suggested": suggestion_for(standing)},
    )


@needs("homecoming.record_step")
@require_http_methods(["GET", "POST"])
def record_step(request: HttpRequest, case: str) -> HttpResponse:
    return act_page(
        request, case, StepForm, actions.record_step, name="record_step", message=_("How the step stands is recorded.")
    )


@needs("homecoming.determine_best_interests")
@require_http_methods(["GET", "POST"])
def determine_best_interests(request: HttpRequest, case: str) -> HttpResponse:
    return act_page(
        request,
        case,
        DeterminationForm,
        actions.determine_best_interests,
        name="determine_best_interests",
        message=_("What you found best is recorded."),
    )
