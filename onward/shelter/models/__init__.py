"""Who lodges where, who is on the road, and what keeps them safe there. Written by the projectors alone."""

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
    "Held",
    "Incident",
    "InterimCare",
    "Lodging",
    "MoveWish",
    "Override",
    "Seen",
    "Standard",
    "Transfer",
    "Watch",
]
