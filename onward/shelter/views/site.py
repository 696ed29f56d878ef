"""The pages of safety: what oversight looks at, incidents, and what a site should have."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.rules import Actor, may, needs
from onward.cases.queries import sheet_asked
from onward.kit.dates import today
from onward.places.queries import blocks_for
from onward.shelter import actions, forms, queries
from onward.ui.writing import written

write = require_http_methods(["GET", "HEAD", "POST"])


@needs("shelter.see_safety")
@require_safe
def see_safety(request: HttpRequest) -> HttpResponse:
    """Incidents, for whoever may read them, and rules of housing that somebody set aside."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    sites = queries.open_sites(actor)
    shown = {
        "incidents": queries.incidents_for(actor),
        "counts": queries.incident_counts(actor),
        "overrides": queries.overrides_for(actor),
        "sites": sites if may(actor, "shelter.record_incident") else [],
        "follows": may(actor, "shelter.follow_incident"),
        "reads": bool(sites),
        "astray": queries.in_no_place(),
        "astray_people": queries.astray_for(actor),
        "today": today(),
    }
    return render(request, "shelter/see_safety.html", shown)


@needs("shelter.record_incident")
@write
def record_incident(request: HttpRequest, site: str) -> HttpResponse:
    """Record that somebody was unsafe at a site."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = queries.incident_site(actor, site)
    blocks = [(block.id, block.name) for block in blocks_for(actor, site)]
    back = reverse("shelter:see_safety")
    paper = sheet_asked(actor, request.GET.get("paper", ""), request.GET.get("on", ""), sort="incident", site=found.id)
    told = {"entry": paper.entry, "on": paper.on} if paper else None
    return written(
        request,
        forms.RecordIncidentForm(request.POST or None, actor=actor, blocks=blocks, initial=told),
        partial(actions.record_incident, site=site),
        template="shelter/record_incident.html",
        context={"site": found, "back": back, "paper": paper},
        done=back,
        message=_("Recorded. You look at it again on that day."),
    )


@needs("shelter.follow_incident")
@write
def follow_incident(request: HttpRequest, incident: str) -> HttpResponse:
    """Say what was done about an incident since."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = queries.incident_for(actor, incident)
    back = reverse("shelter:see_safety")
    return written(
        request,
        forms.FollowIncidentForm(request.POST or None, actor=actor),
        partial(actions.follow_incident, incident=incident),
        template="shelter/follow_incident.html",
        context={"incident": found, "back": back},
        done=back,
        message=_("Noted."),
    )


@needs("shelter.see_standards")
@require_safe
def see_standards(request: HttpRequest, site: str) -> HttpResponse:
    """What was measured at a site, beside the norm for it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found, people, table = queries.standards_for(actor, site)
    shown = {"site": found, "people": people, "table": table, "notes": may(actor, "shelter.note_measure")}
    return render(request, "shelter/see_standards.html", shown)


@needs("shelter.note_measure")
@write
def note_measure(request: HttpRequest, site: str) -> HttpResponse:
    """Note what was measured at a site."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = queries.standards_for(actor, site)[0]
    back = reverse("shelter:see_standards", args=[site])
    return written(
        request,
        forms.NoteMeasureForm(request.POST or None, actor=actor),
        partial(actions.note_measure, site=site),
        template="shelter/note_measure.html",
        context={"site": found, "back": back},
        done=back,
        message=_("Noted."),
    )
