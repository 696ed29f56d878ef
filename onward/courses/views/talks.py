"""Talks that one held, and what people let one read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.rules import Actor, may, needs
from onward.courses import actions, forms, queries
from onward.ui.writing import written


@needs("courses.see_talks")
@require_safe
def see_talks(request: HttpRequest) -> HttpResponse:
    """One's own notes, and the plans and notes that people named one for; nobody else's, and no list of who has any."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    context = {
        "own": queries.talks_by(actor),
        "shared": queries.shared_talks_for(actor),
        "plans": queries.plans_for(actor),
        "may_note": may(actor, "courses.note_talk"),
    }
    return render(request, "courses/see_talks.html", context)


@needs("courses.note_talk")
@require_http_methods(["GET", "HEAD", "POST"])
def note_talk(request: HttpRequest) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    back = reverse("courses:see_talks")
    return written(
        request,
        forms.TalkForm(request.POST or None, actor=actor),
        actions.note_talk,
        template="courses/note_talk.html",
        context={"back": back},
        done=back,
        message=_("Your note is kept. You and they read it, and nobody else."),
    )
