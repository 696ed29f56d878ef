"""The pages that keep people safe: whom they are kept apart from, who cares for a child."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.rules import Actor, may, needs
from onward.cases.queries import case_for, case_names, check_opens
from onward.journal.compartments import LEGAL
from onward.places.queries import destinations_for
from onward.shelter import actions, forms, queries
from onward.ui.writing import written

write = require_http_methods(["GET", "HEAD", "POST"])


@needs("shelter.see_apart")
@require_safe
def see_apart(request: HttpRequest, case: str) -> HttpResponse:
    """From whom a resident is kept apart, for whoever may know."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = case_for(actor, case)
    shown = {
        "case": found,
        "kept": queries.kept_apart_for(actor, found),
        "keeps": may(actor, "shelter.keep_apart") and found.ended_on is None,
        "ends": may(actor, "shelter.end_keeping_apart"),
    }
    return render(request, "shelter/see_apart.html", shown)


@needs("shelter.keep_apart")
@write
def keep_apart(request: HttpRequest, case: str) -> HttpResponse:
    """Keep a resident apart from another one, or from a threat outside."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = case_for(actor, case)
    check_opens(actor, found, LEGAL)
    back = reverse("shelter:see_apart", args=[case])
    sites = [(site.id, site.name) for site in destinations_for(actor) if site.kind != "office"]
    return written(
        request,
        forms.KeepApartForm(request.POST or None, actor=actor, sites=sites),
        partial(actions.keep_apart, case=case),
        template="shelter/keep_apart.html",
        context={"case": found, "back": back},
        done=back,
        message=_("They are kept apart from now on."),
    )


@needs("shelter.end_keeping_apart")
@write
def end_keeping_apart(request: HttpRequest, apart: str) -> HttpResponse:
    """Say that they need not be kept apart any more."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = queries.apart_for(actor, apart)
    back = reverse("shelter:see_apart", args=[found.stream])
    return written(
        request,
        forms.EndKeepingApartForm(request.POST or None, actor=actor),
        partial(actions.end_keeping_apart, apart=apart),
        template="shelter/end_keeping_apart.html",
        context={"case": case_for(actor, found.stream), "back": back},
        done=back,
        message=_("They are not kept apart any more."),
    )


@needs("shelter.arrange_care")
@write
def arrange_care(request: HttpRequest, case: str) -> HttpResponse:
    """Say who cares for a child that is alone."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = case_for(actor, case)
    care = queries.care_for(actor, found)
    back = reverse("desk:case", args=[case])
    return written(
        request,
        forms.ArrangeCareForm(request.POST or None, actor=actor),
        partial(actions.arrange_care, case=case),
        template="shelter/arrange_care.html",
        context=lambda: {
            "case": found,
            "care": care,
            "carer": case_names([care.carer]).get(care.carer, "") if care else "",
            "back": back,
        },
        done=back,
        message=_("Interim care is arranged."),
    )
