"""How an act on a file says its one thing, on the day that it happened."""

from dataclasses import dataclass
from datetime import date

from onward.access.rules import Actor
from onward.cases.events import CaseEvent
from onward.journal.append import append
from onward.kit.dates import said_of


@dataclass(frozen=True, kw_only=True)
class Saying:
    """Who says it of whom, on which page's state, and the day it happened: today at this moment, or earlier."""

    by: Actor
    case: str
    on: date
    entry: str
    after: str = ""
    cause: str = ""

    def say(self, event: CaseEvent) -> None:
        """Append the event."""
        happened_at, precision = said_of(self.on)
        append(
            event,
            by=self.by,
            stream=self.case,
            id=self.entry,
            happened_at=happened_at,
            precision=precision,
            after=self.after,
            cause=self.cause,
        )
