"""What happens between places, and what keeps people safe where they sleep."""

from onward.shelter.events.holding import PlacesHeld, PlacesReleased
from onward.shelter.events.moving import Placed, TransferCancelled, TransferReceived, TransferSent
from onward.shelter.events.presence import (
    AbsenceEnded,
    AbsenceLimitChanged,
    AbsenceNoted,
    MoveAnswered,
    MoveAsked,
    PresenceTaken,
)
from onward.shelter.events.safety import ApartSettled, InterimCareArranged, KeepingApartAsked, KeepingApartEnded
from onward.shelter.events.site import (
    IncidentFollowed,
    IncidentRecorded,
    IncidentSettled,
    IncidentShared,
    StandardMeasured,
)

__all__ = [
    "AbsenceEnded",
    "AbsenceLimitChanged",
    "AbsenceNoted",
    "ApartSettled",
    "IncidentFollowed",
    "IncidentRecorded",
    "IncidentSettled",
    "IncidentShared",
    "InterimCareArranged",
    "KeepingApartAsked",
    "KeepingApartEnded",
    "MoveAnswered",
    "MoveAsked",
    "Placed",
    "PlacesHeld",
    "PlacesReleased",
    "PresenceTaken",
    "StandardMeasured",
    "TransferCancelled",
    "TransferReceived",
    "TransferSent",
]
