"""A jar of marbles: the smallest domain that has everything a journal must carry."""

from onward.journal.events import Event


class ToyEvent(Event, frozen=True, kw_only=True):
    """Base of the jar's events."""

    note: str = ""


class Filled(ToyEvent, frozen=True, kw_only=True):
    """Marbles were put into the jar."""

    marbles: int


class Labelled(ToyEvent, frozen=True, kw_only=True):
    """The jar was given to somebody, whose name not all may read."""

    compartments = {"owner": "identity", "nicknames": "identity"}
    colour: str
    owner: str = ""
    nicknames: tuple[str, ...] = ()


class Cracked(ToyEvent, frozen=True, kw_only=True):
    """Something that only the health worker may know."""

    closed = "health"
    where: str
