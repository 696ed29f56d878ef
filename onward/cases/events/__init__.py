"""What may happen to a resident, and the shape that every event of a case has."""

from onward.cases.events.card import CardIssued, CardRevoked
from onward.cases.events.identity import IdentityNoted, IdentityOpened
from onward.cases.events.shape import (
    CaseEvent,
    CaseOpenedEvent,
    Closes,
    Holder,
    HolderKind,
    Holds,
    MayLeave,
    Move,
    Opens,
)
from onward.cases.events.standing import CaseWorkerAssigned, CaseWorkerLeft, LibertyRecorded
from onward.cases.events.together import CompanionNoted, FamilyJoined

__all__ = [
    "CardIssued",
    "CardRevoked",
    "CaseEvent",
    "CaseOpenedEvent",
    "CaseWorkerAssigned",
    "CaseWorkerLeft",
    "Closes",
    "CompanionNoted",
    "FamilyJoined",
    "Holder",
    "HolderKind",
    "Holds",
    "IdentityNoted",
    "IdentityOpened",
    "LibertyRecorded",
    "MayLeave",
    "Move",
    "Opens",
]
