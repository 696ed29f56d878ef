"""Reading the journal: what was said about a stream, and what stands."""

from collections.abc import Collection
from datetime import datetime

from onward.journal import clock, fold, rows
from onward.journal.body import CLOSED_KIND, open_within
from onward.journal.compartments import RECORD
from onward.journal.entries import Entry, from_microseconds
from onward.journal.events import Event
from onward.journal.node import this_node
from onward.kit.dates import Precision
from onward.kit.errors import NotFound

RECORD_ONLY = (RECORD,)


def as_entry(row: rows.Row, opens: Collection[str] = RECORD_ONLY) -> Entry:
    """The entry that a row holds, with the compartments in `opens`."""
    event, within = open_within(row.body, entry_id=row.id, kind=row.kind, opens=opens)
    return with_event(row, event, within=within)


def with_event(row: rows.Row, event: Event | None, *, within: str = "") -> Entry:
    """The entry of a row whose event is known already."""
    return Entry(
        id=row.id,
        node=row.node,
        number=row.number,
        stream=row.stream,
        kind=event.kind if event is not None else row.kind,
        happened_at=from_microseconds(row.happened_at),
        precision=Precision(row.precision),
        recorded_at=row.recorded_at,
        author=row.author,
        cause=row.cause,
        corrects=row.corrects,
        event=event,
        within=within,
    )


def history(stream: str, *, known: int | None = None, opens: Collection[str] = RECORD_ONLY) -> list[Entry]:
    """Everything that was said in `stream`, as it was said, in read order; up to `known` on the journal's clock."""
    return [as_entry(row, opens) for row in rows.of_stream(stream, known)]


def effective(stream: str, *, known: int | None = None, opens: Collection[str] = RECORD_ONLY) -> list[Entry]:
    """What stands in `stream`: corrections at the place of what they correct, withdrawn entries left out."""
    return fold.effective(history(stream, known=known, opens=opens))


def entry(entry_id: str, *, opens: Collection[str] = RECORD_ONLY) -> Entry:
    """One entry as it was said. Raises NotFound."""
    row = rows.find(entry_id)
    if row is None:
        raise NotFound(entry_id)
    return as_entry(row, opens)


def version(stream: str) -> str:
    """The id of the entry that reached this node last in `stream`: what a page shows, and `after=` guards.

    Not of one in a closed compartment: whoever may not know of it must not see that something was said.
    """
    return rows.last_of(stream, but=CLOSED_KIND)[0]


def present() -> datetime:
    """The present moment on the journal's clock, which does not run backwards."""
    return clock.present(rows.tip(this_node()).clock)
