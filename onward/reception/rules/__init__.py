"""What may be recorded at an arrival, and what follows from it; plain values in, RuleBroken out."""

from onward.reception.rules.arrivals import (
    LONGEST_BELONGINGS,
    MOST_PEOPLE,
    Person,
    check_arrival,
    check_people,
    companions,
    in_family,
)
from onward.reception.rules.needs import GIVEN, NEEDS, OFFICES, THEN, TOLD, WITH_WHOM, Need, needs_of, norm_of, unmet

__all__ = [
    "GIVEN",
    "LONGEST_BELONGINGS",
    "MOST_PEOPLE",
    "NEEDS",
    "OFFICES",
    "THEN",
    "TOLD",
    "WITH_WHOM",
    "Need",
    "Person",
    "check_arrival",
    "check_people",
    "companions",
    "in_family",
    "needs_of",
    "norm_of",
    "unmet",
]
