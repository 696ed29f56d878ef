"""The plain page on the local network: how a phone or another machine comes to trust this one, and nothing else.

It needs no sign-in and tells nothing but what every certificate tells. What arrives unencrypted could be somebody
else's: so the page asks to compare the fingerprint with the one on this machine's own screen, or on paper.
"""

from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.utils import translation

from onward.config.locked import send, shown_alone
from onward.sealing import vault
from onward.sealing.certificates import as_der

CERTIFICATE = "/certificate.crt"
KIND = "application/x-x509-ca-cert"


def answer_install(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer one request for the page, or for the certificate."""
    lan, path = settings.LAN, environ.get("PATH_INFO", "/")
    if environ.get("REQUEST_METHOD") not in {"GET", "HEAD"} or lan is None or not vault.is_unlocked():
        return send(environ, start_response, HTTPStatus.NOT_FOUND, b"")
    if path == CERTIFICATE:
        named = [("Content-Disposition", 'attachment; filename="onward-certificate.crt"')]
        return send(environ, start_response, HTTPStatus.OK, as_der(lan.authority), kind=KIND, more=named)
    if path != "/":
        return send(environ, start_response, HTTPStatus.NOT_FOUND, b"")
    with translation.override(translation.get_language_from_request(WSGIRequest(environ))):
        context = {"certificate": CERTIFICATE, "pairs": lan.fingerprint.split(":"), "addresses": lan.addresses}
        return shown_alone(environ, start_response, HTTPStatus.OK, "ui/install.html", context)
