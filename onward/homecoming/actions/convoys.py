"""Planning a convoy, putting it off, calling it off."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from onward.access.queries import staff_for
from onward.access.rules import Actor, needs
from onward.homecoming.actions.travelling import Travelling
from onward.homecoming.events import ConvoyCancelled, ConvoyChanged, ConvoyHanded, ConvoyPlanned, Escort
from onward.homecoming.queries import convoy_for, convoy_to_hand, seated
from onward.homecoming.rules.convoys import check_leader, check_plan, check_planned, check_put_off, check_reason
from onward.journal.append import append, written
from onward.kit.dates import today
from onward.kit.ids import derived_id


@needs("homecoming.plan_convoy")
@transaction.atomic
def plan_convoy(
    actor: Actor,
    *,
    entry: str,
    day: date,
    until: date | None = None,
    destination: str,
    seats: int,
    receiver: str,
    leader: str = "",
    escorts: Sequence[str] = (),
    travelling: Sequence[str] = (),
    route: str = "",
    times: str = "",
) -> str:
    """Plan a journey for several. Returns the convoy; whoever plans it leads it unless somebody else is named."""
    convoy = derived_id(entry, "convoy")
    if written(entry):
        return convoy
    check_plan(day=day, until=until, seats=seats, taken=0, today=today())
    planned = ConvoyPlanned(
        day=day,
        until=until,
        destination=destination,
        seats=seats,
        receiver=receiver,
        leader=staff_for(actor, leader or actor.id).id,
        escorts=_escorts(actor, escorts, travelling),
        route=route,
        times=times,
    )
    append(planned, by=actor, stream=convoy, id=entry)
    return convoy


@needs("homecoming.change_convoy")
@transaction.atomic
def change_convoy(
    actor: Actor,
    *,
    convoy: str,
    entry: str,
    after: str = "",
    day: date,
    until: date | None = None,
    destination: str,
    seats: int,
    receiver: str,
    leader: str = "",
    escorts: Sequence[str] = (),
    travelling: Sequence[str] = (),
    route: str = "",
    times: str = "",
    reason: str = "",
) -> None:
    """Say anew how a convoy is planned. Put off to a later day, it says why."""
    found = convoy_for(actor, convoy)
    if written(entry):
        return
    check_planned(found.state)
    check_plan(day=day, until=until, seats=seats, taken=len(seated(convoy)), today=today())
    check_put_off(later=day > found.day, reason=reason)
    changed = ConvoyChanged(
        day=day,
        until=until,
        destination=destination,
        seats=seats,
        receiver=receiver,
        leader=staff_for(actor, leader or found.leader).id,
        escorts=_escorts(actor, escorts, travelling),
        route=route,
        times=times,
        reason=reason,
    )
    append(changed, by=actor, stream=convoy, id=entry, after=after)


@needs("homecoming.hand_convoy")
@transaction.atomic
def hand_convoy(actor: Actor, *, convoy: str, entry: str, leader: str) -> None:
    """Name somebody else to lead a convoy, when who led it cannot: nobody must be left with a seat and no leader."""
    convoy_to_hand(actor, convoy)
    member = staff_for(actor, leader)
    check_leader(member.roles, left_on=member.left_on)
    append(ConvoyHanded(leader=member.id), by=actor, stream=convoy, id=entry)


@needs("homecoming.cancel_convoy")
@transaction.atomic
def cancel_convoy(actor: Actor, *, convoy: str, entry: str, after: str = "", reason: str) -> None:
    """Call a convoy off; everybody's seat is given back, and what they are owed stays open."""
    found = convoy_for(actor, convoy)
    if written(entry):
        return
    check_planned(found.state)
    check_reason(reason)
    people = seated(convoy)
    append(ConvoyCancelled(reason=reason), by=actor, stream=convoy, id=entry, after=after)
    for case in people:
        Travelling.off(actor, case, derived_id(entry, case), entry).give_up(convoy=convoy, reason="cancelled")


def _escorts(actor: Actor, names: Sequence[str], staff: Sequence[str]) -> tuple[Escort, ...]:
    members = [staff_for(actor, one) for one in staff]
    here = [Escort(name=member.name, staff=member.id) for member in members]
    return (*here, *(Escort(name=name.strip()) for name in names if name.strip()))
