"""The pages of a site: its board, a block, one place, and places that are held."""

from functools import partial
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.rules import Actor, may, needs
from onward.cases.queries import case_for
from onward.kit.errors import NotFound
from onward.places.queries import block_for, sites_for
from onward.places.rules import MEANT_FOR
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
    """The board; with `for`, a place is chosen on it for somebody."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    chosen = queries.Wanted(*(request.GET.get(name, "")[:32] for name in ("block", "meant_for", "show")))
    gives = may(actor, "shelter.assign_place")
    housed = request.GET.get("for", "")[:32] if gives else ""
    shown = {
        "board": queries.board_for(actor, site, chosen),
        "chosen": chosen,
        "kinds": MEANT_FOR,
        "housed": case_for(actor, housed) if housed else None,
        "gives": gives,
        "sends": may(actor, "shelter.see_transfers"),
        "measures": may(actor, "shelter.see_standards"),
        "looks": may(actor, "shelter.take_roster"),
        "safety": may(actor, "shelter.see_safety"),
    }
    return render(request, "shelter/board.html", shown)


@needs("shelter.see_board")
@require_safe
def block(request: HttpRequest, block: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    page = request.GET.get("page", "")
    found = queries.lodgers_for(actor, block, page=int(page) if page.isascii() and page.isdigit() else 1)
    shown = {
        "shown": found.block,
        "site": found.site,
        "lodgers": found.lodgers,
        "newer": f"?page={found.page - 1}" if found.page > 1 else "",
        "older": f"?page={found.page + 1}" if found.page < found.pages else "",
        "gives": may(actor, "shelter.assign_place"),
        "holds": may(actor, "shelter.hold_places"),
    }
    return render(request, "shelter/block.html", shown)


@needs("shelter.see_board")
@require_safe
def place(request: HttpRequest, block: str) -> HttpResponse:
    """One place of a block, by its number (`n`); where it was picked for somebody (`for`), the form that gives it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    number = request.GET.get("n", "")
    if not (number.isascii() and number.isdigit()):
        return redirect("shelter:block", block=block_for(actor, block).id)
    found = queries.place_shown(actor, block, int(number[:9]))
    gives = may(actor, "shelter.assign_place")
    if gives and (housed := request.GET.get("for", "")[:32]):
        form = reverse("shelter:assign_place", args=[case_for(actor, housed).id])
        return redirect(f"{form}?{urlencode({'place': found.id})}")
    shown = {
        "place": found,
        "waiting": queries.waiting_for_place(actor, found.site) if gives and found.state in ("free", "held") else [],
        "holds": may(actor, "shelter.hold_places"),
        "gives": gives,
    }
    return render(request, "shelter/place.html", shown)


@needs("shelter.hold_places")
@write
def hold_places(request: HttpRequest, block: str) -> HttpResponse:
    """Hold free places of a block."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = block_for(actor, block)
    back = reverse("shelter:block", args=[found.id])
    form = forms.HoldPlacesForm(
        request.POST or None,
        actor=actor,
        free=queries.free_in(actor, block),
        people=queries.may_be_held_for(actor, found.site),
        picked=request.GET.get("place", "")[:32],
    )
    return written(
        request,
        form,
        partial(actions.hold_places, block=found.id),
        template="shelter/hold_places.html",
        context={"found": found, "back": back},
        done=back,
        message=_("Held. After that day they are free by themselves."),
    )


@needs("shelter.release_place")
@write
def release_place(request: HttpRequest, place: str) -> HttpResponse:
    """Hold a place no longer."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    site, name, hold = queries.hold_for(actor, place)
    if hold is None and request.method != "POST":
        raise NotFound(place)
    back = reverse("shelter:board", args=[site])
    return written(
        request,
        forms.ReleasePlaceForm(request.POST or None, actor=actor),
        partial(actions.release_place, place=place),
        template="shelter/release_place.html",
        context={"name": name, "hold": hold, "back": back},
        done=back,
        message=_("The place is free."),
    )
