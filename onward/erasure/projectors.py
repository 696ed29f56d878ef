"""Requests, terms and holds follow what is said of a file; erasures follow the act."""

from onward.cases.events import CaseClosedEvent, CaseEvent
from onward.cases.rules import LOST
from onward.erasure.events import (
    EndNoted,
    ErasureAsked,
    ErasureBegun,
    ErasureConfirmed,
    ErasureStopped,
    FileErased,
    FileHeld,
    FileReleased,
    KeepingProlonged,
)
from onward.erasure.models import Erasure, Hold, Request, Term
from onward.journal.entries import Entry
from onward.journal.project import projector

SEALED = ("record", "legal")


@projector(CaseClosedEvent)
def begin_term(event: CaseClosedEvent, entry: Entry) -> None:
    Term.objects.filter(id=entry.stream).delete()
    Term.objects.create(id=entry.stream, keep_until=event.kept_until, closed_on=entry.day)


@projector(CaseEvent)
def follow_stay(event: CaseEvent, entry: Entry) -> None:
    """Who is here again has an open file; who died, is missing or was taken cannot want what they asked any more."""
    how = event.facts.get("ended")
    if how is None:
        return
    if not how:
        Term.objects.filter(id=entry.stream).delete()
        Request.objects.filter(ended_on=None, ground="time_is_over").update(ended_on=entry.day, ended="changed")
    if how in LOST:
        Request.objects.filter(ended_on=None, ground="own_request").update(ended_on=entry.day, ended="changed")


@projector(ErasureAsked, opens=SEALED)
def keep_request(event: ErasureAsked, entry: Entry) -> None:
    Request.objects.create(
        id=entry.id,
        ground=event.ground,
        themselves=event.themselves,
        asked_on=entry.day,
        asked_by="" if event.themselves else entry.author,
        organisation=event.organisation,
        matter=event.opens[0].id if event.opens else "",
        words=event.words,
    )


@projector(ErasureConfirmed)
def keep_confirmation(event: ErasureConfirmed, entry: Entry) -> None:
    said = {"confirmed_on": entry.day, "confirmed_by": entry.author, "undo_until": event.undo_until}
    Request.objects.filter(id=event.asked).update(**said)


@projector(ErasureStopped)
def end_request(event: ErasureStopped, entry: Entry) -> None:
    Request.objects.filter(id=event.asked).update(ended_on=entry.day, ended=event.reason)


@projector(EndNoted)
def note_end(event: EndNoted, entry: Entry) -> None:
    Term.objects.filter(id=entry.stream).update(matter=event.opens[0].id if event.opens else "")


@projector(KeepingProlonged)
def prolong_term(event: KeepingProlonged, entry: Entry) -> None:
    Term.objects.filter(id=entry.stream).update(
        keep_until=event.until, reason=event.reason, prolonged_by=entry.author, prolonged_on=entry.day, matter=""
    )


@projector(FileHeld, opens=SEALED)
def hold(event: FileHeld, entry: Entry) -> None:
    Hold.objects.create(id=entry.id, by=entry.author, since=entry.day, words=event.words)


@projector(FileReleased)
def release(event: FileReleased, entry: Entry) -> None:  # noqa: ARG001 - every projector takes both
    Hold.objects.filter(ended_on=None).update(ended_on=entry.day)


@projector(ErasureBegun)
def begin(event: ErasureBegun, entry: Entry) -> None:
    Erasure.objects.create(
        id=entry.stream,
        case=event.case,
        ground=event.ground,
        themselves=event.themselves,
        asked_on=event.asked_on,
        asked_by=event.asked_by,
        confirmed_on=event.confirmed_on,
        confirmed_by=event.confirmed_by,
        begun_on=entry.day,
    )


@projector(FileErased)
def finish(event: FileErased, entry: Entry) -> None:
    Erasure.objects.filter(id=entry.stream).update(done_on=entry.day, copies_until=event.copies_until)
