from collections.abc import Callable
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.rules import needs
from onward.cases.queries import case_for, case_names
from onward.homecoming import actions, queries
from onward.homecoming.forms import (
    ArrivalForm,
    AuthoriseForm,
    BackForm,
    DepartureForm,
    HandoverForm,
    RefuseForm,
    TurnedBackForm,
)
from onward.homecoming.forms.shape import OnwardForm
from onward.homecoming.views.shape import act_page
from onward.ui.writing import written


@needs("homecoming.see_exits")
@require_safe
def exits(request: HttpRequest) -> HttpResponse:
    asked = queries.exits_for(request.actor)  # type: ignore[attr-defined]  # set by access.middleware
    names = case_names([one.stream for one in asked])
    late = queries.exits_late_for(request.actor)  # type: ignore[attr-defined]  # as above
    rows = [{"exit": one, "name": names.get(one.stream, ""), "late": late.get(one.stream)} for one in asked]
    return render(request, "homecoming/exits.html", {"rows": rows})


@needs("homecoming.authorise_exit")
@require_http_methods(["GET", "POST"])
def authorise_exit(request: HttpRequest, case: str) -> HttpResponse:
    return _decide(request, case, AuthoriseForm, actions.authorise_exit, "authorise_exit", _("The exit is authorised."))


@needs("homecoming.refuse_exit")
@require_http_methods(["GET", "POST"])
def refuse_exit(request: HttpRequest, case: str) -> HttpResponse:
    return _decide(request, case, RefuseForm, actions.refuse_exit, "refuse_exit", _("The exit is refused."))


def _decide(
    request: HttpRequest,
    case: str,
    form_class: type[OnwardForm],
    act: Callable[..., object],
    name: str,
    message: str,
) -> HttpResponse:
    """The officer of the custody holder sees the case name, the day and what is asked: nothing else of the file."""
    actor = request.actor  # type: ignore[attr-defined]  # set by access.middleware
    asked = queries.exit_for(actor, case)
    found = case_for(actor, case)
    form = form_class(request.POST or None, actor=actor, case=found, standing=queries.standing_for(actor, case))
    back = reverse("homecoming:exits")
    return written(
        request,
        form,
        partial(act, case=case),
        template=f"homecoming/{name}.html",
        context={"name": found.name, "asked": asked, "back": back},
        done=back,
        message=message,
    )


@needs("homecoming.record_departure")
@require_http_methods(["GET", "POST"])
def record_departure(request: HttpRequest, case: str) -> HttpResponse:
    return act_page(
        request,
        case,
        DepartureForm,
        actions.record_departure,
        name="record_departure",
        message=_("The departure is recorded."),
    )


@needs("homecoming.record_handover")
@require_http_methods(["GET", "POST"])
def record_handover(request: HttpRequest, case: str) -> HttpResponse:
    return act_page(
        request,
        case,
        HandoverForm,
        actions.record_handover,
        name="record_handover",
        message=_("The handover is recorded."),
    )


@needs("homecoming.record_turned_back")
@require_http_methods(["GET", "POST"])
def record_turned_back(request: HttpRequest, case: str) -> HttpResponse:
    return act_page(
        request,
        case,
        TurnedBackForm,
        actions.record_turned_back,
        name="record_turned_back",
        message=_("It is recorded. After a handover, a second person is asked whether it is so."),
    )


@needs("homecoming.confirm_turned_back")
@require_http_methods(["GET", "POST"])
def confirm_turned_back(request: HttpRequest, case: str) -> HttpResponse:
    return act_page(
        request,
        case,
        BackForm,
        actions.confirm_turned_back,
        name="confirm_turned_back",
        message=_("What you said of it is recorded."),
        more=lambda _standing: {"said": queries.said_back(case)},
    )


@needs("homecoming.confirm_arrival")
@require_http_methods(["GET", "POST"])
def confirm_arrival(request: HttpRequest, case: str) -> HttpResponse:
    return act_page(
        request,
        case,
        ArrivalForm,
        actions.confirm_arrival,
        name="confirm_arrival",
        message=_("They have arrived; the stay has ended."),
    )
