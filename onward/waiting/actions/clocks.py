"""The clocks: once a day, whoever stands above the holder of something late is told."""

import time
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import msgspec
from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.queries import kept_by
from onward.journal import clock
from onward.journal.append import append
from onward.journal.compartments import RECORD
from onward.journal.node import this_node
from onward.kit.dates import now, today
from onward.kit.ids import derived_id
from onward.waiting.actions.telling import Tellers
from onward.waiting.events import MatterEscalated, Rung
from onward.waiting.queries.clocks import count_late, date_is_sure, keep_refusal, keep_run, ladder, pressing
from onward.waiting.rules.clocks import reached

if TYPE_CHECKING:
    from onward.waiting.models import ClockRun, Matter

BATCH = 100
LONGEST_S = 0.06
"""So long the clocks hold the write lock, and then let everybody else write."""


class _Place(msgspec.Struct):
    """How far a run has come."""

    day: date
    level: int = 0
    after: tuple[date, str] | None = None
    escalated: int = 0
    over: bool = False


@needs("waiting.run_clocks")
def run_clocks(actor: Actor, *, pause: Callable[[float], None] = time.sleep) -> "ClockRun":
    """Tell whoever is to be told of what is late, by now. Run twice, late, or after missed days: the same is told.

    Refuses itself (`outcome`) while nobody vouches for the machine's date.
    """
    begun = now()
    if not date_is_sure():
        return keep_refusal(begun)
    rungs, place = ladder(), _Place(day=today())
    tellers = Tellers(rungs)
    try:
        for level in range(len(rungs)):
            place.level, place.after, place.over = level, None, False
            while not place.over:
                at = time.monotonic()
                _escalate_some(actor, place, tellers)
                pause(0 if place.over else time.monotonic() - at)
    except clock.ClockJumped:
        return keep_refusal(begun)
    return keep_run(begun, now(), looked_at=count_late(place.day), escalated=place.escalated)


@needs("waiting.confirm_date")
def confirm_date(actor: Actor) -> None:  # noqa: ARG001 - who may is all that is asked of them
    """Say that the machine's date is right: from here on the clocks go by it, and the journal's clock too."""
    clock.confirm()


@transaction.atomic
def _escalate_some(actor: Actor, place: _Place, tellers: Tellers) -> None:
    begun, days = time.monotonic(), list(tellers.ladder.values())[place.level]
    some = pressing(place.level, days=days, day=place.day, after=place.after, size=BATCH)
    kept = kept_by({matter.stream for matter in some})
    for number, matter in enumerate(some, 1):
        _escalate(actor, matter, kept.get(matter.stream, ("", "")), place, tellers)
        if time.monotonic() - begun > LONGEST_S:
            place.over = number == len(some) < BATCH
            return
    place.over = len(some) < BATCH


def _escalate(actor: Actor, matter: "Matter", kept: tuple[str, str], place: _Place, tellers: Tellers) -> None:
    assert matter.due_on is not None  # noqa: S101 - what has no norm is never late
    assert matter.late_from is not None  # noqa: S101 - as above
    place.after = (matter.late_from, matter.id)
    due, (site, host), told = matter.due_on, kept, []
    for level, fell_on in reached(matter.level, late_from=matter.late_from, ladder=tellers.ladder, today=place.day):
        to, passed = tellers.told(matter, level, site=site, host=host)
        told.append(Rung(level=level, fell_on=fell_on, to=to, passed=passed))
    if told:
        # One entry for all of them: after missed nights, or at the very first, a matter has reached several.
        said = MatterEscalated(matter=matter.id, due=due, below=tuple(told[:-1]), **msgspec.structs.asdict(told[-1]))
        # The node's name is in the id: two nodes that ran apart both keep what they said, and it counts once.
        entry = derived_id(matter.id, "escalated", due.isoformat(), str(told[-1].level), this_node())
        append(said, by=actor, stream=matter.stream, id=entry, within=matter.compartment)
        if matter.compartment == RECORD:  # a count of more, which is shown, would tell of other compartments
            place.escalated += len(told)
