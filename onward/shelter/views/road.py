"""The pages of people on the road: sent, received, called off."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.rules import Actor, may, needs
from onward.places.queries import destinations_for
from onward.shelter import actions, forms, queries
from onward.ui.writing import written

write = require_http_methods(["GET", "HEAD", "POST"])


@needs("shelter.see_transfers")
@require_safe
def transfers(request: HttpRequest) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    before = request.GET.get("before", "")[:32]
    under_way, ended = queries.transfers_for(actor, before=before)
    receives = may(actor, "shelter.receive_transfer")
    shown = {
        "under_way": under_way,
        "ended": ended,
        "before": before,
        "older": ended[-1].id if len(ended) >= queries.ENDED_SHOWN else "",
        "on_the_road": sum(len(group.under_way) for group in under_way),
        "late": sum(len(group.under_way) for group in under_way if group.late),
        "in_no_place": queries.in_no_place(),
        "sends": may(actor, "shelter.send_transfer"),
        "receives": receives,
        "next": next((group.id for group in under_way if receives and group.to_me), ""),
        "cancels": may(actor, "shelter.cancel_transfer"),
    }
    return render(request, "shelter/transfers.html", shown)


@needs("shelter.send_transfer")
@write
def send_transfer(request: HttpRequest) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    case = request.GET.get("case", "")[:32]
    people = queries.candidates_for(actor, case)
    form = forms.SendTransferForm(
        request.POST or None,
        actor=actor,
        people=people,
        chosen=bool(case),
        sites=[(site.id, site.name) for site in destinations_for(actor) if site.kind != "office"],
    )
    done = reverse("shelter:transfers")
    return written(
        request,
        form,
        actions.send_transfer,
        template="shelter/send_transfer.html",
        context={"back": done, "nobody": not people},
        done=done,
        message=_("They are on their way. Until the other end signs, you answer for them."),
    )


@needs("shelter.receive_transfer")
@write
def receive_transfer(request: HttpRequest, group: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = queries.group_for(actor, group)
    form = forms.ReceiveTransferForm(
        request.POST or None,
        actor=actor,
        people=[(person.case, person.name) for person in found.under_way],
        known={person.case for person in found.people},
    )
    return written(
        request,
        form,
        partial(actions.receive_transfer, group=group),
        template="shelter/receive_transfer.html",
        context={"group": found, "back": reverse("shelter:transfers")},
        done=reverse("shelter:board", args=[found.to_id]),
        message=_("Received. Your site answers for them now; give them a place."),
    )


@needs("shelter.cancel_transfer")
@write
def cancel_transfer(request: HttpRequest, group: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = queries.group_for(actor, group)
    form = forms.CancelTransferForm(
        request.POST or None,
        actor=actor,
        people=[(person.case, person.name) for person in found.under_way],
        known={person.case for person in found.people},
    )
    done = reverse("shelter:transfers")
    return written(
        request,
        form,
        partial(actions.cancel_transfer, group=group),
        template="shelter/cancel_transfer.html",
        context={"group": found, "back": done},
        done=done,
        message=_("Called off. They count where they were."),
    )
