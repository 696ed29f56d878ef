from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.events import Closes, Holder, Holds, Move, Opens
from onward.journal.append import append, written
from onward.kit.dates import now
from onward.kit.ids import derived_id
from onward.shelter.actions.settling import Moved
from onward.shelter.events import TransferReceived
from onward.shelter.queries import closed_passed_on, incoming_for, name_of, open_matters, passed_on, site_holder
from onward.shelter.rules import check_moment, check_reached, check_receiving
from onward.waiting.events import MatterHanded

if TYPE_CHECKING:
    from onward.shelter.models import Transfer
    from onward.waiting.models import Matter


@needs("shelter.receive_transfer")
@transaction.atomic
def receive_transfer(
    actor: Actor,
    *,
    group: str,
    people: Collection[str],
    happened_at: datetime | None = None,
    note: str = "",
    entry: str,
) -> None:
    """Sign that these people arrived: your site houses them now, its organisation answers for them."""
    if written(entry):
        return
    check_moment(happened_at, now=now())
    for place, transfer in enumerate(incoming_for(actor, group, people)):
        name = name_of(transfer.stream)
        check_receiving(state=transfer.state, name=name, sent_by=transfer.sent_by, receiver=actor.id)
        check_reached(happened_at, sent_at=transfer.sent_at)
        entry_id = derived_id(entry, transfer.stream) if place else entry
        received = _received(actor, transfer, entry_id=entry_id, note=note)
        # Before the move: whoever takes it over is found by where the person goes.
        apart = closed_passed_on(transfer.stream, site=transfer.to_site, custody=transfer.to_custody)
        append(received, by=actor, stream=transfer.stream, id=entry_id, happened_at=happened_at)
        _pass_on(actor, transfer.stream, apart, cause=entry_id)
    Moved(by=actor, people=list(people), cause=entry).settle()


def _pass_on(actor: Actor, case: str, apart: list[tuple["Matter", Holder]], *, cause: str) -> None:
    """Say, within the compartment of each alone, who owes it from now on."""
    for matter, holder in apart:
        handed = MatterHanded(matter=matter.id, holds=(Holds(id=matter.id, holder=holder),))
        own = derived_id(cause, "handed", matter.id)
        append(handed, by=actor, stream=case, id=own, cause=cause, within=matter.compartment)


def _received(actor: Actor, transfer: "Transfer", *, entry_id: str, note: str) -> TransferReceived:
    # Whoever is at a site without a place is owed one: by the step of the way, or by a need once that is done.
    owed = any(matter.what in ("housed", "place") for matter in open_matters(transfer.stream))
    manager = site_holder(transfer.to_site)
    place = Opens(id=derived_id(entry_id, "place"), kind="need", what="place", holder=manager, norm=1)
    return TransferReceived(
        transfer=transfer.id,
        by_name=actor.name,
        note=note,
        moves=Move(site=transfer.to_site, place="", custody=transfer.to_custody),
        closes=tuple(Closes(id=matter) for matter in (transfer.matter, transfer.expected) if matter),
        holds=tuple(passed_on(transfer.stream, site=transfer.to_site, custody=transfer.to_custody)),
        opens=() if owed else (place,),
    )
