"""Sending people on, receiving them, giving them places, and keeping them safe there."""

from onward.shelter.actions.arrange_care import arrange_care
from onward.shelter.actions.assign_place import assign_place
from onward.shelter.actions.cancel_transfer import cancel_transfer
from onward.shelter.actions.hold_places import hold_places, release_place
from onward.shelter.actions.keep_apart import end_keeping_apart, keep_apart
from onward.shelter.actions.move import answer_move, ask_move, note_move
from onward.shelter.actions.presence import (
    end_absence,
    note_absences,
    scan_presence,
    set_absence_limit,
    take_roster,
)
from onward.shelter.actions.receive_transfer import receive_transfer
from onward.shelter.actions.send_transfer import send_transfer
from onward.shelter.actions.site import (
    follow_incident,
    note_measure,
    record_incident,
)

__all__ = [
    "answer_move",
    "arrange_care",
    "ask_move",
    "assign_place",
    "cancel_transfer",
    "end_absence",
    "end_keeping_apart",
    "follow_incident",
    "hold_places",
    "keep_apart",
    "note_absences",
    "note_measure",
    "note_move",
    "receive_transfer",
    "record_incident",
    "release_place",
    "scan_presence",
    "send_transfer",
    "set_absence_limit",
    "take_roster",
]
