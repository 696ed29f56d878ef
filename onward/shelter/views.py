"""The pages of shelter: the board of a site, a place for somebody, and people on the road."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.rules import Actor, may, needs
from onward.cases.queries import case_for
from onward.places.queries import destinations_for, sites_for
from onward.shelter import actions, forms, queries
from onward.ui.writing import written

write = require_http_methods(["GET", "HEAD", "POST"])


@needs("shelter.see_board")
@require_safe
def boards(request: HttpRequest) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    sites = [site for site in sites_for(actor) if site.kind != "office"]
    if len(sites) == 1:
        return redirect("shelter:board", site=sites[0].id)
    return render(request, "shelter/boards.html", {"sites": sites})


@needs("shelter.see_board")
@require_safe
def board(request: HttpRequest, site: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    shown = {
        "board": queries.board_for(actor, site),
        "gives": may(actor, "shelter.assign_place"),
        "sends": may(actor, "shelter.see_transfers"),
    }
    return render(request, "shelter/board.html", shown)


@needs("shelter.see_board")
@require_safe
def block(request: HttpRequest, block: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found, site, lodgers = queries.lodgers_for(actor, block)
    gives = may(actor, "shelter.assign_place")
    return render(request, "shelter/block.html", {"shown": found, "site": site, "lodgers": lodgers, "gives": gives})


@needs("shelter.assign_place")
@write
def assign_place(request: HttpRequest, case: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = case_for(actor, case)
    family, companions = queries.party_of(found)
    beside = set(request.GET.getlist("with"))
    people = [*family, *(companion for companion in companions if companion.id in beside)]
    offers = queries.offers_for(actor, people)
    chosen = next((o for o in offers if o.block == request.GET.get("block")), offers[0] if offers else None)
    form = forms.AssignPlaceForm(
        request.POST or None,
        actor=actor,
        version=found.version,
        people=[(person.id, person.name, person.place) for person in people],
        free=chosen.free if chosen else [],
        known=queries.places_of(actor, found.site),
    )
    return written(
        request,
        form,
        actions.assign_place,
        template="shelter/assign_place.html",
        context={
            "case": found,
            "people": people,
            "family": family,
            "companions": companions,
            "beside": beside,
            "offers": offers,
            "chosen": chosen,
            "back": reverse("shelter:board", args=[found.site]),
        },
        done=reverse("shelter:board", args=[found.site]),
        message=_("The place is theirs.") if len(people) == 1 else _("The places are theirs."),
    )


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
