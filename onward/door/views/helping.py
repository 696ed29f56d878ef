"""What there is here for a resident, what was passed on for them, and who may read what they told."""

from collections.abc import Callable
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.rules import Actor, needs
from onward.care import actions
from onward.door.forms import LawyerForm, TakeBackReferralForm
from onward.door.queries import help_page
from onward.door.views.entering import at_the_door
from onward.ui.writing import written


@at_the_door
@needs("door.see_help")
@require_safe
def see_help(request: HttpRequest) -> HttpResponse:
    """Services, what was passed on, and the account of one's journey."""
    return render(request, "door/see_help.html", {"page": help_page(request.actor)})  # type: ignore[attr-defined]  # set by access


@at_the_door
@needs("care.take_back_referral")
@require_http_methods(["GET", "HEAD", "POST"])
def take_back_referral(request: HttpRequest) -> HttpResponse:
    """Take back what was passed on."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    page = help_page(actor)
    return written(
        request,
        TakeBackReferralForm(request.POST if request.method == "POST" else None, actor=actor, referrals=page.open),
        actions.take_back_referral,
        template="door/take_back_referral.html",
        context={"referrals": page.open},
        done=reverse("door:see_help"),
        message=_("You took it back. Nothing more of it happens."),
    )


@at_the_door
@needs("care.open_account")
@require_http_methods(["GET", "HEAD", "POST"])
def open_account(request: HttpRequest) -> HttpResponse:
    """Let a lawyer read what one told of the journey."""
    page = help_page(request.actor)  # type: ignore[attr-defined]  # set by access
    told = _("They may read it from now on. You may take this back at any time.")
    return _leave(request, page.lawyers, actions.open_account, "door/open_account.html", told)


@at_the_door
@needs("care.shut_account")
@require_http_methods(["GET", "HEAD", "POST"])
def shut_account(request: HttpRequest) -> HttpResponse:
    """Take that back."""
    page = help_page(request.actor)  # type: ignore[attr-defined]  # set by access
    told = _("They cannot read it any more.")
    return _leave(request, page.readers, actions.shut_account, "door/shut_account.html", told)


def _leave(
    request: HttpRequest, lawyers: dict[str, str], act: Callable[..., object], template: str, message: str
) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    form = LawyerForm(request.POST if request.method == "POST" else None, actor=actor, lawyers=lawyers)
    return written(
        request,
        form,
        partial(act),
        template=template,
        context={"lawyers": lawyers},
        done=reverse("door:see_help"),
        message=message,
    )
