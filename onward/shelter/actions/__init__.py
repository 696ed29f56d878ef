"""Sending people on, receiving them, giving them places, and keeping them safe there."""

from onward.shelter.actions.arrange_care import arrange_care
from onward.shelter.actions.assign_place import assign_place
from onward.shelter.actions.cancel_transfer import cancel_transfer
from onward.shelter.actions.keep_apart import end_keeping_apart, keep_apart
from onward.shelter.actions.receive_transfer import receive_transfer
from onward.shelter.actions.send_transfer import send_transfer

__all__ = [
    "arrange_care",
    "assign_place",
    "cancel_transfer",
    "end_keeping_apart",
    "keep_apart",
    "receive_transfer",
    "send_transfer",
]
