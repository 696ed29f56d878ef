"""From entries to questions, referrals and services."""

from onward.care.projectors import questions, referrals

__all__ = ["questions", "referrals"]
