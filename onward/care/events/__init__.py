"""What a resident needs and asks for, and how it is met."""

from onward.care.events.account import AccountClosed, AccountGiven, AccountOpened
from onward.care.events.child import ChildAssessed, RelativeSought, Verified, WithWhom
from onward.care.events.needs import NeedMet, NeedNoted
from onward.care.events.offered import ServiceEnded, ServiceOffered
from onward.care.events.questions import QuestionAnswered, QuestionAsked
from onward.care.events.referrals import (
    Declined,
    Gender,
    Helped,
    ReferralAccepted,
    ReferralDeclined,
    ReferralFinished,
    ReferralHeard,
    ReferralSent,
    ReferralWithdrawn,
)

__all__ = [
    "AccountClosed",
    "AccountGiven",
    "AccountOpened",
    "ChildAssessed",
    "Declined",
    "Gender",
    "Helped",
    "NeedMet",
    "NeedNoted",
    "QuestionAnswered",
    "QuestionAsked",
    "ReferralAccepted",
    "ReferralDeclined",
    "ReferralFinished",
    "ReferralHeard",
    "ReferralSent",
    "ReferralWithdrawn",
    "RelativeSought",
    "ServiceEnded",
    "ServiceOffered",
    "Verified",
    "WithWhom",
]
