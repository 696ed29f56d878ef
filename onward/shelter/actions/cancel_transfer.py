from collections.abc import Collection

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.events import Closes
from onward.journal.append import append, written
from onward.kit.ids import derived_id
from onward.shelter.events import TransferCancelled
from onward.shelter.queries import name_of, outgoing_for
from onward.shelter.rules import check_cancelling


@needs("shelter.cancel_transfer")
@transaction.atomic
def cancel_transfer(actor: Actor, *, group: str, people: Collection[str], reason: str, entry: str) -> None:
    """Call a transfer off for those who are not going after all; they count where they were."""
    if written(entry):
        return
    for place, transfer in enumerate(outgoing_for(actor, group, people)):
        check_cancelling(state=transfer.state, name=name_of(transfer.stream), reason=reason)
        cancelled = TransferCancelled(
            transfer=transfer.id,
            reason=reason,
            by_name=actor.name,
            closes=tuple(
                Closes(id=matter, outcome="cancelled") for matter in (transfer.matter, transfer.expected) if matter
            ),
        )
        entry_id = derived_id(entry, transfer.stream) if place else entry
        append(cancelled, by=actor, stream=transfer.stream, id=entry_id)
