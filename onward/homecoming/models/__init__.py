"""What stands on each resident's way onward and on the journey: read models, written by projectors alone."""

from onward.homecoming.models.choosing import Determination
from onward.homecoming.models.convoys import Convoy, Seat, Told
from onward.homecoming.models.endings import (
    Closed,
    Ending,
    Visit,
)
from onward.homecoming.models.papers import CivilPaper, Claim, Evidence, Scan
from onward.homecoming.models.way import (
    Check,
    Consent,
    Disclosure,
    Exit,
    Inquiry,
    Journey,
    Paper,
    Wish,
)

__all__ = [
    "Check",
    "CivilPaper",
    "Claim",
    "Closed",
    "Consent",
    "Convoy",
    "Determination",
    "Disclosure",
    "Ending",
    "Evidence",
    "Exit",
    "Inquiry",
    "Journey",
    "Paper",
    "Scan",
    "Seat",
    "Told",
    "Visit",
    "Wish",
]
