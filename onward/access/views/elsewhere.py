"""Signing in with another organisation's sign-in, and linking one's account to it. Served only where one is named."""

from allauth.account.decorators import reauthentication_required
from allauth.core import ratelimit
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from requests import RequestException

from onward.access.queries.accounts import linked_elsewhere, unlink_elsewhere
from onward.access.rules import needs
from onward.access.views.recognised import ELSEWHERE, FAILED, Exchange, named, turned_back


@require_POST
def sign_in_elsewhere(request: HttpRequest) -> HttpResponse:
    """Lead a visitor to the other sign-in."""
    return _led(request, AuthProcess.LOGIN)


@needs("access.see_account")
@reauthentication_required(app="allauth.mfa")  # type: ignore[untyped-decorator]  # allauth ships no types
@require_http_methods(["GET", "HEAD", "POST"])
def link_elsewhere(request: HttpRequest) -> HttpResponse:
    """Link one's account to one's sign-in elsewhere, or take the link off, once it is sure who asks."""
    linked = linked_elsewhere(int(request.user.pk or 0))
    if request.method != "POST":
        return render(request, "access/link_elsewhere.html", {"linked": linked, "name": named().name})
    if not linked:
        return _led(request, AuthProcess.CONNECT)
    unlink_elsewhere(int(request.user.pk or 0))
    messages.info(request, _("The link is taken off."))
    return redirect("access:see_account")


@require_safe
def come_back(request: HttpRequest) -> HttpResponse:
    """Take in who comes back from there."""
    try:
        answer: HttpResponse = OAuth2CallbackView.adapter_view(Exchange(request))(request)
    except OSError:  # the file of the secret
        return turned_back(request, str(FAILED))
    return answer


def _led(request: HttpRequest, process: str) -> HttpResponse:
    """A page that says what the other side learns, with the way there: our policy lets no form lead elsewhere."""
    if limited := ratelimit.consume_or_429(request, action="login"):
        response: HttpResponse = limited
        return response
    try:
        away = get_adapter().get_provider(request, ELSEWHERE).redirect(request, process)
    except (OAuth2Error, RequestException, OSError):
        return turned_back(request, _("It cannot be reached from here now. Sign in with your password."))
    return render(request, "access/go_elsewhere.html", {"address": away["Location"], "name": named().name})
