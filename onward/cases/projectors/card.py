"""The one card of a person that works."""

from onward.cases.events import CardIssued, CardRevoked
from onward.cases.models import Card
from onward.cases.rules import card_number
from onward.journal.entries import Entry
from onward.journal.project import projector


@projector(CardIssued)
def hold_card(event: CardIssued, entry: Entry) -> None:
    Card.objects.filter(stream=entry.stream).delete()
    Card.objects.create(
        id=event.card,
        stream=entry.stream,
        number=card_number(event.card),
        hash=event.hash,
        issued_on=entry.recorded_on,
    )


@projector(CardRevoked)
def drop_card(event: CardRevoked, entry: Entry) -> None:
    Card.objects.filter(stream=entry.stream, id=event.card).delete()
