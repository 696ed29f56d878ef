"""Saying that something happened: the one way to write."""

from datetime import datetime
from typing import Protocol

import msgspec
from django.db import connection, transaction
from django.utils.translation import gettext as _

from onward.journal import clock, guards, head, project, reading, rows
from onward.journal.body import CLOSED_KIND, as_read_back, kind_of, seal_event
from onward.journal.compartments import RECORD
from onward.journal.entries import Entry, to_microseconds
from onward.journal.events import WITHDRAWN, Event, quiet_kinds
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
    id: str = "",  # noqa: A002 - the word that every caller knows
    happened_at: datetime | None = None,
    precision: Precision = Precision.MINUTE,
    after: str = "",
    cause: str = "",
    corrects: str = "",
    within: str = "",
) -> Entry:
    """Write `event` into `stream` and bring the read models up to date, within the caller's transaction.

    `id`: made where the thing was written down; one that is already there writes nothing and gives that entry.
    `after`: the version that the page showed; if the stream has moved on since, raises Outdated.
    `corrects`: the entry of this stream that this one replaces (same kind) or takes back (Withdrawn).
    `within`: the closed compartment that the whole of it is said in: outside of it there is neither title nor kind.
    """
    within = event.closed or ("" if within == RECORD else within)
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("append() belongs inside transaction.atomic")
    if id and (earlier := _earlier(id, event, stream, within)):
        return earlier
    _check(event, stream, after=after, corrects=corrects, within=within)
    event = as_read_back(event)
    said = rows.Row(
        id=id or new_id(),
        stream=stream,
        kind=kind_of(event, within),
        happened_at=to_microseconds(happened_at or dates.now()),
        precision=precision.value,
        author=by if isinstance(by, str) else by.id,
        cause=cause,
        corrects=corrects,
    )
    entry = reading.with_event(_write(said, event, within), event, within=within)
    return _followed(entry, event)


def _followed(entry: Entry, event: Event) -> Entry:
    """Bring the read models up to date, and ask whether what then stands may."""
    project.refold(entry.stream) if entry.corrects else project.project((entry,), entry.stream)
    guards.check(event, entry.stream, corrects=entry.corrects)
    return entry


def written(id: str) -> bool:  # noqa: A002 - as in `append`
    """Whether an entry with this client-made id is already there: the same form, sent twice."""
    return rows.exists(id)


def _earlier(entry_id: str, event: Event, stream: str, within: str) -> Entry | None:
    row = rows.find(entry_id) if is_id(entry_id) else None
    if row is None and is_id(entry_id):
        return None
    if row is None or row.stream != stream or row.kind != kind_of(event, within):
        raise RuleBroken(_("This form was damaged on its way, or was sent for something else. Please open it again."))
    return reading.as_entry(row, opens=(RECORD, *event.compartments.values(), within))


def _check(event: Event, stream: str, *, after: str, corrects: str, within: str) -> None:
    if after and (since := _decided_since(stream, after)):
        raise Outdated(since=since)
    if corrects:
        _check_correction(event, corrects, stream, within)
    head.check_agreement()


def _decided_since(stream: str, after: str) -> list[str]:
    """What came after the version that a page showed, but for what decides nothing."""
    if rows.last_of(stream)[0] == after:
        return []
    # What is said in a closed compartment decides nothing outside of it, and must not be noticed there.
    quiet = {*quiet_kinds(), CLOSED_KIND}
    return [entry for entry, kind in rows.said_after(stream, after) if kind not in quiet]


def _check_correction(event: Event, corrects: str, stream: str, within: str) -> None:
    row = rows.find(corrects)
    said = None if row is None else reading.as_entry(row, opens=(within or RECORD,))
    # What corrects or takes back stands in the same compartment: elsewhere it would tell of what it is about.
    if row is None or said is None or said.event is None or (row.stream, said.within) != (stream, within):
        raise NotFound(corrects)
    if event.kind == WITHDRAWN:
        return
    if said.kind != event.kind:
        raise ValueError(f"{event.kind} cannot correct {said.kind}: only the same kind, or Withdrawn, may")


def _write(said: rows.Row, event: Event, within: str) -> rows.Row:
    node = this_node()
    # The keys first: a key without an entry is swept, an entry without its key is lost.
    body = seal_event(event, entry_id=said.id, stream=said.stream, within=within)
    tip = rows.tip(node)
    row = rows.chained(
        msgspec.structs.replace(
            said, node=node, number=tip.number + 1, recorded_at=clock.tick(tip.clock), prev=tip.hash, body=body
        )
    )
    rows.insert(row, tip.seq + 1)
    transaction.on_commit(head.follow)
    return row
