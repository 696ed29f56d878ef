"""All that was said in a file; correcting and withdrawing."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from onward.access.actions import note_reading
from onward.access.queries import readings_for
from onward.access.rules import Actor, may, needs
from onward.cases import actions
from onward.cases.forms import CorrectForm, WithdrawForm
from onward.cases.queries import case_for, entry_of, history_for, title_of
from onward.cases.views.filing import filed, writes
from onward.journal.append import written
from onward.journal.entries import Entry
from onward.ui.forms import EntryForm

if TYPE_CHECKING:
    from onward.cases.models import Case


@needs("cases.see_history")
@require_safe
def see_history(request: HttpRequest, case: str) -> HttpResponse:
    """Everything that was said, latest first, and who read the file."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    file = case_for(actor, case)
    note_reading(actor, case=file.id)
    said = history_for(actor, file)
    corrects = may(actor, "cases.correct_entry")
    changes = {each.author for each in said} - {file.id} if _coordinates(actor) else {actor.id}
    rows = [{"said": each, "may_change": corrects and each.author in changes} for each in reversed(said)]
    context = {"case": file, "rows": rows, "readings": readings_for(actor, file.id)}
    return render(request, "cases/see_history.html", context)


def _coordinates(actor: Actor) -> bool:
    return "coordinator" in actor.roles


@needs("cases.correct_entry")
@writes
def correct_entry(request: HttpRequest, case: str, wrong: str) -> HttpResponse:
    """Say an entry again."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    file = case_for(actor, case)
    entry = entry_of(actor, file, wrong)
    form = CorrectForm(request.POST or None, actor=actor, version=file.version, wrong=entry)
    act = partial(actions.correct_entry, corrects=entry.id)
    return _changed(request, file, form, act, entry, _("Corrected."))


@needs("cases.withdraw_entry")
@writes
def withdraw_entry(request: HttpRequest, case: str, wrong: str) -> HttpResponse:
    """Take an entry back."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    file = case_for(actor, case)
    if written(request.POST.get("entry", "")):  # sent twice: what it took back is no longer to be found
        return redirect("cases:see_history", file.id)
    entry = entry_of(actor, file, wrong)
    form = WithdrawForm(request.POST or None, actor=actor, version=file.version)
    act = partial(actions.withdraw_entry, withdraws=entry.id)
    return _changed(request, file, form, act, entry, _("Withdrawn."))


def _changed(
    request: HttpRequest, file: "Case", form: EntryForm, act: Callable[..., object], entry: Entry, message: str
) -> HttpResponse:
    history = reverse("cases:see_history", args=[file.id])
    page = {"title": title_of(entry.kind), "day": entry.day}
    return filed(request, file, form, act, done=history, message=message, **page)
