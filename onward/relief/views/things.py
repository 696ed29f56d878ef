"""What a site gives out, by which rules, and how many."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.rules import Actor, may, needs
from onward.kit.dates import today
from onward.places.queries import site_for, sites_for
from onward.relief import actions, forms, queries
from onward.ui.writing import written

GET_POST = require_http_methods(["GET", "HEAD", "POST"])
VERBS = ("add_thing", "change_thing", "end_thing", "serve_thing", "find_person", "see_counts", "see_exceptions")


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    return actor


@needs("relief.see_things")
@require_safe
def see_things(request: HttpRequest) -> HttpResponse:
    """What each site in reach gives out today."""
    actor, day = _actor(request), today()
    sites = [site for site in sites_for(actor) if site.kind != "office"]
    context = {
        "shown": [(site, queries.offered_at(site.id, day=day)) for site in sites],
        "may": {verb: may(actor, f"relief.{verb}") for verb in VERBS},
    }
    return render(request, "relief/see_things.html", context)


@needs("relief.add_thing")
@GET_POST
def add_thing(request: HttpRequest, site: str) -> HttpResponse:
    """Something more that a site gives out."""
    actor = _actor(request)
    found, back = site_for(actor, site), reverse("relief:see_things")
    return written(
        request,
        forms.ThingForm(request.POST or None, actor=actor, others=queries.things_at(found.id)),
        partial(actions.add_thing, site=found.id),
        template="relief/add_thing.html",
        context={"site": found, "back": back},
        done=back,
        message=_("It is given out from now on."),
    )


@needs("relief.change_thing")
@GET_POST
def change_thing(request: HttpRequest, thing: str) -> HttpResponse:
    """Other rules for it."""
    actor = _actor(request)
    found, back = queries.thing_for(actor, thing), reverse("relief:see_things")
    form = forms.ThingForm(
        request.POST or None,
        actor=actor,
        version=found.version,
        others=queries.things_at(found.site),
        thing=found,
    )
    return written(
        request,
        form,
        partial(actions.change_thing, thing=found.id),
        template="relief/change_thing.html",
        context={"thing": found, "back": back, "ends": may(actor, "relief.end_thing")},
        done=back,
        message=_("The rules are changed."),
    )


@needs("relief.end_thing")
@GET_POST
def end_thing(request: HttpRequest, thing: str) -> HttpResponse:
    """It is given out no longer."""
    actor = _actor(request)
    found, back = queries.thing_for(actor, thing), reverse("relief:see_things")
    return written(
        request,
        forms.SureForm(request.POST or None, actor=actor),
        partial(actions.end_thing, thing=found.id),
        template="relief/end_thing.html",
        context={"thing": found, "back": back},
        done=back,
        message=_("It is not given out any more."),
    )


@needs("relief.see_counts")
@require_safe
def see_counts(request: HttpRequest, site: str) -> HttpResponse:
    """How many were given on each day: for those who order food."""
    counts = queries.counts_for(_actor(request), site, day=today())
    return render(request, "relief/see_counts.html", {"counts": counts})


@needs("relief.see_exceptions")
@require_safe
def see_exceptions(request: HttpRequest) -> HttpResponse:
    """What help desks gave though a rule said no."""
    return render(request, "relief/see_exceptions.html", {"given": queries.exceptions_for(_actor(request))})
