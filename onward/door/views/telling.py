"""Telling oversight: a page for anybody, card or none, where what is typed is sealed before it is sent.

Asked for and answered without a session: nothing here says who it was.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from onward.oversight.queries import all_answers, is_item, keep_item, key_now
from onward.oversight.rules.words import COMPLAINT
from onward.sealing.envelopes import ITEM_BYTES

BYTES = "application/octet-stream"


@require_safe
def tell_oversight(request: HttpRequest) -> HttpResponse:
    """The page itself. It has no form that could be sent: a script seals, or nothing is taken."""
    return render(request, "door/tell_oversight.html", {"key": key_now(), "about": COMPLAINT.items()})


@csrf_exempt  # it comes without any cookie; another site's page may not send this type of content
@require_POST
def keep_words(request: HttpRequest) -> HttpResponse:
    """Keep an envelope: 204 once it is on the disk; 422 for whatever is not one, 503 where too many wait."""
    if request.content_type != BYTES or request.headers.get("Content-Length") != str(ITEM_BYTES):
        return HttpResponse(status=422)
    if key_now() is None or not is_item(request.body):
        return HttpResponse(status=422)
    return HttpResponse(status=204 if keep_item(request.body) else 503)


@require_safe
def answers(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - who asks makes no difference
    """All answers at once, none of which can be opened here: so nobody learns which was looked for."""
    return HttpResponse(all_answers(), content_type=BYTES)


@require_safe
def paper(request: HttpRequest) -> HttpResponse:
    """A letter on paper instead."""
    return render(request, "door/paper.html", {"key": key_now()})
