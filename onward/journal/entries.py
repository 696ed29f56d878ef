"""An entry as rules, projectors and screens see it."""

from datetime import UTC, date, datetime, timedelta

import msgspec

from onward.journal import clock
from onward.journal.events import Event
from onward.kit.dates import Precision, day_of

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """Who said what, when, about whom. `event` is None when nobody here may or can open it;
    `within` is the closed compartment that the whole of it was said in.

    `happened_at` (with its `precision`) is when it is said to have happened; `recorded_at` is the journal's clock.
    `corrected_by` is the id of the entry that corrected this one last; `event`, `happened_at` and `precision` are
    then the corrected ones, everything else is as it was first said.
    """

    id: str
    node: str
    number: int
    stream: str
    kind: str
    happened_at: datetime
    precision: Precision
    recorded_at: int
    author: str
    cause: str = ""
    corrects: str = ""
    event: Event | None = None
    within: str = ""
    corrected_by: str = ""

    @property
    def day(self) -> date:
        """The day on which it happened, in the programme's zone; a vague one takes its earliest day."""
        return day_of(self.happened_at, self.precision)

    @property
    def recorded(self) -> datetime:
        """When it was recorded, by the journal's clock."""
        return EPOCH + timedelta(milliseconds=self.recorded_at >> clock.COUNTER_BITS)

    @property
    def recorded_on(self) -> date:
        """The day on which it was recorded, in the programme's zone."""
        return clock.date_of(self.recorded_at)

    @property
    def told_on(self) -> date:
        """The day on which what now stands here was recorded: where it was corrected, that of the correction."""
        corrected = int(self.corrected_by[:12], 16) << clock.COUNTER_BITS if self.corrected_by else 0
        return clock.date_of(max(self.recorded_at, corrected))


def to_microseconds(moment: datetime) -> int:
    """A moment as stored: an integer, so that what is hashed has one form only."""
    return (moment - EPOCH) // MICROSECOND


def from_microseconds(stored: int) -> datetime:
    """The moment, aware, in UTC."""
    return EPOCH + timedelta(microseconds=stored)
