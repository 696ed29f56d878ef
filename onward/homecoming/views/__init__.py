"""The pages of the way onward: what stands, the exits asked of an officer, and one short page for each act."""

from onward.homecoming.views.asking import ask_nationality, record_answer, record_papers
from onward.homecoming.views.checking import check_contact, check_return
from onward.homecoming.views.hearing import record_consent, record_wish, withdraw_consent, withdraw_wish
from onward.homecoming.views.leaving import (
    authorise_exit,
    confirm_arrival,
    exits,
    record_departure,
    record_handover,
    refuse_exit,
)
from onward.homecoming.views.letters import appeal_refusal, record_reply, see_letters, send_letter
from onward.homecoming.views.way import way

__all__ = [
    "appeal_refusal",
    "ask_nationality",
    "authorise_exit",
    "check_contact",
    "check_return",
    "confirm_arrival",
    "exits",
    "record_answer",
    "record_consent",
    "record_departure",
    "record_handover",
    "record_papers",
    "record_reply",
    "record_wish",
    "refuse_exit",
    "see_letters",
    "send_letter",
    "way",
    "withdraw_consent",
    "withdraw_wish",
]
