"""What was handed over, and what one of the staff reminds themselves of."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from onward.access.queries import staff_names
from onward.access.rules import Actor, needs
from onward.cases import actions
from onward.cases.forms import ChangeReminderForm, ReadHandoverForm, ReminderForm
from onward.cases.queries import case_for, case_names, handover_for, reminder_for, reminders_for
from onward.cases.views.filing import filed, writes
from onward.kit.dates import today
from onward.ui.writing import written


@needs("cases.read_handover")
@writes
def read_handover(request: HttpRequest, case: str) -> HttpResponse:
    """What was handed over with a case, for those between whom it passed; the new one says that they read it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    file = case_for(actor, case)
    handover = handover_for(actor, file)
    return filed(
        request,
        file,
        ReadHandoverForm(request.POST or None, actor=actor),
        actions.read_handover,
        message=_("Noted. The case is yours."),
        handover=handover,
        by=staff_names([handover.by]).get(handover.by, ""),
        mine=handover.worker == actor.id and handover.read_on is None,
    )


@needs("cases.see_reminders")
@require_safe
def see_reminders(request: HttpRequest) -> HttpResponse:
    """What one wants to be reminded of: one's own alone."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    return render(request, "cases/see_reminders.html", {"reminders": reminders_for(actor), "today": today()})


@needs("cases.note_reminder")
@writes
def note_reminder(request: HttpRequest, case: str) -> HttpResponse:
    """Note what one wants to be reminded of."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    file = case_for(actor, case)
    return filed(
        request,
        file,
        ReminderForm(request.POST or None, actor=actor),
        actions.note_reminder,
        message=_("It will stand on your Today on that day."),
        reminders=reminders_for(actor, cases=[file.id]),
    )


@needs("cases.change_reminder")
@writes
def change_reminder(request: HttpRequest, reminder: str) -> HttpResponse:
    """It is done, or wanted on another day."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by access
    found = reminder_for(actor, reminder)
    day = max(found.on, today())
    return written(
        request,
        ChangeReminderForm(request.POST or None, actor=actor, initial={"on": day}),
        partial(actions.change_reminder, reminder=found.id),
        template="cases/change_reminder.html",
        context={
            "reminder": found,
            "name": case_names([found.stream]).get(found.stream, ""),
            "back": reverse("cases:see_reminders"),
        },
        done=reverse("cases:see_reminders"),
    )
