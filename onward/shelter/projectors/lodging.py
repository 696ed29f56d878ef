"""From entries to who lodges where and who is on the road."""

from datetime import date

from onward.cases.events import CaseEvent, CaseOpenedEvent, Move
from onward.journal.entries import Entry
from onward.journal.project import projector
from onward.shelter.events import Placed, TransferCancelled, TransferReceived, TransferSent
from onward.shelter.models import Lodging, Transfer


@projector(CaseOpenedEvent)
def lodge_arrival(event: CaseOpenedEvent, entry: Entry) -> None:
    """A person is at a site from the moment their case opens, as yet without a place there."""
    lodge(entry, site=event.site, custody=event.custody)


def lodge(entry: Entry, *, site: str, custody: str) -> None:
    Lodging.objects.create(
        id=entry.stream,
        stream=entry.stream,
        site=site,
        custody=custody,
        since=entry.day,
        waits_since=entry.day,
        astray=not (site and custody),
    )


@projector(CaseEvent)
def follow_moves(event: CaseEvent, entry: Entry) -> None:
    """Keep where the resident is, whoever's event moved them: an arrival, a transfer, a departure."""
    if event.moves is None and not event.facts.get("ended"):
        return
    row = Lodging.objects.filter(id=entry.stream).first()
    if row is None:  # what comes after an end or a handover moves nobody, until somebody here answers for them again
        if event.moves is not None and event.moves.site and event.moves.custody:
            lodge(entry, site=event.moves.site, custody=event.moves.custody)
        return
    signed_over = event.moves is not None and event.moves.custody == ""
    if event.facts.get("ended") or signed_over:  # somebody outside the programme answers for them now
        row.delete()
        Transfer.objects.filter(state="under_way").update(state="cancelled", ended_at=entry.happened_at)
    elif event.moves is not None:
        _move(row, event, event.moves, entry.day)
        row.save()


def _move(row: Lodging, event: CaseEvent, moves: Move, day: date) -> None:
    arrives = moves.site is not None and moves.site != row.site
    if moves.custody is not None:
        row.custody = moves.custody
    if moves.site is not None:
        row.site = moves.site
    if moves.place is not None:
        row.place, row.since, row.waits_since = moves.place, day, None
        row.place_site = event.site if isinstance(event, Placed) else row.site if row.place else ""
    if arrives:
        row.since = day
        row.waits_since = None if row.place else day
    row.astray = not (row.site and row.custody) or (row.place != "" and row.place_site != row.site)


@projector(TransferSent)
def list_transfer(event: TransferSent, entry: Entry) -> None:
    """Put a person on the road."""
    Transfer.objects.create(
        id=entry.id,
        stream=entry.stream,
        group=event.group,
        from_site=event.from_site,
        to_site=event.to_site,
        to_custody=event.to_custody,
        matter=event.matter,
        expected=event.expected,
        speaks=event.speaks,
        note=event.note,
        sent_on=entry.day,
        sent_at=entry.happened_at,
        sent_by=entry.author,
        sent_by_name=event.by_name,
    )


@projector(TransferReceived)
def end_transfer(event: TransferReceived, entry: Entry) -> None:
    """Take a person off the road: arrived and signed for."""
    Transfer.objects.filter(id=event.transfer).update(
        state="received", ended_at=entry.happened_at, ended_by_name=event.by_name, remark=event.note
    )


@projector(TransferCancelled)
def call_off_transfer(event: TransferCancelled, entry: Entry) -> None:
    """Take a person off the road: not going after all."""
    Transfer.objects.filter(id=event.transfer).update(
        state="cancelled", ended_at=entry.happened_at, ended_by_name=event.by_name, remark=event.reason
    )
