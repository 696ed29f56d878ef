"""What one member of staff owes a resident, passed on with the case."""

from django.db import transaction

from onward.access.queries import actor_of_staff, staff_for
from onward.access.rules import Actor, needs
from onward.cases.events import Holder, Holds
from onward.cases.queries import case_for, knows_of
from onward.journal.append import append
from onward.kit.ids import derived_id
from onward.waiting.events import MattersPassed
from onward.waiting.queries import matters_of


@needs("waiting.hand_on_matters")
@transaction.atomic
def hand_on_matters(actor: Actor, *, case: str, before: str, to: str, entry: str) -> None:
    """Pass on what one person still owes a resident to another; what the other does not open stays where it is."""
    file, staff = case_for(actor, case), staff_for(actor, to)
    opens = knows_of(actor_of_staff(staff.id), [file.id])[file.id].opens
    holder = Holder(kind="staff", id=staff.id, name=staff.name, office="case_worker")
    held = [one for one in matters_of(file.id) if one.holder_id == before and before and one.closed_on is None]
    for within in sorted({one.compartment for one in held} & opens):
        holds = tuple(Holds(id=one.id, holder=holder, reason=one.reason) for one in held if one.compartment == within)
        said = MattersPassed(staff=before, to=holder, holds=holds)
        append(said, by=actor, stream=file.id, id=derived_id(entry, "matters", within), within=within)
