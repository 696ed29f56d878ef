"""Locking by whoever sits at this machine, signed in or not."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from onward.access.views.signed_in import is_here
from onward.kit.errors import NotFound
from onward.sealing.locking import lock_soon


@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    """Forget the keys now. Not from another machine: there it would let anybody shut everybody out."""
    if not is_here(request):
        raise NotFound("lock")
    lock_soon(settings.ONWARD_DATA)
    return render(request, "ui/locked.html")
