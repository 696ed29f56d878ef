"""Holding free places for somebody who is to have them, and letting them go."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.journal.append import append, written
from onward.kit.dates import today
from onward.places.queries import block_for
from onward.shelter.events import PlacesHeld, PlacesReleased
from onward.shelter.queries import beds_for, hold_for, may_be_held_for
from onward.shelter.rules import check_held, check_holding_for, check_released


@needs("shelter.hold_places")
@transaction.atomic
def hold_places(
    actor: Actor, *, block: str, places: Sequence[str], held_for: str = "", until: date, reason: str, entry: str
) -> None:
    """Hold these free places of a block until a day, for one resident and their family or for who has none yet."""
    found = block_for(actor, block)
    if written(entry):
        return
    beds = beds_for(actor, list(dict.fromkeys(places)))
    check_held(beds, block=found.id, until=until, today=today(), reason=reason)
    check_holding_for(held_for, known=[case for case, _name in may_be_held_for(actor, found.site)])
    held = PlacesHeld(
        block=found.id,
        places=tuple(bed.id for bed in beds),
        held_for=held_for,
        until=until,
        reason=reason.strip(),
        by_name=actor.name,
    )
    append(held, by=actor, stream=found.site, id=entry)


@needs("shelter.release_place")
@transaction.atomic
def release_place(actor: Actor, *, place: str, entry: str) -> None:
    """Hold a place no longer."""
    site, _name, hold = hold_for(actor, place)
    if written(entry):
        return
    check_released(held=hold is not None)
    append(PlacesReleased(places=(place,), by_name=actor.name), by=actor, stream=site, id=entry)
