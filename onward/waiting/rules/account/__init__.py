"""Whose day it was: every day of a stay has one step, one named holder and one reason, or is unexplained.

The rule itself stands in docs/architecture.md under that name; the numbers in comments here are its own.
"""

from onward.waiting.rules.account.days import account
from onward.waiting.rules.account.shape import Account, Owner, Row, Span, is_named

__all__ = ["Account", "Owner", "Row", "Span", "account", "is_named"]
