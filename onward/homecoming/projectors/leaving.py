"""The exit and the journey."""

from onward.cases.events import CaseEvent
from onward.homecoming.events import (
    ArrivalConfirmed,
    Departed,
    ExitAuthorised,
    ExitRefused,
    HandoverSigned,
    OnwardEvent,
    TurnedBack,
    TurnedBackConfirmed,
)
from onward.homecoming.models import Check, Exit, Journey
from onward.homecoming.rules import CheckState, ExitState
from onward.journal.entries import Entry
from onward.journal.project import projector


@projector(OnwardEvent)
def ask_exit(event: OnwardEvent, entry: Entry) -> None:
    """An entry that opens the step of the exit asks it of the organisation that has custody that day."""
    if not event.asked_of:
        return
    Exit.objects.filter(stream=entry.stream).update(state=ExitState.LAPSED)  # it is asked anew
    Exit.objects.create(
        id=entry.id,
        stream=entry.stream,
        number=Exit.objects.filter(stream=entry.stream).count() + 1,
        asked_on=entry.day,
        asked_of=event.asked_of,
        asked_at=event.asked_at,
        state=ExitState.ASKED,
    )


@projector(CaseEvent)
def follow_custody(event: CaseEvent, entry: Entry) -> None:
    """An exit is asked anew of whoever takes custody over: what another organisation authorised is not theirs."""
    if event.facts.get("ended"):
        undecided = Exit.objects.filter(state__in=(ExitState.ASKED, ExitState.REFUSED))
        undecided.update(state=ExitState.LAPSED)
    if event.moves is None or not (event.moves.custody or event.moves.site):
        return
    exits = Exit.objects.filter(stream=entry.stream).exclude(state=ExitState.LAPSED)
    if event.moves.site:
        exits.update(asked_at=event.moves.site)
    if event.moves.custody:
        exits.exclude(asked_of=event.moves.custody).update(
            asked_of=event.moves.custody, state=ExitState.ASKED, decided_on=None, decided_by="", ground=""
        )


@projector(ExitAuthorised)
def note_authorised(event: ExitAuthorised, entry: Entry) -> None:
    """The exit is free."""
    Exit.objects.filter(id=event.exit).update(
        state=ExitState.AUTHORISED, decided_on=entry.day, decided_by=entry.author, ground=""
    )


@projector(ExitRefused, opens=("record", "legal"))
def note_refused(event: ExitRefused, entry: Entry) -> None:
    """The exit is refused, with the ground or none given."""
    Exit.objects.filter(id=event.exit).update(
        state=ExitState.REFUSED, decided_on=entry.day, decided_by=entry.author, ground=event.ground
    )


@projector(Departed, opens=("record", "legal"))
def note_departure(event: Departed, entry: Entry) -> None:
    """The journey begins."""
    Journey.objects.create(
        id=entry.id,
        stream=entry.stream,
        convoy=event.convoy,
        departed_on=entry.day,
        accompanied_by=event.accompanied_by,
        destination=event.destination,
    )


@projector(HandoverSigned)
def note_handover(event: HandoverSigned, entry: Entry) -> None:
    """Another body has signed."""
    Journey.objects.filter(stream=entry.stream).update(
        handed_over_on=entry.day, receiver=event.receiver, office=event.office, receipt=event.receipt
    )


@projector(TurnedBack)
def note_turned_back(event: TurnedBack, entry: Entry) -> None:
    """The journey is over; after a handover, not on one person's word."""
    if event.moves is not None:
        _end_journey(event, entry)


@projector(TurnedBackConfirmed)
def note_turned_back_confirmed(event: TurnedBackConfirmed, entry: Entry) -> None:
    """Journey and handover are over, where a second person said so."""
    if event.outcome == "back":
        _end_journey(event, entry)


def _end_journey(event: OnwardEvent, entry: Entry) -> None:
    """What was found and authorised for it does not stand any more.

    It stood once where a road was closed: an entry from then says nothing of the return.
    """
    journey = Journey.objects.filter(stream=entry.stream, arrived_on__isnull=True)
    if "return" in event.facts:
        Check.objects.filter(stream=entry.stream, about="return").update(state=CheckState.LAPSED)
        Exit.objects.filter(stream=entry.stream).exclude(id=entry.id).update(state=ExitState.LAPSED)
    journey.delete()


@projector(ArrivalConfirmed)
def note_arrival(event: ArrivalConfirmed, entry: Entry) -> None:
    """They have arrived."""
    Journey.objects.filter(stream=entry.stream).update(arrived_on=entry.day, confirmed_by=event.confirmed_by)
