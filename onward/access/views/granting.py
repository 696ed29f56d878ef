"""What takes two people: all of it, agreeing, refusing, and taking back."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access import actions
from onward.access.forms import ConfirmGrantForm, RefuseGrantForm, TakeBackGrantForm
from onward.access.queries import staff_names, workplaces_for
from onward.access.queries.grants import asked_of, given_for, grant_for, grants_for
from onward.access.rules import Actor, needs
from onward.access.rules.names import role_names
from onward.access.views.shown import asked_in_words, sites_in_words, written_once
from onward.ui.forms import EntryForm
from onward.ui.writing import written

writes = require_http_methods(["GET", "HEAD", "POST"])


@needs("access.see_grants")
@require_safe
def see_grants(request: HttpRequest) -> HttpResponse:
    """What waits for a second person, and everything that staff were given, latest first."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by signed_in
    given = given_for(actor)
    names = staff_names({who for one in given for who in (one.stream, one.by, one.asked_by)} - {""})
    sites = dict(workplaces_for(actor, "site"))
    lines = [
        {
            "given": one,
            "name": names.get(one.stream, ""),
            "by": names.get(one.by) or _("at the machine itself"),
            "asked_by": names.get(one.asked_by, ""),
            "what": GIVEN[one.what](),
            "roles": role_names(one.roles),
            "sites": sites_in_words(sites, one.sites, everywhere=one.everywhere),
        }
        for one in given
    ]
    waiting = asked_in_words(actor, grants_for(actor, waiting=True))
    return render(request, "access/see_grants.html", {"waiting": waiting, "lines": lines})


GIVEN = {
    "joined": lambda: _("joined the staff"),
    "changed": lambda: _("other work"),
    "agreed": lambda: _("agreed by two"),
    "renewed": lambda: _("a new password"),
    "renewed_step": lambda: _("a new password, and the second step off"),
    "left": lambda: _("left"),
}


@needs("access.confirm_grant")
@writes
def confirm_grant(request: HttpRequest, staff: str, grant: str) -> HttpResponse:
    """Agree; where a password is drawn, one's half of it is shown, once."""
    return _page(request, staff, grant, ConfirmGrantForm, actions.confirm_grant, message=_("You agreed. It holds now."))


@needs("access.refuse_grant")
@writes
def refuse_grant(request: HttpRequest, staff: str, grant: str) -> HttpResponse:
    """Refuse."""
    message = _("You refused. Nothing changes.")
    return _page(request, staff, grant, RefuseGrantForm, actions.refuse_grant, message=message, once=False)


@needs("access.take_back_grant")
@writes
def take_back_grant(request: HttpRequest, staff: str, grant: str) -> HttpResponse:
    """Take back what one asked."""
    message = _("Taken back. Nothing changes.")
    return _page(request, staff, grant, TakeBackGrantForm, actions.take_back_grant, message=message, once=False)


def _page(
    request: HttpRequest,
    staff: str,
    grant: str,
    form_class: type[EntryForm],
    act: Callable[..., Any],
    *,
    message: str,
    once: bool = True,
) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by signed_in
    found = grant_for(actor, staff, grant)
    match = request.resolver_match
    assert match is not None  # noqa: S101 - every request that reaches a view has been resolved
    back = reverse("access:see_staff_member", args=[found.stream])
    return (written_once if once else written)(
        request,
        form_class(request.POST or None, actor=actor),
        partial(act, staff=found.stream, grant=found.id),
        template=f"access/{match.url_name}.html",
        context=lambda: {"one": asked_in_words(actor, asked_of(actor, [found]))[0], "back": back},
        done=back,
        message=message,
    )
