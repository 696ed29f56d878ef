"""A whole convoy leaves, and is signed for: one act, one entry in each resident's file, all of them or none."""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.queries import case_for
from onward.homecoming.actions.travelling import Travelling
from onward.homecoming.events import ConvoyDeparted, Departed, HandoverSigned
from onward.homecoming.queries import convoy_for, seated
from onward.homecoming.rules.convoys import check_depart, check_planned, check_seated, check_somebody
from onward.journal.append import append, written
from onward.kit.dates import said_of, today
from onward.kit.ids import derived_id


@needs("homecoming.depart_convoy")
@transaction.atomic
def depart_convoy(
    actor: Actor, *, convoy: str, entry: str, after: str = "", on: date, with_papers: Collection[str] = ()
) -> None:
    """Record that a convoy left with everybody who has a seat; `with_papers` carry their papers themselves."""
    found = convoy_for(actor, convoy)
    if written(entry):
        return
    people = seated(convoy)
    check_planned(found.state)
    check_depart(on=on, today=today(), people=people)
    happened_at, precision = said_of(on)
    append(
        ConvoyDeparted(travellers=len(people)),
        by=actor,
        stream=convoy,
        id=entry,
        happened_at=happened_at,
        precision=precision,
        after=after,
    )
    for case in people:
        file = case_for(actor, case)
        step = Travelling(by=actor, case=file, entry=derived_id(entry, case), after="", on=on, cause=entry)
        left = Departed(
            accompanied_by=", ".join(found.names),
            papers_in_hand=case in with_papers,
            destination=found.receiver,
            convoy=convoy,
        )
        with step.named():
            step.depart(left, together=people)


@needs("homecoming.hand_over_convoy")
@transaction.atomic
def hand_over_convoy(
    actor: Actor,
    *,
    convoy: str,
    entry: str,
    on: date,
    people: Collection[str],
    receiver: str,
    office: str = "",
    received_by: str = "",
    receipt: str,
    with_papers: Collection[str] = (),
) -> None:
    """Record that one receiving authority signed for these travellers; another one may sign for the others."""
    convoy_for(actor, convoy)
    if written(entry):
        return
    check_somebody(people)
    check_seated(people, seated(convoy))
    for number, case in enumerate(dict.fromkeys(people)):
        file = case_for(actor, case)
        step = Travelling(by=actor, case=file, entry=derived_id(entry, case) if number else entry, after="", on=on)
        signed = HandoverSigned(
            receiver=receiver,
            office=office,
            received_by=received_by,
            receipt=receipt,
            papers_in_hand=case in with_papers,
            convoy=convoy,
        )
        with step.named():
            step.hand_over(signed)
