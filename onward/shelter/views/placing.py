"""A place for somebody."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from onward.access.rules import Actor, needs
from onward.cases.queries import case_for
from onward.shelter import actions, forms, queries
from onward.ui.writing import written

write = require_http_methods(["GET", "HEAD", "POST"])


@needs("shelter.assign_place")
@write
def assign_place(request: HttpRequest, case: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = case_for(actor, case)
    family, companions = queries.party_of(found)
    beside = set(request.GET.getlist("with"))
    people = [*family, *(companion for companion in companions if companion.id in beside)]
    picked = request.GET.get("place", "")[:32]
    offers = queries.offers_for(actor, people, picked=picked)
    chosen = _chosen(offers, picked, request.GET.get("block", ""))
    form = forms.AssignPlaceForm(
        request.POST or None,
        actor=actor,
        version=found.version,
        people=[(person.id, person.name, person.place) for person in people],
        free=chosen.free if chosen else [],
        known=queries.places_of(actor, found.site),
        knows=queries.knows_all(actor, people),
        kin=len(family) > 1,
        picked=picked,
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


def _chosen(offers: list[queries.Offer], picked: str, block: str) -> queries.Offer | None:
    """The block of the place that was picked, else the one that was asked for, else the first."""
    wanted = (o for o in offers if picked in {bed.id for bed in o.free} or (o.block == block and not picked))
    return next(wanted, offers[0] if offers else None)
