"""Saying that something happened: the one way to write."""

from datetime import datetime
from typing import Protocol

from django.db import connection, transaction
from django.utils.translation import gettext as _

from onward.journal import clock, head, project, reading, rows
from onward.journal.body import kind_of, seal_event
from onward.journal.entries import Entry, from_microseconds, to_microseconds
from onward.journal.events import RECORD, WITHDRAWN, Event
from onward.journal.node import this_node
from onward.kit import dates
from onward.kit.dates import Precision
from onward.kit.errors import NotFound, Outdated, RuleBroken
from onward.kit.ids import is_id, new_id


class Author(Protocol):
    """Whoever acts: what `access` calls an Actor."""

    @property
    def id(self) -> str: ...


def append(
    event: Event,
    *,
    by: Author | str,
    stream: str,
    id: str = "",
    happened_at: datetime | None = None,
    precision: Precision = Precision.MINUTE,
    after: str = "",
    cause: str = "",
    corrects: str = "",
) -> Entry:
    """Write `event` into `stream` and bring the read models up to date, within the caller's transaction.

    `id`: made where the thing was written down; one that is already there writes nothing and gives that entry.
    `after`: the version that the page showed; if the stream has moved on since, raises Outdated.
    `corrects`: the entry of this stream that this one replaces (same kind) or takes back (Withdrawn).
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("append() belongs inside transaction.atomic")
    entry_id = id or new_id()
    if id and (earlier := _earlier(id, event, stream)):
        return earlier
    _check_version(stream, after)
    if corrects:
        _check_correction(event, corrects, stream)
    head.check_agreement()
    row = _write(
        event,
        entry_id=entry_id,
        stream=stream,
        happened_at=happened_at or dates.now(),
        precision=precision,
        author=by if isinstance(by, str) else by.id,
        cause=cause,
        corrects=corrects,
    )
    entry = _said(row, event)
    if corrects:
        project.refold(stream)
    else:
        project.project((entry,), stream)
    return entry


def written(id: str) -> bool:
    """Whether an entry with this client-made id is already there: the same form, sent twice."""
    return rows.exists(id)


def _earlier(entry_id: str, event: Event, stream: str) -> Entry | None:
    row = rows.find(entry_id) if is_id(entry_id) else None
    if row is None and is_id(entry_id):
        return None
    if row is None or row.stream != stream or row.kind != kind_of(event):
        raise RuleBroken(_("This form was damaged on its way, or was sent for something else. Please open it again."))
    return reading.as_entry(row, opens=(RECORD, *event.compartments.values(), *filter(None, (event.closed,))))


def _check_version(stream: str, after: str) -> None:
    if after and rows.last_of(stream)[0] != after:
        raise Outdated(since=rows.ids_after(stream, after))


def _check_correction(event: Event, corrects: str, stream: str) -> None:
    row = rows.find(corrects)
    if row is None or row.stream != stream:
        raise NotFound(corrects)
    if event.kind == WITHDRAWN:
        return
    said = reading.as_entry(row, opens=(RECORD, *filter(None, (event.closed,))))
    if said.kind != event.kind:
        raise ValueError(f"{event.kind} cannot correct {said.kind}: only the same kind, or Withdrawn, may")


def _write(
    event: Event,
    *,
    entry_id: str,
    stream: str,
    happened_at: datetime,
    precision: Precision,
    author: str,
    cause: str,
    corrects: str,
) -> rows.Row:
    node = this_node()
    # The keys first: a key without an entry is swept, an entry without its key is lost.
    body = seal_event(event, entry_id=entry_id, stream=stream)
    tip = rows.tip(node)
    row = rows.sealed(
        rows.Row(
            id=entry_id,
            node=node,
            number=tip.number + 1,
            stream=stream,
            kind=kind_of(event),
            happened_at=to_microseconds(happened_at),
            precision=precision.value,
            recorded_at=clock.tick(tip.clock),
            author=author,
            cause=cause,
            corrects=corrects,
            prev=tip.hash,
            body=body,
        )
    )
    rows.insert(row, tip.seq + 1)
    transaction.on_commit(head.follow)
    return row


def _said(row: rows.Row, event: Event) -> Entry:
    return Entry(
        id=row.id,
        node=row.node,
        number=row.number,
        stream=row.stream,
        kind=event.kind,
        happened_at=from_microseconds(row.happened_at),
        precision=Precision(row.precision),
        recorded_at=row.recorded_at,
        author=row.author,
        cause=row.cause,
        corrects=row.corrects,
        event=event,
    )
