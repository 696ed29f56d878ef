"""Making and stopping cards."""

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from onward.access.rules import Actor, needs
from onward.cases.events import CardIssued, CardRevoked
from onward.cases.queries import card_of, case_for
from onward.cases.rules import card_number, card_row, code_of, hash_card, new_pin, new_secret
from onward.journal.append import append, written
from onward.kit.errors import RuleBroken
from onward.kit.ids import new_id


class IssuedCard(msgspec.Struct, frozen=True, kw_only=True):
    """A card at the only moment at which anybody can read it."""

    number: str
    code: str
    pin: str


@needs("cases.issue_card")
@transaction.atomic
def issue_card(actor: Actor, *, case: str, entry: str = "") -> IssuedCard:
    """Make a card for a resident; an earlier one stops working. Code and PIN are shown now and never again."""
    file = case_for(actor, case)
    entry = entry or new_id()
    if written(entry):
        raise RuleBroken(_("This card was made a moment ago. If it was not printed, make a new one."))
    secret, pin = new_secret(), new_pin()
    row = card_row(secret)
    append(CardIssued(card=row, hash=hash_card(secret, pin)), by=actor, stream=file.id, id=entry)
    return IssuedCard(number=card_number(row), code=code_of(secret), pin=pin)


@needs("cases.revoke_card")
@transaction.atomic
def revoke_card(actor: Actor, *, case: str, reason: str = "", entry: str = "", after: str = "") -> None:
    """Stop a resident's card: lost, taken, or no longer wanted."""
    file = case_for(actor, case)
    if entry and written(entry):
        return
    card = card_of(file)
    if card is None:
        raise RuleBroken(_("There is no card that works."))
    append(CardRevoked(card=card.id, reason=reason), by=actor, stream=file.id, id=entry, after=after)
