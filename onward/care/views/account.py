"""The account of a journey: read, and written down."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from onward.access.actions import note_reading
from onward.access.rules import Actor, may, needs
from onward.care import actions, forms, queries
from onward.care.views.shape import write
from onward.cases.queries import case_for, check_opens
from onward.journal.compartments import ACCOUNT
from onward.ui.writing import written


@needs("care.see_account")
@require_safe
def see_account(request: HttpRequest, case: str) -> HttpResponse:
    """What somebody told of their journey; that it was read is noted like every reading of a file."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = case_for(actor, case)
    accounts = queries.accounts_for(actor, found)
    note_reading(actor, case=found.id)
    context = {
        "case": found,
        "accounts": accounts,
        "readers": sorted(queries.readers_of(found.id).values()),
        "notes": may(actor, "care.note_account") and found.ended_on is None,
    }
    return render(request, "care/see_account.html", context)


@needs("care.note_account")
@write
def note_account(request: HttpRequest, case: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = case_for(actor, case)
    check_opens(actor, found, ACCOUNT)
    back = reverse("care:see_account", args=[case])
    return written(
        request,
        forms.NoteAccountForm(request.POST or None, actor=actor, case=found),
        partial(actions.note_account, case=case),
        template="care/note_account.html",
        context={"case": found, "back": back},
        done=back,
        message=_("Kept, for their care and their relatives only."),
    )
