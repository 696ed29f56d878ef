"""Sending people on, receiving them, calling it off, and giving them places."""

from onward.shelter.actions.assign_place import assign_place
from onward.shelter.actions.cancel_transfer import cancel_transfer
from onward.shelter.actions.receive_transfer import receive_transfer
from onward.shelter.actions.send_transfer import send_transfer

__all__ = ["assign_place", "cancel_transfer", "receive_transfer", "send_transfer"]
