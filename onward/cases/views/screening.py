"""That a screening began, and that it ended."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from onward.access.rules import Actor, needs
from onward.cases import actions
from onward.cases.forms import BeginScreeningForm, EndScreeningForm
from onward.cases.queries import case_for, screening_for
from onward.cases.views.filing import filed, writes


@needs("cases.begin_screening")
@writes
def begin_screening(request: HttpRequest, case: str) -> HttpResponse:
    """Who screens, since when."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    file = case_for(actor, case)
    form = BeginScreeningForm(request.POST or None, actor=actor, case=file, version=file.version)
    return filed(request, file, form, actions.begin_screening, message=_("Noted."))


@needs("cases.end_screening")
@writes
def end_screening(request: HttpRequest, case: str, screening: str) -> HttpResponse:
    """When it ended, and with which code."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    file, found = case_for(actor, case), screening_for(actor, case, screening)
    form = EndScreeningForm(request.POST or None, actor=actor, version=file.version)
    act = partial(actions.end_screening, screening=found.id)
    return filed(request, file, form, act, message=_("Noted: the screening has ended."), screening=found)
