"""The screens of a resident's file. The file itself is put together by the desk."""

from onward.cases.views.cards import issue_card, revoke_card
from onward.cases.views.history import correct_entry, see_history, withdraw_entry
from onward.cases.views.identity import note_identity, open_identity, see_identity, see_openings, withhold_opening
from onward.cases.views.liberty import answer_challenge, challenges, hear_challenge, note_challenge, record_liberty
from onward.cases.views.screening import begin_screening, end_screening
from onward.cases.views.standing import assign_case_worker
from onward.cases.views.together import link_family, note_companion
from onward.cases.views.working import change_reminder, note_reminder, read_handover, see_reminders

__all__ = [
    "answer_challenge",
    "assign_case_worker",
    "begin_screening",
    "challenges",
    "change_reminder",
    "correct_entry",
    "end_screening",
    "hear_challenge",
    "issue_card",
    "link_family",
    "note_challenge",
    "note_companion",
    "note_identity",
    "note_reminder",
    "open_identity",
    "read_handover",
    "record_liberty",
    "revoke_card",
    "see_history",
    "see_identity",
    "see_openings",
    "see_reminders",
    "withdraw_entry",
    "withhold_opening",
]
