"""What may happen to a resident, and the shape that every event of a case has."""

from onward.cases.events.card import CardIssued, CardRevoked
from onward.cases.events.guard import CareOwed
from onward.cases.events.identity import IdentityNoted, IdentityOpened, NameSought, OpeningRefused, OpeningWithheld
from onward.cases.events.liberty import (
    ChallengeAnswer,
    ChallengeAnswered,
    ChallengeHeard,
    ChallengeWithdrawn,
    LibertyChallenged,
    LibertyRecorded,
)
from onward.cases.events.reminders import ReminderChanged, ReminderNoted
from onward.cases.events.screening import ScreeningBegun, ScreeningEnded, ScreeningResult
from onward.cases.events.shape import (
    CaseClosedEvent,
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
from onward.cases.events.sheets import SheetsPrinted
from onward.cases.events.standing import CasePassed, CaseWorkerAssigned, CaseWorkerLeft, HandoverNoted
from onward.cases.events.together import CompanionNoted, FamilyJoined

__all__ = [
    "CardIssued",
    "CardRevoked",
    "CareOwed",
    "CaseClosedEvent",
    "CaseEvent",
    "CaseOpenedEvent",
    "CasePassed",
    "CaseWorkerAssigned",
    "CaseWorkerLeft",
    "ChallengeAnswer",
    "ChallengeAnswered",
    "ChallengeHeard",
    "ChallengeWithdrawn",
    "Closes",
    "CompanionNoted",
    "FamilyJoined",
    "HandoverNoted",
    "Holder",
    "HolderKind",
    "Holds",
    "IdentityNoted",
    "IdentityOpened",
    "LibertyChallenged",
    "LibertyRecorded",
    "MayLeave",
    "Move",
    "NameSought",
    "OpeningRefused",
    "OpeningWithheld",
    "Opens",
    "ReminderChanged",
    "ReminderNoted",
    "ScreeningBegun",
    "ScreeningEnded",
    "ScreeningResult",
    "SheetsPrinted",
]
