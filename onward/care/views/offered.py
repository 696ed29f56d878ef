"""What a site offers, on a page that prints on one sheet."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from onward.access.rules import Actor, may, needs
from onward.care import actions, forms, queries
from onward.care.views.shape import write
from onward.places.queries import site_for
from onward.ui.writing import written


@needs("care.see_services")
@require_safe
def see_services(request: HttpRequest, site: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    context = {
        "site": site_for(actor, site),
        "services": queries.services_said(site),
        "offers": may(actor, "care.offer_service"),
    }
    return render(request, "care/see_services.html", context)


@needs("care.offer_service")
@write
def offer_service(request: HttpRequest, site: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found, back = site_for(actor, site), reverse("care:see_services", args=[site])
    return written(
        request,
        forms.OfferServiceForm(request.POST or None, actor=actor),
        partial(actions.offer_service, site=site),
        template="care/offer_service.html",
        context={"site": found, "back": back},
        done=back,
        message=_("It stands on the sheet from now on."),
    )


@needs("care.change_service")
@write
def change_service(request: HttpRequest, service: str) -> HttpResponse:
    """Other hours, another place, somebody else to ask."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = queries.service_for(actor, service)
    back = reverse("care:see_services", args=[found.stream])
    names = ("name", "sort", "hours", "where", "contact", "women")
    return written(
        request,
        forms.OfferServiceForm(
            request.POST or None, actor=actor, initial={name: getattr(found, name) for name in names}
        ),
        partial(actions.change_service, service=found.id),
        template="care/change_service.html",
        context={"service": found, "back": back},
        done=back,
        message=_("The sheet says so from now on."),
    )


@needs("care.end_service")
@write
def end_service(request: HttpRequest, service: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = queries.service_for(actor, service)
    back = reverse("care:see_services", args=[found.stream])
    return written(
        request,
        forms.EndServiceForm(request.POST if request.method == "POST" else None, actor=actor),
        partial(actions.end_service, service=service),
        template="care/end_service.html",
        context={"service": found, "back": back},
        done=back,
        message=_("It is no longer on the sheet."),
    )
