"""What follows from what was said about a way; plain values in, plain values out."""

from onward.waiting.rules.account import Account, Owner, Row, account, is_named
from onward.waiting.rules.clocks import CLOCK, check_overrun, may_explain
from onward.waiting.rules.handing import (
    check_blocked,
    check_day,
    check_handed,
    check_lifted,
    check_office,
    check_opened,
    check_present,
)
from onward.waiting.rules.lateness import Lateness, Told
from onward.waiting.rules.sentences import Explanation, Waiting, explain, norm_words
from onward.waiting.rules.way import Known, Way, after

__all__ = [
    "CLOCK",
    "Account",
    "Explanation",
    "Known",
    "Lateness",
    "Owner",
    "Row",
    "Told",
    "Waiting",
    "Way",
    "account",
    "after",
    "check_blocked",
    "check_day",
    "check_handed",
    "check_lifted",
    "check_office",
    "check_opened",
    "check_overrun",
    "check_present",
    "explain",
    "is_named",
    "may_explain",
    "norm_words",
]
