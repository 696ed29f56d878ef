"""What happens between places, and what keeps people safe where they sleep."""

from onward.shelter.events.moving import Placed, TransferCancelled, TransferReceived, TransferSent
from onward.shelter.events.safety import ApartSettled, InterimCareArranged, KeepingApartAsked, KeepingApartEnded

__all__ = [
    "ApartSettled",
    "InterimCareArranged",
    "KeepingApartAsked",
    "KeepingApartEnded",
    "Placed",
    "TransferCancelled",
    "TransferReceived",
    "TransferSent",
]
