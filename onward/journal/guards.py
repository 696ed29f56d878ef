"""Guards: what must hold after whatever is written here, whoever wrote it.

They run after the projectors, in the same transaction, and refuse by raising. Not on replay, and not for what another
node said: that stands, and what does not hold then is shown as a number.
"""

from collections.abc import Callable

from onward.journal.events import Event

Guard = Callable[[Event, str], None]
_guards: list[tuple[type[Event], Guard]] = []


def guard(event_class: type[Event]) -> Callable[[Guard], Guard]:
    """Call the function with what was said, an `event_class` or a correction of anything, and its stream."""

    def register(function: Guard) -> Guard:
        _guards.append((event_class, function))
        return function

    return register


def check(event: Event, stream: str, *, corrects: str) -> None:
    """Ask every guard that this entry concerns. A correction may change anything that was said before."""
    for event_class, function in _guards:
        if corrects or isinstance(event, event_class):
            function(event, stream)
