"""All that may be done about courses, and about what is a person's own."""

from onward.courses.actions.answering import (
    answer_course,
    give_certificate,
    judge_child_teaching,
    note_answer,
    offer_course,
)
from onward.courses.actions.attending import scan_attendance, take_attendance
from onward.courses.actions.courses import cancel_session, change_course, end_course, plan_sessions, start_course
from onward.courses.actions.own import allow_reading, note_talk, stop_reading, write_goal

__all__ = [
    "allow_reading",
    "answer_course",
    "cancel_session",
    "change_course",
    "end_course",
    "give_certificate",
    "judge_child_teaching",
    "note_answer",
    "note_talk",
    "offer_course",
    "plan_sessions",
    "scan_attendance",
    "start_course",
    "stop_reading",
    "take_attendance",
    "write_goal",
]
