"""Another node, as seen from here: rows with a chain and a clock of its own, sealed with keys that both hold."""

from typing import Any

from onward.journal import rows
from onward.journal.body import kind_of, seal_event
from onward.journal.events import Event
from onward.kit.ids import new_id


class Elsewhere:
    def __init__(self, node: str) -> None:
        self.node, self.number, self.last = node, 0, rows.START

    def row(self, event: Event, *, stream: str, recorded_at: int, corrects: str = "", **more: Any) -> rows.Row:
        entry_id = new_id()
        self.number += 1
        row = rows.chained(
            rows.Row(
                id=entry_id,
                node=self.node,
                number=self.number,
                stream=stream,
                kind=kind_of(event),
                happened_at=more.get("happened_at", 0),
                precision="minute",
                recorded_at=recorded_at,
                author="elsewhere",
                corrects=corrects,
                prev=self.last,
                body=seal_event(event, entry_id=entry_id, stream=stream),
            )
        )
        self.last = row.hash
        return row
