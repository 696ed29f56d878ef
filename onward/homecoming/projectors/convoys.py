"""Convoys from their own streams; seats, and what travellers were told, from each resident's file."""

import msgspec

from onward.cases.events import CaseEvent
from onward.homecoming.events import (
    ConvoyCancelled,
    ConvoyDeparted,
    ConvoyEvent,
    ConvoyHanded,
    Departed,
    JourneyTold,
    SeatFreed,
    SeatGiven,
    WishRecorded,
    WishWithdrawn,
)
from onward.homecoming.models import Convoy, Seat, Told
from onward.homecoming.rules import convoys, leads_away
from onward.journal.entries import Entry
from onward.journal.project import projector


@projector(ConvoyEvent)
def keep_convoy(event: ConvoyEvent, entry: Entry) -> None:
    """Keep the convoy as it was last said; who planned it first stays known."""
    said = {
        "day": event.day,
        "until": event.until,
        "destination": event.destination,
        "seats": event.seats,
        "receiver": event.receiver,
        "leader": event.leader,
        "escorts": msgspec.to_builtins(event.escorts),
        "reason": getattr(event, "reason", ""),
    }
    if not Convoy.objects.filter(id=entry.stream).update(**said):
        Convoy.objects.create(id=entry.stream, stream=entry.stream, planned_by=entry.author, **said)


@projector(ConvoyHanded)
def hand_convoy(event: ConvoyHanded, entry: Entry) -> None:
    """Somebody else leads."""
    Convoy.objects.filter(id=entry.stream).update(leader=event.leader)


@projector(ConvoyCancelled)
def call_off_convoy(event: ConvoyCancelled, entry: Entry) -> None:
    """It does not go."""
    Convoy.objects.filter(id=entry.stream).update(state=convoys.CANCELLED, reason=event.reason)


@projector(ConvoyDeparted)
def send_convoy(event: ConvoyDeparted, entry: Entry) -> None:  # noqa: ARG001 - every projector takes both
    """It has left."""
    Convoy.objects.filter(id=entry.stream).update(state=convoys.DEPARTED, departed_on=entry.day)


@projector(SeatGiven)
def give_seat(event: SeatGiven, entry: Entry) -> None:
    """A seat is kept."""
    Seat.objects.create(id=entry.id, stream=entry.stream, convoy=event.convoy, given_on=entry.day)


@projector(SeatFreed)
def give_seat_up(event: SeatFreed, entry: Entry) -> None:
    """The seat is free again."""
    held = Seat.objects.filter(stream=entry.stream, convoy=event.convoy, state=convoys.HELD)
    held.update(state=convoys.GIVEN_UP, reason=event.reason)


@projector(JourneyTold, opens=("record", "journey"))
def note_told(event: JourneyTold, entry: Entry) -> None:
    """What they know of their journey."""
    Told.objects.create(
        id=entry.id,
        stream=entry.stream,
        convoy=event.convoy,
        number=Told.objects.filter(stream=entry.stream).count() + 1,
        told_on=entry.day,
        language=event.told_language,
        day=event.day,
        until=event.until,
        escorts=list(event.escorts),
        take=event.take,
    )


@projector(Departed)
def use_seat(event: Departed, entry: Entry) -> None:
    """Whoever has left sits on no other convoy any more."""
    held = Seat.objects.filter(stream=entry.stream, state=convoys.HELD)
    if event.convoy:
        held.filter(convoy=event.convoy).update(state=convoys.TRAVELLED)
    Seat.objects.filter(stream=entry.stream, state=convoys.HELD).update(state=convoys.LAPSED)


@projector(WishRecorded)
def give_seat_back(event: WishRecorded, entry: Entry) -> None:
    """Whoever no longer wishes to go needs no seat."""
    if not leads_away(event.wish):
        _lapse(entry)


@projector(WishWithdrawn)
def give_seat_back_too(event: WishWithdrawn, entry: Entry) -> None:  # noqa: ARG001 - every projector takes both
    """Whoever took their wish back travels nowhere."""
    _lapse(entry)


@projector(CaseEvent)
def end_seat(event: CaseEvent, entry: Entry) -> None:
    """An ended stay leaves its seat to somebody else."""
    if event.facts.get("ended"):
        _lapse(entry)


def _lapse(entry: Entry) -> None:
    Seat.objects.filter(stream=entry.stream, state=convoys.HELD).update(state=convoys.LAPSED)
