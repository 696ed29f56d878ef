"""What one of the staff reminds themselves of: sealed in a compartment that nobody else reads."""

from datetime import date
from typing import ClassVar

from onward.journal.events import Event


class ReminderEvent(Event, frozen=True, kw_only=True):
    """Base of reminders. They stand in the person's file, so that they are erased with it."""

    closed: ClassVar[str | None] = "reminders"


class ReminderNoted(ReminderEvent, frozen=True, kw_only=True):
    """Whoever writes it wants to be reminded of something on a day."""

    on: date
    words: str


class ReminderChanged(ReminderEvent, frozen=True, kw_only=True):
    """They want to be reminded on another day, or no more: it is done."""

    reminder: str
    on: date
    done: bool = False
