"""What may be done with a resident's file."""

from onward.cases.actions.cards import IssuedCard, issue_card, revoke_card
from onward.cases.actions.corrections import correct_entry, withdraw_entry
from onward.cases.actions.guard import Guard
from onward.cases.actions.identity import note_identity, open_identity, withhold_opening
from onward.cases.actions.liberty import (
    answer_challenge,
    challenge_liberty,
    hear_challenge,
    note_challenge,
    record_liberty,
    take_back_challenge,
)
from onward.cases.actions.looks import note_look
from onward.cases.actions.reminders import change_reminder, note_reminder
from onward.cases.actions.screening import begin_screening, end_screening
from onward.cases.actions.sheets import print_sheets
from onward.cases.actions.standing import assign_case_worker, hand_over_case, read_handover, release_cases
from onward.cases.actions.together import link_family, note_companion

__all__ = [
    "Guard",
    "IssuedCard",
    "answer_challenge",
    "assign_case_worker",
    "begin_screening",
    "challenge_liberty",
    "change_reminder",
    "correct_entry",
    "end_screening",
    "hand_over_case",
    "hear_challenge",
    "issue_card",
    "link_family",
    "note_challenge",
    "note_companion",
    "note_identity",
    "note_look",
    "note_reminder",
    "open_identity",
    "print_sheets",
    "read_handover",
    "record_liberty",
    "release_cases",
    "revoke_card",
    "take_back_challenge",
    "withdraw_entry",
    "withhold_opening",
]
