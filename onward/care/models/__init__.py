"""What residents asked, what was passed to whom, and what is offered at a site."""

from onward.care.models.questions import Question
from onward.care.models.referrals import Referral, Service

__all__ = ["Question", "Referral", "Service"]
