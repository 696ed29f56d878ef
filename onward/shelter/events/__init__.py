"""What happens between places, and what keeps people safe where they sleep."""

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

__all__ = [
    "AbsenceEnded",
    "AbsenceLimitChanged",
    "AbsenceNoted",
    "ApartSettled",
    "InterimCareArranged",
    "KeepingApartAsked",
    "KeepingApartEnded",
    "MoveAnswered",
    "MoveAsked",
    "Placed",
    "PresenceTaken",
    "TransferCancelled",
    "TransferReceived",
    "TransferSent",
]
