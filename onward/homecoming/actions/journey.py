from datetime import date

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.events import Move
from onward.cases.queries import case_for
from onward.homecoming.actions.saying import Step
from onward.homecoming.events import ArrivalConfirmed, Departed, HandoverSigned
from onward.homecoming.queries import Standing, relatives_for
from onward.homecoming.rules import (
    check_confirmation,
    check_departure,
    check_handover,
    check_wish_goes,
    ending_of,
)
from onward.journal.append import written


@needs("homecoming.record_departure")
@transaction.atomic
def record_departure(
    actor: Actor,
    *,
    case: str,
    entry: str,
    after: str = "",
    on: date,
    accompanied_by: str,
    papers_in_hand: bool,
    destination: str = "",
) -> None:
    """Record that the resident left on the journey onward; their place is free from then on."""
    found = case_for(actor, case)
    if written(entry):
        return
    step = Step(by=actor, case=found, entry=entry, after=after, on=on)
    standing = Standing(found.id)
    step.check(not_before=standing.exit.decided_on if standing.exit else None)
    check_wish_goes(standing.wish)
    check = standing.return_check
    check_departure(
        exit_state=standing.exit_state,
        return_state=standing.return_state,
        departed_on=standing.journey.departed_on if standing.journey else None,
        family=check.family if check else "",
        left_behind=[relative.name for relative in relatives_for(actor, case) if not relative.free_to_go],
    )
    event = Departed(
        accompanied_by=accompanied_by,
        papers_in_hand=papers_in_hand,
        destination=destination,
        moves=Move(place=""),
    )
    step.say(event, done=["departed"])


@needs("homecoming.record_handover")
@transaction.atomic
def record_handover(
    actor: Actor,
    *,
    case: str,
    entry: str,
    after: str = "",
    on: date,
    receiver: str,
    receipt: str,
    papers_in_hand: bool,
    received_by: str = "",
) -> None:
    """Record that the receiving body signed for the resident; custody ends here."""
    found = case_for(actor, case)
    if written(entry):
        return
    step = Step(by=actor, case=found, entry=entry, after=after, on=on)
    journey = Standing(found.id).journey
    departed_on = journey.departed_on if journey else None
    step.check(not_before=departed_on)
    check_handover(departed_on, journey.handed_over_on if journey else None)
    event = HandoverSigned(
        receiver=receiver,
        receipt=receipt,
        papers_in_hand=papers_in_hand,
        received_by=received_by,
        moves=Move(custody=""),
    )
    step.say(event, done=["handed_over"])


@needs("homecoming.confirm_arrival")
@transaction.atomic
def confirm_arrival(
    actor: Actor, *, case: str, entry: str, after: str = "", on: date, confirmed_by: str, words: str = ""
) -> None:
    """Record who said that the resident has arrived; the stay ends that day."""
    found = case_for(actor, case)
    if written(entry):
        return
    step = Step(by=actor, case=found, entry=entry, after=after, on=on)
    standing = Standing(found.id)
    handed_over_on = standing.journey.handed_over_on if standing.journey else None
    step.check(not_before=handed_over_on)
    check_confirmation(handed_over_on)
    event = ArrivalConfirmed(confirmed_by=confirmed_by, words=words, facts={"ended": ending_of(standing.wish)})
    step.say(event, done=["arrived"])
