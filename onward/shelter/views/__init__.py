"""The pages of shelter."""

from onward.shelter.views.placing import assign_place, block, board, boards
from onward.shelter.views.road import cancel_transfer, receive_transfer, send_transfer, transfers
from onward.shelter.views.safety import arrange_care, end_keeping_apart, keep_apart, see_apart, see_safety

__all__ = [
    "arrange_care",
    "assign_place",
    "block",
    "board",
    "boards",
    "cancel_transfer",
    "end_keeping_apart",
    "keep_apart",
    "receive_transfer",
    "see_apart",
    "see_safety",
    "send_transfer",
    "transfers",
]
