"""Who asks: the middleware that puts `request.actor` on every request, and ends sessions that lasted long enough."""

import math
import time
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from onward.access.queries import actor_of
from onward.access.queries.accounts import has_second_step
from onward.access.rules import NOBODY, Actor
from onward.access.rules.second_step import must_have_second_step
from onward.kit.ids import Id

DOOR_IDLE_SECONDS = 10 * 60
DOOR_LONGEST_SECONDS = 60 * 60
SIGNED_IN_AT = "signed_in_since"
CASE_AT_THE_DOOR = "door_case"

CLOCK = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)

ALWAYS = ("account_logout", "set_language", "desk:lock")
"""What anybody signed in may do, whatever they have still to set up."""
SET_UP = (
    "access:see_account",
    "access:end_own_sessions",
    "account_change_password",
    "account_reauthenticate",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_activate_totp",
    "mfa_add_webauthn",
)
"""All that somebody reaches whose work needs a second step, until they have one."""

SET_BACK_SECONDS = 5 * 60
"""So far the date may be put back, to be right, without ending sessions."""

_last_seen: dict[str, Sequence[float]] = {}
"""Session -> when it last asked for a page. In memory: a write for each page would wear out a small disk, and say
who was here when."""


_last_use: list[float] = []
"""When somebody who is signed in, or at the door, last asked for a page; by a clock that runs on in sleep."""


def clock() -> float:
    """Seconds since this machine began, those asleep included."""
    return time.clock_gettime(CLOCK)


def this_moment() -> list[float]:
    """The present by the machine's date and by a clock that nobody sets: a session keeps both."""
    return [time.time(), clock()]


def _lasted(since: Sequence[float]) -> float:
    """Seconds since a moment, by whichever clock says more; without end where a clock was put back in between."""
    by = [now - then for now, then in zip(this_moment(), since, strict=True)]
    return math.inf if min(by) < -SET_BACK_SECONDS else max(by)


def unused_for() -> float:
    """For how many seconds nobody has used the program; none yet, if nobody has at all."""
    if not _last_use:
        _last_use[:] = [clock()]
    return clock() - _last_use[0]


def is_here(request: HttpRequest) -> bool:
    """Whether the request comes from this very machine: whoever sits at it could as well switch it off."""
    return not settings.PROGRAMME.address and request.META.get("REMOTE_ADDR") in ("127.0.0.1", "::1")


def with_actor(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: `request.actor` is the member of staff, the resident at their own door, or nobody."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.actor = NOBODY  # type: ignore[attr-defined]  # declared by nobody, read by @needs
        if _somebody(request):
            if _is_over(request):
                _end(request)
            else:
                request.actor = _actor(request)  # type: ignore[attr-defined]  # as above
                _last_use[:] = [clock()]
                if request.actor is NOBODY:  # type: ignore[attr-defined]  # the account of somebody who left
                    logout(request)
                if _must_choose_password(request):
                    return redirect("account_change_password")
                if _must_add_second_step(request):
                    return redirect("access:see_account")
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
    session = request.session
    at_work = request.user.is_authenticated
    idle = settings.SESSION_IDLE_SECONDS if at_work else DOOR_IDLE_SECONDS
    longest = settings.SESSION_COOKIE_AGE if at_work else DOOR_LONGEST_SECONDS
    since = session.setdefault(SIGNED_IN_AT, this_moment())
    if _lasted(since) > longest or _lasted(_last_seen.get(session.session_key or "", since)) > idle:
        return True
    if len(_last_seen) > 5000:
        _forget()
    _last_seen[session.session_key or ""] = this_moment()
    return False


def _forget() -> None:
    for key in [key for key, seen in _last_seen.items() if _lasted(seen) > settings.SESSION_IDLE_SECONDS]:
        del _last_seen[key]


def _end(request: HttpRequest) -> None:
    _last_seen.pop(request.session.session_key or "", None)
    logout(request)
    messages.info(request, _("You were signed out because this page was not used for a while."))


def _must_choose_password(request: HttpRequest) -> bool:
    if not getattr(request.user, "must_choose_password", False):
        return False
    return request.path not in _addresses(*ALWAYS, "account_change_password")


def must_add_second_step(request: HttpRequest) -> bool:
    """Whether somebody whose work needs a second step has none yet. A demonstration asks for none, and says so."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set above
    asked = settings.SECOND_STEP_REQUIRED and request.user.is_authenticated and must_have_second_step(actor)
    return asked and not has_second_step(int(request.user.pk or 0))


def _must_add_second_step(request: HttpRequest) -> bool:
    return must_add_second_step(request) and request.path not in _addresses(*ALWAYS, *SET_UP)


@cache
def _addresses(*names: str) -> frozenset[str]:
    return frozenset(reverse(name) for name in names)


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
