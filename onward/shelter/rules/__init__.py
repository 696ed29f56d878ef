"""May these people sleep there, may these people be sent: plain values in, RuleBroken out."""

from onward.shelter.rules.holding import LONGEST_HOLD, check_held, check_holding_for, check_released, check_somewhere
from onward.shelter.rules.placing import Bed, Guest, check_change, check_here, check_places, why_not
from onward.shelter.rules.presence import (
    FIND_OUT,
    MOVE_NORM,
    check_absent,
    check_limit,
    check_move_answered,
    check_move_asked,
    check_present,
    check_scanned,
)
from onward.shelter.rules.safety import (
    LONGEST_CARE,
    check_apart,
    check_care,
    check_ended,
    check_review,
    check_sent_safely,
)
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
from onward.shelter.rules.site import (
    check_followed,
    check_incident,
    check_measure,
    check_past,
)

__all__ = [
    "FIND_OUT",
    "LONGEST_CARE",
    "LONGEST_HOLD",
    "MOVE_NORM",
    "Bed",
    "Guest",
    "Traveller",
    "check_absent",
    "check_apart",
    "check_cancelling",
    "check_care",
    "check_change",
    "check_destination",
    "check_ended",
    "check_followed",
    "check_held",
    "check_here",
    "check_holding_for",
    "check_incident",
    "check_left",
    "check_limit",
    "check_measure",
    "check_moment",
    "check_move_answered",
    "check_move_asked",
    "check_past",
    "check_places",
    "check_present",
    "check_reached",
    "check_receiving",
    "check_released",
    "check_review",
    "check_scanned",
    "check_sending",
    "check_sent_safely",
    "check_somewhere",
    "why_not",
]
