"""What one of the staff reminds themselves of."""

from datetime import date

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.events import ReminderChanged, ReminderNoted
from onward.cases.queries import case_for, reminder_for
from onward.cases.rules import check_reminder, check_reminder_day
from onward.journal.append import append, written
from onward.kit.dates import today


@needs("cases.note_reminder")
@transaction.atomic
def note_reminder(actor: Actor, *, case: str, on: date, words: str, entry: str) -> None:
    """Note what one wants to be reminded of about a resident, and on which day. Nobody else reads it."""
    file = case_for(actor, case)
    if written(entry):
        return
    check_reminder(on=on, words=words, today=today())
    append(ReminderNoted(on=on, words=words.strip()), by=actor, stream=file.id, id=entry)


@needs("cases.change_reminder")
@transaction.atomic
def change_reminder(actor: Actor, *, reminder: str, on: date, done: bool = False, entry: str) -> None:
    """Say that it is done, or wanted on another day."""
    found = reminder_for(actor, reminder)
    if written(entry):
        return
    if not done:
        check_reminder_day(on, today=today())
    changed = ReminderChanged(reminder=found.id, on=found.on if done else on, done=done)
    append(changed, by=actor, stream=found.stream, id=entry)
