"""What oversight is told: its key, its feeds, its answers, and the page on which a private interview is sealed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from onward.access.rules import Actor, may, needs
from onward.journal.node import public, this_node
from onward.kit.dates import today
from onward.oversight import actions
from onward.oversight.forms import NameKeyForm, TakeAnswersForm
from onward.oversight.queries import feed_state, key_now, keys_for, last_number
from onward.oversight.rules.words import PRESSED
from onward.sealing.watchers import fingerprint_of
from onward.ui.writing import written

writes = require_http_methods(["GET", "HEAD", "POST"])


@needs("oversight.see_feed")
@require_safe
def see_feed(request: HttpRequest) -> HttpResponse:
    """Whose key oversight's is, since when, and how far feeds have come."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    acts = ("name_key", "write_feed", "take_answers", "note_interview")
    context = {
        "key": key_now(),
        "keys": keys_for(actor),
        "state": feed_state(),
        "last": last_number(),
        "site": fingerprint_of(public()),
        "may": {act: may(actor, f"oversight.{act}") for act in acts},
    }
    return render(request, "oversight/see_feed.html", context)


@needs("oversight.name_key")
@writes
def name_key(request: HttpRequest) -> HttpResponse:
    """Name oversight's key."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    return written(
        request,
        NameKeyForm(*sent, actor=request.actor),  # type: ignore[attr-defined]  # set by access
        actions.name_key,
        template="oversight/name_key.html",
        context=lambda: {"key": key_now()},
        done=reverse("oversight:see_feed"),
        message=_("This is oversight's key from now on. Everybody here sees that it was named."),
    )


@needs("oversight.write_feed")
@require_POST
def write_feed(request: HttpRequest) -> HttpResponse:
    """Write the next feed, and hand it out as a file."""
    number, content = actions.write_feed(request.actor)  # type: ignore[attr-defined]  # set by access
    answer = HttpResponse(content, content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="{feed_name(number)}"'
    return answer


def feed_name(number: int) -> str:
    """How a feed's file is called: by the node, not by what it is about."""
    return f"onward-{this_node()[:8]}-{number:05}.age"


@needs("oversight.take_answers")
@writes
def take_answers(request: HttpRequest) -> HttpResponse:
    """Take in oversight's answers."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    return written(
        request,
        TakeAnswersForm(*sent, actor=request.actor),  # type: ignore[attr-defined]  # set by access
        actions.take_answers,
        template="oversight/take_answers.html",
        context=dict,
        done=reverse("oversight:see_feed"),
        message=_("Taken in. Whoever holds a receipt finds their answer; nobody else can."),
    )


@needs("oversight.note_interview")
@require_safe
def note_interview(request: HttpRequest) -> HttpResponse:
    """A page on which a private interview is sealed in the browser. What is typed is never sent as it is."""
    page = {"key": key_now(), "pressed": PRESSED.items(), "today": today()}
    return render(request, "oversight/note_interview.html", page)
