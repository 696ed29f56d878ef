"""What happens between places, and what keeps people safe where they sleep."""

from onward.shelter.events.diary import (
    CommitteeMinuted,
    FeedOpened,
    FeedStopped,
    OccasionCancelled,
    OccasionPlanned,
    PromiseAnswered,
)
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
    "CommitteeMinuted",
    "FeedOpened",
    "FeedStopped",
    "IncidentFollowed",
    "IncidentRecorded",
    "IncidentSettled",
    "IncidentShared",
    "InterimCareArranged",
    "KeepingApartAsked",
    "KeepingApartEnded",
    "MoveAnswered",
    "MoveAsked",
    "OccasionCancelled",
    "OccasionPlanned",
    "Placed",
    "PlacesHeld",
    "PlacesReleased",
    "PresenceTaken",
    "PromiseAnswered",
    "StandardMeasured",
    "TransferCancelled",
    "TransferReceived",
    "TransferSent",
]
