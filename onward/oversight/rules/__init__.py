"""Who may review a stay, and what a review says. Plain values in, RuleBroken out."""

from onward.oversight.rules.feeding import check_answers, check_key
from onward.oversight.rules.reviews import (
    check_assigned,
    check_day,
    check_decided,
    check_hearing,
    check_open,
    check_reviewer,
    check_told,
    found_of,
)

__all__ = [
    "check_answers",
    "check_assigned",
    "check_day",
    "check_decided",
    "check_hearing",
    "check_key",
    "check_open",
    "check_reviewer",
    "check_told",
    "found_of",
]
