"""What may be said of courses: plain values in, RuleBroken out. Nothing here looks at anything but courses."""

from onward.courses.rules.own import check_goal, check_reader, check_talk
from onward.courses.rules.planning import (
    LONGEST_COURSE,
    check_course,
    check_running,
    check_session,
    check_slots,
    weekly,
)
from onward.courses.rules.taking import (
    FEW,
    check_answer,
    check_attendance,
    check_certificate,
    check_child,
    check_judgement,
    check_offer,
    child_may,
    shown_count,
)

__all__ = [
    "FEW",
    "LONGEST_COURSE",
    "check_answer",
    "check_attendance",
    "check_certificate",
    "check_child",
    "check_course",
    "check_goal",
    "check_judgement",
    "check_offer",
    "check_reader",
    "check_running",
    "check_session",
    "check_slots",
    "check_talk",
    "child_may",
    "shown_count",
    "weekly",
]
