"""Projectors: how read models follow from entries. In the same transaction, in order, never catching anything."""

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from django.apps import apps

from onward.journal import body, quick, reading
from onward.journal.compartments import RECORD
from onward.journal.entries import Entry
from onward.journal.events import EVENTS, Event
from onward.journal.models import projecting, read_models

Project = Callable[[Any, Entry], None]


class Projector(msgspec.Struct, frozen=True):
    """One function, the events it follows, and the compartments that are opened for it."""

    function: Project
    event_class: type[Event]
    opens: tuple[str, ...]


_registered: list[Projector] = []
_plans: dict[type[Event], tuple[Projector, ...]] = {}
_opened: set[str] = {RECORD}


def projector(event_class: type[Event], *, opens: tuple[str, ...] = (RECORD,)) -> Callable[[Project], Project]:
    """Run the function for each entry whose event is an `event_class`, or a subclass of it.

    It gets `(event, entry)` and writes read models of its own app, rows of the entry's stream alone. Only the
    compartments in `opens` are opened for it; fields of others show their defaults, and an event of a closed
    compartment that is not named does not reach it. No clock, no request, no other app's tables.
    """

    def register(function: Project) -> Project:
        _registered.append(Projector(function, event_class, opens))
        _opened.update(opens)
        _plans.clear()
        return function

    return register


def _app_order(function: Project) -> int:
    names = [config.name for config in apps.get_app_configs()]
    owners = [name for name in names if function.__module__.startswith(f"{name}.")]
    return names.index(max(owners, key=len)) if owners else len(names)


def _plan(event_class: type[Event]) -> tuple[Projector, ...]:
    """The projectors of one event, in the order of INSTALLED_APPS, then of registration."""
    plan = _plans.get(event_class)
    if plan is None:
        meant = [each for each in _registered if issubclass(event_class, each.event_class)]
        plan = _plans[event_class] = tuple(sorted(meant, key=lambda each: _app_order(each.function)))
    return plan


def opened_by_projectors() -> tuple[str, ...]:
    """Every compartment that some projector asks for."""
    return tuple(sorted(_opened))


def project(entries: Iterable[Entry], stream: str) -> None:
    """Run the projectors over entries of `stream`; those that cannot be opened here are skipped."""
    with projecting(stream):
        for entry in entries:
            event = entry.event
            if event is None:
                continue
            for each in _plan(type(event)):
                shown = body.without(event, each.opens, within=entry.within)
                if shown is None:
                    continue
                each.function(shown, entry if shown is event else msgspec.structs.replace(entry, event=shown))


def refold(stream: str) -> int:
    """Compute the rows of one stream anew: delete them, replay what stands. Gives the number of entries replayed."""
    for model in read_models():
        quick.delete(model, {"stream": stream})
    return replay(stream)


def replay(stream: str) -> int:
    """Project what stands in a stream that has no rows. Gives the number of entries."""
    standing = reading.effective(stream, opens=opened_by_projectors())
    project(standing, stream)
    return len(standing)


def followed_events() -> dict[str, list[str]]:
    """Kind -> the projectors that follow it, for the documentation."""
    return {
        kind: [f"{each.function.__module__}.{each.function.__name__}" for each in _plan(event_class)]
        for kind, event_class in sorted(EVENTS.items())
    }
