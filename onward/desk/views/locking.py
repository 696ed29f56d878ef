"""Locking, from any page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from onward.access.rules import needs
from onward.desk import actions


@needs("desk.lock")
@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    """Forget the keys now; the way back is the passphrase."""
    actions.lock(request.actor)  # type: ignore[attr-defined]  # set by access
    return render(request, "ui/locked.html")
