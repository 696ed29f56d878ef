"""What a locked process answers: at `/` a page that asks for the passphrase, everywhere else 423.

It keeps no session, and reads nothing but the lock until the passphrase is right. The page carries its own style, since
the style sheet too would be answered with 423.
"""

import re
import secrets
import threading
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.exceptions import SuspiciousOperation
from django.core.handlers.wsgi import WSGIRequest
from django.db import connections
from django.http.multipartparser import MultiPartParserError
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from onward.config import idle, nightly
from onward.config.unlocking import bring_up_to_date, date_is_far, unlock_process
from onward.journal import clock, keyring
from onward.kit import dates
from onward.sealing import WrongPassphrase, locking, vault
from onward.sealing.shares import NoShare, share_from
from onward.ui.headers import ALWAYS

WRONG = _("That passphrase does not open this programme.")
WRONG_TWO = _("The passphrase and the stick do not open this programme together.")
DAMAGED = _("The lock file is damaged: put it back from a backup.")
ELSEWHERE = _("Another process is still using this programme. Try again in a moment.")
FAR = _("This date is more than a day from what was written last. Look at it, then give the passphrase once more.")
LONGEST_FORM = 10_000
_one_at_a_time = threading.Lock()  # each try costs 64 MiB


def answer_locked(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer one request while the programme is locked."""
    if not _is_named(environ):
        return send(environ, start_response, HTTPStatus.BAD_REQUEST, b"")
    if environ.get("PATH_INFO", "/") != "/":
        return _page(environ, start_response, HTTPStatus.LOCKED)
    if environ.get("REQUEST_METHOD") != "POST":
        return _page(environ, start_response, HTTPStatus.OK, asks=True)
    if environ.get("HTTP_SEC_FETCH_SITE", "same-origin") not in {"same-origin", "none"}:
        return _page(environ, start_response, HTTPStatus.FORBIDDEN, asks=True)
    form, two = _form(environ), vault.takes_two(settings.ONWARD_DATA)
    with _one_at_a_time:
        if not vault.is_unlocked():
            since = locking.epoch(settings.ONWARD_DATA)
            try:
                share = share_from(form.get("share", "")) if two else b""
                unlock_process(settings.ONWARD_DATA, form.get("passphrase", ""), share=share, by_person=True)
            except (NoShare, WrongPassphrase):
                wrong = WRONG_TWO if two else WRONG
                return _page(environ, start_response, HTTPStatus.UNPROCESSABLE_ENTITY, asks=True, error=wrong)
            except ValueError:
                return _page(environ, start_response, HTTPStatus.UNPROCESSABLE_ENTITY, asks=True, error=DAMAGED)
            if date_is_far() and not form.get("date_is_right"):
                return _asks_date(environ, start_response)
            if not locking.name_holder(settings.ONWARD_DATA, since=since):
                vault.forget()  # `lock` could not reach a second holder, or was said meanwhile
                return _page(environ, start_response, HTTPStatus.CONFLICT, asks=True, error=ELSEWHERE)
            bring_up_to_date()
            nightly.begin()
            idle.begin()
            from onward.config.wsgi import open_to_the_network

            open_to_the_network()
    start_response("303 See Other", [("Location", "/"), ("Content-Length", "0"), *_private("form-action 'self'")])
    return [b""]


def _is_named(environ: dict[str, Any]) -> bool:
    """Whether the request names this machine: a page elsewhere may let a name of its own lead here (DNS rebinding), and
    would then read this page as one of its own."""
    try:
        WSGIRequest(environ).get_host()
    except SuspiciousOperation:
        return False
    return True


def _private(allowed: str) -> list[tuple[str, str]]:
    """What every answer carries; no middleware adds it here."""
    policy = f"default-src 'none'; {allowed}; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
    held = [("Strict-Transport-Security", f"max-age={settings.SECURE_HSTS_SECONDS}; includeSubDomains")]
    return [
        ("Content-Security-Policy", policy),
        ("Cache-Control", "no-store"),
        ("Referrer-Policy", "no-referrer"),
        *ALWAYS.items(),
        *(held if settings.SECURE_HSTS_SECONDS else []),
    ]


def _asks_date(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """The date is more than a day from what was written last: whoever unlocks says that it is right, or sets it."""
    for each in connections.all():
        each.close()
    keyring.close()
    vault.forget()
    clock.forget()
    return _page(environ, start_response, HTTPStatus.UNPROCESSABLE_ENTITY, asks=True, error=FAR, asks_date=True)


def _form(environ: dict[str, Any]) -> dict[str, str]:
    try:
        length = min(int(environ.get("CONTENT_LENGTH") or 0), LONGEST_FORM)
    except ValueError:
        length = 0
    body = environ["wsgi.input"].read(length)
    if not environ.get("CONTENT_TYPE", "").startswith("multipart/"):
        form = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
        return {name: values[0] for name, values in form.items()}
    return _form_with_file(environ | {"wsgi.input": BytesIO(body), "CONTENT_LENGTH": str(len(body))})


def _form_with_file(environ: dict[str, Any]) -> dict[str, str]:
    """The same where the lock takes two: `share` is what the stick's file holds, or else the line of its sheet."""
    sent = WSGIRequest(environ)
    try:
        form = {name: str(said) for name, said in sent.POST.items()}
        file = sent.FILES.get("file")
    except (MultiPartParserError, SuspiciousOperation):
        return {}
    return form | {"share": file.read().decode("ascii", "replace") if file else form.get("line", "")}


@cache
def _style() -> str:
    path = finders.find("ui/look.css")
    sheet = Path(path).read_text(encoding="utf-8") if path else ""
    return re.sub(r"@font-face\s*{[^}]*}", "", sheet)  # a font is a file too, and would be answered with 423


def _page(
    environ: dict[str, Any],
    start_response: Callable[..., Any],
    status: HTTPStatus,
    *,
    asks: bool = False,
    error: object = "",
    asks_date: bool = False,
) -> Iterable[bytes]:
    with translation.override(translation.get_language_from_request(WSGIRequest(environ))):
        context = {"asks": asks, "error": error, "asks_date": asks_date, "now": dates.now()}
        context["two"] = vault.takes_two(settings.ONWARD_DATA)
        return shown_alone(environ, start_response, status, "ui/unlock.html", context)


def shown_alone(
    environ: dict[str, Any],
    start_response: Callable[..., Any],
    status: HTTPStatus,
    template: str,
    context: dict[str, Any],
) -> Iterable[bytes]:
    """A page that needs nothing but itself: its style is within it."""
    nonce = secrets.token_urlsafe(16)
    known = {
        "programme": settings.PROGRAMME_NAME,
        "nonce": nonce,
        "style": _style(),
        "direction": "rtl" if translation.get_language_bidi() else "ltr",
        "language": translation.get_language(),
    }
    body = render_to_string(template, known | context).encode()
    more = [("Clear-Site-Data", '"cache"')] if status is HTTPStatus.LOCKED else []
    return send(
        environ, start_response, status, body, allowed=f"style-src 'nonce-{nonce}'; form-action 'self'", more=more
    )


def send(
    environ: dict[str, Any],
    start_response: Callable[..., Any],
    status: HTTPStatus,
    body: bytes,
    *,
    kind: str = "text/html; charset=utf-8",
    allowed: str = "form-action 'none'",
    more: Sequence[tuple[str, str]] = (),
) -> Iterable[bytes]:
    """Answer with a whole body that nobody keeps."""
    headers = [("Content-Type", kind), ("Content-Length", str(len(body))), *_private(allowed), *more]
    start_response(f"{status.value} {status.phrase}", headers)
    return [b"" if environ.get("REQUEST_METHOD") == "HEAD" else body]
