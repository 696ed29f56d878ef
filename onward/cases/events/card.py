"""The card: what a resident has in hand to see their own page."""

from typing import ClassVar

from onward.cases.events.shape import CaseEvent


class CardIssued(CaseEvent, frozen=True, kw_only=True):
    """A card was made for the person; any earlier one stops working.

    `card` is the row's id, derived one way from the secret in the code; `hash` is argon2id over secret and PIN.
    Neither secret nor PIN is kept anywhere.
    """

    final: ClassVar[bool] = True

    card: str
    hash: str


class CardRevoked(CaseEvent, frozen=True, kw_only=True):
    """The person's card stops working: lost, taken, or no longer wanted."""

    final: ClassVar[bool] = True

    card: str
    reason: str = ""
