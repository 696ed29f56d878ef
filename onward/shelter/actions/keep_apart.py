"""Keeping people apart, and saying that it is over."""

from typing import TYPE_CHECKING

from django.db import transaction
from msgspec.structs import replace

from onward.access.rules import Actor, needs
from onward.cases.events import Closes, Opens
from onward.cases.queries import case_for, check_opens
from onward.journal.append import append, written
from onward.journal.compartments import LEGAL
from onward.kit.ids import derived_id
from onward.shelter.events import KeepingApartAsked, KeepingApartEnded
from onward.shelter.queries import apart_for, apart_from, near_once_kept, worker_of
from onward.shelter.rules import check_apart, check_ended

if TYPE_CHECKING:
    from onward.cases.models import Case
    from onward.shelter.events.safety import AskedBy, Strength

AT_ONCE = 0


@needs("shelter.keep_apart")
@transaction.atomic
def keep_apart(
    actor: Actor,
    *,
    case: str,
    other: str = "",
    strength: "Strength" = "block",
    avoid_site: str = "",
    threat: str = "",
    why: str,
    asked_by: "AskedBy" = "resident",
    entry: str,
) -> None:
    """Keep a resident apart from another one, or from a threat outside. Sealed: the host learns nothing of it."""
    found = case_for(actor, case)
    check_opens(actor, found, LEGAL)
    if other:
        check_opens(actor, case_for(actor, other), LEGAL)
    if written(entry):
        return
    known = apart_from([found.id]).get(found.id, ())
    check_apart(case=found.id, other=other, avoid_site=avoid_site, threat=threat, why=why, known=known)
    kept = KeepingApartAsked(
        other=other,
        strength=strength,
        avoid_site=avoid_site,
        threat=threat.strip(),
        why=why.strip(),
        asked_by=asked_by,
        by_name=actor.name,
    )
    near = bool(other) and near_once_kept(found.id, other, strength)
    append(replace(kept, opens=_owed(found, entry) if near else ()), by=actor, stream=found.id, id=entry)


def _owed(case: "Case", entry: str) -> tuple[Opens, ...]:
    """Two who are too near each other already: their case worker owes them another place today."""
    near = derived_id(entry, "near")
    return (Opens(id=near, kind="apart", what="apart", holder=worker_of(case), norm=AT_ONCE, compartment=LEGAL),)


@needs("shelter.end_keeping_apart")
@transaction.atomic
def end_keeping_apart(actor: Actor, *, apart: str, why: str, entry: str) -> None:
    """Say that two people need not be kept apart any more, and who says so."""
    if written(entry):
        return
    found = apart_for(actor, apart)
    check_ended(why, is_over=found.is_over)
    closes = (Closes(id=found.matter),) if found.matter else ()
    ended = KeepingApartEnded(apart=found.id, why=why.strip(), by_name=actor.name, closes=closes)
    append(ended, by=actor, stream=found.stream, id=entry)
