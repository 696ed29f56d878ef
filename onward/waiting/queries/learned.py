"""What this process has learned of waits from the journal, kept until it is stale."""

import msgspec

from onward.forecast.ahead import Ahead
from onward.waiting.queries.visits import Read, is_fresh, number_of, read_visits


class Learned(msgspec.Struct, frozen=True):
    """What this process has learned from the journal, and from which state of it."""

    read: Read
    ahead: Ahead


_learned: Learned | None = None


def learned() -> Learned:
    """What is known of waits; learned anew each hour, each day, and when much was said since."""
    global _learned  # noqa: PLW0603 - one memory in a process, replaced whole: a thread sees the old or the new
    found = _learned
    if found is None or not is_fresh(found.read):
        read = read_visits()
        found = _learned = Learned(read, Ahead(read.visits, number_of(read.day)))
    return found
