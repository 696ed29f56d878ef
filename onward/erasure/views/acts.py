"""One short page for each act about keeping or erasing a file."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from onward.access.rules import Actor, needs
from onward.erasure import actions, forms
from onward.erasure.queries import file_for, keeping_of, open_request
from onward.journal.keyring import COPIES_DAYS
from onward.ui.forms import EntryForm
from onward.ui.writing import written

writes = require_http_methods(["GET", "HEAD", "POST"])


@needs("erasure.ask_erasure")
@writes
def ask_erasure(request: HttpRequest, case: str) -> HttpResponse:
    """Ask that it be erased."""
    message = _("It is asked. A second person, of another organisation, decides.")
    return _page(request, case, forms.AskErasureForm, actions.ask_erasure, message=message)


@needs("erasure.confirm_erasure")
@writes
def confirm_erasure(request: HttpRequest, case: str) -> HttpResponse:
    """Agree to it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    asked = keeping_of(file_for(actor, case)).request
    own = asked is None or asked.ground == "own_request"
    message = _("You agreed. It can still be stopped until the day that stands here.")
    return _page(request, case, forms.ConfirmErasureForm, actions.confirm_erasure, message=message, own=own)


@needs("erasure.stop_erasure")
@writes
def stop_erasure(request: HttpRequest, case: str) -> HttpResponse:
    """Stop it."""
    message = _("Stopped. The file stays.")
    return _page(request, case, forms.StopErasureForm, actions.stop_erasure, message=message)


@needs("erasure.keep_longer")
@writes
def keep_longer(request: HttpRequest, case: str) -> HttpResponse:
    """Keep it longer."""
    return _page(request, case, forms.KeepLongerForm, actions.keep_longer, message=_("It is kept longer."))


@needs("erasure.hold_file")
@writes
def hold_file(request: HttpRequest, case: str) -> HttpResponse:
    """Keep it from being erased."""
    message = _("Held. Nothing of it is erased until you release it.")
    return _page(request, case, forms.HoldFileForm, actions.hold_file, message=message)


@needs("erasure.release_file")
@writes
def release_file(request: HttpRequest, case: str) -> HttpResponse:
    """Keep it no longer."""
    message = _("Released. What is asked of it goes on.")
    return _page(request, case, forms.ReleaseFileForm, actions.release_file, message=message)


def _page(
    request: HttpRequest,
    case: str,
    form_class: type[EntryForm],
    act: Callable[..., object],
    *,
    message: str,
    **more: Any,
) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = file_for(actor, case)
    match = request.resolver_match
    assert match is not None  # noqa: S101 - every request that reaches a view has been resolved
    back = reverse("erasure:see_keeping", args=[found.id])
    form = form_class(request.POST or None, actor=actor, version=found.version, **more)
    if not form.is_bound and match.url_name in ("confirm_erasure", "stop_erasure"):
        open_request(found.id)  # what is no more to be done is not offered
    return written(
        request,
        form,
        partial(act, case=found.id),
        template=f"erasure/{match.url_name}.html",
        context=lambda: {
            "case": found,
            "keeping": keeping_of(found),
            "rules": settings.KEEPING,
            "copies": COPIES_DAYS,
            "back": back,
        },
        done=back,
        message=message,
    )
