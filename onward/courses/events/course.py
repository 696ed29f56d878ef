"""A course and its sessions. The stream is the course, not a case: nothing here names a resident."""

from datetime import date
from typing import Literal

import msgspec

from onward.journal.events import Event

Subject = Literal["religion", "language", "literacy", "civic", "trade", "group", "parenting", "sport"]


class CourseEvent(Event, frozen=True, kw_only=True):
    """Base of what says what a course is; the whole is said again. Oversight reads all of it.

    `teacher` is a member of staff, who takes the roster; `curriculum` is what is taught, in words or a short outline;
    `language` the language it is taught in, `interpreter` who interprets, by name.
    """

    site: str
    title: str
    subject: Subject
    teacher: str
    curriculum: str = ""
    language: str = ""
    interpreter: str = ""
    room: str = ""


class CourseStarted(CourseEvent, frozen=True, kw_only=True):
    """A course is held at a site from now on, for whoever wants it."""


class CourseChanged(CourseEvent, frozen=True, kw_only=True):
    """A course has another teacher, curriculum, language, interpreter or room; `reason` is why."""

    reason: str = ""


class CourseEnded(Event, frozen=True, kw_only=True):
    """A course is over; certificates for it can still be given."""

    reason: str = ""


class Slot(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One session as planned: its day, when it begins (HH:MM), how long it is, and where, if not in the usual room."""

    day: date
    begins: str
    minutes: int
    room: str = ""


class SessionsPlanned(Event, frozen=True, kw_only=True):
    """Sessions of a course are planned, one or one a week."""

    slots: tuple[Slot, ...]


class SessionCancelled(Event, frozen=True, kw_only=True):
    """A session does not take place."""

    session: str
    reason: str = ""
