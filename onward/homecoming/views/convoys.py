"""Convoys: a list and a page for those who lead or travel, and one short page for each act."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.rules import Actor, may, needs
from onward.homecoming import actions, forms, queries
from onward.kit.ids import derived_id
from onward.ui.forms import EntryForm
from onward.ui.writing import written

if TYPE_CHECKING:  # a model is for its own app alone; its type is for everybody
    from onward.homecoming.models import Convoy

GET_POST = require_http_methods(["GET", "HEAD", "POST"])
VERBS = (
    "put_on_convoy",
    "take_off_convoy",
    "tell_travellers",
    "depart_convoy",
    "hand_over_convoy",
    "change_convoy",
    "cancel_convoy",
)


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access.middleware
    return actor


@needs("homecoming.see_convoys")
@require_safe
def see_convoys(request: HttpRequest) -> HttpResponse:
    actor = _actor(request)
    rows = [(convoy, len(queries.seated(convoy.id))) for convoy in queries.convoys_for(actor)]
    led = {convoy.id for convoy, _taken in rows}
    others = [(one, queries.leader_of(one)) for one in queries.convoys_to_hand(actor) if one.id not in led]
    context = {"rows": rows, "others": others, "may_plan": may(actor, "homecoming.plan_convoy")}
    return render(request, "homecoming/convoys.html", context)


@needs("homecoming.see_convoy")
@require_safe
def see_convoy(request: HttpRequest, convoy: str) -> HttpResponse:
    actor = _actor(request)
    found = queries.convoy_for(actor, convoy)
    people = queries.travellers_for(actor, found)
    context = {
        "convoy": found,
        "people": people,
        "leader": queries.leader_of(found),
        "route": queries.route_for(actor, found),
        "free": found.seats - len(people),
        "may": {verb: may(actor, f"homecoming.{verb}") for verb in VERBS},
        "waiting": [one for one in people if one.journey and not one.journey.handed_over_on],
        "untold": [one for one in people if not one.told],
    }
    return render(request, "homecoming/convoy.html", context)


@needs("homecoming.plan_convoy")
@GET_POST
def plan_convoy(request: HttpRequest) -> HttpResponse:
    return written(
        request,
        forms.PlanForm(request.POST or None, actor=_actor(request)),
        actions.plan_convoy,
        template="homecoming/plan_convoy.html",
        context={"back": reverse("homecoming:see_convoys")},
        done=lambda entry: reverse("homecoming:see_convoy", args=[derived_id(entry, "convoy")]),
        message=_("The journey is planned. Give seats to those who travel."),
    )


def _page(
    request: HttpRequest,
    convoy: "Convoy",
    form: EntryForm,
    act: Callable[..., object],
    message: str,
    **more: Any,
) -> HttpResponse:
    back = reverse("homecoming:see_convoy", args=[convoy.id])
    context: Mapping[str, Any] = {"convoy": convoy, "back": back, **more}
    return written(
        request,
        form,
        partial(act, convoy=convoy.id),
        template=f"homecoming/{act.__name__}.html",
        context=context,
        done=back,
        message=message,
    )


@needs("homecoming.change_convoy")
@GET_POST
def change_convoy(request: HttpRequest, convoy: str) -> HttpResponse:
    actor = _actor(request)
    found = queries.convoy_for(actor, convoy)
    route = queries.route_for(actor, found)
    form = forms.ChangeForm(request.POST or None, actor=actor, convoy=found, route=route)
    return _page(request, found, form, actions.change_convoy, _("The plan is changed. Tell those who travel."))


@needs("homecoming.cancel_convoy")
@GET_POST
def cancel_convoy(request: HttpRequest, convoy: str) -> HttpResponse:
    actor = _actor(request)
    found = queries.convoy_for(actor, convoy)
    form = forms.CancelForm(request.POST or None, actor=actor)
    message = _("The journey is called off, and every seat is given back.")
    return _page(request, found, form, actions.cancel_convoy, message)


@needs("homecoming.hand_convoy")
@GET_POST
def hand_convoy(request: HttpRequest, convoy: str) -> HttpResponse:
    """Not through the convoy's own page: whoever names a leader learns neither day nor route by it."""
    actor = _actor(request)
    queries.convoy_to_hand(actor, convoy)
    back = reverse("homecoming:see_convoys")
    return written(
        request,
        forms.HandForm(request.POST or None, actor=actor),
        partial(actions.hand_convoy, convoy=convoy),
        template="homecoming/hand_convoy.html",
        context={"back": back},
        done=back,
        message=_("Somebody else leads it now."),
    )


@needs("homecoming.put_on_convoy")
@GET_POST
def put_on_convoy(request: HttpRequest, convoy: str) -> HttpResponse:
    actor = _actor(request)
    found = queries.convoy_for(actor, convoy)
    people = [(one.case.id, one.case.name) for one in queries.ready_for(actor)]
    form = forms.SeatsForm(request.POST or None, actor=actor, people=people)
    free = found.seats - len(queries.seated(convoy))
    return _page(request, found, form, actions.put_on_convoy, _("They have their seats."), free=free, some=bool(people))


def _seated(request: HttpRequest, convoy: str) -> "tuple[Convoy, list[tuple[str, str]]]":
    actor = _actor(request)
    found = queries.convoy_for(actor, convoy)
    return found, [(one.case, one.name) for one in queries.travellers_for(actor, found)]


@needs("homecoming.take_off_convoy")
@GET_POST
def take_off_convoy(request: HttpRequest, convoy: str) -> HttpResponse:
    found, people = _seated(request, convoy)
    form = forms.TakeOffForm(request.POST or None, actor=_actor(request), people=people)
    return _page(request, found, form, actions.take_off_convoy, _("Their seats are free again."))


@needs("homecoming.tell_travellers")
@GET_POST
def tell_travellers(request: HttpRequest, convoy: str) -> HttpResponse:
    found, people = _seated(request, convoy)
    form = forms.TellForm(request.POST or None, actor=_actor(request), people=people)
    return _page(request, found, form, actions.tell_travellers, _("It is recorded; their own pages show it now."))


@needs("homecoming.depart_convoy")
@GET_POST
def depart_convoy(request: HttpRequest, convoy: str) -> HttpResponse:
    actor = _actor(request)
    found = queries.convoy_for(actor, convoy)
    people = queries.travellers_for(actor, found)
    form = forms.DepartConvoyForm(request.POST or None, actor=actor, people=people)
    return _page(request, found, form, actions.depart_convoy, _("The departure of each is recorded."), people=people)


@needs("homecoming.hand_over_convoy")
@GET_POST
def hand_over_convoy(request: HttpRequest, convoy: str) -> HttpResponse:
    found, seated = _seated(request, convoy)
    waiting = {journey.stream for journey in queries.not_handed_over(convoy)}
    people = [(case, name) for case, name in seated if case in waiting]
    initial = {"receiver": found.receiver, "receipt": queries.receipt_code(convoy)}
    form = forms.HandOverConvoyForm(request.POST or None, actor=_actor(request), people=people, initial=initial)
    return _page(request, found, form, actions.hand_over_convoy, _("The handover of each is recorded."))


@needs("homecoming.see_handover_sheet")
@require_safe
def see_handover_sheet(request: HttpRequest, convoy: str) -> HttpResponse:
    actor = _actor(request)
    found = queries.convoy_for(actor, convoy)
    context = {
        "convoy": found,
        "lines": queries.sheet_for(actor, found),
        "receipt": queries.receipt_code(found.id),
    }
    return render(request, "homecoming/handover_sheet.html", context)
