"""What each of the staff reminds themselves of. Only here is that compartment opened."""

from onward.cases.events import ReminderChanged, ReminderNoted
from onward.cases.models import Reminder
from onward.journal.compartments import REMINDERS
from onward.journal.entries import Entry
from onward.journal.project import projector

OPENS = (REMINDERS,)


@projector(ReminderNoted, opens=OPENS)
def keep_reminder(event: ReminderNoted, entry: Entry) -> None:
    Reminder.objects.create(id=entry.id, stream=entry.stream, by=entry.author, on=event.on, words=event.words)


@projector(ReminderChanged, opens=OPENS)
def change_reminder(event: ReminderChanged, entry: Entry) -> None:
    Reminder.objects.filter(id=event.reminder, by=entry.author).update(on=event.on, done=event.done)
