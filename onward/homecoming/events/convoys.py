"""Convoys, and the seats on them."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Literal

import msgspec

from onward.homecoming.events.way import OnwardEvent
from onward.journal.events import Event

GivenUp = Literal["their_wish", "not_ready", "no_room", "cancelled", "other"]


class Escort(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody by name who goes with a convoy; `staff` is their id where they work here."""

    name: str
    staff: str = ""


class ConvoyEvent(Event, frozen=True, kw_only=True):
    """Base of what says how a convoy is planned; the whole is said again. The stream is the convoy, not a case.

    It is read by those who travel and lead alone; route and times are sealed in a compartment of their own as well,
    and kept in the journal only. `day` may be the first of several, up to `until`; `leader` is a member of staff.
    """

    compartments: ClassVar[Mapping[str, str]] = {"route": "journey", "times": "journey"}

    day: date
    until: date | None = None
    destination: str
    seats: int
    receiver: str
    leader: str
    escorts: tuple[Escort, ...] = ()
    route: str = ""
    times: str = ""


class ConvoyPlanned(ConvoyEvent, frozen=True, kw_only=True):
    """A journey for several is being prepared."""


class ConvoyChanged(ConvoyEvent, frozen=True, kw_only=True):
    """A convoy has another day, escort, receiver, leader or number of seats; `reason` is why it was put off."""

    reason: str = ""


class ConvoyHanded(Event, frozen=True, kw_only=True):
    """Somebody else leads the convoy from now on; the plan stays as it was."""

    leader: str


class ConvoyCancelled(Event, frozen=True, kw_only=True):
    """The convoy does not go; every seat on it was given back by an entry in each resident's own file."""

    reason: str


class ConvoyDeparted(Event, frozen=True, kw_only=True):
    """The convoy left with so many residents; each one's departure is an entry in their own file."""

    travellers: int


class SeatGiven(OnwardEvent, frozen=True, kw_only=True):
    """The resident has a seat on a convoy (`convoy` is its stream); the step of the departure passes to its leader."""

    final: ClassVar[bool] = True

    convoy: str


class SeatFreed(OnwardEvent, frozen=True, kw_only=True):
    """The resident does not travel with that convoy after all; what they are owed stays the same."""

    final: ClassVar[bool] = True

    convoy: str
    reason: GivenUp


class JourneyTold(OnwardEvent, frozen=True, kw_only=True):
    """The resident was told of their journey: its day, who goes with them, what to take.

    From now on their own page shows it; to staff who neither lead nor travel it says nothing more.
    """

    compartments: ClassVar[Mapping[str, str]] = {
        "day": "journey",
        "until": "journey",
        "escorts": "journey",
        "take": "journey",
    }

    convoy: str
    told_language: str = ""
    interpreter: str = ""
    day: date | None = None
    until: date | None = None
    escorts: tuple[str, ...] = ()
    take: str = ""
