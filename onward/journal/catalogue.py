"""The list of all events, for the documentation and for the tests that hold every event to the same form."""

import inspect
import re
from collections.abc import Iterator
from typing import get_args

import msgspec

from onward.journal.compartments import COMPARTMENTS, RECORD
from onward.journal.events import EVENTS, Event
from onward.journal.project import followed_events


class Field(msgspec.Struct, frozen=True):
    """A field of an event, and the compartment that it is sealed in."""

    name: str
    type: str
    compartment: str


class Described(msgspec.Struct, frozen=True, kw_only=True):
    """An event as the documentation shows it."""

    kind: str
    says: str
    closed: str
    fields: tuple[Field, ...]
    followed_by: tuple[str, ...]


def catalogue() -> list[Described]:
    """Every event of the installed apps, by kind."""
    followed = followed_events()
    return [
        Described(
            kind=kind,
            says=inspect.cleandoc(event_class.__doc__ or ""),
            closed=event_class.closed or "",
            fields=tuple(_fields(event_class)),
            followed_by=tuple(followed[kind]),
        )
        for kind, event_class in sorted(EVENTS.items())
        if event_class.__module__.startswith("onward.")
    ]


def _fields(event_class: type[Event]) -> Iterator[Field]:
    for field in msgspec.structs.fields(event_class):
        compartment = event_class.closed or event_class.compartments.get(field.name, RECORD)
        yield Field(field.name, _type_name(field.type), compartment)


def _type_name(field_type: object) -> str:
    """`tuple[str, ...]`, `Holder`, `date | None`: as one would write it, without where it comes from."""
    text = field_type.__name__ if isinstance(field_type, type) and not get_args(field_type) else str(field_type)
    return re.sub(r"\b(?:[A-Za-z_]\w*\.)+(?=[A-Za-z_])", "", text)


def faults() -> list[str]:
    """What is wrong with the form of an event, a sentence each."""
    return [fault for event_class in EVENTS.values() for fault in _faults(event_class)]


def _faults(event_class: type[Event]) -> Iterator[str]:
    kind, fields = event_class.kind, {field.name: field for field in msgspec.structs.fields(event_class)}
    if not (event_class.__doc__ or "").strip():
        yield f"{kind} does not say what it means."
    if event_class.closed and event_class.compartments:
        yield f"{kind} is closed whole, so its fields have no compartments of their own."
    for name in (event_class.closed or RECORD, *event_class.compartments.values()):
        if name not in COMPARTMENTS:
            yield f"{kind} names a compartment that does not exist: {name}."
    for name in event_class.compartments:
        if name not in fields:
            yield f"{kind} seals a field that it does not have: {name}."
        elif fields[name].required:
            yield f"{kind}.{name} is sealed apart, so it must have a default for those who have no key."
