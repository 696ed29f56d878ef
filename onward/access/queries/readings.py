"""Who opened which file: a working table beside the journal, so this room also keeps it."""

from typing import Any

from onward.access.models import Reading
from onward.access.rules import Actor, may
from onward.journal import quick
from onward.kit.dates import today
from onward.kit.errors import NotFound


def readings_for(actor: Actor, case: str, *, most: int | None = None) -> list[Reading]:
    """Who opened a file, latest day first, `most` of them; for those who may see its history."""
    if not may(actor, "cases.see_history"):
        raise NotFound(case)
    return quick.rows(Reading, case=case, order=("-day", "name"), most=-1 if most is None else most)


def keep_reading(actor: Actor, case: str) -> None:
    """Keep that the actor opened a file today, once."""
    seen: dict[str, Any] = {"reader": actor.id, "case": case, "day": today()}
    if not quick.rows(Reading, **seen):
        quick.keep(Reading, name=actor.name, **seen)
