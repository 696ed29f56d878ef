"""Addresses that refuse in every way, for the tests of the pages that say so."""

from django.http import HttpResponse
from django.urls import path

from onward.config.urls import handler400, handler403, handler404, handler500, urlpatterns
from onward.kit.errors import NotAllowed, NotFound, Outdated, RuleBroken

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def refuse(error):
    def view(request):
        raise error

    return view


urlpatterns = [
    path("fine", lambda _: HttpResponse("fine"), name="fine"),
    path("not-found", refuse(NotFound("Amina Canary"))),
    path("not-allowed", refuse(NotAllowed("cases.see_case"))),
    path("rule-broken", refuse(RuleBroken("A family is not parted."))),
    path("outdated", refuse(Outdated())),
    path("broken", refuse(ValueError("Amina Canary"))),
    path("posted", lambda _: HttpResponse("posted")),
    *urlpatterns,
]
