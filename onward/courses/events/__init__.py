"""What is said of courses: in a course's own stream, and of each person in a compartment that no other room opens."""

from onward.courses.events.course import (
    CourseChanged,
    CourseEnded,
    CourseEvent,
    CourseStarted,
    SessionCancelled,
    SessionsPlanned,
    Slot,
)
from onward.courses.events.own import GoalNoted, ReadingAllowed, ReadingStopped, TalkNoted
from onward.courses.events.taking import (
    AttendanceNoted,
    CertificateGiven,
    ChildTeachingJudged,
    CourseAgreed,
    CourseDeclined,
    CourseLeft,
    CourseOffered,
)

__all__ = [
    "AttendanceNoted",
    "CertificateGiven",
    "ChildTeachingJudged",
    "CourseAgreed",
    "CourseChanged",
    "CourseDeclined",
    "CourseEnded",
    "CourseEvent",
    "CourseLeft",
    "CourseOffered",
    "CourseStarted",
    "GoalNoted",
    "ReadingAllowed",
    "ReadingStopped",
    "SessionCancelled",
    "SessionsPlanned",
    "Slot",
    "TalkNoted",
]
