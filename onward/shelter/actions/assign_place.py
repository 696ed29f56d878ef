from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.events import Closes, Move
from onward.cases.queries import case_for
from onward.journal.append import append, written
from onward.kit.ids import derived_id
from onward.shelter.events import Placed
from onward.shelter.queries import beds_for, going, guests, others_of, place_needs
from onward.shelter.rules import Bed, check_change, check_here, check_places
from onward.waiting.queries import way_after

if TYPE_CHECKING:
    from onward.cases.models import Case


@needs("shelter.assign_place")
@transaction.atomic
def assign_place(actor: Actor, *, places: Mapping[str, str], entry: str, after: str = "") -> None:
    """Give people places at the site where they are, a family all together. `places`: case -> place.

    `after` is the version of the first of them.
    """
    if written(entry):
        return
    cases = [case_for(actor, person) for person in places]
    check_change([case.place for case in cases], list(places.values()))
    beds = beds_for(actor, list(places.values()), leaving=list(places))
    on_the_road = going(places)
    for case, bed in zip(cases, beds, strict=True):
        ended = case.ended_on is not None
        check_here(case.name, site=bed.site, at=case.site, going=case.id in on_the_road, ended=ended)
    check_places(list(zip(guests(cases), beds, strict=True)), others_of(cases, actor))
    moving = [(case, bed) for case, bed in zip(cases, beds, strict=True) if case.place != bed.id]
    for number, (case, bed) in enumerate(moving):
        entry_id = derived_id(entry, case.id) if number else entry
        placed = _placed(case, bed, entry_id=entry_id, together=tuple(places))
        append(placed, by=actor, stream=case.id, id=entry_id, after=after if case is cases[0] else "")


def _placed(case: "Case", bed: Bed, *, entry_id: str, together: tuple[str, ...]) -> Placed:
    way = way_after(case, done=("housed",), entry_id=entry_id)
    return Placed(
        site=bed.site,
        block=bed.block,
        place=bed.id,
        together=together,
        before=case.place,
        moves=Move(place=bed.id),
        opens=way.opens,
        closes=(*way.closes, *(Closes(id=matter.id) for matter in place_needs(case.id))),
        facts=way.facts,
    )
