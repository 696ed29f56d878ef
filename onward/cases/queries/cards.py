"""From a card to its resident."""

from django.db.models import F

from onward.access.rules import Actor
from onward.cases.models import Card, CardTry, Case
from onward.cases.queries.cases import within_reach
from onward.cases.rules import MOST_TRIES, card_matches, card_row, secret_of


def card_for(code: str, pin: str) -> Case | None:
    """The resident whose card and PIN these are; None for everything else, told apart by nothing, not by time.

    Each card has five tries, counted before the PIN is looked at, in one statement, so that guesses sent together
    are counted one by one. Call it outside a transaction: a try that is rolled back would not be counted.
    """
    secret = secret_of(code)
    card = Card.objects.filter(id=card_row(secret)).first() if secret else None
    hashed = card.hash if card is not None and _count_try(card.id) else ""
    if not card_matches(hashed, secret or b"", pin) or card is None:
        return None
    CardTry.objects.filter(card=card.id).update(tries=0)
    return Case.objects.filter(id=card.stream).first()


def _count_try(card: str) -> bool:
    CardTry.objects.bulk_create([CardTry(card=card)], ignore_conflicts=True)
    return CardTry.objects.filter(card=card, tries__lt=MOST_TRIES).update(tries=F("tries") + 1) == 1


def card_works(card: Card) -> bool:
    """Whether a card still has tries left."""
    return not CardTry.objects.filter(card=card.id, tries__gte=MOST_TRIES).exists()


def card_of(case: Case) -> Card | None:
    """The card that works for a resident now."""
    return Card.objects.filter(stream=case.id).first()


def case_of_scan(actor: Actor, text: str) -> Case | None:
    """The resident whose card this is, if the actor may know of them: as a scanner types it, or by its number.

    Of what the code says only the one-way id of its row is looked up; the code itself is kept nowhere.
    """
    secret = secret_of(text)
    if secret is None:
        return case_of_card_number(actor, text)
    streams = list(Card.objects.filter(id=card_row(secret)).values_list("stream", flat=True))
    return Case.objects.filter(within_reach(actor), id__in=streams).first()


def case_of_card_number(actor: Actor, number: str) -> Case | None:
    """The resident whose card shows this number, if the actor may know of them."""
    signs = "".join(number[:40].upper().split()).replace("-", "")
    streams = list(Card.objects.filter(number=signs).values_list("stream", flat=True))
    return Case.objects.filter(within_reach(actor), id__in=streams).first() if signs else None
