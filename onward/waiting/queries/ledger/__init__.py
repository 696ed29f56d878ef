"""The ledger: every account of days as rows, for sums over many residents. Computed from the journal, never from it
alone: it follows the journal entry by entry, and whoever reads it learns how far it is."""

from onward.waiting.queries.ledger.following import Reached, catch_up

__all__ = ["Reached", "catch_up"]
