"""Who asks: the middleware that puts `request.actor` on every request, and ends sessions that lasted long enough."""

import time
from collections.abc import Callable
from functools import cache
from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from onward.access.queries import actor_of
from onward.access.rules import NOBODY, Actor
from onward.kit.ids import Id

IDLE_SECONDS = 30 * 60
LONGEST_SECONDS = 12 * 60 * 60
DOOR_IDLE_SECONDS = 10 * 60
DOOR_LONGEST_SECONDS = 60 * 60
SIGNED_IN_AT = "signed_in_at"
CASE_AT_THE_DOOR = "door_case"

_last_seen: dict[str, float] = {}
"""Session -> when it last asked for a page. In memory: a write for each page would wear out a small disk, and say
who was here when."""


def with_actor(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: `request.actor` is the member of staff, the resident at their own door, or nobody."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.actor = NOBODY  # type: ignore[attr-defined]  # declared by nobody, read by @needs
        if _somebody(request):
            if _is_over(request):
                _end(request)
            else:
                request.actor = _actor(request)  # type: ignore[attr-defined]  # as above
                if request.actor is NOBODY:  # type: ignore[attr-defined]  # the account of somebody who left
                    logout(request)
                if _must_choose_password(request):
                    return redirect("account_change_password")
        return get_response(request)

    return middleware


def _somebody(request: HttpRequest) -> bool:
    return request.user.is_authenticated or CASE_AT_THE_DOOR in request.session


def _actor(request: HttpRequest) -> Actor:
    if request.user.is_authenticated:
        request.session.pop(CASE_AT_THE_DOOR, None)  # whoever signs in for work has left the door
        return actor_of(request.user)
    case = str(request.session[CASE_AT_THE_DOOR])
    return Actor(id=Id(case), roles=frozenset({"resident"}), language=get_language() or "en")


def _is_over(request: HttpRequest) -> bool:
    """Idle too long, or signed in too long. A session unknown to this process counts as idle since its sign-in."""
    now, session = time.time(), request.session
    at_work = request.user.is_authenticated
    idle = IDLE_SECONDS if at_work else DOOR_IDLE_SECONDS
    longest = LONGEST_SECONDS if at_work else DOOR_LONGEST_SECONDS
    since = session.get(SIGNED_IN_AT)
    if since is None:
        since = session[SIGNED_IN_AT] = now
    seen = _last_seen.get(session.session_key or "", since)
    if now - since > longest or now - seen > idle:
        return True
    if len(_last_seen) > 5000:
        _forget(now)
    _last_seen[session.session_key or ""] = now
    return False


def _forget(now: float) -> None:
    for key in [key for key, seen in _last_seen.items() if now - seen > IDLE_SECONDS]:
        del _last_seen[key]


def _end(request: HttpRequest) -> None:
    _last_seen.pop(request.session.session_key or "", None)
    logout(request)
    messages.info(request, _("You were signed out because this page was not used for a while."))


def _must_choose_password(request: HttpRequest) -> bool:
    if not getattr(request.user, "must_choose_password", False):
        return False
    allowed = ("account_change_password", "account_logout", "set_language")
    return request.path not in [reverse(name) for name in allowed]


def signed_in(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `actor`, and for staff `person` and `sign_out_url`."""
    actor: Actor = getattr(request, "actor", NOBODY)
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"actor": actor}
    return {
        "actor": actor,
        "person": actor.name,
        "account_url": _address("access:see_account"),
        "sign_out_url": _address("account_logout"),
    }


@cache
def _address(name: str) -> str:
    return reverse(name)
