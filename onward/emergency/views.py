"""The pages of an emergency: all of them, one, one short page for each act, and the file while it is open."""

from collections.abc import Callable
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from onward.access.actions import note_reading
from onward.access.rules import Actor, may, needs
from onward.access.rules.grants import OVERSIGHT
from onward.cases.rules import country_name
from onward.emergency import actions, forms
from onward.emergency.queries import Told, emergencies_for, emergency_for, file_for, opened_file, stands_in, told
from onward.ui.forms import EntryForm
from onward.ui.writing import written

writes = require_http_methods(["GET", "HEAD", "POST"])


@needs("emergency.see_openings")
@require_safe
def see_openings(request: HttpRequest) -> HttpResponse:
    """All that were asked within the reader's reach."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    return render(request, "emergency/see_openings.html", {"lines": emergencies_for(actor)})


@needs("emergency.ask_opening")
@writes
def ask_opening(request: HttpRequest, case: str) -> HttpResponse:
    """Say why; a second person decides."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = file_for(actor, case)
    return written(
        request,
        forms.AskOpeningForm(request.POST or None, actor=actor),
        partial(actions.ask_opening, case=found.id),
        template="emergency/ask_opening.html",
        context={"case": found, "back": reverse("desk:case", args=[found.id])},
        done=lambda entry: reverse("emergency:see_opening", args=[found.id, entry]),
    )


@needs("emergency.see_opening")
@never_cache
@require_safe
def see_opening(request: HttpRequest, case: str, asked: str) -> HttpResponse:
    """How it stands with one: who asked, who agreed, until when, each look, and the review."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = file_for(actor, case)
    note_reading(actor, case=found.id)
    shown = told(emergency_for(actor, found, asked))
    return render(request, "emergency/see_opening.html", {"case": found, "told": shown, "may": _may(actor, shown)})


def _may(actor: Actor, shown: Told) -> dict[str, bool]:
    """The acts that make sense now, by their verbs."""
    about, own = shown.about, shown.about.by == actor.id
    took_part = actor.id in (about.by, about.second)
    decides = shown.pending and not own
    entitled = OVERSIGHT in actor.roles or stands_in(actor, about)
    due = about.confirmed_at is not None and about.reviewed_on is None and entitled and not took_part
    return {
        "confirm": decides and may(actor, "emergency.confirm_opening"),
        "open": shown.running and own and may(actor, "emergency.open_file"),
        "review": due and may(actor, "emergency.review_opening"),
    }


@needs("emergency.confirm_opening")
@writes
def confirm_opening(request: HttpRequest, case: str, asked: str) -> HttpResponse:
    """Agree."""
    message = _("You agreed. It is open to whoever asked for half an hour.")
    return _page(request, case, asked, forms.ConfirmOpeningForm, actions.confirm_opening, message=message)


@needs("emergency.refuse_opening")
@writes
def refuse_opening(request: HttpRequest, case: str, asked: str) -> HttpResponse:
    """Refuse."""
    message = _("You refused. It opens nothing.")
    return _page(request, case, asked, forms.RefuseOpeningForm, actions.refuse_opening, message=message)


@needs("emergency.review_opening")
@writes
def review_opening(request: HttpRequest, case: str, asked: str) -> HttpResponse:
    """Say whether it was in order."""
    return _page(request, case, asked, forms.ReviewOpeningForm, actions.review_opening, message=_("Reviewed."))


@needs("emergency.open_file")
@writes
def open_file(request: HttpRequest, case: str, asked: str) -> HttpResponse:
    """Look; that one does is noted first."""
    shown = lambda entry: reverse("emergency:see_file", args=[case, asked, entry])  # noqa: E731 - said where it is used
    return _page(request, case, asked, forms.OpenFileForm, actions.open_file, done=shown)


def _page(
    request: HttpRequest,
    case: str,
    asked: str,
    form_class: type[EntryForm],
    act: Callable[..., object],
    *,
    message: str = "",
    done: Callable[[str], str] | None = None,
) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = file_for(actor, case)
    about = emergency_for(actor, found, asked)
    match = request.resolver_match
    assert match is not None  # noqa: S101 - every request that reaches a view has been resolved
    back = reverse("emergency:see_opening", args=[found.id, about.id])
    return written(
        request,
        form_class(request.POST or None, actor=actor),
        partial(act, case=found.id, asked=about.id),
        template=f"emergency/{match.url_name}.html",
        context=lambda: {"case": found, "told": told(about), "back": back},
        done=done or back,
        message=message,
    )


@needs("emergency.open_file")
@never_cache
@require_safe
def see_file(request: HttpRequest, case: str, asked: str, look: str) -> HttpResponse:
    """What it opens, for whoever asked, minutes from a look that was noted."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = file_for(actor, case)
    about = emergency_for(actor, found, asked)
    opened = opened_file(actor, found, about, look)
    context = {
        "case": found,
        "opened": opened,
        "nationality": country_name(opened.identity.nationality),
        "until": about.until,
        "back": reverse("emergency:see_opening", args=[found.id, about.id]),
    }
    return render(request, "emergency/see_file.html", context)
