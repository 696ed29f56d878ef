"""The pages of care."""

from onward.care.views.account import note_account, see_account
from onward.care.views.care import assess_child, see_care
from onward.care.views.needs import meet_need, note_need
from onward.care.views.offered import change_service, end_service, offer_service, see_services
from onward.care.views.questions import answer_question, note_question
from onward.care.views.referrals import (
    answer_referral,
    ask_helped,
    finish_referral,
    send_referral,
    withdraw_referral,
)

__all__ = [
    "answer_question",
    "answer_referral",
    "ask_helped",
    "assess_child",
    "change_service",
    "end_service",
    "finish_referral",
    "meet_need",
    "note_account",
    "note_need",
    "note_question",
    "offer_service",
    "see_account",
    "see_care",
    "see_services",
    "send_referral",
    "withdraw_referral",
]
