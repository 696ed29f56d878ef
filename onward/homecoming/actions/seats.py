"""Who travels with a convoy: seats given and given back, and what travellers are told."""

from collections.abc import Collection, Sequence
from datetime import date

from django.db import transaction

from onward.access.queries import staff_names
from onward.access.rules import Actor, needs
from onward.cases.events import Holder
from onward.cases.queries import case_for
from onward.homecoming.actions.travelling import DEPARTED, Travelling
from onward.homecoming.events import GivenUp, JourneyTold, SeatGiven
from onward.homecoming.queries import Standing, convoy_for, held_seat, relatives_for, seated
from onward.homecoming.rules import check_departure, check_wish_leads_away
from onward.homecoming.rules.convoys import (
    check_kept_together,
    check_one_seat,
    check_planned,
    check_room,
    check_seated,
    check_somebody,
)
from onward.journal.append import written
from onward.kit.dates import today
from onward.kit.ids import derived_id


@needs("homecoming.put_on_convoy")
@transaction.atomic
def put_on_convoy(actor: Actor, *, convoy: str, entry: str, people: Sequence[str]) -> None:
    """Give seats to residents for whom everything is ready; a family all at once, or not at all."""
    found = convoy_for(actor, convoy)
    if written(entry):
        return
    check_planned(found.state)
    check_somebody(people)
    here = seated(convoy)
    check_room(seats=found.seats, taken=len(here), more=len(set(people)))
    leader = Holder(kind="staff", id=found.leader, name=staff_names([found.leader])[found.leader], office="liaison")
    for number, case in enumerate(dict.fromkeys(people)):
        step = _step(actor, case, derived_id(entry, case) if number else entry)
        with step.named():
            _check_ready(step, convoy, together={*people, *here})
        step.say(SeatGiven(convoy=convoy, holds=step.holding(DEPARTED, "on_convoy", leader)))


@needs("homecoming.take_off_convoy")
@transaction.atomic
def take_off_convoy(actor: Actor, *, convoy: str, entry: str, people: Sequence[str], reason: GivenUp) -> None:
    """Give seats back; nobody is taken off while their family goes on, unless the family decided to part."""
    found = convoy_for(actor, convoy)
    if written(entry):
        return
    check_planned(found.state)
    check_somebody(people)
    here = seated(convoy)
    check_seated(people, here)
    going = set(here) - set(people)
    for number, case in enumerate(dict.fromkeys(people)):
        file, check = case_for(actor, case), Standing(case).return_check
        parted = any(relative.case in going for relative in relatives_for(actor, case))
        check_kept_together(family=check.family if check else "", left_behind=[file.name] if parted else [])
        freed = derived_id(entry, case) if number else entry
        Travelling.off(actor, case, freed).give_up(convoy=convoy, reason=reason)


@needs("homecoming.tell_travellers")
@transaction.atomic
def tell_travellers(
    actor: Actor,
    *,
    convoy: str,
    entry: str,
    on: date,
    people: Sequence[str],
    take: str = "",
    told_language: str = "",
    interpreter: str = "",
) -> None:
    """Record that travellers were told their day, who goes with them and what to take; their own pages show it now."""
    found = convoy_for(actor, convoy)
    if written(entry):
        return
    check_planned(found.state)
    check_somebody(people)
    check_seated(people, seated(convoy))
    for number, case in enumerate(dict.fromkeys(people)):
        step = _step(actor, case, derived_id(entry, case) if number else entry, on)
        step.check()
        told = JourneyTold(
            convoy=convoy,
            told_language=told_language or step.case.language,
            interpreter=interpreter,
            day=found.day,
            until=found.until,
            escorts=tuple(found.names),
            take=take,
        )
        step.say(told)


def _step(actor: Actor, case: str, entry: str, on: date | None = None) -> Travelling:
    return Travelling(by=actor, case=case_for(actor, case), entry=entry, after="", on=on or today())


def _check_ready(step: Travelling, convoy: str, *, together: Collection[str]) -> None:
    case, standing = step.case.id, Standing(step.case.id)
    step.check()
    seat, check = held_seat(case), standing.return_check
    check_one_seat(convoy=convoy, other=seat.convoy if seat else "")
    check_wish_leads_away(standing.wish, standing.way)
    check_departure(
        exit_state=standing.exit_state,
        return_state=standing.return_state,
        departed_on=standing.journey.departed_on if standing.journey else None,
        family="",
        left_behind=(),
    )
    behind = [one.name for one in relatives_for(step.by, case) if one.case not in together]
    check_kept_together(family=check.family if check else "", left_behind=behind)
