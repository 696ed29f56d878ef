"""Noting an identity, opening it, and showing it for a moment."""

from functools import partial
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from onward.access.rules import Actor, needs
from onward.cases import actions
from onward.cases.forms import NoteIdentityForm, OpenIdentityForm, WithholdOpeningForm
from onward.cases.queries import (
    all_openings_for,
    bulk_openings_for,
    case_for,
    check_opens,
    identity_of,
    looks_beyond_for,
    of_host,
    openings_for,
)
from onward.cases.rules import country_name, country_names
from onward.cases.views.filing import file_url, filed, writes
from onward.journal.compartments import IDENTITY
from onward.kit.errors import NotFound
from onward.ui.writing import written

SIZE = 25


@needs("cases.note_identity")
@writes
def note_identity(request: HttpRequest, case: str) -> HttpResponse:
    """Names, nationality, year of birth: sealed at once."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    file = case_for(actor, case)
    form = NoteIdentityForm(
        request.POST or None, actor=actor, version=file.version, initial={"sex": file.sex, "age": file.age}
    )
    form.fields["nationality"].widget.attrs["list"] = "countries"
    return filed(request, file, form, actions.note_identity, message=_("Noted and sealed."), countries=country_names())


@needs("cases.open_identity")
@writes
def open_identity(request: HttpRequest, case: str) -> HttpResponse:
    """Say why; then it is shown."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    file = case_for(actor, case)
    check_opens(actor, file, IDENTITY)
    form = OpenIdentityForm(request.POST or None, actor=actor)
    shown = lambda entry: reverse("cases:see_identity", args=[file.id, entry])  # noqa: E731 - said where it is used
    return filed(request, file, form, actions.open_identity, done=shown)


@needs("cases.withhold_opening")
@writes
def withhold_opening(request: HttpRequest, case: str, opening: str) -> HttpResponse:
    """Keep it from the person's own page."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    file = case_for(actor, case)
    if of_host(actor, file) or opening not in {one.id for one in openings_for(file)}:
        raise NotFound(opening)
    return written(
        request,
        WithholdOpeningForm(request.POST or None, actor=actor),
        partial(actions.withhold_opening, case=file.id, opening=opening),
        template="cases/withhold_opening.html",
        context={"case": file, "back": reverse("cases:see_openings")},
        done=reverse("cases:see_openings"),
        message=_("Withheld. It stays written."),
    )


@needs("cases.see_openings")
@require_safe
def see_openings(request: HttpRequest) -> HttpResponse:
    """Who opened whose name, when and why; and who opened many."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = all_openings_for(actor, after=request.GET.get("after", "")[:80], size=SIZE + 1)
    shown = found[:SIZE]
    older = "?" + urlencode({"after": f"{shown[-1].day}.{shown[-1].id}"}) if len(found) > SIZE else ""
    page = {"openings": shown, "older": older, "bulk": bulk_openings_for(actor), "beyond": looks_beyond_for(actor)}
    return render(request, "cases/see_openings.html", page)


@needs("cases.open_identity")
@never_cache
@require_safe
def see_identity(request: HttpRequest, case: str, opening: str) -> HttpResponse:
    """The identity, for whoever just opened it, for five minutes."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    file = case_for(actor, case)
    identity = identity_of(actor, file, opening=opening)
    context = {
        "case": file,
        "identity": identity,
        "nationality": country_name(identity.nationality),
        "back": file_url(file.id),
    }
    return render(request, "cases/see_identity.html", context)
