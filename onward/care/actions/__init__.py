"""What may be done for a resident's care."""

from onward.care.actions.account import note_account, open_account, shut_account
from onward.care.actions.child import assess_child
from onward.care.actions.needs import meet_need, note_need
from onward.care.actions.offered import change_service, end_service, offer_service
from onward.care.actions.questions import answer_question, ask_question, note_question
from onward.care.actions.referrals import (
    answer_referral,
    ask_helped,
    finish_referral,
    send_referral,
    take_back_referral,
    withdraw_referral,
)

__all__ = [
    "answer_question",
    "answer_referral",
    "ask_helped",
    "ask_question",
    "assess_child",
    "change_service",
    "end_service",
    "finish_referral",
    "meet_need",
    "note_account",
    "note_need",
    "note_question",
    "offer_service",
    "open_account",
    "send_referral",
    "shut_account",
    "take_back_referral",
    "withdraw_referral",
]
