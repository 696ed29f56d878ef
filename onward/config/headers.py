"""Headers that every answer carries: nothing is kept by the browser, nothing is offered to other pages."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from onward.ui.headers import ALWAYS

METHODS = ("GET", "HEAD", "POST")
"""All that any page knows: what else may be sent, a library behind a page might take for one of them."""
KEPT = {200, 304}
A_YEAR = 365 * 24 * 60 * 60


def private_headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Forbid every cache but for static files, and every device that no page needs."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code not in KEPT or not request.path.startswith(settings.STATIC_URL):
            response.headers["Cache-Control"] = "no-store"
        for name, value in ALWAYS.items():
            response.headers.setdefault(name, value)
        if settings.SECURE_HSTS_SECONDS:  # behind another's TLS as well, where a request does not look secure
            held = f"max-age={settings.SECURE_HSTS_SECONDS}; includeSubDomains"
            response.headers.setdefault("Strict-Transport-Security", held)
        if request.is_secure():  # the door to the local network, beside a plain one on loopback
            response.headers.setdefault("Strict-Transport-Security", f"max-age={A_YEAR}")
            for cookie in response.cookies.values():
                cookie["secure"] = True
        return response

    return answer


def known_methods(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Let nothing else reach a page; it stands within what gives every answer its headers."""

    def answer(request: HttpRequest) -> HttpResponse:
        return get_response(request) if request.method in METHODS else HttpResponseNotAllowed(METHODS)

    return answer
