"""What an event is: a fact, past tense, frozen, named for ever by its app and class (`reception.arrived`)."""

import re
from collections.abc import Mapping
from typing import Any, ClassVar

import msgspec

EVENTS: dict[str, type["Event"]] = {}
"""Every concrete event by its kind; filled as the apps' `events` rooms are imported."""


class Event(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Base of all events. Fields may be added for ever, with a default; never renamed, removed or re-read.

    `compartments` names the fields that are sealed apart from the rest: field name -> compartment. Such a field
    must have a default, since a reader without the key finds the default in its place. `closed` names the closed
    compartment that holds the event whole; the envelope then says only `journal.closed`. `quiet` is what a clock
    says that decides nothing: a page that was open by then is not out of date, and no day is anybody else's.
    """

    compartments: ClassVar[Mapping[str, str]] = {}
    closed: ClassVar[str | None] = None
    quiet: ClassVar[bool] = False
    kind: ClassVar[str] = ""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if cls.__name__.endswith("Event"):  # a base, such as CaseEvent: facts are past participles
            return
        app = cls.__module__.split(".")[1]
        cls.kind = f"{app}.{re.sub(r'(?<!^)(?=[A-Z])', '_', cls.__name__).lower()}"
        EVENTS[cls.kind] = cls


def quiet_kinds() -> set[str]:
    """The kinds of the events that decide nothing."""
    return {kind for kind, event in EVENTS.items() if event.quiet}


class Withdrawn(Event, frozen=True, kw_only=True):
    """An entry was withdrawn: what it said no longer stands. Both stay in the journal; `reason` says why."""

    reason: str = ""


WITHDRAWN = Withdrawn.kind


class LossAccepted(Event, frozen=True, kw_only=True):
    """The journal did not reach its signed end, and somebody decided to go on from what is there.

    `signed_number` and `signed_hash` are what the head had said: whoever holds a later copy can find it by them.
    """

    reason: str
    found: str
    signed_number: int = 0
    signed_hash: str = ""
