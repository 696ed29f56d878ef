"""Organisations, sites, blocks and places: seeing, founding and changing them."""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.rules import Actor, may, needs
from onward.journal.reading import version
from onward.kit.ids import derived_id
from onward.places import actions, queries
from onward.places.forms import BlockForm, ChangeBlockForm, OrganisationForm, SiteForm
from onward.places.rules import MEANT_FOR, ORGANISATION_KINDS, SITE_KINDS
from onward.ui.writing import written

writes = require_http_methods(["GET", "HEAD", "POST"])


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access.views.signed_in
    return actor


@needs("places.see_places")
@require_safe
def see_places(request: HttpRequest) -> HttpResponse:
    """Who takes part, each beneath its umbrella, and the sites within reach."""
    actor = _actor(request)
    tree = queries.organisation_tree_for(actor)
    names = {organisation.id: organisation.name for _depth, organisation in tree}
    capacities = queries.capacities_for(actor)
    sites = [
        {
            "site": site,
            "kind": SITE_KINDS.get(site.kind, site.kind),
            "run_by": names.get(site.organisation, ""),
            "places": capacities.get(site.id, 0),
        }
        for site in queries.sites_for(actor)
    ]
    organisations = [
        {
            "organisation": organisation,
            "above": names.get(organisation.parent, ""),
            "kind": ORGANISATION_KINDS.get(organisation.kind, ""),
        }
        for _depth, organisation in tree
    ]
    context = {
        "organisations": organisations,
        "sites": sites,
        "may_found": may(actor, "places.add_site"),
    }
    return render(request, "places/see_places.html", context)


@needs("places.see_places")
@require_safe
def see_site(request: HttpRequest, site: str) -> HttpResponse:
    """One site: its blocks, each with its places."""
    actor = _actor(request)
    found = queries.site_for(actor, site)
    places = queries.places_for(actor, site, closed=True)
    blocks = [
        {
            "block": block,
            "meant_for": MEANT_FOR.get(block.meant_for, ""),
            "places": [place for place in places if place.block == block.id and place.number <= block.places],
        }
        for block in queries.blocks_for(actor, site)
    ]
    context = {
        "site": found,
        "kind": SITE_KINDS.get(found.kind, ""),
        "run_by": queries.names_of([found.organisation]).get(found.organisation, ""),
        "blocks": blocks,
        "open": sum(place.is_open for place in places),
        "may_change_site": may(actor, "places.change_site"),
        "may_add_block": may(actor, "places.add_block"),
    }
    return render(request, "places/see_site.html", context)


@needs("places.add_organisation")
@writes
def add_organisation(request: HttpRequest) -> HttpResponse:
    """Add an organisation."""
    return written(
        request,
        OrganisationForm(request.POST or None, actor=_actor(request)),
        actions.add_organisation,
        template="places/add_organisation.html",
        context={"back": reverse("places:see_places")},
        done=reverse("places:see_places"),
        message=_("The organisation is added."),
    )


@needs("places.change_organisation")
@writes
def change_organisation(request: HttpRequest, organisation: str) -> HttpResponse:
    """Change what an organisation is called, what it answers to, whom to ask there."""
    actor = _actor(request)
    found = queries.organisation_for(actor, organisation)
    fields = ("name", "kind", "parent", "contact_office", "contact_name")
    return written(
        request,
        OrganisationForm(
            request.POST or None,
            actor=actor,
            but=organisation,
            version=version(organisation),
            initial={field: getattr(found, field) for field in fields},
        ),
        _told(request, partial(actions.change_organisation, organisation=organisation)),
        template="places/change_organisation.html",
        context={"organisation": found, "back": reverse("places:see_places"), **_asked(organisation)},
        done=reverse("places:see_places"),
    )


def _asked(stream: str) -> dict[str, object]:
    """What waits there for a second person, in words."""
    asked = queries.loosening_of(stream)
    return {"asked": asked, "above": queries.names_of([asked.above]).get(asked.above, "") if asked else ""}


def _told(request: HttpRequest, act: Callable[..., bool]) -> Callable[..., None]:
    """The action, and whether what was said holds or waits for a second person."""

    def acted(*said: object, **more: object) -> None:
        if act(*said, **more):
            messages.success(request, _("Saved."))
        else:
            messages.info(request, _("Nothing has changed yet: somebody of another organisation has to say the same."))

    return acted


@needs("places.add_site")
@writes
def add_site(request: HttpRequest) -> HttpResponse:
    """Add a site; then its blocks."""
    return written(
        request,
        SiteForm(request.POST or None, actor=_actor(request)),
        actions.add_site,
        template="places/add_site.html",
        context={"back": reverse("places:see_places")},
        done=lambda entry: reverse("places:see_site", args=[derived_id(entry, "site")]),
        message=_("The site is added. Add its blocks, so that people can be given a place."),
    )


@needs("places.change_site")
@writes
def change_site(request: HttpRequest, site: str) -> HttpResponse:
    """Change what a site is called, what it is, who runs it."""
    actor = _actor(request)
    found = queries.site_for(actor, site)
    back = reverse("places:see_site", args=[site])
    initial = {"name": found.name, "kind": found.kind, "organisation": found.organisation}
    return written(
        request,
        SiteForm(request.POST or None, actor=actor, version=version(site), initial=initial),
        _told(request, partial(actions.change_site, site=site)),
        template="places/change_site.html",
        context={"site": found, "back": back, **_asked(site)},
        done=back,
    )


@needs("places.add_block")
@writes
def add_block(request: HttpRequest, site: str) -> HttpResponse:
    """Add a block with its places."""
    actor = _actor(request)
    found = queries.site_for(actor, site)
    back = reverse("places:see_site", args=[site])
    return written(
        request,
        BlockForm(request.POST or None, actor=actor),
        partial(actions.add_block, site=site),
        template="places/add_block.html",
        context={"site": found, "back": back},
        done=back,
        message=_("The block is added."),
    )


@needs("places.change_block")
@writes
def change_block(request: HttpRequest, block: str) -> HttpResponse:
    """Change a block: its name, whom it is meant for, its places and those out of use."""
    actor = _actor(request)
    found = queries.block_for(actor, block)
    back = reverse("places:see_site", args=[found.site])
    fields = ("name", "meant_for", "places", "out_of_use", "accessible")
    initial = {field: getattr(found, field) for field in fields}
    return written(
        request,
        ChangeBlockForm(request.POST or None, actor=actor, version=version(found.site), initial=initial),
        partial(actions.change_block, block=block),
        template="places/change_block.html",
        context={"found": found, "back": back},
        done=back,
        message=_("Saved."),
    )
