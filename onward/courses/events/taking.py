"""What a person said to a course, and when they were there.

In the person's file, but no event of the case: it opens, closes, blocks and moves nothing, says no fact, and lies whole
in a compartment that no projector of another room opens. Outside of it there is neither kind nor title.
"""

from datetime import date
from typing import ClassVar, Literal

from onward.journal.events import Event


class TakingEvent(Event, frozen=True, kw_only=True):
    """Base of what is between a person and a course (`course` is its stream)."""

    closed: ClassVar[str | None] = "courses"

    course: str


class CourseOffered(TakingEvent, frozen=True, kw_only=True):
    """The course was offered to the person by name; once, and never again by staff after they said no."""


class CourseAgreed(TakingEvent, frozen=True, kw_only=True):
    """The person said yes. `noted_by` is empty when they said it themselves, at their own page."""

    noted_by: str = ""


class CourseDeclined(TakingEvent, frozen=True, kw_only=True):
    """The person said no to what was offered. Nobody asks why, and nothing follows from it."""

    noted_by: str = ""


class CourseLeft(TakingEvent, frozen=True, kw_only=True):
    """The person had said yes and does so no longer. Nobody asks why, and nothing follows from it."""

    noted_by: str = ""


class AttendanceNoted(TakingEvent, frozen=True, kw_only=True):
    """The person was at a session; or, `present` false, was not after all. The latest stands."""

    session: str
    present: bool = True


class ChildTeachingJudged(TakingEvent, frozen=True, kw_only=True):
    """Somebody weighed whether religious teaching is in the best interests of a child; two must find that it is.

    `officer` says that a child protection officer judged; `heard` is what the child said of it, in their words.
    """

    best: bool
    reasons: str
    heard: str
    officer: bool = False
    by_name: str = ""


class CertificateGiven(TakingEvent, frozen=True, kw_only=True):
    """A letter says that the person took part: from when until when and for how long. No more stands on it.

    `name` is what the person chose to be called on it: their case name, their own, or a line to write on.
    """

    name: Literal["case", "own", "line"]
    minutes: int
    first: date
    last: date
    language: str = ""
