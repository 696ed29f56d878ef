"""What a site gives out and by which rules; and what each person was given.

What is given out is a stream of its own. So is what one person was given: meals would crowd a file, move its version
under whoever writes in it, and tell everybody who sees the file when somebody ate. That stream's id follows from the
case (`rules.stream_of`), it lies whole in a compartment that this room alone opens, and it is erased with the file.

A counter without signal writes the same `ThingServed`, with the id and the moment that it gave it; what two such
counters gave twice both stands once they meet, and is shown as given twice.
"""

from typing import ClassVar, Literal

from onward.journal.events import Event

Sort = Literal["meal", "thing"]
By = Literal["card", "family", "desk"]


class ThingEvent(Event, frozen=True, kw_only=True):
    """Base of what says what a site gives out, and by which rules; the whole is said again.

    `most` is how many a person gets on one day (0: any number), `hours` how long after one the next may be had,
    `excludes` the things of which nobody gets one on a day on which they get this (Iftar, supper), in either order.
    `here_only`: for people who stay at this site. `for_family`: one may collect it for the rest of their family.
    """

    site: str
    name: str
    sort: Sort = "meal"
    most: int = 1
    hours: int = 0
    excludes: tuple[str, ...] = ()
    here_only: bool = True
    for_family: bool = False


class ThingOffered(ThingEvent, frozen=True, kw_only=True):
    """A site gives out a meal or a thing from now on. The stream is the thing."""


class ThingChanged(ThingEvent, frozen=True, kw_only=True):
    """It is given out under another name, or by other rules, from now on."""


class ThingEnded(Event, frozen=True, kw_only=True):
    """It is given out no longer. What was given stays."""


class ReliefEvent(Event, frozen=True, kw_only=True):
    """Base of what is said of one person's meals and things: no event of the case, and closed to its readers."""

    closed: ClassVar[str | None] = "relief"


class ThingServed(ReliefEvent, frozen=True, kw_only=True):
    """A person was given one. `by` says how: by their card, by another of their family, or at the help desk.

    `because` is why the help desk gave it though a rule said no; empty where none did.
    """

    case: str
    thing: str
    site: str
    by: By = "card"
    because: str = ""
    by_name: str = ""


class ServingWithdrawn(ReliefEvent, frozen=True, kw_only=True):
    """One was not given after all: another card was scanned by mistake, or it was handed back. `serving` is which."""

    serving: str
    reason: str = ""
    by_name: str = ""
