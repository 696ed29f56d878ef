"""Whether oversight's folder is open in this process, and to which browser: it closes by itself."""

import hmac
import os
import secrets
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from onward.ui.headers import ALWAYS
from onward.ui.navigation import links_for
from onward.watch import keys
from onward.watch.store import Store

FOLDER = "ONWARD_OVERSIGHT"
COOKIE = "onward_oversight"
IDLE_SECONDS = 30 * 60

View = Callable[..., HttpResponse]


class _Process:
    store: Store | None = None
    token = ""
    used = 0.0


def folder() -> Path:
    """Oversight's folder, as the command named it."""
    return Path(os.environ[FOLDER])


def open_folder(passphrase: str) -> str:
    """Open the folder; gives what the browser that did so is known by. Raises WrongPassphrase, ValueError."""
    found = keys.unlock(folder(), passphrase)
    close_folder()
    _Process.store, _Process.token, _Process.used = Store(folder(), found), secrets.token_urlsafe(32), time.monotonic()
    return _Process.token


def close_folder() -> None:
    """Let go of the keys."""
    if _Process.store is not None:
        _Process.store.close()
    _Process.store, _Process.token = None, ""


def _is_open(request: HttpRequest) -> bool:
    if _Process.store is not None and time.monotonic() - _Process.used > IDLE_SECONDS:
        close_folder()
    return bool(_Process.token) and hmac.compare_digest(request.COOKIES.get(COOKIE, ""), _Process.token)


def needs_open(view: View) -> View:
    """Lead whoever has not given the passphrase to where it is asked for."""

    @wraps(view)
    def opened(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        if not _is_open(request) or _Process.store is None:
            return redirect("open")
        _Process.used = time.monotonic()
        return view(request, _Process.store, *args, **kwargs)

    return opened


def private(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """No answer is kept by the browser, or offers a device or itself to others."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers["Cache-Control"] = "no-store"
        for name, value in ALWAYS.items():
            response.headers.setdefault(name, value)
        return response

    return answer


def chrome(request: HttpRequest) -> dict[str, object]:
    """What stands at the head of every page."""
    if not _is_open(request):
        return {"programme": _("Oversight")}
    pairs = [
        (_("Sites"), reverse("sites")),
        (_("Complaints"), reverse("complaints")),
        (_("Private interviews"), reverse("interviews")),
        (_("Identities opened"), reverse("openings")),
        (_("Reviews of stay"), reverse("reviews")),
    ]
    return {"programme": _("Oversight"), "links": links_for(request, pairs), "sign_out_url": reverse("shut")}
