"""How stays ended, what came afterwards, and closed files."""

from onward.cases.events import CaseEvent
from onward.homecoming.events import (
    Disappeared,
    FileClosed,
    ForciblyTaken,
    ResidentLeft,
    StayResumed,
    TransferSigned,
    VisitRecorded,
)
from onward.homecoming.models import Check, Closed, Ending, Exit, Journey, Visit
from onward.homecoming.rules import CheckState, ExitState
from onward.journal.entries import Entry
from onward.journal.project import projector

SEEN = ("record", "legal")


@projector(CaseEvent)
def note_ending(event: CaseEvent, entry: Entry) -> None:
    """Whoever's event ended it."""
    if event.facts.get("ended"):
        Ending.objects.create(
            id=entry.id,
            stream=entry.stream,
            number=Ending.objects.filter(stream=entry.stream).count() + 1,
            how=event.facts["ended"],
            ended_on=entry.day,
            recorded_by=entry.author,
        )


@projector(ResidentLeft, opens=SEEN)
def note_left(event: ResidentLeft, entry: Entry) -> None:
    """What they said, and where to."""
    Ending.objects.filter(id=entry.id).update(words=event.words, whereto=event.whereto)


@projector(TransferSigned, opens=SEEN)
def note_transfer(event: TransferSigned, entry: Entry) -> None:
    """Who signed."""
    Ending.objects.filter(id=entry.id).update(words=event.words, receiver=event.receiver, receipt=event.receipt)


@projector(Disappeared, opens=SEEN)
def note_missing(event: Disappeared, entry: Entry) -> None:
    """What is known."""
    Ending.objects.filter(id=entry.id).update(words=event.words)


@projector(ForciblyTaken, opens=SEEN)
def note_taken(event: ForciblyTaken, entry: Entry) -> None:
    """By whom, where that is known."""
    Ending.objects.filter(id=entry.id).update(words=event.words, by_whom=event.by_whom)


@projector(StayResumed)
def note_resumed(event: StayResumed, entry: Entry) -> None:
    """They are here again: the file is open, and a journey that never arrived is over.

    After a handover, only once a second person says so (note_turned_back_confirmed).
    """
    Ending.objects.filter(stream=entry.stream, resumed_on__isnull=True).update(resumed_on=entry.day)
    Closed.objects.filter(stream=entry.stream).delete()
    if not any(one.kind == "back" for one in event.opens):
        Journey.objects.filter(stream=entry.stream, arrived_on__isnull=True).delete()
    if "return" in event.facts:
        Check.objects.filter(stream=entry.stream, about="return").update(state=CheckState.LAPSED)
        Exit.objects.filter(stream=entry.stream).exclude(id=entry.id).update(state=ExitState.LAPSED)


@projector(VisitRecorded, opens=SEEN)
def note_visit(event: VisitRecorded, entry: Entry) -> None:
    """What came of a visit."""
    Visit.objects.create(
        id=entry.id,
        stream=entry.stream,
        visited_on=entry.day,
        outcome=event.outcome,
        how=event.how,
        wellbeing=event.wellbeing,
        raised=list(event.raised),
        words=event.words,
    )


@projector(FileClosed)
def close_file(event: FileClosed, entry: Entry) -> None:
    """Nothing more is owed."""
    Closed.objects.create(
        id=entry.id,
        stream=entry.stream,
        closed_on=entry.day,
        closed_by=entry.author,
        reason=event.reason,
        keep_until=event.keep_until,
    )
