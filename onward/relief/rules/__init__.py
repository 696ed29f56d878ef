"""May it be given out so; may this person have one now."""

from onward.relief.rules.serving import (
    SHOWN_DAYS,
    Had,
    Terms,
    check_because,
    check_card,
    check_collected,
    check_due,
    check_family,
    check_given,
    check_offered,
    check_person,
    stream_of,
)
from onward.relief.rules.things import LONGEST, MOST_A_DAY, check_thing

__all__ = [
    "LONGEST",
    "MOST_A_DAY",
    "SHOWN_DAYS",
    "Had",
    "Terms",
    "check_because",
    "check_card",
    "check_collected",
    "check_due",
    "check_family",
    "check_given",
    "check_offered",
    "check_person",
    "check_thing",
    "stream_of",
]
