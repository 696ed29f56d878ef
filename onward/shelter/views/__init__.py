"""The pages of shelter."""

from onward.shelter.views.board import block, board, boards, hold_places, place, release_place
from onward.shelter.views.placing import assign_place
from onward.shelter.views.presence import (
    answer_move,
    end_absence,
    note_move,
    scan_presence,
    set_absence_limit,
    take_roster,
)
from onward.shelter.views.road import cancel_transfer, receive_transfer, send_transfer, transfers
from onward.shelter.views.safety import arrange_care, end_keeping_apart, keep_apart, see_apart
from onward.shelter.views.site import (
    follow_incident,
    note_measure,
    record_incident,
    see_safety,
    see_standards,
)

__all__ = [
    "answer_move",
    "arrange_care",
    "assign_place",
    "block",
    "board",
    "boards",
    "cancel_transfer",
    "end_absence",
    "end_keeping_apart",
    "follow_incident",
    "hold_places",
    "keep_apart",
    "note_measure",
    "note_move",
    "place",
    "receive_transfer",
    "record_incident",
    "release_place",
    "scan_presence",
    "see_apart",
    "see_safety",
    "see_standards",
    "send_transfer",
    "set_absence_limit",
    "take_roster",
    "transfers",
]
