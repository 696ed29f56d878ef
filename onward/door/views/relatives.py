"""Whom a resident looks for, and whether relatives may be told: said by themselves, taken back at any time."""

from collections.abc import Callable
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.rules import Actor, needs
from onward.door.views.entering import at_the_door
from onward.tracing import actions
from onward.tracing.forms import AgreeForm, EndSearchForm, SeekForm
from onward.tracing.queries import family_for
from onward.ui.forms import EntryForm
from onward.ui.templatetags.look import day_words
from onward.ui.writing import written

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


@at_the_door
@needs("door.see_relatives")
@require_safe
def see_relatives(request: HttpRequest) -> HttpResponse:
    """Relatives by what they are, never by name: others may look over a shoulder."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    return render(request, "door/see_relatives.html", {"family": family_for(actor.id)})


def _said(
    request: HttpRequest, form: EntryForm, act: Callable[..., object], words: tuple[str, str, str, str]
) -> HttpResponse:
    """One short page; `words`: its heading, what it means, what its button says, what is said when it is done."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    heading, why, go, message = words
    return written(
        request,
        form,
        partial(act, case=actor.id),
        template="door/relatives_act.html",
        context={"heading": heading, "why": why, "go": go},
        done=reverse("door:see_relatives"),
        message=message,
    )


@at_the_door
@needs("tracing.seek_own_relative")
@GET_POST
def seek_own_relative(request: HttpRequest) -> HttpResponse:
    """Look for somebody."""
    form = SeekForm(request.POST or None, actor=request.actor)  # type: ignore[attr-defined]  # set by access
    why = _(
        "A tracing officer searches, and nobody else reads the name. Those who keep you do not. Neither of you is told"
        " anything before both have agreed."
    )
    words = (_("Look for a relative"), why, _("Look for them"), _("Somebody looks for them from now on."))
    return _said(request, form, actions.seek_own_relative, words)


@at_the_door
@needs("tracing.agree_own_telling")
@GET_POST
def agree_own_telling(request: HttpRequest) -> HttpResponse:
    """Agree that relatives are told."""
    form = AgreeForm(request.POST or None, actor=request.actor)  # type: ignore[attr-defined]  # set by access
    why = _(
        "Everybody here is asked this. If relatives look for you, or you for them, both may be told where to reach each"
        " other. You may take it back at any time."
    )
    words = (_("May relatives be told?"), why, _("I agree"), _("It is noted. You may take it back at any time."))
    return _said(request, form, actions.agree_own_telling, words)


@at_the_door
@needs("tracing.end_own_telling")
@GET_POST
def end_own_telling(request: HttpRequest) -> HttpResponse:
    """Take it back."""
    form = AgreeForm(request.POST or None, actor=request.actor)  # type: ignore[attr-defined]  # set by access
    why = _("From now on nobody is told anything. What somebody was told before cannot be taken back.")
    words = (_("Tell relatives no more"), why, _("Tell nobody"), _("You took it back."))
    return _said(request, form, actions.end_own_telling, words)


@at_the_door
@needs("tracing.end_own_search")
@GET_POST
def end_own_search(request: HttpRequest) -> HttpResponse:
    """Look for somebody no longer."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    mine = family_for(actor.id).sought
    searches = [(one.id, f"{one.relation or _('A relative')}, {day_words(one.said_on)}") for one in mine]
    form = EndSearchForm(request.POST if request.method == "POST" else None, actor=actor, searches=searches)
    why = _("You may begin again at any time.")
    words = (_("Look for them no longer"), why, _("Look no longer"), _("Nobody looks any more."))
    return _said(request, form, actions.end_own_search, words)
