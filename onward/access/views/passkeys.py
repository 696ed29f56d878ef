"""Removing a passkey of one's own."""

from allauth.account.decorators import reauthentication_required
from allauth.mfa.webauthn.internal.flows import remove_authenticator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from onward.access.queries.accounts import passkey_of
from onward.access.rules import needs
from onward.kit.errors import NotFound


@needs("access.see_account")
@reauthentication_required(app="allauth.mfa")  # type: ignore[untyped-decorator]  # allauth ships no types
@require_http_methods(["GET", "HEAD", "POST"])
def remove_passkey(request: HttpRequest) -> HttpResponse:
    """Take a passkey off the account, once it is sure who asks."""
    passkey = passkey_of(int(request.user.pk or 0), request.POST.get("passkey") or request.GET.get("passkey", ""))
    if passkey is None:
        raise NotFound("passkey")
    if request.method != "POST":
        return render(request, "access/remove_passkey.html", {"passkey": passkey.pk, "name": passkey.data["name"]})
    remove_authenticator(request, passkey)
    return redirect("access:see_account")
