"""A resident asks that everything written about them be erased, or takes that back."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from onward.access.rules import Actor, needs
from onward.door.forms import AskOwnErasureForm, TakeBackErasureForm
from onward.door.queries import keeping_page
from onward.door.views.entering import at_the_door
from onward.erasure import actions
from onward.journal.keyring import COPIES_DAYS
from onward.ui.writing import written


@at_the_door
@needs("erasure.ask_own_erasure")
@require_http_methods(["GET", "HEAD", "POST"])
def ask_own_erasure(request: HttpRequest) -> HttpResponse:
    """Ask for it, and read what it means."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    return written(
        request,
        AskOwnErasureForm(request.POST if request.method == "POST" else None, actor=actor),
        actions.ask_own_erasure,
        template="door/ask_own_erasure.html",
        context=lambda: {"keeping": keeping_page(actor), "rules": settings.KEEPING, "copies": COPIES_DAYS},
        done=reverse("door:ask_own_erasure"),
        message=_("You asked for it. Somebody will speak with you alone before anything happens."),
    )


@at_the_door
@needs("erasure.take_back_erasure")
@require_http_methods(["GET", "HEAD", "POST"])
def take_back_erasure(request: HttpRequest) -> HttpResponse:
    """Take it back: the file stays."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    return written(
        request,
        TakeBackErasureForm(request.POST if request.method == "POST" else None, actor=actor),
        actions.take_back_erasure,
        template="door/take_back_erasure.html",
        context=lambda: {"keeping": keeping_page(actor)},
        done=reverse("door:see_way"),
        message=_("You took it back. Everything stays as it is."),
    )
