"""The four errors, and Django's own, as pages: the right status and one clear sentence."""

import logging
import sys

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.deprecation import MiddlewareMixin

from onward.access.rules import NOBODY
from onward.config.changes import changes_for
from onward.kit.errors import NotAllowed, NotFound, Outdated, RuleBroken
from onward.kit.full import is_full
from onward.sealing.vault import Locked

log = logging.getLogger(__name__)


class ErrorPages(MiddlewareMixin):
    """Turn what an action or query refused with into the page that says so."""

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page for one of the four; None (500) for everything else."""
        match exception:
            case NotFound():
                return not_found(request)
            case NotAllowed():
                _note(request)
                return not_allowed(request)
            case RuleBroken():
                return render(request, "errors/422.html", {"sentence": exception.sentence}, status=422)
            case Outdated():
                changes = changes_for(exception.since, getattr(request, "actor", NOBODY))
                return render(request, "errors/409.html", {"changes": changes}, status=409)
            case _ if is_full(exception):
                return full()
            case Locked():
                return HttpResponse(render_to_string("ui/locked.html"), status=423)
        return None


def not_found(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    """404: there is no such page, or the reader may not know that there is."""
    return render(request, "errors/404.html", status=404)


def not_allowed(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    """403: the reader's role does not include this."""
    return render(request, "errors/403.html", status=403)


def _note(request: HttpRequest) -> None:
    """Let the log say that somebody tried a door that is not theirs: which door, which roles, and never who."""
    asked, actor = request.resolver_match, getattr(request, "actor", NOBODY)
    log.warning("refused %s to %s", asked.view_name if asked else "", "+".join(sorted(actor.roles)) or "nobody")


def csrf_failed(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    """403 for a form that did not come from one of these pages, or whose cookie is gone."""
    return render(request, "errors/403.html", {"csrf": True}, status=403)


def bad_request(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    """400, said like 422: the request is not one that a page of this program makes."""
    return render(request, "errors/422.html", {"sentence": ""}, status=400)


def full() -> HttpResponse:
    """507: the disk is full. Drawn without request or database, which may have failed for it."""
    return HttpResponse(render_to_string("errors/507.html"), status=507)


def broken(_: HttpRequest) -> HttpResponse:
    """500. The page must not need what has just failed, so it is drawn without request or database."""
    if is_full(sys.exc_info()[1]):  # before or after the view: a session that could not be kept
        return full()
    return HttpResponse(render_to_string("errors/500.html"), status=500)
