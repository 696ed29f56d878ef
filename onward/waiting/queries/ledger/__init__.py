"""The ledger: every account of days as rows, for sums over many residents. It follows the journal entry by entry,
after the fact, and whoever reads it learns how far it is."""

from onward.waiting.queries.ledger.following import Reached, catch_up
from onward.waiting.queries.ledger.stood import Read, sums_as_known
from onward.waiting.queries.ledger.sums import sums_for
from onward.waiting.queries.ledger.unexplained import Unexplained, unexplained_cases
from onward.waiting.queries.ledger.waits import Held, Wait, waits_for
from onward.waiting.queries.ledger.words import holder_words, step_words

__all__ = [
    "Held",
    "Reached",
    "Read",
    "Unexplained",
    "Wait",
    "catch_up",
    "holder_words",
    "step_words",
    "sums_as_known",
    "sums_for",
    "unexplained_cases",
    "waits_for",
]
