"""Whose day it was: every day of a stay has one step, one named holder and one reason, or is unexplained.

The rule itself stands in docs/account.md; the numbers in comments here are its own.
"""

from onward.waiting.rules.account.days import account, accounts, ever_at
from onward.waiting.rules.account.shape import Account, Owner, Row, Span, is_named
from onward.waiting.rules.account.sums import BY, By, Sum, sorted_sums, summed

__all__ = [
    "BY",
    "Account",
    "By",
    "Owner",
    "Row",
    "Span",
    "Sum",
    "account",
    "accounts",
    "ever_at",
    "is_named",
    "sorted_sums",
    "summed",
]
