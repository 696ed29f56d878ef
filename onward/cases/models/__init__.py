"""Residents as they now stand, who is with whom, and the cards; all but the counter of tries is computed."""

from onward.cases.models.file import HERE, Card, CardTry, Case, Companion, KnownName, Look, Opening
from onward.cases.models.liberty import Challenge, Liberty, Screening
from onward.cases.models.sheets import PaperSheet
from onward.cases.models.working import Handover, Reminder

__all__ = [
    "HERE",
    "Card",
    "CardTry",
    "Case",
    "Challenge",
    "Companion",
    "Handover",
    "KnownName",
    "Liberty",
    "Look",
    "Opening",
    "PaperSheet",
    "Reminder",
    "Screening",
]
