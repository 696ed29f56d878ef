from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db import transaction
from msgspec.structs import replace

from onward.access.rules import Actor, needs
from onward.cases.events import Closes, Move
from onward.cases.queries import case_for
from onward.journal.append import append, written
from onward.kit.ids import derived_id
from onward.shelter.actions.settling import Moved
from onward.shelter.events import Placed
from onward.shelter.queries import beds_for, going, guests, knows_all, others_of, place_needs, safety_of
from onward.shelter.rules import Bed, check_change, check_here, check_places
from onward.waiting.queries import way_after

if TYPE_CHECKING:
    from onward.cases.models import Case


@needs("shelter.assign_place")
@transaction.atomic
def assign_place(
    actor: Actor,
    *,
    places: Mapping[str, str],
    parted: bool = False,
    because: str = "",
    entry: str,
    after: str = "",
) -> None:
    """Give people places at the site where they are, a family all together unless they ask for it (`parted`).

    `places`: case -> place; `because` sets rules aside, for whoever may know all of them. `after` is the version of
    the first of them.
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
    said = _weighed(actor, cases, beds, parted=parted, because=because)
    moving = [(case, bed) for case, bed in zip(cases, beds, strict=True) if case.place != bed.id]
    for number, (case, bed) in enumerate(moving):
        entry_id = derived_id(entry, case.id) if number else entry
        placed = _placed(said, case, bed, entry_id=entry_id)
        append(placed, by=actor, stream=case.id, id=entry_id, after=after if case is cases[0] else "")
    moved = Moved(by=actor, people=list(places), cause=entry)
    moved.release(beds[0].site, [bed.id for _case, bed in moving])
    moved.settle()


def _weighed(actor: Actor, cases: list["Case"], beds: list[Bed], *, parted: bool, because: str) -> Placed:
    """What may be said once the rules were asked: which of them were set aside, and why."""
    wanted = guests(cases)
    others, knows = others_of(cases, actor), knows_all(actor, cases)
    kin = {guest.id for guest, _bed in others}
    safety = safety_of(actor, wanted, site=beds[0].site, kin=kin, knows=knows)
    overrode = check_places(
        list(zip(wanted, beds, strict=True)),
        others,
        apart=safety.apart,
        blocks=safety.blocks,
        knows=knows,
        because=because,
        parted=parted,
    )
    return Placed(
        site=beds[0].site,
        block="",
        place="",
        together=tuple(case.id for case in cases),
        parted=parted,
        overrode=overrode,
        because=because if overrode else "",
    )


def _placed(said: Placed, case: "Case", bed: Bed, *, entry_id: str) -> Placed:
    way = way_after(case, done=("housed",), entry_id=entry_id)
    return replace(
        said,
        site=bed.site,
        block=bed.block,
        place=bed.id,
        before=case.place,
        moves=Move(place=bed.id),
        opens=way.opens,
        closes=(*way.closes, *(Closes(id=matter.id) for matter in place_needs(case.id))),
        facts=way.facts,
    )
