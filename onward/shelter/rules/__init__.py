"""May these people sleep there, may these people be sent: plain values in, RuleBroken out."""

from onward.shelter.rules.placing import Bed, Guest, check_change, check_here, check_places, why_not
from onward.shelter.rules.sending import (
    Traveller,
    check_cancelling,
    check_destination,
    check_left,
    check_moment,
    check_reached,
    check_receiving,
    check_sending,
)

__all__ = [
    "Bed",
    "Guest",
    "Traveller",
    "check_cancelling",
    "check_change",
    "check_destination",
    "check_here",
    "check_left",
    "check_moment",
    "check_places",
    "check_reached",
    "check_receiving",
    "check_sending",
    "why_not",
]
