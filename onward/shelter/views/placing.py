"""The pages of a site: its board, a block, a place for somebody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.rules import Actor, may, needs
from onward.cases.queries import case_for
from onward.places.queries import sites_for
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
        "measures": may(actor, "shelter.see_standards"),
        "looks": may(actor, "shelter.take_roster"),
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
        knows=queries.knows_all(actor, people),
        kin=len(family) > 1,
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
