"""What is given out, how many, and what one person was given."""

from onward.relief.queries.servings import (
    Given,
    Standing,
    check_may_have,
    exceptions_for,
    family_due,
    given_to,
    person_for,
    served_by,
    serving_for,
    standings_of,
    why_not,
)
from onward.relief.queries.things import Counts, Offered, counts_for, given_on, offered_at, thing_for, things_at

__all__ = [
    "Counts",
    "Given",
    "Offered",
    "Standing",
    "check_may_have",
    "counts_for",
    "exceptions_for",
    "family_due",
    "given_on",
    "given_to",
    "offered_at",
    "person_for",
    "served_by",
    "serving_for",
    "standings_of",
    "thing_for",
    "things_at",
    "why_not",
]
