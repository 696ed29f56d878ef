"""What residents ask, need and told, for those who may know of it."""

from onward.care.queries.account import Account, accounts_for, lawyers_at, opens_account, readers_of
from onward.care.queries.care import Care, Offered, Passed, care_for, said_of, services_said
from onward.care.queries.child import assessments_of, assessments_owed, found_adult, is_child
from onward.care.queries.needs import may_note, need_for, need_words, needs_of
from onward.care.queries.questions import answers, page_of, question_for, question_ids, questions_of
from onward.care.queries.referrals import (
    looked_for_elsewhere,
    may_refer,
    open_matters,
    referral_for,
    referrals_of,
    service_for,
    services_at,
    services_for,
)

__all__ = [
    "Account",
    "Care",
    "Offered",
    "Passed",
    "accounts_for",
    "answers",
    "assessments_of",
    "assessments_owed",
    "care_for",
    "found_adult",
    "is_child",
    "lawyers_at",
    "looked_for_elsewhere",
    "may_note",
    "may_refer",
    "need_for",
    "need_words",
    "needs_of",
    "open_matters",
    "opens_account",
    "page_of",
    "question_for",
    "question_ids",
    "questions_of",
    "readers_of",
    "referral_for",
    "referrals_of",
    "said_of",
    "service_for",
    "services_at",
    "services_for",
    "services_said",
]
