from datetime import date

from django.db import transaction
from msgspec.structs import replace

from onward.access.rules import Actor, needs
from onward.cases.events import Closes, Move
from onward.cases.queries import case_for, check_opens
from onward.homecoming.actions.ending import End
from onward.homecoming.actions.travelling import Travelling
from onward.homecoming.events import (
    ArrivalConfirmed,
    Back,
    Departed,
    HandoverSigned,
    TurnedBack,
    TurnedBackConfirmed,
    TurnedBackWhy,
)
from onward.homecoming.queries import Standing, said_back
from onward.homecoming.rules import (
    check_confirmation,
    ending_of,
)
from onward.homecoming.rules.leaving import check_back, check_nobody_back, check_turned_back
from onward.journal.append import written
from onward.journal.compartments import LEGAL
from onward.kit.ids import derived_id
from onward.places.queries import custody_at


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
    step = Travelling(by=actor, case=found, entry=entry, after=after, on=on)
    step.depart(Departed(accompanied_by=accompanied_by, papers_in_hand=papers_in_hand, destination=destination))


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
    office: str = "",
) -> None:
    """Record that the receiving body signed for the resident; custody ends here."""
    found = case_for(actor, case)
    if written(entry):
        return
    step = Travelling(by=actor, case=found, entry=entry, after=after, on=on)
    signed = HandoverSigned(
        receiver=receiver,
        receipt=receipt,
        papers_in_hand=papers_in_hand,
        received_by=received_by,
        office=office,
    )
    step.hand_over(signed)


@needs("homecoming.record_turned_back")
@transaction.atomic
def record_turned_back(
    actor: Actor, *, case: str, entry: str, after: str = "", on: date, because: TurnedBackWhy, words: str = ""
) -> None:
    """Record that the resident came back before they arrived: they are owed a place, and the journey anew."""
    found = case_for(actor, case)
    if written(entry):
        return
    journey, step = Standing(found.id).journey, End(by=actor, case=found, entry=entry, after=after, on=on)
    step.check(not_before=(journey.handed_over_on or journey.departed_on) if journey else None)
    check_turned_back(journey.departed_on if journey else None, said=said_back(found.id) is not None)
    owed = step.owed("need", "place", step.office("site_manager"), norm=1)
    if journey is not None and journey.handed_over_on is not None:
        # Whoever signed for them goes on answering for them: one person's word puts nobody back into custody.
        step.note(TurnedBack(because=because, words=words, opens=(owed, step.second("back", kind="back"))))
        return
    moves = Move(site=found.site, custody=found.custody, place="")
    # Whoever comes back is found in new circumstances, whatever turned them back: two people weigh the return anew, and
    # with that go the exit and the journey.
    back = TurnedBack(because=because, words=words, moves=moves, opens=(owed,))
    step.say(back, undone=["return_checked"], facts={"return": ""})


@needs("homecoming.confirm_turned_back")
@transaction.atomic
def confirm_turned_back(
    actor: Actor, *, case: str, entry: str, after: str = "", on: date, outcome: Back, words: str = ""
) -> None:
    """Say, as a second person who does not work for the host, whether somebody who was handed over is back."""
    found = case_for(actor, case)
    check_opens(actor, found, LEGAL)
    if written(entry):
        return
    said = said_back(found.id)
    check_back(said=said is not None, own=said is not None and said.said_by == actor.id)
    if said is None:
        return
    journey, step = Standing(found.id).journey, End(by=actor, case=found, entry=entry, after=after, on=on)
    step.check(not_before=journey.handed_over_on if journey else None)
    confirmed = TurnedBackConfirmed(first=said.entry, outcome=outcome, words=words, closes=(Closes(id=said.id),))
    if outcome == "not_back":
        place = Closes(id=derived_id(said.entry, "need", "place"), outcome="superseded")
        step.note(replace(confirmed, closes=(*confirmed.closes, place)))
        return
    found.custody = custody_at(found.site)
    moves = Move(site=found.site, custody=found.custody)
    step.say(replace(confirmed, moves=moves), undone=["return_checked"], facts={"return": ""})


@needs("homecoming.confirm_arrival")
@transaction.atomic
def confirm_arrival(
    actor: Actor, *, case: str, entry: str, after: str = "", on: date, confirmed_by: str, words: str = ""
) -> None:
    """Record who said that the resident has arrived; the stay ends that day, and visits afterwards fall due."""
    found = case_for(actor, case)
    if written(entry):
        return
    step = End(by=actor, case=found, entry=entry, after=after, on=on)
    standing = Standing(found.id)
    journey = standing.journey
    handed_over_on, departed_on = (journey.handed_over_on, journey.departed_on) if journey else (None, None)
    step.check(not_before=handed_over_on or departed_on)
    check_nobody_back(said=said_back(found.id) is not None)
    check_confirmation(handed_over_on, departed_on=departed_on, wish=standing.wish)
    ended = {"ended": ending_of(standing.way, standing.wish)}
    event = ArrivalConfirmed(confirmed_by=confirmed_by, words=words, facts=ended, opens=step.visits())
    step.say(event, done=["arrived"])
