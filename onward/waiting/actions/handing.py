"""Saying that a step is held up, that it goes on, why it is late, and in whose hands a matter is."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from onward.access.queries import actor_of_staff, staff_for
from onward.access.rules import NOBODY, Actor, needs
from onward.cases.events import CaseEvent, Closes, Holder, Holds, Opens
from onward.cases.queries import case_for, knows_of
from onward.journal.append import append, written
from onward.journal.compartments import RECORD
from onward.kit.dates import said_of, today
from onward.kit.errors import NotFound
from onward.kit.ids import derived_id, new_id
from onward.waiting.events import BlockDeclared, BlockLifted, MatterHanded, MatterReleased, OverrunExplained
from onward.waiting.queries import held_by, matter_for, matter_to_explain
from onward.waiting.rules import (
    check_blocked,
    check_day,
    check_handed,
    check_lifted,
    check_office,
    check_opened,
    check_overrun,
    check_present,
)

if TYPE_CHECKING:  # a model is for its own app's queries and projectors; its type is for everybody
    from onward.waiting.models import Matter

BLOCK_NORM = 7


@needs("waiting.declare_block")
@transaction.atomic
def declare_block(
    actor: Actor,
    *,
    case: str,
    matter: str,
    what: str,
    on: date,
    staff: str = "",
    body: str = "",
    words: str = "",
    entry: str = "",
    after: str = "",
) -> None:
    """Say what holds up a step, and who owes that; without a name, nobody owes it and the days are unexplained."""
    held_up = _matter(actor, case, matter)
    check_blocked(closed_on=held_up.closed_on, kind=held_up.kind)
    check_day(on, since=held_up.since, today=today())
    entry = entry or new_id()
    holder = _holder(actor, staff, body)
    block = Opens(
        id=derived_id(entry, "block"),
        kind="block",
        what=what,
        holder=holder,
        norm=BLOCK_NORM,
        reason=words,
        blocks=matter,
    )
    _say(BlockDeclared(matter=matter, what=what, words=words, opens=(block,)), actor, held_up, on, entry, after)


@needs("waiting.lift_block")
@transaction.atomic
def lift_block(
    actor: Actor, *, case: str, matter: str, on: date, words: str = "", entry: str = "", after: str = ""
) -> None:
    """Say that what held up a step is there: from that day the step's own holder has the days again."""
    found = _matter(actor, case, matter)
    if not written(entry):
        check_lifted(closed_on=found.closed_on, kind=found.kind)
        check_day(on, since=found.since, today=today())
    _say(BlockLifted(block=matter, words=words, closes=(Closes(id=matter),)), actor, found, on, entry, after)


@needs("waiting.hand_matter")
@transaction.atomic
def hand_matter(
    actor: Actor,
    *,
    case: str,
    matter: str,
    on: date,
    staff: str = "",
    body: str = "",
    words: str = "",
    entry: str = "",
    after: str = "",
) -> None:
    """Put a matter into the hands of a named member of staff, or of a named body outside."""
    found = _matter(actor, case, matter)
    check_handed(closed_on=found.closed_on, staff=staff, body=body, kind=found.kind)
    check_office(kind=found.kind, what=found.what, roles=staff_for(actor, staff).roles if staff else ())
    _check_opens(found, staff)
    check_day(on, since=found.since, today=today())
    holds = Holds(id=matter, holder=_holder(actor, staff, body), reason=words)
    _say(MatterHanded(matter=matter, words=words, holds=(holds,)), actor, found, on, entry, after)


@needs("waiting.explain_overrun")
@transaction.atomic
def explain_overrun(
    actor: Actor, *, case: str, matter: str, reason: str, words: str = "", entry: str = "", after: str = ""
) -> None:
    """Say why a matter is past its norm: its holder does, or whoever sees to it where nobody here holds it."""
    file, found = case_for(actor, case), matter_to_explain(actor, matter)
    if found.stream != file.id:
        raise NotFound(matter)
    if not written(entry):
        check_overrun(found.holder, by=actor.id, closed_on=found.closed_on, due_on=found.due_on, today=today())
    _say(OverrunExplained(matter=found.id, reason=reason, words=words.strip()), actor, found, today(), entry, after)


@needs("waiting.release_matters")
@transaction.atomic
def release_matters(actor: Actor, *, staff: str, entry: str = "") -> int:
    """Say of what a member of staff who left, or cannot go on, still owed that it is nobody's until it is handed on."""
    gone = staff_for(actor, staff)
    entry = entry or new_id()
    of_case: dict[tuple[str, str], list[Matter]] = {}
    # Of who has left, all of it: or it would be owed, elsewhere, by somebody who is not there.
    for matter in held_by(gone.id, within=None if gone.left_on else actor):
        of_case.setdefault((matter.stream, matter.compartment), []).append(matter)
    for number, ((case, within), matters) in enumerate(of_case.items()):
        holds = tuple(Holds(id=matter.id, holder=Holder(office=matter.office)) for matter in matters)
        released = MatterReleased(staff=gone.id, holds=holds)
        own = derived_id(entry, case, within) if number else entry
        append(released, by=actor, stream=case, id=own, within=within)
    return len({case for case, _within in of_case})


def _check_opens(found: "Matter", staff: str) -> None:
    """What is owed in a compartment is handed to somebody who opens it."""
    if found.compartment != RECORD:
        to = actor_of_staff(staff) if staff else NOBODY
        check_opened(opened=found.compartment in knows_of(to, [found.stream])[found.stream].opens)


def _matter(actor: Actor, case: str, matter: str) -> "Matter":
    file, found = case_for(actor, case), matter_for(actor, matter)
    if found.stream != file.id:
        raise NotFound(matter)
    return found


def _holder(actor: Actor, staff: str, body: str) -> Holder:
    if staff:
        member = staff_for(actor, staff)
        check_present(member.left_on)
        return Holder(kind="staff", id=member.id, name=member.name)
    return Holder(kind="body", name=body.strip()) if body.strip() else Holder()


def _say(event: CaseEvent, actor: Actor, about: "Matter", on: date, entry: str, after: str) -> None:
    """Say it of that matter, in the compartment that the matter is in."""
    happened_at, precision = said_of(on)
    append(
        event,
        by=actor,
        stream=about.stream,
        id=entry,
        happened_at=happened_at,
        precision=precision,
        after=after,
        within=about.compartment,
    )
