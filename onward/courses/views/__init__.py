"""The pages of courses: a site's list, one course, its roster; a person's answers; talks."""

from onward.courses.views.answering import judge_child_teaching, note_answer, offer_course, see_answers
from onward.courses.views.attending import scan_attendance, take_attendance
from onward.courses.views.courses import (
    cancel_session,
    change_course,
    end_course,
    plan_sessions,
    see_course,
    see_courses,
    see_week,
    start_course,
)
from onward.courses.views.letters import (
    give_certificate,
    open_certificate,
    see_certificate,
    see_named_certificate,
)
from onward.courses.views.talks import note_talk, see_talks

__all__ = [
    "cancel_session",
    "change_course",
    "end_course",
    "give_certificate",
    "judge_child_teaching",
    "note_answer",
    "note_talk",
    "offer_course",
    "open_certificate",
    "plan_sessions",
    "scan_attendance",
    "see_answers",
    "see_certificate",
    "see_course",
    "see_courses",
    "see_named_certificate",
    "see_talks",
    "see_week",
    "start_course",
    "take_attendance",
]
