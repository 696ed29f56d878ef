"""Who lodges where, who is on the road, and what keeps them safe there. Written by the projectors alone."""

from onward.shelter.models.diary import CalendarFeed, Meeting, Promised, SiteDay
from onward.shelter.models.holding import Held
from onward.shelter.models.lodging import Lodging, Transfer
from onward.shelter.models.presence import Absence, MoveWish, Seen, Watch
from onward.shelter.models.safety import Apart, InterimCare, Override
from onward.shelter.models.site import (
    Incident,
    Standard,
)

__all__ = [
    "Absence",
    "Apart",
    "CalendarFeed",
    "Held",
    "Incident",
    "InterimCare",
    "Lodging",
    "Meeting",
    "MoveWish",
    "Override",
    "Promised",
    "Seen",
    "SiteDay",
    "Standard",
    "Transfer",
    "Watch",
]
