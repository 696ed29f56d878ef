"""Signing in and out, and one's own account: django-allauth's views, in our order and our look."""

import json
from collections.abc import Callable
from functools import wraps

from allauth.account import views as account
from allauth.mfa.base import views as second_step
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from onward.access import actions
from onward.access.forms import EndSessionsForm
from onward.access.queries import account_for
from onward.access.queries.accounts import linked_elsewhere, second_steps
from onward.access.rules import needs
from onward.access.rules.names import role_names
from onward.access.views.signed_in import must_add_second_step
from onward.ui.writing import written

View = Callable[[HttpRequest], HttpResponse]


def _answers_422(view: View) -> View:
    """A form that is shown again after a POST was not taken: say so in the status too."""

    @wraps(view)
    def shown(request: HttpRequest) -> HttpResponse:
        response = view(request)
        if request.method == "POST" and response.status_code == 200:
            response.status_code = 422
        return response

    return shown


def _asks_for_passkey(view: View) -> View:
    """Hand the page what the browser is to be asked, as plain text: a script of our own reads it."""

    @wraps(view)
    def asked(request: HttpRequest) -> HttpResponse:
        response = view(request)
        context = getattr(response, "context_data", None) or {}
        for options in context.get("js_data", {}).values():
            context["options"] = json.dumps(options, default=dict)
            context["has_passkey"] = bool(options["publicKey"].get("allowCredentials"))
        return response

    return asked


sign_in = _answers_422(account.login)
check_second_step = _answers_422(_asks_for_passkey(second_step.authenticate))
choose_password = needs("access.choose_password")(_answers_422(account.password_change))
confirm_password = needs("access.see_account")(_answers_422(account.reauthenticate))
confirm_passkey = needs("access.see_account")(_asks_for_passkey(passkeys.reauthenticate_webauthn))
add_passkey = needs("access.see_account")(_answers_422(_asks_for_passkey(passkeys.add_webauthn)))
confirm_code = needs("access.see_account")(_answers_422(second_step.reauthenticate))
start_second_step = needs("access.see_account")(_answers_422(totp.activate_totp))
stop_second_step = needs("access.see_account")(_answers_422(totp.deactivate_totp))
see_codes = needs("access.see_account")(codes.view_recovery_codes)
make_codes = needs("access.see_account")(_answers_422(codes.generate_recovery_codes))


def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session; the browser forgets what it kept of it."""
    response: HttpResponse = account.logout(request)
    if request.method == "POST":
        response["Clear-Site-Data"] = '"cache", "storage"'
    return response


def see_inactive(request: HttpRequest) -> HttpResponse:
    """Say that the account is closed."""
    return render(request, "account/account_inactive.html", status=403)


@require_safe
def see_limits(request: HttpRequest) -> HttpResponse:
    """What this programme keeps from whom, and what nobody can promise."""
    return render(request, "access/see_limits.html")


@needs("access.see_account")
@require_safe
def see_account(request: HttpRequest) -> HttpResponse:
    """One's own account: the pseudonym, the roles, the password, the second step."""
    actor = request.actor  # type: ignore[attr-defined]  # set by signed_in
    context = {
        "username": account_for(actor, actor.id).username,
        "roles": role_names(actor.roles),
        "linked": linked_elsewhere(int(request.user.pk or 0)),
        "missing": must_add_second_step(request),
        **second_steps(int(request.user.pk or 0)),
    }
    return render(request, "access/see_account.html", context)


@needs("access.end_own_sessions")
@require_http_methods(["GET", "HEAD", "POST"])
def end_own_sessions(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere, here as well."""
    return written(
        request,
        EndSessionsForm(request.POST or None, actor=request.actor),  # type: ignore[attr-defined]  # set by signed_in
        actions.end_own_sessions,
        template="access/end_own_sessions.html",
        context={"back": reverse("access:see_account")},
        done=reverse("account_login"),
    )
