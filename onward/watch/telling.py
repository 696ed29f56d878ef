"""What the journals of sites say to oversight: events opened with the keys that came, and nothing more."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import import_module

import msgspec

from onward.journal import body, rows
from onward.journal.entries import from_microseconds
from onward.journal.events import Event
from onward.kit.dates import local_day
from onward.sealing.envelopes import MOST_WAITING
from onward.watch.store import Store

ROOMS = ("access", "places", "cases", "waiting", "reception", "shelter", "care", "homecoming", "oversight")


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One entry, as far as it can be read here."""

    number: int
    kind: str
    stream: str
    author: str
    day: date
    event: Event


@cache
def _know_events() -> None:
    for room in ROOMS:
        import_module(f"onward.{room}.events")


def told(store: Store, node: str, *kinds: str, after: int = 0) -> Iterator[Told]:
    """The entries of these kinds in a site's chain, in its order."""
    _know_events()
    places = ", ".join("?" * len(kinds))
    sql = f"SELECT stored FROM entry WHERE node = ? AND number > ? AND kind IN ({places}) ORDER BY number"  # noqa: S608 - places alone
    for found in store.all(sql, (node, after, *kinds)):
        row = msgspec.msgpack.decode(found["stored"], type=rows.Row)
        event = body.open_event(row.body, entry_id=row.id, kind=row.kind, opens=(), among=_among(store, node))
        if event is not None:
            yield Told(
                number=row.number,
                kind=row.kind,
                stream=row.stream,
                author=row.author,
                day=local_day(from_microseconds(row.happened_at)),
                event=event,
            )


def _among(store: Store, node: str) -> body.Among:
    """The keys of this site alone: those of another open nothing here, whatever they are called."""

    def among(key_id: bytes, _opens: object) -> tuple[str, bytes] | None:
        found = store.one("SELECT compartment, key FROM data_key WHERE node = ? AND id = ?", (node, key_id))
        return (str(found["compartment"]), bytes(found["key"])) if found else None

    return among


def full_lists(store: Store, node: str, *, after: int) -> int:
    """On how many days as many envelopes were listed as a site keeps: whoever wrote after those found no room."""
    days: Counter[date] = Counter()
    for each in told(store, node, "oversight.items_listed", after=after):
        days[each.day] += len(each.event.digests)  # type: ignore[attr-defined]  # of that kind
    return sum(count >= MOST_WAITING for count in days.values())


def digests_listed(store: Store, node: str, *, after: int) -> set[str]:
    """The digests of the envelopes that a site's journal lists."""
    return {one for each in told(store, node, "oversight.items_listed", after=after) for one in each.event.digests}  # type: ignore[attr-defined]  # of that kind
